"""JSON files: lists of records, sheets of records, one record per line."""

from __future__ import annotations

import json

import pytest

from maillage.graph.errors import UnreadableFile
from maillage.graph.folding import fold
from maillage.ingest.tables import Limits, Row, Table, read_tables


def is_known(heading: str) -> bool:
    return fold(heading) in {"nom", "commune"}


def read(text: str | bytes, **limits: int) -> tuple[Table, ...]:
    data = text.encode() if isinstance(text, str) else text
    return read_tables(data, name="liste.json", is_known_header=is_known, limits=Limits(**limits))


def findings(table: Table) -> list[tuple[str, int | None]]:
    for _ in table.rows:
        pass
    return [(problem.code, problem.row) for problem in table.problems]


def refused(text: str | bytes, **limits: int) -> str:
    with pytest.raises(UnreadableFile) as caught:
        for table in read(text, **limits):
            list(table.rows)
    assert caught.value.text("fr") and caught.value.text("en")
    return caught.value.code


def test_a_list_of_records() -> None:
    (table,) = read('[{"Nom": "A", "Commune": "Rezé"}, {"Nom": "B", "jobs": 12}]')
    assert table.columns == ("Nom", "Commune", "jobs")
    assert list(table.rows) == [Row(1, ("A", "Rezé", "")), Row(2, ("B", "", "12"))]


def test_values_keep_what_was_written() -> None:
    record = (
        '{"a": 732829320.0, "b": 45.50, "c": 12345678901234567890, "d": true, "e": null,'
        ' "f": ["x", 1, null], "g": 7.32829E+13, "h": NaN, "i": "\\u00e9\\ud800"}'
    )
    (table,) = read(f"[{record}]")
    assert next(table.rows).cells == (
        "732829320", "45.50", "12345678901234567890", "true", "", "x|1", "7.32829E+13", "NaN", "é?",
    )  # fmt: skip


def test_sheets_of_records() -> None:
    tables = read('{"version": 2, "A": [{"Nom": "x"}], "B": [{"Nom": "y"}], "C": [{"z": 1}]}')
    assert [(table.name, list(table.rows)) for table in tables] == [
        ("A", [Row(1, ("x",))]),
        ("B", [Row(1, ("y",))]),
    ]
    assert [(p.code, p.sheet) for p in tables[0].problems] == [("sheet_ignored", "C")]


def test_one_record_per_line() -> None:
    (table,) = read('{"Nom": "A"}\n\n{"Nom": "B"}{"Nom": "C"}\ncassé\n{"Nom": "D"}\n')
    assert [(row.line, row.cells[0]) for row in table.rows] == [
        (1, "A"), (3, "B"), (4, "C"), (6, "D"),
    ]  # fmt: skip
    assert findings(table) == [("json_not_a_row", 5)]


def test_a_malformed_first_line_hides_no_other() -> None:
    (table,) = read('{"Nom": \n{"Nom": "B"}\n')
    assert [row.cells for row in table.rows] == [("B",)]


def test_a_record_alone() -> None:
    (table,) = read('{\n "Nom": "A",\n "Commune": "X"\n}')
    assert list(table.rows) == [Row(1, ("A", "X"))]


def test_what_is_not_flat_is_said() -> None:
    (table,) = read('[{"Nom": "A", "lieu": {"ville": "Rezé"}}, 3, {"Nom": 1, "Nom": 2}, {}]')
    assert [row.cells for row in table.rows] == [("A", '{"ville": "Rezé"}'), ("2", "")]
    assert findings(table) == [
        ("json_nested", 1), ("json_not_a_row", 2), ("json_duplicate_key", 3),
    ]  # fmt: skip


def test_a_cut_list_gives_its_first_records_and_says_so() -> None:
    (table,) = read('[{"Nom": "A"}, {"Nom": "B"')
    assert [row.cells for row in table.rows] == [("A",)]
    assert findings(table) == [("json_cut", 2)]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_encodings(encoding: str) -> None:
    (table,) = read(json.dumps([{"Nom": "Élan"}], ensure_ascii=False).encode(encoding))
    assert [row.cells for row in table.rows] == [("Élan",)]
    expected = [("encoding_cp1252", None)] if encoding == "cp1252" else []
    assert findings(table) == expected


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("[]", "file_empty"),
        ("[{}]", "file_empty"),
        ("{}", "file_json_shape"),
        ("3", "file_json_shape"),
        ("[1, 2]", "file_json_shape"),
        ('[["Nom"], ["A"]]', "file_json_shape"),
        ('[{"Nom": "A"', "file_json_damaged"),
        ('{"Nom": ', "file_json_damaged"),
        ("bonjour", "file_json_damaged"),
        ("[" * 100_000, "file_json_deep"),
        ('{"a":' * 100_000, "file_json_deep"),
        ('[{"a": ' + "[" * 200 + "]" * 200 + "}]", "file_json_deep"),
    ],
)
def test_files_from_which_nothing_can_be_read(text: str, code: str) -> None:
    assert refused(text) == code


def test_too_large_or_too_wide() -> None:
    assert refused('[{"Nom": "A"}]', json_bytes=3) == "file_too_large"
    assert refused('[{"a": 1, "b": 2, "c": 3}]', columns=2) == "file_too_many_columns"


def test_the_form_is_told_by_the_content_unless_the_name_says_text() -> None:
    (table,) = read_tables(b'[{"Nom": "A"}]', name="export")
    assert table.columns == ("Nom",)
    (table,) = read_tables(b"[x];y\n1;2\n", name="liste.csv")
    assert table.columns == ("[x]", "y")
