"""What no record may hold: it is never changed once it is kept, so that a wrong one would have to
be undone."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from math import isfinite

from maillage.graph.errors import InvalidInput, UnknownName
from maillage.graph.model import ActorClaim, Attributes, Record
from maillage.graph.vocabulary import ACTOR_KINDS, Ess, LegalSector

# The words from which actors are settled.
_WORDS: Mapping[str, Collection[str]] = {
    "kind": ACTOR_KINDS.keys(),
    "legal_sector": tuple(LegalSector),
    "ess": tuple(Ess),
}


def check_records(records: Iterable[Record]) -> None:
    """Only words of the vocabulary, and numbers that can be written down and read again."""
    for record in records:
        for claim in record.actors:
            _check_words(claim)
            _check_numbers(claim.attributes)
        for tie in record.ties:
            _check_numbers(tie.attributes)


def _check_words(claim: ActorClaim) -> None:
    for field, words in _WORDS.items():
        word = claim.attributes.get(field)
        if word is not None and word not in words:
            known = ", ".join(words)
            raise UnknownName("unknown_name", what=field, name=word, known=known)


def _check_numbers(attributes: Attributes) -> None:
    for field, value in attributes.items():
        if isinstance(value, float) and not isfinite(value):
            raise InvalidInput("number_not_finite", field=field, value=value)
