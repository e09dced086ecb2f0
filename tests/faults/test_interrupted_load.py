"""A load that is killed leaves the store as it was, and the next one succeeds."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from commands import maillage

from maillage.graph.stores import open_store

ROWS = 2_000


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


def _seconds_of_a_load(file: Path, url: str) -> float:
    began = time.monotonic()
    assert _start(file, url).wait(timeout=120) == 0
    return time.monotonic() - began


def _start(file: Path, url: str) -> subprocess.Popen[bytes]:
    arguments = ["load", str(file), "--as", "actors", "--store", url, "--quiet"]
    return subprocess.Popen(
        [sys.executable, "-m", "maillage.cli.main", *arguments],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONUTF8": "1"},
    )


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
