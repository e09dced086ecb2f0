"""A load cut short between two batches: the store is exactly as before, or exactly as after."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path

import interrupted_load
import pytest
from interrupted_load import KILLED, SMALL
from little_network import importing, little_network
from neo4j import Driver
from neo4j_server import RunningNeo4j
from store_content import Content, content

from maillage.graph.errors import StoreConflict, StoreUnavailable
from maillage.graph.port import Change
from maillage.graph.stores.neo4j import open_neo4j
from maillage.graph.stores.neo4j_link import Limits, Phase, Progress, silent
from maillage.graph.stores.neo4j_store import Neo4jStore

pytestmark = [pytest.mark.neo4j, pytest.mark.xdist_group("neo4j")]

AT_ONCE = Limits(lease_seconds=0)  # whatever has not moved until now is taken for dead


@pytest.fixture
def driver(neo4j_server: RunningNeo4j) -> Iterator[Driver]:
    with neo4j_server.driver() as driver:
        driver.execute_query("MATCH (n) DETACH DELETE n")
        yield driver
        driver.execute_query("MATCH (n) DETACH DELETE n")


@pytest.fixture
def url(neo4j_server: RunningNeo4j, driver: Driver) -> str:
    return neo4j_server.url_with_credentials


def opened(url: str, limits: Limits = Limits(), progress: Progress = silent) -> Neo4jStore:  # noqa: B008
    return open_neo4j(url, limits=limits, progress=progress)


def seen(url: str, limits: Limits = Limits()) -> Content:  # noqa: B008
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


@pytest.mark.parametrize("number", [1, 5, 13])
def test_before_it_goes_live_it_is_swept(url: str, driver: Driver, number: int) -> None:
    before = first_import(url)
    die_at(url, "staging", number)
    assert count(driver, "Staged") == number
    assert seen(url) == before, "readers are served the previous revision"
    assert seen(url, AT_ONCE) == before
    assert count(driver, "Staged") == 0
    assert still_loads(url)


@pytest.mark.parametrize("number", [1, 6, 13])
def test_once_live_it_is_finished(url: str, driver: Driver, number: int) -> None:
    before = first_import(url)
    die_at(url, "applying", number)
    with pytest.raises(StoreUnavailable) as told:
        seen(url)
    assert told.value.code == "store_loading"
    assert "actors" in told.value.text("fr")
    found = seen(url, AT_ONCE)
    assert found.revision == before.revision + 1
    assert found.graph == little_network().graph
    assert len(found.imports) == 3
    assert len(found.records) == len(little_network().records)
    assert count(driver, "Staged") == 0
    assert meta(driver).keys() == {"id", "format", "revision", "touched"}


@pytest.mark.parametrize("number", [1, 6, 13])
def test_a_first_load_cut_short_leaves_an_empty_store(
    url: str, driver: Driver, number: int
) -> None:
    die_at(url, "filling", number)
    with pytest.raises(StoreUnavailable) as told:
        seen(url)
    assert told.value.code == "store_loading"
    found = seen(url, AT_ONCE)
    assert (found.revision, found.imports, found.records) == (0, (), ())
    assert driver.execute_query("MATCH (n) RETURN labels(n)").records[0][0] == ["Meta"]
    assert meta(driver).keys() == {"id", "format", "revision", "touched"}
    assert still_loads(url)


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
    die_at(url, "applying", 2)
    assert content(witness).graph == little_network().graph
    assert witness.commit(Change(), expected=2) == 3
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
    closed = {"read store_loading", "write store_loading"}
    served = {"read done", "write store_loading"}
    assert answers == (
        {"staging": served, "applying": closed, "sweeping": served}
        if already
        else {"filling": closed}
    )
    assert content(other).graph == little_network().graph
    store.close()
    other.close()


@pytest.mark.parametrize(
    ("phase", "before", "after"), [("staging", 1, 1), ("applying", 1, 2), ("filling", 0, 0)]
)
def test_a_load_that_was_taken_over_stops_at_its_next_batch(
    url: str, phase: Phase, before: int, after: int
) -> None:
    """A process that slept too long must not go on writing over whoever took its place."""

    def take_over(reached: Phase, done: int) -> None:
        if (reached, done) == (phase, 2):
            assert seen(url, AT_ONCE).revision == after

    if before:
        first_import(url)
    store = opened(url, SMALL, take_over)
    with pytest.raises(StoreUnavailable) as told:
        store.commit(little_network().change, expected=before)
    assert told.value.code == "neo4j_taken_over"
    found = seen(url)
    assert found.revision == after
    assert (found.graph == little_network().graph) == (after == 2)
    store.close()


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
