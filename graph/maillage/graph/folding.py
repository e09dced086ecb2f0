"""One way to compare words whatever their case, accents, punctuation or typography; and the names
that one typed amiss is near."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches

from maillage.graph.remembered import remembered

_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "ł": "l"})
_NOT_WORDS = re.compile(r"[\W_]+")
_NEAR_SHOWN = 3


@remembered(262_144)
def fold(text: str) -> str:
    """Lower case, no accent, one space between words, nothing else; any alphabet.

    >>> fold("  L’Œuvre_des  Élèves (n° 2)")
    'l oeuvre des eleves n 2'
    """
    # The degree sign and the ordinal are no letters here: NFKD would make « nº » “no”.
    bare = text.replace("º", " ").casefold().translate(_LIGATURES)
    decomposed = unicodedata.normalize("NFKD", bare)
    letters = "".join(char for char in decomposed if not unicodedata.combining(char))
    return _NOT_WORDS.sub(" ", letters).strip()


def normalise(name: str) -> str:
    """The name folded; one of signs alone keeps them rather than meaning every other such name."""
    return fold(name) or name.strip()


def near_names(text: str, names: Iterable[str]) -> list[str]:
    """Those that may have been meant, the nearest first.

    >>> near_names("Finistere (29)", ["Ain", "Finistère"]), near_names("?", ["Ain"])
    (['Finistère'], [])
    """
    folded = {fold(name): name for name in names}
    return [folded[one] for one in get_close_matches(fold(text), folded, _NEAR_SHOWN)]
