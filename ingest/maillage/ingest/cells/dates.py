"""Dates as people keep them, answered as ISO text of the precision given.

The day comes before the month, as in France. A two-digit year below 50 is of this century, the
others of the last, and said each time. Years stand between `FIRST_YEAR` and `LAST_YEAR`.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from maillage.graph.dates import FIRST_YEAR
from maillage.graph.folding import fold
from maillage.graph.wording import when
from maillage.ingest.cells.parsed import Parsed, missing_mark

LAST_YEAR = 2100
PIVOT = 50
_LONGEST = 40

_YEAR, _MONTH, _DAY = r"(?P<year>[0-9]{4})", r"(?P<month>[0-9]{1,2})", r"(?P<day>[0-9]{1,2})"
_ISO = re.compile(r"(?P<year>[0-9]{4})(?:-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?)?")
_FIGURES = tuple(
    re.compile(shape)
    for shape in (
        rf"{_YEAR}(?:[-/. ]{_MONTH}(?:[-/. ]{_DAY})?)?",
        r"(?P<year>(?:19|20)[0-9]{2})(?P<month>[0-9]{2})(?P<day>[0-9]{2})",
        rf"{_DAY}[-/. ]{_MONTH}[-/. ](?P<year>[0-9]{{4}}|[0-9]{{2}})",
        rf"{_MONTH}[-/. ]{_YEAR}",
    )
)
_SERIAL = re.compile(r"([1-7][0-9]{4})(?:[.,][0-9]+)?")
_TIME = re.compile(r"(?<=[0-9])(?:T|\s+|\s+à\s+)[0-9]{1,2}\s*[:h].*", re.S)
_IN_WORDS = re.compile(
    r"(?:([0-9]{1,2})(?: ?er| ?st| ?nd| ?rd| ?th)? )?([a-z]+) ([0-9]{4}|[0-9]{2})"
)
_MONTH_FIRST_IN_WORDS = re.compile(r"([a-z]+) ([0-9]{1,2})(?:st|nd|rd|th)? ([0-9]{4})")
_LEADING = re.compile(
    r"(?:depuis|a partir de|a compter du|since|from|des|en|in|le|on|the|du|l|annee|year|courant"
    r"|debut|fin|mi|early|late|mid|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day) "
)
_PART_OF_YEAR = re.compile(
    r"(?:([1-4])(?: ?er| ?e| ?eme| ?nd| ?ndme)? (trimestre|semestre)|([ts])([1-4])) ([0-9]{4})"
)
# « 2010 ? », « vers 2010 ».
_DOUBTED = re.compile(
    r"(.*?[0-9])\s*(?:\(\?\)|\?)|(?:vers|environ|env\.?|circa|ca?\.|about|~|≈)\s*(.*[0-9])", re.I
)
# « 2019-2021 », « de mars 2019 à 2021 ».
_PERIOD = re.compile(
    r"(?:de|du|from)?\b\s*(?P<first>.*?[0-9]{4})\s*"
    r"(?:(?P<sign>[-–—→>]+|/)|\ba\b|\bà\b|\bau\b|\bto\b)\s*(?P<last>.*[0-9]{4})",
    re.I,
)
# An end that has not come.
_OPEN_ENDS = frozenset(
    {
        "a ce jour", "ce jour", "aujourd hui", "en cours", "toujours en cours",
        "tacite reconduction", "reconduction tacite", "indetermine", "indeterminee",
        "duree indeterminee", "ongoing", "to date", "present", "today",
    }
)  # fmt: skip
_SPREADSHEET_DAY_ZERO = date(1899, 12, 30)

_MONTH_WORDS = (
    "janvier janv jan january", "fevrier fevr fev february feb", "mars mar march",
    "avril avr april apr", "mai may", "juin june jun", "juillet juil july jul",
    "aout aou august aug", "septembre sept sep september", "octobre oct october",
    "novembre nov november", "decembre dec december",
)  # fmt: skip
_MONTHS = {word: n for n, words in enumerate(_MONTH_WORDS, start=1) for word in words.split()}


def parse_date(text: str) -> Parsed[str]:
    """`2012`, `2012-03` or `2012-03-05`, from the many ways to say it; an ISO interval stays one.

    >>> [parse_date(cell).value for cell in ("05/03/2012", "mars 2013", "1er mai 2012", "2012")]
    ['2012-03-05', '2013-03', '2012-05-01', '2012']
    >>> parse_date("00/00/0000").code, parse_date("01/02/0024").code
    ('date_zero', 'date_year_impossible')
    """
    match = _ISO.fullmatch(text)
    if match:
        return _checked(**match.groupdict())
    stripped = " ".join(text.split())
    if not stripped:
        return Parsed()
    if len(stripped) > _LONGEST:
        return Parsed(None, "not_a_date")
    if "/" in stripped and stripped.count("/") == 1:
        interval = _interval(stripped)
        if interval:
            return interval
    found = _in_figures(_TIME.sub("", stripped))
    found = found or _in_words(fold(_TIME.sub("", stripped)))
    return found or _in_doubt(stripped)


def _in_doubt(text: str) -> Parsed[str]:
    """A date that is given with a doubt, or none; what else is to be said of it comes first."""
    doubted = _DOUBTED.fullmatch(text)
    if doubted is None:
        open_end = missing_mark(text) or fold(text) in _OPEN_ENDS
        if open_end:
            return Parsed(None, "missing_mark")
        return Parsed(None, "date_is_period" if _is_period(text) else "not_a_date")
    found = parse_date(doubted[1] or doubted[2])
    if found.value is None or found.code:
        return found
    return Parsed(found.value, "date_doubtful", (("read", when(found.value)),))


def _is_period(text: str) -> bool:
    ends = _PERIOD.fullmatch(text)
    return ends is not None and all(parse_date(ends[end]).value for end in ("first", "last"))


def period(text: str) -> tuple[str, str] | None:
    """The start and the end that a period tells. « 2019-2020 » may be one season, in which somebody
    came and did not leave, as « 09/2019-08/2020 » may, and « 2019 / 2021 » a year that is not
    known: they tell none.

    >>> period("2019-2021"), period("du 01/02/2019 au 31/12/2021")
    (('2019', '2021'), ('2019-02-01', '2021-12-31'))
    >>> period("2019-2020"), period("de 2019 à 2020"), period("2021-2019")
    (None, ('2019', '2020'), None)
    >>> period("sept 2019 - août 2020"), period("09/2019-12/2020")
    (None, ('2019-09', '2020-12'))
    """
    ends = _PERIOD.fullmatch(" ".join(text.split()))
    if ends is None:
        return None
    first, last = parse_date(ends["first"]), parse_date(ends["last"])
    if first.value is None or last.value is None or first.code or last.code:
        return None
    shared = min(len(first.value), len(last.value))
    if first.value[:shared] > last.value[:shared]:
        return None
    if ends["sign"] and (ends["sign"] == "/" or _is_season(first.value, last.value)):
        return None
    return first.value, last.value


def _is_season(first: str, last: str) -> bool:
    """Two years that follow each other, or twelve months of them at most from autumn to summer."""
    if int(last[:4]) != int(first[:4]) + 1:
        return False
    begins, ends = first[5:7], last[5:7]
    if not (begins and ends):
        return begins == ends
    shared = min(len(first), len(last))
    in_season = "07" <= begins <= "10" and "06" <= ends <= "09"
    return in_season and last[5:shared] <= first[5:shared]


def parse_year(text: str) -> Parsed[int]:
    """The year of a date, whatever its precision."""
    found = parse_date(text)
    year = int(found.value[:4]) if found.value else None
    return Parsed(year, found.code, found.values)


def _interval(text: str) -> Parsed[str] | None:
    first, _, last = text.partition("/")
    if not (_ISO.fullmatch(first) and _ISO.fullmatch(last)):
        return None
    ends = parse_date(first), parse_date(last)
    for end in ends:
        if end.value is None:
            return end
    shared = min(len(first), len(last))
    return Parsed(text) if first[:shared] <= last[:shared] else Parsed(None, "date_impossible")


def _in_figures(text: str) -> Parsed[str] | None:
    bare = text.removesuffix(".0").removesuffix(",0")
    if "0" in bare and not bare.strip("0/. -"):
        return Parsed(None, "date_zero")
    for shape in _FIGURES:
        match = shape.fullmatch(bare)
        if match:
            return _checked(**match.groupdict())
    serial = _SERIAL.fullmatch(bare)
    if serial:
        day = _SPREADSHEET_DAY_ZERO + timedelta(days=int(serial[1]))
        return Parsed(day.isoformat(), "date_from_serial", (("read", when(day.isoformat())),))
    return None


def _in_words(folded: str) -> Parsed[str] | None:
    text = folded
    while match := _LEADING.match(text):
        text = text[match.end() :]
    if text != folded and re.fullmatch(r"[0-9 ]+", text):
        return _in_figures(text)
    if match := _PART_OF_YEAR.fullmatch(text):
        return _part_of_year(match)
    match = _IN_WORDS.fullmatch(text)
    if match and match[2] in _MONTHS:
        return _checked(match[3], str(_MONTHS[match[2]]), match[1])
    match = _MONTH_FIRST_IN_WORDS.fullmatch(text)
    if match and match[1] in _MONTHS:
        return _checked(match[3], str(_MONTHS[match[1]]), match[2])
    return None


def _part_of_year(match: re.Match[str]) -> Parsed[str] | None:
    """« 1er trimestre 2013 », « S2 2013 »: the months it holds."""
    months = 3 if (match[2] or match[3]).startswith("t") else 6
    last = months * int(match[1] or match[4])
    if last > 12:
        return None
    year = _checked(match[5])
    if year.value is None:
        return year
    return Parsed(f"{year.value}-{last - months + 1:02d}/{year.value}-{last:02d}")


def _checked(year: str, month: str | None = None, day: str | None = None) -> Parsed[str]:
    """ISO text if there is such a day; else the reason why not."""
    numbers = [int(part) for part in (year, month, day) if part is not None]
    if not any(numbers) or not all(numbers[1:]):
        return Parsed(None, "date_zero")
    if len(year) == 2:
        numbers[0] += 2000 if numbers[0] < PIVOT else 1900
    if not FIRST_YEAR <= numbers[0] <= LAST_YEAR:
        return Parsed(
            None, "date_year_impossible", (("first", str(FIRST_YEAR)), ("last", str(LAST_YEAR)))
        )
    try:
        date(*[*numbers, 1, 1][:3])
    except ValueError:
        swapped = len(numbers) == 3 and numbers[1] > 12 and numbers[2] <= 12
        return Parsed(None, "date_month_first" if swapped else "date_impossible")
    iso = "-".join(f"{n:02d}" for n in numbers)
    if len(year) == 2:
        return Parsed(iso, "date_two_digit_year", (("read", when(iso)),))
    return Parsed(iso)
