"""`maillage demo`: five documents as lists, to figures and a map, in a folder of its own."""

from __future__ import annotations

from pathlib import Path

import pytest
from commands import Ran, in_a_process, maillage

from maillage.graph.stores import open_store


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Ran]:
    place = tmp_path_factory.mktemp("demo")
    told = ("--no-serve", "--out", place / "out")
    return place / "out", in_a_process("demo", *told, XDG_DATA_HOME=str(place / "home"))


def test_it_says_who_is_there_and_how_they_are_tied(demo: tuple[Path, Ran]) -> None:
    _, ran = demo
    assert ran.code == 0, ran.err
    assert "432 acteurs, 596 liens" in ran.out
    for said in ("Domb'Innov", "Réalis", "portage", "rapporté par un tiers", "prévu"):
        assert said in ran.out
    assert "indice E-I +0,38" in ran.out
    assert "7 pôles sur 46 sont reliés à un autre" in ran.out
    assert "Charte de la démarche collective PTCE touche 40 pôles" in ran.out
    assert "selon la façon de coder" in ran.out


def test_it_writes_a_map_that_needs_nothing_else(demo: tuple[Path, Ran]) -> None:
    folder, _ = demo
    page = (folder / "map.html").read_text(encoding="utf-8")
    assert "Val Horizon" in page
    assert 'src="http' not in page
    assert 'href="http' not in page


def test_it_writes_a_report_of_all(demo: tuple[Path, Ran]) -> None:
    folder, _ = demo
    page = (folder / "report.html").read_text(encoding="utf-8")
    assert "568 liens sur 568 ne sont rapportés que par des tiers." in page
    assert "<script" not in page


def test_again_changes_nothing(demo: tuple[Path, Ran]) -> None:
    folder, first = demo
    before = (folder / "demo.db").stat().st_size
    again = maillage("demo", "--no-serve", "--out", folder)
    assert (again.code, again.out) == (0, first.out)
    assert (folder / "demo.db").stat().st_size == before


def test_the_user_s_own_store_is_not_touched(tmp_path: Path) -> None:
    own = tmp_path / "own.db"
    command = ("--store", f"sqlite:///{own}", "demo", "--no-serve", "--out", tmp_path / "d")
    ran = maillage(*command, XDG_DATA_HOME=str(tmp_path / "x"))
    assert ran.code == 0
    assert "--store" in ran.err
    assert not own.exists()
    assert not (tmp_path / "x").exists()


def test_the_known_facts_of_the_documents(demo: tuple[Path, Ran]) -> None:
    store = open_store(f"sqlite:///{demo[0] / 'demo.db'}", "read")
    try:
        pole = store.actor("ptce-lille-metropole-solidaire")
        firms = next(item for item in pole.conflicts if item.field == "member_count")
        assert {firms.kept, *(value for value, _ in firms.others)} == {16, 18}
        assert set(store.actor("ptce-realis").attributes["carriers"]) == {  # type: ignore[arg-type]  # several names
            "cress-languedoc-roussillon",
            "region-languedoc-roussillon",
            "urscop-languedoc-roussillon",
        }
        figures = {
            (figure.year, figure.value)
            for figure in store.actor("ptce-dombinnov").figures
            if figure.field == "member_count"
        }
        assert figures == {(2012, 12), (2014, 14)}
        direct = store.network(view="direct")
        assert direct.simple.size == 20
        index = direct.measure("ei_network", by="sector")
        assert index.ties == 13
        assert index.value == pytest.approx(5 / 13)
    finally:
        store.close()
