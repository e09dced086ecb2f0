"""Lines that part a list into kinds: « ASSOCIATIONS », alone on its line, names no organisation."""

from __future__ import annotations

from maillage.graph.folding import fold
from maillage.ingest.columns.headings import singular
from maillage.ingest.lists.described import FAMILY_WORDS, KIND_WORDS, SECTOR_WORDS

# Beside the words for kinds, families and sectors.
_MORE = (
    "réseaux", "lieux", "membres", "membres fondateurs", "membres actifs", "membres associés",
    "fondateurs", "adhérents", "partenaires", "usagers", "salariés", "structures", "organisations",
    "collectivités territoriales", "collectivités locales", "établissements publics",
    "associations loi 1901", "entreprises privées", "institutions", "autres",
)  # fmt: skip
_CLASSES = frozenset(
    singular(fold(word))
    for words in (*KIND_WORDS.values(), *FAMILY_WORDS.values(), *SECTOR_WORDS.values(), _MORE)
    for word in words
)
_LONGEST = 60


def is_subtitle(text: str) -> bool:
    """Whether it says a kind of organisation rather than one.

    >>> is_subtitle("ASSOCIATIONS"), is_subtitle("Collectivités :"), is_subtitle("Commune de Tarnos")
    (True, True, False)
    """
    return len(text) <= _LONGEST and singular(fold(text)) in _CLASSES
