"""A store that cannot be used gets one sentence and exit code 1, and is left as it was."""

from __future__ import annotations

import socket
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from commands import Ran, maillage

ACTORS = "id,name\na,Alpha\nb,Bêta\n"


@pytest.fixture
def actors(tmp_path: Path) -> Path:
    file = tmp_path / "actors.csv"
    file.write_text(ACTORS, encoding="utf-8")
    return file


def test_a_store_that_does_not_exist(tmp_path: Path) -> None:
    missing = tmp_path / "none.db"
    said = refused(maillage("measure", "--store", f"sqlite:///{missing}"))
    assert "n’existe pas" in said
    assert not missing.exists()


def test_a_folder_in_place_of_a_file(tmp_path: Path, actors: Path) -> None:
    said = refused(load(actors, f"sqlite:///{tmp_path}"))
    assert "dossier" in said


def test_a_folder_that_does_not_exist(tmp_path: Path, actors: Path) -> None:
    said = refused(load(actors, f"sqlite:///{tmp_path}/no/where.db"))
    assert "dossier" in said


def test_a_file_that_is_no_store(tmp_path: Path, actors: Path) -> None:
    text = tmp_path / "letter.db"
    text.write_text("Bonjour,\n" * 400, encoding="utf-8")
    before = text.read_bytes()
    assert "n’est pas une base Maillage" in refused(load(actors, f"sqlite:///{text}"))
    assert text.read_bytes() == before


def test_a_database_of_another_program(tmp_path: Path, actors: Path) -> None:
    other = tmp_path / "other.db"
    with closing(sqlite3.connect(other)) as connection:
        connection.execute("CREATE TABLE invoices (n)")
        connection.commit()
    assert "n’est pas une base Maillage" in refused(load(actors, f"sqlite:///{other}"))


def test_a_damaged_store(tmp_path: Path, actors: Path) -> None:
    store = tmp_path / "s.db"
    assert load(actors, f"sqlite:///{store}").code == 0
    content = bytearray(store.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    store.write_bytes(content)
    assert "abîmée" in refused(maillage("measure", "--store", f"sqlite:///{store}"))


def test_a_store_of_a_newer_version(tmp_path: Path, actors: Path) -> None:
    store = tmp_path / "s.db"
    assert load(actors, f"sqlite:///{store}").code == 0
    with closing(sqlite3.connect(store)) as connection:
        connection.execute("PRAGMA user_version = 99")
    assert "plus récente" in refused(load(actors, f"sqlite:///{store}"))


def test_a_store_that_another_program_holds(tmp_path: Path, actors: Path) -> None:
    store = tmp_path / "s.db"
    assert load(actors, f"sqlite:///{store}").code == 0
    with closing(sqlite3.connect(store, isolation_level=None)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        # What changes nothing needs nobody's leave.
        assert load(actors, f"sqlite:///{store}").code == 0
        actors.write_text(f"{ACTORS}c,Gamma\n", encoding="utf-8")
        said = refused(load(actors, f"sqlite:///{store}"))
    assert "occupée par un autre programme" in said


def test_a_full_disk_leaves_the_store_as_it_was(tmp_path: Path, actors: Path) -> None:
    """The file system refuses the write: a limit on the size of files, set for the child only."""
    store = tmp_path / "s.db"
    assert load(actors, f"sqlite:///{store}").code == 0
    many = tmp_path / "many.csv"
    rows = "".join(f"x{number},Organisation numéro {number}\n" for number in range(20_000))
    many.write_text(f"id,name\n{rows}", encoding="utf-8")
    program = (
        "import resource, signal, sys; signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000));"
        "from maillage.cli.main import run;"
        f"sys.exit(run(['load', {str(many)!r}, '--as', 'actors', '--lang', 'fr',"
        f" '--store', 'sqlite:///{store}']))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=120, check=False
    )
    said = refused(Ran(done.returncode, done.stdout, done.stderr))
    assert "sqlite:///" in said or str(store) in said
    log = maillage("imports", "--format", "json", "--store", f"sqlite:///{store}")
    assert [item["rows"] for item in log.json] == [2]
    assert load(many, f"sqlite:///{store}").code == 0


@pytest.mark.parametrize("url", ["mysql://here/db", "sqlite:relative.db", "nonsense", "sqlite:///"])
def test_an_address_nobody_knows(url: str, actors: Path) -> None:
    assert "Adresse de base inconnue" in refused(load(actors, url))


def test_a_neo4j_that_is_down(actors: Path) -> None:
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    assert "ne répond pas" in refused(load(actors, f"bolt://127.0.0.1:{port}"))


def test_a_neo4j_that_never_answers(actors: Path) -> None:
    with _mute_server() as port:
        said = refused(load(actors, f"bolt://127.0.0.1:{port}"))
    assert "127.0.0.1" in said


def test_the_sentence_follows_the_language(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/none.db"
    assert "does not exist" in refused(maillage("measure", "--store", url, "--lang", "en"))
    assert "does not exist" in refused(maillage("--store", url, "measure", lang="en_GB.UTF-8"))
    assert "n’existe pas" in refused(maillage("--store", url, "measure", lang="C"))


def load(file: Path, url: str) -> Ran:
    return maillage("load", file, "--as", "actors", "--store", url)


def refused(ran: Ran) -> str:
    """What was said, once it is one sentence, exit code 1 and no traceback."""
    assert ran.code == 1, ran
    assert "Traceback" not in ran.err
    lines = ran.err.strip().splitlines()
    assert len(lines) == 1, lines
    return lines[0]


@contextmanager
def _mute_server() -> Iterator[int]:
    """Accepts connections and says nothing."""
    with closing(socket.socket()) as server:
        server.bind(("127.0.0.1", 0))
        server.listen()
        yield server.getsockname()[1]
