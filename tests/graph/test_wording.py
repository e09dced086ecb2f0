"""Sentences put together: counts, lists, numbers and dates, in both languages."""

from __future__ import annotations

import pytest

from maillage.graph.numerals import number
from maillage.graph.vocabulary import Label
from maillage.graph.wording import count, decimal, fill, french_spaces, listed, percent, same, when

TIES = ("{n} lien", "{n} liens", "{n} tie", "{n} ties")


@pytest.mark.parametrize(
    ("n", "french", "english"),
    [
        (0, "0 lien", "0 ties"),
        (1, "1 lien", "1 tie"),
        (2, "2 liens", "2 ties"),
        (12400, "12\u202f400 liens", "12,400 ties"),
    ],
)
def test_one_and_many(n: int, french: str, english: str) -> None:
    assert count(TIES, n) == Label(french, english)


def test_what_is_filled_in_is_said_in_each_language() -> None:
    said = fill(("{who} : {share}", "{who}: {share}"), who=same("{n} %s"), share=percent(0.513, 1))
    assert said == Label("{n} %s\u202f: 51,3\u202f%", "{n} %s: 51.3%")


def test_a_list_ends_with_and() -> None:
    assert listed([]) == same("")
    assert listed([same("a")]) == same("a")
    assert listed([same("a"), same("b"), same("c")]) == Label("a, b et c", "a, b and c")


def test_numbers_keep_their_digits_and_a_true_minus() -> None:
    assert decimal(-1234.5, 2) == Label("−1\u202f234,50", "−1,234.50")


@pytest.mark.parametrize(
    ("value", "french"),
    [
        (11556.4, "11\u202f556"),
        (9999.6, "10\u202f000"),
        (-123456789.0, "−123\u202f456\u202f789"),
        (4.5136538e-05, "0,00004514"),
        (-9.027e-05, "−0,00009027"),
        (0.25, "0,25"),
        (0.0, "0"),
        (1.25e-12, "1,25e−12"),
    ],
)
def test_people_read_no_powers_of_ten(value: float, french: str) -> None:
    assert number(value, "fr") == french


def test_dates_as_people_read_them() -> None:
    assert when("2014-01-01") == Label("1er janvier 2014", "1 January 2014")
    assert when("2013-03/2014") == Label("mars 2013 – 2014", "March 2013 – 2014")
    assert when("../2014") == Label("… – 2014", "… – 2014")


def test_spaces_of_french_typography() -> None:
    assert french_spaces("« Oui » : 3 % ; non !") == (
        "«\u202fOui\u202f»\u202f: 3\u202f%\u202f; non\u202f!"
    )
