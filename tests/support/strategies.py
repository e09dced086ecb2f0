"""Random evidence for property tests: imports, records and judgements, and the graphs they make.

Few names and identifiers, so that records meet, merge and contradict each other; texts as hostile
as people's files can hold.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta, timezone

from hypothesis import strategies as st

from maillage.graph.dates import DateSpan
from maillage.graph.fields import ACTOR_FIELDS, TIE_FIELDS, Field
from maillage.graph.model import (
    ActorClaim,
    Graph,
    Import,
    Judgement,
    Record,
    Ref,
    TieClaim,
    Value,
)
from maillage.graph.planning import difference
from maillage.graph.port import Change, Fingerprints
from maillage.graph.truth.derivation import derive
from maillage.graph.vocabulary import ACTOR_KINDS, TIE_KINDS, Status, Tier

HOSTILE = (
    "'); DROP TABLE actor; --",
    "x' OR '1'='1",
    "\"}) MATCH (n) DETACH DELETE n //",
    "`]->() SET n:`Admin",
    "$id {id} %s {0} \\u0041 \\",
    "<script>alert('pôle')</script>",
    "=HYPERLINK(\"http://example.org\")",
    "مجموعة التعاون \u202eCPTP",
    "合作社 🤝🏽 👩‍👩‍👧‍👦",
    "Zo\u0308e et Zoë",
    "\U0010ffff",
    "\uffff",
    "a\x00b",
    "tab\tnewline\nreturn\r\u2028",
    "|", ",", ";",
    " ",
)  # fmt: skip

NAMES = (
    "Le Périscope",
    "SCIC Énergie d’ici",
    "le periscope",
    "L’Œuvre & Co",
    "S.C.I.C. Val Horizon",
    "SCIC VAL HORIZON",
)
COMMUNES = ("Lannion", "Lannion (22)", "22300 Lannion")
SIRENS = ("552100554", "443061841", "130025265")

# What UTF-8 can write: pydantic refuses a lone surrogate, so no model ever holds one.
text = st.one_of(
    st.sampled_from(HOSTILE),
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12),
)
names = st.one_of(st.sampled_from(NAMES), text)
ids = st.one_of(st.sampled_from(("a", "b", "ptce-x", "B", "é", "\uffff", "\U0001f91d")), text)
days = st.dates(date(1850, 1, 1), date(2090, 12, 31))
moments = st.datetimes(
    datetime(1999, 1, 1), datetime(2035, 1, 1),
    timezones=st.sampled_from((UTC, timezone(timedelta(hours=2)), timezone(timedelta(hours=-5)))),
)  # fmt: skip
# No NaN: it differs from itself, so nothing could ever be settled by it.
numbers = st.one_of(
    st.integers(),
    st.floats(allow_nan=False, allow_infinity=False),
    st.integers(-(2**70), 2**70),
)


@st.composite
def spans(draw: st.DrawFn) -> DateSpan:
    first, last = sorted((draw(days), draw(days)))
    return draw(
        st.sampled_from((DateSpan(first, last), DateSpan(first, first), DateSpan.parse("2012")))
    )


@st.composite
def refs(draw: st.DrawFn) -> Ref:
    return Ref(
        ids=tuple(draw(st.lists(ids, max_size=2, unique=True))),
        siren=draw(st.none() | st.sampled_from(SIRENS)),
        rna=draw(st.none() | st.just("W751234567")),
        name=draw(names),
        commune=draw(st.none() | st.sampled_from(COMMUNES)),
    )


def values(field: Field) -> st.SearchStrategy[Value]:
    if field.choices and field.type == "choice":
        return st.sampled_from(field.choices)
    if field.type == "set":
        return st.lists(text, max_size=3, unique=True).map(tuple)
    if field.type == "flag":
        return st.booleans()
    if field.type in ("integer", "number", "percent"):
        return st.one_of(numbers, st.sampled_from(("33.33", "12,5")))
    return st.one_of(text, st.sampled_from(("75", "59")))


@st.composite
def attributes(draw: st.DrawFn, fields: dict[str, Field]) -> dict[str, Value]:
    known = draw(st.lists(st.sampled_from(sorted(fields)), max_size=5, unique=True))
    found: dict[str, Value] = {name: draw(values(fields[name])) for name in known}
    # What no field of ours names is kept under its own heading, whatever that is.
    headings = st.one_of(text, st.sampled_from(("id", "records", "_payload", "search", "kind ")))
    found |= draw(st.dictionaries(headings, st.one_of(text, numbers, st.booleans()), max_size=2))
    return found


@st.composite
def actor_claims(draw: st.DrawFn) -> ActorClaim:
    found = draw(attributes({k: v for k, v in ACTOR_FIELDS.items() if k != "kind"}))
    found["kind"] = draw(st.sampled_from(sorted(ACTOR_KINDS)))
    return ActorClaim(
        ref=draw(refs()),
        row_key=draw(st.just("") | text),
        attributes=found,
        figures_year=draw(st.none() | st.integers(1990, 2030)),
    )


@st.composite
def tie_claims(draw: st.DrawFn) -> TieClaim:
    kind = draw(st.sampled_from(sorted(TIE_KINDS)))
    return TieClaim(
        source=draw(refs()),
        target=draw(refs()),
        kind=kind,
        subtype=draw(st.just("") | text),
        directed=draw(st.none() | st.booleans()),
        stance=draw(st.sampled_from(("asserts", "asserts", "denies", "ends"))),
        status=draw(st.none() | st.sampled_from(tuple(Status))),
        start=draw(st.none() | spans()),
        end=draw(st.none() | spans()),
        tier=draw(st.none() | st.sampled_from(tuple(Tier))),
        attributes=draw(attributes(TIE_FIELDS)),
    )


@st.composite
def imports(draw: st.DrawFn, number: int = 0) -> Import:
    return Import(
        id=f"import-{number}-{draw(text)}",
        sha256=draw(text),
        title=draw(text),
        list=draw(st.sampled_from(("members", "partnerships"))),
        loaded_at=draw(moments),
        author=draw(st.just("") | text),
        live=draw(st.sampled_from((True, True, True, False))),
        scope=draw(st.none() | refs()),
        observed_on=draw(st.none() | spans()),
        complete_on=draw(st.none() | spans()),
        options=draw(st.dictionaries(text, text, max_size=2)),
        rows=draw(st.integers(0, 2**40)),
    )


@st.composite
def records(draw: st.DrawFn, import_id: str, number: int = 0) -> Record:
    return Record(
        id=f"{draw(text)}-{number}",
        import_id=import_id,
        sheet=draw(st.just("") | text),
        line=draw(st.integers(0, 10**6)),
        source=draw(st.just("") | text),
        locator=draw(st.just("") | text),
        voice=draw(st.sampled_from(("reviewer", "registry", "statement"))),
        author=draw(st.just("") | text),
        declared_by=draw(st.none() | refs()),
        observed_on=draw(st.none() | spans()),
        cells=draw(st.dictionaries(text, text, max_size=2)),
        actors=tuple(draw(st.lists(actor_claims(), max_size=2))),
        ties=tuple(draw(st.lists(tie_claims(), max_size=2))),
    )


@st.composite
def judgements(draw: st.DrawFn, number: int = 0) -> Judgement:
    left, right = draw(st.lists(ids, min_size=2, max_size=2, unique=True))
    return Judgement(
        id=f"judgement-{number}",
        left=left,
        right=right,
        verdict=draw(st.sampled_from(("same", "different"))),
        author=draw(text),
        decided_at=draw(moments),
        evidence=draw(st.dictionaries(text, text, max_size=2)),
        live=draw(st.booleans()),
    )


@dataclass(frozen=True)
class Evidence:
    """What a graph is a function of."""

    imports: tuple[Import, ...]
    records: tuple[Record, ...]
    judgements: tuple[Judgement, ...]

    @property
    def graph(self) -> Graph:
        return derive(self.imports, self.records, self.judgements)

    @property
    def change(self) -> Change:
        """All of it, for an empty store."""
        return replace(
            difference(self.graph, Fingerprints({}, {}, {})),
            imports=self.imports,
            records=self.records,
            judgements=self.judgements,
        )


@st.composite
def evidence(draw: st.DrawFn, most: int = 6) -> Evidence:
    loaded = [draw(imports(number)) for number in range(draw(st.integers(1, 3)))]
    rows = [
        draw(records(draw(st.sampled_from(loaded)).id, number))
        for number in range(draw(st.integers(0, most)))
    ]
    decided = [draw(judgements(number)) for number in range(draw(st.integers(0, 2)))]
    return Evidence(tuple(loaded), tuple(rows), tuple(decided))
