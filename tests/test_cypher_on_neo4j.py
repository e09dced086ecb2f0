"""docs/cypher.md tells the truth: its queries answer on a real Neo4j what is printed under them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from cypher_doc import DOCUMENT, Example, answer, examples
from neo4j import Driver
from neo4j_server import RunningNeo4j

from maillage.graph.network import Network
from maillage.graph.port import ActorQuery, Store, TieQuery
from maillage.graph.stores.neo4j import open_neo4j
from maillage.graph.stores.neo4j_link import Limits
from maillage.graph.vocabulary import TIE_KINDS, Layer, Status
from maillage.ingest.demonstration import load_demonstration

pytestmark = pytest.mark.neo4j

EVERY = 10_000


@dataclass(frozen=True)
class Demonstration:
    store: Store
    driver: Driver

    def rows(self, number: int) -> list[list[object]]:
        """The whole answer of a query: without its limit."""
        query = (
            examples()[number - 1].query.rpartition(" LIMIT ")[0] or examples()[number - 1].query
        )
        return [list(row.values()) for row in self.driver.execute_query(query).records]


@pytest.fixture(scope="module")
def demonstration(neo4j_server: RunningNeo4j) -> Iterator[Demonstration]:
    neo4j_server.empty()
    store = open_neo4j(neo4j_server.url_with_credentials)
    for _ in load_demonstration(store):
        pass
    with neo4j_server.driver() as driver:
        yield Demonstration(store, driver)
    store.close()
    neo4j_server.empty()


def test_there_are_ten_queries_each_with_its_answer() -> None:
    assert len(examples()) >= 10
    assert [example.title for example in examples() if not example.answer] == []


@pytest.mark.parametrize("example", examples(), ids=lambda example: example.title)
def test_a_query_answers_what_is_printed(demonstration: Demonstration, example: Example) -> None:
    assert answer(demonstration.driver, example.query) == example.answer
    assert example.answer.count("\n") > 2, "an answer without a row teaches nothing"


def test_members_of_a_pole_are_those_of_the_store(demonstration: Demonstration) -> None:
    members = demonstration.store.actors(ActorQuery(pole="ptce-culture-cooperation")).items
    assert {row[0] for row in demonstration.rows(1)} == {actor.name for actor in members}
    counts = {str(name): count for name, count in demonstration.rows(2)}
    assert len(counts) == 46
    for pole in demonstration.store.actors(ActorQuery(kinds=("pole",), limit=EVERY)).items:
        assert counts[pole.name] == demonstration.store.actors(ActorQuery(pole=pole.id)).total


def test_partners_of_an_actor_are_those_of_the_store(demonstration: Demonstration) -> None:
    ties = demonstration.store.ties(TieQuery(actor="region-rhone-alpes", limit=EVERY)).items
    cooperation = [tie for tie in ties if TIE_KINDS[tie.kind].layer is Layer.COOPERATION]
    assert len(demonstration.rows(3)) == len(cooperation) > 5
    assert {row[2] for row in demonstration.rows(3)} == {tie.status for tie in cooperation}


def test_the_index_and_the_matrix_are_those_of_the_measures(demonstration: Demonstration) -> None:
    network: Network = demonstration.store.network(view="direct")
    measured = network.measure("ei_network", by="sector")
    ((pairs, external, index),) = demonstration.rows(5)
    assert isinstance(measured.value, float)
    assert index == round(measured.value, 2)
    sectors = network.column("sector")
    names = [sectors.categories[code] if code >= 0 else "unknown" for code in sectors.codes]
    simple = network.simple
    expected = Counter(
        tuple(sorted((names[source], names[target])))
        for source, target in zip(simple.source, simple.target, strict=True)
    )
    found = {(first, second): count for first, second, count in demonstration.rows(4)}
    assert found == expected
    coded = {"public", "ess", "private"}
    known = {pair: count for pair, count in expected.items() if set(pair) <= coded}
    assert pairs == sum(known.values())
    assert external == sum(count for pair, count in known.items() if pair[0] != pair[1])


def test_ties_possible_at_a_date_are_counted_as_the_model_dates_them(
    demonstration: Demonstration,
) -> None:
    ties = demonstration.store.ties(TieQuery(limit=EVERY)).items
    expected = Counter(
        TIE_KINDS[tie.kind].relationship_type
        for tie in ties
        if TIE_KINDS[tie.kind].layer is Layer.COOPERATION
        and tie.status is not Status.PLANNED
        and not (tie.start and tie.start.earliest.year > 2010)
        and not (tie.end and tie.end.latest.year < 2010)
    )
    assert {row[0]: row[1] for row in demonstration.rows(8)} == expected


def test_where_sources_disagree_is_where_the_model_says_so(demonstration: Demonstration) -> None:
    actors = demonstration.store.actors(ActorQuery(limit=EVERY)).items
    expected = Counter(
        field for actor in actors for field in {conflict.field for conflict in actor.conflicts}
    )
    assert {row[0]: row[1] for row in demonstration.rows(10)} == expected


def test_limits_are_those_of_the_code() -> None:
    text = DOCUMENT.read_text(encoding="utf-8")
    limits = Limits()
    for number in (limits.rows_at_once, limits.rows_in_a_batch):
        assert f"{number:,}".replace(",", "\u202f") in text
    assert f"{limits.lease_seconds} secondes" in text
