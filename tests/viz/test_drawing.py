"""A store drawn at a date: the ties alive then, nothing moved, the rest counted."""

from __future__ import annotations

from pathlib import Path

import pytest
from loading import a_desk

from maillage.graph.edits import Saying, answer
from maillage.graph.port import Store
from maillage.graph.stores import open_store
from maillage.ingest.demonstration import load_demonstration
from maillage.viz.drawing import scene_of


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    found = open_store(f"sqlite:///{tmp_path_factory.mktemp('drawing') / 's.db'}")
    list(load_demonstration(found))
    return found


def test_a_date_leaves_out_what_was_over_and_moves_nothing(store: Store) -> None:
    whole, later = scene_of(store), scene_of(store, "2014-09-19")
    assert later.date == "2014-09-19"
    kept, drawn = {tie.id for tie in later.ties}, {tie.id for tie in whole.ties}
    assert kept < drawn
    (left_out,) = later.caption.left_out
    assert left_out.count == len(drawn) - len(kept)
    for tie in drawn - kept:
        found = store.tie(tie)
        assert (found.end and found.end.latest.isoformat() < "2014-09-19") or (
            found.start and found.start.earliest.isoformat() > "2014-09-19"
        )
    places = {node.id: (node.x, node.y) for node in whole.nodes}
    assert {node.id: (node.x, node.y) for node in later.nodes} == places


def test_every_tie_says_which_row_says_so(store: Store) -> None:
    sourced = [tie for tie in scene_of(store).ties if tie.sources]
    assert len(sourced) == 596


def test_what_cites_no_document_is_cited_by_its_file_and_an_act_by_none(tmp_path: Path) -> None:
    with a_desk(tmp_path) as desk:
        desk.bring("Nom;Source\nVal Ferme;\nLe Gué;MAD\n", "members", pole="P", name="m.csv")
        told = desk.tie("Val Ferme", "P", "membership")
        answer(desk.store, told.id, Saying(act="confirm", by=told.source))
        drawn = {tie.id: tie.sources for tie in scene_of(desk.store).ties}
        cited = desk.tie("Le Gué", "P", "membership")
    assert drawn == {told.id: ("m.csv, l. 2",), cited.id: ("MAD, l. 3",)}
