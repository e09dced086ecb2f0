"""Every way in which the live evidence names an actor."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from maillage.graph.model import ActorClaim, Import, Record, Ref
from maillage.graph.truth.nodes import Node, NodeRank, id_node, line_node, nodes_of

Link = tuple[NodeRank, str, str]


@dataclass(slots=True)
class Mentions:
    """Nodes, what joins them, and the references and rows that give them."""

    ranks: dict[str, NodeRank] = field(default_factory=dict)
    links: set[Link] = field(default_factory=set)
    refs: dict[Ref, tuple[Node, ...]] = field(default_factory=dict)
    # Rows that declare an actor by nothing but themselves: (row key, name) → node.
    lines: dict[tuple[str, str | None], str] = field(default_factory=dict)
    claims: list[ActorClaim] = field(default_factory=list)

    @classmethod
    def of(cls, imports: Iterable[Import], records: Iterable[Record]) -> Mentions:
        mentions = cls()
        for item in imports:
            if item.scope:
                mentions._see(item.scope)
        known, ranks = mentions.refs, mentions.ranks
        for record in records:
            for claim in record.actors:
                mentions._hear(claim)
            for tie in record.ties:
                for ref in (tie.source, tie.target):
                    if only_id(ref):
                        ranks.setdefault(*id_node(ref.ids[0]))
                    elif ref not in known:
                        mentions._see(ref)
            if record.declared_by and record.declared_by not in known:
                mentions._see(record.declared_by)
        return mentions

    def nodes(self, claim: ActorClaim) -> tuple[Node, ...]:
        if alone(claim):
            return ((self.lines[claim.row_key, claim.ref.name], NodeRank.LINE),)
        return self.refs[claim.ref]

    def _hear(self, claim: ActorClaim) -> None:
        self.claims.append(claim)
        if alone(claim):
            key = (claim.row_key, claim.ref.name)
            if key not in self.lines:
                self.lines[key] = line_node(*key)
                self._add(((self.lines[key], NodeRank.LINE),))
        elif claim.ref not in self.refs:
            self._see(claim.ref)

    def _see(self, ref: Ref) -> None:
        nodes = nodes_of(ref)
        self.refs[ref] = nodes
        self._add(nodes)

    def _add(self, nodes: tuple[Node, ...]) -> None:
        ranks = self.ranks
        for node, rank in nodes:
            # A minted id that comes back as an id stays what it was minted from.
            ranks[node] = max(rank, ranks.get(node, rank))
        first, first_rank = nodes[0]
        for node, _ in nodes[1:]:
            self.links.add((first_rank, first, node))


def alone(claim: ActorClaim) -> bool:
    """Whether the claim is a row that gives its actor no identifier."""
    ref = claim.ref
    return bool(claim.row_key) and not (ref.siren or ref.rna or ref.ids)


def only_id(ref: Ref) -> bool:
    """Whether the reference is one id and nothing else, as in most lists of ties."""
    return (
        len(ref.ids) == 1
        and ref.name is None
        and ref.commune is None
        and ref.siren is None
        and ref.rna is None
    )


def names_said(claim: ActorClaim) -> Iterator[str]:
    """Every name that the claim gives its actor."""
    if claim.ref.name:
        yield claim.ref.name
    name = claim.attributes.get("name")
    if isinstance(name, str):
        yield name
    others = claim.attributes.get("other_names", ())
    yield from others if isinstance(others, tuple) else (str(others),)
