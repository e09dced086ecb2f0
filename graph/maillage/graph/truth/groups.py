"""Nodes joined into actors, never against a veto."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from maillage.graph.truth.nodes import Node, NodeRank


class Groups:
    """Union–find that refuses to put two SIRENs, or two actors said to differ, together."""

    def __init__(self, ranks: Mapping[str, NodeRank]) -> None:
        self._parent = {node: node for node in ranks}
        self._members: dict[str, list[str]] = {}
        self._sirens = {node: node for node, rank in ranks.items() if rank is NodeRank.SIREN}
        self._enemies: dict[str, set[str]] = {}

    def __contains__(self, node: str) -> bool:
        return node in self._parent

    def find(self, node: str) -> str:
        parent = self._parent
        root = parent[node]
        if parent[root] == root:
            return root
        while parent[root] != root:
            root = parent[root]
        while parent[node] != root:
            parent[node], node = root, parent[node]
        return root

    def members(self, root: str) -> list[str]:
        return self._members.get(root) or [root]

    def siren(self, root: str) -> str | None:
        """The SIREN node that this group is, if it is one."""
        return self._sirens.get(root)

    def everyone(self) -> Iterable[list[str]]:
        """The members of each group."""
        return (self.members(node) for node, parent in self._parent.items() if node == parent)

    def oppose(self, left: str, right: str) -> None:
        left, right = self.find(left), self.find(right)
        if left != right:
            self._enemies.setdefault(left, set()).add(right)
            self._enemies.setdefault(right, set()).add(left)

    def opposed(self, left: str, right: str) -> bool:
        return self.find(right) in self._enemies.get(self.find(left), ())

    def embattled(self, root: str) -> bool:
        """Whether anybody is said to differ from it."""
        return bool(self._enemies.get(root))

    def vetoed(self, left: str, right: str) -> bool:
        left, right = self.find(left), self.find(right)
        sirens = {self._sirens[root] for root in (left, right) if root in self._sirens}
        return len(sirens) > 1 or right in self._enemies.get(left, ())

    def link(self, siren_or_other: str, node: str) -> None:
        """Join what one row gives. If a reviewer says that they differ, the SIREN is still said
        of both: neither may be joined to another."""
        root, other = self.find(siren_or_other), self.find(node)
        if not self.join(root, other) and other not in self._sirens and root in self._sirens:
            self._sirens[other] = self._sirens[root]

    def join(self, left: str, right: str) -> bool:
        left, right = self.find(left), self.find(right)
        if left == right:
            return True
        if self.vetoed(left, right):
            return False
        if len(self.members(left)) < len(self.members(right)):
            left, right = right, left
        self._parent[right] = left
        self._members.setdefault(left, [left]).extend(self._members.pop(right, [right]))
        if right in self._sirens:
            self._sirens[left] = self._sirens.pop(right)
        for enemy in self._enemies.pop(right, set()):
            self._enemies[enemy].discard(right)
            self.oppose(left, enemy)
        return True

    def land(self, nodes: tuple[Node, ...]) -> str:
        """The group that a mention means: where its nodes could not all be joined, the one of its
        own id, unless that is known by another SIREN than the mention gives."""
        first, rank = nodes[0]
        if len(nodes) == 1:
            return self.find(first)
        said = first if rank is NodeRank.SIREN else None
        for node, other in nodes:
            root = self.find(node)
            if other is NodeRank.ID and said in (None, self._sirens.get(root, said)):
                return root
        return self.find(first)
