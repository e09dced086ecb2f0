"""A network in which the name of one sole trader stands in every free text that a store holds."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZipFile

from maillage.graph import ledger
from maillage.graph.dates import DateSpan
from maillage.graph.fields import ACTOR_FIELDS, TIE_FIELDS, Field
from maillage.graph.model import ActorClaim, Attributes, Import, Record, Ref, TieClaim, Value
from maillage.graph.port import Store
from maillage.graph.vocabulary import SOLE_TRADER

NAME, OTHER_WAY, SLUG = "Jeanne Unteldupont", "UNTELDUPONT Jeanne", "jeanne-unteldupont"
PERSON, POLE, SIREN = "unteldupont", "pole", "552032534"
# Of which nothing may be left, in lower case and without accents.
TELLING = ("jeanne", "unteldupont", SIREN)
# Of these a text would be no value, or another than what is wanted here.
_NOT_SAID = {"name", "kind", "siren", "rna", "legal_category", "carriers"}


def load_named_everywhere(store: Store) -> None:
    item, records = _evidence()
    ledger.add(store, item, records)


def unpacked(content: bytes) -> str:
    """All that a file says, also one of several files packed together."""
    if not content.startswith(b"PK"):
        return content.decode(errors="replace")
    with ZipFile(BytesIO(content)) as files:
        return "\n".join(
            f"{name} {files.read(name).decode(errors='replace')}" for name in files.namelist()
        )


def _said(fields: Mapping[str, Field], **more: Value) -> Attributes:
    """Her name in each field that holds words of one’s own."""
    texts = {
        name: f"chez {NAME}" if field.type == "text" else (f"chez {OTHER_WAY}",)
        for name, field in fields.items()
        if field.type in ("text", "set") and not field.choices and name not in _NOT_SAID
    }
    return {**texts, f"bail {SLUG}": f"bail de {OTHER_WAY}", **more}


def _evidence() -> tuple[Import, list[Record]]:
    item = Import(
        id="i-list",
        sha256="0" * 64,
        title=f"Liste de {NAME}.csv",
        list="actors",
        loaded_at=datetime(2014, 9, 19, tzinfo=UTC),
        options={"file": f"{SLUG}.csv", "pole": POLE},
        scope=Ref(ids=(POLE,), name=f"Pôle de {NAME}"),
        complete_on=DateSpan.parse("2014"),
        rows=9,
    )
    person = Ref(ids=(PERSON,), siren=SIREN, name=NAME)
    firm = Ref(name=f"Atelier de {NAME}")
    pole, val = Ref(ids=(POLE,), name="Pôle"), Ref(ids=("val",), name="Val")
    claims = [
        ActorClaim(
            ref=person, row_key="1", attributes=_said(ACTOR_FIELDS, legal_category=SOLE_TRADER)
        ),
        ActorClaim(ref=firm, row_key=f"2 {SLUG}", attributes=_said(ACTOR_FIELDS)),
        ActorClaim(ref=pole, attributes=_said(ACTOR_FIELDS, kind="pole", founded_year=2012)),
        ActorClaim(ref=val, attributes={"carriers": (PERSON, NAME), "web": f"http://{SLUG}.fr"}),
        ActorClaim(ref=Ref(ids=("other-pole",), name="Autre"), attributes={"kind": "pole"}),
        *(ActorClaim(ref=Ref(ids=(f"n{n}",), name=f"Noria {n}")) for n in range(3)),
    ]
    named = Ref(name=f"Atelier de {NAME}")
    ties = [
        TieClaim(source=one, target=other, kind=kind, subtype=OTHER_WAY, attributes=words)
        for one, other, kind in (
            (person, pole, "membership"), (named, pole, "membership"), (val, pole, "membership"),
            (person, val, "partnership"), (named, val, "partnership"), (val, named, "shareholding"),
            (named, Ref(ids=("n0",)), "employer_group"), (person, Ref(ids=("n1",)), "shareholding"),
        )
        for words in [_said(TIE_FIELDS, share_pct="10")]
    ]  # fmt: skip
    records = [
        Record(
            id=f"r-{line}",
            line=line,
            declared_by=Ref(ids=(POLE,)),
            cells={f"dit par {NAME}": f"bail de {SLUG}"},
            corrected={"x": f"bail de {OTHER_WAY}"},
            actors=(claim,) if isinstance(claim, ActorClaim) else (),
            ties=(claim,) if isinstance(claim, TieClaim) else (),
            import_id=item.id,
            sheet=f"feuille {NAME}",
            source=f"lettre de {OTHER_WAY}",
            locator=f"page de {NAME}",
            author=NAME,
        )
        for line, claim in enumerate([*claims, *ties])
    ]
    return item, records
