"""In which language to answer."""

from __future__ import annotations

import re

from fastapi import Request

from maillage.graph.languages import LANGUAGES, Language

_QUALITY = re.compile(r"\bq=(0(?:\.\d*)?)")
# Of a language of which nothing is said: less than any that is wished, more than one refused.
_UNSAID = 0.0005


def language_of(request: Request) -> Language:
    """The language that the reader likes best of those we speak; French first."""
    return best_liked(request.headers.get("accept-language", ""))


def best_liked(accepted: str) -> Language:
    """By RFC 9110: a quality of 0 refuses.

    >>> best_liked("fr;q=0,en"), best_liked("de,en;q=0.5,fr;q=0.8"), best_liked("en-GB,fr")
    ('en', 'fr', 'en')
    """
    wishes: dict[Language, float] = {}
    for part in accepted.lower().split(","):
        tag, _, said = part.partition(";")
        for language in LANGUAGES:
            if tag.strip()[:2] == language:
                wishes[language] = max(wishes.get(language, 0.0), _quality(said))
    return max([*wishes, *LANGUAGES], key=lambda language: wishes.get(language, _UNSAID))


def _quality(said: str) -> float:
    found = _QUALITY.search(said)
    return float(found[1]) if found else 1.0
