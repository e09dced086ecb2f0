"""What became of a file: the fate of each line, and what there is to say of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypedDict

from maillage.graph.errors import Language
from maillage.graph.ledger import Outcome
from maillage.graph.vocabulary import Label
from maillage.ingest.problems import Problem, ProblemLog


class Fate(StrEnum):
    ACCEPTED = "accepted"
    CHANGED = "changed"
    REFUSED = "refused"
    WAITING = "waiting"


FATE_LABELS = {
    Fate.ACCEPTED: Label("prête", "ready"),
    Fate.CHANGED: Label("prête, à regarder", "ready, to look at"),
    Fate.REFUSED: Label("refusée", "refused"),
    Fate.WAITING: Label("attend votre avis", "waits for your decision"),
}


class ReportData(TypedDict):
    file: str
    list: str
    import_id: str | None
    written: bool
    rows: int
    fates: dict[str, int]
    lines: list[dict[str, str | int]]
    problems: list[dict[str, str | int | None]]
    not_shown: dict[str, int]
    graph: dict[str, int]


@dataclass
class Report:
    """Counts every line; keeps the fate of those that are not plainly accepted."""

    file: str
    list: str
    import_id: str | None = None
    written: bool = False
    outcome: Outcome | None = None
    problems: ProblemLog = field(default_factory=ProblemLog)
    counts: Counter[Fate] = field(default_factory=Counter)
    notable: dict[tuple[str, int], Fate] = field(default_factory=dict)
    # How each reference by name was understood: actor id → how many lines meant it.
    found_by_name: Counter[str] = field(default_factory=Counter)

    @property
    def rows(self) -> int:
        return self.counts.total()

    @property
    def refused(self) -> int:
        return self.counts[Fate.REFUSED]

    def settle(self, sheet: str, line: int, fate: Fate) -> None:
        """The fate of a line; a later word on it replaces the earlier one."""
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

    def summary(self, language: Language) -> str:
        """One sentence: lines read, ready, waiting, refused."""
        counts: Mapping[Fate, int] = self.counts
        ready = counts[Fate.ACCEPTED] + counts[Fate.CHANGED]
        if language == "fr":
            return (
                f"{_n(self.rows, 'ligne lue', 'lignes lues')}\u202f: {_n(ready, 'prête', 'prêtes')}"
                f", {_n(counts[Fate.WAITING], 'attend', 'attendent')} votre avis, "
                f"{_n(counts[Fate.REFUSED], 'refusée', 'refusées')}."
            )
        return (
            f"{_n(self.rows, 'line', 'lines')} read: {ready} ready, "
            f"{counts[Fate.WAITING]} waiting for your decision, {counts[Fate.REFUSED]} refused."
        )

    def as_data(self, language: Language) -> ReportData:
        outcome = self.outcome
        return {
            "file": self.file,
            "list": self.list,
            "import_id": self.import_id,
            "written": self.written,
            "rows": self.rows,
            "fates": {fate.value: self.counts[fate] for fate in Fate},
            "lines": [
                {"sheet": sheet, "row": line, "fate": fate.value}
                for (sheet, line), fate in sorted(self.notable.items())
            ],
            "problems": [problem.as_dict(language) for problem in self.problems.in_order()],
            "not_shown": self.problems.beyond,
            "graph": {
                "actors_written": outcome.actors_written if outcome else 0,
                "ties_written": outcome.ties_written if outcome else 0,
                "actors_dropped": outcome.actors_dropped if outcome else 0,
                "ties_dropped": outcome.ties_dropped if outcome else 0,
            },
        }


def fate_of(problems: tuple[Problem, ...]) -> Fate:
    """A line that is kept: plainly, or with something to look at."""
    if any(problem.level == "refused" for problem in problems):
        return Fate.REFUSED
    if any(problem.level == "waiting" for problem in problems):
        return Fate.WAITING
    return (
        Fate.CHANGED if any(problem.level == "warning" for problem in problems) else Fate.ACCEPTED
    )


def _n(count: int, one: str, many: str) -> str:
    return f"{count} {one if count < 2 else many}"
