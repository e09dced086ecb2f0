"""New actors beside all others: the pairs to ask about, as `matching` finds them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from maillage.graph.model import Actor, Judgement
from maillage.graph.vocabulary import Label
from maillage.ingest.matching.candidates import Candidate, Mention, candidates
from maillage.ingest.matching.feature_labels import FEATURE_LABELS
from maillage.ingest.matching.reasons import reasons


class Alike(NamedTuple):
    """A new actor, another that it resembles (known, or new as well), and why: in a word each, and
    at length."""

    newcomer: str
    other: str
    shown: Label
    reasons: tuple[Label, ...]


def alike(
    newcomers: Collection[str], actors: Mapping[str, Actor], judgements: Iterable[Judgement]
) -> Iterator[Alike]:
    """The surest first."""
    decided = {frozenset((item.left, item.right)) for item in judgements if item.live}
    for pair in candidates(mentions(actors.values()), decided=decided):
        new, other = pair.left, pair.right
        if new not in newcomers:
            new, other = other, new
        if new in newcomers:
            yield Alike(new, other, _reasons(pair), reasons(pair.features))


def mentions(actors: Iterable[Actor]) -> list[Mention]:
    """Of those who have a name: « Une quinzaine de structures » resembles any other, and says
    nothing."""
    return [mention(actor) for actor in actors if actor.named and not actor.collective]


def mention(actor: Actor) -> Mention:
    """An actor as it is compared with others."""
    attributes = actor.attributes
    return Mention(
        id=actor.id,
        name=actor.name,
        other_names=actor.other_names,
        siren=actor.siren,
        rna=actor.rna,
        commune=str(attributes.get("commune", "")),
        departement=str(attributes.get("departement", "")),
        kind=actor.kind,
    )


def _reasons(pair: Candidate) -> Label:
    labels = [FEATURE_LABELS[feature.name] for feature in pair.features if feature.points > 0]
    return Label(", ".join(label.fr for label in labels), ", ".join(label.en for label in labels))
