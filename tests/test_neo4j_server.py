"""The Neo4j of the tests is a real one, asks for its password, and leaves nothing behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import neo4j_jars
import pytest
from neo4j import GraphDatabase
from neo4j.exceptions import AuthError
from neo4j_jars import Neo4jUnavailable, resolve_jars
from neo4j_server import RunningNeo4j, available, start
from passing_folders import passing_folder

SUPPORT = Path(neo4j_jars.__file__).parent
# Stands for Maven: counts its runs, takes its time, writes one jar where it was told to.
MAVEN = """#!/bin/sh
echo run >> "{runs}"
for word in "$@"; do case "$word" in -DoutputDirectory=*) into="${{word#*=}}";; esac; done
mkdir -p "$into"
sleep 0.5
echo jar > "$into/a.jar"
"""


@pytest.fixture
def maven(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A stand-in for mvn on the PATH; the file returned has one line per run of it."""
    runs, command = tmp_path / "runs", tmp_path / "bin" / "mvn"
    command.parent.mkdir()
    command.write_text(MAVEN.format(runs=runs))
    command.chmod(0o755)
    monkeypatch.setenv("PATH", f"{command.parent}{os.pathsep}{os.environ['PATH']}")
    return runs


@pytest.fixture
def pom(tmp_path: Path) -> Path:
    pom = tmp_path / "pom.xml"
    pom.write_text("<project/>")
    return pom


def test_jars_are_fetched_again_only_when_the_pom_changes(
    maven: Path, pom: Path, tmp_path: Path
) -> None:
    cache = tmp_path / "cache"
    lib = resolve_jars(pom, cache)
    assert [jar.name for jar in lib.iterdir()] == ["a.jar"]
    (lib / "left-over.jar").touch()
    assert resolve_jars(pom, cache) == lib
    assert len(maven.read_text().split()) == 1
    pom.write_text("<project><!-- another version --></project>")
    resolve_jars(pom, cache)
    assert len(maven.read_text().split()) == 2
    assert [jar.name for jar in lib.iterdir()] == ["a.jar"]


def test_two_processes_that_need_the_jars_at_once_fetch_them_once(
    maven: Path, pom: Path, tmp_path: Path
) -> None:
    code = "import sys, pathlib, neo4j_jars as n; n.resolve_jars(*map(pathlib.Path, sys.argv[1:]))"
    command = [sys.executable, "-c", code, str(pom), str(tmp_path / "cache")]
    environment = {**os.environ, "PYTHONPATH": str(SUPPORT)}
    both = [subprocess.Popen(command, env=environment) for _ in range(2)]
    assert [process.wait() for process in both] == [0, 0]
    assert len(maven.read_text().split()) == 1


def test_a_fetch_that_fails_says_why_and_leaves_no_half_copy(
    maven: Path, pom: Path, tmp_path: Path
) -> None:
    command = tmp_path / "bin" / "mvn"
    command.write_text("#!/bin/sh\necho '[INFO] trying'\necho '[ERROR] no network'\nexit 1\n")
    with pytest.raises(Neo4jUnavailable, match="Maven could not fetch Neo4j: no network"):
        resolve_jars(pom, tmp_path / "cache")
    assert not (tmp_path / "cache" / "lib").exists()


@pytest.mark.parametrize(
    ("version", "reason"),
    [("11.0.20", "is not Java 17 or newer"), (None, "no java found: install a JDK 17")],
)
def test_without_a_java_recent_enough_it_says_so(
    version: str | None, reason: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if version:
        java = tmp_path / "java"
        java.write_text(f"#!/bin/sh\necho 'openjdk version \"{version}\"' >&2\n")
        java.chmod(0o755)
    for name in ("JAVA_HOME", "MAILLAGE_TEST_NEO4J_URL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    said = available()
    assert said is not None
    assert reason in said


@pytest.mark.skipif(sys.platform != "linux", reason="the parent death signal is Linux's")
def test_a_server_dies_with_the_run_that_started_it(tmp_path: Path) -> None:
    code = (
        "import pathlib, sys, time, neo4j_server as n\n"
        "child = n.spawn(['sleep', '1000'], pathlib.Path(sys.argv[1]))\n"
        "print(child.pid, flush=True)\n"
        "time.sleep(1000)\n"
    )
    run = subprocess.Popen(
        [sys.executable, "-c", code, str(tmp_path)],
        env={**os.environ, "PYTHONPATH": str(SUPPORT)},
        stdout=subprocess.PIPE,
        text=True,
    )
    with run:
        assert run.stdout is not None
        child = int(run.stdout.readline())
        run.send_signal(signal.SIGKILL)
    assert _ends(child)


def test_the_folder_of_a_run_that_was_killed_goes_with_the_next_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = "import passing_folders as p; print(p.passing_folder('ours-'), flush=True); input()"
    run = subprocess.Popen(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONPATH": str(SUPPORT), "TMPDIR": str(tmp_path)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with run:
        assert run.stdout is not None
        left = Path(run.stdout.readline().rstrip("\n"))
        mine = passing_folder("ours-")
        assert left.is_dir()
        run.kill()
    another = passing_folder("ours-")
    assert set(tmp_path.iterdir()) == {mine, another}


@pytest.mark.neo4j
def test_it_is_the_neo4j_we_support(neo4j_server: RunningNeo4j) -> None:
    assert neo4j_server.version.startswith("5.26.")


@pytest.mark.neo4j
@pytest.mark.parametrize("auth", [None, *[("neo4j", "wrong-password")] * 3])
def test_it_refuses_who_does_not_know_the_password(
    neo4j_server: RunningNeo4j, auth: tuple[str, str] | None
) -> None:
    with (
        GraphDatabase.driver(neo4j_server.url, auth=auth) as driver,
        pytest.raises(AuthError),
    ):
        driver.execute_query("RETURN 1")


@pytest.mark.neo4j
def test_empty_leaves_no_node_and_drop_schema_no_constraint(neo4j_server: RunningNeo4j) -> None:
    with neo4j_server.driver() as driver:
        driver.execute_query("CREATE CONSTRAINT `one of ours` FOR (n:Thing) REQUIRE n.id IS UNIQUE")
        driver.execute_query("CREATE INDEX FOR (n:Thing) ON (n.name)")
        driver.execute_query("CREATE (:Thing {id: 1})-[:NEAR]->(:Thing {id: 2})")
        neo4j_server.empty()
        assert driver.execute_query("MATCH (n) RETURN count(n)").records[0][0] == 0
        neo4j_server.drop_schema()
        assert driver.execute_query("SHOW CONSTRAINTS").records == []
        kinds = [row["type"] for row in driver.execute_query("SHOW INDEXES").records]
        assert set(kinds) == {"LOOKUP"}


@pytest.mark.neo4j
def test_a_server_lent_to_us_must_hold_nothing_we_could_erase(
    neo4j_server: RunningNeo4j, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MAILLAGE_TEST_NEO4J_URL", neo4j_server.url)
    monkeypatch.setenv("MAILLAGE_NEO4J_USER", neo4j_server.user)
    monkeypatch.setenv("MAILLAGE_NEO4J_PASSWORD", neo4j_server.password)
    with neo4j_server.driver() as driver:
        driver.execute_query("CREATE (:Pole {name: 'somebody else’s'})")
    with pytest.raises(RuntimeError, match="is not empty"):
        start()
    neo4j_server.empty()
    lent = start()
    assert lent.version == neo4j_server.version
    lent.stop()
    neo4j_server.empty()  # it still answers: who lends a server stops it


def _ends(pid: int) -> bool:
    for _ in range(100):
        if _is_gone(pid):
            return True
        time.sleep(0.1)
    return False


def _is_gone(pid: int) -> bool:
    try:
        status = Path(f"/proc/{pid}/stat").read_text()
    except FileNotFoundError:
        return True
    return status.rpartition(")")[2].split()[0] == "Z"  # ended; who adopted it has not looked yet
