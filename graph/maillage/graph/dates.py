"""Dates as people give them: a year is the whole year, a month the whole month."""

from __future__ import annotations

import calendar
import re
from datetime import date

from pydantic.dataclasses import dataclass

from maillage.graph.errors import InvalidDate

# What is said to be of before is a slip of the hand: 0024, 1203.
FIRST_YEAR = 1500

_PARTIAL = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
# As people in France write a day; it is read so wherever a date is asked for.
_FRENCH = re.compile(r"(?:(\d{1,2})/)?(\d{1,2})/(\d{4})", re.ASCII)
# A side of which nothing is known, as the Extended Date/Time Format writes it (ISO 8601-2).
_OPEN = ".."


@dataclass(frozen=True, slots=True, order=True)
class DateSpan:
    """Some day between `earliest` and `latest`, both included."""

    earliest: date
    latest: date

    @classmethod
    def parse(cls, text: str) -> DateSpan:
        """`2012`, `2012-03`, `2012-03-05`, or two of them joined by `/`, `..` for either; and a
        day or a month as `05/03/2012`, `03/2012`.

        >>> DateSpan.parse("2012-02").latest
        datetime.date(2012, 2, 29)
        >>> DateSpan.parse("2012/2014-05").latest
        datetime.date(2014, 5, 31)
        """
        if french := _FRENCH.fullmatch(text.strip()):
            *day, month, year = filter(None, french.groups())
            try:
                return cls.parse("-".join((year, *(f"{n:0>2}" for n in (month, *day)))))
            except InvalidDate:
                raise InvalidDate("invalid_date", text=text) from None
        first, separator, last = text.strip().partition("/")
        earliest = date.min if separator and first == _OPEN else _bounds(first, text)[0]
        latest = date.max if separator and last == _OPEN else _bounds(last or first, text)[1]
        if (separator and not last) or latest < earliest:
            raise InvalidDate("invalid_date", text=text)
        return cls(earliest, latest)

    @property
    def text(self) -> str:
        """The shortest text that `parse` reads back.

        >>> DateSpan.parse("2012-01-01/2012-12-31").text
        '2012'
        """
        for length in _LENGTHS:
            candidate = self.earliest.isoformat()[:length]
            if _bounds(candidate, candidate) == (self.earliest, self.latest):
                return candidate
        return f"{_side(self.earliest, 0)}/{_side(self.latest, 1)}"

    def meets(self, other: DateSpan) -> bool:
        """Whether the two overlap or touch (no whole day between them)."""
        return (
            self.earliest.toordinal() <= other.latest.toordinal() + 1
            and other.earliest.toordinal() <= self.latest.toordinal() + 1
        )


_LENGTHS = (4, 7, 10)


def _bounds(partial: str, text: str) -> tuple[date, date]:
    """The first and the last day of a year, a month or a day."""
    match = _PARTIAL.fullmatch(partial.strip())
    if not match:
        raise InvalidDate("invalid_date", text=text)
    year, month, day = match.groups()
    try:
        first = date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        raise InvalidDate("invalid_date", text=text) from None
    if day:
        return first, first
    last_month = int(month or 12)
    return first, date(first.year, last_month, calendar.monthrange(first.year, last_month)[1])


def _side(day: date, side: int) -> str:
    """One side of an interval, as short as it can be."""
    if day == (date.min, date.max)[side]:
        return _OPEN
    whole = day.isoformat()
    return next(whole[:n] for n in _LENGTHS if _bounds(whole[:n], whole)[side] == day)
