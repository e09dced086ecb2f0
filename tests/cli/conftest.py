"""The demonstration network, loaded once for the commands that read it."""

from __future__ import annotations

import pytest
from demonstration_store import demonstration_store


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a store that holds it; read only."""
    return demonstration_store(tmp_path_factory.mktemp("demo"))
