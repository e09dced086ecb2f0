"""Why two actors may be one, or may not: the features of a candidate in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from maillage.graph.vocabulary import ACTOR_KINDS, Label
from maillage.ingest.matching.candidates import Feature
from maillage.ingest.matching.feature_labels import FEATURE_LABELS, SAME_NAME


class _Words(NamedTuple):
    """For and against; what never counts against has no second sentence."""

    agree: Label | None
    differ: Label | None = None


_REASONS: Mapping[str, _Words] = {
    "waits": _Words(SAME_NAME, SAME_NAME),
    "short": _Words(
        None,
        Label(
            "mais le nom est court\u202f: une lettre y change tout",
            "but the name is short: one letter changes it all",
        ),
    ),
    "name": _Words(
        Label(
            "noms semblables\u202f: «\u202f{left}\u202f» et «\u202f{right}\u202f»",
            "similar names: “{left}” and “{right}”",
        )
    ),
    "words": _Words(
        Label(
            "mots rares en commun\u202f: «\u202f{left}\u202f» et «\u202f{right}\u202f»",
            "rare words in common: “{left}” and “{right}”",
        )
    ),
    "initials": _Words(
        Label(
            "le sigle de l’un est fait des initiales de l’autre\u202f: «\u202f{left}\u202f» et "
            "«\u202f{right}\u202f»",
            "the acronym of one is the initials of the other: “{left}” and “{right}”",
        )
    ),
    "other_words": _Words(
        None,
        Label(
            "mais des mots différents de part et d’autre", "but different words on the two sides"
        ),
    ),
    "rivals": _Words(
        None, Label("mais d’autres acteurs portent ce nom", "but other actors bear this name")
    ),
    "commune": _Words(
        Label("même commune\u202f: {left}", "same municipality: {left}"),
        Label("mais ailleurs\u202f: {left} et {right}", "but elsewhere: {left} and {right}"),
    ),
    "type": _Words(
        Label("leurs noms disent la même nature", "their names tell the same nature"),
        Label("mais un nom dit une autre nature", "but one name tells another nature"),
    ),
    "kind": _Words(
        None,
        Label(
            "mais l’un est «\u202f{left}\u202f», l’autre «\u202f{right}\u202f»",
            "but one is “{left}”, the other “{right}”",
        ),
    ),
    "numbers": _Words(
        None,
        Label("mais des nombres différents dans le nom", "but different numbers in the name"),
    ),
    "siren": _Words(
        Label("les chiffres lisibles du SIREN concordent", "the legible SIREN digits agree"),
        Label(
            "mais les chiffres lisibles du SIREN ne concordent pas",
            "but the legible SIREN digits do not agree",
        ),
    ),
    "rna": _Words(None, Label("mais deux numéros RNA", "but two RNA numbers")),
}
_SAME = Label("même nom\u202f: «\u202f{left}\u202f»", "same name: “{left}”")
_ELSEWHERE = Label("mais dans des lieux différents", "but in different places")


@dataclass(frozen=True, slots=True)
class Told:
    """A feature in words: what is compared, both sides as written, its points."""

    name: str
    label: Label
    left: Label
    right: Label
    points: int


def reasons(features: Iterable[Feature]) -> tuple[Label, ...]:
    """Reasons for, then reasons against."""
    for_and_against = sorted(features, key=lambda feature: feature.points < 0)
    said = (_said(feature) for feature in for_and_against)
    return tuple(label for label in said if label)


def told(features: Iterable[Feature]) -> tuple[Told, ...]:
    return tuple(
        Told(
            feature.name,
            FEATURE_LABELS[feature.name],
            _shown(feature.name, feature.left),
            _shown(feature.name, feature.right),
            feature.points,
        )
        for feature in features
    )


def _said(feature: Feature) -> Label | None:
    words = _REASONS[feature.name]
    label = words.agree if feature.points > 0 else words.differ
    if label is None:
        return None
    if label is words.differ and feature.name == "commune" and not (feature.left and feature.right):
        return _ELSEWHERE
    if feature.name == "name" and feature.left == feature.right:
        label = _SAME
    left, right = (_shown(feature.name, side) for side in (feature.left, feature.right))
    return Label(
        label.fr.format(left=left.fr, right=right.fr), label.en.format(left=left.en, right=right.en)
    )


def _shown(feature: str, side: str) -> Label:
    if feature == "kind" and side in ACTOR_KINDS:
        return ACTOR_KINDS[side].label
    return Label(side, side)
