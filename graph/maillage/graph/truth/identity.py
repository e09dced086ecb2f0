"""Who is who: mentions of actors joined into actors, by rules that no order of loading changes.

A *node* is one way of being known: an id, a SIREN (`siren-…`), an RNA number (`rna-…`), a line of
a list (minted), a bare name (minted). Nodes join, in this order and never against a veto:

1. by one row giving several of them (SIREN first, then RNA, then ids);
2. by live judgements « same », oldest first;
3. by a reference's name, to the only known actor of that name (`truth.naming`).

Two SIRENs in one actor are a veto, also through a third; so is a live judgement « different »,
which comes before all of it. A judgement on an actor that no live record mentions sleeps: its
evidence is gone for now.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from maillage.graph.model import ActorClaim, Import, Judgement, Record, Ref, Waiting
from maillage.graph.truth.evidence import instant
from maillage.graph.truth.groups import Groups
from maillage.graph.truth.mentions import Mentions, alone, only_id
from maillage.graph.truth.naming import place_names
from maillage.graph.truth.nodes import NodeRank

__all__ = ["Resolution", "latest_judgements", "resolve", "waiting_of"]


@dataclass(slots=True)
class Resolution:
    """The answer: which actor a mention means, under which names an actor is known."""

    actor_of_node: Mapping[str, str]
    aliases: Mapping[str, tuple[str, ...]]
    # Actors that may be one of several others, each with those.
    waiting: Mapping[str, tuple[str, ...]]
    # The SIREN of an actor that its records may only tell by an id that we minted from it.
    sirens: Mapping[str, str]
    refs: Mapping[Ref, str]
    lines: Mapping[tuple[str, str | None], str]

    def actor(self, ref: Ref) -> str:
        return self.actor_of_node[ref.ids[0]] if only_id(ref) else self.refs[ref]

    def actor_of_claim(self, claim: ActorClaim) -> str:
        if alone(claim):
            return self.lines[claim.row_key, claim.ref.name]
        return self.actor(claim.ref)


def resolve(
    imports: Iterable[Import], records: Iterable[Record], judgements: Iterable[Judgement]
) -> Resolution:
    mentions = Mentions.of(imports, records)
    groups = Groups(mentions.ranks)
    awake = [
        judgement
        for judgement in latest_judgements(judgements)
        if judgement.left in groups and judgement.right in groups
    ]
    for judgement in awake:
        if judgement.verdict == "different":
            groups.oppose(judgement.left, judgement.right)
    for _, first, second in sorted(mentions.links):
        groups.link(first, second)
    for judgement in awake:
        if judgement.verdict == "same":
            groups.join(judgement.left, judgement.right)
    return _conclude(groups, mentions, place_names(groups, mentions))


def latest_judgements(judgements: Iterable[Judgement]) -> list[Judgement]:
    """The live word on each pair, oldest first: a later judgement replaces an earlier one."""
    by_pair: dict[frozenset[str], Judgement] = {}
    for judgement in sorted(judgements, key=_age):
        if judgement.live:
            by_pair[frozenset((judgement.left, judgement.right))] = judgement
    return sorted(by_pair.values(), key=_age)


def waiting_of(
    resolution: Resolution, records_of_actor: Mapping[str, Sequence[str]]
) -> tuple[Waiting, ...]:
    """The queue of names that wait, of actors that some record is about."""
    found = (
        (actor, tuple(other for other in candidates if other in records_of_actor))
        for actor, candidates in sorted(resolution.waiting.items())
        if actor in records_of_actor
    )
    return tuple(
        Waiting(actor=actor, candidates=candidates, records=tuple(records_of_actor[actor]))
        for actor, candidates in found
        if candidates
    )


def _age(judgement: Judgement) -> tuple[float, str]:
    return instant(judgement.decided_at), judgement.id


def _conclude(
    groups: Groups, mentions: Mentions, waiting: Mapping[str, tuple[str, ...]]
) -> Resolution:
    ranks = mentions.ranks
    actor_of_node: dict[str, str] = {}
    aliases: dict[str, tuple[str, ...]] = {}
    sirens: dict[str, str] = {}
    for nodes in groups.everyone():
        canonical = min(nodes, key=lambda node: (ranks[node], node)) if nodes[1:] else nodes[0]
        for node in nodes:
            actor_of_node[node] = canonical
        if nodes[1:]:
            aliases[canonical] = tuple(sorted(node for node in nodes if node != canonical))
        if siren := next((node for node in nodes if ranks[node] is NodeRank.SIREN), None):
            sirens[canonical] = siren.removeprefix("siren-")
    return Resolution(
        actor_of_node,
        aliases,
        {
            actor_of_node[node]: tuple(sorted({actor_of_node[fit] for fit in fits}))
            for node, fits in waiting.items()
        },
        sirens,
        {ref: actor_of_node[groups.land(nodes)] for ref, nodes in mentions.refs.items()},
        {key: actor_of_node[node] for key, node in mentions.lines.items()},
    )
