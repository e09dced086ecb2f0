"""What is published of each list: schemas that others accept, templates that load as they are."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from frictionless import Report, Resource, Schema
from loading import Desk, fates
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from python_calamine import CalamineWorkbook

from maillage.graph.errors import UnknownName, UnreadableFile
from maillage.graph.languages import LANGUAGES, Language
from maillage.ingest.columns.assigning import match_columns
from maillage.ingest.lists.form import menu_words
from maillage.ingest.lists.readers import reader_of
from maillage.ingest.lists.registry import LISTS, list_spec
from maillage.ingest.lists.rows import ListSpec
from maillage.ingest.lists.templates import csv_template, table_schema, xlsx_template
from maillage.ingest.loading.report import Report as Loaded

SCHEMAS = Path(__file__).parents[3] / "docs" / "schemas"
EACH = pytest.mark.parametrize("spec", LISTS.values(), ids=LISTS)
BOTH = pytest.mark.parametrize("language", LANGUAGES)
# What a list that speaks of a known network needs to be there.
KNOWN = {
    "actors": "id;Nom\nval-horizon;Val Horizon\n",
    "poles": "id;Nom du pôle;Structures porteuses\nptce-dombinnov;Domb’Innov;val-horizon\n",
}
OF_KNOWN = {"answers", "codings", "judgements"}


@EACH
def test_a_list_is_known_by_its_words_in_the_documentation(spec: ListSpec) -> None:
    for words in (spec.name, spec.label.fr, spec.label.en.upper(), spec.label.fr.removesuffix("s")):
        assert list_spec(words) is spec


def test_a_list_is_known_by_what_people_call_it() -> None:
    for words, name in (("Employeurs", "employers"), ("conventions", "partnerships")):
        assert list_spec(words).name == name


def test_a_list_that_nobody_knows_is_answered_in_the_language_asked() -> None:
    with pytest.raises(UnknownName) as fault:
        list_spec("amis")
    assert "membres (members), groupements d’employeurs" in fault.value.text("fr")
    assert "membres" not in fault.value.text("en") and "members" in fault.value.text("en")


@EACH
def test_the_published_schema_is_a_table_schema(spec: ListSpec) -> None:
    text = (SCHEMAS / f"{spec.name}.json").read_text("utf-8")
    schema = Schema.from_descriptor(json.loads(text))
    assert schema.field_names == list(spec.row.cells())
    assert {field.name for field in schema.fields if field.required} == {
        name for name, cell in spec.row.cells().items() if cell.required
    }
    assert json.loads(text) == table_schema(spec)


@EACH
@BOTH
def test_the_csv_template_fits_the_schema(spec: ListSpec, language: Language) -> None:
    headings = _headings(spec, language)
    fields = match_columns(headings, spec.name).mapped
    names = [fields[heading] for heading in headings]
    assert names == list(spec.row.cells())
    report = _validated(spec, names, _example(spec))
    assert report.valid, report.flatten(["rowNumber", "fieldName", "type", "message"])


@EACH
def test_a_line_without_what_is_required_does_not_fit_the_schema(spec: ListSpec) -> None:
    names = list(spec.row.cells())
    for name, cell in spec.row.cells().items():
        if cell.required:
            row = _example(spec)
            row[names.index(name)] = ""
            assert not _validated(spec, names, row).valid


@EACH
@BOTH
def test_the_csv_template_filled_with_its_example_loads(
    spec: ListSpec, language: Language, desk: Desk
) -> None:
    out = io.StringIO(csv_template(spec, language))
    out.seek(0, io.SEEK_END)
    csv.writer(out, delimiter=";" if language == "fr" else ",").writerow(_example(spec))
    _prepare(desk, spec)
    report = desk.bring(out.getvalue(), spec.name, name=f"{spec.name}.csv")
    _loaded_whole(report)


@EACH
@BOTH
def test_the_xlsx_template_filled_with_its_example_loads(
    spec: ListSpec, language: Language, desk: Desk
) -> None:
    book = load_workbook(io.BytesIO(xlsx_template(spec, language)))
    for column, text in enumerate(_example(spec), start=1):
        book.worksheets[0].cell(2, column, text or None)
    content = io.BytesIO()
    book.save(content)
    before = _prepare(desk, spec)
    report = desk.bring(content.getvalue(), spec.name, name=f"{spec.name}.xlsx")
    _loaded_whole(report)
    assert len(list(desk.store.records())) == before + 1


@EACH
def test_an_empty_template_says_that_it_is_empty(spec: ListSpec, desk: Desk) -> None:
    for content in (csv_template(spec).encode(), xlsx_template(spec)):
        with pytest.raises(UnreadableFile) as fault:
            desk.bring(content, spec.name, name="modèle")
        assert fault.value.code == "file_header_only"


@EACH
@BOTH
def test_the_xlsx_template_explains_its_columns_and_offers_words(
    spec: ListSpec, language: Language
) -> None:
    content = xlsx_template(spec, language)
    first, menus = load_workbook(io.BytesIO(content)).worksheets
    cells = list(spec.row.cells().values())
    assert [cell.value for cell in first[1]] == [cell.label.text(language) for cell in cells]
    assert menus.sheet_state == "veryHidden"
    for column, cell in enumerate(cells, start=1):
        heading = first.cell(1, column)
        if cell.required or cell.choices or cell.help.text(language):
            assert heading.comment is not None and heading.comment.text.strip()
        assert _offered(first, menus, column) == (
            menu_words(cell, language) if cell.choices else []
        )


@EACH
def test_the_reader_of_lists_opens_the_template_too(spec: ListSpec) -> None:
    book = CalamineWorkbook.from_filelike(io.BytesIO(xlsx_template(spec)))
    rows = book.get_sheet_by_name(book.sheet_names[0]).to_python()
    assert len(rows) == 1 and len(rows[0]) == len(spec.row.cells())


@EACH
@BOTH
def test_each_word_that_is_offered_is_understood(spec: ListSpec, language: Language) -> None:
    for cell in spec.row.cells().values():
        words = menu_words(cell, language)
        assert [reader_of(cell)(word).value for word in words] == list(cell.choices or {})


def _prepare(desk: Desk, spec: ListSpec) -> int:
    """How many records there are before the list is brought."""
    if spec.name in OF_KNOWN:
        for as_list, text in KNOWN.items():
            desk.bring(text, as_list, name=f"{as_list}.csv")
    return len(list(desk.store.records()))


def _headings(spec: ListSpec, language: Language) -> list[str]:
    text = csv_template(spec, language).removeprefix("\ufeff")
    (headings,) = csv.reader(io.StringIO(text), delimiter=";" if language == "fr" else ",")
    return headings


def _example(spec: ListSpec) -> list[str]:
    """The line that the examples of all columns make."""
    return [cell.example for cell in spec.row.cells().values()]


def _validated(spec: ListSpec, names: list[str], row: list[str]) -> Report:
    return Resource([names, row], schema=Schema.from_descriptor(table_schema(spec))).validate()


def _loaded_whole(report: Loaded) -> None:
    assert fates(report) in ({"accepted": 1}, {"changed": 1})
    assert not report.found_wrong
    assert not report.problems.count("column_unknown")
    assert not report.problems.count_level("waiting")


def _offered(sheet: Worksheet, menus: Worksheet, column: int) -> list[str]:
    """The words of the drop-down below a heading."""
    for menu in sheet.data_validations.dataValidation:
        if next(iter(menu.sqref.ranges)).min_col == column:
            _, _, where = str(menu.formula1).partition("!")
            return [str(row[0].value) for row in menus[where.replace("$", "")]]
    return []
