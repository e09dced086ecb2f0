"""Dates as people give them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maillage.graph.dates import DateSpan
from maillage.graph.errors import InvalidDate

days = st.dates()
spans = st.tuples(days, days).map(lambda pair: DateSpan(min(pair), max(pair)))


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2012", date(2012, 1, 1), date(2012, 12, 31)),
        ("2012-02", date(2012, 2, 1), date(2012, 2, 29)),
        ("2013-02", date(2013, 2, 1), date(2013, 2, 28)),
        (" 2012-03-05 ", date(2012, 3, 5), date(2012, 3, 5)),
        ("2012/2014-05", date(2012, 1, 1), date(2014, 5, 31)),
        ("2012-06-26 / 2014", date(2012, 6, 26), date(2014, 12, 31)),
        ("../2014", date.min, date(2014, 12, 31)),
        ("2012-03/..", date(2012, 3, 1), date.max),
        ("9999", date(9999, 1, 1), date.max),
        ("05/03/2012", date(2012, 3, 5), date(2012, 3, 5)),
        ("2/2012", date(2012, 2, 1), date(2012, 2, 29)),
    ],
)
def test_a_partial_date_is_all_of_its_days(text: str, earliest: date, latest: date) -> None:
    assert DateSpan.parse(text) == DateSpan(earliest, latest)


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "/", "12", "20123", "2012-", "2012-3", "2012-13", "2012-00", "2012-02-30",
        "2012-03-00", "0000", "2014/2012", "2012/", "/2012", "..", "2012-03-05T10:00", "mars 2012",
        "٢٠١٢", "2012-W03", "32/13/2013", "13/2013", "2012//2013", "2012\x00",
    ],
)  # fmt: skip
def test_what_is_no_date_is_refused_with_the_text(text: str) -> None:
    with pytest.raises(InvalidDate) as caught:
        DateSpan.parse(text)
    assert caught.value.values["text"] == text


@given(spans)
def test_the_text_of_a_span_reads_back(span: DateSpan) -> None:
    assert DateSpan.parse(span.text) == span


@given(st.integers(1, 9999), st.integers(1, 12))
def test_the_text_is_the_shortest(year: int, month: int) -> None:
    assert DateSpan.parse(f"{year:04}").text == f"{year:04}"
    assert DateSpan.parse(f"{year:04}-{month:02}").text == f"{year:04}-{month:02}"
    assert DateSpan.parse("2012-01-01/2014-12-31").text == "2012/2014"
    assert DateSpan(date.min, date(2014, 3, 1)).text == "../2014-03-01"


@given(spans, spans)
def test_meeting_is_having_no_whole_day_between(one: DateSpan, other: DateSpan) -> None:
    first, second = sorted([one, other])
    between = (second.earliest - first.latest) - timedelta(days=1)
    assert one.meets(other) == other.meets(one) == (between < timedelta(days=1))


def test_years_that_follow_one_another_touch() -> None:
    assert DateSpan.parse("2012").meets(DateSpan.parse("2013"))
    assert not DateSpan.parse("2012").meets(DateSpan.parse("2013-01-02"))
    assert not DateSpan.parse("2012").meets(DateSpan.parse("2014"))


def test_a_day_as_people_in_france_write_it() -> None:
    assert DateSpan.parse("05/03/2012") == DateSpan.parse("2012-03-05")
    assert DateSpan.parse(" 5/3/2012 ") == DateSpan.parse("2012-03-05")
    for text in ("31/02/2012", "05/13/2012", "05/03/12", "0/3/2012"):
        with pytest.raises(InvalidDate):
            DateSpan.parse(text)
