"""What changed between dates."""

from __future__ import annotations

from dataclasses import dataclass

from maillage.api.eyes import Eyes
from maillage.api.held import Held
from maillage.api.questions.question import FEW_DRAWS, is_large
from maillage.api.results import Results
from maillage.graph.dates import DateSpan
from maillage.graph.measures.study import effective_seed
from maillage.graph.readouts.comparison import compare, yearly
from maillage.graph.views import Lens


@dataclass(frozen=True, kw_only=True)
class ComparisonAsked:
    first: DateSpan
    last: DateSpan
    yearly: bool
    lens: Lens
    names: tuple[str, ...]
    by: str
    permutations: int | None
    seed: int | None
    eyes: Eyes

    def is_heavy(self, held: Held) -> bool:
        dates = self.last.latest.year - self.first.earliest.year if self.yearly else 2
        return is_large(held) or (self.permutations or 0) * dates > FEW_DRAWS

    def answer(self, held: Held) -> Results:
        dates = yearly(self.first, self.last) if self.yearly else [self.first, self.last]
        found = compare(
            held.reader(self.eyes),
            held.known(self.lens, self.eyes),
            dates,
            self.names,
            by=self.by,
            permutations=self.permutations,
            seed=self.seed,
        )
        return Results.of(found.results, found.network.provenance, effective_seed(self.seed))
