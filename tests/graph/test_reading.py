"""Plain node and edge lists: read as they are, or refused in one sentence."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest

from maillage.graph.errors import InvalidInput, UnreadableFile
from maillage.graph.network import Network

NODES = "id,name,group\na,Alpha,x\nb,,y\n007,Bond,\n"
EDGES = "source,target,weight\na,b,2\nb,007,0.5\n"


@pytest.fixture
def write(tmp_path: Path) -> object:
    def written(nodes: str, edges: str) -> tuple[Path, Path]:
        paths = tmp_path / "nodes.csv", tmp_path / "edges.csv"
        for path, text in zip(paths, (nodes, edges), strict=True):
            path.write_text(text, encoding="utf-8")
        return paths

    return written


def read(
    write: object,
    nodes: str = NODES,
    edges: str = EDGES,
    *,
    directed: bool = False,
    weighted: bool = False,
) -> Network:
    assert callable(write)
    node_file, edge_file = write(nodes, edges)
    return Network.read_csv(node_file, edge_file, directed=directed, weighted=weighted)


def test_ids_stay_text_and_order_stays(write: object) -> None:
    network = read(write, weighted=True)
    assert network.ids == ("a", "b", "007")
    assert network.names == ("Alpha", "b", "Bond")
    assert network.column("group").codes.tolist() == [0, 1, -1]
    assert network.weighted.weight.tolist() == [2.0, 0.5]
    assert set(network.columns) == {"name", "group"}
    assert len(network.provenance.origin["nodes_sha256"]) == 64


def test_weights_are_ignored_unless_asked_for(write: object) -> None:
    network = read(write, edges="source,target,weight\na,b,none at all\n")
    assert network.weighted.weight.tolist() == [1.0]


def test_directions(write: object) -> None:
    assert not read(write).directed
    assert read(write, directed=True).directed


def test_semicolons_accents_and_a_byte_order_mark(write: object) -> None:
    network = read(write, "\ufeffid;statut\né;Société\n", "source;target\n")
    assert network.ids == ("é",)
    assert network.column("statut").categories == ("Société",)
    assert network.simple.size == 0


def test_no_node_at_all(write: object) -> None:
    assert read(write, "id\n", "source,target\n").n == 0


def test_parquet(tmp_path: Path) -> None:
    nodes, edges = tmp_path / "n.parquet", tmp_path / "e.parquet"
    pl.DataFrame({"id": [1, 2], "group": ["x", None]}).write_parquet(nodes)
    pl.DataFrame({"source": [1], "target": [2], "weight": [0.25]}).write_parquet(edges)
    network = Network.read_csv(nodes, edges, weighted=True)
    assert network.ids == ("1", "2")
    assert network.weighted.weight.tolist() == [0.25]


@pytest.mark.parametrize(
    ("nodes", "edges", "code", "said"),
    [
        ("name\na\n", EDGES, "column_missing", "id"),
        (NODES, "from,to\na,b\n", "column_missing", "source"),
        (NODES, "source,target\na,b\n", "column_missing", "weight"),
        ("id\na\nb\na\n", EDGES, "id_twice", "4"),
        ("id,x\na,1\n,2\n", EDGES, "id_blank", "3"),
        (NODES, "source,target,weight\na,b,1\na,zed,1\n", "edge_unknown_node", "zed"),
        (NODES, "source,target,weight\na,,1\n", "edge_unknown_node", "2"),
        (NODES, "source,target,weight\na,b,0\n", "weight_invalid", "0"),
        (NODES, "source,target,weight\na,b,-1\n", "weight_invalid", "-1"),
        (NODES, "source,target,weight\na,b,nan\n", "weight_invalid", "nan"),
        (NODES, "source,target,weight\na,b,inf\n", "weight_invalid", "inf"),
        (NODES, "source,target,weight\na,b,fort\n", "weight_invalid", "fort"),
        (NODES, 'source,target,weight\na,b,"1,5"\n', "weight_invalid", "1,5"),
        (NODES, "source,target,weight\na,b,\n", "weight_invalid", "2"),
    ],
)
def test_bad_lines_are_named(write: object, nodes: str, edges: str, code: str, said: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        read(write, nodes, edges, weighted=True)
    assert refused.value.code == code
    assert said in refused.value.text("fr")
    assert refused.value.text("en") != refused.value.text("fr")


def test_files_that_are_not_there_or_not_files(tmp_path: Path, write: object) -> None:
    assert callable(write)
    nodes, edges = write(NODES, EDGES)
    with pytest.raises(InvalidInput) as refused:
        Network.read_csv(tmp_path / "none.csv", edges)
    assert refused.value.code == "file_missing"
    for path, text in (
        (tmp_path, None),
        (tmp_path / "empty.csv", ""),
        (tmp_path / "x.parquet", "PA"),
    ):
        if text is not None:
            path.write_text(text)
        with pytest.raises(UnreadableFile):
            Network.read_csv(nodes, path)


def test_a_ragged_file_is_refused(write: object) -> None:
    with pytest.raises(UnreadableFile) as refused:
        read(write, NODES, "source,target\na,b\na,b,c,d\n")
    assert "ligne 3" in refused.value.text("fr")
