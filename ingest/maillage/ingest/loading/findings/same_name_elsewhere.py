"""New actors that bear the very name of one tied to the same pole, in another commune: nothing asks
whether they are one, so it is said."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping

from maillage.graph.folding import normalise
from maillage.graph.model import Actor, Tie
from maillage.graph.vocabulary import BELONGING_KINDS


def same_name_elsewhere(
    newcomers: Collection[str], actors: Mapping[str, Actor], ties: Mapping[str, Tie]
) -> Iterator[tuple[str, Actor]]:
    """Each of them, and one that was known."""
    named = {id_: normalise(actors[id_].name) for id_ in newcomers if _placed(actors[id_])}
    bearers: dict[str, list[Actor]] = {name: [] for name in named.values()}
    for actor in actors.values():
        name = normalise(actor.name)
        if name in bearers and actor.id not in newcomers and _placed(actor):
            bearers[name].append(actor)
    if not any(bearers.values()):
        return
    asked = {actor.id for known in bearers.values() for actor in known}.union(named)
    poles = _poles(asked, ties)
    for id_, name in named.items():
        alike = (
            known
            for known in bearers[name]
            if poles[id_] & poles[known.id] and _may_be_one(actors[id_], known)
        )
        if known := next(alike, None):
            yield id_, known


def _placed(actor: Actor) -> bool:
    return bool(actor.named and actor.attributes.get("commune"))


def _may_be_one(one: Actor, other: Actor) -> bool:
    """Two numbers are two organisations; and one commune would have made them one."""
    communes = (normalise(str(actor.attributes["commune"])) for actor in (one, other))
    return not (one.siren and other.siren) and len(set(communes)) == 2


def _poles(asked: Collection[str], ties: Mapping[str, Tie]) -> Mapping[str, set[str]]:
    """Those, and the networks, of which each is a member."""
    poles: dict[str, set[str]] = defaultdict(set)
    for tie in ties.values():
        if tie.source in asked and tie.kind in BELONGING_KINDS:
            poles[tie.source].add(tie.target)
    return poles
