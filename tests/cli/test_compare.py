"""`maillage compare` on the demonstration: both dates, a series, and what is refused."""

from __future__ import annotations

from typing import Any

import pytest
from commands import maillage


def test_both_dates_and_the_years_between(demo: str) -> None:
    ran = maillage(
        "compare", "--store", demo, "--from", "2010", "--to", "2013", "--yearly",
        "--permutations", "20", "--seed", "2", "--format", "json",
    )  # fmt: skip
    assert ran.code == 0, ran.err
    results: list[dict[str, Any]] = ran.json["results"]
    steps = ["2010/2011", "2011/2012", "2012/2013"]
    years = ["2010", "2011", "2012", "2013"]
    assert list(dict.fromkeys(result["at"] for result in results)) == steps + years
    ties = {r["at"]: r["ties"] for r in results if r["measure"] == "density"}
    for step in steps:
        first, last = step.split("/")
        (changes,) = (
            r["value"] for r in results if (r["measure"], r["at"]) == ("tie_changes", step)
        )
        assert changes["kept"] + changes["dissolved"] == ties[first]
        assert changes["kept"] + changes["created"] == ties[last]
        (lives,) = (r["value"] for r in results if (r["measure"], r["at"]) == ("tie_lives", step))
        assert lives["kept_undated"] <= lives["kept"]
    tested = [result for result in results if result.get("p") is not None]
    assert tested
    assert {(result["draws"], result["seed"]) for result in tested} == {(20, 2)}


def test_measures_asked_for_and_a_table(demo: str) -> None:
    ran = maillage(
        "compare", "density", "--store", demo, "--from", "2012", "--to", "2014", "--lang", "en"
    )
    assert ran.code == 0, ran.err
    assert ran.out.splitlines()[0].split()[:2] == ["at", "measure"]
    assert "density" in ran.out
    assert "ei_network" not in ran.out
    assert "jaccard_ties" not in ran.out


def test_one_measure_at_both_dates_and_by_how_much(demo: str) -> None:
    """A measure of each date with its change; a measure of change by its name, too."""
    ran = maillage(
        "compare", "density", "hamming", "--store", demo, "--from", "2010", "--to", "2014",
        "--format", "json",
    )  # fmt: skip
    assert ran.code == 0, ran.err
    changed, first, last = ran.json["results"]
    assert (changed["measure"], changed["at"]) == ("hamming", "2010/2014")
    assert [first["at"], last["at"]] == ["2010", "2014"]
    assert last["change"] == last["value"] - first["value"]
    assert "change" not in first
    assert ran.json["provenance"]["seed"] == 0


@pytest.mark.parametrize(
    ("asked", "word"),
    [
        (("--from", "2014", "--to", "2012"), "2012"),
        (("--from", "hier", "--to", "2012"), "hier"),
        (("--from", "2012", "--to", "2014", "--permutations", "0"), "tirages"),
        (("nodf", "--from", "2012", "--to", "2014"), "--view affiliation"),
    ],
)
def test_what_is_refused(demo: str, asked: tuple[str, ...], word: str) -> None:
    ran = maillage("compare", "--store", demo, *asked)
    assert (ran.code, ran.out) == (1, "")
    assert word in ran.err


def test_both_dates_are_needed(demo: str) -> None:
    assert maillage("compare", "--store", demo, "--from", "2012").code == 2


def test_words_lead_the_table_of_all_measures(demo: str) -> None:
    ran = maillage("compare", "--store", demo, "--from", "2012", "--to", "2014", "--lang", "fr")
    assert ran.code == 0, ran.err
    first, _, head, *_ = ran.out.splitlines()
    assert first.startswith("Entre 2012 et 2014, dans la vue cooperation\u202f: 1 lien créé, 20")
    assert head.split() == ["date", "mesure", "valeur"]


@pytest.mark.parametrize("asked", [(), ("--from", "2012"), ("--with", "ptce-pole-sud")])
def test_dates_or_two_poles_are_needed(demo: str, asked: tuple[str, ...]) -> None:
    ran = maillage("compare", "--store", demo, *asked)
    assert (ran.code, ran.out) == (2, "")
    assert "--" in ran.err.splitlines()[-1]
