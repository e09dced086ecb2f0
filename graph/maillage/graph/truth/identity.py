"""Who is who: mentions of actors joined into actors, by rules that no order of loading changes.

A *node* is one way of being known: an id, a SIREN (`siren-…`), an RNA number (`rna-…`), a line of
a list (minted), a bare name (minted). Nodes join, in this order and never against a veto:

1. by one row giving several of them (SIREN first, then RNA, then ids);
2. by live judgements « same », oldest first;
3. a bare name, to the only known actor of that name.

Two SIRENs in one actor are a veto, also through a third; so is a live judgement « different ».
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum

from maillage.graph.model import ActorClaim, Import, Judgement, Record, Ref, Waiting
from maillage.graph.truth.names import minted_id, normalise


class NodeRank(IntEnum):
    """Which node names the actor: the first of these."""

    ID = 0
    SIREN = 1
    RNA = 2
    LINE = 3
    NAME = 4


def siren_node(siren: str) -> str:
    return f"siren-{siren}"


def rna_node(rna: str) -> str:
    return f"rna-{rna.lower()}"


def name_node(ref: Ref) -> str:
    name = normalise(ref.name or "")
    return minted_id(f"name|{name}|{normalise(ref.commune or '')}", ref.name or "")


def nodes_of(ref: Ref, row_key: str = "") -> tuple[tuple[str, NodeRank], ...]:
    """Every node that a mention gives, surest first."""
    strong: list[tuple[str, NodeRank]] = []
    if ref.siren:
        strong.append((siren_node(ref.siren), NodeRank.SIREN))
    if ref.rna:
        strong.append((rna_node(ref.rna), NodeRank.RNA))
    strong.extend((id_, NodeRank.ID) for id_ in ref.ids)
    if strong:
        return tuple(strong)
    if row_key:
        return ((minted_id(row_key, ref.name or ""), NodeRank.LINE),)
    return ((name_node(ref), NodeRank.NAME),)


@dataclass
class Resolution:
    """The answer: which actor a mention means, under which names an actor is known."""

    actor_of_node: Mapping[str, str]
    aliases: Mapping[str, tuple[str, ...]]
    waiting: Mapping[str, tuple[str, ...]]
    _cache: dict[Ref, str] = field(default_factory=dict)

    def actor(self, ref: Ref) -> str:
        known = self._cache.get(ref)
        if known is None:
            known = self._cache[ref] = self.actor_of_node[nodes_of(ref)[0][0]]
        return known

    def actor_of_claim(self, claim: ActorClaim) -> str:
        if not claim.row_key:
            return self.actor(claim.ref)
        return self.actor_of_node[nodes_of(claim.ref, claim.row_key)[0][0]]


def resolve(
    imports: Iterable[Import], records: Sequence[Record], judgements: Iterable[Judgement]
) -> Resolution:
    mentions = _Mentions.of(imports, records)
    groups = _Groups(mentions.ranks)
    for _, first, second in sorted(mentions.links):
        groups.join(first, second)
    _apply_judgements(groups, judgements)
    waiting = _place_bare_names(groups, mentions)
    return _conclude(groups, mentions, waiting)


@dataclass
class _Mentions:
    ranks: dict[str, NodeRank]
    links: set[tuple[NodeRank, str, str]]
    # normalised name → nodes of the known actors that bear it; node → communes given for it
    bearers: dict[str, set[str]]
    communes: dict[str, set[str]]
    bare: dict[str, tuple[str, str]]

    @classmethod
    def of(cls, imports: Iterable[Import], records: Iterable[Record]) -> _Mentions:
        mentions = cls({}, set(), defaultdict(set), defaultdict(set), {})
        seen: set[Ref] = set()
        for item in imports:
            if item.scope:
                mentions._mention(item.scope, seen)
        for record in records:
            for claim in record.actors:
                mentions._declare(claim) if claim.row_key else mentions._mention(claim.ref, seen)
            for tie in record.ties:
                mentions._mention(tie.source, seen)
                mentions._mention(tie.target, seen)
            if record.declared_by:
                mentions._mention(record.declared_by, seen)
        return mentions

    def _mention(self, ref: Ref, seen: set[Ref]) -> None:
        if ref in seen:
            return
        seen.add(ref)
        nodes = self._add(nodes_of(ref))
        if self.ranks[nodes[0]] is NodeRank.NAME:
            self.bare[nodes[0]] = (normalise(ref.name or ""), normalise(ref.commune or ""))

    def _declare(self, claim: ActorClaim) -> None:
        first = self._add(nodes_of(claim.ref, claim.row_key))[0]
        other = claim.attributes.get("other_names", ())
        for name in (claim.ref.name, *(other if isinstance(other, tuple) else ())):
            if name:
                self.bearers[normalise(name)].add(first)
        if claim.ref.commune:
            self.communes[first].add(normalise(claim.ref.commune))

    def _add(self, nodes: tuple[tuple[str, NodeRank], ...]) -> list[str]:
        for node, rank in nodes:
            self.ranks[node] = min(rank, self.ranks.get(node, rank))
        first, first_rank = nodes[0]
        for node, _ in nodes[1:]:
            self.links.add((first_rank, first, node))
        return [node for node, _ in nodes]


class _Groups:
    """Union–find that refuses to put two SIRENs, or two actors said to differ, together."""

    def __init__(self, ranks: Mapping[str, NodeRank]) -> None:
        self.parent = {node: node for node in ranks}
        self.members: dict[str, list[str]] = {node: [node] for node in ranks}
        self.siren = {
            node: node for node, rank in ranks.items() if rank <= NodeRank.SIREN and _is_siren(node)
        }
        self.enemies: dict[str, set[str]] = {}

    def find(self, node: str) -> str:
        root = node
        while self.parent[root] != root:
            root = self.parent[root]
        while self.parent[node] != root:
            self.parent[node], node = root, self.parent[node]
        return root

    def __contains__(self, node: str) -> bool:
        return node in self.parent

    def oppose(self, left: str, right: str) -> None:
        left, right = self.find(left), self.find(right)
        if left != right:
            self.enemies.setdefault(left, set()).add(right)
            self.enemies.setdefault(right, set()).add(left)

    def vetoed(self, left: str, right: str) -> bool:
        left, right = self.find(left), self.find(right)
        sirens = {self.siren[root] for root in (left, right) if root in self.siren}
        return len(sirens) > 1 or right in self.enemies.get(left, ())

    def join(self, left: str, right: str) -> bool:
        left, right = self.find(left), self.find(right)
        if left == right:
            return True
        if self.vetoed(left, right):
            return False
        if len(self.members[left]) < len(self.members[right]):
            left, right = right, left
        self.parent[right] = left
        self.members[left] += self.members.pop(right)
        if right in self.siren:
            self.siren[left] = self.siren.pop(right)
        for enemy in self.enemies.pop(right, set()):
            self.enemies[enemy].discard(right)
            self.oppose(left, enemy)
        return True


def _is_siren(node: str) -> bool:
    return node.startswith("siren-") and len(node) == 15 and node[6:].isdigit()


def latest_judgements(judgements: Iterable[Judgement]) -> list[Judgement]:
    """The live word on each pair, oldest first: a later judgement replaces an earlier one."""
    by_pair: dict[frozenset[str], Judgement] = {}
    for judgement in sorted(judgements, key=lambda item: (item.decided_at, item.id)):
        if judgement.live:
            by_pair[frozenset((judgement.left, judgement.right))] = judgement
    return sorted(by_pair.values(), key=lambda item: (item.decided_at, item.id))


def _apply_judgements(groups: _Groups, judgements: Iterable[Judgement]) -> None:
    # A judgement on an actor that no live record mentions sleeps: its evidence is gone for now.
    awake = [
        judgement
        for judgement in latest_judgements(judgements)
        if judgement.left in groups and judgement.right in groups
    ]
    for judgement in awake:
        if judgement.verdict == "different":
            groups.oppose(judgement.left, judgement.right)
    for judgement in awake:
        if judgement.verdict == "same":
            groups.join(judgement.left, judgement.right)


def _place_bare_names(groups: _Groups, mentions: _Mentions) -> dict[str, tuple[str, ...]]:
    """Join each bare name to the only known actor it can mean; return those that cannot choose."""
    located: dict[str, list[str]] = defaultdict(list)
    for node, (name, commune) in mentions.bare.items():
        if commune:
            located[name].append(node)
    decisions: dict[str, list[str]] = {}
    for node, (name, commune) in sorted(mentions.bare.items()):
        if len(groups.members[groups.find(node)]) > 1:
            continue  # a reviewer has already said who this is
        known = {groups.find(bearer) for bearer in mentions.bearers.get(name, ())}
        places = {root: _communes(groups, mentions, root) for root in known}
        fits = [
            root
            for root in sorted(known)
            if not (commune and places[root] and commune not in places[root])
            and not groups.vetoed(node, root)
        ]
        if not fits and not commune:
            fits = [other for other in sorted(located[name]) if not groups.vetoed(node, other)]
        decisions[node] = fits
    for node, fits in decisions.items():
        if len(fits) == 1:
            groups.join(node, fits[0])
    return {node: tuple(fits) for node, fits in decisions.items() if len(fits) > 1}


def _communes(groups: _Groups, mentions: _Mentions, root: str) -> set[str]:
    return set().union(
        *(mentions.communes[node] for node in groups.members[root] if node in mentions.communes)
    )


def _conclude(
    groups: _Groups, mentions: _Mentions, waiting: Mapping[str, tuple[str, ...]]
) -> Resolution:
    actor_of_node: dict[str, str] = {}
    aliases: dict[str, tuple[str, ...]] = {}
    for nodes in groups.members.values():
        canonical = min(nodes, key=lambda node: (mentions.ranks[node], node))
        for node in nodes:
            actor_of_node[node] = canonical
        aliases[canonical] = tuple(sorted(node for node in nodes if node != canonical))
    return Resolution(
        actor_of_node,
        aliases,
        {
            actor_of_node[node]: tuple(sorted({actor_of_node[fit] for fit in fits}))
            for node, fits in waiting.items()
        },
    )


def waiting_of(
    resolution: Resolution, records_of_actor: Mapping[str, Iterable[str]]
) -> tuple[Waiting, ...]:
    return tuple(
        Waiting(
            actor=actor,
            candidates=candidates,
            records=tuple(sorted(records_of_actor.get(actor, ()))),
        )
        for actor, candidates in sorted(resolution.waiting.items())
        if len(candidates) > 1
    )
