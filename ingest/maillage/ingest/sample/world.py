"""What every list of a sample is written from, and the cells that several lists share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import polars as pl

from maillage.ingest.sample import figures
from maillage.ingest.sample.draws import Draws, Numbers
from maillage.ingest.sample.gatherings import SORTS, Groups
from maillage.ingest.sample.names import Headings, column
from maillage.ingest.sample.pairs import Bools
from maillage.ingest.sample.population import Population
from maillage.ingest.sample.tables import Archetype, Departement, Tables


@dataclass(frozen=True, eq=False)
class World:
    """The nodes of a sample: organisations, then poles, then groups."""

    population: Population
    groups: Groups
    draws: Draws
    tables: Tables

    def __len__(self) -> int:
        return len(self.population) + len(self.population.poles) + len(self.groups)

    @cached_property
    def ids(self) -> pl.Series:
        sizes = {
            "org": len(self.population),
            "ptce": len(self.population.poles),
            "grp": len(self.groups),
        }
        return pl.concat(
            [
                f"{prefix}-" + pl.Series(np.arange(1, size + 1)).cast(pl.String).str.zfill(7)
                for prefix, size in sizes.items()
            ]
        )

    def pole_ids(self, pole: Numbers) -> pl.Series:
        """The id of each pole, blank for -1."""
        return self.ids.gather(figures.blank(pole + len(self.population), unless=pole >= 0))

    @cached_property
    def headings(self) -> Headings:
        """Of the archetypes, then of the poles, then of the sorts of groups."""
        heads = self.tables.heads
        return Headings.of(
            [
                *(heads[sort.archetype] for sort in self.tables.archetypes),
                heads["pole"],
                *(heads[group.head] for group in SORTS),
            ]
        )

    def jobs(self, index: Numbers) -> Numbers:
        """Jobs of organisations, 0 where nobody said or where the sort has none."""
        employing = np.array([sort.siren_share >= 50 for sort in self.tables.archetypes])
        archetype = self.population.archetype[index]
        return np.where(employing[archetype], figures.jobs(index, draws=self.draws), 0)


def of_archetypes(sorts: Sequence[Archetype], field: str, which: Numbers) -> pl.Series:
    return column([getattr(sort, field) for sort in sorts]).gather(which)


def of_departements(places: Sequence[Departement], field: str, which: Numbers) -> pl.Series:
    return column([getattr(place, field) for place in places]).gather(which)


def years(source: Numbers, *, known: Bools) -> pl.Series:
    """The year of a row's figures, blank without figures."""
    year = np.array([origin.year for origin in figures.SOURCES])
    return figures.blank(year[source], unless=known)


def cited(source: Numbers, sheet: str, index: Numbers) -> dict[str, pl.Series]:
    """Where a row comes from."""
    return {
        "source": column([origin.name for origin in figures.SOURCES]).gather(source),
        "locator": f"{sheet}, ligne " + pl.Series(index + 2).cast(pl.String),
    }
