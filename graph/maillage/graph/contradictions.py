"""Judgements that cannot stand: two SIRENs, also through a third, and what others already said."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Literal

from maillage.graph.errors import NotFound, Refused
from maillage.graph.model import Actor, Graph, Judgement, JudgementClaim, Verdict
from maillage.graph.port import Reader
from maillage.graph.redaction import is_person
from maillage.graph.truth.identity import latest_judgements
from maillage.graph.vocabulary import Label


def check_judgement(
    store: Reader, judgement: Judgement, known: Sequence[Judgement], after: Graph
) -> None:
    """A judgement that cannot hold, or because of which another no longer would, is refused."""
    left, right = store.actor(judgement.left), store.actor(judgement.right)
    now = _parted([*known, judgement], lambda node: who_is(after, node, store))
    if judgement.id in now:
        if left.siren and right.siren and left.siren != right.siren:
            raise two_sirens(left, right)
        raise contradicted("different", left, right)
    if now - _parted(known, lambda node: who_is(None, node, store)):
        raise contradicted("same", left, right)


def two_sirens(left: Actor, right: Actor) -> Refused:
    return Refused(
        "judgement_two_sirens",
        left=left.name,
        right=right.name,
        siren_left=left.siren or "",
        siren_right=right.siren or "",
    )


def check_pair(judgement: Judgement, left: Actor, right: Actor, known: Sequence[Judgement]) -> None:
    """The two were already judged otherwise: that is undone first, not overruled."""
    pair = {judgement.left, judgement.right}
    for other in latest_judgements(known):
        if {other.left, other.right} == pair and other.verdict != judgement.verdict:
            raise contradicted(other.verdict, left, right)


def contradicted(by: Verdict, left: Actor, right: Actor) -> Refused:
    return Refused(_CONTRADICTED[by], left=left.name, right=right.name)


def names_then(left: Actor, right: Actor) -> dict[str, str]:
    """What the two are called when they are decided upon: one actor has one name. No persons."""
    sides = {"left_name": left, "right_name": right}
    return {key: side.name for key, side in sides.items() if not is_person(side.attributes)}


def agrees(store: Reader, claim: JudgementClaim, after: Graph | None = None) -> bool:
    """Whether the two are in the store what the claim says, or would be with the graph in it."""
    left, right = (who_is(after, node, store) for node in (claim.left, claim.right))
    return (left == right) == (claim.verdict == "same")


# What a judgement is worth now: taken back, about somebody who is gone for now, or contradicted by
# what was loaded since.
Worth = Literal["counts", "undone", "sleeps", "overruled"]
# As people are told it; of what counts there is nothing to say.
WORTH_LABELS: Mapping[Worth, Label] = {
    "counts": Label("", ""),
    "undone": Label("annulé depuis", "undone since"),
    "sleeps": Label(
        "en sommeil\u202f: l’un des deux n’est plus dans le réseau",
        "asleep: one of the two is no longer in the network",
    ),
    "overruled": Label(
        "sans effet\u202f: leurs numéros, ou d’autres avis, se contredisent",
        "of no effect: their numbers, or other decisions, contradict each other",
    ),
}


def worth(store: Reader, judgement: Judgement) -> Worth:
    """Numbers loaded since may part what was judged one; nothing joins what was judged two."""
    if not judgement.live:
        return "undone"
    left, right = (who_is(None, node, store) for node in (judgement.left, judgement.right))
    if left is None or right is None:
        return "sleeps"
    return "counts" if (left == right) == (judgement.verdict == "same") else "overruled"


_CONTRADICTED: Mapping[Verdict, str] = {
    "different": "judgement_contradicts",
    "same": "judgement_contradicts_same",
}


def overruled(
    store: Reader, judgements: Sequence[Judgement], after: Graph
) -> tuple[Judgement, ...]:
    """Those that count, and would no longer once the store holds the graph."""
    gone = _parted(judgements, lambda node: who_is(after, node, store))
    gone -= _parted(judgements, lambda node: who_is(None, node, store))
    return tuple(judgement for judgement in judgements if judgement.id in gone)


def _parted(judgements: Iterable[Judgement], who: Callable[[str], str | None]) -> set[str]:
    """Judgements « same », not asleep, on what is two actors all the same."""
    pairs = (
        (judgement.id, who(judgement.left), who(judgement.right))
        for judgement in latest_judgements(judgements)
        if judgement.verdict == "same"
    )
    return {id_ for id_, left, right in pairs if left and right and left != right}


def who_is(graph: Graph | None, node: str, store: Reader) -> str | None:
    """The actor of a node in the graph, or in the store where that says nothing of it."""
    if graph and (node in graph.actors or node in graph.redirects):
        return graph.redirects.get(node, node)
    try:
        return store.actor(node).id
    except NotFound:
        return None
