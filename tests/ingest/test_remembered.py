"""What is worked out of short texts is remembered; a long text is held by nobody."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Callable

import pytest

from maillage.graph.folding import fold
from maillage.ingest.columns.assigning import is_known_heading
from maillage.ingest.columns.headings import heading_key, read_heading
from maillage.ingest.lists.ends import reference
from maillage.ingest.persons.headings import is_personal_heading
from maillage.ingest.places.communes import plain_name
from maillage.ingest.places.written import written_commune
from maillage.ingest.remembered import LONGEST, remembered


class Told(str):
    """A text of which it can be asked whether it is still held."""


READERS: dict[str, Callable[[str], object]] = {
    "fold": fold,
    "heading_key": heading_key,
    "read_heading": read_heading,
    "is_personal_heading": is_personal_heading,
    "is_known_heading": lambda text: is_known_heading(text, "members"),
    "written_commune": written_commune,
    "plain_name": plain_name,
    "reference": lambda text: reference("Alpha", text),
}


@pytest.mark.parametrize("read", READERS.values(), ids=READERS)
def test_a_long_text_is_held_by_nobody(read: Callable[[str], object]) -> None:
    text = Told("Lannion " * 2_000)
    held = weakref.ref(text)
    read(text)
    del text
    gc.collect()
    assert held() is None


def test_a_short_text_is_worked_out_once() -> None:
    asked: list[str] = []

    @remembered(10)
    def length(text: str) -> int:
        asked.append(text)
        return len(text)

    short, long = "x" * LONGEST, "x" * (LONGEST + 1)
    assert [length(text) for text in (short, short, long, long)] == [200, 200, 201, 201]
    assert asked == [short, long, long]
