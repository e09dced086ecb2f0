"""Sheets that bear the names of other poles than the one whose list the workbook is said to be."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from maillage.graph.folding import normalise
from maillage.graph.model import Actor
from maillage.graph.port import Reader
from maillage.graph.wording import count, fill, listed
from maillage.ingest.loading.options import Options
from maillage.ingest.loading.sheets import Sheet
from maillage.ingest.loading.whose import bearer_of
from maillage.ingest.meant import SCOPES
from maillage.ingest.problems import Problem

_NUMBER = re.compile(r"\d+")
# How the name of a pole begins, where nobody knows it yet.
_FIRST_WORDS = frozenset({"ptce", "pole"})
_BEARING = (
    "la feuille {names} porte le nom d’un autre pôle",
    "les feuilles {names} portent les noms d’autres pôles",
    "the sheet {names} bears the name of another pole",
    "the sheets {names} bear the names of other poles",
)


def sheets_of_poles(sheets: Sequence[Sheet], options: Options, store: Reader) -> Iterator[Problem]:
    """Of members of `options.pole`, whose lines do not say of which pole they are."""
    if not options.pole:
        return
    own = bearer_of(store, options.pole)
    names = [own.name, *own.other_names] if own else [options.pole]
    silent = [sheet for sheet in sheets if "pole" not in sheet.columns.mapped.values()]
    others = [one.table.name for one in silent if _of_another(one.table.name, own, names, store)]
    if others:
        shown = [fill(("«\u202f{name}\u202f»", "“{name}”"), name=name) for name in others]
        bearing = count(_BEARING, len(others), names=listed(shown))
        yield Problem.of("sheets_of_poles", sheet=others[0], value=names[0], sheets=bearing)


def _of_another(title: str, own: Actor | None, names: Collection[str], store: Reader) -> bool:
    """Whether it names a pole, and neither a part of the name of this one, nor that and more."""
    said = _words(title)
    if any(said <= _words(name) or said >= _words(name) for name in names):
        return False
    bearer = bearer_of(store, title)
    if bearer and bearer.kind in SCOPES:
        return own is None or bearer.id != own.id
    return len(said) > 1 and normalise(title).split()[0] in _FIRST_WORDS


def _words(text: str) -> set[str]:
    """Without years, and whatever their order."""
    return set(_NUMBER.sub(" ", normalise(text)).split())
