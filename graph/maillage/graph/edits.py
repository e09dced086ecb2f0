"""What one of its ends says of a tie: that it is so, that it is not, that it is over.

Each act is an import of one record with its author, and is undone and done again like any other.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from hashlib import blake2s, sha256
from typing import Literal

from maillage.graph import ledger, serial
from maillage.graph.dates import FIRST_YEAR, DateSpan
from maillage.graph.errors import InvalidDate, InvalidInput, Refused
from maillage.graph.model import Actor, Import, Record, Ref, Stance, Tie, TieClaim
from maillage.graph.paging import every
from maillage.graph.planning import Outcome
from maillage.graph.port import Store, TieQuery
from maillage.graph.vocabulary import Label, Status

Act = Literal["confirm", "contest", "end"]

# The list that imports of one act are of.
EDITS = "edits"
EDITS_LABEL = Label("geste", "act")
ACT_LABELS: dict[Act, Label] = {
    "confirm": Label("Lien confirmé", "Tie confirmed"),
    "contest": Label("Lien contesté", "Tie contested"),
    "end": Label("Lien terminé", "Tie ended"),
}
_STANCES: dict[Act, Stance] = {"confirm": "asserts", "contest": "denies", "end": "ends"}


@dataclass(frozen=True, slots=True)
class Answered:
    """The tie as it now stands, and the import that takes the act back."""

    tie: Tie
    import_id: str
    outcome: Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """`by`, an end of the tie, says so. `on`: when it ended, or the day that is spoken of."""

    act: Act
    by: str
    on: DateSpan | None = None
    author: str = ""
    now: datetime = field(default_factory=lambda: datetime.now(UTC))


def answer(store: Store, tie_id: str, said: Saying) -> Answered:
    """Write what is said of a tie."""
    tie, speaker = store.tie(tie_id), store.actor(said.by)
    _check(store, tie, speaker, said)
    record = _record(tie, speaker, said)
    ends = " – ".join(store.actor(end).name for end in (tie.source, tie.target))
    title = f"{ACT_LABELS[said.act].fr}\u202f: {ends}"
    item = act_import(record, title, said.author, said.now)
    outcome = ledger.add(store, item, [record])
    held = tie_told_by(store, record, speaker.id) or store.tie(tie.id)
    return Answered(held, record.import_id, outcome)


def act_id(*parts: str) -> str:
    """The id of the import that an act is."""
    return "i-" + blake2s("|".join(parts).encode(), digest_size=8).hexdigest()


def act_import(record: Record, title: str, author: str, now: datetime) -> Import:
    """The import that holds the one record of an act."""
    return Import(
        id=record.import_id,
        sha256=sha256(serial.RECORD.dump_json(record)).hexdigest(),
        title=title,
        list=EDITS,
        loaded_at=now,
        author=author,
        rows=1,
    )


def tie_told_by(store: Store, record: Record, end: str) -> Tie | None:
    """The tie of this actor that the record supports: a changed spell may have another id."""
    kinds = (record.ties[0].kind,)
    near = every(lambda after: store.ties(TieQuery(actor=end, kinds=kinds, after=after)))
    return next((tie for tie in near if record.id in tie.records), None)


def claim_of(tie: Tie, act: Act, on: DateSpan | None = None) -> TieClaim:
    """What is said of the very tie: its identity and its dates, so that no other spell of it is
    meant. `on`: when it ended."""
    return TieClaim(
        source=Ref(ids=(tie.source,)),
        target=Ref(ids=(tie.target,)),
        kind=tie.kind,
        subtype=tie.subtype,
        directed=tie.directed,
        stance=_STANCES[act],
        # Who confirms a plan confirms that it is planned.
        status=tie.status if act == "confirm" and tie.status is not Status.ACTIVE else None,
        start=tie.start,
        end=on if act == "end" else tie.end,
    )


def check_years(*dates: DateSpan | None) -> None:
    """`InvalidDate` before the year 1000: `0024` is a year of two digits gone wrong. A side that is
    open is no date."""
    for said in filter(None, dates):
        first = said.latest if said.earliest == date.min else said.earliest
        if first.year < FIRST_YEAR:
            raise InvalidDate("year_too_early", text=said.text, first=str(FIRST_YEAR))


def check_order(start: DateSpan | None, end: DateSpan | None) -> None:
    """`InvalidInput` if the one is surely over before the other begins."""
    if start and end and end.latest < start.earliest:
        raise InvalidInput("end_before_start", end=end.text, start=start.text)


def _check(store: Store, tie: Tie, speaker: Actor, said: Saying) -> None:
    on = said.on
    check_years(on)
    if speaker.id not in (tie.source, tie.target):
        left, right = store.actor(tie.source), store.actor(tie.target)
        raise Refused("not_an_end", name=speaker.name, left=left.name, right=right.name)
    if on and on.earliest > said.now.date():
        raise InvalidInput("date_to_come", text=on.text)
    if said.act == "end":
        check_order(tie.start, on)


def _record(tie: Tie, speaker: Actor, said: Saying) -> Record:
    today = DateSpan(said.now.date(), said.now.date())
    cells = {"act": said.act, "tie": tie.id, "by": speaker.id}
    # Of each act its own: who changes her mind twice in a day has said three things.
    id_ = act_id(tie.id, speaker.id, said.act, said.now.isoformat())
    return Record(
        id=f"{id_}:0:1",
        import_id=id_,
        line=1,
        declared_by=Ref(ids=(speaker.id,)),
        observed_on=said.on if said.on and said.act != "end" else today,
        cells=cells | ({"on": said.on.text} if said.on else {}),
        ties=(claim_of(tie, said.act, said.on),),
    )
