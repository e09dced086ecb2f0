"""Numbers, counts, percentages and money as they are typed: understood, or answered by a code."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from maillage.ingest.cells import (
    Parsed,
    parse_integer,
    parse_money,
    parse_number,
    parse_percent,
)

NBSP, NARROW = "\u00a0", "\u202f"


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


@settings(deadline=None)
@given(st.decimals(min_value=0, max_value=10**12, places=2))
def test_every_amount_reads_the_same_with_spaces_and_comma(amount: Decimal) -> None:
    french = f"{amount:,.2f}".replace(",", NARROW).replace(".", ",")
    assert parse_number(french).value == amount
    assert parse_money(f"{french}{NARROW}€").value == amount
