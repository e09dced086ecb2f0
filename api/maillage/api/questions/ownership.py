"""Who owns and who decides: of everybody, or of one holder or firm."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import cast

import numpy as np

from maillage.api.access.eyes import Eyes
from maillage.api.answers.results import ProvenanceOut, ResultOut, Results
from maillage.api.questions.question import is_large
from maillage.api.work.held import Held
from maillage.graph.arrays import KIND_CODES
from maillage.graph.measures.ownership.holdings import Holdings
from maillage.graph.measures.ownership.registry import measure_ownership
from maillage.graph.measures.result import Details, Json, Keyed, Result
from maillage.graph.vocabulary import HOLDING, Label

# Holdings beyond which who holds what through whom is left to another process.
FEW_HOLDINGS = 1_000
# What is said of each firm.
OF_FIRMS = (
    "lookthrough_by_kind",
    "direct_by_kind",
    "direct_total_known",
    "votes_beside_capital",
    "shapley_direct",
)


class OwnershipOut(Results):
    """`excess`: firms of which more than the whole would be held, left out and named."""

    excess: list[Label]


@dataclass(frozen=True, kw_only=True)
class OwnershipAsked:
    # Everybody, unless one is named.
    owner: str | None = None
    names: tuple[str, ...]
    at: str | None
    certain_dates: bool
    pole: str | None
    eyes: Eyes

    def is_heavy(self, held: Held) -> bool:
        holdings = np.count_nonzero(held.columns().ties.kind == KIND_CODES[HOLDING])
        return is_large(held) or int(holdings) > FEW_HOLDINGS

    def answer(self, held: Held) -> OwnershipOut:
        reader = held.reader(self.eyes)
        holdings = reader.holdings(at=self.at, certain_dates=self.certain_dates, pole=self.pole)
        owner = reader.actor(self.owner).id if self.owner else None
        found = measure_ownership(holdings, self.names or None, owner=owner)
        if owner is not None and not self.names:
            found += _as_firm(holdings, owner)
        return OwnershipOut(
            results=[ResultOut.of(result) for result in found],
            provenance=ProvenanceOut.of(holdings.provenance),
            excess=[Label(fr=said.text("fr"), en=said.text("en")) for said in holdings.faults],
        )


def _as_firm(holdings: Holdings, firm: str) -> Iterator[Result]:
    """What is said of it as a firm that others hold."""
    if holdings.index[firm] not in holdings.lines_in:
        return
    for result in measure_ownership(holdings, OF_FIRMS):
        value = result.value
        if isinstance(value, Keyed | Details) and firm in value:
            why = value.reasons.get(firm)
            own = Details({firm: cast("Json", value[firm])}, {firm: why} if why else {})
            yield replace(result, value=own)
