"""Mentions made ready to compare: one row for each writing of a name, columns for what is known."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from maillage.graph.vocabulary import ACTOR_KINDS
from maillage.ingest.identity.forms import Form, split_name
from maillage.ingest.places.communes import plain_name

Ints = NDArray[np.int32]

# Natures that exclude each other: a commune is not its communauté de communes.
AUTHORITY_TYPES = (
    "commune",
    "epci",
    "departement",
    "region",
    "syndicat",
    "ccas",
    "sdis",
    "oph",
    "parc",
    "chambre",
    "etat",
    "gip",
    "sem",
    "spl",
    "lycee",
    "universite",
    "hopital",
)
# Natures that make another organisation of the same name without them (Macif, Fondation Macif).
TELLING_TYPES = frozenset(AUTHORITY_TYPES) - {"commune"} | {"foundation", "pole", "employer_group"}
_PUBLIC_KINDS = frozenset({"local_authority", "state_body", "chamber"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A row that says an organisation. `siren_prefix`: of a SIREN that could not be read, the
    digits that it showed (`identity.Reading.prefix`)."""

    id: str
    name: str
    other_names: tuple[str, ...] = ()
    siren: str | None = None
    siren_prefix: str = ""
    rna: str | None = None
    commune: str = ""
    departement: str = ""
    kind: str = ""


@dataclass(frozen=True)
class Rows:
    """Writings (`keys`, `words`, `mention_of`) and, for each mention, numbered columns: 0 is
    unknown, equal numbers are equal values."""

    mentions: Sequence[Mention]
    written: Sequence[str]
    keys: Sequence[str]
    sorted_keys: Sequence[str]
    words: Sequence[tuple[str, ...]]
    initials: Sequence[frozenset[str]]
    mention_of: Ints
    siren: Ints
    rna: Ints
    commune: Ints
    departement: Ints
    type: Ints
    kind: Ints
    numbers: Ints
    types: Sequence[str]

    @classmethod
    def of(cls, mentions: Sequence[Mention]) -> Rows:
        writings = [writing for place, m in enumerate(mentions) for writing in _writings(place, m)]
        types = ["", *AUTHORITY_TYPES, *_other_types(writings)]
        type_of = {name: place for place, name in enumerate(types)}
        told = [0] * len(mentions)
        for writing in writings:
            told[writing.mention] = told[writing.mention] or type_of[writing.type]
        return cls(
            mentions=mentions,
            written=[writing.written for writing in writings],
            keys=[" ".join(writing.words) for writing in writings],
            sorted_keys=[" ".join(sorted(writing.words)) for writing in writings],
            words=[writing.words for writing in writings],
            initials=[writing.initials for writing in writings],
            mention_of=np.array([writing.mention for writing in writings], np.int32),
            siren=_numbered(m.siren for m in mentions),
            rna=_numbered(m.rna.upper() if m.rna else None for m in mentions),
            commune=_numbered(plain_name(m.commune) if m.commune else None for m in mentions),
            departement=_numbered(m.departement.strip().upper() or None for m in mentions),
            type=np.array(told, np.int32),
            kind=np.array([_kind_group(m.kind) for m in mentions], np.int32),
            numbers=_numbered(_numbers(writing.words) for writing in writings),
            types=types,
        )

    def shown(self, feature: str, row: int) -> str:
        """One side of a reason, as a person reads it."""
        place = int(self.mention_of[row])
        mention = self.mentions[place]
        match feature:
            case "commune":
                return mention.commune
            case "type":
                return self.types[int(self.type[place])]
            case "kind":
                return mention.kind
            case "siren":
                return mention.siren or mention.siren_prefix
            case "rna":
                return mention.rna or ""
        return self.written[row]

    def weights(self) -> dict[str, float]:
        """How much a word tells: the rarer, the more."""
        seen = Counter(word for words in self.words for word in set(words))
        return {word: math.log((1 + len(self.words)) / count) for word, count in seen.items()}


@dataclass(frozen=True, slots=True)
class _Writing:
    mention: int
    written: str
    words: tuple[str, ...]
    type: str
    initials: frozenset[str]


_ACRONYM = re.compile(r"[^\W\d_]{3,8}")
_NUMBER = re.compile(r"\d+")


def _writings(place: int, mention: Mention) -> Iterable[_Writing]:
    """The name, the other names, and the acronyms given with them, each once."""
    seen: set[tuple[str, ...]] = set()
    for name in (mention.name, *mention.other_names):
        parts = split_name(name)
        type_ = _type(parts.forms)
        for words in (parts.core, *((acronym,) for acronym in parts.acronyms)):
            if words and words not in seen:
                seen.add(words)
                yield _Writing(place, name, words, type_, _initials(words))


def _type(forms: Sequence[Form]) -> str:
    """What a name says it is; that it is an authority, before anything else."""
    types = [form.type for form in forms if form.type]
    return next((type_ for type_ in types if type_ in AUTHORITY_TYPES), types[0] if types else "")


def _initials(words: Sequence[str]) -> frozenset[str]:
    """
    >>> sorted(_initials(("reseau", "collectivites", "territoriales", "economie", "solidaire")))
    ['rctes']
    """
    initials = "".join(word[0] for word in words)
    return frozenset({initials} if _ACRONYM.fullmatch(initials) else ())


def _other_types(writings: Iterable[_Writing]) -> list[str]:
    return sorted({writing.type for writing in writings} - {"", *AUTHORITY_TYPES})


def _numbers(words: Sequence[str]) -> str | None:
    """Numbers tell apart what is otherwise alike: SMAC 07, SMAC 26."""
    return " ".join(sorted(word for word in words if _NUMBER.fullmatch(word))) or None


def _numbered(values: Iterable[Hashable | None]) -> Ints:
    known: dict[Hashable, int] = {}
    return np.array(
        [0 if value is None else known.setdefault(value, len(known) + 1) for value in values],
        np.int32,
    )


def _kind_group(kind: str) -> int:
    """0 says nothing; 1 public, 2 a gathering, 3 a pole, 4 any other organisation."""
    known = ACTOR_KINDS.get(kind)
    if known is None or kind == "other":
        return 0
    if kind == "pole":
        return 3
    if known.gathering:
        return 2
    return 1 if kind in _PUBLIC_KINDS else 4
