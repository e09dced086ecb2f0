"""Measures of a view, of one mode or two."""

from __future__ import annotations

from dataclasses import dataclass, replace

from maillage.api.access.eyes import Eyes
from maillage.api.answers.results import Results
from maillage.api.questions.question import takes_long
from maillage.api.work.held import Held
from maillage.graph.errors import UnknownName
from maillage.graph.measures.entry import Measure
from maillage.graph.measures.modes import TWO_DATES, TWO_MODES, measure_two_modes
from maillage.graph.measures.ownership.registry import OWNERSHIP
from maillage.graph.measures.registry import ONE_MODE, measure
from maillage.graph.measures.result import Result
from maillage.graph.measures.study import Study, effective_seed
from maillage.graph.measures.two_modes import TwoModes
from maillage.graph.network import Network
from maillage.graph.views import Lens

AFFILIATION = "affiliation"
# How that view tells its modes apart, and which of them are rows.
MODE_COLUMN, ROWS, MODES = "mode", "gathering", ("gathering", "organisation")


@dataclass(frozen=True, kw_only=True)
class MeasureAsked:
    name: str
    lens: Lens
    by: str
    permutations: int | None
    seed: int | None
    eyes: Eyes

    def __post_init__(self) -> None:
        of_view(self.name)

    def is_heavy(self, held: Held) -> bool:
        return takes_long(held, [of_view(self.name)], self.permutations)

    def answer(self, held: Held) -> Results:
        two_modes = self.name in TWO_MODES
        lens = replace(self.lens, view=AFFILIATION) if two_modes else self.lens
        network = held.network(lens, self.eyes)
        found = self._of_modes(network) if two_modes else self._of_one(network)
        return Results.of(found, network.provenance, effective_seed(self.seed))

    def _of_one(self, network: Network) -> list[Result]:
        return measure(
            network,
            [self.name],
            by=self.by if ONE_MODE[self.name].needs_partition else None,
            permutations=self.permutations,
            seed=self.seed,
        )

    def _of_modes(self, network: Network) -> list[Result]:
        return measure_two_modes(
            network,
            [self.name],
            by=MODE_COLUMN,
            top=ROWS,
            reach=self.by,
            groups=MODES,
            permutations=self.permutations,
            seed=self.seed,
        )


def of_view(name: str) -> Measure[Study] | Measure[TwoModes]:
    """The measure of this name, if it is one of a view."""
    if name in ONE_MODE:
        return ONE_MODE[name]
    if name in TWO_MODES:
        return TWO_MODES[name]
    for others, where in ((TWO_DATES, "/compare"), (OWNERSHIP, "/ownership")):
        if name in others:
            raise UnknownName("measure_elsewhere", name=name, where=where)
    known = ", ".join(sorted((*ONE_MODE, *TWO_MODES)))
    raise UnknownName("unknown_name", what="measure", name=name, known=known)
