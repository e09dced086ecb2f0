"""Which graph is measured: the views of a stored graph, and what each leaves out and why.

The choice decides the sign of the headline, so a view says what it kept. See `docs/views.md`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from maillage.graph.arrays import FAR_AHEAD, KIND_CODES, KIND_NAMES, TIERS, GraphColumns
from maillage.graph.belonging import members_of
from maillage.graph.columns import Column
from maillage.graph.dates import DateSpan
from maillage.graph.errors import InvalidInput, NotFound, UnknownName
from maillage.graph.network import Network, Provenance
from maillage.graph.partitions import partition_columns
from maillage.graph.projection import CoPresence, Projection, copresences, pole_ties
from maillage.graph.vocabulary import (
    ACTOR_KINDS,
    KINDS_OF_EVENTS,
    KINDS_WITHOUT_COPRESENCE,
    TIE_KINDS,
    Layer,
    tie_kind,
)

Bools = NDArray[np.bool_]
Ints = NDArray[np.int32]

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
            "pole": self.pole or "",
            "projection": self.projection if self.view == "cooperation" else "",
            "weights": ",".join(f"{tier}={weight:g}" for tier, weight in self.weights.items()),
        }
        return {name: value for name, value in shown.items() if value}


def network_of(graph: GraphColumns, lens: Lens, origin: Mapping[str, str]) -> Network:
    """The network that a lens shows of a stored graph."""
    return _Cut(graph, lens, origin).network()


class _Cut:
    """One graph under one lens, with the account of what falls away."""

    def __init__(self, graph: GraphColumns, lens: Lens, origin: Mapping[str, str]) -> None:
        self.graph, self.lens, self.origin = graph, lens, origin
        self.actors, self.ties = graph.actors, graph.ties
        self.n = len(graph.actors.ids)
        self.kinds = np.array([_KIND_NUMBER[kind] for kind in self.actors.kinds], np.int16)
        self.left_out_ties: dict[str, int] = {}
        self.left_out_nodes: dict[str, int] = {}
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
        alive = self._alive()
        wanted = np.isin(self.ties.kind, kinds)
        nodes = self._in_scope(self._one_mode())
        inside = nodes[self.ties.source] & nodes[self.ties.target]
        self._account(alive, wanted, inside)
        kept = np.flatnonzero(alive & wanted & inside)
        shared = self._copresences(alive, nodes) if copresence else CoPresence.none()
        return self._build(nodes, kept, shared)

    def _two_mode(self) -> Network:
        alive = self._alive()
        second = self._second_mode(alive)
        wanted = (second[self.ties.target] | second[self.ties.source]) & (
            np.isin(self.ties.kind, _kinds_of_layer(Layer.AFFILIATION))
            | np.isin(self.ties.kind, _COOPERATION)
        )
        across = second[self.ties.source] != second[self.ties.target]
        nodes = self._in_scope(self._one_mode()) | second
        inside = nodes[self.ties.source] & nodes[self.ties.target] & across
        self._account(alive, wanted, inside)
        self.left_out_nodes.pop("gatherings", None)
        kept = np.flatnonzero(alive & wanted & inside)
        mode = ["gathering" if flag else "organisation" for flag in second[nodes]]
        return self._build(nodes, kept, CoPresence.none(), {"mode": Column.of("mode", mode)})

    def _poles(self) -> Network:
        poles = self.kinds == _KIND_NUMBER["pole"]
        alive = self._alive()
        shared, hubs = pole_ties(self.n, poles, self.ties.source[alive], self.ties.target[alive])
        self.notes += [f"hub:{self.actors.ids[hub]}:{count}" for hub, count in hubs]
        self.left_out_nodes["not_poles"] = int(np.count_nonzero(~poles))
        return self._build(poles, np.array([], np.int64), shared, projected=False)

    def _ownership(self) -> Network:
        alive = self._alive()
        held = np.isin(self.ties.kind, _kinds_named("shareholding"))
        shares = np.array([_share(text) for text in self.ties.shares])
        known = ~np.isnan(shares)
        nodes = np.zeros(self.n, np.bool_)
        kept = np.flatnonzero(alive & held & known)
        nodes[self.ties.source[kept]] = nodes[self.ties.target[kept]] = True
        self._account(alive, held, known)
        self.left_out_nodes["without_shares"] = int(np.count_nonzero(~nodes))
        return self._build(
            nodes, kept, CoPresence.none(), weight=shares[kept] / 100.0, directed=True
        )

    # ------------------------------------------------------------------ nodes

    def _second_mode(self, alive: Bools) -> Bools:
        """Gatherings, and whatever is joined: the target of an affiliation."""
        second = _GATHERING[self.kinds].copy()
        affiliated = alive & np.isin(self.ties.kind, _kinds_of_layer(Layer.AFFILIATION))
        second[self.ties.target[affiliated]] = True
        return second

    def _one_mode(self) -> Bools:
        """Named organisations. One that others join (RTES) stays, with its own cooperation."""
        gatherings = _GATHERING[self.kinds]
        collectives = ~gatherings & self.actors.collective
        unnamed = ~gatherings & ~collectives & ~self.actors.named
        self.left_out_nodes |= _counts(
            gatherings=gatherings, collectives=collectives, unnamed=unnamed
        )
        kept: Bools = ~gatherings & ~collectives & ~unnamed
        return kept

    def _in_scope(self, nodes: Bools) -> Bools:
        if self.lens.pole is None:
            return nodes
        members = self._members(self.lens.pole)
        self.left_out_nodes["other_poles"] = int(np.count_nonzero(nodes & ~members))
        return nodes & members

    def _members(self, pole: str) -> Bools:
        try:
            number = self.actors.ids.index(pole)
        except ValueError:
            raise NotFound("not_found", what="pole", id=pole) from None
        return members_of(self.graph, number, self.lens.at)

    # ------------------------------------------------------------------ ties

    def _alive(self) -> Bools:
        """Neither planned nor known to be over at the date asked (or as things stand)."""
        ties, at = self.ties, self.lens.at
        planned = ties.planned
        over = ties.over(at, certain_dates=self.lens.certain_dates)
        alive: Bools = ~planned & ~over
        if at is None:
            self.left_out_ties |= _counts(planned=planned, ended=over)
            if dated := int(np.count_nonzero(alive & (ties.end_min != FAR_AHEAD))):
                self.notes.append(f"end_date_not_asked:{dated}")
            return alive
        if not self.lens.certain_dates:
            self.notes.append(f"undated:{int(np.count_nonzero(ties.undated & ~planned))}")
        self.left_out_ties |= _counts(planned=planned, not_alive=over & ~planned)
        return alive

    def _account(self, alive: Bools, wanted: Bools, inside: Bools) -> None:
        """Why each living tie of the store is not in the view: its layer first, then its ends."""
        layers = _LAYER[self.ties.kind]
        for position, layer in enumerate(Layer):
            other = alive & ~wanted & (layers == position)
            self.left_out_ties |= _counts(**{f"layer_{layer}": other})
        self.left_out_ties |= _counts(end_left_out=alive & wanted & ~inside)

    def _copresences(self, alive: Bools, nodes: Bools) -> CoPresence:
        if self.lens.projection == "none":
            return CoPresence.none()
        by_cooperation = np.isin(self.ties.kind, _COOPERATION)
        by_membership = self.ties.kind == KIND_CODES["membership"]
        hosts = _HOST[self.kinds]
        events = _EVENT[self.kinds]
        counted = []
        for guests, places in (
            (self.ties.source, self.ties.target),
            (self.ties.target, self.ties.source),
        ):
            kept = (
                alive
                & nodes[guests]
                & hosts[places]
                & (by_cooperation | (by_membership & ~events[places]))
            )
            counted.append(np.stack([guests[kept], places[kept]], axis=1))
        return copresences(self.n, np.concatenate(counted), self.lens.projection)

    # ------------------------------------------------------------------ building

    def _build(
        self,
        nodes: Bools,
        kept: NDArray[np.int64],
        shared: CoPresence,
        extra: Mapping[str, Column] | None = None,
        *,
        weight: NDArray[np.float64] | None = None,
        projected: bool = True,
        directed: bool = False,
    ) -> Network:
        chosen = np.flatnonzero(nodes)
        number = np.full(self.n, -1, np.int32)
        number[chosen] = np.arange(len(chosen), dtype=np.int32)
        kinds = self.ties.kind[kept]
        if self.lens.directed or directed:
            self._check_directed(kinds)
            directed = True
        elif len(kinds) and self.ties.directed[kept].any():
            self.notes.append("read_undirected")
        weights = self._weights(kept) if weight is None else weight
        labels = [KIND_NAMES[code] for code in kinds] + ["copresence"] * len(shared.left)
        return Network.of(
            [self.actors.ids[node] for node in chosen],
            np.concatenate([number[self.ties.source[kept]], number[shared.left]]),
            np.concatenate([number[self.ties.target[kept]], number[shared.right]]),
            directed=directed,
            weight=np.concatenate([weights, shared.weight]),
            projected=[False] * len(kept) + [projected] * len(shared.left),
            kind=Column.of("kind", labels),
            columns={**partition_columns(self.graph, chosen, self.lens.at), **(extra or {})},
            names=[self.actors.names[node] for node in chosen],
            provenance=Provenance(
                origin=self.origin,
                view=self.lens.view,
                filters=self.lens.filters,
                left_out_nodes=_nonzero(self.left_out_nodes),
                left_out_ties=_nonzero(self.left_out_ties),
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
        if any(not weight > 0 for weight in self.lens.weights.values()):
            raise InvalidInput(
                "invalid_value", what="weights", value=self.lens.filters["weights"], expected="> 0"
            )
        table = np.array([self.lens.weights.get(tier or "", 1.0) for tier in TIERS])
        weights: NDArray[np.float64] = table[self.ties.tier[kept]]
        return weights

    def _check_directed(self, kinds: NDArray[np.int8]) -> None:
        undirected = sorted(
            KIND_NAMES[code]
            for code in np.unique(kinds)
            if not TIE_KINDS[KIND_NAMES[code]].directed
        )
        if undirected:
            raise InvalidInput("not_directed", view=self.lens.view, kinds=", ".join(undirected))


def _codes(kinds: Iterable[str]) -> Ints:
    return np.array(sorted(KIND_CODES[kind] for kind in kinds), np.int32)


def _kinds_of_layer(name: str) -> Ints:
    if name not in tuple(Layer):
        raise UnknownName("unknown_name", what="layer", name=name, known=", ".join(Layer))
    return _codes(kind.name for kind in TIE_KINDS.values() if kind.layer == name)


def _kinds_named(names: str) -> Ints:
    return _codes(tie_kind(name.strip()).name for name in names.split(","))


def _counts(**masks: Bools) -> dict[str, int]:
    return {name: int(np.count_nonzero(mask)) for name, mask in masks.items()}


def _nonzero(counts: Mapping[str, int]) -> dict[str, int]:
    return {name: count for name, count in counts.items() if count}


def _share(text: str) -> float:
    return float(text) if text else float("nan")


_KIND_NUMBER = {name: number for number, name in enumerate(ACTOR_KINDS)}
_GATHERING = np.array([kind.gathering for kind in ACTOR_KINDS.values()])
_HOST = np.array(
    [kind.gathering and kind.name not in KINDS_WITHOUT_COPRESENCE for kind in ACTOR_KINDS.values()]
)
_EVENT = np.array([name in KINDS_OF_EVENTS for name in ACTOR_KINDS])
_LAYER = np.array([tuple(Layer).index(TIE_KINDS[name].layer) for name in KIND_NAMES])
_COOPERATION = _kinds_of_layer(Layer.COOPERATION)
