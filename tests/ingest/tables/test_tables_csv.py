"""CSV files as people keep them."""

from __future__ import annotations

import csv
import io
from importlib import resources
from pathlib import Path

import pytest

from maillage.graph.errors import UnreadableFile
from maillage.graph.folding import fold
from maillage.ingest.tables import Limits, Row, Table, read_tables

KNOWN = {"nom", "structure", "commune", "siren", "adhesion", "cotis", "montant"}


def is_known(heading: str) -> bool:
    return fold(heading) in KNOWN


def read(content: str | bytes, encoding: str = "utf-8", **limits: int) -> Table:
    data = content.encode(encoding) if isinstance(content, str) else content
    (table,) = read_tables(
        data, name="liste.csv", is_known_header=is_known, limits=Limits(**limits)
    )
    return table


def cells(table: Table) -> list[tuple[str, ...]]:
    return [row.cells for row in table.rows]


def codes(table: Table) -> list[tuple[str, int | None]]:
    """The findings of a table whose rows have all been read."""
    for _ in table.rows:
        pass
    return [(problem.code, problem.row) for problem in table.problems]


def refused(content: str | bytes) -> UnreadableFile:
    with pytest.raises(UnreadableFile) as caught:
        for _ in read(content).rows:
            pass
    assert caught.value.text("fr") and caught.value.text("en")
    return caught.value


@pytest.mark.parametrize(
    ("encoding", "found"),
    [
        ("utf-8", []),
        ("utf-8-sig", []),
        ("utf-16", []),
        ("utf-16-le", []),
        ("utf-16-be", []),
        ("utf-32", []),
        ("cp1252", [("encoding_cp1252", None)]),
    ],
)
def test_encodings(encoding: str, found: list[tuple[str, int | None]]) -> None:
    table = read("Nom;Commune\r\nÉlan de l’Œuvre;Béganne\r\n", encoding)
    assert table.columns == ("Nom", "Commune")
    assert cells(table) == [("Élan de l’Œuvre", "Béganne")]
    assert codes(table) == found


def test_mixed_encodings_are_read_line_by_line_and_said() -> None:
    table = read("Nom;Commune\nÉlan;Rezé\n".encode() + "Œuvre;Béganne\nA;B\n".encode("cp1252"))
    assert cells(table) == [("Élan", "Rezé"), ("Œuvre", "Béganne"), ("A", "B")]
    assert codes(table) == [("encoding_mixed", 3)]


def test_letters_that_no_encoding_knows_are_said() -> None:
    table = read(b"Nom;Commune\n\x81l\x8fn;X\n")
    assert cells(table) == [("\ufffdl\ufffdn", "X")]
    assert [code for code, _ in codes(table)] == ["letters_lost", "encoding_cp1252"]


@pytest.mark.parametrize("delimiter", list(";,\t|"))
def test_delimiters(delimiter: str) -> None:
    lines = [["Nom", "Commune", "SIREN"], ["A; b, c", "X|Y\tZ", "1,5"]]
    held = io.StringIO()
    csv.writer(held, delimiter=delimiter).writerows(lines)
    assert cells(read(held.getvalue())) == [tuple(lines[1])]


def test_a_comma_inside_names_is_no_delimiter() -> None:
    table = read("Nom;Commune\nA, B et C, D;Nantes, Rezé\nE, F, G;Paris\n")
    assert table.columns == ("Nom", "Commune")


def test_the_delimiter_is_found_without_known_headings() -> None:
    (table,) = read_tables(b"a,b,c\n1,2;3,4\n5,6,7\n")
    assert table.columns == ("a", "b", "c")


def test_a_single_column() -> None:
    table = read("Nom\nNantes, Rezé\nParis\n")
    assert cells(table) == [("Nantes, Rezé",), ("Paris",)]


def test_the_line_with_which_excel_declares_its_separator() -> None:
    table = read("sep=,\nNom,Commune\nA;b,c\n")
    assert (table.header_line, cells(table)) == (2, [("A;b", "c")])


def test_quotes_and_lines_within_cells_keep_the_numbers_of_the_file() -> None:
    table = read('Nom;Commune\r\n"A ""dit"" B;";"x\r\ny"\r\n\r\nC;D\r\n')
    assert list(table.rows) == [Row(2, ('A "dit" B;', "x\r\ny")), Row(5, ("C", "D"))]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_of_every_system(end: str) -> None:
    table = read(end.join(["Nom;Commune", "A;B", "", "C;D"]))
    assert [row.line for row in table.rows] == [2, 4]


def test_title_lines_above_are_left_aside() -> None:
    table = read("Adhérents du pôle\nMis à jour le 3 mars;;\n\nStructure;Commune;Cotis\nA;B;1\n")
    assert (table.header_line, table.columns) == (4, ("Structure", "Commune", "Cotis"))
    assert codes(table) == [("title_rows", 4)]


def test_totals_and_remarks_below_are_left_aside() -> None:
    table = read(
        "Nom;Commune;Montant\nA;B;1\nSous-total;;1\nTotal Énergies;Paris;2\n"
        "TOTAL GÉNÉRAL;;3 €\n\nSource : RTES;;\n* chiffres provisoires;;\n"
    )
    assert cells(table) == [("A", "B", "1"), ("Total Énergies", "Paris", "2")]
    assert codes(table) == [
        ("totals_row", 3), ("totals_row", 5), ("note_row", 7), ("note_row", 8),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "said",
    [
        "Sous-total",
        "Sous total :",
        "S/total",
        "S/s-total",
        "Sous-total Nord",
        "Subtotal",
        "Sub-total",
    ],
)
def test_a_subtotal_is_no_organisation(said: str) -> None:
    table = read(f"Nom;Commune;Montant\nA;B;1\n{said};;12\nSous-total Nord;Lille;2\n")
    assert cells(table) == [("A", "B", "1"), ("Sous-total Nord", "Lille", "2")]
    assert codes(table) == [("totals_row", 3)]


def test_what_is_counted_in_a_line_of_totals_is_no_organisation() -> None:
    table = read("Code;Nom;Montant\n1;A;10\n2;B;20\nTOTAL;7 adhérents;30\nMoyenne;;15\n")
    assert len(cells(table)) == 2
    assert {("totals_row", 4), ("totals_row", 5)} <= set(codes(table))


def test_an_organisation_named_total_is_kept_if_its_line_says_more() -> None:
    assert cells(read("Nom;Commune;Montant\nTotal;Courbevoie;3\n"))


def test_the_heading_repeated_on_each_page_is_left_aside() -> None:
    table = read("Nom;Commune\nA;B\nNom;Commune\nC;D\n")
    assert cells(table) == [("A", "B"), ("C", "D")]
    assert codes(table) == [("header_again", 3)]


def test_ragged_rows() -> None:
    table = read("Nom;Commune;SIREN;Cotis\nA;B;C;D;E\nA;B;C\nA\nA;B;C;D;;\n")
    assert cells(table) == [("A", "B", "C", ""), ("A", "", "", ""), ("A", "B", "C", "D")]
    assert [(p.code, p.row, p.level) for p in table.problems] == [
        ("row_too_long", 2, "refused"), ("row_short", 3, "info"), ("row_short", 4, "warning"),
    ]  # fmt: skip


def test_headings_twice_or_missing() -> None:
    table = read("Nom;Nom;;Commune;Nom;;\na;b;c;d;e;;\nf;g;h;i;j;k;\n")
    assert table.columns == ("Nom", "Nom (2)", "Colonne 3", "Commune", "Nom (3)", "Colonne 6")
    assert codes(table) == [
        ("duplicate_header", 1), ("column_unnamed", 1), ("duplicate_header", 1),
        ("column_unnamed", 1),
    ]  # fmt: skip


def test_a_value_below_no_heading_is_said() -> None:
    far = "A;B;\n" * 300
    table = read(f"Nom;Commune;\n{far}C;D;à part\n")
    assert table.columns == ("Nom", "Commune")
    assert codes(table) == [("stray_value", 302)]


def test_unknown_headings_are_said() -> None:
    assert codes(read("a;b\n1;2\n")) == [("header_unknown", 1)]
    (table,) = read_tables(b"a;b\n1;2\n")
    assert codes(table) == []


def test_nul_bytes_are_removed_and_said() -> None:
    table = read(b"Nom;Commune\nA\0B;C\n")
    assert cells(table) == [("AB", "C")]
    assert codes(table) == [("nul_removed", 2)]


@pytest.mark.parametrize(
    "rows",
    [
        '"A;B\nC;D\nE;F\n',
        '"A;B\nC;D\n"E";F\nG;H\n',
        '"A;B\n"C;D\nE;F\n',
        '"A;' + "x" * 200_000 + "\nC;D\nE;F\n",
    ],
)
def test_a_quotation_mark_that_never_closes_costs_one_line(rows: str) -> None:
    table = read("Nom;Commune\n" + rows)
    read_rows = {row.line: row.cells for row in table.rows}
    expected = [line.replace('"', "").split(";") for line in rows.splitlines()]
    for number in set(read_rows):
        assert list(read_rows[number]) == expected[number - 2]
    refused_lines = {p.row for p in table.problems if p.code == "quote_open"}
    assert refused_lines and len(refused_lines) <= rows.count('"') // 2 + 1
    assert refused_lines | set(read_rows) == set(range(2, 2 + len(expected)))


def test_sloppy_quotes_over_two_lines_are_kept_as_they_are() -> None:
    table = read('Nom;Commune\n"Le\nLabo"x;Paris\nA;B\n')
    assert list(table.rows) == [Row(2, ("Le\nLabox", "Paris")), Row(4, ("A", "B"))]
    assert codes(table) == []


def test_reading_ends_where_no_mark_is_ever_right() -> None:
    """Each resumption looks a bounded way ahead, and there is a bounded number of them."""
    table = read("Nom;Commune\n" + 'a;"b""\n' * 3001)
    assert dict(codes(table)).keys() <= {"quote_open", "reading_stopped", "row_too_long"}


def test_a_line_without_end_is_left_out_without_being_held() -> None:
    table = read(b"Nom;Commune\nA;B\n" + b"x" * 5000 + b"\nC;D\n", line_bytes=1000)
    assert [row.line for row in table.rows] == [2, 4]
    assert codes(table) == [("line_too_long", 3)]


def test_reading_stops_where_a_line_does_not_end() -> None:
    table = read(b"Nom;Commune\nA;B\n" + b"x" * 50_000 + b"\nC;D\n", line_bytes=1000,
                 skipped_bytes=9000)  # fmt: skip
    assert [row.line for row in table.rows] == [2]
    assert codes(table) == [("line_too_long", 3), ("reading_stopped", 3)]


def test_a_gigabyte_on_one_line_is_refused_without_reading_it(tmp_path: Path) -> None:
    huge = tmp_path / "huge.csv"
    with huge.open("wb") as file:
        file.write(b"Nom;Commune\nA;" + b"x" * (1 << 23))
        file.truncate(1 << 30)  # a hole takes no room on the disk
    with pytest.raises(UnreadableFile) as caught:
        read_tables(huge, limits=Limits(skipped_bytes=1 << 22))
    assert caught.value.code == "file_line_too_long"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "file_empty"),
        (b"\n \n;;\n", "file_empty"),
        (b"\xef\xbb\xbf", "file_empty"),
        (b"Nom;Commune\n", "file_header_only"),
        (b"Nom;Commune\n\n;\n", "file_header_only"),
        (b"Nom;Commune\nTotal;3\n", "file_header_only"),
        (b"\x89PNG\r\n\x1a\n\0\0", "file_binary"),
        (b"%PDF-1.7\n", "file_binary"),
        (b"\x1f\x8b\x08\0", "file_archive"),
        (bytes(range(256)) * 40, "file_binary"),
        (b"<!DOCTYPE html><html></html>", "file_binary"),
        (b"<?xml version='1.0'?><a/>", "file_binary"),
        (b"x" * 3_000_000, "file_line_too_long"),
        (b"\n".join([b";".join(b"c%d" % n for n in range(2000))] * 3), "file_too_many_columns"),
    ],
)
def test_files_from_which_nothing_can_be_read(content: bytes, code: str) -> None:
    assert refused(content).code == code


def test_what_a_spreadsheet_keeps_beside_an_open_workbook() -> None:
    for name in ("~$membres.xlsx", ".~lock.membres.xlsx#"):
        with pytest.raises(UnreadableFile) as caught:
            read_tables(b"\x06xxUser", name=name)
        assert caught.value.code == "file_lock"
        assert caught.value.text("fr").endswith("lui-même, membres.xlsx.")


def test_what_is_no_table_is_to_be_copied_into_one() -> None:
    fault = refused(b"%PDF-1.7\n")
    assert "copiez son tableau dans une feuille" in fault.text("fr")
    assert "copy its table into a sheet" in fault.text("en")


def test_a_folder_a_missing_file_and_an_impossible_name(tmp_path: Path) -> None:
    for path, code in (
        (tmp_path, "file_directory"),
        (tmp_path / "absent.csv", "file_missing"),
        (tmp_path / ("x" * 300), "file_unreadable"),
    ):
        with pytest.raises(UnreadableFile) as caught:
            read_tables(path)
        assert caught.value.code == code


def test_the_rows_of_a_file_are_streamed(tmp_path: Path) -> None:
    path = tmp_path / "liste.csv"
    path.write_bytes(b"Nom;Commune\n" + b"A;B\n" * 500_000)
    (table,) = read_tables(path)
    assert sum(1 for _ in table.rows) == 500_000
    assert len(table.sample) == Limits().sample_rows


def test_a_table_left_unread_leaves_no_file_open(tmp_path: Path) -> None:
    """Warnings are errors here: a file left open would fail the test."""
    path = tmp_path / "liste.csv"
    path.write_bytes(b"Nom;Commune\n" + b"A;B\n" * 1000)
    (table,) = read_tables(path)
    next(table.rows)
    del table


def test_the_facts_lose_no_row() -> None:
    counts = {"actors": 359, "groups": 53, "poles": 46, "ties": 596, "referentiel": 30}
    facts = resources.files("maillage.ingest") / "demo"
    for name, count in counts.items():
        (table,) = read_tables((facts / f"{name}.csv").read_bytes())
        assert sum(1 for _ in table.rows) == count
        assert len(table.problems) == 0
