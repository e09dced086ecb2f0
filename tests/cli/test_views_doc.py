"""The figures that `docs/views.md` quotes, computed again from the demonstration network."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from maillage.graph.model import Actor, Tie
from maillage.graph.stores import open_store
from maillage.graph.vocabulary import TIE_KINDS, Layer
from maillage.ingest.demonstration import load_demonstration
from maillage.viz.drawing import all_actors, all_ties

DOC = Path(__file__).parents[2] / "docs" / "views.md"
KNOWN_SECTORS = {"public", "private", "ess"}


@pytest.fixture(scope="module")
def facts(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, Actor], list[Tie]]:
    store = open_store(f"sqlite:///{tmp_path_factory.mktemp('views') / 'demo.db'}")
    try:
        list(load_demonstration(store))
        return {actor.id: actor for actor in all_actors(store)}, all_ties(store)
    finally:
        store.close()


@pytest.mark.parametrize(
    ("kept", "quoted"),
    [
        (lambda tie: True, "−0.75"),
        (lambda tie: TIE_KINDS[tie.kind].layer is Layer.COOPERATION, "0.00"),
        (lambda tie: tie.kind == "partnership", "+0.22"),
        (lambda tie: TIE_KINDS[tie.kind].layer is Layer.AFFILIATION, "−0.96"),
    ],
)
def test_the_layer_decides_the_sign(
    kept: Callable[[Tie], bool], quoted: str, facts: tuple[dict[str, Actor], list[Tie]]
) -> None:
    actors, ties = facts
    pairs = {frozenset((tie.source, tie.target)) for tie in ties if kept(tie)}
    coded = [
        sectors
        for pair in pairs
        if len(pair) == 2
        and set(sectors := [actors[end].sector.value for end in sorted(pair)]) <= KNOWN_SECTORS
    ]
    crossing = sum(first != second for first, second in coded)
    index = (2 * crossing - len(coded)) / len(coded)
    assert f"{index:+.2f}".replace("-", "−").replace("+0.00", "0.00") == quoted
    assert quoted in DOC.read_text(encoding="utf-8")
