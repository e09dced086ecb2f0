"""The demonstration network, drawn once, and its portable map, for the tests that look at them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from maillage.graph.port import Store
from maillage.graph.stores import open_store
from maillage.ingest.demonstration import load_demonstration
from maillage.viz.drawing import scene_of
from maillage.viz.page import map_html
from maillage.viz.scene import Scene


@pytest.fixture(scope="session")
def demo_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    store = open_store(f"sqlite:///{tmp_path_factory.mktemp('demo') / 'demo.db'}")
    list(load_demonstration(store))
    yield store
    store.close()


@pytest.fixture(scope="session")
def demo_scene(demo_store: Store) -> Scene:
    return scene_of(demo_store)


@pytest.fixture(scope="session")
def demo_file(demo_scene: Scene, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "map.html"
    path.write_text(map_html(demo_scene), encoding="utf-8")
    return path
