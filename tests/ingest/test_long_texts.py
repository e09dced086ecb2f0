"""What is worked out of short texts is remembered; a long text of a list is held by nobody."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Callable

import pytest

from maillage.graph.folding import fold
from maillage.ingest.columns.assigning import is_known_heading
from maillage.ingest.columns.headings import heading_key, read_heading
from maillage.ingest.lists.ends import end, reference
from maillage.ingest.persons.headings import is_personal_heading
from maillage.ingest.places.communes import plain_name
from maillage.ingest.places.written import written_commune


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
    "reference": reference,
    "reference_in_commune": lambda text: reference("Alpha", text),
    "end_by_id": lambda text: end(id=text),
}


@pytest.mark.parametrize("read", READERS.values(), ids=READERS)
def test_a_long_text_is_held_by_nobody(read: Callable[[str], object]) -> None:
    text = Told("Lannion " * 2_000)
    held = weakref.ref(text)
    read(text)
    del text
    gc.collect()
    assert held() is None
