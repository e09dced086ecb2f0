"""A load that is killed leaves the store as it was, and the next one succeeds."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing, suppress
from pathlib import Path

import pytest
from commands import maillage

from maillage.graph.stores import open_store

ROWS = 2_000
LOAD = (sys.executable, "-m", "maillage.cli.main", "load")


@pytest.fixture(scope="module")
def actors(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("faults") / "actors.csv"
    lines = [f"x{number},Organisation numéro {number}" for number in range(ROWS)]
    file.write_text("\n".join(["id,name", *lines]), encoding="utf-8")
    return file


SIGNALS = (signal.SIGKILL, signal.SIGINT, signal.SIGTERM)


# At three moments of a load in each run, at fifteen by night.
@pytest.mark.parametrize(
    ("how", "moments"),
    [
        *((how, 4) for how in SIGNALS),
        *(pytest.param(how, 16, marks=pytest.mark.nightly) for how in SIGNALS),
    ],
)
def test_a_killed_load_is_as_if_it_had_not_begun(
    how: signal.Signals, moments: int, actors: Path, tmp_path: Path
) -> None:
    url = f"sqlite:///{tmp_path / 's.db'}"
    whole = _seconds_of_a_load(actors, f"sqlite:///{tmp_path / 'timed.db'}")
    interrupted = 0
    for part in range(1, moments):
        process = _start(actors, url)
        time.sleep(whole * part / moments)
        process.send_signal(how)
        process.wait(timeout=60)
        interrupted += process.returncode != 0
        assert _rows(url) in (0, ROWS)
        if _rows(url) == ROWS:
            break
    assert interrupted > 0
    assert maillage("load", actors, "--as", "actors", "--store", url).code == 0
    assert _rows(url) == ROWS


def test_a_load_that_is_interrupted_once_it_is_saved_says_so(actors: Path, tmp_path: Path) -> None:
    """Nobody reads what it prints: it waits there, saved."""
    url = f"sqlite:///{tmp_path / 's.db'}"
    reading, writing = _full_pipe()
    process = subprocess.Popen(
        [*LOAD, actors, "--as", "actors", "--store", url],
        stdout=writing,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONUTF8": "1", "LANG": "fr_FR.UTF-8"},
        preexec_fn=_heeding_interrupts,  # noqa: PLW1509  (one call into the C library)
    )
    os.close(writing)
    while not (saved := _imports(tmp_path / "s.db")) and process.poll() is None:
        time.sleep(0.01)
    process.send_signal(signal.SIGINT)
    while os.read(reading, 1 << 16):
        pass
    os.close(reading)
    _, said = process.communicate(timeout=60)
    # By the signal itself where Python was importing; a shell tells 130 of both.
    assert process.returncode in (130, -signal.SIGINT)
    assert "Traceback" not in said
    assert f"enregistré de actors.csv\u202f: acteurs ({saved[0]})." in said
    assert _rows(url) == ROWS


def _full_pipe() -> tuple[int, int]:
    """Whose next writer waits for a reader."""
    reading, writing = os.pipe()
    os.set_blocking(writing, False)
    with suppress(BlockingIOError):
        while os.write(writing, b" " * 4096):
            pass
    os.set_blocking(writing, True)
    return reading, writing


def _imports(path: Path) -> list[str]:
    """As another process sees them; none of a file that is not there yet."""
    try:
        with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
            return [id_ for (id_,) in connection.execute("SELECT id FROM import")]
    except sqlite3.Error:
        return []


def _seconds_of_a_load(file: Path, url: str) -> float:
    began = time.monotonic()
    assert _start(file, url).wait(timeout=120) == 0
    return time.monotonic() - began


def _start(file: Path, url: str) -> subprocess.Popen[bytes]:
    arguments = [str(file), "--as", "actors", "--store", url, "--quiet"]
    return subprocess.Popen(
        [*LOAD, *arguments],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONUTF8": "1"},
        preexec_fn=_heeding_interrupts,  # noqa: PLW1509  (one call into the C library)
    )


def _heeding_interrupts() -> None:
    """As at a terminal: who runs the tests in the background ignores Ctrl-C, and so would they."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def _rows(url: str) -> int:
    """How many actors the store holds: its records and its graph must agree."""
    store = open_store(url)
    try:
        actors = len(store.columns().actors.ids)
        assert sum(1 for _ in store.records()) == actors
        assert sum(item.rows for item in store.imports()) == actors
        return actors
    finally:
        store.close()
