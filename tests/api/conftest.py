"""The API over the demonstration network, by a client in the same process."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from demonstration_store import demonstration_store
from fastapi.testclient import TestClient

from maillage.api.app import create_app

# Only names of this machine are answered.
HERE = "http://127.0.0.1"


@pytest.fixture(scope="session")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a store that holds the demonstration network; read only."""
    return demonstration_store(tmp_path_factory.mktemp("api"))


@pytest.fixture(scope="module")
def client(demonstration: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """Over the demonstration network; the jobs that are kept in its store are of this file."""
    with _asking(demonstration, tmp_path_factory.mktemp("client")) as found:
        yield found


@pytest.fixture
def own_client(demonstration: str, tmp_path: Path) -> Iterator[TestClient]:
    """Over a copy of the demonstration network, which a test may change."""
    with _asking(demonstration, tmp_path) as found:
        yield found


def _asking(demonstration: str, folder: Path) -> TestClient:
    copy = folder / "own.db"
    shutil.copyfile(demonstration.removeprefix("sqlite:///"), copy)
    return TestClient(create_app(f"sqlite:///{copy}"), base_url=HERE)


@pytest.fixture
def empty_client(tmp_path: Path) -> Iterator[TestClient]:
    with TestClient(create_app(f"sqlite:///{tmp_path / 'empty.db'}"), base_url=HERE) as found:
        yield found
