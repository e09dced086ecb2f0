"""The rows of poles.csv and groups.csv."""

from __future__ import annotations

import numpy as np
import polars as pl

from maillage.ingest.sample import figures
from maillage.ingest.sample.draws import Numbers
from maillage.ingest.sample.gatherings import SORTS, pole_members
from maillage.ingest.sample.names import column, toponyms
from maillage.ingest.sample.world import World, cited, of_departements, years

# Said by no list as often as any of the others.
_SAID = {
    "typology_adam": ("firm_grouping", "place", "value_chain", ""),
    "typology_podlewski": ("production", "services", "creative_cultural", ""),
    "impulse": ("firms", "citizens", "authority", ""),
    "territory_type": ("rural", "periurban", "deindustrialised", "working_class_district", ""),
}


def pole_frame(world: World) -> pl.DataFrame:
    draws, poles = world.draws, world.population.poles
    index = np.arange(len(poles))
    heading = world.headings.positions(index * 0 + _pole_sort(world), index, draws=draws)
    source = figures.sources(index, draws=draws)
    jobs = _pole_jobs(world)
    subsidy = draws.below("subsidy", index, 80)
    return pl.DataFrame(
        {
            "id": world.pole_ids(index),
            "name": world.headings.name(heading, _pole_toponyms(world, index)),
            "carrier_actor_ids": world.ids.gather(poles.carriers),
            "region": of_departements(world.tables.departements, "region", poles.home),
            "departement_codes": _departement_codes(world),
            **{
                field: column(texts).gather(draws.below(field, index, len(texts)))
                for field, texts in _SAID.items()
            },
            "common_place": column(["", "yes"]).gather(_places(world)),
            "member_count": _member_counts(world),
            "jobs": figures.blank(jobs, unless=jobs > 0),
            "subsidy_share": figures.blank(subsidy, unless=subsidy >= 5),
            "year_of_figure": years(source, known=(jobs > 0) | (subsidy >= 5)),
            "founded_year": 2005 + draws.below("founded", index, 18),
            **cited(source, "Pôles", index),
        }
    )


def group_frame(world: World) -> pl.DataFrame:
    draws, groups = world.draws, world.groups
    index = np.arange(len(groups))
    sort = _pole_sort(world) + 1 + groups.sort.astype(np.int64)
    heading = world.headings.positions(sort, index + len(world), draws=draws)
    employs = np.array([each.kind == "employer_group" for each in SORTS])[groups.sort]
    jobs = 1 + draws.below("group jobs", index, 40)
    return pl.DataFrame(
        {
            "id": world.ids[len(world) - len(groups) :],
            "name": world.headings.name(heading, _pole_toponyms(world, groups.pole)),
            "kind": column([each.kind for each in SORTS]).gather(groups.sort),
            "pole_id": world.pole_ids(groups.pole),
            "member_count": groups.size,
            "jobs": figures.blank(jobs, unless=employs),
            **cited(figures.sources(index, draws=draws), "Groupes", index),
        }
    )


def _pole_sort(world: World) -> int:
    """Where the headings of the poles stand, after those of the archetypes."""
    return len(world.tables.archetypes)


def _pole_toponyms(world: World, pole: Numbers) -> pl.Series:
    return toponyms(len(world.population) + pole, draws=world.draws, tables=world.tables)


def _departement_codes(world: World) -> pl.Series:
    poles, places = world.population.poles, world.tables.departements
    home = of_departements(places, "code", poles.home)
    both = home + "|" + of_departements(places, "code", poles.second)
    return both.zip_with(pl.Series(poles.home != poles.second), home)


def _member_counts(world: World) -> Numbers:
    poles = world.population.poles
    return np.bincount(pole_members(poles, draws=world.draws)[1], minlength=len(poles))


def _pole_jobs(world: World) -> Numbers:
    """The known jobs of the members that a pole has for itself."""
    poles = world.population.poles
    pole = np.repeat(np.arange(len(poles)), poles.sizes)
    jobs = world.jobs(poles.members)
    return np.bincount(pole, weights=jobs, minlength=len(poles)).astype(np.int64)


def _places(world: World) -> Numbers:
    """1 for the poles that have a place of their own."""
    places = np.array([each.kind == "place" for each in SORTS])[world.groups.sort]
    counts = np.bincount(world.groups.pole[places], minlength=len(world.population.poles))
    return np.minimum(counts, 1)
