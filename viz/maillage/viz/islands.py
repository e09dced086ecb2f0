"""Who belongs to which pole, and which pole's island holds a mark.

Two different things: `belonging` is said by the ties (a member of two poles belongs to both);
an island holds the marks that touch one pole only, so that hulls need not overlap and what links
two poles stands between them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from maillage.graph.model import Actor, Tie
from maillage.graph.vocabulary import BELONGING_KINDS, Family, actor_kind

# What a pole made, shares or holds stands on its island too, without belonging to it.
_ISLAND_KINDS = BELONGING_KINDS | {
    "creation", "founding", "shareholding", "shared_premises", "shared_staff", "employer_group",
    "joint_purchase", "joint_offer",
}  # fmt: skip
_ROUNDS = 3

Neighbours = Mapping[str, Sequence[str]]


def is_pole(actor: Actor) -> bool:
    return actor_kind(actor.kind).family is Family.POLE


def belonging(actors: Iterable[Actor], ties: Iterable[Tie]) -> dict[str, tuple[str, ...]]:
    """Ids of the poles that each actor belongs to, sorted; actors of no pole are absent."""
    return _of_poles(list(actors), ties, BELONGING_KINDS)


def islands(actors: Iterable[Actor], ties: Iterable[Tie], neighbours: Neighbours) -> dict[str, str]:
    """The one pole whose island holds each actor (a pole holds itself); bridges are absent."""
    actors = list(actors)
    tied = _of_poles(actors, ties, _ISLAND_KINDS)
    homes = {actor.id: actor.id for actor in actors if is_pole(actor)}
    homes |= {actor: poles[0] for actor, poles in tied.items() if len(poles) == 1}
    waiting = sorted(actor.id for actor in actors if actor.id not in homes and actor.id not in tied)
    for _ in range(_ROUNDS):
        drawn = {actor: _drawn_to(actor, homes, neighbours) for actor in waiting}
        settled = {actor: home for actor, home in drawn.items() if home}
        if not settled:
            break
        homes |= settled
        waiting = [actor for actor in waiting if actor not in settled]
    return homes


def _of_poles(
    actors: Sequence[Actor], ties: Iterable[Tie], kinds: frozenset[str]
) -> dict[str, tuple[str, ...]]:
    poles = {actor.id for actor in actors if is_pole(actor)}
    found: dict[str, set[str]] = {}
    for actor in actors:
        said = actor.attributes.get("pole")
        if isinstance(said, str) and said in poles and said != actor.id:
            found.setdefault(actor.id, set()).add(said)
    for tie in ties:
        if tie.kind in kinds:
            for one, other in ((tie.source, tie.target), (tie.target, tie.source)):
                if other in poles and one not in poles:
                    found.setdefault(one, set()).add(other)
    return {actor: tuple(sorted(of)) for actor, of in found.items()}


def _drawn_to(actor: str, homes: Mapping[str, str], neighbours: Neighbours) -> str | None:
    """The island that holds at least half of its neighbours, if no other holds any."""
    around = neighbours.get(actor, ())
    held = Counter(homes[other] for other in around if other in homes)
    if len(held) != 1:
        return None
    home, count = next(iter(held.items()))
    return home if 2 * count >= len(around) else None
