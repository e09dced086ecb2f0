"""A load cut short between two batches: the store is exactly as before, or exactly as after."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import interrupted_load
import pytest
from interrupted_load import KILLED, SMALL
from little_network import importing, little_network, tie_record
from neo4j import Driver
from neo4j_server import RunningNeo4j
from store_content import Content, content

from maillage.graph.errors import StoreConflict, StoreCorrupt, StoreUnavailable
from maillage.graph.model import Judgement, Record, Verdict, Waiting
from maillage.graph.port import Change
from maillage.graph.stores.neo4j import open_neo4j
from maillage.graph.stores.neo4j_link import Limits, Phase, Progress, silent
from maillage.graph.stores.neo4j_store import Neo4jStore

pytestmark = [pytest.mark.neo4j, pytest.mark.xdist_group("neo4j")]

AS_EVER = Limits()
AT_ONCE = Limits(lease_seconds=0)  # whatever has not moved until now is taken for dead


@pytest.fixture
def url(neo4j_server: RunningNeo4j, driver: Driver) -> str:
    return neo4j_server.url_with_credentials


def opened(url: str, limits: Limits = AS_EVER, progress: Progress = silent) -> Neo4jStore:
    return open_neo4j(url, limits=limits, progress=progress)


def seen(url: str, limits: Limits = AS_EVER) -> Content:
    store = opened(url, limits)
    try:
        return content(store)
    finally:
        store.close()


def first_import(url: str) -> Content:
    """Something that was there before."""
    store = opened(url)
    store.commit(Change(imports=[importing("before", 1)]), expected=0)
    found = content(store)
    store.close()
    return found


def die_at(url: str, phase: Phase, number: int) -> None:
    paths = [str(Path(interrupted_load.__file__).parent), os.environ.get("PYTHONPATH", "")]
    command = [sys.executable, interrupted_load.__file__, url, phase, str(number)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, paths))}
    ended = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert ended.returncode == KILLED, ended.stderr


@pytest.mark.parametrize("already", [False, True])
@pytest.mark.parametrize("number", [1, 13])
def test_cut_short_it_is_undone(url: str, driver: Driver, number: int, *, already: bool) -> None:
    if already:
        first_import(url)
    before = stored(driver)
    die_at(url, "writing", number)
    assert number <= count(driver, "Before") <= number + 1, "one more may be written beside it"
    with pytest.raises(StoreUnavailable) as told:
        seen(url)
    assert told.value.code == "store_loading"
    assert "actors" in told.value.text("fr")
    assert seen(url, AT_ONCE).revision == int(already)
    assert not already or stored(driver) == before
    assert meta(driver).keys() == {"id", "format", "revision", "touched"}
    assert still_loads(url)


def test_whatever_was_altered_or_dropped_is_made_again(url: str, driver: Driver) -> None:
    """Whichever batch is the last, whoever undoes it, and though that be cut short as well."""
    store = opened(url)
    store.commit(little_network().change, expected=0)
    store.commit(change_before(), expected=1)
    store.close()
    before = stored(driver)
    last = 1
    while not commits_up_to(last, url):
        assert seen(url, AT_ONCE).revision == 2
        assert stored(driver) == before, last
        last += 1
    assert last > 10, "each sort of thing was a batch at least"
    assert seen(url).revision == 3
    assert count(driver, "Before") == 0


def test_what_is_left_to_sweep_is_swept(url: str, driver: Driver) -> None:
    first_import(url)
    die_at(url, "sweeping", 1)
    assert seen(url).graph == little_network().graph, "readers see the new revision at once"
    assert meta(driver)["load_phase"] == "sweeping"
    assert seen(url, AT_ONCE).revision == 2
    assert "load_phase" not in meta(driver)


def test_a_store_that_was_open_all_along_recovers_too(url: str) -> None:
    first_import(url)
    witness = opened(url, AT_ONCE)
    die_at(url, "writing", 2)
    assert content(witness).imports == (importing("before", 1),)
    assert witness.commit(Change(), expected=1) == 2
    witness.close()


@pytest.mark.parametrize("already", [False, True])
def test_while_it_lasts_nobody_else_writes_and_readers_are_told(url: str, *, already: bool) -> None:
    if already:
        first_import(url)
    other = opened(url)
    answers: dict[Phase, set[str]] = defaultdict(set)

    def look(phase: Phase, _: int) -> None:
        answers[phase].add(f"read {outcome(other.columns)}")
        answers[phase].add(f"write {outcome(lambda: other.commit(Change(), expected=0))}")

    store = opened(url, SMALL, look)
    store.commit(little_network().change, expected=store.revision())
    assert answers == {
        "writing": {"read store_loading", "write store_loading"},
        "sweeping": {"read done", "write store_loading"},
    }
    assert content(other).graph == little_network().graph
    store.close()
    other.close()


def test_a_load_that_was_taken_over_stops_at_its_next_batch(url: str) -> None:
    """A process that slept too long must not go on writing over whoever took its place."""

    def take_over(reached: Phase, done: int) -> None:
        if (reached, done) == ("writing", 2):
            assert seen(url, AT_ONCE).revision == 1

    before = first_import(url)
    store = opened(url, SMALL, take_over)
    with pytest.raises(StoreUnavailable) as told:
        store.commit(little_network().change, expected=1)
    assert told.value.code == "neo4j_taken_over"
    assert seen(url) == before
    store.close()


def commits_up_to(last: int, url: str) -> bool:
    """Whether the change is done before that batch; else it stops, and again halfway back."""

    def stop(reached: Phase, done: int) -> None:
        if (reached, done) in (("writing", last), ("undoing", (last + 1) // 2)):
            raise Stopped

    store = opened(url, SMALL, stop)
    try:
        store.commit(change_of_everything(), expected=2)
    except Stopped:
        return False
    finally:
        store.close()
    return True


class Stopped(BaseException):
    """As Ctrl-C would."""


def test_records_are_read_no_further_once_what_is_written_beside_them_failed(url: str) -> None:
    many, read = 2_000, 0
    line = tie_record("isolee", "menuiserie", "partnership")

    def lines() -> Iterator[Record]:
        nonlocal read
        for read in range(1, many + 1):
            yield replace(line, id=f"line {read}")

    change = little_network().change
    actors = {id_: actor for id_, actor in change.actors.items() if id_ != "menuiserie"}
    store = opened(url, Limits(rows_at_once=0, rows_in_a_batch=4))
    with pytest.raises(StoreCorrupt):
        store.commit(replace(change, actors=actors, records=lines()), expected=0)
    assert 0 < read < many
    assert store.revision() == 0
    assert list(store.records()) == []
    store.close()


def change_before() -> Change:
    """What the little network lacks, to be altered and dropped."""
    return Change(
        imports=[importing("more", 20)],
        judgements=[judgement("same")],
        redirects={"dropped": "scic-lille", "altered": "scic-lille"},
        waiting=[Waiting(actor="isolee", candidates=("menuiserie",), records=())],
    )


def change_of_everything() -> Change:
    graph = little_network().graph
    ties = dict(graph.ties)
    dropped = [ties.pop(id_).id for id_ in (min(ties), max(ties))]
    any_tie = next(iter(ties.values()))
    new_tie = replace(any_tie, id="new", source="new", kind="shared_premises")
    ties = {id_: replace(tie, attributes={"note": "altered"}) for id_, tie in ties.items()}
    town = graph.actors["mairie-lens"]
    actors = {id_: replace(actor, siren="123456782") for id_, actor in graph.actors.items()}
    actors |= {town.id: replace(town, kind="pole"), "new": replace(town, id="new")}
    mentioned = graph.actors["menuiserie"]
    actors[mentioned.id] = replace(mentioned, records=())
    del actors["isolee"]
    return Change(
        imports=[replace(importing("ties"), live=False), importing("newer", 21)],
        records=[*little_network().records[:2], tie_record("new", "menuiserie", "shared_premises")],
        judgements=[judgement("different")],
        actors=actors,
        mentioned={mentioned.id},
        ties={**ties, "new": new_tie},
        redirects={"altered": "menuiserie", "added": "new"},
        dropped_actors=["isolee"],
        dropped_ties=dropped,
        dropped_redirects=["dropped"],
        waiting=[],
    )


def judgement(verdict: Verdict) -> Judgement:
    moment = importing("j").loaded_at
    return Judgement(id="j", left="menuiserie", right="isolee", verdict=verdict, decided_at=moment)


def stored(driver: Driver) -> list[str]:
    """All nodes and ties as Neo4j holds them, but for when :Meta was touched."""
    nodes = "MATCH (n) RETURN labels(n) AS labels, properties(n) AS properties"
    ties = "MATCH (a)-[r]->(b) RETURN [a.id, type(r), b.id] AS labels, properties(r) AS properties"
    return sorted(
        repr((sorted(row["labels"]), sorted((row["properties"] | {"touched": 0}).items())))
        for query in (nodes, ties)
        for row in driver.execute_query(query).records
    )


def outcome(act: Callable[[], object]) -> str:
    try:
        act()
    except (StoreUnavailable, StoreConflict) as error:
        return error.code
    return "done"


def still_loads(url: str) -> bool:
    store = opened(url)
    store.commit(little_network().change, expected=store.revision())
    complete = content(store).graph == little_network().graph
    store.close()
    return complete


def count(driver: Driver, label: str) -> int:
    query = "MATCH (n) WHERE $label IN labels(n) RETURN count(n)"
    return int(driver.execute_query(query, label=label).records[0][0])


def meta(driver: Driver) -> dict[str, object]:
    return dict(driver.execute_query("MATCH (m:Meta) RETURN properties(m)").records[0][0])
