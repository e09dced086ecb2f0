"""The example files: written by their script, loaded whole, and said of as their reports tell."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import example_reports
import pytest
from example_reports import report_of
from loading import Desk, a_desk, fates
from make_examples import EXAMPLES, MADE, Make, written
from store_content import content
from val_de_brume.territory import ALSO_KNOWN_AS

from maillage.graph.stores import open_store
from maillage.ingest.lists.registry import LISTS
from maillage.ingest.loading.load import Options, load
from maillage.ingest.loading.report import Report
from maillage.ingest.matching.review import decide, queue
from maillage.ingest.tables import read_tables

NAMES = [name for name, *_ in MADE]


@dataclass(frozen=True)
class Loaded:
    url: str
    said: dict[str, str]


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Loaded:
    url = f"sqlite:///{tmp_path_factory.mktemp('examples') / 'examples.db'}"
    return Loaded(url, dict(example_reports.reports(url)))


def test_there_is_one_for_each_list() -> None:
    assert [as_list for _, as_list, *_ in MADE] == list(LISTS)


@pytest.mark.parametrize(("name", "make"), [(name, make) for name, _, make, _ in MADE], ids=NAMES)
def test_the_script_writes_it(name: str, make: Make) -> None:
    made = written(name, make)
    kept = (EXAMPLES / name).read_bytes()
    if name.endswith(".csv"):
        assert made == kept
    else:
        # The bytes of an archive change with the library that packs it, the cells do not.
        assert _cells(made, name) == _cells(kept, name)


@pytest.mark.parametrize("name", NAMES)
def test_the_report_is_what_is_said_today(name: str, loaded: Loaded) -> None:
    kept = report_of(name).read_text("utf-8")
    assert loaded.said[name] == kept, "python tools/example_reports.py"
    # Each has something to say, and lines that are ready.
    assert "aucune prête" not in kept and len(kept.splitlines()) > 3


def test_all_of_them_again_change_nothing(loaded: Loaded) -> None:
    store = open_store(loaded.url)
    before = content(store)
    for name, as_list, _, given in MADE:
        assert load(store, EXAMPLES / name, as_list, _options(given)).again, name
    assert content(store) == before
    store.close()


def test_no_person_is_kept(loaded: Loaded) -> None:
    stored = Path(loaded.url.removeprefix("sqlite:///")).read_bytes()
    for text in (b"Dominique D.", b"Camille C.", b"exemple.fr", b"01 99 00"):
        assert text not in stored


@pytest.fixture
def animator(tmp_path: Path) -> Iterator[tuple[Desk, Report]]:
    """The directory and the poles, then the animator's own file."""
    with a_desk(tmp_path) as desk:
        reports = {
            name: load(desk.store, EXAMPLES / name, as_list, _options(given))
            for name, as_list, _, given in MADE
            if as_list in ("actors", "poles", "members")
        }
        yield desk, reports["membres-du-pole.xlsx"]


def test_three_lines_of_the_animator_are_to_be_looked_at(animator: tuple[Desk, Report]) -> None:
    desk, report = animator
    assert fates(report) == {"accepted": 18, "changed": 1, "waiting": 2}
    reasons = {
        problem.row: problem.code
        for problem in report.problems
        if ("Adhésions", problem.row) in report.notable and problem.level in ("warning", "waiting")
    }
    assert sorted(reasons.values()) == ["same_actor", "same_actor", "siren_digits_lost"]
    assert len(desk.ties) == 21


def test_two_matches_are_proposed_and_accepting_them_joins_the_actors(
    animator: tuple[Desk, Report],
) -> None:
    desk, _ = animator
    proposed = queue(desk.store).items
    pairs = {
        frozenset(desk.graph.actors[id_].name for id_ in (item.left, item.right))
        for item in proposed
    }
    assert pairs == {frozenset(pair) for pair in ALSO_KNOWN_AS.items()}
    actors = len(desk.graph.actors)
    for item in proposed:
        decide(desk.store, item, "same", "l’animatrice")
    assert len(desk.graph.actors) == actors - 2
    assert queue(desk.store).items == ()
    names = {source for source, _, _ in desk.ties}
    assert "SCIC Lueurs d'Ouest" in names and "Lueurs d'Ouest" not in names


def _options(given: tuple[str, ...]) -> Options:
    told = {
        name.removeprefix("--"): value for name, value in zip(given[::2], given[1::2], strict=True)
    }
    return Options(pole=told.get("pole"), date=told.get("date"))


def _cells(data: bytes, name: str) -> list[object]:
    return [(table.name, table.columns, list(table.rows)) for table in read_tables(data, name=name)]
