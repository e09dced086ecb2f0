"""Cells as French spreadsheets have them, each either understood or answered by a code."""

from __future__ import annotations

import doctest
from datetime import date
from decimal import Decimal
from types import ModuleType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from maillage.graph import folding
from maillage.graph.dates import FIRST_YEAR, DateSpan
from maillage.graph.wording import when
from maillage.ingest import cells
from maillage.ingest.cells import (
    Parsed,
    parse_choice,
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
from maillage.ingest.cells import dates as cell_dates
from maillage.ingest.cells import numbers as cell_numbers
from maillage.ingest.cells import text as cell_text
from maillage.ingest.problems import CATALOGUE

NBSP, NARROW = "\u00a0", "\u202f"
PARSERS = (
    parse_name, parse_note, parse_flag, parse_list, parse_number, parse_integer, parse_percent,
    parse_money, parse_date, parse_year,
)  # fmt: skip


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("1 234,5", "1234.5"),
        (f"1{NBSP}234,5", "1234.5"),
        (f"1{NARROW}234{NARROW}567", "1234567"),
        ("1.234,50", "1234.50"),
        ("1,234.50", "1234.50"),
        ("1.234.567", "1234567"),
        ("1,234,567", "1234567"),
        ("1'234", "1234"),
        ("12,5", "12.5"),
        ("12.5", "12.5"),
        (",5", "0.5"),
        ("0,125", "0.125"),
        ("−5,5", "-5.5"),
        ("(12)", "-12"),
        ("+3", "3"),
        ("12 ETP", "12"),
        ("007", "7"),
    ],
)
def test_numbers_without_doubt(cell: str, value: str) -> None:
    assert parse_number(cell) == Parsed(Decimal(value))


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("douze", "not_a_number"),
        ("1 2", "not_a_number"),
        ("06 12 34 56 78", "not_a_number"),
        ("1" * 61, "not_a_number"),
        ("12abc", "not_a_number"),
        ("½", "not_a_number"),
        ("9" * 20, "number_too_large"),
        ("1e30", "number_too_large"),
        ("1e999999999", "not_a_number"),
        ("NC", "missing_mark"),
        ("non renseigné", "missing_mark"),
        ("-", "missing_mark"),
        ("?", "missing_mark"),
    ],
)
def test_numbers_that_are_none(cell: str, code: str) -> None:
    assert (parse_number(cell).value, parse_number(cell).code) == (None, code)


@pytest.mark.parametrize(
    ("cell", "code", "value"),
    [
        ("1,234", "number_ambiguous", "1.234"),
        ("1.234", "number_ambiguous", "1.234"),
        ("1,2E+06", "number_rounded", "1200000"),
        ("environ 15", "number_approximate", "15"),
        ("~15", "number_approximate", "15"),
        ("plus de 100", "number_approximate", "100"),
        ("≥ 20 salariés", "number_approximate", "20"),
    ],
)
def test_numbers_understood_and_said(cell: str, code: str, value: str) -> None:
    found = parse_number(cell)
    read = Decimal(value)
    assert (found.value, found.code, dict(found.values)["read"]) == (read, code, read)


def test_three_decimals_of_a_count_or_of_a_euro_are_thousands() -> None:
    assert parse_integer("1.234")[:2] == (1234, "number_ambiguous")
    assert parse_integer("1,234")[:2] == (1234, "number_ambiguous")
    assert parse_money("1.234 €")[:2] == (Decimal(1234), "number_ambiguous")


@pytest.mark.parametrize(
    ("cell", "code"),
    [("1,5", "not_an_integer"), ("-3", "number_negative"), ("dix", "not_a_number")],
)
def test_counts_are_whole_and_positive(cell: str, code: str) -> None:
    assert parse_integer(cell)[:2] == (None, code)
    assert parse_integer(f"1{NBSP}234") == Parsed(1234)


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("45 %", "45"),
        (f"45{NARROW}%", "45"),
        ("51 %", "51"),
        ("51%", "51"),
        ("51,0", "51.0"),
        ("0,51 %", "0.51"),
        ("33,333", "33.333"),
        ("100", "100"),
        ("0", "0"),
        ("5 pour cent", "5"),
    ],
)
def test_percentages(cell: str, value: str) -> None:
    assert parse_percent(cell) == Parsed(Decimal(value))


@pytest.mark.parametrize("cell", ["5100", "100,01", "-1", "1 000 %", "1e4"])
def test_percentages_out_of_range(cell: str) -> None:
    assert parse_percent(cell)[:2] == (None, "percent_out_of_range")


def test_a_fraction_among_percentages_is_said() -> None:
    assert parse_percent("0,51")[:2] == (Decimal("0.51"), "percent_fraction")


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("1.234,50 €", "1234.5"),
        ("€ 1,234.50", "1234.5"),
        (f"1{NARROW}234{NBSP}€", "1234"),
        ("12 k€", "12000"),
        ("12K€", "12000"),
        ("12 kEUR", "12000"),
        ("1,8 M€", "1800000"),
        ("1.234 M€", "1234000"),
        ("9 millions d’euros", "9000000"),
        ("20 000 € HT", "20000"),
        ("2 Md€", "2000000000"),
        ("150000", "150000"),
        ("80,50", "80.5"),
    ],
)
def test_money(cell: str, value: str) -> None:
    assert parse_money(cell) == Parsed(Decimal(value))


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("$12", "currency_unknown"),
        ("500 CHF", "currency_unknown"),
        ("100 000 francs", "currency_unknown"),
        ("-3 €", "number_negative"),
        ("beaucoup", "not_a_number"),
        ("9999999 Md€", "number_too_large"),
        ("NC", "missing_mark"),
    ],
)
def test_money_that_is_none(cell: str, code: str) -> None:
    assert parse_money(cell)[:2] == (None, code)


def test_the_unit_of_the_heading_holds_where_the_cell_has_none() -> None:
    assert parse_money("12", unit="k€").value == 12_000
    assert parse_money("1,5", unit="milliers d’euros").value == 1_500
    assert parse_money("3", unit="M€").value == 3_000_000
    assert parse_money("12", unit="€").value == 12
    assert parse_money("12 €", unit="k€").value == 12
    assert parse_money("2 M€", unit="k€").value == 2_000_000


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


@settings(deadline=None)
@given(st.decimals(min_value=0, max_value=10**12, places=2))
def test_every_amount_reads_the_same_with_spaces_and_comma(amount: Decimal) -> None:
    french = f"{amount:,.2f}".replace(",", NARROW).replace(".", ",")
    assert parse_number(french).value == amount
    assert parse_money(f"{french}{NARROW}€").value == amount


@pytest.mark.parametrize("cell", ["oui", "Oui ", "O", "yes", "X", "VRAI", "true", "1", "✔"])
def test_yes(cell: str) -> None:
    assert parse_flag(cell) == Parsed(value=True)


@pytest.mark.parametrize("cell", ["non", "N", "no", "FAUX", "False", "0", "✗"])
def test_no(cell: str) -> None:
    assert parse_flag(cell) == Parsed(value=False)


def test_neither_yes_nor_no() -> None:
    assert parse_flag("peut-être").code == "not_a_flag"
    assert parse_flag("NC").code == "missing_mark"
    assert parse_flag(f" {NBSP} ") == Parsed()


def test_lists_are_parted_by_bars_semicolons_and_line_breaks() -> None:
    assert parse_list("Alpha | Bêta;Gamma\nAlpha\r\n").value == ("Alpha", "Bêta", "Gamma")
    assert parse_list("Nantes, Rezé").value == ("Nantes, Rezé",)
    assert parse_list(" ; | ") == Parsed()
    assert parse_list("a|" + "x" * 501).code == "name_too_long"


def test_choices_are_found_whatever_their_case_and_accents() -> None:
    choices = {"prevu": "planned", "en cours": "active"}
    assert parse_choice("Prévu", choices) == Parsed("planned")
    assert parse_choice("EN_COURS", choices) == Parsed("active")
    assert parse_choice("", choices) == Parsed()
    refused = parse_choice("demain", choices)
    assert refused.code == "unknown_choice"
    assert dict(refused.values)["known"] == "planned, active"


def test_names_are_cleaned_and_said() -> None:
    assert parse_name("  Le   Labo\nde l’ESS ") == Parsed("Le Labo de l’ESS")
    assert parse_name("e\u0301te") == Parsed("éte")
    assert parse_name("abc\u202edef")[:2] == ("abcdef", "bidi_removed")
    assert parse_name("a\x00b\u200bc")[:2] == ("abc", "text_cleaned")
    assert parse_name("AssociÃ© lâ€™ESS")[:2] == ("Associé l’ESS", "letters_repaired")
    assert parse_name("مؤسسة")[:2] == ("مؤسسة", "")


def test_a_name_too_long_is_refused_and_a_note_is_cut() -> None:
    name = parse_name("x" * 10_000)
    assert name == Parsed(None, "name_too_long", (("length", 10_000), ("limit", 500)))
    note = parse_note("x" * 20_000)
    assert note.code == "text_cut"
    assert len(note.value or "") == 10_000


@pytest.mark.parametrize("cell", ["=1+1", "+33", "-Alpha", "@mairie", "=cmd|' /C calc'!A0"])
def test_a_text_that_looks_like_a_formula_stays_text(cell: str) -> None:
    assert parse_name(cell) == Parsed(cell)


def test_notes_keep_their_lines() -> None:
    assert parse_note("a\r\n\r\nb  c\u2028d").value == "a\nb c\nd"


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


@pytest.mark.parametrize("module", [cells, cell_text, cell_numbers, cell_dates, folding])
def test_the_examples_of_the_documentation_hold(module: ModuleType) -> None:
    failed, tried = doctest.testmod(module)
    assert (failed, tried > 0) == (0, True)
