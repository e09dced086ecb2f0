"""New actors that bear the very name of one tied to the same pole, in another commune: nothing asks
whether they are one, so it is said."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping

from maillage.graph.folding import normalise
from maillage.graph.model import Actor, Tie


def same_name_elsewhere(
    newcomers: Collection[str], actors: Mapping[str, Actor], ties: Mapping[str, Tie]
) -> Iterator[tuple[str, Actor]]:
    """Each of them, and the one that was known."""
    named = {id_: normalise(actors[id_].name) for id_ in newcomers if _placed(actors[id_])}
    names, bearers = set(named.values()), defaultdict(list)
    for actor in actors.values():
        if actor.id not in newcomers and _placed(actor) and normalise(actor.name) in names:
            bearers[normalise(actor.name)].append(actor)
    if not bearers:
        return
    asked = {actor.id for known in bearers.values() for actor in known}.union(named)
    beside = _beside(asked, ties)
    for id_, name in named.items():
        for known in bearers.get(name, ()):
            if beside[id_] & beside[known.id] and not _two_numbers(actors[id_], known):
                yield id_, known


def _placed(actor: Actor) -> bool:
    return bool(actor.named and actor.attributes.get("commune"))


def _two_numbers(one: Actor, other: Actor) -> bool:
    return bool(one.siren and other.siren)


def _beside(asked: Collection[str], ties: Mapping[str, Tie]) -> Mapping[str, set[str]]:
    beside: dict[str, set[str]] = defaultdict(set)
    for tie in ties.values():
        for one, other in ((tie.source, tie.target), (tie.target, tie.source)):
            if one in asked:
                beside[one].add(other)
    return beside
