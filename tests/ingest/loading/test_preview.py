"""Before it is written: columns seen, lines with their cells, what each does, who it may be."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest
from store_content import content

from maillage.graph.port import ActorQuery, Store
from maillage.graph.stores import open_store
from maillage.ingest.loading.corrections import Correction
from maillage.ingest.loading.load import Options, load
from maillage.ingest.loading.preview import MOST_LINES
from maillage.ingest.loading.report import Fate, Line, Report

POLE = "id;nom\nptce-x;Pôle X\n"
ACTORS = (
    "id;nom;commune;département\n"
    "mde;SCIC Maison des Énergies;Redon;35\n"
    "val;Val Horizon;Trévoux;01\n"
)
MEMBERS = (
    "Adhérent;Ville;Depuis;SIREN;Courriel;Couleur\n"
    "Val Horizon;;2012;;a@b.fr;bleu\n"
    "Maison des energies;REDON;2013;;c@d.fr;vert\n"
    "Atelier neuf;Redon;2014;12345;e@f.fr;\n"
    ";Redon;2014;;;\n"
)
AS_MEMBERS = Options(pole="ptce-x", dry_run=True)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    found = open_store(f"sqlite:///{tmp_path / 'preview.db'}")
    load(found, POLE.encode(), "poles", name="poles.csv")
    load(found, ACTORS.encode(), "actors", name="acteurs.csv")
    yield found
    found.close()


def told(store: Store, options: Options = AS_MEMBERS, text: str = MEMBERS) -> Report:
    return load(store, text.encode(), "members", options, name="membres.csv")


def line(report: Report, row: int) -> Line:
    (found,) = (one for one in report.lines if one.row == row)
    return found


def test_a_dry_run_says_what_would_be_written_and_writes_nothing(store: Store) -> None:
    before = content(store)
    dry = told(store)
    assert content(store) == before
    assert not dry.written
    done = told(store, Options(pole="ptce-x"))
    assert done.written
    assert dry.outcome
    assert done.outcome
    assert dry.outcome.ties_written == done.outcome.ties_written == 3
    assert dry.outcome.actors_written == done.outcome.actors_written
    assert dry.lines == done.lines
    assert dry.counts == done.counts


def test_columns_are_shown_with_what_becomes_of_them(store: Store) -> None:
    (sheet,) = told(store).sheets
    seen = {column.heading: column for column in sheet.columns}
    assert [(name, column.field, column.status) for name, column in seen.items()] == [
        ("Adhérent", "member", "known"),
        ("Ville", "commune", "known"),
        ("Depuis", "since", "known"),
        ("SIREN", "siren", "known"),
        ("Courriel", None, "personal"),
        ("Couleur", None, "unknown"),
    ]
    assert seen["Courriel"].examples == ()
    assert seen["Couleur"].examples == ("bleu", "vert")
    assert sheet.header_row == 1
    assert seen["Ville"].label
    assert seen["Ville"].label.en == "Municipality"


def test_each_line_says_what_it_does(store: Store) -> None:
    report = told(store)
    said = {one.row: one.does.fr if one.does else None for one in report.lines}
    assert said == {
        2: "Acteur connu, 1 lien ajouté (adhésion)",
        3: "1 nouvel acteur, 1 lien ajouté (adhésion)",
        4: "1 nouvel acteur, 1 lien ajouté (adhésion)",
        5: None,
    }
    assert [one.fate for one in report.lines][0::3] == [Fate.ACCEPTED, Fate.REFUSED]
    assert line(report, 5).cells == {"Ville": "Redon", "Depuis": "2014"}
    assert "Courriel" not in line(report, 2).cells
    assert report.lines_left_out == 0


def test_a_pole_that_is_new_is_no_new_actor_of_each_line(store: Store) -> None:
    report = told(store, Options(pole="Pôle Neuf", new_pole=True, dry_run=True))
    said = line(report, 4).does
    assert said and said.fr == "1 nouvel acteur, 1 lien ajouté (adhésion)"


def test_a_line_that_waits_names_whom_it_may_be(store: Store) -> None:
    waiting = line(told(store), 3)
    assert waiting.fate is Fate.WAITING
    (candidate,) = waiting.candidates
    assert (candidate.id, candidate.where) == ("mde", "Redon (35)")
    assert candidate.reasons[0].fr.startswith("noms semblables")


def test_the_same_again_is_already_there(store: Store) -> None:
    told(store, Options(pole="ptce-x"))
    for options in (AS_MEMBERS, Options(pole="ptce-x")):
        again = told(store, options)
        assert again.again
        assert again.outcome
        assert not again.outcome.changed
        assert line(again, 2).does
        assert line(again, 2).does == line(told(store), 2).does
    said = line(told(store), 2).does
    assert said
    assert said.en == "Known actor, tie already known (membership)"


# ---------------------------------------------------------------------- corrections


def test_a_correction_is_read_and_kept_as_such(store: Store) -> None:
    mended = Options(pole="ptce-x", corrections=[Correction("", 5, "Adhérent", "Ferme des Prés")])
    report = told(store, mended)
    assert report.counts[Fate.REFUSED] == 0
    (record,) = (one for one in store.records() if one.line == 5)
    assert record.cells["Adhérent"] == "Ferme des Prés"
    assert record.corrected == {"Adhérent": ""}
    (item,) = (one for one in store.imports() if one.list == "members")
    assert item.options["cell:!5!Adhérent"] == "Ferme des Prés"
    assert store.actors(ActorQuery(q="ferme des pres")).total == 1


def test_a_corrected_load_is_another_load(store: Store) -> None:
    plain = told(store)
    mended = told(
        store, Options(pole="ptce-x", dry_run=True, corrections=[Correction("", 2, "Ville", "X")])
    )
    assert plain.import_id != mended.import_id


def test_what_a_correction_replaces_keeps_no_address(store: Store) -> None:
    text = "Adhérent;Ville\nVal Horizon 06 12 34 56 78;Trévoux\n"
    mended = Options(pole="ptce-x", corrections=[Correction("", 2, "Adhérent", "Val Horizon")])
    told(store, mended, text)
    (record,) = (one for one in store.records() if one.cells.get("Adhérent") == "Val Horizon")
    assert record.corrected == {"Adhérent": "Val Horizon ⟦retiré⟧"}


def test_a_correction_of_nothing_is_said(store: Store) -> None:
    lost = [Correction("", 99, "Ville", "x"), Correction("", 2, "Nulle part", "x")]
    report = told(store, Options(pole="ptce-x", dry_run=True, corrections=lost))
    assert report.problems.count("correction_absent") == 2


# ---------------------------------------------------------------------- columns left out


def test_a_column_left_out_leaves_nothing(store: Store) -> None:
    out = Options(pole="ptce-x", left_out=["Couleur", "Ville"])
    report = told(store, out)
    statuses = {column.heading: column.status for column in report.sheets[0].columns}
    assert (statuses["Couleur"], statuses["Ville"]) == ("left_out", "left_out")
    for record in store.records():
        if record.import_id == report.import_id:
            assert not {"Couleur", "Ville"} & record.cells.keys()
            assert all("Couleur" not in claim.attributes for claim in record.actors)
    assert report.problems.count("column_unknown") == 0
    assert report.import_id != told(store).import_id


def test_a_column_that_is_told_is_mapped(store: Store) -> None:
    report = told(store, Options(pole="ptce-x", dry_run=True, columns={"Couleur": "college"}))
    seen = {column.heading: column for column in report.sheets[0].columns}
    assert (seen["Couleur"].field, seen["Couleur"].status) == ("college", "mapped")


# ---------------------------------------------------------------------- large files, giving up


def test_of_a_long_file_only_the_exceptions_are_shown(store: Store) -> None:
    lines = "".join(f"Structure numéro {n};Redon\n" for n in range(MOST_LINES + 50))
    report = told(store, AS_MEMBERS, f"Adhérent;Ville\n{lines};Redon\n")
    assert report.rows == MOST_LINES + 51
    assert all(one.fate is not Fate.ACCEPTED for one in report.lines)
    assert line(report, MOST_LINES + 52).cells == {"Ville": "Redon"}
    assert report.lines_left_out == report.rows - len(report.lines)


def test_who_gives_up_leaves_nothing_behind(store: Store) -> None:
    class GivenUp(Exception):
        pass

    def stop(rows: int) -> None:
        if rows:
            raise GivenUp

    before = content(store)
    with pytest.raises(GivenUp):
        load(store, MEMBERS.encode(), "members", Options(pole="ptce-x"), progress=stop)
    assert content(store) == before


def test_writers_of_one_process_take_turns(store: Store) -> None:
    turns: list[str] = []

    @contextmanager
    def turn() -> Iterator[None]:
        turns.append("mine")
        yield
        turns.append("yours")

    waited: AbstractContextManager[object] = turn()
    load(store, MEMBERS.encode(), "members", Options(pole="ptce-x"), turn=waited)
    assert turns == ["mine", "yours"]


@pytest.mark.parametrize("members", ["Nom\nVal Horizon\nUn autre\n", "Nom\nUn autre\n"])
def test_whether_a_new_pole_is_a_known_one_is_asked_of_the_file(store: Store, members: str) -> None:
    load(store, "id;nom\np-oust;Pôle du Val d’Oust\n".encode(), "poles", name="oust.csv")
    options = Options(pole="Pôle Val de l’Oust", new_pole=True, dry_run=True)
    report = told(store, options, members)
    (asked,) = [one for one in report.problems if one.code == "same_actor"]
    assert (asked.row, asked.sheet, asked.value) == (None, "", "Pôle Val de l’Oust")
    (candidate,) = report.owner_candidates
    assert (candidate.id, candidate.kind) == ("p-oust", "pole") and candidate.reasons
    assert all(one.fate is Fate.ACCEPTED and not one.candidates for one in report.lines)
    new = [one.value for one in report.problems if one.code == "actor_new"]
    assert new == ["Un autre"]


def test_a_line_and_whose_list_it_is_are_asked_about_apart(store: Store) -> None:
    load(store, "id;nom\np-oust;Pôle du Val d’Oust\n".encode(), "poles", name="oust.csv")
    options = Options(pole="Pôle Val de l’Oust", new_pole=True, dry_run=True)
    report = told(store, options, "Nom;Ville\nMaison des energies;Redon\n")
    assert [one.id for one in line(report, 2).candidates] == ["mde"]
    assert [one.id for one in report.owner_candidates] == ["p-oust"]
    rows = [one.row for one in report.problems if one.code == "same_actor"]
    assert sorted(rows, key=str) == [2, None]
    assert not told(store).owner_candidates


def test_a_group_found_by_its_name_is_said_of_the_file(store: Store) -> None:
    options = Options(group="Val Horizon", dry_run=True)
    text = b"Membre;Heures\nUn autre;10\n"
    report = load(store, text, "employers", options, name="ge.csv")
    (found,) = [one for one in report.problems if one.code == "found_by_name"]
    assert (found.row, found.value) == (None, "Val Horizon")
