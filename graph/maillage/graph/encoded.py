"""Texts as they are meant, letter by letter with where each stands in the text as it is written.

Addresses of the web say a letter as `%C3%A9`, pages as `&eacute;`, also more than once over; soft
hyphens, marks without width and accents apart stand within words. None of it hides a word.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from html import unescape
from typing import NamedTuple

_UNSEEN = "\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
_ENCODED = re.compile(f"(?P<bytes>(?:%[0-9A-Fa-f]{{2}})+)|&#?[0-9A-Za-z]+;|[{_UNSEEN}]")
# What is written by a program is encoded twice, seldom more.
_MOST_TIMES = 4


class Letter(NamedTuple):
    """What is meant, and from where to where it is written."""

    meant: str
    start: int
    end: int


def is_encoded(text: str) -> bool:
    """What is not printable is found at once, a pattern is not."""
    suspect = "%" in text or "&" in text or not text.isprintable()
    return suspect and _ENCODED.search(text) is not None


def letters_of(text: str) -> list[Letter]:
    """The letters that are meant, without accents that stand apart."""
    letters = [Letter(char, place, place + 1) for place, char in enumerate(text)]
    for _ in range(_MOST_TIMES):
        written = "".join(letter.meant for letter in letters)
        if not is_encoded(written):
            break
        letters = list(_decoded(written, letters))
    return [letter for letter in letters if not unicodedata.combining(letter.meant)]


def _decoded(written: str, letters: Sequence[Letter]) -> Iterator[Letter]:
    """Once; each letter is one of `written`."""
    done = 0
    for match in _ENCODED.finditer(written):
        yield from letters[done : match.start()]
        done = match.end()
        part = letters[match.start() : done]
        if match["bytes"]:
            yield from _of_bytes(match["bytes"], part)
        elif match[0].startswith("&"):
            yield from (Letter(char, part[0].start, part[-1].end) for char in unescape(match[0]))
    yield from letters[done:]


def _of_bytes(said: str, part: Sequence[Letter]) -> Iterator[Letter]:
    """Three letters, `%C3`, are a byte."""
    content = bytes.fromhex(said.replace("%", ""))
    try:
        content.decode(coding := "utf-8")
    except UnicodeDecodeError:
        coding = "latin-1"
    first = 0
    for char in content.decode(coding):
        last = first + 3 * len(char.encode(coding))
        yield Letter(char, part[first].start, part[last - 1].end)
        first = last
