"""docs/measures.md says what the registry says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from maillage.graph.measures.docs import EVERY, page
from maillage.graph.measures.reasons import REASONS, WARNINGS

DOCS = Path(__file__).parents[3] / "docs" / "measures.md"
# A French sentence has a narrow space before these, and never a plain one.
PLAIN_SPACE = re.compile(r" [?!;:%»]|« ")


def test_the_page_is_the_registry() -> None:
    assert DOCS.read_text(encoding="utf-8") == page(), (
        "python -m maillage.graph.measures.docs > docs/measures.md"
    )


@pytest.mark.parametrize("name", [entry.name for entry in EVERY])
def test_every_measure_has_its_section(name: str) -> None:
    text = DOCS.read_text(encoding="utf-8")
    assert f"## `{name}`" in text


def test_french_typography() -> None:
    labels = [label for entry in EVERY for label in (entry.label, entry.meaning)]
    for label in (*labels, *REASONS.values(), *WARNINGS.values()):
        assert not PLAIN_SPACE.search(label.fr), label.fr
        assert "'" not in label.fr, label.fr
