"""What the readers of a file say of its lines, passed on and remembered until the line is met."""

from __future__ import annotations

from collections.abc import Iterator

from maillage.ingest.problems import Problem, ProblemLog
from maillage.ingest.problems.words import Level


class Overheard(ProblemLog):
    """Passes on what the readers of a file say, and remembers of which lines they said it."""

    def __init__(self, into: ProblemLog) -> None:
        super().__init__(keep=0)
        self._into = into
        self._lines: dict[tuple[str, int], Level] = {}

    def add(self, problem: Problem) -> None:
        self._into.add(problem)
        if problem.row is not None and problem.level != "info":
            place = problem.sheet, problem.row
            if self._lines.get(place) != "refused":
                self._lines[place] = problem.level

    def take(self, sheet: str, line: int) -> Level | None:
        return self._lines.pop((sheet, line), None) if self._lines else None

    def left(self) -> Iterator[tuple[str, int, Level]]:
        """Lines that made no row, and those of which something was said when they had."""
        return ((sheet, line, level) for (sheet, line), level in self._lines.items())
