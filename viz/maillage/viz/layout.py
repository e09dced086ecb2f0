"""Where everything stands: seeded, and the same for everyone.

The layout is computed once, on the union of all ties at all dates, and kept: a filter or another
date never moves a mark. Poles become islands: their members are laid out inside, then the islands
and what links them are laid out among themselves and pushed apart until no two of them touch.
Equal input and seed give equal positions to the last digit, in any order of the input.
"""

from __future__ import annotations

import random
from collections.abc import Iterable
from threading import Lock

import igraph
import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from maillage.graph.model import Actor, Tie
from maillage.viz import spread
from maillage.viz.layout_plan import Plan
from maillage.viz.packing import packed
from maillage.viz.palette import HULL_MARGIN
from maillage.viz.scene_model import Point, Positions

Coordinates = NDArray[np.float64]

DEFAULT_SEED = 1
# Above this many marks, islands are filled with a sunflower and pushes are fewer.
COARSE_ABOVE = 5_000
# Screens are wide and so are names: everything is stretched a little, after the layout.
_STRETCH = (1.22, 0.9)
# Half the room kept between two marks, and around groups: names are written there.
_ROOM = 13.0
# Area given to a component over the area of its discs, before they are pushed apart.
_LOOSENESS = 2.2
# Around an island: its ground and a little air, even after the stretch.
_GROUND = HULL_MARGIN * 1.2
_IGRAPH_LOCK = Lock()


def arrange(
    actors: Iterable[Actor],
    ties: Iterable[Tie],
    *,
    seed: int = DEFAULT_SEED,
    kept: Positions | None = None,
) -> dict[str, Point]:
    """Positions of every actor. Those in `kept` stay; newcomers are put beside their neighbours."""
    actors = list(actors)
    if kept and all(actor.id in kept for actor in actors):
        return {actor.id: kept[actor.id] for actor in actors}
    plan = Plan(actors, ties)
    if kept:
        return plan.beside(kept)
    coordinates = _whole(plan, seed)
    if len(coordinates):
        coordinates = coordinates * _STRETCH
        coordinates -= (coordinates.min(axis=0) + coordinates.max(axis=0)) / 2
    return {
        actor: (float(x), float(y))
        for actor, (x, y) in zip(plan.ids, np.round(coordinates, 1) + 0.0, strict=True)
    }


def _whole(plan: Plan, seed: int) -> Coordinates:
    """Islands inside, then islands among themselves, component by component, then the isolates."""
    hearts, group = np.unique(plan.groups, return_inverse=True)
    inner, reaches = _insides(plan, hearts, group, seed)
    middles = _among(plan, hearts, group, reaches, seed)
    coordinates: Coordinates = middles[group] + _turned(plan, group, inner, middles)
    return coordinates


def _turned(
    plan: Plan, group: NDArray[np.int64], inner: Coordinates, middles: Coordinates
) -> Coordinates:
    """Each island turned about its heart so that its members face what they are tied to."""
    local = inner[:, 0] + 1j * inner[:, 1]
    centre = middles[group, 0] + 1j * middles[group, 1]
    one, other = plan.pairs[:, 0], plan.pairs[:, 1]
    towards = np.zeros(len(middles), np.complex128)
    sizes = np.maximum(np.bincount(group, minlength=len(middles)), 1)
    middle_x = np.bincount(group, local.real, len(middles)) / sizes
    middle_y = np.bincount(group, local.imag, len(middles)) / sizes
    inner_middles = middle_x + 1j * middle_y
    for near, far in ((one, other), (other, one)):
        out = group[near] != group[far]
        wanted = np.conj(local[near[out]]) * (centre[far[out]] - centre[near[out]])
        sums = wanted * plan.weights[out]
        towards += np.bincount(group[near[out]], sums.real, len(middles))
        towards += 1j * np.bincount(group[near[out]], sums.imag, len(middles))
        # What a heart is tied to outside stays on its free side.
        held = np.conj(inner_middles[group[near[out]]]) * (centre[near[out]] - centre[far[out]])
        held = held * plan.weights[out] * (local[near[out]] == 0)
        towards += np.bincount(group[near[out]], held.real, len(middles))
        towards += 1j * np.bincount(group[near[out]], held.imag, len(middles))
    size = np.abs(towards)
    turn = np.where(size > 1e-9, towards / np.maximum(size, 1e-9), 1.0)
    turned = local * turn[group]
    return np.column_stack([turned.real, turned.imag])


def _insides(
    plan: Plan, hearts: NDArray[np.int64], group: NDArray[np.int64], seed: int
) -> tuple[Coordinates, NDArray[np.float64]]:
    """Places around the heart of each group, and how far each group reaches."""
    inner = np.zeros((len(plan.ids), 2))
    reaches = plan.radii[hearts] + _ROOM
    order = np.argsort(group, kind="stable")
    starts = np.searchsorted(group[order], np.arange(len(hearts) + 1))
    same = group[plan.pairs[:, 0]] == group[plan.pairs[:, 1]]
    links = plan.pairs[same]
    link_group = group[links[:, 0]]
    link_order = np.argsort(link_group, kind="stable")
    link_starts = np.searchsorted(link_group[link_order], np.arange(len(hearts) + 1))
    for number in range(len(hearts)):
        members = order[starts[number] : starts[number + 1]]
        if len(members) == 1:
            continue
        # The heart first: it stays in the middle.
        members = np.concatenate([[hearts[number]], members[members != hearts[number]]])
        inside = links[link_order[link_starts[number] : link_starts[number + 1]]]
        places = _one_inside(plan, members, inside, seed)
        inner[members] = places
        far = np.hypot(places[:, 0], places[:, 1]) + plan.radii[members]
        reaches[number] = far.max() + (_GROUND if plan.is_pole(hearts[number]) else _ROOM)
    return inner, reaches


def _one_inside(
    plan: Plan, members: NDArray[np.int64], links: NDArray[np.int64], seed: int
) -> Coordinates:
    room = plan.radii[members] + _ROOM
    room[0] += 2.5 * _ROOM  # its name is written above or below it
    if len(plan.ids) > COARSE_ABOVE or len(members) > 400:
        places = spread.sunflower(len(members), 1.9 * float(np.sqrt(np.mean(room**2))))
        outwards: Coordinates = places / np.maximum(np.hypot(*places.T), 1)[:, None]
        return np.asarray(places + outwards * room[0], dtype=np.float64)
    rows = {int(member): row for row, member in enumerate(members)}
    edges = [(rows[int(one)], rows[int(other)]) for one, other in links]
    ring = spread.sunflower(len(members), 30.0)
    places = _spring(len(members), edges, np.ones(len(edges)), ring, seed)
    places = places - places[0]
    places *= float(np.sqrt((room**2).sum()) / max(np.sqrt((places**2).sum(axis=1).mean()), 1e-9))
    return spread.push_apart(places, room, steps=120, gravity=0.08, fixed=0)


def _among(
    plan: Plan,
    hearts: NDArray[np.int64],
    group: NDArray[np.int64],
    reaches: NDArray[np.float64],
    seed: int,
) -> Coordinates:
    """Middles of the groups."""
    ends = np.sort(group[plan.pairs], axis=1)
    across = ends[:, 0] != ends[:, 1]
    links, inverse = np.unique(ends[across], axis=0, return_inverse=True)
    links = links.reshape(-1, 2)
    weights = np.bincount(inverse, plan.weights[across], minlength=len(links))
    count, part = connected_components(
        coo_array((np.ones(len(links)), links.T), shape=(len(hearts),) * 2), directed=False
    )
    boxes: list[tuple[NDArray[np.int64], Coordinates]] = []
    order = np.argsort(part, kind="stable")
    starts = np.searchsorted(part[order], np.arange(count + 1))
    link_part = part[links[:, 0]] if len(links) else np.empty(0, np.int64)
    for number in range(count):
        members = order[starts[number] : starts[number + 1]]
        if len(members) == 1:
            boxes.append((members, np.zeros((1, 2))))
            continue
        mine = link_part == number
        rows = np.full(len(hearts), -1)
        rows[members] = np.arange(len(members))
        boxes.append(
            (members, _component(rows[links[mine]], weights[mine], reaches[members], seed))
        )
    return packed(plan, hearts, reaches, boxes)


def _component(
    links: NDArray[np.int64], weights: NDArray[np.float64], reaches: NDArray[np.float64], seed: int
) -> Coordinates:
    count = len(reaches)
    start = spread.sunflower(count, 60.0)
    start = start[np.random.default_rng(seed).permutation(count)]
    places = _spring(count, [(int(a), int(b)) for a, b in links], weights, start, seed)
    places -= np.average(places, axis=0, weights=reaches**2)
    extent = float(np.sqrt((places**2).sum(axis=1).mean()))
    places *= float(np.sqrt(_LOOSENESS * (reaches**2).sum() / 2)) / max(extent, 1e-9)
    coarse = count > COARSE_ABOVE
    return spread.push_apart(
        places, reaches, steps=30 if coarse else 300, gravity=0.0 if coarse else 0.02
    )


def _spring(
    count: int,
    edges: list[tuple[int, int]],
    weights: NDArray[np.float64],
    start: Coordinates,
    seed: int,
) -> Coordinates:
    """Fruchterman and Reingold by igraph, from a given start and with a generator of our own."""
    graph = igraph.Graph(n=count, edges=edges)
    with _IGRAPH_LOCK:
        igraph.set_random_number_generator(random.Random(seed))
        try:
            found = graph.layout_fruchterman_reingold(
                weights=weights.tolist() or None,
                seed=start.tolist(),
                niter=500 if count <= COARSE_ABOVE else 60,
                grid="grid" if count > 1_000 else "nogrid",
            )
        finally:
            igraph.set_random_number_generator(random)
    return np.array(found.coords, dtype=np.float64)
