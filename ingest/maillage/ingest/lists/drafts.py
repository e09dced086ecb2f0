"""What a row says, before it becomes a record: claims, who says it and when it was seen."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import blake2s
from types import MappingProxyType
from typing import NamedTuple

from maillage.graph.dates import DateSpan
from maillage.graph.model import ActorClaim, Attributes, JudgementClaim, Ref, TieClaim, Value, Voice
from maillage.graph.port import Store
from maillage.graph.wording import when
from maillage.ingest.lists.ends import meant_by
from maillage.ingest.lists.several import NO_NAMES, KnownNames
from maillage.ingest.places.communes import NO_COMMUNES, Communes
from maillage.ingest.problems import Problem


class Draft(NamedTuple):
    """The claims of one row; `problems` are findings that need the whole row to be seen."""

    actors: tuple[ActorClaim, ...] = ()
    ties: tuple[TieClaim, ...] = ()
    source: str = ""
    locator: str = ""
    observed_on: DateSpan | None = None
    # Who speaks, where the row itself says so rather than the options of the load.
    voice: Voice = "statement"
    author: str = ""
    declared_by: Ref | None = None
    problems: tuple[Problem, ...] = ()
    judgements: tuple[JudgementClaim, ...] = ()


class Scene(NamedTuple):
    """What a row is read against: its list, the options of the load, its own cells."""

    series: str
    cells: Mapping[str, str]
    extra: Attributes = MappingProxyType({})
    pole: Ref | None = None
    # What is known so far, for rows that answer about it.
    network: Store | None = None
    communes: Communes = NO_COMMUNES
    observed_on: DateSpan | None = None
    # Whose list it is may be a network.
    pole_kind: str = "pole"
    # By which a cell that may name several is parted.
    names: KnownNames = NO_NAMES

    @property
    def row_key(self) -> str:
        """The same line of the same list, in a later edition of it too; nothing but that."""
        said = "\x1f".join(f"{name}={text}" for name, text in sorted(self.cells.items()))
        return blake2s(f"{self.series}\x1e{said}".encode(), digest_size=16).hexdigest()


def kept(**values: Value | None) -> dict[str, Value]:
    """The values that the row gives."""
    return {name: value for name, value in values.items() if value not in (None, "", ())}


def same_end(source: Ref, target: Ref, shown: str, column: str = "") -> tuple[Problem, ...]:
    by_id = source.ids and target.ids
    alike = source == target if by_id else meant_by(source) == meant_by(target)
    if alike:
        return (Problem.of("tie_to_itself", value=shown, column=column),)
    return ()


def reversed_counts(least: int | None, most: int | None) -> tuple[Problem, ...]:
    """Of those an actor stands for."""
    if least is not None and most is not None and most < least:
        column = "stands_for_max"
        return (Problem.of("counts_reversed", column=column, first=least, last=most),)
    return ()


def reversed_dates(start: DateSpan | None, end: DateSpan | None) -> tuple[Problem, ...]:
    if start and end and end.latest < start.earliest:
        return (Problem.of("dates_reversed", first=when(start.text), last=when(end.text)),)
    return ()
