"""Workbooks as people keep them, and as nobody should send them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet
from workbooks import inline, raw_workbook, with_announced_size, workbook

from maillage.graph.errors import UnreadableFile
from maillage.graph.folding import fold
from maillage.ingest.tables import Limits, Row, Table, read_tables

KNOWN = {"nom", "structure", "commune", "siren", "part", "depuis", "montant"}
MEGABYTE = 1_000_000
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def is_known(heading: str) -> bool:
    return fold(heading) in KNOWN


def read(data: bytes, *sheets: str, **limits: int) -> tuple[Table, ...]:
    return read_tables(
        data,
        name="liste.xlsx",
        is_known_header=is_known,
        sheets=sheets,
        limits=Limits(**limits),
    )


def one(data: bytes, **limits: int) -> Table:
    (table,) = read(data, **limits)
    return table


def cells(table: Table) -> list[tuple[str, ...]]:
    return [row.cells for row in table.rows]


def findings(table: Table) -> list[tuple[str, int | None, str]]:
    for _ in table.rows:
        pass
    return [(p.code, p.row, p.value) for p in table.problems]


def refused(data: bytes, **limits: int) -> str:
    with pytest.raises(UnreadableFile) as caught:
        read(data, **limits)
    assert caught.value.text("fr") and caught.value.text("en")
    return caught.value.code


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


def hide(sheet: Worksheet) -> None:
    sheet.append(["Nom"])
    sheet.append(["caché"])
    sheet.sheet_state = "hidden"


@pytest.fixture
def hidden_and_seen() -> bytes:
    def menus(sheet: Worksheet) -> None:
        sheet.append(["oui"])
        sheet.sheet_state = "veryHidden"

    one = [["Nom"], ["a"]]
    return workbook(Adhérents=one, Bureau=one, Caché=hide, listes=menus)


def test_several_sheets_hidden_empty_and_foreign() -> None:
    data = workbook(
        Notice=[["Bonjour"], ["lisez-moi"]],
        A=[["Nom"], ["a"]],
        Caché=hide,
        Vide=[],
        Titres=[["Nom", "Commune"]],
        B=[["Structure", "Commune"], ["b", "c"]],
    )
    tables = read(data)
    assert [(table.name, cells(table)) for table in tables] == [
        ("A", [("a",)]),
        ("B", [("b", "c")]),
    ]
    assert [(p.code, p.sheet) for p in tables[0].problems] == [
        ("sheet_hidden", "Caché"), ("sheet_empty", "Vide"), ("sheet_ignored", "Notice"),
        ("sheet_empty", "Titres"),
    ]  # fmt: skip


def test_the_sheets_that_are_asked_for_alone_are_read(hidden_and_seen: bytes) -> None:
    """By their names but for case and accents, a hidden one too."""
    (hidden,) = read(hidden_and_seen, "cache")
    assert (hidden.hidden, cells(hidden)) == (True, [("caché",)])
    assert [(p.code, p.sheet) for p in hidden.problems] == [
        ("sheet_not_asked", "Adhérents"), ("sheet_not_asked", "Bureau"),
    ]  # fmt: skip


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


@pytest.mark.parametrize(
    ("asked", "code"), [("Adherent", "sheet_unknown_near"), ("?", "sheet_unknown")]
)
def test_a_sheet_that_is_not_there_is_answered_with_those_that_are(
    hidden_and_seen: bytes, asked: str, code: str
) -> None:
    with pytest.raises(UnreadableFile) as caught:
        read(hidden_and_seen, "Bureau", asked)
    said = caught.value.text("fr")
    assert caught.value.code == code and said.endswith("Adhérents, Bureau, Caché, listes.")


def test_a_file_of_text_has_no_sheet_to_ask_for() -> None:
    with pytest.raises(UnreadableFile) as caught:
        read_tables(b"Nom\nA\n", name="liste.csv", sheets=["Adhérents"])
    assert caught.value.code == "file_without_sheets"


def test_a_sheet_of_charts_is_no_table() -> None:
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active.append(["Nom"])
    book.active.append(["A"])
    book.create_chartsheet("Graphique")
    held = io.BytesIO()
    book.save(held)
    assert cells(one(held.getvalue())) == [("A",)]


def test_headings_without_a_name_are_called_by_their_letter() -> None:
    table = one(workbook(F=[["Nom", None, "Nom"], ["a", "b", "c"]]))
    assert table.columns == ("Nom", "Colonne B", "Nom (2)")


def test_a_workbook_on_disk(tmp_path: Path) -> None:
    path = tmp_path / "adhérents.xlsx"
    path.write_bytes(workbook(F=[["Nom"], ["A"]]))
    (table,) = read_tables(path)
    path.unlink()
    assert cells(table) == [("A",)]


def _without_workbook(*names: str) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name in names:
            archive.writestr(name, b"x")
    return held.getvalue()


def _locked() -> bytes:
    return _OLE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le")


def _truncated() -> bytes:
    return workbook(F=[["Nom"], ["A"]])[:-200]


def _spoilt() -> bytes:
    """The same archive with one byte of a sheet changed."""
    data = bytearray(workbook(F=[["Nom"], *([f"nom {n}"] for n in range(500))]))
    position = data.find(b"xl/worksheets/sheet1.xml") + 60
    data[position : position + 30] = b"\xff" * 30
    return bytes(data)


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (_locked, "file_password"),
        (lambda: _OLE + b"\0" * 600, "file_old_excel"),
        (_truncated, "file_damaged"),
        (_spoilt, "file_damaged"),
        (lambda: b"PK\x03\x04" + b"x" * 100, "file_damaged"),
        (lambda: b"PK\x05\x06" + b"\0" * 18, "file_archive"),
        (lambda: _without_workbook("content.xml"), "file_other_spreadsheet"),
        (lambda: _without_workbook("word/document.xml"), "file_other_spreadsheet"),
        (lambda: _without_workbook("xl/workbook.bin"), "file_other_spreadsheet"),
        (lambda: _without_workbook("xl/workbook.xml"), "file_damaged"),
        (lambda: workbook(F=[]), "file_empty"),
        (lambda: workbook(F=[["Nom", "Commune"]]), "file_header_only"),
        (lambda: workbook(F=[["Nom"] * 1001, ["x"] * 1001]), "file_too_many_columns"),
        (lambda: raw_workbook("<row><c"), "file_damaged"),
        (lambda: raw_workbook(inline("A0", "x")), "file_damaged"),
        (lambda: raw_workbook(inline("AAAA1", "x")), "file_damaged"),
        (lambda: raw_workbook(inline("a1", "x")), "file_damaged"),
    ],
)
def test_workbooks_from_which_nothing_can_be_read(make: Callable[[], bytes], code: str) -> None:
    assert refused(make()) == code


def test_a_bomb_is_refused_before_it_unfolds() -> None:
    bomb = raw_workbook("", {"xl/media/zeros.bin": bytes(60 * MEGABYTE)})
    assert len(bomb) < MEGABYTE
    assert refused(bomb) == "file_expands"
    assert refused(bomb, ratio=10_000, expanded_bytes=50 * MEGABYTE) == "file_expands"
    small = raw_workbook(inline("A1", "Nom"), {f"xl/{n}": b"" for n in range(30)})
    assert refused(small, parts=20) == "file_many_parts"
    assert refused(small, workbook_bytes=10) == "file_too_large"


def test_a_bomb_that_lies_about_its_size_is_refused() -> None:
    name = "xl/media/zeros.bin"
    bomb = raw_workbook(inline("A1", "Nom"), {name: bytes(60 * MEGABYTE)})
    assert refused(with_announced_size(bomb, name, 100)) == "file_expands"
    modest = raw_workbook(inline("A1", "Nom"), {name: bytes(MEGABYTE)})
    assert refused(with_announced_size(modest, name, 100)) == "file_damaged"
    assert refused(with_announced_size(modest, name, MEGABYTE + 1)) == "file_damaged"


def test_a_cell_far_away_is_refused_before_the_sheet_is_held() -> None:
    """calamine would hold seventeen thousand million cells."""
    sheet = f'<row r="1">{inline("A1", "Nom")}</row><row r="2">{inline("A2", "A")}</row>'
    far = sheet + f'<row r="1048576">{inline("XFD1048576", "x")}</row>'
    with pytest.raises(UnreadableFile) as caught:
        read(raw_workbook(far))
    assert caught.value.code == "file_too_wide"
    assert "XFD1048576" in caught.value.text("fr")
    # Hidden in the first row, where a reader that trusts rows would not look.
    sly = f'<row r="1">{inline("A1", "Nom")}{inline("XFD1048576", "x")}</row>'
    assert refused(raw_workbook(sly)) == "file_too_wide"


def test_one_damaged_sheet_does_not_hide_the_others() -> None:
    data = workbook(A=[["Nom"], ["a"]], B=[["Nom"], ["b"]])
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(held, "w") as new:
        for info in old.infolist():
            content = old.read(info)
            new.writestr(info.filename, content[:80] if "sheet2" in info.filename else content)
    table = one(held.getvalue())
    assert cells(table) == [("a",)]
    assert [(p.code, p.sheet) for p in table.problems] == [("sheet_damaged", "B")]


def test_entities_are_refused() -> None:
    laughs = b'<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet><sheetData/></worksheet>'
    assert refused(raw_workbook("", {"xl/worksheets/sheet1.xml": laughs})) == "file_damaged"
