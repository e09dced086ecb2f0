"""The cells of a workbook as text: what a person would type to mean the same."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

CellValue = int | float | str | bool | time | date | datetime | timedelta

# Excel keeps fifteen digits: beyond, what it shows is not what was typed.
_EXACT = 1e15


def cell_text(value: CellValue, *, percent: bool = False) -> str:
    """Whole numbers without `.0`, dates as ISO, percentages with their sign.

    >>> cell_text(732829320.0), cell_text(0.51, percent=True), cell_text(7.3e16)
    ('732829320', '51%', '7.3E+16')
    """
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return f"{_number(value * 100)}%" if percent else _number(value)
    if isinstance(value, datetime):
        midnight = value.time() == time.min
        return value.date().isoformat() if midnight else value.isoformat(sep=" ")
    return value.isoformat() if isinstance(value, (date, time)) else _hours(value)


def _number(value: float) -> str:
    if abs(value) < _EXACT and value == int(value):
        return str(int(value))
    return f"{value:.15G}"


def _hours(value: timedelta) -> str:
    minutes = int(value.total_seconds() // 60)
    return f"{minutes // 60}:{minutes % 60:02d}"
