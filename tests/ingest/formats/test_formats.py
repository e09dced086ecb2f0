"""Networks that leave: every format holds all of it, is read by its own readers, and hides whom it
should."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from xml.etree import ElementTree as ET

import networkx as nx
import pytest
from exported_networks import Hostile, written
from hostile_names import HOSTILE_NAMES
from hypothesis import given
from hypothesis import strategies as st
from little_network import NAMES, little_network

from maillage.graph.errors import Refused, UnknownName
from maillage.graph.port import Store
from maillage.graph.stores import open_store
from maillage.ingest.formats.anonymous import FIELDS, Anonymous, K, coarsened
from maillage.ingest.formats.exported import Whole
from maillage.ingest.formats.registry import FORMATS, find_format

# Formats that read kinds: no other word can be one.
OF_THE_VOCABULARY = {"bods", "ftm"}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with closing(open_store(f"sqlite:///{tmp_path / 's.db'}")) as found:
        found.commit(little_network().change, expected=0)
        yield found


def read_csv(content: bytes, name: str) -> list[dict[str, str]]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return list(csv.DictReader(io.StringIO(archive.read(name).decode(), newline="")))


def test_each_format_holds_all_of_it(store: Store) -> None:
    network = Whole(store)
    names, ties = set(NAMES.values()), {tie.id for tie in network.edges()}
    assert {row["name"] for row in read_csv(written("csv", network), "actors.csv")} == names
    assert {row["id"] for row in read_csv(written("csv", network), "ties.csv")} == ties
    assert {row["Label"] for row in read_csv(written("gephi-csv", network), "nodes.csv")} == names
    linked = nx.node_link_graph(json.loads(written("node-link", network)), edges="edges")
    assert set(nx.get_node_attributes(linked, "name").values()) == names
    assert isinstance(linked, nx.MultiGraph)
    assert {key for _, _, key in linked.edges(keys=True)} == ties
    kumu = json.loads(written("kumu", network))
    assert {one["label"] for one in kumu["elements"]} == names
    assert {one["id"] for one in kumu["connections"]} == ties
    drawn = nx.parse_graphml(written("graphml", network).decode(), force_multigraph=True)
    assert {data["name"] for _, data in drawn.nodes(data=True)} == names
    assert drawn.number_of_edges() == len(ties)
    gexf = ET.fromstring(written("gexf", network))
    assert {one.get("label") for one in gexf.iter("{http://gexf.net/1.3}node")} == names
    placed = json.loads(written("geojson", network))["features"]
    assert {one["id"]: one["geometry"]["coordinates"] for one in placed} == {
        one.id: [one.cells["longitude"], one.cells["latitude"]]
        for one in network.nodes()
        if "latitude" in one.cells
    }


@pytest.mark.parametrize("name", sorted(set(FORMATS) - OF_THE_VOCABULARY))
def test_hostile_names_stay_text(name: str) -> None:
    content = written(name, Hostile())
    if FORMATS[name].media.endswith("xml"):
        assert b"<script>" not in content
        root = ET.fromstring(content)
        assert len([one for one in root.iter() if one.tag.endswith("}node")]) == len(HOSTILE_NAMES)
    elif FORMATS[name].media.endswith("zip"):
        table, heading = ("actors.csv", "name") if name == "csv" else ("nodes.csv", "Label")
        shown = {row[heading] for row in read_csv(content, table)}
        assert len(shown) == len(HOSTILE_NAMES)
        assert not [text for text in shown if text[:1] in "=+-@"]
    elif FORMATS[name].media.endswith("json"):
        json.loads(content)


def test_an_unknown_format_is_said_and_the_known_are_documented() -> None:
    with pytest.raises(UnknownName):
        find_format("xls")
    page = (Path(__file__).parents[3] / "docs" / "exporting.md").read_text()
    assert [name for name in FORMATS if f"`{name}`" not in page] == []


# ---------------------------------------------------------------------- without names


def test_nothing_says_who_is_who(store: Store) -> None:
    graph = store.columns()
    network, again = Anonymous(graph), Anonymous(graph)
    for name in (one.name for one in FORMATS.values() if one.without_names):
        content = written(name, network)
        if content.startswith(b"PK"):
            with zipfile.ZipFile(io.BytesIO(content)) as archive:
                content = b"".join(map(archive.read, archive.namelist()))
        for text in (*NAMES, *NAMES.values(), *graph.ties.ids):
            assert text.encode() not in content, (name, text)
    assert {one.id for one in network.nodes()}.isdisjoint(one.id for one in again.nodes())
    shape, other = (
        Counter(Counter(end for tie in one.edges() for end in (tie.source, tie.target)).values())
        for one in (network, again)
    )
    assert shape == other
    assert len(list(network.edges())) == len(graph.ties.ids)


def test_too_few_cannot_hide(store: Store) -> None:
    with pytest.raises(Refused):
        Anonymous(store.columns(), k=8)


@given(
    st.lists(st.tuples(*[st.sampled_from(["", "a", "b", "c"])] * len(FIELDS)), max_size=60),
    st.integers(2, 6),
)
def test_every_combination_is_that_of_k_or_nobody_is_told(
    rows: list[tuple[str, ...]], k: int
) -> None:
    found = coarsened(rows, k)
    if len(rows) >= k:
        assert min(Counter(found).values()) >= k
    for before, after in zip(rows, found, strict=True):
        assert all(told in ("", said) for told, said in zip(after, before, strict=True))


def test_what_is_common_is_kept() -> None:
    common = ("enterprise", "private", "Bretagne", "35", "wood")
    rare = ("enterprise", "private", "Bretagne", "35", "gold")
    found = coarsened([common] * K + [rare] * (K - 1) + [(*rare[:4], "silver")], K)
    assert found[:K] == [common] * K
    assert found[K:] == [(*rare[:4], "")] * K
