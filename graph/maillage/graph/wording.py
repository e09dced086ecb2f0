"""How sentences are put together in both languages: counts, lists, names, numbers and dates.

A *catalogue* maps a key to its French and its English template; `{names}` in them are filled with
labels, numbers and plain texts. Templates are written with ordinary spaces: `french_spaces` sets
the narrow no-break space before ; : ! ? % and inside « ».
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from maillage.graph.languages import Language
from maillage.graph.numerals import THIN_SPACE, number
from maillage.graph.vocabulary import Label

Value = str | int | float | Label
# key: French, English
Catalogue = Mapping[str, tuple[str, str]]
# key: one and many in French, one and many in English
Counts = Mapping[str, tuple[str, str, str, str]]

# A percentage of fewer claims more than is known.
LEAST_FOR_PERCENT = 20
_FRENCH_SPACES = (
    (re.compile(r"\s*([;:!?%])(?=\s|$|[.,)])"), THIN_SPACE + r"\1"),
    (re.compile(r"«\s*"), "«" + THIN_SPACE),
    (re.compile(r"\s*»"), THIN_SPACE + "»"),
)
_MONTHS: Mapping[Language, str] = {
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "en": "January February March April May June July August September October November December",
}


def fill(templates: tuple[str, str], **values: Value) -> Label:
    """A French and an English template, filled.

    >>> fill(("{n} % de {who}", "{n}% of {who}"), n=51, who=Label("tous", "all")).en
    '51% of all'
    """
    french, english = templates
    return Label(
        french_spaces(french).format(**_in(values, "fr")), english.format(**_in(values, "en"))
    )


def count(forms: tuple[str, str, str, str], n: int, **values: Value) -> Label:
    """One or many: 0 is one in French, many in English.

    >>> count(("{n} lien", "{n} liens", "{n} tie", "{n} ties"), 0)
    Label(fr='0 lien', en='0 ties')
    """
    one_fr, many_fr, one_en, many_en = forms
    return fill((one_fr if n < 2 else many_fr, one_en if n == 1 else many_en), n=n, **values)


def decimal(value: float, digits: int) -> Label:
    """The same, in both languages, with so many digits after the mark."""
    return Label(number(value, "fr", digits), number(value, "en", digits))


def quantity(value: float) -> Label:
    """A figure as it was told: whole, or with at most two digits after the mark.

    >>> quantity(7.5).en, quantity(1200000.0).en
    ('7.5', '1,200,000')
    """
    digits = next((digits for digits in (0, 1) if round(value, digits) == value), 2)
    return decimal(value, digits)


def percent(share: float, digits: int = 0) -> Label:
    """
    >>> percent(0.513).en
    '51%'
    """
    return fill(("{n} %", "{n}%"), n=decimal(100 * share, digits))


def share_of(n: int, of: int) -> Label:
    """A part of a whole: in per cent from twenty up, below « 9 sur 15 ».

    >>> share_of(9, 15).en, share_of(30, 40).en
    ('9 of 15', '75%')
    """
    if of >= LEAST_FOR_PERCENT:
        return percent(n / of)
    return fill(("{n} sur {of}", "{n} of {of}"), n=n, of=of)


def joined(parts: Iterable[Label], separator: str) -> Label:
    parts = tuple(parts)
    return Label(separator.join(part.fr for part in parts), separator.join(p.en for p in parts))


def apart(parts: Iterable[Label]) -> Label:
    """« a ; b »: of parts that hold commas.

    >>> apart([same("a, b"), same("c")]).en
    'a, b; c'
    """
    parts = tuple(parts)
    french = french_spaces(" ; ").join(part.fr for part in parts)
    return Label(french, "; ".join(part.en for part in parts))


def listed(parts: Sequence[Label]) -> Label:
    """« a, b et c ».

    >>> listed([same("a"), same("b"), same("c")]).en
    'a, b and c'
    """
    if len(parts) < 2:
        return parts[0] if parts else same("")
    return fill(
        ("{first} et {second}", "{first} and {second}"),
        first=joined(parts[:-1], ", "),
        second=parts[-1],
    )


def same(text: str) -> Label:
    """A name: the same in both languages."""
    return Label(text, text)


def capital(label: Label) -> Label:
    """As a sentence begins.

    >>> capital(Label("emplois", "jobs")).fr
    'Emplois'
    """
    return Label(label.fr[:1].upper() + label.fr[1:], label.en[:1].upper() + label.en[1:])


def when(iso: str) -> Label:
    """A date span as people read it: « 19 septembre 2014 », « mars 2013 », « 2012 ».

    >>> when("2014-09-19").en
    '19 September 2014'
    """
    if "/" in iso:
        return joined([when(part) for part in iso.split("/")], " – ")
    return Label(_day(iso, "fr"), _day(iso, "en"))


def french_spaces(text: str) -> str:
    """Ordinary spaces of a template turned into those of French typography."""
    for pattern, space in _FRENCH_SPACES:
        text = pattern.sub(space, text)
    return text


def _day(iso: str, language: Language) -> str:
    if iso == "..":  # an open side: nothing is known
        return "…"
    year, *rest = iso.split("-")
    if not rest:
        return year
    month = _MONTHS[language].split()[int(rest[0]) - 1]
    if len(rest) == 1:
        return f"{month} {year}"
    day = int(rest[1])
    first = "1er" if language == "fr" and day == 1 else str(day)
    return f"{first} {month} {year}"


def _in(values: Mapping[str, Value], language: Language) -> dict[str, str]:
    return {name: _text(value, language) for name, value in values.items()}


def _text(value: Value, language: Language) -> str:
    if isinstance(value, Label):
        return value.text(language)
    return value if isinstance(value, str) else number(value, language)
