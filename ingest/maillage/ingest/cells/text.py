"""Names, notes, flags, choices and lists, as people type them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

from maillage.graph.folding import fold
from maillage.ingest.cells.parsed import Parsed, missing_mark

NAME_LIMIT = 500
NOTE_LIMIT = 10_000

# Marks that make a text read backwards; a name in Arabic or Hebrew does not need them.
_BIDI = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
# Controls, soft hyphens, zero-width spaces, tags, half letters. The zero-width joiners stay:
# emoji and several scripts are written with them.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u200b\u2060-\u2065\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)
_SEPARATORS = re.compile(r"[|;\n\r\v\f\x85\u2028\u2029]+")
# UTF-8 read as cp1252: « Ã© » for « é », « â€™ » for « ’ ».
_MOJIBAKE = re.compile("[ÃÂâ][\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]")

# What refers to a note below, in brackets or not; « Éco² » is called so, « Le Gué ² » and « Éole¹ »
# are not. What a number in brackets says nobody knows: « (1) », « (35) ».
_NOTE_MARK = re.compile(r"\s*(?:\(([*†‡]+)\)|([*†‡]+))$|\s+([¹²³⁴-⁹]{1,2})$|(¹)$")
_NOTE_MARKS = frozenset("*†‡)¹²³⁴⁵⁶⁷⁸⁹")

_YES = frozenset({"oui", "o", "yes", "y", "x", "vrai", "true", "1", "1 0", "v", "ok"})
_NO = frozenset({"non", "n", "no", "faux", "false", "0", "0 0", "f"})
_TICKS = {"✓": True, "✔": True, "☑": True, "☒": True, "✗": False, "✘": False, "☐": False}


def parse_name(text: str, *, limit: int = NAME_LIMIT) -> Parsed[str]:
    """One line of text that names something; too long a name is refused, not cut.

    >>> parse_name("  Le   Labo de l'ESS ")
    Parsed(value="Le Labo de l'ESS", code='', values=())
    """
    clean, code = _cleaned(text)
    name = _on_one_line(clean)
    if len(name) > limit:
        return Parsed(None, "name_too_long", (("length", len(name)), ("limit", limit)))
    values = (("value", name),) if code == "letters_repaired" else ()
    return Parsed(name or None, code, values)


def without_note_mark(name: str) -> tuple[str, str]:
    """A name without the mark of a note that ends it, and that mark.

    >>> without_note_mark("Val Ferme *"), without_note_mark("Éco²"), without_note_mark("*")
    (('Val Ferme', '*'), ('Éco²', ''), ('*', ''))
    >>> without_note_mark("Val Ferme (SCIC*)"), without_note_mark("Val Ferme (SCIC) (*)")
    (('Val Ferme (SCIC*)', ''), ('Val Ferme (SCIC)', '*'))
    """
    # The cheap question first.
    found = _NOTE_MARK.search(name) if name[-1:] in _NOTE_MARKS else None
    bare = name[: found.start()] if found else ""
    # In a bracket that is open it is a note to what stands there.
    if not found or not any(map(str.isalnum, bare)) or bare.count("(") > bare.count(")"):
        return name, ""
    return bare, next(filter(None, found.groups()))


def parse_note(text: str, *, limit: int = NOTE_LIMIT) -> Parsed[str]:
    """Free text; line breaks stay, and what exceeds `limit` is cut and said."""
    clean, code = _cleaned(text)
    note = "\n".join(filter(None, map(_on_one_line, clean.splitlines())))
    if len(note) > limit:
        cut = note[: limit - 1].rstrip() + "…"
        return Parsed(cut, "text_cut", (("length", len(note)), ("limit", limit)))
    return Parsed(note or None, code)


def parse_flag(text: str) -> Parsed[bool]:
    """Yes or no in the ways a spreadsheet says it.

    >>> [parse_flag(cell).value for cell in ("Oui", "x", "FAUX", "0", "")]
    [True, True, False, False, None]
    """
    stripped = text.strip()
    if stripped in _TICKS:
        return Parsed(_TICKS[stripped])
    folded = fold(stripped[:20])
    if folded in _YES:
        return Parsed(value=True)
    if folded in _NO:
        return Parsed(value=False)
    return Parsed(None, _unread(text, "not_a_flag"))


def parse_choice(text: str, choices: Mapping[str, str]) -> Parsed[str]:
    """The code that `choices` (folded word → code) gives to a word of a closed list."""
    stripped = text.strip()
    if not stripped:
        return Parsed()
    chosen = choices.get(fold(stripped[:200]))
    if chosen is not None:
        return Parsed(chosen)
    known = ", ".join(dict.fromkeys(choices.values()))
    return Parsed(None, _unread(text, "unknown_choice"), (("known", known),))


def parse_list(text: str, *, limit: int = NAME_LIMIT) -> Parsed[tuple[str, ...]]:
    """Several names in one cell, parted by `|`, `;` or line breaks; repeats are said once.

    A comma parts nothing: it stands inside too many names.
    """
    code = ""
    values: tuple[tuple[str, object], ...] = ()
    items: dict[str, None] = {}
    for part in _SEPARATORS.split(text):
        item = parse_name(part, limit=limit)
        if item.value is None and item.code:
            return Parsed(None, item.code, item.values)
        if item.value:
            items[item.value] = None
        if item.code:
            code, values = item.code, item.values
    return Parsed(tuple(items) or None, code, values)


def _on_one_line(text: str) -> str:
    return " ".join(text.split())


def _unread(text: str, code: str) -> str:
    """Why a text gave no value: it is blank, it says so itself, or else `code`."""
    if not text.strip():
        return ""
    return "missing_mark" if missing_mark(text) else code


def _cleaned(text: str) -> tuple[str, str]:
    """The text without what cannot be seen, and the code of what was done to it."""
    # Nothing that `_INVISIBLE` or `_BIDI` name can be printed.
    if text.isprintable() and (text.isascii() or not _MOJIBAKE.search(text)):
        return unicodedata.normalize("NFC", text), ""
    code = ""
    if _MOJIBAKE.search(text):
        text, code = _repaired(text)
    visible = _INVISIBLE.sub("", text)
    if len(visible) != len(text):
        code = "text_cleaned"
    forward = _BIDI.sub("", visible)
    if len(forward) != len(visible):
        code = "bidi_removed"
    return unicodedata.normalize("NFC", forward), code


def _repaired(text: str) -> tuple[str, str]:
    try:
        return text.encode("cp1252").decode("utf-8"), "letters_repaired"
    except UnicodeError:
        return text, ""
