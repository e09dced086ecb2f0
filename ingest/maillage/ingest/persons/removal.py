"""Persons are not kept: columns that hold them are removed, addresses within a text are masked.

Columns are recognised by their heading (`personal_headings`) and by what their first rows hold:
e-mail addresses, telephone numbers, people's names. A column that the user has mapped herself is
hers to judge; e-mail addresses and telephone numbers are masked in it all the same. In a text that
names no organisation, « Mme Dupont » and « Dr Martin » are masked too.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from maillage.graph.folding import fold
from maillage.graph.wording import count
from maillage.ingest.persons.first_names import FIRST_NAMES
from maillage.ingest.persons.headings import may_head_persons, personal_headings
from maillage.ingest.persons.lower_case import mask_in_lower_case
from maillage.ingest.persons.names import SAINTS, may_name_person, names_person
from maillage.ingest.persons.organisation_words import ORGANISATION_WORDS, TRADE_WORDS
from maillage.ingest.persons.titles import IN_TEXT, MAYBE_IN_TEXT, SHORT_TITLES
from maillage.ingest.problems import Problem, shown
from maillage.ingest.word_sets import word_set

if TYPE_CHECKING:
    from maillage.ingest.columns.assigning import ColumnMap
    from maillage.ingest.tables import Row

Evidence = Literal["heading", "emails", "phones", "names"]

MASK = "⟦retiré⟧"
# Of the filled cells of a column: half are addresses or numbers, three in five are names. Fewer
# than three must all be whole names.
_MOST_ADDRESSES = 0.5
_MOST_NAMES = 0.6
_FEWEST_NAMES = 3
_LONGEST_NAME = 60
_LONGEST_PARTICLE = 3
_LONGEST_HEADING = 200
_BETWEEN_NAMES = re.compile(r"[,;/&\n]| et ")
_REMOVED = (
    "colonne {names} retirée",
    "colonnes {names} retirées",
    "column {names} removed",
    "columns {names} removed",
)
# Numbers that identify organisations or places may look like telephones.
_NUMBERED = word_set(
    """
    id siren siret rna postal_code commune_code holder_siren firm_siren source_siren
    target_siren source_id target_id member_id pole_id group_id actor_id
    """
)

_EMAIL = re.compile(r"[\w.+%'’-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")
# French numbers, with or without +33, in pairs or not; other countries with their +.
_MAYBE_PHONE = re.compile("[0+][0-9 .()\u00a0\u202f-]{7}")
_PHONE = re.compile(
    r"(?<![\w.,/-])(?<!\d[ \u00a0\u202f])"
    r"(?:(?:(?:\+|00)33[ .\-\u00a0\u202f]?(?:\(0\)[ .\-]?)?|0)[1-9](?:[ .\-\u00a0\u202f]?\d{2}){4}"
    r"|\+(?!33)[1-9](?:[ .\-\u00a0\u202f]?\d){7,13})"
    r"(?![ .,\-\u00a0\u202f]?\d)"
)
_NOT_IN_PERSONS = ORGANISATION_WORDS | TRADE_WORDS | SAINTS | {"la", "le", "les", "et"}


@dataclass(frozen=True, slots=True)
class PersonalColumns:
    """`removed`: the headings of columns that hold persons, each with what shows it."""

    removed: dict[str, Evidence]

    def problems(self, sheet: str = "") -> Iterator[Problem]:
        """One sentence for all columns of a sheet."""
        if self.removed:
            # Whole, as --map wants it.
            names = ", ".join(shown(heading, _LONGEST_HEADING) for heading in self.removed)
            removed = count(_REMOVED, len(self.removed), names=names)
            yield Problem.of("personal_removed", sheet=sheet, removed=removed)


def personal_columns(
    header: Sequence[str], sample: Sequence[Row], columns: ColumnMap | None = None
) -> PersonalColumns:
    """The columns to remove before anything is kept, by heading and by content."""
    headed = personal_headings(header) if columns is None else columns.personal
    mapped = {} if columns is None else columns.mapped
    found: dict[str, Evidence] = {}
    for place, heading in enumerate(header):
        if heading in headed:
            found[heading] = "heading"
            continue
        fewest = 1 if may_head_persons(heading) else _FEWEST_NAMES
        cells = [row.cells[place] for row in sample]
        if evidence := _evidence(cells, mapped.get(heading, ""), fewest):
            found[heading] = evidence
    return PersonalColumns(found)


def mask_personal(text: str) -> str:
    """A text without the e-mail addresses and telephone numbers it holds.

    >>> mask_personal("voir Mme X, 06 12 34 56 78 ou x@y.fr")
    'voir Mme X, ⟦retiré⟧ ou ⟦retiré⟧'
    """
    if "@" in text:
        text = _EMAIL.sub(MASK, text)
    # The cheap questions first: this is asked of every text of every column.
    if len(text) > 9 and _MAYBE_PHONE.search(text):
        text = _PHONE.sub(MASK, text)
    return text


def mask_titled(text: str) -> str:
    """A text without the persons it names by their title.

    >>> mask_titled("appeler Mme Claire Martin ou Me Petit avant midi")
    'appeler ⟦retiré⟧ ou ⟦retiré⟧ avant midi'
    >>> mask_titled("12 rue du Dr Martin"), mask_titled("Monsieur Vélo")
    ('12 rue du Dr Martin', 'Monsieur Vélo')
    """
    # The cheap question first.
    if not MAYBE_IN_TEXT.search(text):
        return text
    masked = IN_TEXT.sub(lambda found: found[0] if found["otherwise"] else MASK, text)
    return mask_in_lower_case(masked, MASK)


def names_persons_alone(cell: str) -> bool:
    """Whether a cell holds names of persons and nothing else, first names with surnames or titled.

    >>> names_persons_alone("Anne Prat"), names_persons_alone("Dupont M., Mme Le Gall")
    (True, True)
    >>> names_persons_alone("Anne"), names_persons_alone("Anne Prat, Val Ferme")
    (False, False)
    """
    return _one_or_several(cell, _is_whole_name)


def may_name_persons_alone(cell: str) -> bool:
    """The same, where a cell may hold anything: « Pierre sèche » is a stone.

    >>> [may_name_persons_alone(one) for one in ("Anne Prat", "Yann Le Goff", "Pierre sèche")]
    [True, True, False]
    """
    # The cheap questions first: this is asked of every text of the columns that are not known.
    if len(cell) > _LONGEST_NAME or " " not in cell or not cell[:1].isupper():
        return False
    common = any(word.islower() and len(word) > _LONGEST_PARTICLE for word in cell.split())
    return not common and names_persons_alone(cell)


def _evidence(cells: Sequence[str], field: str, fewest: int) -> Evidence | None:
    filled = [cell.strip() for cell in cells if cell and not cell.isspace()]
    if not filled:
        return None
    if _share(filled, _is_email) >= _MOST_ADDRESSES:
        return "emails"
    if field not in _NUMBERED and _share(filled, _is_phone) >= _MOST_ADDRESSES:
        return "phones"
    if field:
        return None
    if len(filled) >= fewest:
        return "names" if _share(filled, _are_persons) >= _MOST_NAMES else None
    return "names" if all(map(names_persons_alone, filled)) else None


def _share(cells: Sequence[str], test: Callable[[str], bool]) -> float:
    return sum(map(test, cells)) / len(cells)


def _is_email(cell: str) -> bool:
    return "@" in cell and bool(_EMAIL.fullmatch(cell.removeprefix("mailto:")))


def _is_phone(cell: str) -> bool:
    return len(cell) <= 60 and bool(_PHONE.match(cell))


def _are_persons(cell: str) -> bool:
    return _one_or_several(cell, _is_person)


def _one_or_several(cell: str, is_one: Callable[[str], bool]) -> bool:
    parts = _BETWEEN_NAMES.split(cell.strip(" ,;"))
    return is_one(cell) or all(is_one(part.strip()) for part in parts)


def _is_whole_name(text: str) -> bool:
    return len(text) <= _LONGEST_NAME and (names_person(text) or may_name_person(text))


def _is_person(cell: str) -> bool:
    """« Marie », « Marie Dupont », « Dupont M. », « Mme Dupont »."""
    if _is_whole_name(cell):
        return True
    if len(cell) > _LONGEST_NAME or any(char.isdigit() for char in cell):
        return False
    words = fold(cell).split()
    if not 1 <= len(words) <= 4 or not _NOT_IN_PERSONS.isdisjoint(words):
        return False
    titled = words[0] in SHORT_TITLES and len(words) > 1
    return titled or words[0] in FIRST_NAMES or words[-1] in FIRST_NAMES
