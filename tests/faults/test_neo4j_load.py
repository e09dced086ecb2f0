"""A load into Neo4j that is cut short, on either side, leaves the store as it was."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import neo4j_server
import pytest
from commands import maillage
from neo4j_server import RunningNeo4j
from passing_folders import passing_folder
from store_content import Content, content

from maillage.graph.stores.neo4j import open_neo4j
from maillage.graph.stores.neo4j_link import Limits

# Two and a half minutes: each test launches a server of its own, to be killed.
pytestmark = [pytest.mark.nightly, pytest.mark.neo4j]

# More than what is written in one transaction, so that there is a middle.
ROWS = 6_000
SOON = Limits(lease_seconds=0)  # whatever has not moved until now is taken for dead


@pytest.fixture(scope="module")
def lists(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("lists")
    (folder / "few.csv").write_text("id,name\na,Alpha\nb,Bêta\n", encoding="utf-8")
    rows = [f"x{number},Organisation numéro {number}" for number in range(ROWS)]
    (folder / "many.csv").write_text("\n".join(["id,name", *rows]), encoding="utf-8")
    return folder


@pytest.fixture
def server() -> Iterator[RunningNeo4j]:
    """One of our own, to be killed and launched again."""
    started = neo4j_server.launch(passing_folder("maillage-neo4j-"))
    running = [started]
    yield started
    for one in running:
        one.stop()


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGINT])
def test_a_load_that_is_killed(how: signal.Signals, lists: Path, server: RunningNeo4j) -> None:
    url = server.url_with_credentials
    assert maillage("load", lists / "few.csv", "--as", "actors", "--store", url).code == 0
    before = seen(url)
    process = start(lists / "many.csv", url)
    wait_for_writing(server, process)
    process.send_signal(how)
    process.communicate(timeout=60)
    assert process.returncode != 0
    assert seen(url) == before
    assert maillage("load", lists / "many.csv", "--as", "actors", "--store", url).code == 0
    assert len(seen(url).graph.actors) == ROWS + 2


def test_a_server_that_goes_away(lists: Path, server: RunningNeo4j) -> None:
    url = server.url_with_credentials
    assert maillage("load", lists / "few.csv", "--as", "actors", "--store", url).code == 0
    before = seen(url)
    process = start(lists / "many.csv", url)
    wait_for_writing(server, process)
    assert server.process and server.home
    server.process.kill()
    server.process.wait()
    _, said = process.communicate(timeout=120)
    assert process.returncode == 1 and "Traceback" not in said, said
    assert len(said.strip().splitlines()) == 1
    port = int(server.url.rpartition(":")[2])
    again = neo4j_server.launch(server.home, port)
    try:
        assert seen(url) == before
        assert maillage("load", lists / "many.csv", "--as", "actors", "--store", url).code == 0
        assert len(seen(url).graph.actors) == ROWS + 2
    finally:
        again.stop()


def start(file: Path, url: str) -> subprocess.Popen[str]:
    arguments = ["load", str(file), "--as", "actors", "--store", url]
    return subprocess.Popen(
        [sys.executable, "-m", "maillage.cli.main", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "LANG": "fr_FR.UTF-8", "PYTHONUTF8": "1"},
    )


def wait_for_writing(server: RunningNeo4j, process: subprocess.Popen[str]) -> None:
    """Until the load has begun to write, and is not done."""
    with server.driver() as driver:
        while process.poll() is None:
            loading = driver.execute_query("MATCH (m:Meta) RETURN m.loading")[0]
            if loading and loading[0][0]:
                return
            time.sleep(0.02)
    raise AssertionError(process.communicate())


def seen(url: str) -> Content:
    store = open_neo4j(url, limits=SOON)
    try:
        return content(store)
    finally:
        store.close()
