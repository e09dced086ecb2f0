"""What every parser of cells answers, whatever the text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from maillage.ingest.cells import (
    Parsed,
    parse_date,
    parse_flag,
    parse_integer,
    parse_list,
    parse_money,
    parse_name,
    parse_note,
    parse_number,
    parse_percent,
    parse_year,
)
from maillage.ingest.problems import CATALOGUE

PARSERS = (
    parse_name, parse_note, parse_flag, parse_list, parse_number, parse_integer, parse_percent,
    parse_money, parse_date, parse_year,
)  # fmt: skip


def test_a_finding_is_placed() -> None:
    problem = parse_date("00/00/0000").problem(sheet="F", row=7, column="Depuis", cell="00/00/0000")
    assert problem is not None
    assert (problem.code, problem.row, problem.level) == ("date_zero", 7, "refused")
    assert parse_date("2012").problem(sheet="F", row=7, column="Depuis", cell="2012") is None


@pytest.mark.parametrize("parser", PARSERS)
@settings(deadline=None)
@given(text=st.one_of(st.text(), st.text("0123456789.,-/ eE%€kM()")))
def test_no_text_breaks_a_parser(parser: object, text: str) -> None:
    assert callable(parser)
    found = parser(text)
    assert not found.code or found.code in CATALOGUE
    if not text.strip():
        assert found == Parsed()
    problem = found.problem(sheet="", row=1, column="c", cell=text)
    assert (problem is None) == (not found.code)
    if problem:
        assert problem.message("fr")
        assert problem.message("en")
    if isinstance(found.value, str):
        found.value.encode("utf-8")


@pytest.mark.parametrize("parser", PARSERS)
@pytest.mark.parametrize("unit", ["0", " ", "1 ", "(", "1,", "\n", "e1", "é", "-", "|"])
def test_long_cells_take_no_time(parser: object, unit: str) -> None:
    """A pattern that backtracks would never end here."""
    assert callable(parser)
    parser(unit * 100_000)
    parser("1" + unit * 100_000 + "1")
