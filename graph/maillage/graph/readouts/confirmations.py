"""Which ties were confirmed between two dates: with them both ends had then spoken."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from maillage.graph.arrays import STANDINGS
from maillage.graph.dates import DateSpan
from maillage.graph.readouts.acts import MOST_TOLD, Acts
from maillage.graph.readouts.subject import Subject
from maillage.graph.vocabulary import Standing


@dataclass(frozen=True, eq=False)
class Confirmations:
    """Of the ties of a subject; none is told where there are too many to read."""

    subject: Subject
    first: DateSpan
    last: DateSpan

    @property
    def too_many(self) -> bool:
        return len(self._ever) > MOST_TOLD

    @cached_property
    def between(self) -> list[int]:
        return sorted(
            line
            for line, on in self._told.items()
            if on and not self._unsure(on) and self.first.latest < on.earliest <= self.last.latest
        )

    @cached_property
    def sometime(self) -> list[int]:
        """Those of which nobody can say whether it was between the dates."""
        return sorted(line for line, on in self._told.items() if on is None or self._unsure(on))

    def _unsure(self, on: DateSpan) -> bool:
        """Whether it may be on either side of the end of a date."""
        return any(on.earliest <= end.latest < on.latest for end in (self.first, self.last))

    @cached_property
    def _told(self) -> dict[int, DateSpan | None]:
        """When the second end spoke, of each tie that was ever confirmed."""
        lines = [] if self.too_many else self._ever
        place = {self.subject.graph.ties.ids[line]: line for line in lines}
        acts = Acts(self.subject.reader).of(self.subject.ties(lines))
        return {place[act.tie]: act.on for act in acts if act.kind == "confirmed"}

    @cached_property
    def _ever(self) -> list[int]:
        confirmed = self.subject.graph.ties.standing == STANDINGS.index(Standing.CONFIRMED)
        found: list[int] = np.flatnonzero(confirmed & self.subject.concerned).tolist()
        return found
