"""A desk, for the files that do not set one of their own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from loading import Desk, a_desk

from maillage.ingest.loading import large_networks


@pytest.fixture(params=["small", "large"])
def desk(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Desk]:
    """In a network all of which is worked out again, and in one too large for that."""
    if request.param == "large":
        monkeypatch.setattr(large_networks, "MOST_ACTORS", 0)
    with a_desk(tmp_path) as found:
        yield found
