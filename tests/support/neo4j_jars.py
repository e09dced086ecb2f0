"""What a real Neo4j is made of: Java, and the jars that Maven copies once into build/neo4j/lib."""

from __future__ import annotations

import fcntl
import hashlib
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
POM = ROOT / "tests" / "neo4j" / "pom.xml"
CACHE = ROOT / "build" / "neo4j"
OLDEST_JAVA = 17
COPY_DEPENDENCIES = "org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy-dependencies"


class Neo4jUnavailable(RuntimeError):
    """Neo4j cannot run on this machine; the message says what is missing."""


def find_java() -> str:
    """The command that starts a Java recent enough for Neo4j 5.26."""
    java = _named_by_java_home() or shutil.which("java")
    if java is None:
        raise Neo4jUnavailable(f"no java found: install a JDK {OLDEST_JAVA}")
    # The version is written on stderr, by every vendor, since ever.
    said = subprocess.run([java, "-version"], capture_output=True, text=True, check=False).stderr
    version = re.search(r'version "(\d+)', said)
    if version is None or int(version[1]) < OLDEST_JAVA:
        raise Neo4jUnavailable(f"{java} is not Java {OLDEST_JAVA} or newer")
    return java


def resolve_jars(pom: Path = POM, cache: Path = CACHE) -> Path:
    """The folder of Neo4j's runtime jars, fetched when the pom changed or was never resolved.

    Several test processes may ask at once: the first fetches, the others wait for it.
    """
    wanted = hashlib.sha256(pom.read_bytes()).hexdigest()
    lib, stamp = cache / "lib", cache / "pom.sha256"
    cache.mkdir(parents=True, exist_ok=True)
    with _locked(cache / "lock"):
        if not (lib.is_dir() and stamp.is_file() and stamp.read_text() == wanted):
            stamp.unlink(missing_ok=True)
            _replace(lib, fetched=_fetch(pom, cache / "lib.partial"))
            stamp.write_text(wanted)
    return lib


def _named_by_java_home() -> str | None:
    home = os.environ.get("JAVA_HOME")
    return shutil.which("java", path=str(Path(home) / "bin")) if home else None


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    with path.open("w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def _fetch(pom: Path, into: Path) -> Path:
    maven = shutil.which("mvn")
    if maven is None:
        raise Neo4jUnavailable("no mvn found: install Maven, it fetches Neo4j")
    shutil.rmtree(into, ignore_errors=True)
    options = ["-DincludeScope=runtime", f"-DoutputDirectory={into}"]
    command = [maven, "-B", "-q", "-f", str(pom), COPY_DEPENDENCIES, *options]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0 or not any(into.glob("*.jar")):
        raise Neo4jUnavailable(f"Maven could not fetch Neo4j: {_first_error(done.stdout)}")
    return into


def _replace(lib: Path, *, fetched: Path) -> None:
    # A half-copied folder never bears the final name: a killed run leaves nothing to trip over.
    shutil.rmtree(lib, ignore_errors=True)
    fetched.rename(lib)


def _first_error(output: str) -> str:
    errors = (line for line in output.splitlines() if line.startswith("[ERROR]"))
    return next(errors, "no message").removeprefix("[ERROR]").strip()
