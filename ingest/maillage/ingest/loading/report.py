"""What became of a file: the fate of each line, and what there is to say of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal, TypedDict

from maillage.graph.languages import Language
from maillage.graph.numerals import number
from maillage.graph.planning import Outcome
from maillage.graph.vocabulary import Label
from maillage.ingest.loading.findings.ends_changed import Turned
from maillage.ingest.loading.seen import Layout, SheetSeen
from maillage.ingest.problems import Problem, ProblemLog
from maillage.ingest.problems.words import Level

KEPT_REFUSED = 1_000
# A part of the file that is not read: who is missing may be in it.
_UNREAD = ("second_table", "table_above")


class Fate(StrEnum):
    ACCEPTED = "accepted"
    CHANGED = "changed"
    REFUSED = "refused"
    WAITING = "waiting"


# How an actor that a line points at was found.
How = Literal["by_number", "by_name", "new", "waiting"]


class EndedData(TypedDict):
    tie: str
    source: str
    target: str
    kind: str


class ReportData(TypedDict):
    file: str
    list: str
    import_id: str | None
    replaces: str
    written: bool
    again: bool
    rows: int
    fates: dict[str, int]
    lines: list[dict[str, str | int]]
    problems: list[dict[str, str | int | None]]
    not_shown: dict[str, int]
    references: dict[How, int]
    graph: dict[str, int]
    ended: list[EndedData]


@dataclass(frozen=True, slots=True)
class Match:
    """Another actor that the one of a line may be."""

    other: str
    reasons: tuple[Label, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """The same, as a person can judge it."""

    id: str
    name: str
    kind: str
    where: str
    reasons: tuple[Label, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line with its cells, its fate and what it does to the network."""

    sheet: str
    row: int
    fate: Fate
    cells: Mapping[str, str]
    does: Label | None
    candidates: tuple[Candidate, ...]


@dataclass
class Report:
    """Counts every line; keeps the fate of those that are not plainly accepted."""

    file: str
    list: str
    import_id: str | None = None
    # The import whose marked copy, mended, this file is: it counts no longer once this one does.
    replaces: str = ""
    written: bool = False
    outcome: Outcome | None = None
    # Ties that are over because a list said to be complete no longer names them.
    ended: Sequence[Turned] = ()
    problems: ProblemLog = field(default_factory=ProblemLog)
    counts: Counter[Fate] = field(default_factory=Counter)
    notable: dict[tuple[str, int], Fate] = field(default_factory=dict)
    layouts: dict[str, Layout] = field(default_factory=dict)
    # The actors that lines point at, each counted once.
    references: Counter[How] = field(default_factory=Counter)
    # The very same file was loaded before, in the same way, and it counts, or another in its
    # place: nothing changed.
    again: bool = False
    # Columns of each sheet and what becomes of them.
    sheets: Sequence[SheetSeen] = ()
    # Cells of lines that made no record, the first ones met.
    refused_cells: dict[tuple[str, int], Mapping[str, str]] = field(default_factory=dict)
    # Actors that the one of a line may be, of lines that wait.
    matches: dict[tuple[str, int], tuple[Match, ...]] = field(default_factory=dict)
    # Actors that the new pole, network or group whose list it is may be.
    owner_matches: tuple[Match, ...] = ()
    owner_candidates: Sequence[Candidate] = ()
    # Lines of which something is said and that make no row: titles, totals, headings.
    aside: Collection[tuple[str, int]] = ()
    # Lines to show; how many others there are.
    lines: Sequence[Line] = ()
    lines_left_out: int = 0

    @property
    def rows(self) -> int:
        return self.counts.total()

    @property
    def refused(self) -> int:
        return self.counts[Fate.REFUSED]

    @property
    def found_wrong(self) -> bool:
        """Whether a line, a sheet or a column could not be taken as it is."""
        return bool(self.refused or self.problems.count_level("refused"))

    @property
    def read_whole(self) -> bool:
        """Whether nothing of the file was refused, nor any table of it left unread."""
        return not (self.found_wrong or any(map(self.problems.count, _UNREAD)))

    def keep_refused(self, sheet: str, line: int, cells: Mapping[str, str]) -> None:
        if len(self.refused_cells) < KEPT_REFUSED:
            self.refused_cells[sheet, line] = cells

    def settle(self, sheet: str, line: int, fate: Fate) -> None:
        """The fate of a line; a later word on it replaces the earlier one."""
        if fate is Fate.ACCEPTED and (sheet, line) not in self.notable:
            self.counts[fate] += 1
            return
        earlier = self.notable.get((sheet, line))
        if earlier:
            self.counts[earlier] -= 1
        self.counts[fate] += 1
        if fate is Fate.ACCEPTED:
            self.notable.pop((sheet, line), None)
        else:
            self.notable[sheet, line] = fate

    def revise(self, sheet: str, line: int, fate: Fate) -> None:
        """The fate of a line that was settled before, perhaps as plainly accepted."""
        if (sheet, line) not in self.notable:
            self.counts[Fate.ACCEPTED] -= 1
        self.settle(sheet, line, fate)

    def say(self, problems: Iterable[Problem]) -> None:
        """Findings; a line that was plainly accepted until then has the fate that they give it."""
        for problem in problems:
            self.problems.add(problem)
            line = problem.row
            if line is not None and (problem.sheet, line) not in self.notable:
                self.revise(problem.sheet, line, fate_of([problem]))

    def close(self) -> None:
        """Once the fate of every line is known, what is said of them agrees with it."""
        if self.refused:
            self.problems.refuse_lines(
                {place for place, fate in self.notable.items() if fate is Fate.REFUSED}
            )

    def summary(self, language: Language) -> str:
        """One sentence: lines read, ready, to look at, waiting, refused."""
        parts = [
            _said(self.counts[fate], language, words)
            for fate, words in _COUNTED.items()
            if self.counts[fate] or fate in _ALWAYS_COUNTED
        ]
        return f"{_said(self.rows, language, _LINES)}{_COLON[language]} {', '.join(parts)}."

    def as_data(self, language: Language) -> ReportData:
        outcome = self.outcome
        return {
            "file": self.file,
            "list": self.list,
            "import_id": self.import_id,
            "replaces": self.replaces,
            "written": self.written,
            "again": self.again,
            "rows": self.rows,
            "fates": {fate.value: self.counts[fate] for fate in Fate},
            "lines": [
                {"sheet": sheet, "row": line, "fate": fate.value}
                for (sheet, line), fate in sorted(self.notable.items())
            ],
            "problems": [problem.as_dict(language) for problem in self.problems.in_order()],
            "not_shown": self.problems.beyond,
            "references": dict(self.references),
            "graph": {
                "actors_written": outcome.actors_written if outcome else 0,
                "ties_written": outcome.ties_written if outcome else 0,
                "actors_dropped": outcome.actors_dropped if outcome else 0,
                "ties_dropped": outcome.ties_dropped if outcome else 0,
            },
            "ended": [
                {"tie": one.tie, "source": one.source, "target": one.target, "kind": one.kind}
                for one in self.ended
            ],
        }


def fate_of(problems: Sequence[Problem], heard: Level | None = None) -> Fate:
    """The worst of what is said of a line; `heard` is what its reader said of it."""
    if not (problems or heard):
        return Fate.ACCEPTED
    levels = {problem.level for problem in problems} | {heard}
    return next((fate for level, fate in _WORST_FIRST if level in levels), Fate.ACCEPTED)


_WORST_FIRST: tuple[tuple[Level, Fate], ...] = (
    ("refused", Fate.REFUSED),
    ("waiting", Fate.WAITING),
    ("warning", Fate.CHANGED),
)


# none, one, several; in French then in English
_Counting = dict[Language, tuple[str, str, str]]
_LINES: _Counting = {
    "fr": ("aucune ligne lue", "1 ligne lue", "{} lignes lues"),
    "en": ("no line read", "1 line read", "{} lines read"),
}
_COUNTED: dict[Fate, _Counting] = {
    Fate.ACCEPTED: {
        "fr": ("aucune prête", "1 prête", "{} prêtes"),
        "en": ("none ready", "1 ready", "{} ready"),
    },
    Fate.CHANGED: {
        "fr": ("", "1 à regarder", "{} à regarder"),
        "en": ("", "1 to look at", "{} to look at"),
    },
    Fate.WAITING: {
        "fr": ("", "1 attend votre avis", "{} attendent votre avis"),
        "en": ("", "1 waits for your decision", "{} wait for your decision"),
    },
    Fate.REFUSED: {
        "fr": ("aucune refusée", "1 refusée", "{} refusées"),
        "en": ("none refused", "1 refused", "{} refused"),
    },
}
_ALWAYS_COUNTED = (Fate.ACCEPTED, Fate.REFUSED)
_COLON: dict[Language, str] = {"fr": "\u202f:", "en": ":"}


def _said(count: int, language: Language, words: _Counting) -> str:
    return words[language][min(count, 2)].format(number(count, language))
