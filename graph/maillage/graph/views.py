"""Which graph is measured: the views of a stored graph, and what each leaves out and why.

The choice decides the sign of the headline, so a view says what it kept. See `docs/views.md`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from math import inf

import numpy as np
from numpy.typing import NDArray

from maillage.graph.arrays import FAR_AHEAD, KIND_CODES, KIND_NAMES, TIERS, GraphColumns
from maillage.graph.belonging import members_of
from maillage.graph.columns import Column
from maillage.graph.dates import DateSpan
from maillage.graph.errors import InvalidInput, NotFound, UnknownName
from maillage.graph.network import Network, Provenance
from maillage.graph.partitions import partition_columns
from maillage.graph.projection import (
    CoPresence,
    Projection,
    copresences,
    guests_of,
    pole_ties,
    presences,
)
from maillage.graph.vocabulary import (
    ACTOR_KINDS,
    HOLDING,
    TIE_KINDS,
    Layer,
    tie_kind,
)

Bools = NDArray[np.bool_]
Ints = NDArray[np.int32]

# The kind of a tie that is made of meeting in a gathering.
COPRESENCE = "copresence"
VIEWS = ("cooperation", "direct", "layer:NAME", "kinds:a,b", "affiliation", "poles", "ownership")


@dataclass(frozen=True, kw_only=True)
class Lens:
    """What to look at: the view and the filters, all of them printed with every result."""

    view: str = "cooperation"
    at: DateSpan | None = None
    certain_dates: bool = False
    pole: str | None = None
    projection: Projection = "newman"
    weights: Mapping[str, float] = field(default_factory=dict)
    directed: bool = False

    @property
    def filters(self) -> dict[str, str]:
        shown = {
            "at": self.at.text if self.at else "",
            "certain_dates": "yes" if self.certain_dates else "",
            "pole": self.pole or "" if self.view != "poles" else "",
            "projection": self.projection if self.view == "cooperation" else "",
            "weights": ",".join(f"{tier}={weight:g}" for tier, weight in self.weights.items()),
        }
        return {name: value for name, value in shown.items() if value}


def network_of(graph: GraphColumns, lens: Lens, origin: Mapping[str, str]) -> Network:
    """The network that a lens shows of a stored graph."""
    return _Cut(graph, lens, origin).network()


def ties_seen(graph: GraphColumns, lens: Lens) -> Bools:
    """Which stored ties a lens keeps as ties of the network."""
    cut = _Cut(graph, lens, {})
    cut.network()
    return cut.lines.kept


class _Tally:
    """Things that leave, each for one reason, the first that applies; those left are the view's."""

    def __init__(self, size: int) -> None:
        self.kept: Bools = np.ones(size, np.bool_)
        self._counts: dict[str, int] = {}

    def leave(self, reason: str, out: Bools) -> None:
        leaving = self.kept & out
        self._counts[reason] = self._counts.get(reason, 0) + int(np.count_nonzero(leaving))
        self.kept &= ~leaving

    @property
    def left_out(self) -> Mapping[str, int]:
        """How many left for each reason that applied."""
        return {reason: count for reason, count in self._counts.items() if count}


class _Cut:
    """One graph under one lens: what is left once everything has left for its reason."""

    def __init__(self, graph: GraphColumns, lens: Lens, origin: Mapping[str, str]) -> None:
        self.graph, self.lens, self.origin = graph, lens, origin
        self.actors, self.ties = graph.actors, graph.ties
        self.n = len(graph.actors.ids)
        self.kinds = np.array([_KIND_NUMBER[kind] for kind in self.actors.kinds], np.int16)
        self.nodes, self.lines = _Tally(self.n), _Tally(len(self.ties.ids))
        self.notes: list[str] = []

    def network(self) -> Network:
        name, _, argument = self.lens.view.partition(":")
        builders: Mapping[str, Callable[[], Network]] = {
            "cooperation": lambda: self._organisations(_COOPERATION, copresence=True),
            "direct": lambda: self._organisations(_COOPERATION),
            "layer": lambda: self._organisations(_kinds_of_layer(argument)),
            "kinds": lambda: self._organisations(_kinds_named(argument)),
            "affiliation": self._two_mode,
            "poles": self._poles,
            "ownership": self._ownership,
        }
        if name not in builders or (argument and name not in ("layer", "kinds")):
            raise UnknownName(
                "unknown_name", what="view", name=self.lens.view, known=", ".join(VIEWS)
            )
        return builders[name]()

    # ------------------------------------------------------------------ views

    def _organisations(self, kinds: Ints, *, copresence: bool = False) -> Network:
        """Named organisations. One that others join (RTES) stays, with its own cooperation."""
        self._leave_dead()
        self.nodes.leave("gatherings", _GATHERING[self.kinds])
        self._leave_unnamed()
        if self.lens.pole is not None:
            self.nodes.leave("other_poles", ~self._members(self.lens.pole))
        shared = self._copresences() if copresence else CoPresence.none()
        self._leave_other_layers(np.isin(self.ties.kind, kinds))
        return self._build(shared)

    def _two_mode(self) -> Network:
        """Who belongs where: affiliations, and what is done in gatherings."""
        self._leave_dead()
        second = self._second_mode()
        gathering = _GATHERING[self.kinds]
        wanted = np.isin(self.ties.kind, _AFFILIATION) | (
            np.isin(self.ties.kind, _COOPERATION)
            & (gathering[self.ties.source] | gathering[self.ties.target])
        )
        self._leave_unnamed(but=second)
        self._leave_other_layers(wanted)
        self.lines.leave("same_mode", second[self.ties.source] == second[self.ties.target])
        if self.lens.pole is not None:
            inside = self._members(self.lens.pole) & ~second & self.nodes.kept
            self.nodes.leave("other_poles", ~(inside | (second & self._next_to(inside))))
        mode = Column.of("mode", np.where(second, "gathering", "organisation")[self.nodes.kept])
        return self._build(CoPresence.none(), mode)

    def _poles(self) -> Network:
        poles = self.kinds == _KIND_NUMBER["pole"]
        self._leave_dead()
        self.nodes.leave("not_poles", ~poles)
        source, target = self.ties.source, self.ties.target
        found = pole_ties(self.n, poles, source[self.lines.kept], target[self.lines.kept])
        self.notes += [f"hub:{self.actors.ids[hub]}:{count}" for hub, count in found.hubs]
        self.lines.leave("between_others", ~poles[source] & ~poles[target])
        other = np.where(poles[source], target, source)
        across = ~(poles[source] & poles[target])
        self.lines.leave("hub", across & found.hub[other])
        self.lines.leave("unshared", across & (found.touched[other] < 2))
        self._note_dates()
        return self._network(np.array([], np.int64), found.pairs, projected=False)

    def _ownership(self) -> Network:
        self._leave_dead()
        self._leave_other_layers(self.ties.kind == KIND_CODES[HOLDING])
        shares = self._shares()
        self.lines.leave("without_shares", np.isnan(shares))
        if self.lens.pole is not None:
            members = self._members(self.lens.pole)
            outside = ~(members[self.ties.source] | members[self.ties.target])
            self.lines.leave("other_poles", outside)
        held = np.zeros(self.n, np.bool_)
        held[self.ties.source[self.lines.kept]] = held[self.ties.target[self.lines.kept]] = True
        self.nodes.leave("without_holdings", ~held)
        self._note_dates()
        kept = np.flatnonzero(self.lines.kept)
        return self._network(kept, CoPresence.none(), weight=shares[kept] / 100.0, directed=True)

    # ------------------------------------------------------------------ who and what leaves

    def _leave_dead(self) -> None:
        """Ties planned, or over at the date asked (or as things stand)."""
        ties, at = self.ties, self.lens.at
        self.lines.leave("planned", ties.planned)
        self.lines.leave("ended" if at is None else "not_alive", ties.over(at))
        if self.lens.certain_dates:
            self.lines.leave("uncertain_dates", ties.over(at, certain_dates=True))

    def _leave_unnamed(self, but: Bools | None = None) -> None:
        stay = np.zeros(self.n, np.bool_) if but is None else but
        self.nodes.leave("collectives", self.actors.collective & ~stay)
        self.nodes.leave("unnamed", ~self.actors.named & ~stay)

    def _leave_other_layers(self, wanted: Bools) -> None:
        layers = _LAYER[self.ties.kind]
        for position, layer in enumerate(Layer):
            self.lines.leave(f"layer_{layer}", ~wanted & (layers == position))

    def _second_mode(self) -> Bools:
        """Gatherings, and whatever is joined: the target of an affiliation."""
        second: Bools = _GATHERING[self.kinds].copy()
        affiliated = self.lines.kept & np.isin(self.ties.kind, _AFFILIATION)
        second[self.ties.target[affiliated]] = True
        return second

    def _members(self, pole: str) -> Bools:
        """Who belongs to the pole."""
        try:
            number = self.actors.ids.index(pole)
        except ValueError:
            raise NotFound("not_found", what="pole", id=pole) from None
        return members_of(self.graph, number, self.lens.at)

    def _next_to(self, nodes: Bools) -> Bools:
        near = np.zeros(self.n, np.bool_)
        for one, other in self._both_ways():
            near[other[self.lines.kept & nodes[one]]] = True
        return near

    def _both_ways(self) -> tuple[tuple[Ints, Ints], tuple[Ints, Ints]]:
        source, target = self.ties.source, self.ties.target
        return (source, target), (target, source)

    def _shares(self) -> NDArray[np.float64]:
        shares = np.full(len(self.ties.ids), np.nan)
        for line in np.flatnonzero(self.ties.kind == KIND_CODES[HOLDING]):
            shares[line] = _share(self.ties.shares[line])
        return shares

    # ------------------------------------------------------------------ co-presence

    def _copresences(self) -> CoPresence:
        """Pairs of organisations that meet; the ties by which they do are counted apart."""
        if self.lens.projection == "none":
            return CoPresence.none()
        met = presences(self.graph, self.lines.kept, self.nodes.kept)
        guests = guests_of(self.n, met.pairs)
        used = np.zeros(len(self.ties.ids), np.bool_)
        used[met.lines[guests[met.pairs[:, 1]] > 1]] = True
        self.lines.leave("as_copresence", used)
        return copresences(self.n, met.pairs, self.lens.projection)

    # ------------------------------------------------------------------ building

    def _build(self, shared: CoPresence, *extra: Column) -> Network:
        """The network of the nodes that remain and the ties that remain between them."""
        nodes = self.nodes.kept
        inside = nodes[self.ties.source] & nodes[self.ties.target]
        self.lines.leave("end_left_out", ~inside)
        self._note_dates()
        return self._network(np.flatnonzero(self.lines.kept), shared, *extra)

    def _note_dates(self) -> None:
        kept, ties = self.lines.kept, self.ties
        if self.lens.at is None:
            self._note("end_date_not_asked", kept & (ties.end_min != FAR_AHEAD))
        else:
            self._note("undated", kept & ties.undated)

    def _note(self, name: str, mask: Bools) -> None:
        if count := int(np.count_nonzero(mask)):
            self.notes.append(f"{name}:{count}")

    def _network(
        self,
        kept: NDArray[np.int64],
        shared: CoPresence,
        *extra: Column,
        weight: NDArray[np.float64] | None = None,
        projected: bool = True,
        directed: bool = False,
    ) -> Network:
        chosen = np.flatnonzero(self.nodes.kept)
        number = np.full(self.n, -1, np.int32)
        number[chosen] = np.arange(len(chosen), dtype=np.int32)
        weights = self._weights(kept) if weight is None else weight
        directed = self._directed(kept, shared, directed=directed)
        return Network.of(
            [self.actors.ids[node] for node in chosen],
            np.concatenate([number[self.ties.source[kept]], number[shared.left]]),
            np.concatenate([number[self.ties.target[kept]], number[shared.right]]),
            directed=directed,
            weight=np.concatenate([weights, shared.weight]),
            projected=np.concatenate(
                [np.zeros(len(kept), np.bool_), np.full(len(shared.left), projected)]
            ),
            kind=_kind_column(self.ties.kind[kept], len(shared.left)),
            columns=partition_columns(self.graph, chosen, self.lens.at, extra),
            names=[self.actors.names[node] for node in chosen],
            provenance=Provenance(
                origin=self.origin,
                view=self.lens.view,
                filters=self.lens.filters,
                left_out_nodes=self.nodes.left_out,
                left_out_ties=self.lines.left_out,
                notes=tuple(self.notes),
            ),
        )

    def _weights(self, kept: NDArray[np.int64]) -> NDArray[np.float64]:
        unknown = sorted(set(self.lens.weights) - {tier for tier in TIERS if tier})
        if unknown:
            raise UnknownName(
                "unknown_name", what="tier", name=unknown[0],
                known=", ".join(tier for tier in TIERS if tier),
            )  # fmt: skip
        if not all(0 < weight < inf for weight in self.lens.weights.values()):
            raise InvalidInput(
                "invalid_value", what="weights", value=self.lens.filters["weights"], expected="> 0"
            )
        table = np.array([self.lens.weights.get(tier or "", 1.0) for tier in TIERS])
        weights: NDArray[np.float64] = table[self.ties.tier[kept]]
        return weights

    def _directed(self, kept: NDArray[np.int64], shared: CoPresence, *, directed: bool) -> bool:
        """Whether the network is read as arcs: only if asked, and everything in it is one."""
        arcs, kinds = self.ties.directed[kept], self.ties.kind[kept]
        if not self.lens.directed:
            if arcs.any() and not directed:
                self.notes.append("read_undirected")
            return directed
        undirected = {KIND_NAMES[code] for code in np.unique(kinds[~arcs])}
        undirected |= {
            name
            for name in (KIND_NAMES[code] for code in np.unique(kinds))
            if not TIE_KINDS[name].directed
        }
        if len(shared.left):
            undirected.add(COPRESENCE)
        if undirected:
            names = ", ".join(sorted(undirected))
            raise InvalidInput("not_directed", view=self.lens.view, kinds=names)
        return True


def _kind_column(codes: NDArray[np.int8], copresences: int) -> Column:
    """The kind of each tie; co-presences come last."""
    present = sorted({KIND_NAMES[code] for code in np.unique(codes)})
    names = sorted({*present, COPRESENCE}) if copresences else present
    table = np.array([names.index(name) if name in names else -1 for name in KIND_NAMES], np.int32)
    tail = np.full(copresences, names.index(COPRESENCE) if copresences else -1, np.int32)
    return Column("kind", tuple(names), np.concatenate([table[codes], tail]))


def _codes(kinds: Iterable[str]) -> Ints:
    return np.array(sorted(KIND_CODES[kind] for kind in kinds), np.int32)


def _kinds_of_layer(name: str) -> Ints:
    if name not in tuple(Layer):
        raise UnknownName("unknown_name", what="layer", name=name, known=", ".join(Layer))
    return _codes(kind.name for kind in TIE_KINDS.values() if kind.layer == name)


def _kinds_named(names: str) -> Ints:
    return _codes(tie_kind(name.strip()).name for name in names.split(","))


def _share(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return float("nan")


_KIND_NUMBER = {name: number for number, name in enumerate(ACTOR_KINDS)}
_GATHERING = np.array([kind.gathering for kind in ACTOR_KINDS.values()])
_LAYER = np.array([tuple(Layer).index(TIE_KINDS[name].layer) for name in KIND_NAMES])
_COOPERATION = _kinds_of_layer(Layer.COOPERATION)
_AFFILIATION = _kinds_of_layer(Layer.AFFILIATION)
