"""What changed between dates, in figures or in words; and two poles, in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from maillage.api.access.eyes import Eyes
from maillage.api.answers.results import Results
from maillage.api.answers.told import Readouts
from maillage.api.questions.question import FEW_DRAWS, is_large
from maillage.api.work.held import Held
from maillage.graph.dates import DateSpan
from maillage.graph.measures.study import effective_seed
from maillage.graph.readouts.changes import changes
from maillage.graph.readouts.comparison import Comparison, compare, yearly
from maillage.graph.readouts.two_poles import two_poles
from maillage.graph.views import Lens


@dataclass(frozen=True, kw_only=True)
class _OfDates:
    first: DateSpan
    last: DateSpan
    yearly: bool
    lens: Lens
    names: tuple[str, ...] = ()
    by: str
    permutations: int | None = None
    seed: int | None = None
    eyes: Eyes

    @property
    def dates(self) -> Sequence[DateSpan]:
        return yearly(self.first, self.last) if self.yearly else [self.first, self.last]

    def is_heavy(self, held: Held) -> bool:
        dates = self.last.latest.year - self.first.earliest.year if self.yearly else 2
        return is_large(held) or (self.permutations or 0) * dates > FEW_DRAWS

    def _compared(self, held: Held) -> Comparison:
        return compare(
            held.reader(self.eyes),
            held.known(self.lens, self.eyes),
            self.dates,
            self.names,
            by=self.by,
            permutations=self.permutations,
            seed=self.seed,
        )


@dataclass(frozen=True, kw_only=True)
class ComparisonAsked(_OfDates):
    def answer(self, held: Held) -> Results:
        found = self._compared(held)
        return Results.of(found.results, found.network.provenance, effective_seed(self.seed))


@dataclass(frozen=True, kw_only=True)
class ChangesAsked(_OfDates):
    """One read-out from each date to the next."""

    def answer(self, held: Held) -> Readouts:
        found = self._compared(held)
        reader, lens = held.reader(self.eyes), held.known(self.lens, self.eyes)
        told = [
            changes(reader, lens, first, last, found.results)
            for first, last in pairwise(self.dates)
        ]
        return Readouts.of(told, found.network.provenance)


@dataclass(frozen=True, kw_only=True)
class TwoPolesAsked:
    pole: str
    other: str
    at: str | None
    by: str
    eyes: Eyes

    def is_heavy(self, held: Held) -> bool:
        return is_large(held)

    def answer(self, held: Held) -> Readouts:
        reader = held.reader(self.eyes)
        found = two_poles(reader, self.pole, self.other, self.at, by=self.by)
        return Readouts.of([found], reader.network(at=self.at).provenance)
