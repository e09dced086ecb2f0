"""The facts of 2012–2014 load whole by the commands that the documentation gives, in that order."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import as_file, files
from pathlib import Path

import pytest
from store_content import graph_in

from maillage.graph.model import Actor, Graph, Import, Record
from maillage.graph.stores import open_store
from maillage.graph.vocabulary import Standing, Status

DOCUMENT = Path(__file__).parents[2] / "docs" / "demonstration.md"
# Lines of each list, those of other documents on the same facts included.
LINES = {"actors": 359 + 1, "poles": 46 + 2, "groups": 53, "ties": 596, "referentiel": 30}


@dataclass(frozen=True)
class Loaded:
    graph: Graph
    imports: tuple[Import, ...]
    records: tuple[Record, ...]
    out: str
    folder: Path

    def actor(self, id: str) -> Actor:
        return self.graph.actors[self.graph.redirects.get(id, id)]

    def carried_by(self, pole: str) -> set[str]:
        ties = self.graph.ties.values()
        return {
            tie.source for tie in ties if (tie.target, tie.kind) == (self.actor(pole).id, "carrier")
        }


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Loaded]:
    folder = tmp_path_factory.mktemp("facts") / "demo"
    with as_file(files("maillage.ingest") / "demo") as source:
        shutil.copytree(source, folder)
    out = _run(_commands(), folder)
    store = open_store(f"sqlite:///{folder / 'demonstration.db'}")
    try:
        yield Loaded(graph_in(store), store.imports(), tuple(store.records()), out, folder)
    finally:
        store.close()


def test_no_line_is_lost(loaded: Loaded) -> None:
    kept = Counter[str]()
    for item in loaded.imports:
        kept[item.list] += item.rows
    assert kept == LINES
    assert len(loaded.records) == sum(LINES.values())
    assert "refusée" not in loaded.out.replace("aucune refusée", "")


def test_the_counts_of_the_facts(loaded: Loaded) -> None:
    graph = loaded.graph
    assert (len(graph.actors), len(graph.ties)) == (432, 596)
    # 26 groups are an actor of the other list too: 359 + 46 + 53 − 26.
    assert len(graph.redirects) == 26
    kinds = Counter(actor.kind for actor in graph.actors.values())
    assert kinds["pole"] == 46
    assert Counter((actor.named, actor.collective) for actor in graph.actors.values()) == {
        (True, False): 432 - 122,
        (False, True): 67,
        (False, False): 122 - 67,
    }


def test_the_documents_disagree_on_the_firms_of_a_pole(loaded: Loaded) -> None:
    """18 firms (June 2012) or 16 (March 2013): the later word, and the other beside it."""
    firms = loaded.actor("entreprises-initiatives-et-cite")
    assert firms.attributes["stands_for_min"] == 16
    (conflict,) = [one for one in firms.conflicts if one.field == "stands_for_min"]
    assert [value for value, _ in conflict.others] == [18]


def test_figures_of_two_years_are_no_disagreement(loaded: Loaded) -> None:
    pole = loaded.actor("ptce-dombinnov")
    figures = {(figure.field, figure.year): figure.value for figure in pole.figures}
    assert figures["member_count", 2012] == 12 and figures["member_count", 2014] == 14
    assert figures["turnover_eur", 2014] == 9_000_000
    assert not pole.conflicts


def test_what_is_planned_is_said_to_be_so(loaded: Loaded) -> None:
    assert Counter(tie.status for tie in loaded.graph.ties.values()) == {
        Status.ACTIVE: 568,
        Status.PLANNED: 28,
    }


def test_every_tie_is_told_by_third_parties(loaded: Loaded) -> None:
    assert {tie.standing for tie in loaded.graph.ties.values()} == {Standing.REPORTED}


def test_realis_has_three_carriers(loaded: Loaded) -> None:
    three = {
        "cress-languedoc-roussillon",
        "region-languedoc-roussillon",
        "urscop-languedoc-roussillon",
    }
    assert loaded.carried_by("ptce-realis") == three
    assert set(loaded.actor("ptce-realis").attributes["carriers"]) == three  # type: ignore[arg-type]  # several names


def test_a_pole_crosses_departements(loaded: Loaded) -> None:
    assert loaded.actor("ptce-sud-aquitaine").attributes["departements"] == ("40", "64")


def test_a_group_that_is_an_actor_takes_the_nature_of_the_group(loaded: Loaded) -> None:
    assert loaded.actor("grp-ic-capital").kind == "member_circle"


def test_who_signed_the_charter(loaded: Loaded) -> None:
    ties = loaded.graph.ties.values()
    signed = {tie.source for tie in ties if tie.kind == "charter_signature"}
    assert len(signed) == 46
    assert sum(loaded.graph.actors[id_].kind == "pole" for id_ in signed) == 40


def test_amounts_are_euros(loaded: Loaded) -> None:
    amounts = {
        (tie.source, tie.target): tie.attributes["amount_eur"]
        for tie in loaded.graph.ties.values()
        if tie.kind == "shareholding" and "amount_eur" in tie.attributes
    }
    assert sorted(map(str, amounts.values())) == ["1000000.0", "20000.0"]
    assert all("share_pct" not in tie.attributes for tie in loaded.graph.ties.values())


def test_how_many_ties_there_are_of_some_kinds(loaded: Loaded) -> None:
    kinds = Counter(tie.kind for tie in loaded.graph.ties.values())
    assert (kinds["attendance"], kinds["partnership"], kinds["financing"]) == (31, 58, 35)
    assert (kinds["membership"], kinds["shareholding"]) == (129, 14)


def test_the_map_is_there(loaded: Loaded) -> None:
    assert (loaded.folder / "carte.html").stat().st_size > 100_000


def test_the_same_commands_again_change_nothing(loaded: Loaded) -> None:
    loads = [line for line in _commands() if "measure" not in line and "map" not in line]
    _run(loads, loaded.folder)
    store = open_store(f"sqlite:///{loaded.folder / 'demonstration.db'}")
    try:
        assert graph_in(store) == loaded.graph
        assert store.imports() == loaded.imports
    finally:
        store.close()


def test_in_the_other_order_the_graph_is_the_same(loaded: Loaded, tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'other.db'}"
    first, *loads = [line for line in _commands() if "measure" not in line and "map" not in line]
    _run([first.replace("sqlite:///demonstration.db", url), *reversed(loads)], loaded.folder)
    store = open_store(url)
    try:
        assert graph_in(store) == loaded.graph
    finally:
        store.close()


def _commands() -> list[str]:
    (block,) = re.findall(r"```sh\n(.*?)```", DOCUMENT.read_text("utf-8"), re.S)
    return [line for line in block.splitlines() if line.strip()]


def _run(commands: list[str], folder: Path) -> str:
    scripts = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["sh", "-e", "-c", "\n".join(commands)],
        cwd=folder,
        env={**os.environ, "PATH": scripts, "LANG": "fr_FR.UTF-8", "LC_ALL": "", "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    return done.stdout
