"""The readers that columns name: the text of a cell → the value of a field, or what to say of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from functools import partial

from maillage.graph.dates import DateSpan
from maillage.graph.folding import fold
from maillage.graph.territories import departement
from maillage.graph.vocabulary import FLAGS, Label
from maillage.ingest import cells
from maillage.ingest.cells.parsed import Parsed, ditto, names_nobody
from maillage.ingest.columns.headings import singular
from maillage.ingest.identity.numbers import (
    Reading,
    is_rna,
    read_naf,
    read_rna,
    read_siren,
    read_siret,
)
from maillage.ingest.lists.partner_part import names_others, without_mark
from maillage.ingest.lists.rows import Cell, choice_label
from maillage.ingest.persons.asides import may_name_person_aside
from maillage.ingest.persons.names import may_name_person, names_person
from maillage.ingest.persons.removal import MASK

Reader = Callable[[str], Parsed[object]]

# « exemple.fr:8080 » has none.
_SCHEME = re.compile(r"([a-z][a-z0-9+-]*):", re.IGNORECASE)
_CODE = re.compile(r"\d{4}")
# « 21 / 58 », « 21, 58 et 71 »; « Ille-et-Vilaine » is one.
_BETWEEN_PLACES = re.compile(r"\s*[,/&+]\s*|\s+et\s+", re.IGNORECASE)
# « Le Fournil / Val Ferme »; « GE/GEIQ du Rhône » is one.
_BETWEEN_NAMES = re.compile(r"\s+/\s+")
_POSTAL = re.compile(r"\d{5}")
_DEPARTEMENT = re.compile(r"(?:0[1-9]|[1-8]\d|9[0-5]|2[AB]|97\d|98\d)")
SCORE_LEAST, SCORE_MOST = 1, 6
# « 5/6 », « 4 sur 6 ».
_OF_SCORE_MOST = re.compile(rf"\s*(?:/|\bsur)\s*{SCORE_MOST}\s*$", re.IGNORECASE)
# As text in a CSV: what a workbook itself tells of its cells is told by its reader.
_DAMAGED = frozenset({"#", "="})
_FORMULA_ERROR = re.compile(
    r"#(?:REF|NOM|NAME|VALEUR|VALUE|DIV/0|NULL?|NOMBRE|NUM|PROPAGATION|SPILL|CALC)[!?]?"
)
_FORMULA = re.compile(r"=\s*(?:[\w.]+\(|\$?[A-Z]{1,3}\$?\d|[-+]?\d)")


def reader_of(cell: Cell, *, unit: str = "") -> Reader:
    """The reader of a column; `unit` is what its heading says of an amount: « Montant (k€) »."""
    read = _choice_reader(cell.choices, cell.finer or {}) if cell.choices else READERS[cell.reads]
    if cell.reads == "money" and unit:
        read = _float(partial(cells.parse_money, unit=unit))

    def read_cell(text: str) -> Parsed[object]:
        if text[:1] in _DAMAGED and (damage := formula_damage(text)):
            return Parsed(None, damage)
        return Parsed(None, "ditto") if ditto(text) else read(text)

    return read_cell


def formula_damage(text: str) -> str:
    """What a spreadsheet left where a value should be: an error, or the formula itself.

    >>> formula_damage("#REF!"), formula_damage("=SOMME(A1:A3)"), formula_damage("=Égalité=")
    ('formula_error', 'formula_not_computed', '')
    """
    if text[:1] not in _DAMAGED:
        return ""
    if _FORMULA_ERROR.fullmatch(text.strip()):
        return "formula_error"
    return "formula_not_computed" if _FORMULA.match(text) else ""


def _choice_reader(
    choices: Mapping[str, tuple[str, ...]], finer: Mapping[str, tuple[str, ...]]
) -> Reader:
    told = {fold(word): code for code, said in choices.items() for word in (*said, code)}
    words = {singular(word): code for word, code in told.items()} | told
    more = {singular(fold(word)): code for code, said in finer.items() for word in said}
    named = [choice_label(code, said) for code, said in choices.items()]
    known = Label(", ".join(one.fr for one in named), ", ".join(one.en for one in named))

    def read(text: str) -> Parsed[object]:
        if MASK in text:
            # Folded it would be a word: « retiré ».
            return Parsed(None, "unknown_choice", (("known", known),))
        found = cells.parse_choice(text, words)
        if found.code == "unknown_choice":
            one = singular(fold(text))
            if code := more.get(one):
                return Parsed(code, "kind_finer", (("kind", choice_label(code, choices[code])),))
            found = cells.parse_choice(one, words)
            if found.code == "unknown_choice":
                # « Terminée » for « terminé ».
                found = cells.parse_choice(one.removesuffix("e"), words)
        said = (("known", known),) if found.code == "unknown_choice" else found.values
        return Parsed(found.value, found.code, said)

    return read


def _called(text: str) -> Parsed[str]:
    """« - » and « N/A » name nobody; an address or a number that was removed, a person."""
    found = cells.parse_name(text)
    if found.value and MASK in found.value and names_nobody(found.value.replace(MASK, "")):
        return Parsed(None, "person_named")
    if found.value and names_nobody(found.value):
        return Parsed(None, "missing_mark")
    return found


def _name(text: str) -> Parsed[object]:
    """Of an organisation, that « Autres » may well not be."""
    found = _partner(text)
    if isinstance(found.value, str) and not found.code and names_others(found.value):
        return Parsed(found.value, "perhaps_nobody")
    return found


def _partner(text: str) -> Parsed[object]:
    """Of an organisation: of a person, nothing is kept."""
    found = _called(text)
    name, mark = cells.without_note_mark(found.value or "")
    if name and names_person(without_mark(name)):
        return Parsed(None, "person_named")
    if found.code or not name:
        return Parsed(name or None, *found[1:])
    if may_name_person(name) or may_name_person_aside(name):
        return Parsed(name, "person_maybe")
    if ";" in name or "|" in name:
        return Parsed(name, "name_of_several")
    return _marked(name, mark)


def _names(text: str) -> Parsed[object]:
    """Of organisations; of a cell that names a person, nothing is kept."""
    found = cells.parse_list(_BETWEEN_NAMES.sub(";", text))
    if any(map(ditto, found.value or ())):
        return Parsed(None, "ditto")
    parted = list(map(cells.without_note_mark, found.value or ()))
    names = tuple(name for name, _ in parted)
    # « 1) Mme Prat (porteuse) » is a person as « Mme Prat » is.
    bare = [without_mark(name) for name in names]
    if any(_called(name).code == "person_named" or names_person(name) for name in bare):
        return Parsed(None, "person_named")
    if found.code or not names:
        return Parsed(names or None, *found[1:])
    if any(map(may_name_person, bare)):
        return Parsed(names, "person_maybe")
    return _marked(names, next((mark for _, mark in parted if mark), ""))


def _marked(value: object, mark: str) -> Parsed[object]:
    """What a name says, and that the mark of a note is no part of it."""
    return Parsed(value, "note_mark", (("mark", mark),)) if mark else Parsed(value)


def _web(text: str) -> Parsed[object]:
    """An address that a browser would run rather than visit is none."""
    found = cells.parse_note(text)
    # A browser reads it as one word.
    scheme = _SCHEME.match("".join((found.value or "").split()))
    if scheme and scheme[1].lower() not in {"http", "https"}:
        return Parsed(None, "web_scheme")
    return found


def _flags(text: str) -> Parsed[object]:
    """The marks of `vocabulary.FLAGS` that a cell names."""
    given = cells.parse_list(text.replace(",", ";"))
    marks = tuple(fold(word) for word in given.value or ())
    unknown = [mark for mark in marks if mark not in FLAGS]
    if unknown:
        return Parsed(None, "unknown_choice", (("known", ", ".join(FLAGS)),))
    return Parsed(tuple(sorted(set(marks))), given.code, given.values)


def _enterprise(read: Callable[[str], Reading], *, is_association: str) -> Reader:
    """A number of an enterprise; the RNA number of an association in its place says so."""

    def reading(text: str) -> Parsed[object]:
        found = read(text)
        if found.value is None and (rna := read_rna(text).value) and is_rna(rna):
            return _reread(rna, is_association)
        return _reread(found.value, found.code or "")

    return reading


def _association(text: str) -> Parsed[object]:
    """An RNA number; the SIREN of an enterprise in its place says so, that of a SIRET too."""
    found = read_rna(text)
    if found.value is None and (siren := read_siren(text).value):
        return _reread(siren, "rna_is_siren")
    return _reread(found.value, found.code or "")


def _naf(text: str) -> Parsed[object]:
    found = read_naf(text)
    return _reread(found.value, found.code or "")


def _reread(value: str | None, code: str) -> Parsed[object]:
    """A value that was repaired says what was read."""
    return Parsed(value, code, (("read", value),) if value and code else ())


def _date(text: str) -> Parsed[object]:
    found = cells.parse_date(text)
    value = DateSpan.parse(found.value) if found.value else None
    return Parsed(value, found.code, found.values)


def _float(parse: Callable[[str], Parsed[Decimal]]) -> Reader:
    def reading(text: str) -> Parsed[object]:
        found = parse(text)
        return Parsed(None if found.value is None else float(found.value), *found[1:])

    return reading


def _share(text: str) -> Parsed[object]:
    """A share stays a decimal, as text: 33,3 % is not a binary fraction."""
    found = cells.parse_percent(text)
    return Parsed(None if found.value is None else f"{found.value:f}", *found[1:])


def _padded(pattern: re.Pattern[str], width: int, wrong: str, padded: str) -> Reader:
    """A code whose leading zero a spreadsheet may have eaten."""

    def reading(text: str) -> Parsed[object]:
        bare = re.sub(r"\s|\.0$", "", text).upper()
        code = bare.zfill(width) if bare.isdigit() else bare
        if not pattern.fullmatch(code):
            return Parsed(None, wrong)
        return _reread(code, padded if code != bare else "")

    return reading


_departement = _padded(_DEPARTEMENT, 2, "departement_unknown", "leading_zero")


def _words_of_places(text: str) -> Iterator[str]:
    """« 40 et 64 » are two, « Lot et Garonne » is one."""
    for part in cells.parse_list(text).value or ():
        if departement(part):
            yield part
        else:
            yield from cells.parse_list(_BETWEEN_PLACES.sub(";", part)).value or ()


def _departement_told(word: str) -> Parsed[object]:
    """By its number, else by its name."""
    read = _departement(word)
    named = departement(word) if read.value is None else None
    return Parsed(named.code) if named else read


def _departements(text: str) -> Parsed[object]:
    read = [_departement_told(word) for word in _words_of_places(text)]
    wrong = next((item for item in read if item.value is None), None)
    if wrong:
        return wrong
    return Parsed(tuple(dict.fromkeys(str(item.value) for item in read)) or None)


def _score(text: str) -> Parsed[object]:
    found = cells.parse_integer(_OF_SCORE_MOST.sub("", text))
    outside = found.value is not None and not SCORE_LEAST <= found.value <= SCORE_MOST
    # « moyen » is no score either: how numbers are written, « 1 234,5 », would be of no help.
    if outside or found.code == "not_a_number":
        return Parsed(None, "score_out_of_range")
    return found


READERS: Mapping[str, Reader] = {
    "id": _called,
    "author": _called,
    "name": _name,
    "partner": _partner,
    "text": cells.parse_note,
    "web": _web,
    "set": cells.parse_list,
    "names": _names,
    "flag": cells.parse_flag,
    "flags": _flags,
    "integer": cells.parse_integer,
    "number": _float(cells.parse_quantity),
    "money": _float(cells.parse_money),
    "percent": _float(cells.parse_percent),
    "share": _share,
    "year": cells.parse_year,
    "date": _date,
    "siren": _enterprise(read_siren, is_association="siren_is_rna"),
    "siret": _enterprise(read_siret, is_association="siret_is_rna"),
    "rna": _association,
    "naf": _naf,
    "category": _padded(_CODE, 4, "category_pattern", "leading_zero"),
    "postal": _padded(_POSTAL, 5, "postal_code_pattern", "postal_code_zeros"),
    "departement": _departement,
    "departements": _departements,
    "score": _score,
}
