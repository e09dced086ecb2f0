"""A real Neo4j Community on free loopback ports, with authentication, for tests and developers.

    python tests/support/neo4j_server.py --keep      prints how to reach it, runs until Ctrl-C

`start()` gives the server named by MAILLAGE_TEST_NEO4J_URL (with MAILLAGE_NEO4J_USER and
MAILLAGE_NEO4J_PASSWORD) when there is one, else launches its own. Community has one database:
tests that share a server share its content, and must not run at the same time.
"""

from __future__ import annotations

import argparse
import atexit
import ctypes
import os
import secrets
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from neo4j import Driver, GraphDatabase
from neo4j.exceptions import DriverError, Neo4jError
from neo4j_jars import Neo4jUnavailable, find_java, resolve_jars
from passing_folders import passing_folder

USER = "neo4j"
START_LIMIT = 120.0  # seconds; measured at about 6 on two cores, and a busy machine is slower
STOP_LIMIT = 20.0
OPENED = ("java.base/java.nio", "java.base/java.io", "java.base/sun.nio.ch", "java.base/java.lang")
FOLDERS = ("conf", "data", "logs", "plugins", "import", "run")
# No web interface, no call home, no preallocated logs (512 MB), no quiet period of 10 s at the end;
# tests that give a wrong password must not lock the next one out.
SETTINGS = """\
server.default_listen_address=127.0.0.1
server.default_advertised_address=127.0.0.1
server.bolt.listen_address=127.0.0.1:{port}
server.http.enabled=false
server.https.enabled=false
dbms.security.auth_enabled=true
dbms.security.auth_max_failed_attempts=0
dbms.usage_report.enabled=false
server.memory.pagecache.size={page_cache}
db.tx_log.preallocate=false
internal.dbms.bolt.netty_server_shutdown_quiet_period=0
"""


@dataclass(frozen=True)
class Memory:
    """What our own server may take, as Java and Neo4j write it: little, for tests."""

    heap: str = "512m"
    page_cache: str = "64m"

    @property
    def options(self) -> tuple[str, ...]:
        """Java's. In the minutes of tests its second compiler takes more time than it ever saves:
        without it starting and answering cost half as much."""
        short_lived = ("-XX:TieredStopAtLevel=1",) if self == Memory() else ()
        return (f"-Xmx{self.heap}", "-XX:+UseSerialGC", *short_lived)


@dataclass(frozen=True)
class RunningNeo4j:
    """A server that answers; `process` and `home` are None when somebody else runs it."""

    url: str
    user: str
    password: str
    process: subprocess.Popen[bytes] | None = None
    home: Path | None = None
    version: str = ""
    seconds: float = 0.0

    @property
    def url_with_credentials(self) -> str:
        scheme, rest = self.url.split("://", 1)
        return f"{scheme}://{self.user}:{self.password}@{rest}"

    def driver(self) -> Driver:
        """A driver of one's own, to be closed: `with server.driver() as driver`."""
        return GraphDatabase.driver(self.url, auth=(self.user, self.password))

    def empty(self) -> None:
        """Delete every node and relationship; constraints and indexes stay."""
        with self.driver() as driver, driver.session() as session:
            # Ties before nodes: those of one node may be more than a transaction holds.
            for each in ("MATCH ()-[x]->()", "MATCH (x)"):
                session.run(
                    f"{each} CALL (x) {{ DELETE x }} IN TRANSACTIONS OF 2000 ROWS"
                ).consume()

    def drop_schema(self) -> None:
        """Drop every constraint and index, but the two token look-ups that each database has."""
        with self.driver() as driver:
            constraints, _, _ = driver.execute_query("SHOW CONSTRAINTS YIELD name")
            for row in constraints:
                driver.execute_query("DROP CONSTRAINT $name", name=row["name"])
            indexes, _, _ = driver.execute_query(
                "SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP' RETURN name"
            )
            for row in indexes:
                driver.execute_query("DROP INDEX $name", name=row["name"])

    def stop(self) -> None:
        """Stop our own server, by its process id; a second call does nothing."""
        if self.process is None:
            return
        self.process.terminate()
        try:
            self.process.wait(STOP_LIMIT)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def available() -> str | None:
    """None if Neo4j can run here, else why not. The first call ever fetches 114 MB."""
    if os.environ.get("MAILLAGE_TEST_NEO4J_URL"):
        return None
    try:
        find_java()
        resolve_jars()
    except Neo4jUnavailable as reason:
        return str(reason)
    return None


def start(memory: Memory = Memory()) -> RunningNeo4j:
    """The server the environment names, else one of our own in a folder deleted at its end."""
    url = os.environ.get("MAILLAGE_TEST_NEO4J_URL")
    return _existing(url) if url else launch(memory=memory)


def launch(
    home: Path | None = None,
    port: int | None = None,
    memory: Memory = Memory(),
) -> RunningNeo4j:
    """Our own server. A `home` that is given is kept, and can be launched again."""
    java, lib = find_java(), resolve_jars()
    began = time.monotonic()
    # Before the server's own stop is registered: exit handlers run last in, first out.
    place = home or passing_folder("maillage-neo4j-")
    classpath = [java, *memory.options, "-cp", f"{lib}/*"]
    password = _initial_password(place, classpath)
    port = port or _free_port()
    (place / "conf" / "neo4j.conf").write_text(
        SETTINGS.format(port=port, page_cache=memory.page_cache)
    )
    opens = [word for name in OPENED for word in ("--add-opens", f"{name}=ALL-UNNAMED")]
    main = ["org.neo4j.server.CommunityEntryPoint", f"--home-dir={place}"]
    process = spawn([*classpath, *opens, *main, f"--config-dir={place / 'conf'}"], place)
    server = RunningNeo4j(f"bolt://127.0.0.1:{port}", USER, password, process, place)
    atexit.register(server.stop)
    version = _wait_until_it_answers(server, began + START_LIMIT)
    return RunningNeo4j(
        server.url, USER, password, process, place, version, time.monotonic() - began
    )


def spawn(command: list[str], home: Path) -> subprocess.Popen[bytes]:
    """A process that Ctrl-C in our terminal does not reach, and that never outlives us."""
    with (home / "console.log").open("ab") as log:
        return subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            preexec_fn=_die_with_parent(),  # noqa: PLW1509  (one call into the C library)
        )


def _existing(url: str) -> RunningNeo4j:
    user = os.environ.get("MAILLAGE_NEO4J_USER", USER)
    server = RunningNeo4j(url, user, os.environ.get("MAILLAGE_NEO4J_PASSWORD", ""))
    with server.driver() as driver:
        found, _, _ = driver.execute_query("MATCH (n) RETURN n LIMIT 1")
    if found:
        # The tests erase what they find: this may be somebody's work.
        raise RuntimeError(f"the database at {url} is not empty: name one that may be erased")
    return RunningNeo4j(url, user, server.password, version=_version(server))


def _initial_password(home: Path, classpath: list[str]) -> str:
    """Set it as `neo4j-admin dbms set-initial-password` does, once per home."""
    for name in FOLDERS:
        (home / name).mkdir(parents=True, exist_ok=True)
    kept = home / "password"
    if not kept.exists():
        kept.touch(mode=0o600)
        kept.write_text(secrets.token_urlsafe(16))
        admin = ["org.neo4j.cli.AdminTool", "dbms", "set-initial-password", "--", kept.read_text()]
        places = {"NEO4J_HOME": str(home), "NEO4J_CONF": str(home / "conf")}
        environment = {**os.environ, **places}
        subprocess.run([*classpath, *admin], env=environment, check=True, capture_output=True)
    return kept.read_text()


def _free_port() -> int:
    # Neo4j accepts port 0 but never says which port it got, so the choice is ours.
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _die_with_parent() -> Callable[[], None] | None:
    """On Linux the kernel ends the server of a test run that was killed outright."""
    if sys.platform != "linux":
        return None
    prctl, set_parent_death_signal = ctypes.CDLL(None).prctl, 1
    return lambda: prctl(set_parent_death_signal, signal.SIGTERM)


def _wait_until_it_answers(server: RunningNeo4j, deadline: float) -> str:
    assert server.process is not None
    assert server.home is not None
    while time.monotonic() < deadline:
        if server.process.poll() is not None:
            raise RuntimeError(f"Neo4j ended at once:\n{_last_words(server.home)}")
        if _listens(server.url):
            try:
                return _version(server)
            except (DriverError, Neo4jError) as error:
                if not error.is_retryable():
                    raise
        time.sleep(0.1)
    server.stop()
    raise RuntimeError(f"Neo4j did not answer in time:\n{_last_words(server.home)}")


def _listens(url: str) -> bool:
    host, port = url.rsplit("/", 1)[1].split(":")
    with socket.socket() as probe:
        return probe.connect_ex((host, int(port))) == 0


def _version(server: RunningNeo4j) -> str:
    with server.driver() as driver:
        rows, _, _ = driver.execute_query("CALL dbms.components() YIELD versions, edition")
    return f"{rows[0]['versions'][0]} {rows[0]['edition']}"


def _last_words(home: Path) -> str:
    logs = [home / "console.log", home / "logs" / "neo4j.log"]
    lines = [line for log in logs if log.exists() for line in log.read_text().splitlines()]
    return "\n".join(lines[-15:])


def _main() -> None:
    parser = argparse.ArgumentParser(description="Start the Neo4j of the tests.")
    parser.add_argument("--keep", action="store_true", help="run until Ctrl-C")
    parser.add_argument("--home", type=Path, help="a folder whose database is kept")
    parser.add_argument("--port", type=int, help="the Bolt port (default: a free one)")
    options = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    if reason := available():
        sys.exit(f"Neo4j cannot run here: {reason}")
    server = launch(options.home and options.home.resolve(), options.port)
    print(f"Neo4j {server.version}, ready in {server.seconds:.1f} s")
    print(f"export MAILLAGE_STORE={server.url}")
    print(f"export MAILLAGE_NEO4J_USER={server.user}")
    print(f"export MAILLAGE_NEO4J_PASSWORD={server.password}", flush=True)
    if options.keep:
        _wait_for_ctrl_c(server)


def _wait_for_ctrl_c(server: RunningNeo4j) -> None:
    assert server.process is not None
    print("Running until Ctrl-C.", flush=True)
    try:
        sys.exit(server.process.wait())
    except KeyboardInterrupt:
        print("Stopping.")


if __name__ == "__main__":
    _main()
