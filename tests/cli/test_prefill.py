"""`maillage registers` and `maillage prefill`, as a person runs them."""

from __future__ import annotations

from pathlib import Path

import pytest
from commands import Ran, maillage
from registers_made import made_siren, place, unit, write_places, write_units


class Office:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        (folder / "a.csv").write_text(
            "Identifiant;Nom;SIREN;Commune;Département\n"
            f"vh;Val Horizon;{made_siren(1)};;\njp;Les Jardins du pays;;Redon;35\n"
        )
        write_units(folder / "units.csv", unit(1, "VAL HORIZON"), unit(2, "JARDINS DU PAYS"))
        write_places(folder / "places.csv", place(1), place(2))

    def __call__(self, *words: str | Path, lang: str = "fr_FR.UTF-8") -> Ran:
        url = f"sqlite:///{self.folder / 'reseau.db'}"
        home = str(self.folder / "home")
        return maillage(*words, "--store", url, cwd=self.folder, lang=lang, XDG_DATA_HOME=home)


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path)


def test_a_register_is_added_and_an_actor_prefilled_accepted_undone(office: Office) -> None:
    assert office("load", "a.csv", "--as", "actors").code == 0
    for file in ("units.csv", "places.csv"):
        added = office("registers", "add", file, "--from-format", "sirene", "--format", "json")
        assert (added.code, added.json["kept"]) == (0, 2)
    assert [one["file"] for one in office("registers", "--format", "json").json] == [
        "places.csv", "units.csv",
    ]  # fmt: skip
    shown = office("prefill", "vh")
    assert "SIRENE (2026-03-31)" in shown.out
    assert "--accept" in shown.err
    taken = office("prefill", "--accept", "--format", "json")
    assert taken.json["actors"] == ["vh"]  # a name is accepted for the actor that is asked for
    assert "1 trouvé par son nom" in taken.err
    (left,) = [one for one in office("prefill", "--format", "json").json if one["offers"]]
    assert (left["actor"], left["found_by"]) == ("jp", "name_and_commune")
    assert office("prefill", "jp", "--accept").code == 0
    assert not any(one["offers"] for one in office("prefill", "--format", "json").json)
    assert office("undo", taken.json["import_id"]).code == 0
    assert [
        one["actor"] for one in office("prefill", "--format", "json").json if one["offers"]
    ] == ["vh"]


def test_without_a_register_a_sentence_says_what_to_do(office: Office) -> None:
    office("load", "a.csv", "--as", "actors")
    french, english = office("prefill"), office("prefill", lang="en_GB.UTF-8")
    assert (french.code, english.code) == (1, 1)
    assert "registers add" in french.err
    assert "No register was added" in english.err


@pytest.mark.parametrize("lang", ["fr_FR.UTF-8", "en_GB.UTF-8"])
def test_a_wrong_file_is_refused_in_a_sentence(office: Office, lang: str) -> None:
    for file in ("a.csv", "none.csv"):
        ran = office("registers", "add", file, "--from-format", "sirene", lang=lang)
        assert (ran.code, ran.out) == (1, "")
        assert file in ran.err
        assert "Traceback" not in ran.err
    ran = office("registers", "add", "places.csv", "--from-format", "sirene", lang=lang)
    assert "StockUniteLegale" in ran.err
    assert office("registers", "add", "units.csv", lang=lang).code == 2
    assert office("prefill", "nobody", lang=lang).code == 1


def test_an_actor_is_asked_for_by_its_name_and_told_without_codes(office: Office) -> None:
    office("load", "a.csv", "--as", "actors")
    office("registers", "add", "units.csv", "--from-format", "sirene")
    french = office("prefill", "val horizon")
    assert french.out.startswith("Val Horizon (vh) – trouvé par\u202f: SIREN\n")
    assert "secteur juridique\u202f: privé" in french.out
    assert "source du secteur\u202f: catégorie juridique" in french.out
    near = office("prefill", "Val Horizn")
    assert (near.code, "Val Horizon (vh)" in near.err) == (1, True)
