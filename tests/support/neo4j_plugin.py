"""pytest plugin: the `neo4j_server` fixture, and what the summary says of it.

Community has one database, so tests that run side by side cannot share a server: each xdist worker
that meets such a test starts its own (7 s, 400 MB), and `sharing_plugin` gives them all to one. A
server lent by MAILLAGE_TEST_NEO4J_URL is one for all, so the run then stays in one process.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cache
from typing import Protocol

import pytest
from neo4j_server import RunningNeo4j, available, start

USED = pytest.StashKey[list[str]]()
WORD = "maillage_neo4j"  # under which an xdist worker tells the main process what it used


class WorkerNode(Protocol):
    """What xdist's main process knows of one of its workers."""

    config: pytest.Config
    workeroutput: dict[str, object]


@pytest.fixture(scope="session")
def neo4j_server(pytestconfig: pytest.Config) -> Iterator[RunningNeo4j]:
    """A real Neo4j, empty at first; whoever writes empties it: `neo4j_server.empty()`."""
    server = start()
    how = f"own server, ready in {server.seconds:.1f} s" if server.process else f"at {server.url}"
    pytestconfig.stash[USED] = [f"Neo4j {server.version} ({how})"]
    yield server
    if server.process is None:
        # It was empty when it was lent to us, and must be for the next run.
        server.empty()
        server.drop_schema()
    server.stop()


@pytest.hookimpl(tryfirst=True)
def pytest_cmdline_main(config: pytest.Config) -> None:
    if os.environ.get("MAILLAGE_TEST_NEO4J_URL") and config.getoption("numprocesses", None):
        config.option.numprocesses = 0  # as xdist itself does under --pdb


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    if item.get_closest_marker("neo4j") and (reason := _missing()):
        pytest.skip(f"no Neo4j: {reason}")


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    output = getattr(session.config, "workeroutput", None)
    if output is not None and USED in session.config.stash:
        output[WORD] = session.config.stash[USED]


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: WorkerNode) -> None:
    # A worker that crashed has left no output at all.
    used = getattr(node, "workeroutput", {}).get(WORD)
    if isinstance(used, list):
        stash = node.config.stash
        stash[USED] = [*stash.get(USED, []), *map(str, used)]


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    ran = _reports(terminalreporter, "passed", "failed", "error")
    skipped = _reports(terminalreporter, "skipped")
    terminalreporter.section("Neo4j")
    servers = config.stash.get(USED, [])
    for server in servers:
        terminalreporter.write_line(server)
    if servers:
        terminalreporter.write_line(f"{len(ran)} tests ran on it")
    elif not skipped:
        terminalreporter.write_line("not started: no selected test needed it")
    for reason in sorted({_reason(report) for report in skipped}):
        terminalreporter.write_line(f"{len(skipped)} tests did not run: {reason}")


@cache
def _missing() -> str | None:
    return available()


def _reports(reporter: pytest.TerminalReporter, *outcomes: str) -> list[pytest.TestReport]:
    reports = (report for outcome in outcomes for report in reporter.stats.get(outcome, []))
    return [report for report in reports if "neo4j" in getattr(report, "keywords", ())]


def _reason(report: pytest.TestReport) -> str:
    # pytest writes a skip as (file, line, "Skipped: why").
    why = report.longrepr
    return why[2].removeprefix("Skipped: ") if isinstance(why, tuple) else str(why)
