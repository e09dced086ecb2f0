"""What a person says of columns is kept, offered again, and forgotten when she says so."""

from __future__ import annotations

from pathlib import Path

import pytest
from commands import Ran, maillage

from maillage.graph.port import ActorQuery
from maillage.graph.stores import open_store

FIRST = "Libellé court;Ville\nLe Fournil;Die\n"
SECOND = "Libellé court;Ville\nLa Recyclerie;Crest\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return written(tmp_path / "liste.csv", FIRST)


def test_a_column_is_what_she_says(file: Path, tmp_path: Path) -> None:
    assert load(file, tmp_path).code == 1
    ran = load(file, tmp_path, "--map", "Libellé court=name")
    assert ran.code == 0
    assert names(tmp_path) == ["Le Fournil"]


def test_it_is_kept_for_the_next_file_with_such_a_heading(file: Path, tmp_path: Path) -> None:
    assert load(file, tmp_path, "--map", "libelle COURT=Raison sociale").code == 0
    second = written(tmp_path / "suite.csv", SECOND)
    ran = load(second, tmp_path)
    assert ran.code == 0
    assert "comme vous l’aviez dit la dernière fois" in ran.out
    assert "Libellé court → Nom" in ran.out
    assert names(tmp_path) == ["La Recyclerie", "Le Fournil"]


def test_it_is_kept_for_the_person_not_in_the_store(file: Path, tmp_path: Path) -> None:
    assert load(file, tmp_path, "--map", "Libellé court=name").code == 0
    (tmp_path / "s.db").unlink()
    assert load(file, tmp_path).code == 0


def test_however_it_was_said_it_is_the_same_import(file: Path, tmp_path: Path) -> None:
    told = load(file, tmp_path, "--map", "Libellé court=name", "--format", "json").json
    kept = load(file, tmp_path, "--format", "json").json
    assert (kept["import_id"], kept["again"]) == (told["import_id"], True)


def test_what_she_says_now_comes_before_what_she_said(file: Path, tmp_path: Path) -> None:
    assert load(file, tmp_path, "--map", "Libellé court=name").code == 0
    ran = load(file, tmp_path, "--map", "Ville=name", "--dry-run", "--format", "json")
    assert ran.json["fates"]["accepted"] == 1
    unknown = [item["column"] for item in ran.json["problems"] if item["code"] == "column_unknown"]
    assert unknown == ["Libellé court"]


def test_it_is_forgotten_when_she_says_so(file: Path, tmp_path: Path) -> None:
    assert load(file, tmp_path, "--map", "Libellé court=name").code == 0
    second = written(tmp_path / "suite.csv", SECOND)
    assert load(second, tmp_path, "--forget-map").code == 1
    # Nothing was saved: what was kept still is.
    assert load(second, tmp_path).code == 0
    mended = written(tmp_path / "nom.csv", SECOND.replace("Libellé court", "Nom"))
    assert load(mended, tmp_path, "--forget-map").code == 0


def test_nothing_is_kept_of_a_trial(file: Path, tmp_path: Path) -> None:
    assert load(file, tmp_path, "--map", "Libellé court=name", "--dry-run").code == 0
    assert load(file, tmp_path).code == 1


def test_a_folder_that_cannot_be_written_loses_no_line(file: Path, tmp_path: Path) -> None:
    (tmp_path / "home" / "maillage").mkdir(parents=True)
    (tmp_path / "home" / "maillage" / "columns.json").mkdir()
    ran = load(file, tmp_path, "--map", "Libellé court=name")
    assert ran.code == 0
    assert "n’a pas pu être gardé" in ran.out
    assert names(tmp_path) == ["Le Fournil"]


def test_a_column_is_left_out_of_the_match(tmp_path: Path) -> None:
    file = written(tmp_path / "deux.csv", "Nom;Structure;Ville\nMme D.;Le Fournil;Die\n")
    assert load(file, tmp_path, "--map", "Nom=").code == 0
    assert names(tmp_path) == ["Le Fournil"]


def test_leaving_out_a_column_of_persons_does_not_keep_it(tmp_path: Path) -> None:
    file = written(tmp_path / "contacts.csv", "Nom;Contact\nLe Fournil;Camille D.\n")
    ran = load(file, tmp_path, "--map", "Contact=")
    assert "données de personnes, jamais gardées" in ran.out
    assert b"Camille" not in (tmp_path / "s.db").read_bytes()


def test_what_a_part_of_a_heading_made_known_is_said(tmp_path: Path) -> None:
    text = "Structure (au 1er janvier);Commune;Maison mère (SIREN)\nLe Fournil;Die;732829320\n"
    file = written(tmp_path / "membres.csv", text)
    ran = load(file, tmp_path, "--dry-run")
    assert "Colonnes lues\u202f: «\u202fStructure (au 1er janvier)\u202f» comme" in ran.out
    assert "Colonne «\u202fMaison mère (SIREN)\u202f» non reconnue" in ran.out
    assert "Commune" not in ran.out
    assert "Columns read: “Structure (au 1er janvier)” as “Name”." in " ".join(
        load(file, tmp_path, "--dry-run", "--lang", "en").out.split()
    )
    assert "Colonnes lues" not in load(file, tmp_path, "--dry-run", "--quiet").out
    said = load(file, tmp_path, "--dry-run", "--map", "Structure (au 1er janvier)=name")
    assert "Colonnes lues" not in said.out


def test_two_namesakes_of_one_commune_are_told_apart_by_a_number_in_brackets(
    tmp_path: Path,
) -> None:
    text = "Nom;Commune;N° d’immatriculation (SIREN)\nADMR;Die;732829320\nADMR;Die;552100554\n"
    file = written(tmp_path / "acteurs.csv", text)
    assert load(file, tmp_path).code == 0
    assert names(tmp_path) == ["ADMR", "ADMR"]


@pytest.mark.parametrize("wrong", ["=name", "name", "="])
def test_a_map_that_says_nothing(wrong: str, file: Path, tmp_path: Path) -> None:
    ran = load(file, tmp_path, "--map", wrong)
    assert ran.code == 1 and "--map" in ran.err


def test_a_field_that_does_not_exist(file: Path, tmp_path: Path) -> None:
    ran = load(file, tmp_path, "--map", "Ville=couleur")
    assert ran.code == 1 and "couleur" in ran.err and "commune" in ran.err


def load(file: Path, folder: Path, *options: str) -> Ran:
    url = f"sqlite:///{folder / 's.db'}"
    arguments: list[str | Path] = ["load", file, "--as", "actors", "--store", url, *options]
    return maillage(*arguments, XDG_DATA_HOME=str(folder / "home"))


def written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def names(folder: Path) -> list[str]:
    store = open_store(f"sqlite:///{folder / 's.db'}")
    try:
        return sorted(actor.name for actor in store.actors(ActorQuery()).items)
    finally:
        store.close()
