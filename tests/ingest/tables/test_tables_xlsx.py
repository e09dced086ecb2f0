"""Sheets as people keep them: values, headings, merged cells, rows."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from openpyxl.worksheet.worksheet import Worksheet
from workbook_tables import cells, findings, one
from workbooks import inline, raw_workbook, workbook

from maillage.ingest.tables import Row, read_tables


def test_a_plain_sheet() -> None:
    table = one(workbook(Adhérents=[["Nom", "Commune"], ["Élan", "Rezé"], ["B", None]]))
    assert (table.name, table.header_line, table.first_column) == ("Adhérents", 1, 0)
    assert list(table.rows) == [Row(2, ("Élan", "Rezé")), Row(3, ("B", ""))]


def test_a_table_that_starts_lower_and_further_right() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet["B1"] = "Adhérents du pôle"
        for column, values in {"B": ("Structure", "A"), "C": ("Commune", "X")}.items():
            sheet[f"{column}4"], sheet[f"{column}5"] = values

    table = one(workbook(F=fill))
    assert (table.columns, table.header_line, table.first_column) == (
        ("Structure", "Commune"), 4, 1,
    )  # fmt: skip
    assert list(table.rows) == [Row(5, ("A", "X"))]
    assert findings(table) == [("title_rows", 4, "")]


def test_values_become_what_a_person_would_type() -> None:
    def fill(sheet: Worksheet) -> None:
        values = (
            732829320, 73282932000074, 0.1 + 0.2, -5, 1e16, True, False,
            date(2012, 3, 5), datetime(2012, 3, 5, 14, 30), time(9, 5), timedelta(hours=30),
            41000, "=1+1", "texte\nsur deux lignes",
        )  # fmt: skip
        sheet.append([f"c{n}" for n, _ in enumerate(values, start=1)])
        sheet.append(values)
        sheet["N2"].number_format = "@"

    assert cells(one(workbook(F=fill)))[0] == (
        "732829320", "73282932000074", "0.3", "-5", "1E+16", "true", "false",
        "2012-03-05", "2012-03-05 14:30:00", "09:05:00", "30:00",
        "41000", "", "texte\nsur deux lignes",
    )  # fmt: skip


def test_a_percentage_is_read_as_it_shows() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet.append(["Nom", "Part", "Montant"])
        for shown in ("0%", "0.00%", '0.0" %"', "0.0\\ %"):
            sheet.append(["A", 0.51, 0.51])
            sheet.cell(sheet.max_row, 2).number_format = shown

    rows = cells(one(workbook(F=fill)))
    assert [row[1] for row in rows] == ["51%", "51%", "0.51", "51%"]
    assert {row[2] for row in rows} == {"0.51"}


def test_a_row_of_formulas_alone_is_a_row() -> None:
    sheet = (
        f'<row r="1">{inline("A1", "Nom")}{inline("B1", "Commune")}</row>'
        '<row r="2"><c r="A2"><f>A9</f></c><c r="B2"><f>B9</f></c></row>'
        f'<row r="3">{inline("A3", "A")}{inline("B3", "Metz")}</row>'
        '<row r="5"><c r="A5" t="e"><v>#REF!</v></c></row>'
    )
    table = one(raw_workbook(sheet))
    assert [(row.line, *row.cells) for row in table.rows] == [
        (2, "", ""), (3, "A", "Metz"), (5, "", "")
    ]  # fmt: skip


def test_formulas_that_give_nothing_are_said() -> None:
    sheet = (
        f'<row r="1">{inline("A1", "Nom")}{inline("B1", "Montant")}</row>'
        f'<row r="2">{inline("A2", "A")}<c r="B2" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>'
        f'<row r="3">{inline("A3", "B")}<c r="B3"><f>SUM(B9)</f></c></row>'
        f'<row r="4">{inline("A4", "C")}<c r="B4"><f>SUM(B9)</f><v/></c></row>'
        f'<row r="5">{inline("A5", "D")}<c r="B5"><f>1+1</f><v>2</v></c></row>'
        f'<row r="6">{inline("A6", "E")}<c r="B6" t="str"><f>""</f><v></v></c></row>'
        f'<row r="7">{inline("A7", "F")}<c r="B7" t="e"><v>#N/A</v></c></row>'
    )
    table = one(raw_workbook(sheet))
    assert [row[1] for row in cells(table)] == ["", "", "", "2", "", ""]
    assert findings(table) == [
        ("formula_error", 2, "#DIV/0!"),
        ("formula_not_computed", 3, ""),
        ("formula_not_computed", 4, ""),
        ("formula_error", 7, "#N/A"),
    ]
    assert {p.column for p in table.problems} == {"Montant"}


def test_cells_merged_downwards_hold_for_each_line() -> None:
    def fill(sheet: Worksheet) -> None:
        for row in (["Structure", "Commune", "Part"], ["A", "Rezé", 1], [None, None, 2],
                    ["B", "Nantes", 3], [None, None, None], ["C", "Paris", None]):  # fmt: skip
            sheet.append(row)
        sheet.merge_cells("A2:A3")
        sheet.merge_cells("B4:B5")
        sheet.merge_cells("B6:C6")

    table = one(workbook(F=fill))
    assert list(table.rows) == [
        Row(2, ("A", "Rezé", "1")),
        Row(3, ("A", "", "2")),
        Row(4, ("B", "Nantes", "3")),
        Row(6, ("C", "Paris", "")),
    ]
    assert findings(table) == [
        ("merged_spread", 2, "A"),
        ("merged_spread", 4, "Nantes"),
        ("merged_across", 6, "Paris"),
    ]


def test_a_heading_over_two_lines_is_read_on_the_second() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet.append(["Nom", "Adhésion", None, "Commune"])
        sheet.append([None, "Depuis", "Montant", None])
        sheet.append(["A", 2012, 50, "Rezé"])
        sheet.merge_cells("A1:A2")
        sheet.merge_cells("B1:C1")
        sheet.merge_cells("D1:D2")

    table = one(workbook(F=fill))
    assert (table.columns, table.header_line) == (("Nom", "Depuis", "Montant", "Commune"), 2)
    assert list(table.rows) == [Row(3, ("A", "2012", "50", "Rezé"))]


def test_headings_below_groups_of_headings() -> None:
    """A second line of headings is none of the rows."""

    def fill(sheet: Worksheet) -> None:
        sheet.append(["Mises à disposition"])
        sheet.append(["Nom", None, "Montant", None])
        sheet.append(["Nom", "Commune", "2012", 2013])
        sheet.append(["A", "Rezé", "1,5", 2])
        sheet.merge_cells("C2:D2")

    table = one(workbook(F=fill))
    assert table.columns == ("Nom", "Commune", "Montant 2012", "Montant 2013")
    assert (table.header_line, list(table.rows)) == (3, [Row(4, ("A", "Rezé", "1,5", "2"))])


def test_totals_blank_lines_and_stray_values() -> None:
    rows: list[list[object]] = [["Nom", "Montant"], ["A", 1], [], ["Total", 1]]
    rows += [["B", 2]] * 300
    rows += [["C", 3, "à part"]]
    table = one(workbook(F=rows))
    assert len(cells(table)) == 302
    assert findings(table) == [("totals_row", 4, "Total"), ("stray_value", 305, "à part")]


@pytest.mark.parametrize("formula", ["", "=1+1"])
def test_rows_that_are_hidden_are_read_and_said(formula: str) -> None:
    """Whatever else the sheet holds; a hidden row of nothing, column or heading is nothing."""

    def filtered(sheet: Worksheet) -> None:
        for row in (["Liste"], ["Nom", "Part"], ["a", 1], ["b", 2], ["c", 3], [None, formula]):
            sheet.append(row)
        for line in (1, 3, 5, 9):
            sheet.row_dimensions[line].hidden = True
        sheet.column_dimensions["B"].hidden = True

    table = one(workbook(F=filtered))
    assert [row.cells[0] for row in table.rows][:3] == ["a", "b", "c"]
    (hidden,) = [one for one in table.problems if one.code == "rows_hidden"]
    assert "2 lignes masquées" in hidden.message() and "(lignes 3, 5)" in hidden.message()


def test_headings_without_a_name_are_called_by_their_letter() -> None:
    table = one(workbook(F=[["Nom", None, "Nom"], ["a", "b", "c"]]))
    assert table.columns == ("Nom", "Colonne B", "Nom (2)")


def test_a_workbook_on_disk(tmp_path: Path) -> None:
    path = tmp_path / "adhérents.xlsx"
    path.write_bytes(workbook(F=[["Nom"], ["A"]]))
    (table,) = read_tables(path)
    path.unlink()
    assert cells(table) == [("A",)]
