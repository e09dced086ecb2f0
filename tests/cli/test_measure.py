"""`maillage measure` on plain files and on the demonstration: modes, draws, limits, languages."""

from __future__ import annotations

import csv
import json
import os
import pty
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from commands import Ran, maillage

NODES = """id,mode,sector
p1,pole,
p2,pole,
a,org,public
b,org,private
c,org,public
"""
FIRST = "source,target\np1,a\np1,b\np2,b\n"
SECOND = "source,target\np1,a\np2,b\np2,c\n"


@pytest.fixture
def files(tmp_path: Path) -> Path:
    same = "source,target\np1,a\n"
    for name, text in (("nodes", NODES), ("first", FIRST), ("second", SECOND), ("same", same)):
        (tmp_path / f"{name}.csv").write_text(text, encoding="utf-8")
    return tmp_path


def values(ran: Ran) -> dict[tuple[str, str], Any]:
    assert ran.code == 0, ran.err
    return {(r["measure"], r["variant"]): r["value"] for r in ran.json["results"]}


def test_two_dates(files: Path) -> None:
    ran = maillage(
        "measure", "--nodes", "nodes.csv", "--before", "first.csv", "--after", "second.csv",
        "--permutations", "50", "--seed", "3", "--format", "json", cwd=files,
    )  # fmt: skip
    found = values(ran)
    assert found["tie_changes", ""] == {
        "kept": 2, "dissolved": 1, "created": 1, "persistence": pytest.approx(2 / 3),
    }  # fmt: skip
    assert found["jaccard_ties", ""] == 0.5
    assert found["hamming", ""] == 2
    assert found["joiners", "tied"] == ["c"]
    assert found["qap_gcor", "monte_carlo"]["perm"] == 50
    table = maillage(
        "measure", "qap_gcor", "--nodes", "nodes.csv", "--before", "same.csv", "--after",
        "same.csv", cwd=files,
    ).out  # fmt: skip
    assert "p_upper\u202f: trop peu de membres (too_small)" in table
    each = {
        (r["measure"], r["at"]): (r["value"], r.get("change"))
        for r in ran.json["results"]
        if r["at"] in {"before", "after"}
    }
    assert each["density", "before"] == (pytest.approx(0.3), None)
    assert each["density", "after"] == (pytest.approx(0.3), pytest.approx(0))
    assert ("ei_network", "after") not in each  # no --by
    origin = ran.json["provenance"]
    assert {"nodes_sha256", "before_sha256", "after_sha256"} <= origin.keys()
    assert origin["seed"] == 3


def test_two_modes(files: Path) -> None:
    ran = maillage(
        "measure", "--nodes", "nodes.csv", "--edges", "first.csv", "--by", "mode", "--top", "pole",
        "--reach", "sector", "--permutations", "30", "--format", "json", cwd=files,
    )  # fmt: skip
    found = values(ran)
    assert found["jaccard_top", ""] == {"ids": ["p1", "p2"], "matrix": [[1, 0.5], [0.5, 1]]}
    assert found["projection", "shared_count"] == [["p1", "p2", 1]]
    assert found["bridging", ""] == [["b", 2]]
    assert found["reach", "blau"] == {"p1": 0.5, "p2": 0}
    assert found["c_score_checkerboards", ""] == 0
    assert found["fixed_margins_null", "nodf"]["samples"] == 30


def test_one_mode_draws_are_seeded(files: Path) -> None:
    asked = (
        "measure", "within_ties_degree_null", "qap_same_group", "--nodes", "nodes.csv", "--edges",
        "first.csv", "--by", "mode", "--permutations", "40", "--format", "json",
    )  # fmt: skip
    once, again, other = (
        maillage(*asked, "--seed", seed, cwd=files).json["results"] for seed in ("5", "5", "6")
    )
    assert once == again
    rewired, correlated = other
    assert (rewired["draws"], rewired["seed"]) == (40, 6)
    # Five nodes in two and three: ten ways to part them.
    assert correlated["reasons"] == {"p_upper": "too_small"}


@pytest.mark.parametrize(
    ("draws", "lang", "word"),
    [
        ("0", "fr", "1\u202f000\u202f000"),
        ("10000000", "en", "10,000,000"),
        ("-3", "fr", "tirages\u202f: −3"),
    ],
)
def test_limits_of_draws_are_said(files: Path, draws: str, lang: str, word: str) -> None:
    ran = maillage(
        "measure", "--nodes", "nodes.csv", "--edges", "first.csv", "--permutations", draws,
        "--lang", lang, cwd=files,
    )  # fmt: skip
    assert (ran.code, ran.out) == (1, "")
    assert word in ran.err


@pytest.mark.parametrize(
    ("asked", "word"),
    [
        (("--before", "first.csv"), "--after"),
        (("--before", "first.csv", "--after", "second.csv", "--edges", "first.csv"), "--before"),
        (("--edges", "first.csv", "--top", "pole"), "--by"),
        (("--edges", "first.csv", "--by", "mode", "--top", "poles"), "org, pole"),
        (("--edges", "first.csv", "--by", "mode", "--top", "pole", "--reach", "x"), "sector"),
        (("--edges", "first.csv", "--by", "mode", "--top", "pole", "ei_network"), "sans --top"),
        (("--edges", "first.csv", "--by", "mode", "--top", "pole", "--directed"), "--directed"),
        (("--before", "first.csv", "--after", "missing.csv"), "missing.csv"),
        (("--edges", "first.csv", "--at", "2013"), "--at"),
        (("--edges", "first.csv", "--view", "direct"), "--view"),
        (("--before", "first.csv", "--after", "second.csv", "--certain-dates"), "--certain-dates"),
    ],
)
def test_what_does_not_go_together(files: Path, asked: tuple[str, ...], word: str) -> None:
    ran = maillage("measure", "--nodes", "nodes.csv", *asked, cwd=files)
    assert (ran.code, ran.out) == (1, "")
    assert word in ran.err
    assert "Traceback" not in ran.err


def test_ties_of_nodes_that_the_list_lacks(files: Path) -> None:
    (files / "second.csv").write_text("source,target\np1,zz\n", encoding="utf-8")
    ran = maillage(
        "measure", "--nodes", "nodes.csv", "--before", "first.csv", "--after", "second.csv",
        cwd=files,
    )  # fmt: skip
    assert ran.code == 1
    assert "zz" in ran.err


@pytest.mark.parametrize(("form", "lang"), [("table", "fr"), ("table", "en"), ("csv", "fr")])
def test_tables_in_both_languages(files: Path, form: str, lang: str) -> None:
    with (files / "first.csv").open("a", encoding="utf-8") as ties:
        ties.write("p1,p2\n")
    ran = maillage(
        "measure", "--nodes", "nodes.csv", "--edges", "first.csv", "--by", "mode", "--top", "pole",
        "--format", form, "--lang", lang, cwd=files,
    )  # fmt: skip
    assert ran.code == 0
    assert ("d’un même côté" if lang == "fr" else "within one side") in ran.err
    heading = ran.out.splitlines()[0]
    assert heading.startswith("mesure" if (form, lang) == ("table", "fr") else "measure")
    assert "jaccard_top" in ran.out


def test_draws_and_their_error_are_in_every_format(tmp_path: Path) -> None:
    """The seed that was used though none was asked for; a table as wide as the terminal."""
    ids = [f"n{k}" for k in range(12)]
    rows = [f"{node},{'xyz'[k % 3]}" for k, node in enumerate(ids)]
    (tmp_path / "nodes.csv").write_text("\n".join(["id,group", *rows]), encoding="utf-8")
    ties = [f"n{k},n{(5 * k + 1) % 12}" for k in range(12)]
    (tmp_path / "ties.csv").write_text("\n".join(["source,target", *ties]), encoding="utf-8")
    asked = (
        "measure", "--nodes", "nodes.csv", "--edges", "ties.csv", "--by", "group",
        "--permutations", "200",
    )  # fmt: skip
    ran = maillage(*asked, "--format", "json", cwd=tmp_path)
    assert ran.json["provenance"]["seed"] == 0
    (index,) = (r for r in ran.json["results"] if r["measure"] == "ei_network")
    assert (index["draws"], index["seed"]) == (200, 0)
    rows_told = list(
        csv.DictReader(maillage(*asked, "--format", "csv", cwd=tmp_path).out.split("\n"))
    )
    (row,) = (row for row in rows_told if row["measure"] == "ei_network")
    for name in ("p", "se", "p_least", "draws", "seed"):
        assert float(row[name]) == index[name]
    table = maillage(*asked, cwd=tmp_path, COLUMNS="80").out
    assert max(map(len, table.splitlines())) <= 80
    told = table.partition("ei_network")[2].partition("ei_group")[0]
    for words in ("erreur type", "200 tirages", "graine 0", "attendu au hasard"):
        assert words in " ".join(told.split())


def test_ctrl_c_keeps_what_was_drawn(tmp_path: Path) -> None:
    """On a terminal: once the bar says that draws are under way, the drawing is interrupted."""
    ids = [f"n{k}" for k in range(300)]
    rows = [f"{node},{'xyz'[k % 3]}" for k, node in enumerate(ids)]
    (tmp_path / "nodes.csv").write_text("\n".join(["id,group", *rows]), encoding="utf-8")
    ties = [f"{ids[k]},{ids[(7 * k + step) % 300]}" for k in range(300) for step in (1, 2)]
    (tmp_path / "ties.csv").write_text("\n".join(["source,target", *ties]), encoding="utf-8")
    screen, terminal = pty.openpty()
    with subprocess.Popen(
        [
            sys.executable, "-m", "maillage.cli.main", "measure", "within_ties_degree_null",
            "--nodes", "nodes.csv", "--edges", "ties.csv", "--by", "group",
            "--permutations", "1000000", "--format", "json",
        ],
        cwd=tmp_path, stdout=subprocess.PIPE, stderr=terminal,
        env={**os.environ, "LANG": "fr_FR.UTF-8", "PYTHONUTF8": "1", "TERM": "xterm"},
    ) as running:  # fmt: skip
        os.close(terminal)
        said = b""
        while b"/1000000" not in said:
            said += os.read(screen, 4096)
        running.send_signal(signal.SIGINT)
        assert running.stdout is not None
        (result,) = json.loads(running.stdout.read())["results"]
    os.close(screen)
    assert running.returncode == 0
    assert 0 < result["draws"] < 1_000_000
    assert result["value"]["samples"] == result["draws"]
    assert "interrupted" in result["warnings"]
    assert 0 < result["p"] <= 1


def test_the_two_mode_view_of_the_demonstration(demo: str) -> None:
    ran = maillage("measure", "--store", demo, "--view", "affiliation", "--format", "json")
    found = values(ran)
    assert found["bridging", ""]
    assert all(count >= 2 for _, count in found["bridging", ""])
    assert {name for name, _ in found} >= {"nodf", "c_score_checkerboards", "reach"}
    assert ran.json["provenance"]["view"] == "affiliation"
    one_mode = maillage("measure", "density", "--store", demo, "--view", "affiliation")
    assert one_mode.code == 0
    assert "density" in one_mode.out
    # Of many organisations the foremost are shown, not the first ones.
    degrees = maillage("measure", "degree", "--store", demo).out.splitlines()[-1].split()
    shown = [int(cell.partition("=")[2]) for cell in degrees[1:-2]]
    assert shown[0] > 1
    assert shown == sorted(shown, reverse=True)


def test_a_pole_is_asked_for_by_its_name(demo: str) -> None:
    asked = ("measure", "density", "--store", demo, "--format", "json", "--pole")
    by_name, by_id = (maillage(*asked, pole) for pole in ("Domb’Innov", "ptce-dombinnov"))
    assert values(by_name) == values(by_id)
    assert by_name.json["provenance"]["filters"] == by_id.json["provenance"]["filters"]


def test_weights_of_tiers_come_with_their_sensitivity(demo: str) -> None:
    ran = maillage(
        "measure", "ei_network", "--store", demo, "--weights", "affiliation=1,means=2,capital=3",
        "--format", "json",
    )  # fmt: skip
    assert ran.code == 0, ran.err
    plain, weighted = ran.json["results"]
    assert "sensitivity" not in plain
    told = weighted["sensitivity"]
    assert (told["method"], told["codings"]) == ("tier_weights", 7)
    assert told["low"] <= told["high"]
    alike = maillage(
        "measure", "ei_network", "--store", demo, "--weights", "capital=1", "--format", "json"
    ).json["results"][1]["value"]
    assert told["low"] - 1e-12 <= alike <= told["high"] + 1e-12
