"""Whatever a cell of a list holds, what is found of it can be said in both languages."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from maillage.ingest.lists.actors import ActorRow
from maillage.ingest.lists.readers import READERS, reader_of

TRICKY = (
    "8,19304E+08", "732829321", "732 829 320", "73282932", "732829320.0", "73282932000074",
    "7328293200007", "00732829320", "FR83732829320", "W12", "w751234567", "62.01Z", "1", "01",
    "971", "99", "7501", "75001.0", "1000", "-", "NC", "9", "12,5", "1,234", "1e3", "0,5", "5100",
    "$3", "00/00/0000", "0024", "03/25/2012", "05/03/12", "41000", "oui ou non", "a;b", "x" * 600,
    "a\u202eb", "AssociÃ©",
)  # fmt: skip


def _say(name: str, text: str) -> None:
    found = READERS[name](text)
    problem = found.problem(sheet="F", row=7, column="Colonne", cell=text)
    for told in (problem, problem.at_level("warning")) if problem else ():
        assert told.message("fr") and told.message("en")
        assert told.hint("fr") is not None and told.hint("en") is not None


@pytest.mark.parametrize("name", READERS)
@pytest.mark.parametrize("text", TRICKY)
def test_tricky_cells(name: str, text: str) -> None:
    _say(name, text)


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("#REF!", "formula_error"), ("#NOM?", "formula_error"), ("#DIV/0!", "formula_error"),
        ('=LIEN_HYPERTEXTE("http://x";"y")', "formula_not_computed"),
        ("=B2+C2", "formula_not_computed"), ("=1+2", "formula_not_computed"),
        ("#Ensemble", ""), ("=Égalité=", ""), ("N°1", ""),
    ],
)  # fmt: skip
def test_what_a_spreadsheet_left_in_a_csv_is_no_name(cell: str, code: str) -> None:
    found = reader_of(ActorRow.cells()["name"])(cell)
    assert (found.code, found.value is None) == (code, bool(code))


@pytest.mark.parametrize("name", READERS)
@settings(deadline=None)
@given(text=st.text(max_size=30))
def test_any_cell(name: str, text: str) -> None:
    _say(name, text)
