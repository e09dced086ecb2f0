"""Two dates of a store: what counts as created, and what is merely seen."""

from __future__ import annotations

from typing import Any

import pytest
from small_graphs import graph, tie

from maillage.graph.dates import DateSpan
from maillage.graph.errors import InvalidInput
from maillage.graph.readouts.comparison import check_order, tie_lives, yearly
from maillage.graph.views import Lens

FIRST, LAST = DateSpan.parse("2012"), DateSpan.parse("2014")
NOTHING = dict.fromkeys(
    (
        "created", "kept", "ended", "kept_undated", "kept_seen_since", "kept_perhaps_new",
        "kept_perhaps_over",
    ),
    0,
)  # fmt: skip


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        # Begun after the first date, before it, and some day that may be after it.
        ({"start": "2013-05"}, {"created": 1}),
        ({"start": "2011"}, {"kept": 1}),
        ({"start": "2012/2013"}, {"kept": 1, "kept_perhaps_new": 1}),
        # Over between both, after both, and some day that may be before the second.
        ({"start": "2010", "end": "2013"}, {"ended": 1}),
        ({"start": "2010", "end": "2020"}, {"kept": 1}),
        ({"start": "2010", "end": "2013/2015"}, {"kept": 1, "kept_perhaps_over": 1}),
        # Seen only: an observation is not a start.
        ({"seen": "2013"}, {"kept": 1, "kept_undated": 1, "kept_seen_since": 1}),
        ({"seen": "2011"}, {"kept": 1, "kept_undated": 1}),
        ({"start": "2010", "seen": "2013"}, {"kept": 1}),
        # Neither then nor now.
        ({"start": "2000", "end": "2001"}, {}),
        ({"start": "2030"}, {}),
        ({"status": "planned"}, {}),
    ],
)
def test_one_tie(dates: dict[str, Any], expected: dict[str, int]) -> None:
    made = graph("a b", [tie("a-b", **dates)])
    assert tie_lives(made, Lens(view="direct"), FIRST, LAST) == {**NOTHING, **expected}


def test_only_what_the_view_keeps() -> None:
    ties = [tie("a-b", start="2013"), tie("a-g:membership", start="2013"), tie("a-c")]
    made = graph("a b ~c g=place", ties)
    assert tie_lives(made, Lens(view="direct"), FIRST, LAST) == {**NOTHING, "created": 1}


def test_each_year_between() -> None:
    texts = [date.text for date in yearly(DateSpan.parse("2010-06"), DateSpan.parse("2013-01"))]
    assert texts == ["2010-06", "2011", "2012", "2013-01"]
    assert [date.text for date in yearly(FIRST, DateSpan.parse("2013"))] == ["2012", "2013"]
    with pytest.raises(InvalidInput) as refused:
        yearly(DateSpan.parse("1000"), LAST)
    assert "200" in refused.value.text("fr")


def test_a_date_is_not_compared_with_itself() -> None:
    with pytest.raises(InvalidInput) as refused:
        check_order(FIRST, DateSpan.parse("2012"))
    assert refused.value.code == "same_date_twice"
    check_order(FIRST, DateSpan.parse("2012-06"))
