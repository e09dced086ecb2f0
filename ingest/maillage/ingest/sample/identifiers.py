"""SIREN and RNA numbers that hold their own rules and never repeat.

They are drawn by rule: one may be the number of somebody real, since nearly every SIREN that the
rule allows has been given.
"""

from __future__ import annotations

import numpy as np
import polars as pl

from maillage.ingest.sample.draws import Draws, Numbers
from maillage.ingest.sample.names import starts_of
from maillage.ingest.sample.pairs import Bools
from maillage.ingest.sample.population import Population
from maillage.ingest.sample.tables import Tables

# First number and count of the eight-digit bodies (before the check digit): the State begins
# with 1, authorities with 2, private law with what follows.
_SIREN_RANGES = {
    "state": (11_000_000, 9_000_000),
    "local": (20_000_000, 7_000_000),
    "private": (30_000_000, 69_000_000),
}
_RNA_COUNT = 900_000
# The register of associations leaves out Moselle and both départements of Alsace.
_WITHOUT_RNA = ("57", "67", "68")


def sirens(index: Numbers, archetype: Numbers, *, draws: Draws, tables: Tables) -> pl.Series:
    """SIREN of each organisation, blank where its sort often has none or none is known."""
    bodies = np.zeros(len(index), np.int64)
    classes = np.array([sort.siren_class for sort in tables.archetypes])[archetype]
    for name, (first, count) in _SIREN_RANGES.items():
        of_class = classes == name
        bodies[of_class] = first + draws.spread(f"siren/{name}", index[of_class], count)
    shares = np.array([sort.siren_share for sort in tables.archetypes])
    known = draws.below("has siren", index, 100) < shares[archetype]
    return _blank_unless(known, pl.Series(bodies * 10 + luhn_digits(bodies)).cast(pl.String))


def luhn_digits(bodies: Numbers) -> Numbers:
    """The digit that makes each eight-digit body valid (Luhn: every other one doubled)."""
    total = np.zeros(len(bodies), np.int64)
    for place in range(8):
        digit = bodies // 10**place % 10
        total += digit if place % 2 else np.where(digit > 4, 2 * digit - 9, 2 * digit)
    return (10 - total % 10) % 10


def rnas(
    index: Numbers, population: Population, ranks: Numbers, *, draws: Draws, tables: Tables
) -> pl.Series:
    """RNA number of some associations: W, département, number within the département."""
    departement = population.departement[index]
    codes = [place.code for place in tables.departements]
    rank = ranks[index]
    scattered = draws.spread("rna", rank + 7919 * departement.astype(np.int64), _RNA_COUNT)
    digits = 1_000_000 - _RNA_COUNT + scattered
    number = pl.Series(digits).cast(pl.String)
    # Ten characters: W, a code of two and seven digits, or a code of three and six.
    lead = pl.Series(1 + rank // _RNA_COUNT).cast(pl.String)
    short = np.array([len(code) == 2 for code in codes])[departement]
    full = (lead + number).zip_with(pl.Series(short), number)
    shares = np.array([sort.rna_share for sort in tables.archetypes])
    registered = ~np.isin(codes, _WITHOUT_RNA)
    known = draws.below("has rna", index, 100) < shares[population.archetype[index]]
    known &= registered[departement]
    return _blank_unless(known, "W" + pl.Series(codes).gather(departement) + full)


def ranks_in_departement(population: Population) -> Numbers:
    order = np.argsort(population.departement, kind="stable")
    counts = np.bincount(population.departement)
    ranks = np.empty(len(order), np.int64)
    ranks[order] = np.arange(len(order)) - np.repeat(starts_of(counts), counts)
    return ranks


def _blank_unless(known: Bools, texts: pl.Series) -> pl.Series:
    return texts.zip_with(pl.Series(known), pl.Series([None], dtype=pl.String))
