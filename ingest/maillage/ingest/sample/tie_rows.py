"""The rows of ties.csv."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import polars as pl

from maillage.graph.vocabulary import TIE_KINDS, Status
from maillage.ingest.sample import figures
from maillage.ingest.sample.draws import Draws, Numbers, Words
from maillage.ingest.sample.names import Shelf, column
from maillage.ingest.sample.ties import KINDS, STATUSES, TieRows
from maillage.ingest.sample.world import World, cited

_SUBTYPES = {
    "partnership": ("convention", "projet commun", "", "échange de savoirs", "coproduction"),
    "supply": ("", "sous-traitance", "circuit court"),
    "shared_staff": ("mise à disposition", "", "poste partagé"),
    "shared_premises": ("", "colocation", "atelier partagé"),
    "joint_purchase": ("", "énergie", "fournitures", "assurances"),
    "shareholding": ("", "parts sociales", "actions"),
    "financing": ("subvention", "appel à projets", "prêt", "don"),
    "membership": ("adhérent", "membre fondateur", "administrateur"),
    "carrier": ("structure porteuse",),
    "employer_group": ("adhérent",),
}
_KINDS = [TIE_KINDS[name] for name in KINDS]
_SHAREHOLDING, _FINANCING, _SUPPLY = (
    KINDS.index(name) for name in ("shareholding", "financing", "supply")
)


@dataclass(frozen=True, eq=False)
class TieCells:
    world: World
    rows: TieRows
    held: Numbers  # by node: the sum of the weights of its shareholders
    subtypes: Shelf

    @classmethod
    def of(cls, world: World, rows: TieRows) -> TieCells:
        holding = rows.kind == _SHAREHOLDING
        target = rows.target[holding]
        weights = _stake(rows.take(holding).tokens(len(world)), draws=world.draws)
        held = np.bincount(target, weights=weights, minlength=len(world)).astype(np.int64)
        return cls(world, rows, held, Shelf.of([_SUBTYPES[name] for name in KINDS]))

    def frame(self, low: int, high: int) -> pl.DataFrame:
        """Ties `low` to `high` - 1."""
        rows = self.rows.take(slice(low, high))
        token = rows.tokens(len(self.world))
        draws, ids = self.world.draws, self.world.ids
        subtype = self.subtypes.positions(
            rows.kind.astype(np.int64), draws.below("subtype", token, 1 << 24)
        )
        source = figures.sources(token, draws=draws)
        direction = ["directed" if kind.directed else "undirected" for kind in _KINDS]
        return pl.DataFrame(
            {
                "source_id": ids.gather(rows.source),
                "target_id": ids.gather(rows.target),
                "kind": column(KINDS).gather(rows.kind),
                "subtype": self.subtypes.texts.gather(subtype),
                "direction": column(direction).gather(rows.kind),
                "share_pct": self._shares(rows, token),
                "amount_eur": _amounts(rows, token, draws=draws),
                **_dates(rows, token, draws=draws),
                "tier": column([kind.tier or "" for kind in _KINDS]).gather(rows.kind),
                "status": column([str(status) for status in STATUSES]).gather(rows.status),
                "observed_on": column([origin.observed_on for origin in figures.SOURCES]).gather(
                    source
                ),
                "certainty": column(["stated", "deduced"]).gather(
                    draws.pick("certainty", token, [92, 8])
                ),
                **cited(source, "Liens", np.arange(low, low + len(rows))),
            }
        )

    def _shares(self, rows: TieRows, token: Words) -> pl.Series:
        """Parts of what is known of a firm's capital: from 30 to 100 % of it, never more."""
        draws = self.world.draws
        known = 3000 + draws.below("capital known", rows.target, 7001)
        held = self.held[rows.target]
        share = _stake(token, draws=draws) * known // np.maximum(held, 1)
        said = (rows.kind == _SHAREHOLDING) & (share > 0)
        return figures.blank(share, unless=said) / 100


def _stake(token: Words, *, draws: Draws) -> Numbers:
    return 1 + draws.below("stake", token, 100)


def _amounts(rows: TieRows, token: Words, *, draws: Draws) -> pl.Series:
    thousands = 1 + draws.below("amount", token, 400)
    amount = np.where(rows.kind == _FINANCING, 500 * thousands, 100 * thousands)
    said = draws.below("says amount", token, 100) < 60
    carried = np.isin(rows.kind, [_FINANCING, _SHAREHOLDING, _SUPPLY])
    return figures.blank(amount, unless=said & carried)


def _dates(rows: TieRows, token: Words, *, draws: Draws) -> dict[str, pl.Series]:
    """Ended ties end in a later year than they began; planned ones begin after the lists."""
    ended = rows.status == STATUSES.index(Status.ENDED)
    planned = rows.status == STATUSES.index(Status.PLANNED)
    past = draws.below("start", token, 1 << 16)
    active = 2022 - (past * past * 18 >> 32)  # more of them recent
    start = np.where(ended, 2004 + (past * 13 >> 16), active)
    start = np.where(planned, 2025 + past % 3, start)
    end = np.where(ended, start + 1 + draws.below("lasts", token, 6), 0)
    return {
        "valid_from": figures.partial_dates("from", token, start, draws=draws),
        "valid_to": figures.partial_dates("to", token, end, draws=draws),
    }
