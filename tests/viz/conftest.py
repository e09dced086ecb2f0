"""The demonstration network, drawn once, and its portable map, for the tests that look at them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from demonstration_store import demonstration_store

from maillage.graph.port import Store
from maillage.graph.stores import open_store
from maillage.viz.drawing import scene_of
from maillage.viz.page import map_html
from maillage.viz.scene import Scene


@pytest.fixture(scope="session")
def demo_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with closing(open_store(demonstration_store(tmp_path_factory.mktemp("demo")))) as store:
        yield store


@pytest.fixture(scope="session")
def demo_scene(demo_store: Store) -> Scene:
    return scene_of(demo_store)


@pytest.fixture(scope="session")
def demo_file(demo_scene: Scene, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "map.html"
    path.write_text(map_html(demo_scene), encoding="utf-8")
    return path
