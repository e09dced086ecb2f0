"""Tables of who is with whom: names down the first column and along the first line."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from loading import Desk, codes, fates
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from maillage.graph.errors import InvalidInput
from maillage.graph.model import Tie
from maillage.ingest.lists.which_list import guess_lists
from maillage.ingest.loading.marked import marked_copy
from maillage.ingest.persons.removal import MASK

SQUARE = ";Val Ferme;Le Fournil;La Bobine\nVal Ferme;;x;\nLe Fournil;x;;\nLa Bobine;;;\n"


def ties(desk: Desk) -> list[Tie]:
    return list(desk.graph.ties.values())


def test_a_cross_is_a_tie_once_whichever_side_it_is_on(desk: Desk) -> None:
    report = desk.bring(SQUARE, "ties")
    assert "matrix_read" in {problem.code for problem in report.problems}
    assert fates(report) == {"accepted": 3}
    assert desk.names == {"Val Ferme", "Le Fournil", "La Bobine"}
    (tie,) = ties(desk)
    assert (tie.kind, tie.directed, len(tie.records)) == ("partnership", False, 2)


def test_figures_say_how_strong_it_is_and_words_of_which_kind(desk: Desk) -> None:
    desk.bring(
        "qui avec qui;;;\n;A;B;C\nA;-;3;\nB;3;-;formation\nC;0;formation;-\n",
        "ties",
    )
    assert {tie.kind: tie.attributes.get("strength") for tie in ties(desk)} == {
        "partnership": 3,
        "training": None,
    }


def test_what_is_no_kind_of_tie_is_a_tie_all_the_same_and_said(desk: Desk) -> None:
    report = desk.bring(";A;B;C\nA;;fort;?\nB;fort;;\nC;;x;\n", "ties")
    assert codes(report, 2) >= {"matrix_word", "matrix_doubt"}
    assert len(ties(desk)) == 2


def test_the_corner_says_the_kind_and_totals_are_no_actor(desk: Desk) -> None:
    desk.bring(
        "Recherche;A;B;C;Total\nA;;1;;1\nB;1;;1;2\nC;;1;;1\nTotal;1;2;1;4\n",
        "ties",
    )
    assert desk.names == {"A", "B", "C"}
    assert {tie.kind for tie in ties(desk)} == {"research"}


@pytest.mark.parametrize("corner", ["Structure", "Nom", "Acteur", "Type"])
def test_what_heads_the_names_may_head_a_list_too(desk: Desk, corner: str) -> None:
    text = f"{corner};Copil;Filière bois\nA;x;\nB;x;x\nC;;x\n"
    assert len(desk.bring(text, "ties").lines) == 3
    assert len(ties(desk)) == 4
    # Among organisations, crosses say what each is.
    assert fates(desk.bring(text.replace("Type", "Nom"), "actors")) == {"accepted": 3}


def test_crosses_below_two_ends_are_no_table_of_who_is_with_whom(desk: Desk) -> None:
    report = desk.bring("De;Vers;Formel\nx;1;x\n-;0;\n1;x;x\n", "ties")
    assert not report.problems.count("matrix_read")


def test_firms_by_groups(desk: Desk) -> None:
    desk.bring(";Copil;Filière bois\nA;x;\nB;x;x\nC;;x\n", "ties")
    assert len(ties(desk)) == 4
    assert desk.names == {"A", "B", "C", "Copil", "Filière bois"}


def test_persons_are_neither_lines_nor_columns(desk: Desk) -> None:
    report = desk.bring(";A;B;C;Mme Le Gall\nA;;x;;x\nB;x;;;\nC;;;;\nMme Le Gall;x;;;\n", "ties")
    assert codes(report, 5) == {"matrix_person"}
    assert desk.names == {"A", "B", "C"}
    assert not any("Gall" in str(record) for record in desk.store.records())


def test_of_a_person_the_cell_is_said_and_not_the_name(desk: Desk) -> None:
    text = "Qui avec qui;;;\n;A;B;M. Le Gall\nA;;x;x\nB;x;;\nM. Le Gall;x;;\n"
    report = desk.bring(text, "ties", name="qui.csv")
    found = [one for one in report.problems if one.code == "matrix_person"]
    assert [(one.row, one.column) for one in found] == [(None, "D2"), (5, "A5")]
    assert found[0].message("fr") == "La cellule D2 nomme une personne, qui n’est jamais gardée."
    assert "cell A5 names a person" in found[1].message("en")
    assert [one.heading for one in report.sheets[0].columns][-1] == "D2"
    assert "Gall" not in str([one.as_dict() for one in report.problems])
    sheet = load_workbook(BytesIO(marked_copy(text.encode(), [report]))).active
    assert isinstance(sheet, Worksheet)
    commented = {cell.coordinate for row in sheet.iter_rows() for cell in row if cell.comment}
    assert commented == {"D2", "A5"}


def test_addresses_and_numbers_are_no_names_along_the_first_line_either(desk: Desk) -> None:
    person, asso = "jean.petit@x.fr;06 12 34 56 78", "Asso tel 06 12 34 56 78"
    text = f";Val Ferme;{person};{asso}\nVal Ferme;;x;x;x\nLe Gué;x;;;\n{asso};x;;;\n"
    report = desk.bring(text, "ties")
    assert desk.names == {"Val Ferme", "Le Gué", f"Asso tel {MASK}"}
    assert len(ties(desk)) == 2
    said = [(one.code, one.column) for one in report.problems if one.row is None]
    assert said[1:] == [
        ("matrix_person", "C1"), ("matrix_person", "D1"), ("personal_masked", "E1")
    ]  # fmt: skip
    assert codes(report, 4) == {"personal_masked"}
    kept = str([*desk.store.records(), *(one.as_dict() for one in report.problems), report.sheets])
    assert "petit@" not in kept and "06 12" not in kept


def test_a_person_beside_a_name_goes_on_both_sides(desk: Desk) -> None:
    farm = "Val Ferme (Mme Prat)"
    report = desk.bring(f";{farm};B;C\n{farm};;x;\nB;x;;\nC;x;;\n", "ties")
    assert desk.names == {"Val Ferme", "B", "C"}
    said = [(one.row, one.column) for one in report.problems if one.code == "personal_name_masked"]
    assert said == [(None, "B1"), (2, "Acteur")]
    assert "Prat" not in str([*desk.store.records(), *(one.as_dict() for one in report.problems)])


def test_names_that_were_masked_alike_stay_apart_and_are_left_out_as_written(desk: Desk) -> None:
    one, other = "Asso 06 12 34 56 78", "Asso 07 12 34 56 78"
    text = f";A;B;C;{one};{other}\nA;;;;formation;x\nB;x;;;;\nC;x;;;;\n"
    desk.bring(text, "ties", left_out=(one,))
    assert {tie.kind for tie in ties(desk)} == {"partnership"}
    assert next(iter(desk.store.records())).cells == {"Acteur": "A", f"Asso {MASK} (2)": "x"}


@pytest.mark.parametrize(
    ("cell", "kept", "code"),
    [
        ("Yann Le Goff", MASK, "personal_name_masked"),
        ("Mme Dupont", MASK, "personal_name_masked"),
        ("voir Mme Dupont", f"voir {MASK}", "personal_name_masked"),
        ("06 12 34 56 78", MASK, "personal_masked"),
    ],
)
def test_a_person_where_two_names_meet_is_not_kept(
    desk: Desk, cell: str, kept: str, code: str
) -> None:
    report = desk.bring(f";A;B;C\nA;;{cell};\nB;x;;\nC;;x;\n", "ties")
    assert codes(report, 2) >= {code, "matrix_word"}
    assert next(iter(desk.store.records())).cells == {"Acteur": "A", "B": kept}
    assert cell not in str([one.as_dict() for one in report.problems])
    assert len(ties(desk)) == 2


def test_a_person_is_no_example_of_a_column(desk: Desk) -> None:
    report = desk.bring(";A;B;C\nA;;Yann Le Goff;\nB;x;;\nC;;projet;\n", "ties")
    assert [one.examples for one in report.sheets[0].columns][2] == ("projet",)


def test_what_may_be_a_person_is_said_along_the_first_line_too(desk: Desk) -> None:
    report = desk.bring(";A;B;Jean Dupont\nA;;x;x\nB;x;;\nJean Dupont;x;;\n", "ties")
    found = [one for one in report.problems if one.code == "person_maybe"]
    assert [(one.row, one.column, one.value) for one in found] == [
        (None, "Jean Dupont", "Jean Dupont"),
        (4, "Acteur", "Jean Dupont"),
    ]
    assert desk.names == {"A", "B", "Jean Dupont"}


def test_it_is_recognised_though_a_kind_in_a_cell_passes_for_a_heading(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.create_sheet("Qui avec qui", 0)
    for row in (
        ["Qui coopère avec qui ?"],
        [],
        [None, "A", "B", "C"],
        ["A", "-", "x", None],
        ["B", "x", "-", "projet"],
        ["C", None, "projet", "-"],
    ):
        sheet.append(row)
    path = tmp_path / "matrice.xlsx"
    book.save(path)
    assert list(guess_lists(path)) == ["ties"]


def test_it_is_no_list_of_anything_else(desk: Desk) -> None:
    with pytest.raises(InvalidInput) as wrong:
        desk.bring(SQUARE, "actors")
    assert wrong.value.code == "matrix_not_ties"


def test_a_word_that_says_more_than_the_kind_stays_as_its_subtype(desk: Desk) -> None:
    desk.bring(";Alpha;Bêta;Gamma\nAlpha;;Accord-cadre;\nBêta;Accord-cadre;;x\nGamma;;x;\n", "ties")
    assert desk.tie("Alpha", "Bêta", "partnership").subtype == "Accord-cadre"


def test_the_mark_of_a_note_is_no_part_of_a_name(desk: Desk) -> None:
    text = ";Val Ferme*;Le Gué;Éole\nVal Ferme;;x;x\nLe Gué ¹;x;;\nÉole;x;;\n"
    report = desk.bring(text, "ties")
    assert desk.names == {"Val Ferme", "Le Gué", "Éole"}
    assert [one.row for one in report.problems if one.code == "note_mark"] == [None, 3]
