"""What Maillage knows: what sources said (records), what people decided (judgements), and the
actors and ties that these add up to. All of it immutable.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import datetime
from typing import Annotated, Literal

from pydantic import AfterValidator, ConfigDict, PlainSerializer
from pydantic.dataclasses import dataclass

from maillage.graph.bulk import Alike
from maillage.graph.dates import DateSpan
from maillage.graph.vocabulary import (
    Ess,
    LegalSector,
    Sector,
    Standing,
    Status,
    Tier,
    actor_kind,
    tie_kind,
)

Value = str | int | float | bool | tuple[str, ...]
Attributes = Mapping[str, Value]
Voice = Literal["reviewer", "registry", "statement"]
Stance = Literal["asserts", "denies", "ends"]
Verdict = Literal["same", "different"]
ImportState = Literal["counts", "replaced", "undone"]
# A kind is a word of the vocabulary or `UnknownName` is raised.
ActorKindName = Annotated[str, AfterValidator(lambda name: actor_kind(name).name)]
TieKindName = Annotated[str, AfterValidator(lambda name: tie_kind(name).name)]
# By heading. Those of a long list are held in less room, and written like any others.
Cells = Annotated[
    Mapping[str, str],
    PlainSerializer(
        lambda cells: cells.as_dict() if isinstance(cells, Alike) else cells,
        return_type=Mapping[str, str],
    ),
]

_STRICT = ConfigDict(extra="forbid", use_enum_values=False)


@dataclass(frozen=True, slots=True, kw_only=True, config=_STRICT)
class Ref:
    """How a row points at an actor: identifiers first, else a name and perhaps a commune."""

    ids: tuple[str, ...] = ()
    siren: str | None = None
    rna: str | None = None
    name: str | None = None
    commune: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True, config=_STRICT)
class ActorClaim:
    """A row that says something of an actor.

    A row of a list of actors *declares* it: without an identifier it is an actor of its own, known
    by `row_key`. A row that merely names one (`row_key` empty) says it of whoever is meant.
    """

    ref: Ref
    row_key: str = ""
    attributes: Attributes = field(default_factory=dict)
    figures_year: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True, config=_STRICT)
class TieClaim:
    """A row that says something of a tie: that it is, that it is not, that it ended."""

    source: Ref
    target: Ref
    kind: TieKindName
    subtype: str = ""
    directed: bool | None = None
    stance: Stance = "asserts"
    status: Status | None = None
    start: DateSpan | None = None
    end: DateSpan | None = None
    tier: Tier | None = None
    attributes: Attributes = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True, config=_STRICT)
class JudgementClaim:
    """A row that says whether two known actors, by their ids, are one."""

    left: str
    right: str
    verdict: Verdict
    evidence: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True, config=_STRICT)
class Record:
    """One source row as it was said: by whom, where, when observed. Never changed."""

    id: str
    import_id: str
    sheet: str = ""
    line: int
    source: str = ""
    locator: str = ""
    voice: Voice = "statement"
    # Who wrote the row, where one file holds those of several; else the author of the import.
    author: str = ""
    declared_by: Ref | None = None
    observed_on: DateSpan | None = None
    cells: Cells = field(default_factory=dict)
    # Where somebody corrected a cell before it was read: heading → what the file holds.
    corrected: Mapping[str, str] = field(default_factory=dict)
    actors: tuple[ActorClaim, ...] = ()
    ties: tuple[TieClaim, ...] = ()
    judgements: tuple[JudgementClaim, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, config=_STRICT)
class Import:
    """One file loaded (or one edit made), and whether it still counts."""

    id: str
    sha256: str
    title: str
    list: str
    loaded_at: datetime
    author: str = ""
    live: bool = True
    # The subject of the list (a pole, a network); with `complete_on`, what it is exhaustive of.
    scope: Ref | None = None
    observed_on: DateSpan | None = None
    complete_on: DateSpan | None = None
    options: Mapping[str, str] = field(default_factory=dict)
    rows: int = 0
    # The import whose lines these are, mended: of the two, one alone counts.
    replaces: str = ""
    # The import that took the place of this one, which counts again if that one is undone.
    replaced_by: str = ""

    @property
    def state(self) -> ImportState:
        if self.live:
            return "counts"
        return "replaced" if self.replaced_by else "undone"


@dataclass(frozen=True, slots=True, kw_only=True, config=_STRICT)
class Judgement:
    """A reviewer's word on whether two actors are one. Undone ones stay, not live."""

    id: str
    left: str
    right: str
    verdict: Verdict
    author: str = ""
    decided_at: datetime
    evidence: Mapping[str, str] = field(default_factory=dict)
    live: bool = True
    # The import that a row of a file said it in: undone with it, and done again with it.
    import_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True, config=_STRICT)
class Conflict:
    """Values of one attribute that lost, with the records that hold them."""

    field: str
    kept: Value
    others: tuple[tuple[Value, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True, config=_STRICT)
class Figure:
    """A yearly figure: another year is an evolution, not a contradiction."""

    field: str
    year: int | None
    value: Value
    records: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True, config=_STRICT)
class Actor:
    """An organisation, collective or gathering, as its records add up."""

    id: str
    kind: ActorKindName
    name: str
    other_names: tuple[str, ...] = ()
    legal_sector: LegalSector = LegalSector.UNKNOWN
    ess: Ess = Ess.UNKNOWN
    named: bool = True
    collective: bool = False
    siren: str | None = None
    rna: str | None = None
    attributes: Attributes = field(default_factory=dict)
    aliases: tuple[str, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    figures: tuple[Figure, ...] = ()
    # Last, for they are what changes most, and are written apart (`serial.grounds_of`).
    records: tuple[str, ...] = ()

    @property
    def sector(self) -> Sector:
        return sector_of(self.legal_sector, self.ess)


@dataclass(frozen=True, slots=True, kw_only=True, config=_STRICT)
class Tie:
    """An act of linking between two actors over one spell, as its records add up."""

    id: str
    source: str
    target: str
    kind: TieKindName
    directed: bool
    status: Status
    standing: Standing
    tier: Tier | None = None
    start: DateSpan | None = None
    end: DateSpan | None = None
    first_observed: DateSpan | None = None
    last_observed: DateSpan | None = None
    # From here on, the rest that stores keep as JSON: see `stores.tie_parts`.
    subtype: str = ""
    declared_by: tuple[str, ...] = ()
    attributes: Attributes = field(default_factory=dict)
    conflicts: tuple[Conflict, ...] = ()
    # Last, and written apart, as those of an actor.
    records: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, config=_STRICT)
class Waiting:
    """A name that could be several known actors: it is meanwhile an actor of its own."""

    actor: str
    candidates: tuple[str, ...]
    records: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Graph:
    """f(records, judgements): what every store holds and every view is taken from."""

    actors: Mapping[str, Actor]
    ties: Mapping[str, Tie]
    redirects: Mapping[str, str]
    waiting: tuple[Waiting, ...] = ()


def sector_of(legal_sector: LegalSector, ess: Ess) -> Sector:
    """The default partition. A firm of private law of which nothing else is known stays unknown."""
    if legal_sector is LegalSector.NONE:
        return Sector.CITIZENS
    if legal_sector is LegalSector.PUBLIC:
        return Sector.PUBLIC
    if legal_sector is LegalSector.MIXED:
        return Sector.MIXED
    if legal_sector is LegalSector.PRIVATE and ess is not Ess.UNKNOWN:
        return Sector.ESS if ess is Ess.YES else Sector.PRIVATE
    return Sector.UNKNOWN
