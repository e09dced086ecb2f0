"""Whether two names can be those of one organisation: said of two that an identifier joins, so that
only names with nothing in common are talked about. To propose a match takes more (`matching`)."""

from __future__ import annotations

from rapidfuzz import fuzz

from maillage.graph.folding import normalise
from maillage.ingest.identity.forms import split_name

# Of 100; two names of one organisation share words, letters or initials.
_ALIKE = 55


def names_alike(one: str, other: str) -> bool:
    """
    >>> names_alike("Sté Dubois & fils", "DUBOIS ET FILS (SARL)")
    True
    >>> names_alike("ADES", "Association pour le développement de l’économie sociale")
    True
    >>> names_alike("Les Jardins de Cocagne", "Boulangerie Dupont")
    False
    """
    if any(fuzz.WRatio(a, b) >= _ALIKE for a in _writings(one) for b in _writings(other)):
        return True
    return _is_acronym(one, other) or _is_acronym(other, one)


def _writings(name: str) -> tuple[str, ...]:
    """Without what it says of its legal form; and the acronyms given with it."""
    parts = split_name(name)
    return (" ".join(parts.core), *parts.acronyms)


def _is_acronym(short: str, name: str) -> bool:
    """Of the words of the name in their order, which may leave small ones out."""
    letters = normalise(short).replace(" ", "")
    initials = iter([word[0] for word in normalise(name).split()])
    return len(letters) > 1 and all(letter in initials for letter in letters)
