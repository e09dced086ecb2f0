"""Whatever bytes a file holds, reading ends, without a fault, and what was written is read back."""

from __future__ import annotations

import csv
import io
import json
import zipfile

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from workbooks import raw_workbook, workbook

from maillage.graph.errors import UnreadableFile
from maillage.ingest.problems import CATALOGUE
from maillage.ingest.tables import Limits, read_tables

SMALL = Limits(line_bytes=256, skipped_bytes=1024, columns=20, header_rows=5, sample_rows=5)
CSV_WORDS = st.sampled_from(
    [
        "Nom",
        "Commune",
        ";",
        ",",
        "\t",
        "|",
        '"',
        '""',
        "\n",
        "\r\n",
        "\r",
        "\0",
        "é",
        "Total",
        "x" * 300,
    ]
)
JSON_WORDS = st.sampled_from(
    [*'{}[]:,"1\né', '"Nom"', "1.0", "null", "true", "\\u0000", "\\ud800", "NaN"]
)
BYTES_IN_TEXT = st.binary(max_size=40) | st.sampled_from([b"\xff\xfe", b"\xef\xbb\xbf", b"\xe9"])
SOME_WORKBOOK = workbook(Été=[["Nom", "Part"], ["A", 0.5], ["B", "=1+1"]], Autre=[["x"], ["y"]])
FUZZ = settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)


def read_wholly(data: bytes, name: str, limits: Limits = SMALL) -> None:
    """Read all there is; a refusal and a finding must both be sayable."""
    try:
        tables = read_tables(data, name=name, limits=limits, is_known_header=str.isalpha)
        for table in tables:
            lines = []
            for row in table.rows:
                assert len(row.cells) == len(table.columns)
                assert all(type(cell) is str for cell in row.cells)
                "".join(row.cells).encode("utf-8")
                lines.append(row.line)
            assert lines == sorted(set(lines))
            for problem in table.problems:
                assert problem.code in CATALOGUE
                problem.message("fr").encode("utf-8")
    except UnreadableFile as refusal:
        assert refusal.text("fr")
        assert refusal.text("en")


@FUZZ
@given(st.binary(max_size=2000))
@pytest.mark.parametrize("name", ["a.csv", "a.json", "a.xlsx", "a"])
def test_arbitrary_bytes(name: str, data: bytes) -> None:
    read_wholly(data, name)


@FUZZ
@given(st.lists(CSV_WORDS, max_size=120), st.sampled_from(["utf-8", "cp1252", "utf-16"]))
def test_almost_csv(words: list[str], encoding: str) -> None:
    read_wholly("".join(words).encode(encoding), "a.csv")


@FUZZ
@given(st.lists(BYTES_IN_TEXT | st.sampled_from([b";", b"\n", b'"', b"Nom"]), max_size=60))
def test_csv_of_mixed_encodings(pieces: list[bytes]) -> None:
    read_wholly(b"Nom;Commune\n" + b"".join(pieces), "a.csv")


@FUZZ
@given(st.lists(JSON_WORDS, max_size=80))
def test_almost_json(words: list[str]) -> None:
    read_wholly("".join(words).encode(), "a.json")


@FUZZ
@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner),
        max_leaves=20,
    )
)
def test_any_json(value: object) -> None:
    read_wholly(json.dumps(value).encode(), "a.json")


@FUZZ
@given(st.lists(st.tuples(st.integers(0, len(SOME_WORKBOOK) - 1), st.integers(0, 255)), max_size=6))
def test_a_workbook_with_bytes_changed(changes: list[tuple[int, int]]) -> None:
    data = bytearray(SOME_WORKBOOK)
    for position, byte in changes:
        data[position] = byte
    read_wholly(bytes(data), "a.xlsx")


@FUZZ
@given(st.integers(0, len(SOME_WORKBOOK)))
def test_a_workbook_cut_anywhere(length: int) -> None:
    read_wholly(SOME_WORKBOOK[:length], "a.xlsx")


XML_WORDS = st.sampled_from(
    ['<row r="1">', "</row>", '<c r="A1">', '<c r="B2" t="e">', '<c t="s">', '<c r="C1" t="d">',
     "</c>", "<v>", "</v>", "1", "-5", "1e400", "x", "<f>", "</f>", "<is><t>", "</t></is>",
     '<c r="A1" s="1">', '<row r="99">', "2012-03-05", "&amp;", "&#0;"]
)  # fmt: skip


@FUZZ
@given(st.lists(XML_WORDS, max_size=40))
def test_sheets_that_are_almost_xml(words: list[str]) -> None:
    read_wholly(raw_workbook("".join(words)), "a.xlsx")


@FUZZ
@given(st.sampled_from(["xl/workbook.xml", "xl/styles.xml", "xl/sharedStrings.xml", "_rels/.rels"]),
       st.binary(max_size=200))  # fmt: skip
def test_a_part_replaced(name: str, content: bytes) -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(SOME_WORKBOOK)) as old, zipfile.ZipFile(held, "w") as new:
        for part in old.namelist():
            new.writestr(part, content if part == name else old.read(part))
    read_wholly(held.getvalue(), "a.xlsx")


# What csv and people agree on: no control, no half letter; a cell is never only blanks, and the
# first one is no number, so that no row is a total, a remark or blank.
CELL = st.text(
    st.characters(codec="cp1252", exclude_categories=("Cc", "Cs")), min_size=1, max_size=12
).filter(lambda text: text.strip() and text.strip()[0].isalpha() and text.strip() == text)
ROWS = st.integers(2, 5).flatmap(
    lambda width: st.lists(
        st.lists(CELL, min_size=width, max_size=width), min_size=1, max_size=8
    )
)  # fmt: skip
ENCODINGS = st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252"])


def _heading(width: int) -> list[str]:
    return [f"colonne{letter}" for letter in "abcde"[:width]]


def _is_heading(text: str) -> bool:
    return text.startswith("colonne") and text[7:] in set("abcde")


def _is_told_by_its_bytes(rows: list[list[str]], encoding: str) -> bool:
    """A text in cp1252 that is also good UTF-8 can only be read as UTF-8."""
    text = "".join(cell for row in rows for cell in row)
    try:
        return encoding != "cp1252" or text.encode("cp1252").decode("utf-8") == text
    except UnicodeDecodeError:
        # What decides is each line: one that is good UTF-8 by itself is read so.
        return all(_is_told_by_its_bytes([row], encoding) for row in rows) if rows[1:] else True


@FUZZ
@given(
    rows=ROWS,
    encoding=ENCODINGS,
    delimiter=st.sampled_from(";,\t|"),
    end=st.sampled_from(["\n", "\r\n"]),
    quoting=st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
)
def test_csv_written_is_read_back(
    rows: list[list[str]], encoding: str, delimiter: str, end: str, quoting: int
) -> None:
    assume(_is_told_by_its_bytes(rows, encoding))
    held = io.StringIO()
    writer = csv.writer(held, delimiter=delimiter, lineterminator=end, quoting=quoting)  # type: ignore[arg-type]  # a literal in the stubs
    writer.writerows([_heading(len(rows[0])), *rows])
    (table,) = read_tables(
        held.getvalue().encode(encoding), name="a.csv", is_known_header=_is_heading
    )
    assert table.columns == tuple(_heading(len(rows[0])))
    assert [list(row.cells) for row in table.rows] == rows


@FUZZ
@given(ROWS)
def test_workbooks_written_are_read_back(rows: list[list[str]]) -> None:
    (table,) = read_tables(
        workbook(F=[_heading(len(rows[0])), *rows]), name="a.xlsx", is_known_header=_is_heading
    )
    assert [list(row.cells) for row in table.rows] == rows


@FUZZ
@given(ROWS, ENCODINGS)
def test_json_written_is_read_back(rows: list[list[str]], encoding: str) -> None:
    assume(_is_told_by_its_bytes(rows, encoding))
    heading = _heading(len(rows[0]))
    records = [dict(zip(heading, row, strict=True)) for row in rows]
    text = json.dumps(records, ensure_ascii=False)
    (table,) = read_tables(text.encode(encoding), name="a.json", is_known_header=_is_heading)
    assert [list(row.cells) for row in table.rows] == rows
