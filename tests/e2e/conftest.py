"""A browser, and the demonstration network really served."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from demonstration_store import demonstration_store
from exploring import Explorer, explorer, served
from playwright.sync_api import Browser, expect

# A busy machine takes its time: no test is about how long an answer takes.
expect.set_options(timeout=30_000)


@pytest.fixture(scope="session")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a store with the demonstration network; tests here only read it."""
    return demonstration_store(tmp_path_factory.mktemp("served"))


@pytest.fixture(scope="session")
def address(demonstration: str) -> Iterator[str]:
    with served(demonstration) as found:
        yield found


@pytest.fixture
def own_address(demonstration: str, tmp_path: Path) -> Iterator[str]:
    """A copy of the demonstration network that a test may write to, served."""
    shutil.copy(demonstration.removeprefix("sqlite:///"), tmp_path / "own.db")
    with served(f"sqlite:///{tmp_path / 'own.db'}") as found:
        yield found


@pytest.fixture
def own(browser: Browser, own_address: str) -> Iterator[Explorer]:
    """The explorer on a laptop, in French, over a network that may be written to."""
    with explorer(browser, own_address) as found:
        yield found


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Explorer]:
    """The explorer on a laptop, in French."""
    with explorer(browser, address) as found:
        yield found
