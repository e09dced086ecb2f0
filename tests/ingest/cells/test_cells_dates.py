"""Dates and years as French spreadsheets have them, each understood or answered by a code."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from maillage.graph.dates import FIRST_YEAR, DateSpan
from maillage.graph.wording import when
from maillage.ingest.cells import Parsed, parse_date, parse_year
from maillage.ingest.problems import Problem

NBSP = "\u00a0"


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("2012", "2012"),
        ("2012.0", "2012"),
        ("2012-03", "2012-03"),
        ("2012-03-05", "2012-03-05"),
        ("05/03/2012", "2012-03-05"),
        ("5/3/2012", "2012-03-05"),
        ("5.3.2012", "2012-03-05"),
        ("05-03-2012", "2012-03-05"),
        ("2012/03/05", "2012-03-05"),
        ("20120305", "2012-03-05"),
        ("03/2012", "2012-03"),
        ("mars 2013", "2013-03"),
        ("Août 2013", "2013-08"),
        ("févr. 2013", "2013-02"),
        ("1er mars 2013", "2013-03-01"),
        ("lundi 25 juin 2012", "2012-06-25"),
        ("19 septembre 2014", "2014-09-19"),
        ("September 19, 2014", "2014-09-19"),
        ("19 Sept 2014", "2014-09-19"),
        ("depuis 2012", "2012"),
        ("le 05/03/2012", "2012-03-05"),
        ("fin 2012", "2012"),
        ("2012-03-05T10:00:00Z", "2012-03-05"),
        ("05/03/2012 00:00:00", "2012-03-05"),
        (f"5{NBSP}mars{NBSP}2012", "2012-03-05"),
        ("29/02/2012", "2012-02-29"),
        ("2012/2014", "2012/2014"),
        ("2012-05/2012", "2012-05/2012"),
        ("1er trimestre 2013", "2013-01/2013-03"),
        ("T4 2013", "2013-10/2013-12"),
        ("2e semestre 2013", "2013-07/2013-12"),
    ],
)
def test_dates(cell: str, value: str) -> None:
    assert parse_date(cell) == Parsed(value)
    assert DateSpan.parse(value)


@pytest.mark.parametrize(
    ("cell", "value"),
    [("2010?", "2010"), ("2010 (?)", "2010"), ("vers 2010", "2010"), ("env. mars 2010", "2010-03")],
)
def test_a_date_given_with_a_doubt_is_read_and_said(cell: str, value: str) -> None:
    assert parse_date(cell)[:2] == (value, "date_doubtful")


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("00/00/0000", "date_zero"),
        ("0000-00-00", "date_zero"),
        ("00/03/2012", "date_zero"),
        ("0", "date_zero"),
        ("0024", "date_year_impossible"),
        ("01/02/0024", "date_year_impossible"),
        ("0024-02-01", "date_year_impossible"),
        ("31/12/9999", "date_year_impossible"),
        ("31/02/2012", "date_impossible"),
        ("29/02/2013", "date_impossible"),
        ("13/2012", "date_impossible"),
        ("2014/2012", "date_impossible"),
        ("03/25/2012", "date_month_first"),
        ("2019-2021", "date_is_period"),
        ("de mars 2019 à 2021", "date_is_period"),
        ("du 01/02/2019 au 31/12/2021", "date_is_period"),
        ("mars 2019 – juin 2020", "date_is_period"),
        ("Convention 2019-2021", "not_a_date"),
        ("13-mars", "not_a_date"),
        ("3e semestre 2013", "not_a_date"),
        ("à ce jour", "missing_mark"),
        ("12", "not_a_date"),
        ("hier", "not_a_date"),
        ("x" * 5000, "not_a_date"),
        ("NC", "missing_mark"),
    ],
)
def test_dates_that_are_none(cell: str, code: str) -> None:
    assert parse_date(cell)[:2] == (None, code)


def test_what_is_advised_of_a_period_names_no_column_that_a_list_may_lack() -> None:
    found = Problem.of("date_is_period", column="Constaté le", value="2019-2021")
    assert "le début et la fin" in found.hint("fr")
    assert "«" not in found.hint("fr")
    assert "“" not in found.hint("en")


@pytest.mark.parametrize(
    ("cell", "code", "value"),
    [
        ("05/03/12", "date_two_digit_year", "2012-03-05"),
        ("05/03/49", "date_two_digit_year", "2049-03-05"),
        ("05/03/50", "date_two_digit_year", "1950-03-05"),
        ("mars-13", "date_two_digit_year", "2013-03"),
        ("41000", "date_from_serial", "2012-04-01"),
        ("41000,5", "date_from_serial", "2012-04-01"),
    ],
)
def test_dates_understood_and_said(cell: str, code: str, value: str) -> None:
    assert parse_date(cell) == Parsed(value, code, (("read", when(value)),))


def test_years() -> None:
    assert parse_year("19/09/2014") == Parsed(2014)
    assert parse_year("0024").code == "date_year_impossible"


@settings(deadline=None)
@given(st.dates(min_value=date(FIRST_YEAR, 1, 1), max_value=date(2100, 12, 31)))
def test_every_day_reads_the_same_in_french_and_iso(day: date) -> None:
    assert parse_date(day.isoformat()).value == day.isoformat()
    assert parse_date(f"{day:%d/%m/%Y}").value == day.isoformat()
