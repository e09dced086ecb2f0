"""Identifiers as people have them: SIREN, SIRET, RNA, French VAT, NAF.

Each reader takes a cell and answers with data, never with an exception: the value, and a code when
something is to be said of it (`siren_zeros`: repaired; `siren_key`: refused). A blank cell is
neither a value nor a finding. The sentence of each code is in `maillage.graph.sentences`.

>>> read_siren("732 829 320")
Reading(value='732829320', code='siren_spaces', repaired=True, establishment=None, prefix='')
>>> read_siren("7,32829E+13").code
'siren_digits_lost'
>>> read_siren("73282932000074").establishment
'73282932000074'
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

Cell = str | int | float | None
NafScheme = Literal["NAFRev2", "NAF25", "NAFRev1"]

SIREN_LENGTH = 9
SIRET_LENGTH = 14
# The oldest SIRENs begin with three zeros; fewer digits than that is another number.
_SHORTEST_SIREN = 6
_SHORTEST_SIRET = 11
LA_POSTE = "356000000"
LA_POSTE_SEAT = "35600000000048"


@dataclass(frozen=True, slots=True)
class Reading:
    """What a cell says. `prefix`: of a number that was refused, the leading digits it showed."""

    value: str | None = None
    code: str | None = None
    repaired: bool = False
    establishment: str | None = None
    prefix: str = ""


@dataclass(frozen=True, slots=True)
class NafReading:
    value: str | None = None
    scheme: NafScheme = "NAFRev2"
    code: str | None = None
    repaired: bool = False


BLANK = Reading()


def read_siren(cell: Cell) -> Reading:
    """The SIREN of a cell; of a SIRET or a VAT number, the SIREN within (and the establishment)."""
    if isinstance(cell, str) and is_siren(cell):
        return Reading(cell)
    digits, damage = plain_digits(cell)
    match damage:
        case "blank":
            return BLANK
        case "digits_lost":
            return Reading(code="siren_digits_lost", prefix=digits[:SIREN_LENGTH])
        case "letters":
            return _siren_of_vat(digits)
    return _siren_of_digits(digits, damage)


def read_siret(cell: Cell) -> Reading:
    """The SIRET of a cell: a place of a SIREN (`siren_of`); a SIREN alone is taken for itself."""
    digits, damage = plain_digits(cell)
    match damage:
        case "blank":
            return BLANK
        case "digits_lost":
            return Reading(code="siret_digits_lost", prefix=digits)
        case "letters":
            return Reading(code="siret_letters")
    return _siret_of_digits(digits, damage)


def read_rna(cell: Cell) -> Reading:
    """An RNA number. An unusual one is kept with a warning; a text that is no number is not: two
    associations whose cells say « en cours » are not one."""
    text = re.sub(r"[\s.\-]", "", str(cell) if cell is not None else "").upper()
    if not text:
        return BLANK
    if is_rna(text):
        return Reading(text)
    if is_siren(text):
        return Reading(code="rna_is_siren", prefix=text)
    if _RNA_LIKE.fullmatch(text) and sum(map(str.isdigit, text)) >= 6 and text.strip("W0"):
        return Reading(text, "rna_pattern")
    return Reading(code="rna_unreadable")


def is_rna(text: str) -> bool:
    """Whether it is an RNA number as they are given; what looks like one identifies nobody."""
    return bool(_RNA.fullmatch(text) and text.strip("W0"))


def read_vat(cell: Cell) -> Reading:
    """A French VAT number; its SIREN is `siren_of_vat(value)`."""
    text = re.sub(r"[\s.\-]", "", str(cell) if cell is not None else "").upper()
    if not text:
        return BLANK
    if not _VAT.fullmatch(text):
        return Reading(code="vat_pattern")
    if not is_siren(text[4:]):
        return Reading(code="vat_siren")
    # Keys with letters exist and are computed otherwise: only the common form is checked.
    if text[2:4].isdigit() and vat_of(text[4:]) != text:
        return Reading(code="vat_key")
    return Reading(text)


def read_naf(cell: Cell, scheme: NafScheme = "NAFRev2") -> NafReading:
    """An activity code, with its scheme: NAF 2025 runs alongside rev. 2, in the same shape.

    Three digits and a letter are the shape of before 2008. (No zero was lost: spreadsheets take
    them from numbers only, and a letter makes a text.)
    """
    text = re.sub(r"[\s.]", "", str(cell) if cell is not None else "").upper()
    if not text:
        return NafReading(scheme=scheme)
    if _NAF.fullmatch(text):
        return NafReading(f"{text[:2]}.{text[2:]}", scheme)
    if _NAF_OLD.fullmatch(text):
        return NafReading(f"{text[:2]}.{text[2:]}", "NAFRev1", "naf_old")
    return NafReading(scheme=scheme, code="naf_pattern")


def is_siren(text: str) -> bool:
    return len(text) == SIREN_LENGTH and _is_ascii_number(text) and luhn(text) and int(text) > 0


def is_siret(text: str) -> bool:
    """Both keys, the SIREN's and its own; La Poste numbers its thousands of offices otherwise."""
    if len(text) != SIRET_LENGTH or not is_siren(text[:SIREN_LENGTH]):
        return False
    if not _is_ascii_number(text):
        return False
    if text.startswith(LA_POSTE) and text != LA_POSTE_SEAT:
        return sum(map(int, text)) % 5 == 0
    return luhn(text)


def siren_of(siret: str) -> str:
    return siret[:SIREN_LENGTH]


# The lines of a list name the same organisations.
@lru_cache(131_072)
def siren_and_rna(*numbers: str | None) -> tuple[str | None, str | None]:
    """The first SIREN (that of a SIRET too) and the first RNA number of those that columns gave,
    whichever column each stands in.

    >>> siren_and_rna("W401002345", None, "732829320")
    ('732829320', 'W401002345')
    """
    given = [number for number in numbers if number]
    sirens = (siren_of(one) for one in given if is_siren(one) or is_siret(one))
    return next(sirens, None), next(filter(is_rna, given), None)


def vat_of(siren: str) -> str:
    """
    >>> vat_of("404833048")
    'FR83404833048'
    """
    return f"FR{(12 + 3 * (int(siren) % 97)) % 97:02d}{siren}"


def siren_of_vat(vat: str) -> str:
    return vat[-SIREN_LENGTH:]


def luhn(digits: str) -> bool:
    total = sum(map(int, digits[-1::-2])) + sum(_DOUBLED[digit] for digit in digits[-2::-2])
    return total % 10 == 0


Damage = Literal["", "blank", "spaces", "float", "letters", "digits_lost"]


def plain_digits(cell: Cell) -> tuple[str, Damage]:
    """The digits of a cell and what had happened to them.

    >>> plain_digits("01 000"), plain_digits(1000.0), plain_digits("7,3E+13")
    (('01000', 'spaces'), ('1000', 'float'), ('7', 'digits_lost'))
    """
    if isinstance(cell, int | float):
        return _typed(cell)
    if cell is None or _is_ascii_number(cell):
        return (cell, "") if cell else ("", "blank")
    text = _LABEL.sub("", cell.strip().lstrip("'")).strip()
    if match := _FLOAT.fullmatch(text):
        return match[1], "float"
    if match := _SCIENTIFIC.fullmatch(text):
        return _scientific(match[1] + (match[2] or ""), int(match[3]))
    digits = _SEPARATOR.sub("", text)
    if not digits:
        return "", "blank"
    return (digits, "spaces") if _is_ascii_number(digits) else (text, "letters")


_RNA = re.compile(r"W(\d[\dAB]|9[BCFGMNPRST])\d{7}", re.ASCII)
_RNA_LIKE = re.compile(r"[0-9A-Z]{7,12}")
_VAT = re.compile(r"FR[0-9A-HJ-NP-Z]{2}\d{9}", re.ASCII)
# As every country of the Union writes them.
_VAT_LIKE = re.compile(r"[A-Z]{2}[0-9A-Z]{2}\d{6}", re.ASCII)
_NAF = re.compile(r"\d{4}[A-Z]", re.ASCII)
_NAF_OLD = re.compile(r"\d{3}[A-Z]", re.ASCII)
_LABEL = re.compile(r"^(?:siren|siret|n°|no\b)\s*:?\s*", re.IGNORECASE)
_FLOAT = re.compile(r"(\d+)[.,]0+", re.ASCII)
_SCIENTIFIC = re.compile(r"(\d)(?:[.,](\d+))?[eE]\+?(\d{1,2})", re.ASCII)
_SEPARATOR = re.compile(r"[\s.\-_/'’]")
_DOUBLED = {str(digit): sum(divmod(2 * digit, 10)) for digit in range(10)}


def _is_ascii_number(text: str) -> bool:
    return text.isascii() and text.isdigit()


def _typed(cell: float) -> tuple[str, Damage]:
    if math.isnan(cell):
        return "", "blank"
    # Fifteen digits are what a spreadsheet's number keeps.
    whole = 0 <= cell < 1e15 and float(cell).is_integer()
    return (str(int(cell)), "float") if whole else (str(cell), "letters")


def _scientific(digits: str, exponent: int) -> tuple[str, Damage]:
    if len(digits) > exponent and not digits[exponent + 1 :].strip("0"):
        return digits[: exponent + 1], "float"
    # What was rounded away may have changed the digits shown: only those common to both ends of
    # the interval are certain.
    low, high = int(digits + "0") - 5, int(digits + "0") + 4
    width = len(digits) + 1
    certain = _common_start(str(low).zfill(width), str(high).zfill(width))
    # A SIRET of 13 digits had lost a zero, and so on: the certain digits stand after those.
    missing = (SIRET_LENGTH if exponent >= SIREN_LENGTH else SIREN_LENGTH) - exponent - 1
    return "0" * missing + certain, "digits_lost"


def _common_start(first: str, second: str) -> str:
    for place, (left, right) in enumerate(zip(first, second, strict=True)):
        if left != right:
            return first[:place]
    return first


def _repaired(code: str, value: str, establishment: str | None = None) -> Reading:
    return Reading(value, code, repaired=True, establishment=establishment)


def _siren_of_digits(digits: str, damage: Damage) -> Reading:
    count = len(digits)
    if count == SIREN_LENGTH:
        return _checked_siren(digits, damage)
    if count > SIREN_LENGTH:
        return _siren_of_siret(digits)
    padded = digits.zfill(SIREN_LENGTH)
    if count >= _SHORTEST_SIREN and is_siren(padded):
        return _repaired("siren_zeros", padded)
    return Reading(code="siren_short")


def _checked_siren(digits: str, damage: Damage) -> Reading:
    if not is_siren(digits):
        return Reading(code="siren_key", prefix=digits)
    return _repaired(f"siren_{damage}", digits) if damage else Reading(digits)


def _siren_of_siret(digits: str) -> Reading:
    padded = digits.zfill(SIRET_LENGTH)
    if len(digits) >= _SHORTEST_SIRET and is_siret(padded):
        code = "siren_from_siret" if len(digits) == SIRET_LENGTH else "siren_from_siret_zeros"
        return _repaired(code, siren_of(padded), padded)
    if len(digits) == SIRET_LENGTH and is_siren(siren_of(digits)):
        # The place is mistyped, the organisation is not: its nine digits carry their own key.
        return _repaired("siren_from_bad_siret", siren_of(digits))
    return Reading(code="siren_13_digits" if len(digits) == SIRET_LENGTH - 1 else "siren_long")


def _siren_of_vat(text: str) -> Reading:
    vat = read_vat(text)
    if vat.value:
        return _repaired("siren_from_vat", siren_of_vat(vat.value))
    looks_so = _VAT_LIKE.match(re.sub(r"[\s.\-]", "", text).upper())
    return Reading(code=vat.code if looks_so else "siren_letters")


def _siret_of_digits(digits: str, damage: Damage) -> Reading:
    count = len(digits)
    if count == SIRET_LENGTH:
        return _checked_siret(digits, damage)
    if is_siren(digits):
        return _repaired("siret_is_siren", digits)
    padded = digits.zfill(SIRET_LENGTH)
    if count >= _SHORTEST_SIRET and is_siret(padded):
        return _repaired("siret_zeros", padded, padded)
    if count == SIRET_LENGTH - 1:
        return Reading(code="siret_13_digits")
    return Reading(code="siret_short" if count < SIRET_LENGTH else "siret_long")


def _checked_siret(digits: str, damage: Damage) -> Reading:
    if not is_siret(digits):
        return Reading(code="siret_key", prefix=digits)
    if damage:
        return _repaired(f"siret_{damage}", digits, digits)
    return Reading(digits, establishment=digits)
