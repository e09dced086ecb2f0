from __future__ import annotations

from pathlib import Path

import numpy as np
import polars as pl
import pytest
from sample_files import parallel_share, read, read_ties

from maillage.graph.network import Network
from maillage.graph.vocabulary import (
    TIE_KINDS,
    Layer,
)
from maillage.ingest.sample import SIZES, write_sample

ORGANISATIONS, TIES = SIZES["S"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("sample")
    write_sample(out, organisations=ORGANISATIONS, ties=TIES, seed=1, parquet="also")
    return out


@pytest.fixture(scope="module")
def actors(folder: Path) -> pl.DataFrame:
    return read(folder / "actors.csv")


@pytest.fixture(scope="module")
def ties(folder: Path) -> pl.DataFrame:
    return read_ties(folder)


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The plain graph alone, large enough for its tail to show."""
    out = tmp_path_factory.mktemp("plain")
    write_sample(out, organisations=20_000, ties=100_000, seed=1, parquet="only")
    return out


def test_thirteen_ties_in_a_hundred_stand_beside_another(
    folder: Path, plain: Path, ties: pl.DataFrame
) -> None:
    assert parallel_share(ties) == pytest.approx(0.13, abs=1 / len(ties))
    assert parallel_share(pl.read_parquet(plain / "edges.parquet")) == pytest.approx(0.13)
    assert parallel_share(read(folder / "edges.csv")) == pytest.approx(0.13, abs=0.01)


def test_degrees_are_heavy_tailed(plain: Path) -> None:
    """The best-tied hundredth holds over 7 % of the ends (2 % in a random graph of mean 10), the
    first over 20 times the mean (3 times), and the tail above has an exponent between 1 and 3."""
    edges = pl.read_parquet(plain / "edges.parquet")
    ends = np.concatenate([edges["source"].to_numpy(), edges["target"].to_numpy()])
    degrees = np.sort(np.bincount(ends, minlength=20_000))[::-1]
    top = degrees[:200].astype(float)
    assert top.sum() / degrees.sum() > 0.07
    assert degrees[0] > 20 * degrees.mean()
    assert 1 < 1 / np.log(top / top[-1]).mean() < 3


def test_ties_stay_in_the_pole_and_the_departement_more_than_chance(plain: Path) -> None:
    edges = pl.read_parquet(plain / "edges.parquet")
    nodes = pl.read_parquet(plain / "nodes.parquet")
    for column, by_chance, at_least in (("departement", 0.03, 0.5), ("pole", 0.001, 0.25)):
        values = nodes[column]
        shares = values.drop_nulls().value_counts()["count"].to_numpy() / len(values)
        assert (shares**2).sum() < by_chance
        same = values.gather(edges["source"]) == values.gather(edges["target"])
        assert same.sum() > at_least * len(edges)


# the plain graph


def test_edges_are_the_current_cooperation_between_two_organisations(
    folder: Path, ties: pl.DataFrame
) -> None:
    cooperation = [name for name, kind in TIE_KINDS.items() if kind.layer is Layer.COOPERATION]
    expected = ties.filter(
        pl.col("kind").is_in(cooperation),
        pl.col("target").str.starts_with("org-"),
        pl.col("status") == "active",
    ).select("source", "target", "kind")
    edges = read(folder / "edges.csv")
    assert edges.select("source", "target", "kind").equals(expected)
    assert edges["kind"].n_unique() == 6
    assert set(edges["weight"]) == {"1", "2", "3", "4", "5"}


def test_nodes_name_the_three_sectors_that_indexes_compare(
    folder: Path, actors: pl.DataFrame
) -> None:
    nodes = read(folder / "nodes.csv")
    assert nodes.columns == ["id", "sector", "ess_family", "departement", "pole"]
    assert set(nodes["sector"].drop_nulls()) == {"public", "ess", "private"}
    compared = pl.col("sector").is_in(["public", "ess", "private"])
    expected = actors.select("id", pl.when(compared).then("sector").alias("sector"), "family")
    assert nodes["sector"].equals(expected["sector"])
    assert nodes["ess_family"].equals(expected["family"])


@pytest.mark.parametrize("name", ["nodes", "edges"])
def test_parquet_says_what_the_csv_says(folder: Path, name: str) -> None:
    whole = pl.read_parquet(folder / f"{name}.parquet")
    assert whole.select(pl.all().cast(pl.String)).equals(read(folder / f"{name}.csv"))


def test_the_plain_graph_alone_gives_it_every_tie(plain: Path) -> None:
    edges = pl.read_parquet(plain / "edges.parquet")
    assert sorted(path.name for path in plain.iterdir()) == ["edges.parquet", "nodes.parquet"]
    assert len(edges) == 100_000
    nodes = pl.read_parquet(plain / "nodes.parquet")
    assert nodes["id"].to_list() == list(range(20_000))
    assert edges["source"].dtype == edges["target"].dtype == pl.Int32


def test_the_plain_files_are_read_as_a_network(folder: Path, plain: Path) -> None:
    lists = Network.read_csv(folder / "nodes.csv", folder / "edges.csv")
    assert lists.n == ORGANISATIONS
    assert lists.column("sector").categories == ("ess", "private", "public")
    alone = Network.read_csv(plain / "nodes.parquet", plain / "edges.parquet")
    assert (alone.n, alone.simple.size, alone.self_ties) == (20_000, 87_000, 0)
