"""The answers in words: both languages, every format."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from commands import Ran, maillage
from demonstration_store import demonstration_store

COMMANDS = {
    "reliance": ("reliance", "--by", "sector", "--permutations", "50"),
    "reliance of a pole": ("reliance", "--pole", "ptce-dombinnov", "--permutations", "50"),
    "reliance of an actor": ("reliance", "--actor", "val-horizon"),
    "isolation": ("isolation",),
    "isolation at a date": ("isolation", "--at", "2013"),
    "suggest": ("suggest",),
    "suggest to a pole": ("suggest", "ptce-niortais"),
    "article9": ("article9",),
    "article9 of a pole": ("article9", "ptce-sud-aquitaine"),
    "referentiel": ("referentiel", "ptce-dombinnov"),
    "economy": ("economy", "ptce-dombinnov"),
    "sharing": ("sharing", "--at", "2014"),
    "typology": ("typology",),
    "compare": ("compare", "--from", "2012", "--to", "2014", "--words"),
    "compare of two": ("compare", "--pole", "ptce-dombinnov", "--with", "ptce-pole-sud"),
}
ONE_OF_EACH = [
    pytest.param(COMMANDS[name], id=name)
    for name in (
        "reliance of a pole",
        "isolation",
        "suggest",
        "article9",
        "referentiel",
        "economy",
        "sharing",
        "typology",
    )
]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> str:
    return demonstration_store(tmp_path_factory.mktemp("readouts"))


@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
def test_json_has_both_languages_figures_evidence_and_provenance(
    command: tuple[str, ...], store: str
) -> None:
    ran = maillage(*command, "--store", store, "--format", "json")
    assert ran.code == 0, ran.err
    assert ran.json["provenance"]["store"] == store
    statements = [said for found in ran.json["readouts"] for said in found["statements"]]
    assert statements
    for said in statements:
        assert said["sentence"]["fr"] and said["sentence"]["en"]
        assert set(said["evidence"]) == {"actors", "ties", "records", "more", "more_actors"}


@pytest.mark.parametrize(
    "command",
    [
        ("reliance", "--permutations", "1", "--pole", "Domb’Innov"),
        ("reliance", "--actor", "DOMB INNOV"),
        ("suggest", "Domb’Innov"),
        ("article9", "Domb’Innov"),
        ("referentiel", "Domb’Innov"),
        ("economy", "Domb’Innov"),
        ("sharing", "Domb’Innov"),
        ("typology", "Domb’Innov"),
        ("compare", "--pole", "Domb’Innov", "--with", "Pôle Sud"),
    ],
    ids=" ".join,
)
def test_a_name_does_where_an_id_does(command: tuple[str, ...], store: str) -> None:
    ran = maillage(*command, "--store", store, "--format", "json")
    assert ran.code == 0, ran.err
    assert all("ptce-dombinnov" in found["subject"] for found in ran.json["readouts"])


def test_who_answers_for_a_tie_is_named(store: str) -> None:
    told = maillage("reliance", "--pole", "ptce-realis", "--store", store, "--format", "json")
    statements = told.json["readouts"][0]["statements"]
    tie = next(tie for said in statements for tie in said["evidence"]["ties"])
    ran = maillage("tie", "confirm", tie, "--by", "val horizon", "--store", store)
    assert "Val Horizon n’est pas un bout de ce lien" in ran.err


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (("reliance", "--pole", "Domb Inov"), "Peut-être\u202f: Domb'Innov (ptce-dombinnov)"),
        (("economy", "Val Horizon"), "n’est pas un pôle"),
    ],
)
def test_who_is_nearly_meant_is_proposed(command: tuple[str, ...], said: str, store: str) -> None:
    ran = maillage(*command, "--store", store)
    assert (ran.code, ran.out) == (1, "")
    assert said in ran.err


@pytest.mark.parametrize("command", ONE_OF_EACH)
def test_csv_is_one_table(command: tuple[str, ...], store: str) -> None:
    ran = maillage(*command, "--store", store, "--format", "csv")
    assert ran.code == 0, ran.err
    rows = list(csv.reader(io.StringIO(ran.out)))
    assert len(rows) > 1
    assert {len(row) for row in rows} == {len(rows[0])}


@pytest.mark.parametrize("command", ONE_OF_EACH)
def test_what_is_not_known_is_said(command: tuple[str, ...], store: str) -> None:
    english = len(command) == 1
    ran = maillage(*command, "--store", store, "--lang", "en" if english else "fr")
    assert ran.code == 0, ran.err
    assert ("What is not known" if english else "Ce qu’on ne sait pas") in ran.out


@pytest.mark.parametrize(
    "command",
    [
        ("reliance", "--pole", "nobody"),
        ("reliance", "--actor", "nobody"),
        ("article9", "nobody"),
        ("suggest", "nobody"),
        ("suggest", "--dismiss", "val-horizon"),  # and who else?
        ("suggest", "--undo", "a~b"),
        ("referentiel", "nobody"),
        ("economy", "nobody"),
        ("sharing", "nobody"),
        ("typology", "nobody"),
        ("compare", "--pole", "ptce-dombinnov", "--with", "nobody"),
    ],
    ids=" ".join,
)
def test_an_unknown_pole_is_one_sentence(command: tuple[str, ...], store: str) -> None:
    ran = maillage(*command, "--store", store)
    assert (ran.code, ran.out) == (1, "")
    assert len(ran.err.splitlines()) == 1
    assert "identifiant" in ran.err


@pytest.mark.parametrize(
    "command",
    [
        ("reliance", "--by", "nonsense"),
        ("isolation", "--at", "demain"),
        ("referentiel", "ptce-dombinnov", "--version", "1789"),
        ("compare", "--pole", "ptce-dombinnov", "--with", "ptce-dombinnov"),
        ("compare", "--words", "--from", "2014", "--to", "2012"),
        ("compare", "--at", "2014", "--from", "2012", "--to", "2014"),
        ("reliance", "--pole", "ptce-dombinnov", "--actor", "val-horizon"),
    ],
    ids=" ".join,
)
def test_what_cannot_be_answered_is_one_sentence(command: tuple[str, ...], store: str) -> None:
    ran = maillage(*command, "--store", store)
    assert (ran.code, ran.out) == (1, "")
    assert len(ran.err.splitlines()) == 1


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A store whose only load was taken back."""
    folder = tmp_path_factory.mktemp("empty")
    (folder / "p.csv").write_text("id,name\np,Pôle\n", encoding="utf-8")
    url = f"sqlite:///{folder / 'e.db'}"
    assert maillage("load", folder / "p.csv", "--as", "poles", "--store", url).code == 0
    (only,) = maillage("imports", "--store", url, "--format", "json").json
    assert maillage("undo", only["id"], "--store", url).code == 0
    return url


@pytest.mark.parametrize(
    ("command", "said"),
    [("isolation", "Aucun pôle."), ("article9", "Aucun pôle."), ("reliance", "Aucun lien")],
)
def test_an_empty_store_says_so(command: str, said: str, empty: str) -> None:
    ran = maillage(command, "--store", empty)
    assert ran.code == 0, ran.err
    assert said in ran.out


def test_isolated_by_a_complete_list(store: str, tmp_path: Path) -> None:
    """A pole whose complete list of members is loaded leaves the undocumented for the isolated."""
    url = f"sqlite:///{tmp_path / 'copy.db'}"
    assert maillage("copy", "--to", url, "--store", store).code == 0
    (tmp_path / "m.csv").write_text("Nom\nAtelier des Ardaines\n", encoding="utf-8")
    loaded = maillage(
        "load", tmp_path / "m.csv", "--as", "members", "--pole", "ptce-ardaines",
        "--complete", "--date", "2014-09-19", "--store", url,
    )  # fmt: skip
    assert loaded.code == 0, loaded.err
    assert _verdict(maillage("isolation", "--store", url, "--format", "csv")) == "isolated"
    assert _verdict(maillage("isolation", "--store", store, "--format", "csv")) == "not_documented"


def _verdict(ran: Ran) -> str:
    rows = {row["id"]: row["verdict"] for row in csv.DictReader(io.StringIO(ran.out))}
    return rows["ptce-ardaines"]


def test_a_suggestion_is_kept_track_of(store: str) -> None:
    """Introduced or dismissed, it does not come back until it is undone."""
    suggest = ("suggest", "ptce-niortais", "--store", store)
    first = maillage(*suggest)
    assert (
        "0,9 = territoire 0,4, complémentarité 0,5\n    id agglo-niort~ptce-niortais" in first.out
    )
    when = maillage(*suggest, "--introduced", "agglo-niort")
    assert (when.code, when.out) == (1, "")
    assert "--on DATE" in when.err
    introduced = maillage(*suggest, "--introduced", "agglo-niort", "--on", "2014-09")
    assert introduced.code == 0, introduced.err
    assert "maillage suggest --undo agglo-niort~ptce-niortais" in introduced.err
    dismissed = maillage(
        *suggest, "--dismiss", "Conseil général des Deux-Sèvres", "--format", "json"
    )
    assert dismissed.json == {
        "suggestion": "departement-deux-sevres~ptce-niortais",
        "act": "dismiss",
    }
    after = maillage(*suggest, "--format", "csv")
    sections = {row["id"]: row["section"] for row in csv.DictReader(io.StringIO(after.out))}
    assert sections["agglo-niort~ptce-niortais"] == "introductions"
    assert sections["departement-deux-sevres~ptce-niortais"] == "introductions"
    assert maillage(*suggest, "--dismiss", "agglo-niort").code == 0
    undone = maillage(*suggest, "--undo", "agglo-niort")
    assert "compte de nouveau\u202f: présentés (septembre 2014)" in undone.err
    for id_ in ("agglo-niort", "departement-deux-sevres~ptce-niortais"):
        assert maillage(*suggest, "--undo", id_).err == "Oublié.\n"
    assert maillage(*suggest).out == first.out  # and the store is as the others expect it


def test_a_date_to_come_is_answered_and_said(store: str) -> None:
    ran = maillage("isolation", "--at", "2950", "--store", store)
    assert ran.code == 0
    assert "2950 est à venir" in ran.err
    assert maillage("isolation", "--quiet", "--at", "2950", "--store", store).err == ""
