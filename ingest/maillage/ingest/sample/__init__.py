"""A realistic synthetic network in the input formats, for trials, load and measure.

    actors.csv poles.csv groups.csv ties.csv   for `maillage load --as actors|poles|groups|ties`
    nodes.csv edges.csv                        for `maillage measure --nodes --edges --by sector`

`ties.csv` has exactly as many rows as asked, 13 % of them beside another tie of the same pair,
in six kinds of cooperation and four others (financing, membership, carrier, employer group).
`edges.csv` is what the view `direct` keeps of them: cooperation between two organisations, neither
ended nor planned; `nodes.csv` names the three sectors that indexes compare and leaves the others
blank. With `parquet="also"` the same nodes and edges are written as Parquet too.

`parquet="only"` writes nodes.parquet and edges.parquet alone, and gives *all* the ties asked to
direct cooperation: the graph of the sizes of the bench, up to XL. Its ids are whole numbers.

The same (organisations, ties, seed, parquet) gives the same bytes on any machine; Parquet files
also carry the version of their writer.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from maillage.graph.errors import InvalidInput, TooCostly
from maillage.ingest.sample.actor_rows import ActorRows
from maillage.ingest.sample.draws import Draws
from maillage.ingest.sample.gathering_rows import group_frame, pole_frame
from maillage.ingest.sample.gatherings import gather
from maillage.ingest.sample.pairs import Attraction, Pairing
from maillage.ingest.sample.plain import PlainRows
from maillage.ingest.sample.population import populate
from maillage.ingest.sample.tables import tables
from maillage.ingest.sample.tie_rows import TieCells
from maillage.ingest.sample.ties import (
    TieRows,
    all_ties,
    current_cooperation,
    parallel_ties,
    plain_ties,
)
from maillage.ingest.sample.world import World
from maillage.ingest.sample.write import write_csv, write_parquet, writing

Parquet = Literal["none", "also", "only"]

SIZES: Mapping[str, tuple[int, int]] = {
    "S": (2_000, 6_000),
    "M": (100_000, 500_000),
    "L": (1_000_000, 5_000_000),
    "XL": (10_000_000, 50_000_000),
}
# Above these only the plain graph is written; nobody loads such a list row by row.
LARGEST_LISTS = (2_000_000, 10_000_000)
LARGEST_PLAIN = (20_000_000, 100_000_000)
_CHUNK = 1 << 18


@dataclass(frozen=True)
class SampleSummary:
    """What was written: `ties` as asked, of which `edges` make the plain graph."""

    organisations: int
    poles: int
    groups: int
    ties: int
    edges: int
    parallel: int  # ties beside another one of the same pair
    seed: int
    files: tuple[Path, ...]


def parquet_for(organisations: int, ties: int, *, asked: bool) -> Parquet:
    """What to write when the user asked for Parquet or did not."""
    if organisations > LARGEST_LISTS[0] or ties > LARGEST_LISTS[1]:
        return "only"
    return "also" if asked else "none"


def write_sample(
    out: Path,
    *,
    organisations: int,
    ties: int,
    seed: int,
    parquet: Parquet = "none",
    chunk: int = _CHUNK,
) -> SampleSummary:
    """Write a sample into the folder `out`; `chunk` bounds the memory and changes no byte."""
    _check(organisations, ties, LARGEST_PLAIN if parquet == "only" else LARGEST_LISTS)
    draws = Draws(seed)
    population = populate(organisations, draws=draws, tables=tables())
    world = World(population, gather(population.poles, draws=draws), draws, tables())
    pulls = Attraction.of(population, departements=len(tables().departements))
    pairing = Pairing(population, pulls, draws, chunk)
    if parquet == "only":
        rows = plain_ties(ties, pairing=pairing, tables=tables())
        edges = rows
    else:
        rows = all_ties(ties, groups=world.groups, pairing=pairing, tables=tables())
        edges = rows.take(current_cooperation(rows, organisations=organisations))
    plain = PlainRows(world, edges, numbered=parquet == "only")
    with writing(out):
        files = [] if parquet == "only" else _write_lists(out, world, rows, chunk=chunk)
        files += _write_plain(out, plain, parquet=parquet, chunk=chunk)
    return SampleSummary(
        organisations,
        len(population.poles),
        len(world.groups),
        len(rows),
        len(edges),
        parallel_ties(rows, nodes=len(world)),
        seed,
        tuple(files),
    )


def _check(organisations: int, ties: int, largest: tuple[int, int]) -> None:
    if organisations > largest[0] or ties > largest[1]:
        raise TooCostly("sample_too_large", organisations=largest[0], ties=largest[1])
    # Beyond a fifth of all pairs, distinct pairs would be no network any more.
    most = organisations * (organisations - 1) // 10
    for what, value, least, top in (
        ("organisations", organisations, 2, largest[0]),
        ("ties", ties, 0, most),
    ):
        if not least <= value <= top:
            raise InvalidInput("invalid_value", what=what, value=value, expected=f"{least}–{top}")


def _write_lists(out: Path, world: World, rows: TieRows, *, chunk: int) -> list[Path]:
    poles, groups = pole_frame(world), group_frame(world)
    frames = {
        "actors.csv": (ActorRows.of(world).frame, len(world.population)),
        "poles.csv": (lambda low, high: poles[low:high], len(poles)),
        "groups.csv": (lambda low, high: groups[low:high], len(groups)),
        "ties.csv": (TieCells.of(world, rows).frame, len(rows)),
    }
    for name, (frame, count) in frames.items():
        write_csv(out / name, frame, rows=count, chunk=chunk)
    return [out / name for name in frames]


def _write_plain(out: Path, plain: PlainRows, *, parquet: Parquet, chunk: int) -> list[Path]:
    files = []
    for name, frame, count in (
        ("nodes", plain.node_frame, len(plain.world.population)),
        ("edges", plain.edge_frame, len(plain.edges)),
    ):
        if parquet != "only":
            files.append(out / f"{name}.csv")
            write_csv(files[-1], frame, rows=count, chunk=chunk)
        if parquet != "none":
            files.append(out / f"{name}.parquet")
            write_parquet(files[-1], frame, rows=count, chunk=chunk)
    return files
