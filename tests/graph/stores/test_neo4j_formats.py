"""What an older Maillage wrote is written as it is now when it is opened."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from little_network import little_network
from neo4j import Driver
from neo4j_server import RunningNeo4j
from store_content import content

from maillage.graph import serial
from maillage.graph.model import Tie
from maillage.graph.port import Change
from maillage.graph.stores import neo4j_cypher as cypher
from maillage.graph.stores.neo4j import open_neo4j
from maillage.graph.stores.neo4j_link import Limits
from maillage.graph.stores.neo4j_parts import part_before, tie_part

pytestmark = [pytest.mark.neo4j, pytest.mark.xdist_group("neo4j")]


@pytest.mark.parametrize("limits", [Limits(), Limits(rows_at_once=0, rows_in_a_batch=4)])
def test_format_1_had_the_records_of_an_actor_in_its_payload(
    neo4j_server: RunningNeo4j, driver: Driver, limits: Limits
) -> None:
    store = open_neo4j(neo4j_server.url_with_credentials)
    store.commit(little_network().change, expected=0)
    before = content(store)
    for actor in before.graph.actors.values():
        driver.execute_query(
            "MATCH (a:Actor {id: $id}) SET a._payload = $payload REMOVE a._line",
            id=actor.id,
            payload=serial.payload_of(serial.ACTOR, actor).decode(),
        )
    driver.execute_query("MATCH (m:Meta) SET m.format = 1")
    store.close()

    renewed = open_neo4j(neo4j_server.url_with_credentials, limits=limits)
    now = content(renewed)
    renewed.close()
    assert now.graph == before.graph
    assert now.revision == before.revision + 1
    assert driver.execute_query("MATCH (m:Meta) RETURN m.format").records[0][0] == cypher.FORMAT


@pytest.mark.parametrize("limits", [Limits(), Limits(rows_at_once=0, rows_in_a_batch=4)])
def test_format_2_had_the_whole_of_a_tie_in_its_payload(
    neo4j_server: RunningNeo4j, driver: Driver, limits: Limits
) -> None:
    store = open_neo4j(neo4j_server.url_with_credentials)
    store.commit(little_network().change, expected=0)
    before = content(store)
    for tie in before.graph.ties.values():
        found = driver.execute_query("MATCH ()-[r {id: $id}]->() RETURN r._line", id=tie.id)
        head, tail = found.records[0][0].split(";", 1)
        driver.execute_query(
            "MATCH ()-[r {id: $id}]->() SET r._payload = $payload, r._line = $line",
            id=tie.id,
            payload=whole_of(tie),
            line=f"{','.join(head.split(',')[:-3])};{tail}",
        )
    driver.execute_query("MATCH (m:Meta) SET m.format = 2")
    store.close()

    newer = open_neo4j(neo4j_server.url_with_credentials, limits=limits)
    now, columns = content(newer), newer.columns()
    assert now.graph == before.graph
    assert now.fingerprints == before.fingerprints
    assert list(columns.ties.ids) == sorted(before.graph.ties)
    assert driver.execute_query("MATCH (m:Meta) RETURN m.format").records[0][0] == cypher.FORMAT
    tie = next(iter(before.graph.ties.values()))
    altered = replace(tie, subtype="autre")
    newer.commit(Change(ties={tie.id: altered}), expected=newer.revision())
    assert newer.tie(tie.id) == altered
    newer.close()


def test_what_a_load_of_format_2_had_kept_of_ties_is_made_again() -> None:
    ties = list(little_network().graph.ties.values())
    kind = [tie for tie in ties if tie.kind == ties[0].kind]
    ids = [tie.id for tie in kind]
    made = part_before("tie", ids, [whole_of(tie) for tie in kind], None, None)
    assert made == tie_part(kind)


def whole_of(tie: Tie) -> str:
    """As format 2 had it: what is said in conflict stood last."""
    said = json.loads(serial.payload_of(serial.TIE, tie))
    conflicts = said.pop("conflicts", None)
    return json.dumps({**said, **({"conflicts": conflicts} if conflicts else {})})
