"""The table of what lists promise names tests that exist, and each bad input with its words."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from bad_files import READABLE, UNREADABLE, Bad

from maillage.graph.sentences import SENTENCES
from maillage.ingest.problems import CATALOGUE

README = Path(__file__).parent / "README.md"
TEXT = README.read_text("utf-8")
NAMED = sorted(set(re.findall(r"`([\w/]+\.py)::(\w+)`", TEXT)))


def test_tests_are_named() -> None:
    assert len(NAMED) > 30


@pytest.mark.parametrize(("file", "name"), NAMED, ids=[name for _, name in NAMED])
def test_each_test_that_is_named_is_there(file: str, name: str) -> None:
    source = (README.parents[1] / file).read_text("utf-8")
    assert re.search(rf"^def {name}\(", source, re.MULTILINE)


@pytest.mark.parametrize("bad", (*UNREADABLE, *READABLE), ids=lambda bad: bad.file)
def test_each_bad_file_has_its_line(bad: Bad) -> None:
    assert line_of(bad) in TEXT, line_of(bad)


def line_of(bad: Bad) -> str:
    said = SENTENCES[bad.code][0] if bad in UNREADABLE else CATALOGUE[bad.code].fr
    return f"| {bad.file} | `{bad.code}` | {said} |"
