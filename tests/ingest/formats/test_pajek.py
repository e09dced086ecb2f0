"""Pajek's `.net`, as the tools that read it take it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import igraph
import networkx as nx
import pytest
from exported_networks import Hostile, written
from hostile_names import HOSTILE_NAMES
from little_network import NAMES, little_network

from maillage.graph.stores import open_store
from maillage.ingest.formats.exported import Exported, Node, Whole


def read(network: Exported, folder: Path) -> tuple[nx.MultiDiGraph[str], igraph.Graph]:
    file = folder / "x.net"
    file.write_bytes(written("pajek", network))
    return nx.read_pajek(file), igraph.Graph.Read_Pajek(str(file))


def test_others_read_actors_ties_and_kinds(tmp_path: Path) -> None:
    with closing(open_store(f"sqlite:///{tmp_path / 's.db'}")) as store:
        store.commit(little_network().change, expected=0)
        network = Whole(store)
        read_by_networkx, read_by_igraph = read(network, tmp_path)
        ties = sorted(
            (NAMES[tie.source], NAMES[tie.target], str(tie.cells["kind"]))
            for tie in network.edges()
        )
        directed = sum(tie.directed for tie in network.edges())
    assert sorted(read_by_networkx.edges(data="l")) == ties
    assert set(read_by_igraph.vs["name"]) == set(read_by_networkx) == set(NAMES.values())
    assert sorted(read_by_igraph.es["label"]) == sorted(kind for *_, kind in ties)
    lines = (tmp_path / "x.net").read_text().splitlines()
    assert lines.index("*Edges") - lines.index("*Arcs") == directed + 1


class Namesakes(Hostile):
    def nodes(self) -> Iterator[Node]:
        return (replace(one, name="Le Relais") for one in super().nodes())


@pytest.mark.parametrize("network", [Hostile(), Namesakes()])
def test_each_actor_is_a_vertex_whatever_it_is_called(network: Exported, tmp_path: Path) -> None:
    read_by_networkx, read_by_igraph = read(network, tmp_path)
    assert len(read_by_networkx) == read_by_igraph.vcount() == len(HOSTILE_NAMES)
    assert len(set(read_by_igraph.vs["name"])) == len(HOSTILE_NAMES)
    assert read_by_networkx.number_of_edges() == read_by_igraph.ecount() == len(HOSTILE_NAMES) - 1
