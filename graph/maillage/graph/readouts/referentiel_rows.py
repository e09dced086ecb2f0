"""The référentiel and its scores, read back from the records that hold them.

Their rows say nothing of actors or ties, so records keep the cells as the file had them. A column
is known by the headings of the lists `referentiel` and `referentiel-scores`, or by what the import
says that it was mapped to.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from maillage.graph.dates import DateSpan
from maillage.graph.folding import fold
from maillage.graph.model import Import, Record
from maillage.graph.port import Reader

INDICATORS, SCORES = "referentiel", "referentiel-scores"
LEAST_SCORE, MOST_SCORE = 1, 6

# field: its headings in both languages; the name of the field is one too.
HEADINGS: Mapping[str, tuple[str, str]] = {
    "version": ("Version", "Version"),
    "general_objective": ("Objectif général", "General objective"),
    "principal_objective": ("Objectif principal", "Principal objective"),
    "principal_objective_title": (
        "Intitulé de l’objectif principal",
        "Title of the principal objective",
    ),
    "indicator_code": ("Code de l’indicateur", "Indicator code"),
    "indicator": ("Indicateur", "Indicator"),
    "respondent": ("Répondant", "Respondent"),
    "score": ("Note de 1 à 6", "Score from 1 to 6"),
}
_FIELDS = {fold(word): field for field, words in HEADINGS.items() for word in (field, *words)}


@dataclass(frozen=True, slots=True)
class Indicator:
    """A line of the référentiel; without a code, a general objective of which no more is known."""

    version: str
    general: str
    principal: str
    principal_title: str
    code: str
    text: str
    record: str


@dataclass(frozen=True, slots=True)
class Score:
    version: str
    code: str
    value: int
    respondent: str
    on: DateSpan | None
    record: str


@dataclass(frozen=True, eq=False)
class Referentiels:
    """Every version that is loaded, and the scores of poles."""

    reader: Reader

    @property
    def versions(self) -> tuple[str, ...]:
        """Those that have indicators, latest first; then those of which none is known."""
        detailed = {item.version for item in self.indicators if item.code}
        every = {item.version for item in self.indicators}
        return (*sorted(detailed, reverse=True), *sorted(every - detailed, reverse=True))

    def of(self, version: str) -> tuple[Indicator, ...]:
        """In the order of codes; the same line loaded twice is one."""
        found = {
            (item.code, item.general, item.text): item
            for item in self.indicators
            if item.version == version
        }
        return tuple(found[key] for key in sorted(found))

    @cached_property
    def indicators(self) -> tuple[Indicator, ...]:
        return tuple(
            Indicator(
                version=cells.get("version", ""),
                general=cells.get("general_objective", ""),
                principal=cells.get("principal_objective", ""),
                principal_title=cells.get("principal_objective_title", ""),
                code=cells.get("indicator_code", ""),
                text=cells.get("indicator", ""),
                record=record.id,
            )
            for record, cells in self._rows(INDICATORS)
        )

    def scores(self, pole: str, version: str) -> tuple[Score, ...]:
        """What respondents gave to this pole; of one respondent the latest of each indicator."""
        found: dict[tuple[str, str], Score] = {}
        for record, cells in self._rows(SCORES, self.reader.actor(pole).records):
            score = _score(record, cells)
            if score is None or score.version != version:
                continue
            key = score.code, score.respondent or record.id
            if key not in found or _later(score, found[key]):
                found[key] = score
        return tuple(found[key] for key in sorted(found))

    def _rows(
        self, list_name: str, ids: tuple[str, ...] | None = None
    ) -> Iterator[tuple[Record, Mapping[str, str]]]:
        """The records (these, or all) of the live imports of a list, their cells by field."""
        imports = {
            item.id: item for item in self.reader.imports() if item.live and item.list == list_name
        }
        for record in self.reader.records(ids) if imports else ():
            if item := imports.get(record.import_id):
                yield record, _fields(record, item)


def _fields(record: Record, item: Import) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for heading, text in record.cells.items():
        field = item.options.get(f"map:{heading}") or _FIELDS.get(fold(heading))
        if field and text.strip():
            found.setdefault(field, text.strip())
    return found


def _score(record: Record, cells: Mapping[str, str]) -> Score | None:
    try:
        value = int(cells.get("score", ""))
    except ValueError:
        return None
    if not LEAST_SCORE <= value <= MOST_SCORE:
        return None
    return Score(
        version=cells.get("version", ""),
        code=cells.get("indicator_code", ""),
        value=value,
        respondent=cells.get("respondent", ""),
        on=record.observed_on,
        record=record.id,
    )


def _later(one: Score, other: Score) -> bool:
    if one.on is None or other.on is None:
        return one.on is not None
    return one.on.latest > other.on.latest
