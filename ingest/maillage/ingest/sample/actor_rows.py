"""The rows of actors.csv."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import polars as pl

from maillage.ingest.sample import figures
from maillage.ingest.sample.draws import Numbers
from maillage.ingest.sample.identifiers import ranks_in_departement, rnas, sirens
from maillage.ingest.sample.names import Shelf, toponyms
from maillage.ingest.sample.world import World, cited, of_archetypes, of_departements, years


@dataclass(frozen=True, eq=False)
class ActorRows:
    world: World
    towns: Shelf
    ranks: Numbers  # of each organisation within its département

    @classmethod
    def of(cls, world: World) -> ActorRows:
        towns = Shelf.of([place.towns for place in world.tables.departements])
        return cls(world, towns, ranks_in_departement(world.population))

    def frame(self, low: int, high: int) -> pl.DataFrame:
        """Organisations `low` to `high` - 1."""
        world, index = self.world, np.arange(low, high)
        draws, tables = world.draws, world.tables
        sort = world.population.archetype[low:high].astype(np.int64)
        heading = world.headings.positions(sort, index, draws=draws)
        place = toponyms(index, draws=draws, tables=tables)
        return pl.DataFrame(
            {
                "id": world.ids[low:high],
                "name": world.headings.name(heading, place),
                "siren": sirens(index, sort, draws=draws, tables=tables),
                "rna": rnas(index, world.population, self.ranks, draws=draws, tables=tables),
                "kind": of_archetypes(tables.archetypes, "kind", sort),
                "sector": of_archetypes(tables.archetypes, "sector", sort),
                "family": of_archetypes(tables.archetypes, "ess_family", sort),
                "legal_form": of_archetypes(tables.archetypes, "legal_form", sort),
                "activity": world.headings.activity.gather(heading),
                **self._where(index, sort, place),
                **self._figures(index, sort),
            }
        )

    def _where(self, index: Numbers, sort: Numbers, place: pl.Series) -> dict[str, pl.Series]:
        """A commune is where its name says; the others are in a town of their département."""
        world, places = self.world, self.world.tables.departements
        departement = world.population.departement[index].astype(np.int64)
        town = self.towns.positions(departement, world.draws.below("commune", index, 1 << 24))
        is_commune = np.array([each.archetype == "commune" for each in world.tables.archetypes])
        return {
            "commune": place.zip_with(pl.Series(is_commune[sort]), self.towns.texts.gather(town)),
            "departement_code": of_departements(places, "code", departement),
            "departement": of_departements(places, "name", departement),
            "region": of_departements(places, "region", departement),
        }

    def _figures(self, index: Numbers, sort: Numbers) -> dict[str, pl.Series]:
        draws, jobs = self.world.draws, self.world.jobs(index)
        earning = np.array([each.sector != "public" for each in self.world.tables.archetypes])
        turnover = jobs * (30_000 + 1_000 * draws.below("turnover", index, 70))
        source = figures.sources(index, draws=draws)
        tenths = jobs * (6 + draws.below("fte", index, 5))
        return {
            "jobs": figures.blank(jobs, unless=jobs > 0),
            "fte": figures.blank(tenths, unless=jobs > 0) / 10,
            "turnover_eur": figures.blank(turnover, unless=(jobs > 0) & earning[sort]),
            "year_of_figure": years(source, known=jobs > 0),
            **cited(source, "Structures", index),
        }
