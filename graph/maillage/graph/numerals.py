"""Numbers as they are written in a sentence, in both languages."""

from __future__ import annotations

from decimal import Decimal

from maillage.graph.languages import Language

THIN_SPACE, MINUS = "\u202f", "\u2212"
# Between the first and the last, numbers are written without powers of ten; whole from the second.
_PLAIN = (1e-7, 9_999.5, 1e15)


def number(value: float | Decimal, language: Language, digits: int | None = None) -> str:
    """A number as it is written in a sentence: `1 234,5` or `1,234.5`, with a true minus sign.

    >>> number(12400, "en"), number(-0.25, "en", digits=2), number(11556.4, "en")
    ('12,400', '−0.25', '11,556')
    """
    if digits is not None:
        text = f"{value:,.{digits}f}"
    elif isinstance(value, Decimal):
        text = f"{value:,f}"
    else:
        text = f"{value:,}" if isinstance(value, int) else _plainly(value)
    return _written(text, language)


def signed(value: float, language: Language) -> str:
    """An index, which may be of either sign: `+0,20`, `−0,31`."""
    return _written(f"{value:+.2f}", language)


def _plainly(value: float) -> str:
    """Four digits, or all those of the whole part; powers of ten only where zeros would be many."""
    if _PLAIN[1] <= abs(value) < _PLAIN[2]:
        return f"{value:,.0f}"
    text = f"{value:,.4g}"
    return f"{Decimal(text):f}" if "e-" in text and abs(value) >= _PLAIN[0] else text


def _written(text: str, language: Language) -> str:
    text = text.replace("-", MINUS)
    return text if language == "en" else text.replace(",", THIN_SPACE).replace(".", ",")
