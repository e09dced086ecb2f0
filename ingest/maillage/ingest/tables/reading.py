"""What a reader is given: the file, the limits, the headings that are known, where to report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from maillage.graph.errors import UnreadableFile
from maillage.ingest.problems import Problem, ProblemLog
from maillage.ingest.tables.header import IsKnown, head_of_table, nothing_known
from maillage.ingest.tables.model import MEGABYTE, Limits
from maillage.ingest.tables.source import Source


@dataclass(frozen=True, slots=True)
class Reading:
    source: Source
    limits: Limits
    is_known: IsKnown
    log: ProblemLog
    # A line with fewer known headings heads no list: it may head a table of who is with whom.
    fewest_headings: int = 1

    def unreadable(self, code: str, **values: object) -> UnreadableFile:
        return UnreadableFile(code, path=self.source.name, **values)

    def refuse_size(self, most: int) -> None:
        size = self.source.size
        if size > most:
            raise self.unreadable("file_too_large", size=size // MEGABYTE, limit=most // MEGABYTE)

    def refuse_width(self, columns: int) -> None:
        if columns > self.limits.columns:
            raise self.unreadable("file_too_many_columns", limit=self.limits.columns)

    def note_header(
        self, *, sheet: str, line: int, known: bool, above: Sequence[Sequence[str]]
    ) -> None:
        """Say what was taken as the heading where it is not plain."""
        if not known and self.is_known is not nothing_known:
            self.log.add(Problem.of("header_unknown", sheet=sheet, row=line))
        if above:
            self.log.add(Problem.of("title_rows", sheet=sheet, row=line, count=len(above)))
        if head := head_of_table(above, self.is_known):
            value = " | ".join(head)
            self.log.add(Problem.of("table_above", sheet=sheet, row=line, value=value))
