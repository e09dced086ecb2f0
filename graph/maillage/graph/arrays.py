"""The stored graph as arrays: what a store hands over in bulk and views are cut from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from maillage.graph.dates import DateSpan
from maillage.graph.model import Actor, Attributes, Graph, Tie, Value
from maillage.graph.vocabulary import HOLDING, TIE_KINDS, Standing, Status, Tier

KIND_NAMES = tuple(TIE_KINDS)
KIND_CODES = {name: code for code, name in enumerate(KIND_NAMES)}
STATUSES = tuple(Status)
STANDINGS = tuple(Standing)
TIERS = (None, *Tier)

Codes = NDArray[np.int8]
Days = NDArray[np.int32]

# Day numbers that stand for « not known »: before or after every date.
LONG_AGO = 0
FAR_AHEAD = date.max.toordinal() + 1


@dataclass(frozen=True, eq=False)
class ActorColumns:
    ids: tuple[str, ...]
    names: tuple[str, ...]
    kinds: tuple[str, ...]
    sectors: tuple[str, ...]
    legal_sectors: tuple[str, ...]
    named: NDArray[np.bool_]
    collective: NDArray[np.bool_]
    attributes: Sequence[Attributes]

    def attribute(self, name: str) -> tuple[str | None, ...]:
        """One attribute of every actor as text; a set reads as its members joined by `|`."""
        return tuple(_text(attributes.get(name)) for attributes in self.attributes)

    @cached_property
    def poles(self) -> NDArray[np.bool_]:
        return np.array([kind == "pole" for kind in self.kinds], np.bool_)

    @property
    def attribute_names(self) -> tuple[str, ...]:
        return tuple(sorted({name for attributes in self.attributes for name in attributes}))


@dataclass(frozen=True, eq=False)
class TieColumns:
    ids: tuple[str, ...]
    source: NDArray[np.int32]
    target: NDArray[np.int32]
    kind: Codes
    tier: Codes
    status: Codes
    standing: Codes
    directed: NDArray[np.bool_]
    # Earliest and latest day of the start and of the end; LONG_AGO and FAR_AHEAD if unknown.
    start_min: Days
    start_max: Days
    end_min: Days
    end_max: Days
    # The last day by which somebody has surely seen it; LONG_AGO if nobody says.
    last_seen: Days
    # Share of capital in per cent as the source wrote it, "" if none: a decimal, never a float.
    shares: tuple[str, ...]

    @property
    def undated(self) -> NDArray[np.bool_]:
        undated: NDArray[np.bool_] = (self.start_max == LONG_AGO) & (self.end_min == FAR_AHEAD)
        return undated

    @property
    def planned(self) -> NDArray[np.bool_]:
        planned: NDArray[np.bool_] = self.status == STATUSES.index(Status.PLANNED)
        return planned

    def over(self, at: DateSpan | None, *, certain_dates: bool = False) -> NDArray[np.bool_]:
        """Said to be over; with a date, certainly at no moment of it alive. Or, of certain dates
        only: not certainly alive at some moment of it, as far as starts and ends are known."""
        ended: NDArray[np.bool_] = self.status == STATUSES.index(Status.ENDED)
        known: NDArray[np.bool_] = (self.start_max != LONG_AGO) & ~(
            ended & (self.end_min == FAR_AHEAD)
        )
        if at is None:
            return ended | ~known if certain_dates else ended
        first, last = at.earliest.toordinal(), at.latest.toordinal()
        if not certain_dates:
            out: NDArray[np.bool_] = (self.start_min > last) | (self.end_max < first)
            return out
        uncertain: NDArray[np.bool_] = ~known | (self.start_max > last) | (self.end_min < first)
        return uncertain


@dataclass(frozen=True, eq=False)
class GraphColumns:
    actors: ActorColumns
    ties: TieColumns


@dataclass(frozen=True, slots=True)
class TieRow:
    """One tie as numbers; stores keep the same ones so that `columns()` needs no parsing."""

    kind: int
    tier: int
    status: int
    standing: int
    directed: int
    start_min: int
    start_max: int
    end_min: int
    end_max: int
    last_seen: int


def tie_row(tie: Tie) -> TieRow:
    return TieRow(
        KIND_CODES[tie.kind],
        TIERS.index(tie.tier),
        STATUSES.index(tie.status),
        STANDINGS.index(tie.standing),
        *tie_days(tie),
    )


def tie_days(tie: Tie) -> tuple[int, int, int, int, int, int]:
    """The last columns of a row, which need no vocabulary: direction and days."""
    return (
        int(tie.directed),
        *span_days(tie.start, LONG_AGO),
        *span_days(tie.end, FAR_AHEAD),
        span_days(tie.last_observed, LONG_AGO)[0],
    )


def span_days(span: DateSpan | None, unknown: int) -> tuple[int, int]:
    return (span.earliest.toordinal(), span.latest.toordinal()) if span else (unknown, unknown)


TIE_ROW_FIELDS = tuple(TieRow.__slots__)


def columns_of(graph: Graph) -> GraphColumns:
    """The columns of a graph in memory."""
    actors = [graph.actors[id_] for id_ in sorted(graph.actors)]
    ties = [graph.ties[id_] for id_ in sorted(graph.ties)]
    number = {actor.id: index for index, actor in enumerate(actors)}
    return GraphColumns(
        actor_columns(actors),
        tie_columns(
            [tie.id for tie in ties],
            [number[tie.source] for tie in ties],
            [number[tie.target] for tie in ties],
            np.array([_tuple(tie_row(tie)) for tie in ties], np.int32).reshape(
                len(ties), len(TIE_ROW_FIELDS)
            ),
            [share_text(tie) for tie in ties],
        ),
    )


def actor_columns(actors: Sequence[Actor]) -> ActorColumns:
    return ActorColumns(
        ids=tuple(actor.id for actor in actors),
        names=tuple(actor.name for actor in actors),
        kinds=tuple(actor.kind for actor in actors),
        sectors=tuple(actor.sector for actor in actors),
        legal_sectors=tuple(actor.legal_sector for actor in actors),
        named=np.array([actor.named for actor in actors], np.bool_),
        collective=np.array([actor.collective for actor in actors], np.bool_),
        attributes=[actor.attributes for actor in actors],
    )


def tie_columns(
    ids: Iterable[str],
    source: Iterable[int],
    target: Iterable[int],
    rows: NDArray[np.int32],
    shares: Iterable[str],
) -> TieColumns:
    """`rows` has one line a tie and the columns of `TIE_ROW_FIELDS`."""
    column: Mapping[str, NDArray[np.int32]] = {
        name: rows[:, position] for position, name in enumerate(TIE_ROW_FIELDS)
    }
    return TieColumns(
        ids=tuple(ids),
        source=np.asarray(source, np.int32),
        target=np.asarray(target, np.int32),
        kind=column["kind"].astype(np.int8),
        tier=column["tier"].astype(np.int8),
        status=column["status"].astype(np.int8),
        standing=column["standing"].astype(np.int8),
        directed=column["directed"].astype(np.bool_),
        start_min=column["start_min"],
        start_max=column["start_max"],
        end_min=column["end_min"],
        end_max=column["end_max"],
        last_seen=column["last_seen"],
        shares=tuple(shares),
    )


def share_text(tie: Tie) -> str:
    return str(tie.attributes.get("share_pct", "")) if tie.kind == HOLDING else ""


def _tuple(row: TieRow) -> tuple[int, ...]:
    return tuple(int(getattr(row, name)) for name in TIE_ROW_FIELDS)


def _text(value: Value | None) -> str | None:
    if value is None:
        return None
    return "|".join(value) if isinstance(value, tuple) else str(value)
