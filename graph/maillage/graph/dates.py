"""Dates as people give them: a year is the whole year, a month the whole month."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

from pydantic.dataclasses import dataclass

from maillage.graph.errors import InvalidDate

_PARTIAL = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@dataclass(frozen=True, slots=True, order=True)
class DateSpan:
    """Some day between `earliest` and `latest`, both included."""

    earliest: date
    latest: date

    @classmethod
    def parse(cls, text: str) -> DateSpan:
        """`2012`, `2012-03`, `2012-03-05`, or two of them joined by `/`.

        >>> DateSpan.parse("2012-02").latest
        datetime.date(2012, 2, 29)
        """
        first, separator, last = text.strip().partition("/")
        if separator:
            return cls(cls.parse(first).earliest, cls.parse(last).latest)
        match = _PARTIAL.fullmatch(first)
        if not match:
            raise InvalidDate("invalid_date", text=text)
        year, month, day = match.groups()
        try:
            earliest = date(int(year), int(month or 1), int(day or 1))
        except ValueError:
            raise InvalidDate("invalid_date", text=text) from None
        if day:
            return cls(earliest, earliest)
        last_month = int(month or 12)
        last_day = calendar.monthrange(int(year), last_month)[1]
        return cls(earliest, date(int(year), last_month, last_day))

    @property
    def text(self) -> str:
        """The shortest ISO text that `parse` reads back."""
        for length in (4, 7, 10):
            candidate = self.earliest.isoformat()[:length]
            if DateSpan.parse(candidate) == self:
                return candidate
        return f"{self.earliest.isoformat()}/{self.latest.isoformat()}"

    def meets(self, other: DateSpan) -> bool:
        """Whether the two overlap or touch (no whole day between them)."""
        one_day = timedelta(days=1)
        return self.earliest <= _plus(other.latest, one_day) and other.earliest <= _plus(
            self.latest, one_day
        )


def _plus(day: date, delta: timedelta) -> date:
    return day if day == date.max else day + delta
