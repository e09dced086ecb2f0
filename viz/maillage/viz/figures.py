"""What the figures beside a picture say in words: the rules of `design.md` § 5, as functions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from maillage.graph.columns import UNKNOWN
from maillage.graph.fields import ACTOR_FIELDS
from maillage.graph.measures.result import Result
from maillage.graph.numerals import number
from maillage.graph.partitions import SEVERAL as SEVERAL_KEY
from maillage.graph.paths import Paths
from maillage.graph.readouts.index_words import Code, conclude
from maillage.graph.territories import departements
from maillage.graph.vocabulary import (
    LAYER_LABELS,
    SECTOR_LABELS,
    SECTOR_LETTERS,
    TIE_KINDS,
    Label,
    Layer,
    Sector,
)
from maillage.graph.wording import joined, same
from maillage.viz.words import count, say
from maillage.viz.words_figures import (
    ANY_PARTITION,
    ANY_TIES,
    GROUPS,
    PARTITIONS,
    SEVERAL,
    TIES_OF_VIEW,
    VIEWS,
    PartitionWords,
)


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether ties cross a boundary, and whether chance would do as much."""

    code: Code
    sentence: Label


def verdict(index: Result, by: str, view: str) -> Verdict:
    """What an E-I of the network says, tested by permutations: the conclusion, as a sentence."""
    words, found = PARTITIONS.get(by, ANY_PARTITION), conclude(index)
    if found.code == "one_group":
        only = say("verdict_one_group", only=_text(words.only))
        aside = sum(index.left_out.nodes.values())
        return Verdict("one_group", joined([only, count("aside", aside)], " ") if aside else only)
    value = index.value
    if found.code == "too_few" or not isinstance(value, int | float):
        return Verdict("too_few", say("verdict_too_few"))
    much = "much_" if found.clear else ""
    out = "_out" if value < 0 and found.code in ("more", "less") else ""
    seen = _seen(value, words, view)
    return Verdict(found.code, say(f"verdict_{much}{found.code}{out}", seen=seen))


def partition_label(by: str) -> Label:
    if by in PARTITIONS:
        return _text(PARTITIONS[by].label)
    return _text(ACTOR_FIELDS[by].label) if by in ACTOR_FIELDS else same(by)


def view_label(view: str) -> Label:
    name, _, argument = view.partition(":")
    if name == "layer" and argument in tuple(Layer):
        return _text(LAYER_LABELS[Layer(argument)])
    if name == "kinds":
        kinds = [TIE_KINDS[kind.strip()].label for kind in argument.split(",")]
        return joined([_text(kind) for kind in kinds], ", ")
    return _text(VIEWS[view]) if view in VIEWS else same(view)


def group_label(by: str, key: str, names: Mapping[str, str]) -> Label:
    """A group as people read it; `names` are those of actors, for groups that are poles."""
    if key == SEVERAL_KEY:
        return _text(SEVERAL)
    if key == UNKNOWN:
        return _text(SECTOR_LABELS[Sector.UNKNOWN])
    if found := GROUPS.get(by, {}).get(key):
        return _text(found)
    if by == "departement" and key in departements():
        return same(f"{key} {departements()[key].name}")
    return same(names.get(key, key) if by == "pole" else key)


def group_letter(by: str, key: str) -> str | None:
    """The letter that stands for it in print; None where groups have none."""
    return SECTOR_LETTERS[Sector(key)] if _is_sector(by, key) else None


def group_colour(by: str, key: str) -> str | None:
    """Its colour role."""
    return f"sector.{key}" if _is_sector(by, key) else None


def paths_sentence(found: Paths) -> Label:
    """« 3 chemins aussi courts, en 2 pas. »"""
    if found.length is None:
        return say("path_none")
    if found.length == 0:
        return say("path_self")
    steps = count("steps", found.length)
    if found.count == 1:
        return say("path_one", steps=steps)
    counted = Label(fr=number(found.count, "fr"), en=number(found.count, "en"))
    return say("path_many", n=counted, steps=steps)


def _seen(value: float, words: PartitionWords, view: str) -> Label:
    ties = _text(TIES_OF_VIEW.get(view, ANY_TIES))
    if value < 0:
        return say("stays_often", ties=ties, inside=_text(words.inside))
    key = "crosses_often" if value > 0 else "crosses_half"
    return say(key, ties=ties, borders=_text(words.borders))


def _is_sector(by: str, key: str) -> bool:
    return by in ("sector", "public_private") and key in tuple(Sector)


def _text(label: Label) -> Label:
    return Label(fr=label.fr, en=label.en)
