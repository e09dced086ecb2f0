from __future__ import annotations

from pathlib import Path

import pytest
from sample_files import parallel_share, read, read_ties

from maillage.graph.errors import InvalidInput, TooCostly
from maillage.ingest.sample import SIZES, SampleSummary, parquet_for, write_sample

ORGANISATIONS, TIES = SIZES["S"]


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def small(out: Path, *, seed: int = 3, chunk: int = 1 << 18) -> SampleSummary:
    return write_sample(out, organisations=900, ties=3_000, seed=seed, parquet="also", chunk=chunk)


# the same, and not the same


def test_a_seed_gives_the_same_bytes_again(tmp_path: Path) -> None:
    small(tmp_path / "a")
    small(tmp_path / "b")
    assert contents(tmp_path / "a") == contents(tmp_path / "b")


def test_another_seed_gives_another_file_each_time(tmp_path: Path) -> None:
    small(tmp_path / "a")
    small(tmp_path / "b", seed=4)
    one, other = contents(tmp_path / "a"), contents(tmp_path / "b")
    assert one.keys() == other.keys()
    assert not [name for name in one if one[name] == other[name]]


@pytest.mark.parametrize("chunk", [97, 1_024])
def test_the_chunk_changes_no_byte_of_the_lists(tmp_path: Path, chunk: int) -> None:
    small(tmp_path / "whole")
    small(tmp_path / "cut", chunk=chunk)
    assert contents(tmp_path / "whole") == contents(tmp_path / "cut")


def test_the_chunk_changes_no_byte_of_the_plain_graph(tmp_path: Path) -> None:
    for chunk in (1 << 20, 3_001):
        write_sample(
            tmp_path / str(chunk),
            organisations=9_000,
            ties=45_000,
            seed=1,
            parquet="only",
            chunk=chunk,
        )
    assert contents(tmp_path / str(1 << 20)) == contents(tmp_path / "3001")


# how many


@pytest.mark.parametrize(
    ("organisations", "ties"), [(2, 0), (4, 1), (12, 13), (50, 245), (1_000, 60), (700, 2_900)]
)
def test_there_are_as_many_organisations_and_ties_as_asked(
    tmp_path: Path, organisations: int, ties: int
) -> None:
    summary = write_sample(tmp_path, organisations=organisations, ties=ties, seed=2)
    assert len(read(tmp_path / "actors.csv")) == len(read(tmp_path / "nodes.csv")) == organisations
    assert len(read(tmp_path / "ties.csv")) == summary.ties == ties
    assert len(read(tmp_path / "edges.csv")) == summary.edges


def test_the_summary_says_what_the_files_hold(tmp_path: Path) -> None:
    summary = small(tmp_path)
    assert (summary.organisations, summary.ties, summary.seed) == (900, 3_000, 3)
    assert len(read(tmp_path / "poles.csv")) == summary.poles
    assert len(read(tmp_path / "groups.csv")) == summary.groups
    ties = read_ties(tmp_path)
    assert summary.parallel == round(parallel_share(ties) * len(ties))
    assert sorted(summary.files) == sorted(tmp_path.iterdir())


def test_the_largest_size_is_written_as_the_plain_graph() -> None:
    assert [parquet_for(*SIZES[size], asked=False) for size in ("S", "L", "XL")] == [
        "none",
        "none",
        "only",
    ]
    assert parquet_for(*SIZES["M"], asked=True) == "also"


# what is refused


@pytest.mark.parametrize(("organisations", "ties"), [(1, 0), (0, 0), (10, 10), (50, -1)])
def test_impossible_numbers_are_refused_before_anything_is_written(
    tmp_path: Path, organisations: int, ties: int
) -> None:
    with pytest.raises(InvalidInput) as refusal:
        write_sample(tmp_path / "out", organisations=organisations, ties=ties, seed=1)
    assert refusal.value.code == "invalid_value"
    assert not (tmp_path / "out").exists()


def test_lists_nobody_could_load_are_refused(tmp_path: Path) -> None:
    with pytest.raises(TooCostly) as refusal:
        write_sample(tmp_path / "out", organisations=3_000_000, ties=10, seed=1)
    assert "2 000 000" in refusal.value.text("fr")


def test_a_folder_that_cannot_be_made_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file")
    with pytest.raises(InvalidInput) as refusal:
        write_sample(tmp_path / "out", organisations=20, ties=10, seed=1)
    assert refusal.value.code == "output_unwritable"
    assert str(tmp_path / "out") in refusal.value.text("en")


@pytest.mark.parametrize("name", ["ties.csv", "edges.parquet"])
def test_a_full_disk_is_a_sentence(tmp_path: Path, name: str) -> None:
    (tmp_path / name).symlink_to("/dev/full")
    with pytest.raises(InvalidInput) as refusal:
        small(tmp_path)
    assert "No space left" in refusal.value.text("en")
