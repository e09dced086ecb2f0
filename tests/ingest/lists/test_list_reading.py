"""What the readers of cells make is of the type of its field: rows are not validated again."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import TypeAdapter

from maillage.graph.bulk import unchecked
from maillage.graph.model import Record
from maillage.ingest.cells import Parsed
from maillage.ingest.lists.members import MemberRow
from maillage.ingest.lists.readers import reader_of
from maillage.ingest.lists.registry import LISTS
from maillage.ingest.lists.rows import ListSpec

TEXTS = (
    "12", "12,5", "1 234", "45 %", "1,5 M€", "2012", "mars 2013", "05/03/2012", "oui", "non", "x",
    "Le Fournil / Val Ferme", "Val Horizon", "GEIQ; insertion", "21 et 58", "Landes", "62.01Z",
    "732829320", "73282932000074", "W751234567", "5499", "7501", "5/6", "NC", "12 x",
)  # fmt: skip


NAME = reader_of(MemberRow.cells()["member"])


@pytest.mark.parametrize("spec", LISTS.values(), ids=LISTS)
def test_each_value_is_of_the_type_of_its_field(spec: ListSpec) -> None:
    for name, cell in spec.row.cells().items():
        held: TypeAdapter[object] = TypeAdapter(spec.row.model_fields[name].annotation or object)
        words = (word for words in (cell.choices or {}).values() for word in words)
        said = (*TEXTS, cell.example, *words)
        values = [found for text in said if (found := reader_of(cell)(text).value) is not None]
        assert values, name
        for value in values:
            held.validate_python(value, strict=True)


@pytest.mark.parametrize("spec", LISTS.values(), ids=LISTS)
def test_a_row_that_was_read_is_the_row_that_would_be_validated(spec: ListSpec) -> None:
    read = {name: reader_of(cell)(cell.example).value for name, cell in spec.row.cells().items()}
    said = {name: value for name, value in read.items() if value is not None}
    assert spec.row.of_read(spec.row.blank() | said) == spec.row.model_validate(said)
    # Without any of these a line is refused before there is a row.
    required = {name for name, field in spec.row.model_fields.items() if field.is_required()}
    assert required <= {names[0] for names in spec.row.needed() if len(names) == 1}


def test_a_thing_made_without_being_checked_is_like_any_other() -> None:
    made = unchecked(Record)
    usual: dict[str, Any] = {"id": "i:0:1", "import_id": "i", "line": 1}
    one, other = made(id="i:0:1", import_id="i", line=1), made(id="i:0:2", import_id="i", line=2)
    assert one == Record(**usual)
    assert one.cells is not other.cells
    with pytest.raises(AttributeError):
        one.line = 3  # type: ignore[misc]  # it is frozen
    with pytest.raises(TypeError):
        made(id="i:0:1")  # type: ignore[call-arg]  # too little is told


@pytest.mark.parametrize("spec", LISTS.values(), ids=LISTS)
@pytest.mark.parametrize("text", ["idem", "Idem.", "id.", "id", "″", '"', "«", "''", "- idem -"])
def test_what_stands_for_the_line_above_is_no_value_in_any_column(
    spec: ListSpec, text: str
) -> None:
    found = {reader_of(cell)(text) for cell in spec.row.cells().values()}
    assert found == {Parsed(None, "ditto")}


@pytest.mark.parametrize("text", ["N/A", "n/a", "néant", "Sans objet", "-", "?", "//", "N/C"])
def test_words_that_say_nothing_name_nobody(text: str) -> None:
    assert NAME(text) == Parsed(None, "missing_mark")


@pytest.mark.parametrize("text", ["ID", "NC", "N. C.", "Idem Lyon", "L'Idem", "Ø", "Néant d’Art"])
def test_initials_and_longer_names_are_names(text: str) -> None:
    assert NAME(text) == Parsed(text)
