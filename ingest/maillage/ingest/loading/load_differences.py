"""In what two loads of the same file differ, by the options that say it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from maillage.graph.vocabulary import Label
from maillage.graph.wording import fill
from maillage.ingest.problems.doors import ByDoor, all_of, told_by, untold

Said = Mapping[str, str]
# Whether two texts of an option mean the same.
Alike = Callable[[str, str | None, str | None], bool]

_WHOSE = ("pole", "group")
# By the option, or what its name begins with.
_DIFFERENCES = {
    "date": told_by("--date", Label("à une autre date", "of another date")),
    "declared_by": told_by("--declared-by", Label("selon un autre acteur", "by another")),
    "source": told_by("--source", Label("sous un autre titre", "under another title")),
    "sheet": told_by("--sheet", Label("avec d’autres feuilles", "with other sheets")),
    "map": told_by("--map", Label("avec d’autres colonnes", "with other columns")),
    "out": untold(Label("sans les mêmes colonnes", "with other columns left out")),
    "cell": untold(Label("avec d’autres corrections", "with other cells mended")),
}
_COMPLETE = told_by("--complete", Label("comme complète", "as complete"))
_NOT_COMPLETE = told_by("--complete", Label("sans être dite complète", "not as complete"))
# Of the same actor, whom two loads knew by different names.
_IN_OTHER_WORDS = untold(Label("en d’autres mots", "in other words"))
_NOBODYS = told_by("--pole", Label("sans dire pour qui", "without saying whose"))


def differing(one: Said, other: Said, alike: Alike) -> frozenset[str]:
    """The options that do not say the same: « date », « pole », « map »."""
    names = (one.keys() | other.keys()) - {"file"}
    found = (name for name in names if not alike(name, one.get(name), other.get(name)))
    return frozenset(name.partition(":")[0] for name in found)


def in_words(options: frozenset[str], one: Said) -> ByDoor:
    """How the load that says `one` differs, of these options."""
    said = [_of_whom(one)] if options.intersection(_WHOSE) else []
    said += [label for option, label in _DIFFERENCES.items() if option in options]
    if "complete" in options:
        said.append(_COMPLETE if "complete" in one else _NOT_COMPLETE)
    return all_of(said or [_IN_OTHER_WORDS])


def _of_whom(said: Said) -> ByDoor:
    name = next((said[option] for option in _WHOSE if option in said), None)
    return untold(fill(("pour « {name} »", "for “{name}”"), name=name)) if name else _NOBODYS
