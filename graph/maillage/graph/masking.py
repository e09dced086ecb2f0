"""Known names of persons taken out of texts, wherever they stand.

A name counts as it is written, in any case, with or without accents, hyphens and titles, its first
word last or its last word first, and run together as an address of the web does. It counts at the
borders of words, and a hyphen is none: « Jeanne Martin » is not in « Jeanne Martin-Dubois »; digits
are: `jeannemartin35`. A name of one word (articles apart) counts only where it is the whole of a
text: « Martin » alone may be anybody, « Le Fournil » anything. Letters are those that are meant,
whatever they are written as (`encoded`).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import pairwise

from maillage.graph.encoded import is_encoded, letters_of
from maillage.graph.folding import fold
from maillage.graph.titles import TITLES

Words = tuple[str, ...]

_WORD = re.compile(r"[^\W_]+")
_DIGITS = "0123456789"
_HYPHENS = "-\u2010\u2011"
_ARTICLES = frozenset({"a", "au", "aux", "d", "de", "des", "du", "en", "et", "l", "la", "le", "les",
                       "un", "une"})  # fmt: skip
# What stands beside a name and is no part of it.
_TITLES = tuple(dict.fromkeys((fold(word),) for words in TITLES.values() for word in words))
_FORMS = (
    ("ei",), ("eirl",), ("entreprise", "individuelle"), ("entrepreneur", "individuel"),
    ("micro", "entreprise"), ("microentreprise",), ("micro", "entrepreneur"),
    ("auto", "entreprise"), ("auto", "entrepreneur"), ("autoentrepreneur",),
)  # fmt: skip
# Longer names are no first and last names: their words are not exchanged.
_MOST_EXCHANGED = 4
# Two short words run together may be a word of its own.
_FEWEST_LETTERS = 8


class Names:
    """What some are called, to be found in texts."""

    def __init__(self, names: Iterable[str]) -> None:
        self._whole: set[Words] = set()
        # By the first word, then the second: the rest, the longest first.
        self._within: dict[str, dict[str, list[Words]]] = {}
        self._joined: set[str] = set()
        # Words of which digits are parted.
        self._known: set[str] = set()
        self._folded: dict[str, str] = {}
        for spelling in {one for name in names for one in _spellings(self._words(name))}:
            self._whole.add(spelling)
            if len(set(spelling) - _ARTICLES) > 1:
                self._add(spelling)
        for seconds in self._within.values():
            for rests in seconds.values():
                rests.sort(key=len, reverse=True)
        self._folded.clear()

    def __bool__(self) -> bool:
        return bool(self._whole)

    def bear(self, text: str) -> bool:
        """Whether a text is one of them."""
        return self.masked(text, "", whole="") == "" != text

    def stand_in(self, text: str) -> bool:
        """Whether one of them is to be found in a text."""
        return self.masked(text, "", whole="") != text

    def masked(self, text: str, mask: str, *, whole: str | None = None) -> str:
        """The text with `mask` in the place of each name; `whole` in its place if it is one, a name
        of one word too. None: such names stay, as in a text drawn from a list."""
        if not self._whole:
            return text
        letters = letters_of(text) if is_encoded(text) else ()
        meant = "".join(letter.meant for letter in letters) or text
        words = self._words(meant)
        if whole is not None and tuple(words) in self._whole:
            return whole
        if self._joined.isdisjoint(words) and not any(
            first in self._within and second in self._within[first]
            for first, second in pairwise(words)
        ):
            return text
        if letters:
            spans = self._spans(meant)
            return _replaced(text, ((letters[a].start, letters[b - 1].end) for a, b in spans), mask)
        text = unicodedata.normalize("NFC", text)
        return _replaced(text, self._spans(text), mask)

    def _spans(self, text: str) -> Iterator[tuple[int, int]]:
        """Where names begin and end, from the left, the longest first."""
        found = list(_WORD.finditer(text))
        words = [self._fold(match[0]) for match in found]
        place = 0
        while place < len(words):
            length = self._length(words, place)
            start, end = found[place].start(), found[place + length - 1].end() if length else 0
            if length and _stands_alone(text, start, end):
                yield start, end
                place += length
            else:
                place += 1

    def _length(self, words: list[str], place: int) -> int:
        """How many words of a name stand from here on; 0 if none begins here."""
        seconds = self._within.get(words[place])
        if seconds and place + 1 < len(words):
            for rest in seconds.get(words[place + 1], ()):
                if tuple(words[place + 2 : place + 2 + len(rest)]) == rest:
                    return len(rest) + 2
        return 1 if words[place] in self._joined else 0

    def _add(self, spelling: Words) -> None:
        first, second, *rest = spelling
        self._within.setdefault(first, {}).setdefault(second, []).append(tuple(rest))
        self._known.update(spelling)
        joined = "".join(spelling)
        if len(joined) >= _FEWEST_LETTERS:
            self._joined.add(joined)
            self._known.add(joined)

    def _words(self, text: str) -> list[str]:
        if not text.isascii():
            text = unicodedata.normalize("NFC", text)
        return [self._fold(word) for word in _WORD.findall(text)]

    def _fold(self, word: str) -> str:
        """Words come again and again: each is folded once. Of one of ours, digits are parted."""
        known = self._folded.get(word)
        if known is None:
            folded = word.lower() if word.isascii() else fold(word)
            bare = folded.strip(_DIGITS)
            known = self._folded[word] = bare if bare in self._known else folded
        return known


def _spellings(words: list[str]) -> Iterator[Words]:
    if not words:
        return
    yield tuple(words)
    bare = _without_titles(words)
    yield tuple(bare)
    if 1 < len(bare) <= _MOST_EXCHANGED:
        yield (*bare[1:], bare[0])
        yield (bare[-1], *bare[:-1])
    if len(bare) == 1:
        yield from ((*title, bare[0]) for title in _TITLES)


def _without_titles(words: list[str]) -> list[str]:
    for beside in (*_FORMS, *_TITLES):
        length = len(beside)
        if len(words) > length and tuple(words[:length]) == beside:
            return _without_titles(words[length:])
        if len(words) > length and tuple(words[-length:]) == beside:
            return _without_titles(words[:-length])
    return words


def _replaced(text: str, spans: Iterable[tuple[int, int]], mask: str) -> str:
    parts, done = [], 0
    for start, end in spans:
        parts += [text[done:start], mask]
        done = end
    return "".join((*parts, text[done:])) if parts else text


def _stands_alone(text: str, start: int, end: int) -> bool:
    """A hyphen makes a longer name of what it joins, unless it joins all there is."""
    if not any(char.isspace() for char in text[start:end]):
        return True
    before, after = text[max(start - 2, 0) : start], text[end : end + 2]
    return not (
        (before[-1:] in _HYPHENS and before[:1].isalnum() and len(before) == 2)
        or (after[:1] in _HYPHENS and after[1:].isalnum() and len(after) == 2)
    )
