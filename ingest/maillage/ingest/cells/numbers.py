"""Numbers as French spreadsheets write them: spaces that do not break, decimal commas, units.

A comma is a decimal comma and a point a decimal point, except where the groups of three say
otherwise. `1,234` and `1.234` can be read in two ways: as a decimal, except where three decimals
make no sense (whole numbers, money), and the reading is said.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Literal

from maillage.graph.folding import fold
from maillage.ingest.cells.parsed import Parsed, missing_mark

LARGEST = Decimal(10) ** 15
_LONGEST = 60  # characters; no number that people type is longer

Read = Literal["decimal", "thousands"]

_TO_SPACE = dict.fromkeys(map(ord, "\u00a0\u202f\u2009\u2007\u2008\u200a\t\n\r'’"), " ")
_TO_MINUS = dict.fromkeys(map(ord, "−–‒"), "-")
_TABLE = _TO_SPACE | _TO_MINUS

# Shapes that leave no doubt, and the separators of thousands to drop from each.
_SHAPES = tuple(
    (re.compile(shape), dict.fromkeys(map(ord, dropped)))
    for shape, dropped in (
        (r"[0-9]+", ""),
        (r"[0-9]{1,3}(?: [0-9]{3})+(?:[.,][0-9]+)?", " "),
        (r"[0-9]{1,3}(?:\.[0-9]{3})+,[0-9]+|[0-9]{1,3}(?:\.[0-9]{3}){2,}", "."),
        (r"[0-9]{1,3}(?:,[0-9]{3})+\.[0-9]+|[0-9]{1,3}(?:,[0-9]{3}){2,}", ","),
        (r"0*[.,][0-9]+|[0-9]{4,}[.,][0-9]+|[0-9]+[.,](?![0-9]{3}$)[0-9]*", ""),
    )
)
_EITHER = re.compile(r"[0-9]{1,3}[.,][0-9]{3}")
_SCIENTIFIC = re.compile(r"([0-9]+(?:[.,][0-9]+)?)[eE]([+-]?[0-9]{1,3})")

_ABOUT = re.compile(r"(?:environ|env\.?|autour de|approx\.?|about|ca\.?|près de|~|≈|±)\s*", re.I)
# A count that is told by its least; of a share, « plus de 50 % » would not be 50 %.
_AT_LEAST = re.compile(
    r"(?:plus (?:de |d[’'] ?)|au moins |à partir de |minimum |more than |at least |over |[≥>])\s*"
    r"(?=[0-9])",
    re.I,
)
# « Une quinzaine », « près d’une centaine de structures ».
_ROUND_WORDS = {
    "dizaine": 10, "douzaine": 12, "quinzaine": 15, "vingtaine": 20, "trentaine": 30,
    "quarantaine": 40, "cinquantaine": 50, "soixantaine": 60, "centaine": 100,
}  # fmt: skip
_ROUND = re.compile(rf"(?:.{{0,12}}\b)?une ({'|'.join(_ROUND_WORDS)})(?: d .*| de .*)?", re.S)
_COUNTED = re.compile(
    r"\s*(?:etp|emplois?|salari[ée]+s?|personnes?|membres?|structures?|adhérent[e·]*s?|voix|parts?"
    r"|heures?|h|ans?|jobs?|fte|members?|hours?|votes?|shares?)\.?$",
    re.I,
)
_PER_CENT = re.compile(r"\s*(?:%|pour ?cent|pct|p\. ?cent)$", re.I)
_MULTIPLIERS = {
    "k": 3, "m": 6, "md": 9, "mds": 9, "mrd": 9, "mio": 6, "bn": 9, "mille": 3, "millier": 3,
    "milliers": 3, "thousand": 3, "million": 6, "millions": 6, "milliard": 9, "milliards": 9,
    "billion": 9,
}  # fmt: skip
_EURO = r"(?:€|eur(?:o?s)?|euros?)"
_MONEY = re.compile(
    rf"(?P<before>{_EURO})?\s*(?P<number>[-+(]?[0-9][0-9 .,]*(?:e[+-]?[0-9]+)?\)?)\s*"
    r"(?P<times>md?s?|mrd|mio|bn|k|mille|milliers?|thousand|millions?|milliards?|billion)?\.?\s*"
    rf"(?:d ?)?(?P<after>{_EURO})?\s*(?:ht|ttc|\(ht\)|\(ttc\))?",
    re.I,
)
_OTHER_MONEY = re.compile(r"[$£¥]|\b(?:usd|gbp|chf|frf|francs?|dollars?|ff|cad)\b", re.I)


def parse_number(text: str) -> Parsed[Decimal]:
    """A number, of either sign.

    >>> parse_number("1 234,5").value, parse_number("1.234,50").value
    (Decimal('1234.5'), Decimal('1234.50'))
    """
    return _at_least(text, "decimal")


def parse_quantity(text: str) -> Parsed[Decimal]:
    """A number of what there is: not negative."""
    return _not_negative(parse_number(text))


def parse_integer(text: str) -> Parsed[int]:
    """A count: whole, not negative."""
    if len(text) <= 15 and text.isdecimal() and text.isascii():
        return Parsed(int(text))
    found = _not_negative(_at_least(text, "thousands"))
    if found.value is None:
        return Parsed(None, found.code, found.values)
    if found.value != found.value.to_integral_value():
        return Parsed(None, "not_an_integer")
    return Parsed(int(found.value), found.code, found.values)


def parse_percent(text: str) -> Parsed[Decimal]:
    """A share in per cent, between 0 and 100, with or without its sign."""
    stripped = text.strip()
    bare = _PER_CENT.sub("", stripped) if len(stripped) <= _LONGEST else stripped
    signed = bare != stripped
    found = _numeric(bare, "decimal")
    if found.value is None:
        return found
    if not 0 <= found.value <= 100:
        return Parsed(None, "percent_out_of_range")
    if not signed and 0 < found.value < 1:
        return Parsed(found.value, "percent_fraction", (("read", found.value),))
    # Read as thousands it would not be a percentage: nothing is ambiguous.
    return Parsed(found.value) if found.code == "number_ambiguous" else found


def parse_money(text: str, *, unit: str = "") -> Parsed[Decimal]:
    """An amount in euros; `unit` is what the heading says (« k€ ») where the cell says nothing."""
    stripped = text.translate(_TABLE).strip()
    if not stripped or len(stripped) > _LONGEST or missing_mark(stripped):
        return _numeric(text, "thousands")
    if _OTHER_MONEY.search(stripped):
        return Parsed(None, "currency_unknown")
    rest, about = _without_about(stripped)
    match = _MONEY.fullmatch(rest)
    if not match:
        return Parsed(None, "not_a_number")
    said = match["times"] or ""
    times = 10 ** _MULTIPLIERS.get(said.lower() or _unit_word(unit, match), 0)
    # Three decimals of a million are exact thousands; of a euro they are a thousands separator.
    found = _not_negative(_numeric(match["number"], "decimal" if said else "thousands"))
    if found.value is None:
        return found
    if said and found.code == "number_ambiguous":
        found = Parsed(found.value)
    value = _plain(found.value * times)
    if value > LARGEST:
        return Parsed(None, "number_too_large")
    return _about(Parsed(value, found.code, found.values)) if about else _re_read(found, value)


def _unit_word(unit: str, match: re.Match[str]) -> str:
    """The multiplier of the heading, unless the cell carries a currency of its own."""
    if match["before"] or match["after"]:
        return ""
    words = fold(unit.replace("€", " ").replace("euros", " ")).split()
    joined = "".join(words).removesuffix("eur").removesuffix("d")
    return joined if joined in _MULTIPLIERS else ""


def _at_least(text: str, three: Read) -> Parsed[Decimal]:
    """The number, or the least of it that is told: « plus de 100 », « ≥ 20 »."""
    least = _AT_LEAST.match(text.translate(_TO_SPACE).strip()) if len(text) <= _LONGEST else None
    if least is None:
        return _numeric(text, three)
    found = _numeric(text.translate(_TO_SPACE).strip()[least.end() :], three)
    return found if found.value is None else _about(found)


def _numeric(text: str, three: Read) -> Parsed[Decimal]:
    """The number a text holds; `three` says how `1.234` is taken."""
    stripped = text.translate(_TABLE).strip()
    if not stripped:
        return Parsed()
    if len(stripped) > _LONGEST:
        return Parsed(None, "not_a_number")
    bare, about = _without_about(stripped)
    found = _signed(_COUNTED.sub("", bare), three)
    if found.value is None:
        return _in_words(stripped) or found
    if abs(found.value) > LARGEST:
        return Parsed(None, "number_too_large")
    return _about(found) if about else found


def _in_words(text: str) -> Parsed[Decimal] | None:
    """« Une quinzaine », « NC »."""
    if missing_mark(text):
        return Parsed(None, "missing_mark")
    found = _ROUND.fullmatch(fold(text))
    return _about(Parsed(Decimal(_ROUND_WORDS[found[1]]))) if found else None


def _signed(text: str, three: Read) -> Parsed[Decimal]:
    """Accountants write a negative between brackets."""
    negative = text.startswith("-") or (text.startswith("(") and text.endswith(")"))
    found = _unsigned(text.strip("()").lstrip("+-").strip(), three)
    if not negative or found.value is None:
        return found
    value = -found.value
    return Parsed(value, found.code, (("read", value),) if found.code else ())


def _unsigned(text: str, three: Read) -> Parsed[Decimal]:
    for shape, dropped in _SHAPES:
        if shape.fullmatch(text):
            bare = text.translate(dropped).replace(",", ".").rstrip(".")
            return Parsed(Decimal(bare))
    if _EITHER.fullmatch(text):
        sign = "." if three == "decimal" else ""
        return _re_read(Parsed(code="number_ambiguous"), Decimal(re.sub("[.,]", sign, text)))
    return _scientific(text)


def _scientific(text: str) -> Parsed[Decimal]:
    match = _SCIENTIFIC.fullmatch(text)
    if not match or abs(int(match[2])) > 30:
        return Parsed(None, "not_a_number")
    value = Decimal(match[1].replace(",", ".")).scaleb(int(match[2]))
    return _re_read(Parsed(code="number_rounded"), _plain(value))


def _re_read(found: Parsed[Decimal], value: Decimal) -> Parsed[Decimal]:
    return Parsed(value, found.code, (("read", value),) if found.code else ())


def _about(found: Parsed[Decimal]) -> Parsed[Decimal]:
    value = found.value or Decimal(0)
    return Parsed(value, "number_approximate", (("read", value),))


def _not_negative(found: Parsed[Decimal]) -> Parsed[Decimal]:
    negative = found.value is not None and found.value < 0
    return Parsed(None, "number_negative") if negative else found


def _without_about(text: str) -> tuple[str, bool]:
    match = _ABOUT.match(text)
    return (text[match.end() :], True) if match else (text, False)


def _plain(value: Decimal) -> Decimal:
    """Without exponent, without the zeros a multiplication leaves."""
    text = format(value, "f")
    return Decimal(text.rstrip("0").rstrip(".") if "." in text else text)
