"""The day at which a list was seen: one that has come."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from maillage.graph.errors import InvalidInput
from maillage.ingest.loading.options import Options


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("2999", "list_date_to_come"),
        ("05/03/2999", "list_date_to_come"),
        ("0024", "year_too_early"),
    ],
)
def test_a_day_on_which_nobody_saw_a_list_is_refused(said: str, code: str) -> None:
    with pytest.raises(InvalidInput) as wrong:
        Options(date=said)
    assert wrong.value.code == code


def test_the_day_is_said_as_it_is_read_and_what_to_write_instead() -> None:
    with pytest.raises(InvalidInput) as wrong:
        Options(date="05/03/2999")
    assert "«\u202f5 mars 2999\u202f» n’est pas encore venu" in wrong.value.text("fr")
    assert "2014-09-19" in wrong.value.text("fr") and "say no date" in wrong.value.text("en")


def test_a_year_under_way_and_the_day_of_those_who_are_ahead_of_us_are_taken() -> None:
    today = datetime.now(UTC).date()
    for said in (str(today.year), str(today + timedelta(days=1)), f"2012/{today.year + 1}"):
        assert Options(date=said).date == said
