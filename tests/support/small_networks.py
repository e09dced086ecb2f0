"""Networks written out in a test, by names: `net("ab bc", a="x", b="y")`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from maillage.graph.network import Column, Network

Weighted = tuple[str, str, float]


def net(
    ties: str | Iterable[Weighted],
    groups: Mapping[str, str | None] | None = None,
    *,
    directed: bool = False,
    isolates: str = "",
    declared: Sequence[str] | None = None,
) -> Network:
    """Ties as words of two letters (or `(a, b, weight)`), nodes in sorted order."""
    rows = [(t[0], t[1], 1.0) for t in ties.split()] if isinstance(ties, str) else list(ties)
    ends = {end for source, target, _ in rows for end in (source, target)}
    ids = sorted({*ends, *isolates, *(groups or {})})
    place = {node: number for number, node in enumerate(ids)}
    values = [(groups or {}).get(node) for node in ids]
    return Network.of(
        ids,
        [place[source] for source, _, _ in rows],
        [place[target] for _, target, _ in rows],
        directed=directed,
        weight=[weight for _, _, weight in rows],
        columns={"group": Column.of("group", values, declared)},
    )
