"""One way to compare words whatever their case, accents, punctuation or typography; and the names
that one typed amiss is near."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches
from functools import lru_cache

_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "ł": "l"})
_NOT_WORDS = re.compile(r"[\W_]+")
_NEAR_SHOWN = 3
# Characters; a longer text is told once, and remembering it would only hold it.
_LONGEST = 200


def fold(text: str) -> str:
    """Lower case, no accent, one space between words, nothing else; any alphabet.

    >>> fold("  L’Œuvre_des  Élèves (n° 2)")
    'l oeuvre des eleves n 2'
    """
    return _remembered(text) if len(text) <= _LONGEST else _folded(text)


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


def _folded(text: str) -> str:
    # The degree sign and the ordinal are no letters here: NFKD would make « nº » “no”.
    bare = text.replace("º", " ").casefold().translate(_LIGATURES)
    decomposed = unicodedata.normalize("NFKD", bare)
    letters = "".join(char for char in decomposed if not unicodedata.combining(char))
    return _NOT_WORDS.sub(" ", letters).strip()


_remembered = lru_cache(262_144)(_folded)
