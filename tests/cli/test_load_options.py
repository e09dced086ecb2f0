"""`maillage load` and its options, as another process: what is said, written, and left alone."""

from __future__ import annotations

import csv
import json
import shutil
from pathlib import Path

import openpyxl
import pytest
from commands import Ran, maillage
from workbooks import workbook

from maillage.graph.port import ActorQuery
from maillage.graph.stores import open_store

GOOD = "id,name\na,Alpha\nb,Bêta\n"
MIXED = "De;Vers;Nature\na;b;partenariat\na;a;partenariat\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "actors.csv").write_text(GOOD, encoding="utf-8")
    (tmp_path / "ties.csv").write_text(MIXED, encoding="utf-8")
    return tmp_path


def load(folder: Path, *arguments: str | Path) -> Ran:
    url = f"sqlite:///{folder / 's.db'}"
    return maillage("load", *arguments, "--store", url, cwd=folder)


def test_a_refused_line_is_said_and_the_others_are_saved(folder: Path) -> None:
    ran = load(folder, "ties.csv", "--as", "ties")
    assert ran.code == 1
    assert "2 lignes lues\u202f: 1 prête, 1 refusée." in ran.out
    assert "Ligne 3 refusée" in ran.out and "Rien d’autre n’est touché" in ran.out
    assert [item["rows"] for item in imports(folder)] == [1]


def test_strict_refuses_the_file_for_one_line(folder: Path) -> None:
    ran = load(folder, "ties.csv", "--as", "ties", "--strict")
    assert ran.code == 1 and "Rien n’a été enregistré" in ran.err
    assert imports(folder) == []


def test_a_trial_writes_nothing_and_says_the_same(folder: Path) -> None:
    load(folder, "actors.csv", "--as", "actors")
    before = folder / "before.db"
    shutil.copy(folder / "s.db", before)
    trial = load(folder, "ties.csv", "--as", "ties", "--dry-run", "--format", "json")
    assert (folder / "s.db").read_bytes() == before.read_bytes()
    assert trial.code == 1
    real = load(folder, "ties.csv", "--as", "ties", "--format", "json")
    told, done = trial.json, real.json
    assert (told["written"], done["written"]) == (False, True)
    for name in ("rows", "fates", "problems", "references", "import_id"):
        assert told[name] == done[name], name


def test_a_file_again_changes_nothing_and_says_so(folder: Path) -> None:
    (folder / "members.csv").write_text("Nom\nAlpha\nBêta\n", encoding="utf-8")
    first = load(folder, "members.csv", "--as", "members", "--pole", "P")
    assert "nouveaux" in first.out
    log = imports(folder)
    ran = load(folder, "members.csv", "--as", "members", "--pole", "P")
    assert ran.code == 0 and "rien ne change" in ran.err
    assert "nouveaux" not in ran.out
    assert imports(folder) == log


def test_a_file_under_another_name_is_the_same_file(folder: Path) -> None:
    load(folder, "actors.csv", "--as", "actors")
    shutil.copy(folder / "actors.csv", folder / "copie.csv")
    assert "rien ne change" in load(folder, "copie.csv", "--as", "actors").err


def test_a_load_says_how_it_is_taken_back(folder: Path) -> None:
    ran = load(folder, "actors.csv", "--as", "actors")
    (item,) = imports(folder)
    assert f"maillage undo {item['id']}" in ran.err
    url = f"sqlite:///{folder / 's.db'}"
    undo = ("undo", str(item["id"]), "--store", url)
    assert maillage(*undo).code == 0
    again = maillage(*undo)
    assert again.code == 1 and "déjà annulé" in again.err
    assert "i-nothing" in maillage("undo", "i-nothing", "--store", url).err


def test_a_quiet_load_still_gives_its_import(folder: Path) -> None:
    ran = load(folder, "actors.csv", "--as", "actors", "--quiet")
    assert (ran.out.splitlines()[-1], ran.err) == (imports(folder)[0]["id"], "")


def test_a_quiet_load_says_what_is_refused_and_nothing_else(folder: Path) -> None:
    text = "Nom;SIREN;Emplois\nAlpha;;beaucoup\nMme Claire Martin;;\nALPHA;;\n"
    (folder / "mixed.csv").write_text(text, encoding="utf-8")
    loud = load(folder, "mixed.csv", "--as", "actors", "--dry-run").out
    assert "beaucoup" in loud and "peut-être" in loud
    ran = load(folder, "mixed.csv", "--as", "actors", "--dry-run", "--quiet")
    summary, refused, _ = ran.out.splitlines()
    assert summary in loud and "Ligne 3 refusée" in refused and ran.err == ""


def test_each_reason_is_said_however_many_lines_have_another(folder: Path) -> None:
    lines = [f";B{n};partenariat" for n in range(14)] + [f"A{n};;partenariat" for n in range(3)]
    (folder / "ends.csv").write_text("\n".join(("De;Vers;Nature", *lines)), encoding="utf-8")
    ran = load(folder, "ends.csv", "--as", "ties")
    assert ran.out.count("la case «\u202fDe\u202f» est vide") == 10
    assert "Ligne 16 refusée\u202f: la case «\u202fVers\u202f» est vide" in ran.out
    assert "6 autres lignes de même" in ran.out


def test_a_column_that_is_not_there_is_named_as_people_head_it(folder: Path) -> None:
    (folder / "half.csv").write_text("De;Nature\nAlpha;partenariat\n", encoding="utf-8")
    assert (
        "Aucune colonne ne donne «\u202fVers\u202f»" in load(folder, "half.csv", "--as", "ties").out
    )


def test_a_file_that_is_missing_stops_the_others_before_the_first(folder: Path) -> None:
    for absent, said in (("nothing.csv", "n’existe pas"), (".", "est un dossier")):
        ran = load(folder, "actors.csv", absent, "--as", "actors")
        assert ran.code == 1 and said in ran.err and ran.out == ""
    assert not (folder / "s.db").exists()


def test_a_known_name_says_why_it_is_known(folder: Path) -> None:
    load(folder, "actors.csv", "--as", "actors")
    (folder / "more.csv").write_text("De;Vers;Nature\nALPHA;beta;partenariat\n", encoding="utf-8")
    ran = load(folder, "more.csv", "--as", "ties", "--report", "r.json")
    assert "un seul acteur le porte" in ran.out
    report = json.loads((folder / "r.json").read_text("utf-8"))
    hints = {item["hint"] for item in report["problems"] if item["code"] == "found_by_name"}
    assert len(hints) == 1 and "SIREN" in hints.pop()


def test_undo_and_load_again(folder: Path) -> None:
    first = load(folder, "actors.csv", "--as", "actors", "--format", "json").json
    url = f"sqlite:///{folder / 's.db'}"
    assert maillage("undo", first["import_id"], "--store", url).code == 0
    assert [item["live"] for item in imports(folder)] == [False]
    again = load(folder, "actors.csv", "--as", "actors", "--format", "json").json
    assert again["import_id"] == first["import_id"] and not again["again"]
    assert [item["live"] for item in imports(folder)] == [True]


def test_the_undo_of_a_mended_copy_says_what_counts_again(folder: Path) -> None:
    first = load(folder, "ties.csv", "--report", "r.xlsx", "--format", "json").json
    book = openpyxl.load_workbook(folder / "r.xlsx")
    book.worksheets[0].delete_rows(3)
    book.save(folder / "r.xlsx")
    mended = load(folder, "r.xlsx", "--format", "json").json
    assert [item["live"] for item in imports(folder)] == [False, True]
    table = maillage("imports", "--store", f"sqlite:///{folder / 's.db'}").out
    assert f"remplacé par {mended['import_id']}" in table and "annulé" not in table
    assert "copie corrigée (r.xlsx)" in " ".join(table.split())
    original, copy = imports(folder)
    assert (original["replaced_by"], copy["replaces"]) == (copy["id"], original["id"])
    ran = maillage("undo", mended["import_id"], "--store", f"sqlite:///{folder / 's.db'}")
    assert f"{first['import_id']}, dont il avait pris la place, compte de nouveau" in ran.err
    assert [item["live"] for item in imports(folder)] == [True, False]
    assert [item["state"] for item in imports(folder)] == ["counts", "undone"]


@pytest.mark.parametrize("tried", [("--dry-run",), ()])
def test_the_file_loaded_after_its_mended_copy_changes_nothing(
    folder: Path, tried: tuple[str, ...]
) -> None:
    load(folder, "ties.csv", "--report", "r.xlsx")
    book = openpyxl.load_workbook(folder / "r.xlsx")
    book.worksheets[0].delete_rows(3)
    book.save(folder / "r.xlsx")
    mended = load(folder, "r.xlsx", "--format", "json").json["import_id"]
    before = imports(folder)
    ran = load(folder, "ties.csv", *tried)
    assert f"remplacé depuis par sa copie corrigée {mended}, qui compte" in ran.out
    assert "rien ne change" in ran.err and imports(folder) == before
    ran = load(folder, "ties.csv", *tried, "--lang", "en")
    assert f"replaced since by its mended copy {mended}, which counts" in ran.out


def test_the_report_as_a_file(folder: Path) -> None:
    ran = load(folder, "ties.csv", "--as", "ties", "--report", "r.json")
    report = json.loads((folder / "r.json").read_text("utf-8"))
    assert report["fates"]["refused"] == 1 and ran.code == 1
    ran = load(folder, "ties.csv", "--as", "ties", "--report", "r.xlsx")
    sheet = openpyxl.load_workbook(folder / "r.xlsx").worksheets[0]
    assert sheet["A3"].comment is not None and "lié à lui-même" in sheet["A3"].comment.text


def test_one_report_for_several_files(folder: Path) -> None:
    both = ("actors.csv", "actors.csv", "--as", "actors")
    assert load(folder, *both, "--report", "r.json").code == 0
    assert len(json.loads((folder / "r.json").read_text("utf-8"))) == 2
    ran = load(folder, *both, "--report", "r.xlsx")
    assert ran.code == 1 and "un par un" in ran.err


@pytest.mark.parametrize("name", ["r.pdf", "r", "no/where/r.json"])
def test_a_report_that_cannot_be_is_said_in_a_sentence(name: str, folder: Path) -> None:
    ran = load(folder, "actors.csv", "--as", "actors", "--report", name)
    assert ran.code == 1 and len(ran.err.strip().splitlines()) == 1
    assert "Traceback" not in ran.err


def test_a_known_actor_or_none(folder: Path) -> None:
    load(folder, "actors.csv", "--as", "actors")
    (folder / "more.csv").write_text("De;Vers;Nature\nAlpha;Zêta;partenariat\n", encoding="utf-8")
    ran = load(folder, "more.csv", "--as", "ties", "--known-only")
    assert ran.code == 1 and "«\u202fZêta\u202f» n’est pas dans le réseau" in ran.out
    ran = load(folder, "more.csv", "--as", "ties")
    assert ran.code == 0 and "1 connu" in ran.out and "1 nouve" in ran.out


def test_nothing_but_json_on_stdout(folder: Path) -> None:
    ran = load(folder, "actors.csv", "--as", "actors", "--format", "json")
    assert json.loads(ran.out)["rows"] == 2
    assert ran.err == ""


def test_no_progress_in_a_pipe(folder: Path) -> None:
    many = folder / "many.csv"
    rows = "".join(f"o{number},Organisation {number}\n" for number in range(3_000))
    many.write_text(f"id,name\n{rows}", encoding="utf-8")
    ran = load(folder, many, "--as", "actors")
    assert len(ran.err.splitlines()) == 1 and "\x1b" not in ran.out + ran.err


@pytest.mark.parametrize(
    ("lines", "others"),
    [(1_500, "1\u202f490 autres lignes de même"), (11, "1 autre ligne de même")],
)
def test_a_thousand_lines_alike_are_said_ten_times(folder: Path, lines: int, others: str) -> None:
    many = folder / "many.csv"
    rows = "".join(f"Organisation {number};{number}x\n" for number in range(lines))
    many.write_text(f"Nom;Emplois\n{rows}", encoding="utf-8")
    ran = load(folder, many, "--as", "actors")
    assert ran.out.count("n’est pas un nombre") == 10
    assert others in ran.out


def test_a_column_that_is_missing_is_said_once(folder: Path) -> None:
    (folder / "e.csv").write_text("Associé;% capital\nA;1\nB;2\n", encoding="utf-8")
    ran = load(folder, "e.csv", "--as", "shareholdings")
    assert (ran.code, ran.out.count("«\u202fSociété\u202f»")) == (1, 1)
    assert "2 refusées" in ran.out


def test_columns_that_are_not_recognised_are_said_in_one_sentence(folder: Path) -> None:
    (folder / "u.csv").write_text("Nom;Zzz;Yyy\nA;1;2\n", encoding="utf-8")
    ran = load(folder, "u.csv", "--as", "actors", "--report", "r.json")
    assert "telles quelles\u202f: «\u202fZzz\u202f» et «\u202fYyy\u202f»." in ran.out
    report = json.loads((folder / "r.json").read_text("utf-8"))
    assert [item["column"] for item in report["problems"]] == ["Zzz", "Yyy"]


def test_sheets_left_aside_alike_are_said_in_one_sentence(folder: Path) -> None:
    named = [["Nom", "Commune"], ["Alpha", "Redon"]]
    book = workbook(Une=named, Notice=[["Bonjour"]], Vide=[], Titres=[["Nom", "Commune"]])
    (folder / "w.xlsx").write_bytes(book)
    ran = load(folder, "w.xlsx", "--as", "actors")
    assert ran.out.splitlines()[1:] == [
        "  Lu dans ce fichier\u202f: 1 feuille sur 4, «\u202fUne\u202f».",
        "  Feuilles sans aucune ligne à lire\u202f: «\u202fVide\u202f» et «\u202fTitres\u202f».",
        "  Notice\u202f: Feuille sans colonne reconnue pour cette liste, laissée de côté.",
    ]


def test_one_sheet_of_a_workbook_is_loaded(folder: Path) -> None:
    named = [["Nom", "Commune"], ["Alpha", "Redon"]]
    (folder / "w.xlsx").write_bytes(workbook(Réalis=named, Vilaine=named, Chantier=named))
    ran = load(folder, "w.xlsx", "--sheet", "Réalis", "--pole", "Réalis", "--new-pole")
    assert (ran.code, "1 feuille sur 3" in ran.out) == (0, True)
    assert (
        "  Feuilles non demandées, laissées de côté\u202f: «\u202fVilaine\u202f» et "
        "«\u202fChantier\u202f»."
    ) in ran.out.splitlines()
    ran = load(folder, "w.xlsx", "--sheet", "Vilain", "--pole", "Réalis")
    assert ran.code == 1
    assert "Vouliez-vous dire «\u202fVilaine\u202f»" in ran.err
    assert "Réalis, Vilaine, Chantier" in ran.err


def test_a_column_without_a_heading_or_with_that_of_another_is_said_once(folder: Path) -> None:
    (folder / "d.csv").write_text("Nom;Nom;Commune;\nA;B;Redon;x\n", encoding="utf-8")
    ran = load(folder, "d.csv", "--as", "actors")
    assert ran.out.count("Nom (2)") == ran.out.count("Colonne 4") == 1


def test_in_english(folder: Path) -> None:
    ran = load(folder, "ties.csv", "--as", "ties", "--lang", "en")
    assert "2 lines read: 1 ready, 1 refused." in ran.out
    assert "Line 3 refused: “a” would be tied to itself. Nothing else is affected." in ran.out


def test_a_list_that_does_not_exist(folder: Path) -> None:
    ran = load(folder, "actors.csv", "--as", "friends")
    assert ran.code == 1 and "friends" in ran.err and "members" in ran.err


def imports(folder: Path) -> list[dict[str, object]]:
    url = f"sqlite:///{folder / 's.db'}"
    found: list[dict[str, object]] = maillage("imports", "--store", url, "--format", "json").json
    return found


def test_a_file_that_cannot_be_read_does_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "vide.csv").write_text("")
    (tmp_path / "bon.csv").write_text("Nom\nAlpha\n", encoding="utf-8")
    store = f"sqlite:///{tmp_path / 's.db'}"
    ran = maillage(
        "load", tmp_path / "vide.csv", tmp_path / "bon.csv", "--as", "actors", "--store", store
    )
    assert ran.code == 1
    assert "vide.csv est vide" in ran.err
    assert "bon.csv – 1 ligne lue" in ran.out
    assert [
        item["title"] for item in maillage("imports", "--store", store, "--format", "json").json
    ]


def test_findings_as_csv(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("Nom;SIREN\nA;123\n", encoding="utf-8")
    store = f"sqlite:///{tmp_path / 's.db'}"
    ran = maillage(
        "load", tmp_path / "a.csv", "--as", "actors", "--store", store, "--format", "csv"
    )
    (row,) = csv.DictReader(ran.out.splitlines())
    assert (row["file"], row["code"], row["row"], row["value"]) == (
        "a.csv",
        "siren_short",
        "2",
        "123",
    )
    assert row["import"].startswith("i-")


def test_nothing_of_a_persons_is_written_over(tmp_path: Path) -> None:
    file = tmp_path / "a.xlsx"
    assert maillage("template", "actors", "--out", file).code == 0
    before = file.read_bytes()
    again = maillage("template", "actors", "--out", file)
    assert (again.code, file.read_bytes()) == (1, before)
    assert "--force" in again.err
    store = f"sqlite:///{tmp_path / 's.db'}"
    over = maillage("load", file, "--as", "actors", "--report", file, "--store", store)
    assert (over.code, file.read_bytes()) == (1, before)
    assert "par-dessus" in over.err
    assert maillage("template", "actors", "--out", file, "--force").code == 0


def test_strict_says_why_nothing_was_saved(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("Nom;Commune\nA;Metz\n;Lyon\n", encoding="utf-8")
    store = f"sqlite:///{tmp_path / 's.db'}"
    ran = maillage("load", tmp_path / "a.csv", "--as", "actors", "--strict", "--store", store)
    assert ran.code == 1
    assert "avec --strict, une ligne refusée refuse le fichier" in ran.err


def test_a_mended_copy_takes_the_place_of_what_it_copies(tmp_path: Path) -> None:
    store = f"sqlite:///{tmp_path / 's.db'}"
    (tmp_path / "a.csv").write_text("Nom;SIREN\nSans numéro;\nMal écrite;123\n", encoding="utf-8")
    copy = tmp_path / "a-à-regarder.xlsx"
    first = maillage(
        "load", tmp_path / "a.csv", "--as", "actors", "--report", copy, "--store", store
    )
    assert first.code == 0, first.err
    book = openpyxl.load_workbook(copy)
    book.worksheets[0]["B3"] = "732829320"
    book.save(copy)
    again = maillage("load", copy, "--as", "actors", "--store", store)
    assert "prennent la place" in again.err
    imports = maillage("imports", "--store", store, "--format", "json").json
    assert [item["live"] for item in imports] == [False, True]
    kept = open_store(store)
    assert kept.actors(ActorQuery()).total == 2
    kept.close()
    assert "Déjà chargé" in maillage("load", copy, "--as", "actors", "--store", store).err


def test_a_workbook_of_several_lists_is_loaded_sheet_by_sheet(folder: Path) -> None:
    assert load(folder, "actors.csv", "--as", "actors").code == 0
    load(folder, "ties.csv", "--as", "ties")
    url = f"sqlite:///{folder / 's.db'}"
    assert maillage("export", "xlsx", "--out", "x.xlsx", "--store", url, cwd=folder).code == 0
    (folder / "s.db").unlink()
    ran = load(folder, "x.xlsx", "--format", "json")
    assert ran.code == 0, ran.err
    assert "2 listes reconnues au nom de leur feuille" in ran.err
    assert [item["list"] for item in imports(folder)] == ["actors", "ties"]
