"""The rows of nodes and edges: the graph of direct cooperation, for measuring without a store."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import polars as pl

from maillage.graph.vocabulary import Sector
from maillage.ingest.sample.names import column
from maillage.ingest.sample.population import Ints
from maillage.ingest.sample.ties import KINDS, TieRows
from maillage.ingest.sample.world import World, of_archetypes, of_departements

# The sectors that indexes compare; the others are blank here, as every index leaves them out.
_SECTORS = (Sector.PUBLIC, Sector.ESS, Sector.PRIVATE)
# Of a hundred ties, how many have the strength 1, 2, …, 5.
_STRENGTHS = (50, 25, 13, 8, 4)


@dataclass(frozen=True, eq=False)
class PlainRows:
    world: World
    edges: TieRows
    numbered: bool  # ids are the numbers 0, 1, …, a tenth of the memory of texts

    def node_frame(self, low: int, high: int) -> pl.DataFrame:
        """Organisations `low` to `high` - 1."""
        population, tables = self.world.population, self.world.tables
        sort = population.archetype[low:high].astype(np.int64)
        sectors = [each.sector if each.sector in _SECTORS else "" for each in tables.archetypes]
        departement = population.departement[low:high].astype(np.int64)
        return pl.DataFrame(
            {
                "id": self._ids(np.arange(low, low + len(sort), dtype=np.int32)),
                "sector": column(sectors).gather(sort),
                "ess_family": of_archetypes(tables.archetypes, "ess_family", sort),
                "departement": of_departements(tables.departements, "code", departement),
                "pole": self.world.pole_ids(population.pole[low:high].astype(np.int64)),
            }
        )

    def edge_frame(self, low: int, high: int) -> pl.DataFrame:
        """Edges `low` to `high` - 1."""
        rows = self.edges.take(slice(low, high))
        token = rows.tokens(len(self.world.population))
        strength = self.world.draws.pick("strength", token, _STRENGTHS)
        return pl.DataFrame(
            {
                "source": self._ids(rows.source),
                "target": self._ids(rows.target),
                "weight": (1 + strength).astype(np.int8),
                "kind": column(KINDS).gather(rows.kind),
            }
        )

    def _ids(self, numbers: Ints) -> pl.Series:
        return pl.Series(numbers) if self.numbered else self.world.ids.gather(numbers)
