"""Names made comparable, and ids minted from them."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from hashlib import blake2s

_NOT_WORD = re.compile(r"[^a-z0-9]+")
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss"})
_SLUG_LENGTH = 40


@lru_cache(maxsize=262_144)
def normalise(name: str) -> str:
    """Accents, case and punctuation folded.

    >>> normalise("L’Œuvre — Pôle d'Éco-activités")
    'l oeuvre pole d eco activites'
    """
    folded = unicodedata.normalize("NFKD", name.casefold().translate(_LIGATURES))
    kept = "".join(character for character in folded if not unicodedata.combining(character))
    words = _NOT_WORD.sub(" ", kept).strip()
    # A name in another alphabet keeps its own letters rather than becoming nothing.
    return words or name.casefold().strip()


def minted_id(key: str, name: str) -> str:
    """An id for what has none: readable, and the same each time the same `key` is met."""
    slug = _NOT_WORD.sub("-", normalise(name))[:_SLUG_LENGTH].strip("-")
    digest = blake2s(key.encode(), digest_size=5).hexdigest()
    return f"{slug}-{digest}" if slug else digest
