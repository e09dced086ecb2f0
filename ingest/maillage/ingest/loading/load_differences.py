"""In what two loads of the same file differ, by the options that say it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from maillage.graph.vocabulary import Label
from maillage.graph.wording import fill

Said = Mapping[str, str]
# Whether two texts of an option mean the same.
Alike = Callable[[str, str | None, str | None], bool]

_WHOSE = ("pole", "group")
# By the option, or what its name begins with.
_DIFFERENCES = {
    "date": Label("à une autre date (--date)", "of another date (--date)"),
    "declared_by": Label("selon un autre acteur (--declared-by)", "by another (--declared-by)"),
    "source": Label("sous un autre titre (--source)", "under another title (--source)"),
    "sheet": Label("avec d’autres feuilles (--sheet)", "with other sheets (--sheet)"),
    "map": Label("avec d’autres colonnes (--map)", "with other columns (--map)"),
    "out": Label("sans les mêmes colonnes", "with other columns left out"),
    "cell": Label("avec d’autres corrections", "with other cells mended"),
}
_COMPLETE = Label("comme complète (--complete)", "as complete (--complete)")
_NOT_COMPLETE = Label("sans être dite complète (--complete)", "not as complete (--complete)")
# Of the same actor, whom two loads knew by different names.
_IN_OTHER_WORDS = Label("en d’autres mots", "in other words")
_NOBODYS = Label("sans dire pour qui (--pole)", "without saying whose (--pole)")


def differing(one: Said, other: Said, alike: Alike) -> frozenset[str]:
    """The options that do not say the same: « date », « pole », « map »."""
    names = (one.keys() | other.keys()) - {"file"}
    found = (name for name in names if not alike(name, one.get(name), other.get(name)))
    return frozenset(name.partition(":")[0] for name in found)


def in_words(options: frozenset[str], one: Said) -> list[Label]:
    """How the load that says `one` differs, of these options."""
    said = [_of_whom(one)] if options.intersection(_WHOSE) else []
    said += [label for option, label in _DIFFERENCES.items() if option in options]
    if "complete" in options:
        said.append(_COMPLETE if "complete" in one else _NOT_COMPLETE)
    return said or [_IN_OTHER_WORDS]


def _of_whom(said: Said) -> Label:
    name = next((said[option] for option in _WHOSE if option in said), None)
    return fill(("pour « {name} »", "for “{name}”"), name=name) if name else _NOBODYS
