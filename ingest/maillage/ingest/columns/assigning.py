"""Which column of a file is which field of a list.

Headings are compared folded (case, accents, articles, plurals, punctuation, units) with the names
and labels of the list's fields and with the words of `column_names`. What the user says wins. The
outcome can be kept with the fingerprint of the heading, and offered when the same file comes again.
Where a heading says two things, what the first rows hold tells (`columns.contents`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from maillage.graph.errors import UnknownName
from maillage.graph.vocabulary import Label
from maillage.graph.wording import fill, listed
from maillage.ingest.columns.contents import FORM, STATE, are_states, may_be_states, texts_of
from maillage.ingest.columns.headings import Heading, heading_key, read_heading
from maillage.ingest.columns.names import BY_LIST, COMMON
from maillage.ingest.columns.neutral import precised_fields
from maillage.ingest.lists.registry import list_spec
from maillage.ingest.lists.rows import Cell
from maillage.ingest.persons.headings import is_personal_heading, personal_headings
from maillage.ingest.problems import Problem
from maillage.ingest.tables import Row
from maillage.ingest.word_sets import word_set

# A figure of a year may head its column with it: « CA 2013 ».
_YEARLY = word_set(
    """
    jobs fte turnover_eur subsidy_share member_count fees_eur public_eur private_eur own_eur
    """
)
# So may what a tie carries, which says nothing of the year of the organisation's own figures.
_DATED = _YEARLY | word_set("hours shared_fte fee_eur amount_eur votes share_pct votes_pct")
# Cells of a part of a whole: any word for it may say so, « Voix (%) » as well as « % des voix ».
_OF_PERCENT = frozenset({"percent", "share"})
# « Source » is where a tie starts if another column says where it ends, else a document.
_SOURCE_KEY = heading_key("source")
_TARGET_KEYS = frozenset(map(heading_key, ("target", "cible", "target_name", "acteur cible")))


@dataclass(frozen=True, slots=True)
class Ambiguity:
    """Two columns that say the same thing: `heading` was set apart for `winner`."""

    heading: str
    winner: str
    field: str


@dataclass(frozen=True, slots=True)
class ColumnMap:
    """What became of each column of one heading. `mapped` goes from heading to field.

    `unknown` lists all that is kept as an attribute under its own heading, ambiguous ones
    included; `personal`, what must not be kept at all. What a sheet of ours tells for the eye
    alone is in neither. `units` and `years` say, by field, what the heading adds to its cells:
    « Montant (k€) », « CA 2013 ». `by_part` are those of which a part alone is a word for their
    field: « Structure (au 1er janvier) ».
    """

    list_name: str
    header: tuple[str, ...]
    mapped: Mapping[str, str]
    unknown: tuple[str, ...] = ()
    ambiguous: tuple[Ambiguity, ...] = ()
    personal: tuple[str, ...] = ()
    missing_required: tuple[tuple[str, ...], ...] = ()
    units: Mapping[str, str] = field(default_factory=dict)
    years: Mapping[str, int] = field(default_factory=dict)
    # Columns that the user named and the file does not have.
    absent: tuple[str, ...] = ()
    by_part: tuple[str, ...] = ()

    @property
    def year(self) -> int | None:
        """The year of the figures, if all the headings that give one give the same."""
        years = set(self.years.values())
        return years.pop() if len(years) == 1 else None

    def problems(self, sheet: str = "") -> Iterator[Problem]:
        """What there is to say of the columns; personal ones are said by `personal_columns`."""
        for heading in self.absent:
            yield Problem.of("map_column_absent", sheet=sheet, column=heading)
        apart = {one.heading for one in self.ambiguous}
        for one in self.ambiguous:
            yield Problem.of("column_ambiguous", sheet=sheet, column=one.heading, winner=one.winner)
        for heading in self.unknown:
            if heading not in apart:
                yield Problem.of("column_unknown", sheet=sheet, column=heading)
        if self.by_part:
            yield Problem.of("columns_by_part", sheet=sheet, read=self._read_by_part())
        if len(years := sorted(set(self.years.values()))) > 1:
            yield Problem.of("figures_of_years", sheet=sheet, value=", ".join(map(str, years)))
        for names in self.missing_required:
            label = list_spec(self.list_name).row.cells()[names[0]].label.fr
            yield Problem.of("column_missing", sheet=sheet, value=label)

    def _read_by_part(self) -> Label:
        cells = list_spec(self.list_name).row.cells()
        templates = ("« {heading} » comme « {field} »", "“{heading}” as “{field}”")
        return listed(
            [
                fill(templates, heading=heading, field=cells[self.mapped[heading]].label)
                for heading in self.by_part
            ]
        )


def match_columns(
    header: Sequence[str],
    list_name: str,
    overrides: Mapping[str, str] | None = None,
    sample: Sequence[Row] = (),
) -> ColumnMap:
    """Match a heading to the fields of a list; `overrides` goes from column to field.

    An override to an empty field leaves its column out of the match. `sample` are the first rows.
    """
    told, absent = _told(header, list_name, overrides or {})
    # A person's column that is told to mean nothing is still a person's.
    personal = tuple(h for h in personal_headings(header) if not told.get(h))
    free = [h for h in header if h not in told and h not in personal]
    states = _of_states(header, sample)
    claims = _claims(free, list_name, {name for name in told.values() if name}, states)
    mapped = {h: name for h in header if (name := told.get(h) or claims.won.get(h))}
    passed_over = {*mapped, *personal, *_to_read(header, list_name)}
    return ColumnMap(
        list_name=list_name,
        header=tuple(header),
        mapped=mapped,
        unknown=tuple(h for h in header if h not in passed_over),
        ambiguous=tuple(claims.lost),
        personal=personal,
        missing_required=_missing(list_name, set(mapped.values())),
        units={name: unit for h, name in mapped.items() if (unit := read_heading(h).unit)},
        years={
            name: year
            for h, name in mapped.items()
            if name in _YEARLY and (year := read_heading(h).year)
        },
        absent=absent,
        by_part=tuple(h for h in mapped if h in claims.won and _is_known_by_part(h, list_name)),
    )


def is_known_heading(heading: str, list_name: str) -> bool:
    """Whether a text heads a column of a list, one that is never kept included."""
    return bool(_fields_of(heading, list_name)) or is_personal_heading(heading)


def may_mean(heading: str, list_name: str) -> frozenset[str]:
    """The fields that a heading may stand for, whichever it is given.

    >>> sorted(may_mean("ETP", "employers")), sorted(may_mean("ETP partagés", "employers"))
    (['fte', 'shared_fte'], ['shared_fte'])
    """
    return frozenset(_fields_of(heading, list_name))


def field_meant(words: str, list_name: str) -> str:
    """The field that somebody names: by its stable name, as the template has it, or by a word that
    would head its column.

    >>> field_meant("Part du capital (%)", "shareholdings"), field_meant("associé", "shareholdings")
    ('share_pct', 'holder')
    """
    cells = list_spec(list_name).row.cells()
    if words in cells:
        return words
    fields = _fields_of(words, list_name)
    if not fields:
        known = Label(", ".join(cell.label.fr for cell in cells.values()), ", ".join(cells))
        raise UnknownName("unknown_name", what="field", name=words, known=known)
    return min(fields, key=lambda name: fields[name])


@dataclass(slots=True)
class _Claims:
    won: dict[str, str] = field(default_factory=dict)
    lost: list[Ambiguity] = field(default_factory=list)


def _claims(
    headings: Sequence[str], list_name: str, taken: set[str], states: frozenset[str]
) -> _Claims:
    """Give each field to the column that names it best, the first of equals."""
    claims, winners = _Claims(), dict.fromkeys(taken, "")
    directed = list_name == "ties" and _source_is_an_end(headings)
    wishes = sorted(
        (rank, -(read_heading(heading).year or 0), place, heading, name)
        for place, heading in enumerate(headings)
        for name, rank in _wishes(
            heading, list_name, directed=directed, of_states=heading in states
        )
    )
    for _, _, _, heading, name in wishes:
        if heading not in claims.won and name not in winners:
            claims.won[heading] = name
            winners[name] = heading
    for _, _, _, heading, name in wishes:
        if heading not in claims.won and winners[name]:
            claims.lost.append(Ambiguity(heading, winners[name], name))
            claims.won[heading] = ""
    claims.won = {heading: name for heading, name in claims.won.items() if name}
    claims.lost.sort(key=lambda one: headings.index(one.heading))
    return claims


def _source_is_an_end(headings: Sequence[str]) -> bool:
    """Whether « Source » says where ties start: another column says where they end, none does."""
    keys = set(map(heading_key, headings))
    others = (set(_fields_of(h, "ties")) for h in headings if heading_key(h) != _SOURCE_KEY)
    started = any(fields & {"source_id", "source_name", "source_siren"} for fields in others)
    return bool(keys & _TARGET_KEYS) and not started


def _of_states(header: Sequence[str], sample: Sequence[Row]) -> frozenset[str]:
    """The headings that may mean a form or a state, and whose columns hold states."""
    return frozenset(
        heading
        for place, heading in enumerate(header)
        if may_be_states(heading) and are_states(texts_of(sample, place))
    )


def _wishes(
    heading: str, list_name: str, *, directed: bool, of_states: bool
) -> list[tuple[str, int]]:
    if directed and heading_key(heading) == _SOURCE_KEY:
        return [("source_name", 0)]
    fields = dict(_fields_of(heading, list_name))
    rank = fields.pop(FORM, None) if of_states else None
    if rank is not None and STATE in list_spec(list_name).row.cells():
        fields[STATE] = rank
    return list(fields.items())


def _fields_of(heading: str, list_name: str) -> Mapping[str, int]:
    """The fields that a heading may mean, with their rank: 0 is the field's own name."""
    words, said = _words(list_name), read_heading(heading)
    for key in said.keys:
        if key in words:
            return words[key]
    if by_part := _fields_by_part(said, list_name):
        return by_part
    fields = words.get(said.without_year, {})
    return {name: rank + 1 for name, rank in fields.items() if name in _DATED}


def _fields_by_part(said: Heading, list_name: str) -> Mapping[str, int]:
    words, meant = _words(list_name), precised_fields(said.precised)
    precised = {n: rank for n, rank in words.get(said.precision, {}).items() if n in meant}
    return precised or next((words[part] for part in said.parts if part in words), {})


def _is_known_by_part(heading: str, list_name: str) -> bool:
    words, said = _words(list_name), read_heading(heading)
    return words.keys().isdisjoint(said.keys) and bool(_fields_by_part(said, list_name))


@lru_cache(maxsize=32)
def _words(list_name: str) -> dict[str, dict[str, int]]:
    """Key of a heading → the fields it may mean, with their rank."""
    found: dict[str, dict[str, int]] = {}
    for name, cell in list_spec(list_name).row.cells().items():
        for rank, words in enumerate(_names(list_name, name, cell)):
            found.setdefault(heading_key(words), {}).setdefault(name, rank)
    return {key: _strongest(fields) for key, fields in found.items() if key}


def _strongest(fields: dict[str, int]) -> dict[str, int]:
    """A field whose own name a word is has no rival for it."""
    own = {name: rank for name, rank in fields.items() if rank == 0}
    return own or fields


def _names(list_name: str, name: str, cell: Cell) -> tuple[str, ...]:
    """The words for a field, strongest first; a label that stands among them keeps its place."""
    words = BY_LIST.get(list_name, {}).get(name, COMMON.get(name, ()))
    keys = set(map(heading_key, words))
    labels = (label for label in (cell.label.fr, cell.label.en) if heading_key(label) not in keys)
    plain = (name, *labels, *words)
    of_percent = plain if cell.reads in _OF_PERCENT else ()
    return (*plain, *(f"% {word.replace('%', '')}" for word in of_percent))


def _told(
    header: Sequence[str], list_name: str, overrides: Mapping[str, str]
) -> tuple[dict[str, str], tuple[str, ...]]:
    """What the user said, by heading as written in the file; and what is not there."""
    by_key = {heading_key(heading): heading for heading in reversed(header)}
    told: dict[str, str] = {}
    absent: list[str] = []
    for column, said in overrides.items():
        name = field_meant(said, list_name) if said else ""
        heading = column if column in header else by_key.get(heading_key(column))
        if heading is None:
            absent.append(column)
        elif not name or name not in told.values():
            told[heading] = name
    return told, tuple(absent)


def _to_read(header: Sequence[str], list_name: str) -> frozenset[str]:
    """The columns that our own sheets of the list have for the eye alone; a sheet that does not
    have them all is not ours, and what it says is kept."""
    labels = list_spec(list_name).to_read
    for headings in ({label.fr for label in labels}, {label.en for label in labels}):
        if headings <= set(header):
            return frozenset(headings)
    return frozenset()


def _missing(list_name: str, mapped: set[str]) -> tuple[tuple[str, ...], ...]:
    """The fields, or choices of fields, without which no line can be read."""
    needed = list_spec(list_name).row.needed()
    return tuple(names for names in needed if not mapped.intersection(names))
