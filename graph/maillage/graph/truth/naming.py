"""References by name: to exactly one known actor, to several that wait, or to a new one.

Known actors are those that a row declares, then those that a reference knows by an identifier.
A reference is read in the commune it gives, and never against an identifier of its own. A commune
whose département nobody tells may be of any; of two départements there are two actors, and nobody
known is both. One without a commune is read last, once those of one commune are one actor. What is
decided depends on sets alone: no order of loading can change it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from maillage.graph.folding import normalise
from maillage.graph.truth.communes import (
    NOWHERE,
    Commune,
    apart,
    areas_told,
    commune_meant,
    communes_said,
)
from maillage.graph.truth.groups import Groups
from maillage.graph.truth.mentions import Mentions, names_said
from maillage.graph.truth.nodes import NodeRank

# The name folded, the commune, and the name as it was written.
Called = tuple[str, Commune, str]


def place_names(groups: Groups, mentions: Mentions) -> dict[str, tuple[str, ...]]:
    """Join what a name can only mean; return the nodes that wait, each with those it may mean."""
    naming = _Naming(groups, mentions)
    strong = {root: called for root, called in naming.called.items() if naming.numbered(root)}
    bare = {root: called for root, called in naming.called.items() if root not in strong}
    placed = {root for root in bare if any(where != NOWHERE for _, where, _ in bare[root])}
    waiting = naming.settle({root: naming.declared_fits(root, strong[root]) for root in strong})
    for roots in (placed, bare.keys() - placed):
        waiting |= naming.settle({root: naming.fits(root, bare[root]) for root in roots})
    return waiting


@dataclass
class _Directory:
    """Who bears a name: everywhere, in a commune of any département, in one whose département is
    told or nobody tells."""

    everywhere: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    around: dict[tuple[str, str], set[str]] = field(default_factory=lambda: defaultdict(set))
    placed: dict[tuple[str, Commune], set[str]] = field(default_factory=lambda: defaultdict(set))

    def add(self, name: str, communes: Collection[Commune], node: str) -> None:
        self.everywhere[name].add(node)
        told = areas_told(communes)
        for commune in communes or (NOWHERE,):
            self.around[name, commune.name].add(node)
            if commune.area or commune.name not in told:
                self.placed[name, commune].add(node)

    def bearers(self, name: str, commune: Commune) -> Sequence[set[str]]:
        """Sets of nodes, the likeliest set first."""
        if commune == NOWHERE:
            return (self.everywhere.get(name, set()),)
        nowhere = self.placed.get((name, NOWHERE), set())
        if not commune.area:
            return self.around.get((name, commune.name), set()), nowhere
        untold = self.placed.get((name, Commune(commune.name)), set())
        return self.placed.get((name, commune), set()), untold, nowhere


class _Naming:
    def __init__(self, groups: Groups, mentions: Mentions) -> None:
        self.groups, self.ranks = groups, mentions.ranks
        self.communes: dict[str, set[Commune]] = defaultdict(set)
        self.declared: set[str] = set()
        # What undeclared groups are called by those who refer to them.
        self.called: dict[str, set[Called]] = defaultdict(set)
        self.of_declared, self.of_strong, self.of_located = _Directory(), _Directory(), _Directory()
        self._read_rows(mentions)
        self._read_references(mentions)

    def _read_rows(self, mentions: Mentions) -> None:
        names: dict[str, set[str]] = defaultdict(set)
        for claim in mentions.claims:
            root = self.groups.land(mentions.nodes(claim))
            names[root].update(map(normalise, names_said(claim)))
            self.communes[root].update(communes_said(claim))
            if claim.row_key:
                self.declared.add(root)
        self._names = names

    def _read_references(self, mentions: Mentions) -> None:
        for ref, nodes in mentions.refs.items():
            if ref.name is None and ref.commune is None:
                continue
            root = self.groups.land(nodes)
            commune = commune_meant(ref.commune)
            if ref.commune:
                self.communes[root].add(commune)
            if ref.name:
                self._call(root, ref.name, commune)
        for root, names in self._names.items():
            self._list(root, names)

    def _call(self, root: str, text: str, commune: Commune) -> None:
        name = normalise(text)
        self._names[root].add(name)
        if root not in self.declared:
            self.called[root].add((name, commune, text.strip()))

    def _list(self, root: str, names: Iterable[str]) -> None:
        communes = self.communes.get(root, ())
        if root in self.declared:
            directory = self.of_declared
        elif self.numbered(root):
            directory = self.of_strong
        elif communes:
            directory = self.of_located
        else:
            return
        for name in names:
            directory.add(name, communes, root)

    def numbered(self, root: str) -> bool:
        """Whether the group is known by an identifier."""
        return any(self._has(root, rank) for rank in _IDENTIFIERS)

    # ------------------------------------------------------------------ what fits

    def declared_fits(self, root: str, called: Iterable[Called]) -> set[str]:
        """For a reference with an identifier: actors that a row declares, none contrary to it."""
        found: set[str] = set()
        for name, commune, _ in called:
            found |= self._fitting(root, self.of_declared.bearers(name, commune), self._agrees)
        return found

    def fits(self, root: str, called: Iterable[Called]) -> set[str]:
        """For a bare name: whom it can mean."""
        found: set[str] = set()
        for name, commune, text in called:
            found |= self._by_id(root, text) or self._by_name(root, name, commune)
        return found

    def _by_id(self, root: str, text: str) -> set[str]:
        """A cell that holds « a name or an id » may hold an id, also one minted from a bare name:
        that is the id which a reader is shown."""
        if text not in self.ranks:
            return set()
        return self._fitting(root, ({text},), self._joinable)

    def _by_name(self, root: str, name: str, commune: Commune) -> set[str]:
        declared = self.of_declared.bearers(name, commune)
        strong = self.of_strong.bearers(name, commune)
        known = [one | other for one, other in zip(declared, strong, strict=True)]
        if found := self._fitting(root, known, self._may_be):
            return found
        located = self.of_located.bearers(name, commune)[:1]
        return self._fitting(root, located, self._may_be)

    def _fitting(
        self, root: str, likely: Iterable[set[str]], accepts: Callable[[str, str], bool]
    ) -> set[str]:
        """Those that are accepted, of the first set that has any."""
        own = self.groups.find(root)
        for nodes in likely:
            roots = {self.groups.find(node) for node in nodes} - {own}
            if fits := {other for other in roots if accepts(root, other)}:
                return fits
        return set()

    def _joinable(self, root: str, other: str) -> bool:
        return not self.groups.vetoed(root, other)

    def _may_be(self, root: str, other: str) -> bool:
        """Whether the two may be joined and are not in communes that only bear the same name."""
        here, there = self.communes.get(root, ()), self.communes.get(other, ())
        return self._joinable(root, other) and not apart(here, there)

    def _agrees(self, root: str, other: str) -> bool:
        """Whether one may be the other and they do not each have an identifier of the same kind."""
        return self._may_be(root, other) and not any(
            self._has(root, rank) and self._has(other, rank) for rank in _IDENTIFIERS
        )

    def _has(self, root: str, rank: NodeRank) -> bool:
        if rank is NodeRank.SIREN:
            return self.groups.siren(root) is not None
        return any(self.ranks[node] is rank for node in self.groups.members(root))

    # ------------------------------------------------------------------ deciding

    def settle(self, fits: Mapping[str, set[str]]) -> dict[str, tuple[str, ...]]:
        claimants: dict[str, list[str]] = defaultdict(list)
        for root, others in fits.items():
            if len(others) == 1:
                claimants[min(others)].append(root)
        crowded = {one for ones in claimants.values() for one in self._rivals(ones)}
        for other, roots in sorted(claimants.items()):
            for root in sorted(roots):
                if root not in crowded:
                    self._join(root, other)
        return {
            root: tuple(sorted(others))
            for root, others in fits.items()
            if len(others) > 1 or root in crowded
        }

    def _join(self, root: str, other: str) -> None:
        told = self.communes[self.groups.find(root)] | self.communes[self.groups.find(other)]
        if self.groups.join(root, other):
            self.communes[self.groups.find(root)] = told

    def _rivals(self, roots: Sequence[str]) -> set[str]:
        """Those that claim the same actor and cannot all be it: none of them is preferred."""
        if len(roots) < 2:
            return set()
        rivals = self._of_two_areas(roots)
        for rank in _IDENTIFIERS:
            having = [root for root in roots if self._has(root, rank)]
            rivals.update(having if len(having) > 1 else ())
        embattled = [root for root in roots if self.groups.embattled(root)]
        return rivals | {
            one
            for one in embattled
            for other in embattled
            if one != other and self.groups.opposed(one, other)
        }

    def _of_two_areas(self, roots: Sequence[str]) -> set[str]:
        """Those in communes of one name, of two départements."""
        there: dict[str, dict[frozenset[str], list[str]]] = defaultdict(lambda: defaultdict(list))
        for root in roots:
            for name, areas in areas_told(self.communes.get(root, ())).items():
                there[name][frozenset(areas)].append(root)
        return {
            one
            for near in there.values()
            for areas, alike in near.items()
            if any(areas.isdisjoint(others) for others in near)
            for one in alike
        }


_IDENTIFIERS = (NodeRank.SIREN, NodeRank.RNA, NodeRank.ID)
