"""The whole document of the API, tried by a machine on a really served store: fields of every
wrong kind, requests that follow from each other, and never an error of the server."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from exploring import served
from machine_summary import SUMMARY
from neo4j_server import RunningNeo4j

from maillage.api.access.tokens import Tokens
from maillage.graph.copying import copy_store
from maillage.graph.stores import open_store

CHECKS = (
    "not_a_server_error,content_type_conformance,response_schema_conformance,"
    "status_code_conformance"
)


# By day every operation at each bound of what it takes, then requests that follow from each other;
# at night what it does not take too, and requests drawn at random. (`test_hostile_requests` walks
# every text of every operation by day.)
BY_DAY = ("--phases=examples,coverage,stateful", "--mode=positive")
AT_NIGHT = ("--phases=examples,coverage,fuzzing,stateful", "--mode=all")


def tried(url: str, examples: int, *how: str, seed: int) -> str:
    """What was said at the end; the run must have found nothing."""
    store = open_store(url)
    try:
        token = Tokens(store).add("machine", "admin")
    finally:
        store.close()
    with served(url) as address:
        done = subprocess.run(
            [
                str(Path(sys.executable).with_name("schemathesis")),
                "run",
                f"{address}openapi.json",
                f"--header=Authorization: Bearer {token}",
                f"--checks={CHECKS}",
                f"--max-examples={examples}",
                *how,
                f"--seed={seed}",
                # It would revoke the token that it bears.
                "--exclude-path-regex=/tokens/",
                "--request-timeout=60",
                "--no-color",
            ],
            capture_output=True,
            text=True,
            timeout=3000,
            check=False,
        )
    SUMMARY.parent.mkdir(exist_ok=True)
    SUMMARY.write_text(done.stdout)
    assert done.returncode == 0, done.stdout[-6000:]
    return done.stdout


@pytest.mark.timeout(600)
def test_nothing_breaks_it_on_sqlite(demonstration: str, tmp_path: Path) -> None:
    copy = tmp_path / "own.db"
    shutil.copyfile(demonstration.removeprefix("sqlite:///"), copy)
    said = tried(f"sqlite:///{copy}", 2, *BY_DAY, seed=1)
    assert "Stateful" in said


@pytest.mark.nightly
@pytest.mark.timeout(3600)
def test_nothing_drawn_at_random_breaks_it_on_sqlite(demonstration: str, tmp_path: Path) -> None:
    copy = tmp_path / "own.db"
    shutil.copyfile(demonstration.removeprefix("sqlite:///"), copy)
    tried(f"sqlite:///{copy}", 25, *AT_NIGHT, seed=2)


@pytest.mark.nightly
@pytest.mark.neo4j
@pytest.mark.timeout(3600)
def test_nothing_breaks_it_on_neo4j(demonstration: str, neo4j_server: RunningNeo4j) -> None:
    neo4j_server.empty()
    url = neo4j_server.url_with_credentials
    source, target = open_store(demonstration), open_store(url)
    try:
        copy_store(source, target)
    finally:
        source.close()
        target.close()
    tried(url, 25, *AT_NIGHT, seed=2)
