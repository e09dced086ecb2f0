"""What ties poles to one another, and by which ties: the evidence under the view `poles`.

The rule is that of `projection.pole_ties`: what a hub shares ties nobody.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from maillage.graph.arrays import GraphColumns
from maillage.graph.projection import pole_ties

Bools = NDArray[np.bool_]


@dataclass(slots=True)
class Link:
    """Between two poles: what they share, and the ties that say so (direct ones too)."""

    through: set[int] = field(default_factory=set)
    lines: set[int] = field(default_factory=set)


@dataclass(frozen=True)
class PoleLinks:
    """Rows of actors and ties. `outward`: what each pole touches, and by which ties."""

    links: Mapping[int, Mapping[int, Link]]
    outward: Mapping[int, Mapping[int, list[int]]]
    hubs: tuple[tuple[int, int], ...]


def pole_links(graph: GraphColumns, kept: Bools) -> PoleLinks:
    """Of the ties that are kept."""
    poles = graph.actors.poles
    source, target = graph.ties.source, graph.ties.target
    found = pole_ties(len(poles), poles, source[kept], target[kept])
    outward: dict[int, dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
    touching: dict[int, set[int]] = defaultdict(set)
    links: dict[int, dict[int, Link]] = defaultdict(lambda: defaultdict(Link))
    for line in np.flatnonzero(kept & (poles[source] | poles[target])).tolist():
        one, other = int(source[line]), int(target[line])
        if poles[one] and poles[other]:
            if one != other:
                links[one][other].lines.add(line)
                links[other][one].lines.add(line)
            continue
        pole, node = (one, other) if poles[one] else (other, one)
        outward[pole][node].append(line)
        touching[node].add(pole)
    for node, met in touching.items():
        if len(met) > 1 and not found.hub[node]:
            _join(links, outward, node, met)
    return PoleLinks(links, outward, tuple(found.hubs))


def _join(
    links: Mapping[int, Mapping[int, Link]],
    outward: Mapping[int, Mapping[int, list[int]]],
    node: int,
    met: set[int],
) -> None:
    """Every two poles that share the node."""
    for one in met:
        for other in met - {one}:
            link = links[one][other]
            link.through.add(node)
            link.lines.update(outward[one][node] + outward[other][node])
