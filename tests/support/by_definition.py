"""The measures once more, straight from their definitions: slow, exact, and sharing no code.

Every function reads the same plain structure: nodes 0..n-1, a set of arcs (an undirected tie is
two of them), weights of arcs, and a group for each node.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import combinations, permutations

from maillage.graph.network import Network


@dataclass(frozen=True)
class Plain:
    ids: tuple[str, ...]
    directed: bool
    weight: dict[tuple[int, int], Fraction]
    group: tuple[str, ...]

    @property
    def n(self) -> int:
        return len(self.ids)

    @property
    def arcs(self) -> list[tuple[int, int]]:
        return list(self.weight)

    @property
    def ties(self) -> list[tuple[int, int]]:
        """Each tie once (each arc, if directed)."""
        return [arc for arc in self.weight if self.directed or arc[0] < arc[1]]

    @property
    def groups(self) -> list[str]:
        return sorted(set(self.group))

    def sizes(self) -> Counter[str]:
        return Counter(self.group)

    def alters(self, i: int) -> set[int]:
        return {b for a, b in self.weight if a == i} | {a for a, b in self.weight if b == i}

    def both_ways(self, i: int, j: int, *, weighted: bool) -> Fraction:
        """a_ij + a_ji"""
        found = [self.weight[arc] for arc in ((i, j), (j, i)) if arc in self.weight]
        return total(found) if weighted else Fraction(len(found))


def plain(network: Network) -> Plain:
    weight: dict[tuple[int, int], Fraction] = {}
    ties, column = network.ties, network.column("group")
    for i, j, w in zip(
        ties.source.tolist(), ties.target.tolist(), ties.weight.tolist(), strict=True
    ):
        ends = [(i, j)] if network.directed else [(i, j), (j, i)]
        for arc in ends if i != j else []:
            weight[arc] = weight.get(arc, Fraction(0)) + Fraction(w)
    groups = tuple(column.categories[code] for code in column.codes.tolist())
    return Plain(network.ids, network.directed, weight, groups)


def total(items: Iterable[Fraction]) -> Fraction:
    return sum(items, Fraction(0))


def ei(g: Plain, *, weighted: bool = False) -> Fraction | None:
    across = inside = Fraction(0)
    for i, j in g.ties:
        amount = g.weight[i, j] if weighted else Fraction(1)
        if g.group[i] == g.group[j]:
            inside += amount
        else:
            across += amount
    return (across - inside) / (across + inside) if g.ties else None


def assortativity(g: Plain, *, weighted: bool = False) -> Fraction | None:
    amounts = {arc: g.weight[arc] if weighted else Fraction(1) for arc in g.arcs}
    whole = total(amounts.values())
    if not whole:
        return None

    def e(x: str, y: str) -> Fraction:
        ends = ((amount, g.group[i], g.group[j]) for (i, j), amount in amounts.items())
        return total(amount for amount, p, q in ends if (p, q) == (x, y)) / whole

    groups = g.groups
    chance = total(total(e(x, y) for y in groups) * total(e(y, x) for y in groups) for x in groups)
    return (total(e(x, x) for x in groups) - chance) / (1 - chance) if chance != 1 else None


def coleman(g: Plain) -> dict[str, Fraction | None]:
    sizes = g.sizes()
    found: dict[str, Fraction | None] = {}
    for x in g.groups:
        t = sum(g.group[i] == x for i, _ in g.arcs)
        w = sum(g.group[i] == x == g.group[j] for i, j in g.arcs)
        if not t or sizes[x] == 1 or len(sizes) == 1:
            found[x] = None
            continue
        expected = Fraction(t * (sizes[x] - 1), g.n - 1)
        found[x] = (w - expected) / ((t - expected) if w > expected else expected)
    return found


def freeman(g: Plain) -> Fraction | None:
    if not g.ties or len(g.groups) == 1:
        return None
    across = sum(g.group[i] != g.group[j] for i, j in g.ties)
    same = sum(size**2 for size in g.sizes().values())
    expected = Fraction(len(g.ties) * (g.n**2 - same), g.n * (g.n - 1))
    return (expected - across) / expected


def gamix(g: Plain, *, tied_only: bool) -> Fraction | None:
    shares = []
    for x in g.groups:
        out = [(i, j) for i, j in g.arcs if g.group[i] == x]
        if out:
            shares.append(Fraction(sum(g.group[j] == x for _, j in out), len(out)))
    if not g.ties or (len(shares) < len(g.groups) and not tied_only) or len(shares) == 1:
        return None
    return (total(shares) - 1) / (len(shares) - 1)


def two_by_two(g: Plain) -> list[list[int]]:
    dyads = permutations(range(g.n), 2) if g.directed else combinations(range(g.n), 2)
    table = [[0, 0], [0, 0]]
    for i, j in dyads:
        table[g.group[i] != g.group[j]][(i, j) not in g.weight] += 1
    return table


def smi(g: Plain) -> dict[str, Fraction | None]:
    found: dict[str, Fraction | None] = {}
    for x in g.groups:
        pairs = [(i, j) for i, j in permutations(range(g.n), 2) if g.group[i] == x]
        inside = [arc in g.weight for arc in pairs if g.group[arc[1]] == x]
        outside = [arc in g.weight for arc in pairs if g.group[arc[1]] != x]
        if not inside or not outside or not sum(inside) + sum(outside):
            found[x] = None
            continue
        d, o = Fraction(sum(inside), len(inside)), Fraction(sum(outside), len(outside))
        found[x] = (d - o) / (d + o)
    return found


def variety(amounts: dict[str, Fraction]) -> Fraction | None:
    whole = total(amounts.values())
    return 1 - total((a / whole) ** 2 for a in amounts.values()) if whole else None


def blau(g: Plain, i: int) -> Fraction | None:
    return variety({x: Fraction(n) for x, n in Counter(g.group[j] for j in g.alters(i)).items()})


def participation(g: Plain, i: int, *, weighted: bool, incoming: bool = False) -> Fraction | None:
    amounts: dict[str, Fraction] = {}
    for (a, b), w in g.weight.items():
        here, there = (b, a) if incoming else (a, b)
        if here == i:
            amounts[g.group[there]] = amounts.get(g.group[there], Fraction(0)) + (
                w if weighted else 1
            )
    return variety(amounts)


ROLES = ("coordinator", "itinerant", "gatekeeper", "representative", "liaison")


def role(i: str, j: str, k: str) -> str:
    if i == j == k:
        return "coordinator"
    if i == k:
        return "itinerant"
    if j == k:
        return "gatekeeper"
    return "representative" if i == j else "liaison"


def brokerage(g: Plain, j: int) -> Counter[str]:
    held: Counter[str] = Counter(dict.fromkeys((*ROLES, "total"), 0))
    for i, k in permutations(range(g.n), 2):
        if (i, j) in g.weight and (j, k) in g.weight and (i, k) not in g.weight:
            held[role(g.group[i], g.group[j], g.group[k])] += 1
            held["total"] += 1
    return held


def constraint(g: Plain, i: int, *, weighted: bool) -> Fraction | None:
    alters = g.alters(i)

    def through(j: int) -> Fraction:
        return total(
            share(g, i, q, weighted=weighted) * share(g, q, j, weighted=weighted)
            for q in alters - {j}
        )

    if not alters:
        return None
    return total((share(g, i, j, weighted=weighted) + through(j)) ** 2 for j in alters)


def share(g: Plain, i: int, j: int, *, weighted: bool) -> Fraction:
    whole = total(g.both_ways(i, k, weighted=weighted) for k in g.alters(i))
    return g.both_ways(i, j, weighted=weighted) / whole


def effective_size(g: Plain, i: int, *, weighted: bool) -> Fraction | None:
    alters = g.alters(i)

    def repeated(j: int) -> Fraction:
        most = max(g.both_ways(j, k, weighted=weighted) for k in g.alters(j))
        return total(
            share(g, i, q, weighted=weighted) * g.both_ways(j, q, weighted=weighted) / most
            for q in alters - {j}
        )

    return total(1 - repeated(j) for j in alters) if alters else None


def reachable(g: Plain) -> dict[int, set[int]]:
    """From each node, itself included."""
    found = {}
    for start in range(g.n):
        seen, edge = {start}, [start]
        while edge:
            here = edge.pop()
            for a, b in g.weight:
                if a == here and b not in seen:
                    seen.add(b)
                    edge.append(b)
        found[start] = seen
    return found


def weak_components(g: Plain) -> list[set[int]]:
    back = {(b, a): w for (a, b), w in g.weight.items()}
    reach = reachable(replace(g, directed=False, weight=g.weight | back))
    return [reach[i] for i in range(g.n) if i == min(reach[i])]


def hierarchy(g: Plain) -> Fraction | None:
    reach = reachable(g)
    either = [(i, j) for i, j in combinations(range(g.n), 2) if j in reach[i] or i in reach[j]]
    mutual = sum(j in reach[i] and i in reach[j] for i, j in either)
    return 1 - Fraction(mutual, len(either)) if either else None


def lubness(g: Plain) -> Fraction | None:
    reach, pieces = reachable(g), weak_components(g)
    most = sum((len(piece) - 1) * (len(piece) - 2) for piece in pieces) // 2
    if not most:
        return None
    violations = 0
    for piece in pieces:
        for i, j in combinations(sorted(piece), 2):
            upper = [u for u in piece if i in reach[u] and j in reach[u]]
            violations += not any(all(u in reach[v] for v in upper) for u in upper)
    return 1 - Fraction(violations, most)
