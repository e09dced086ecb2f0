"""`maillage serve`: a real server on loopback, a real client, and a clean end."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from commands import maillage

from maillage.graph.stores import open_store

STARTS_WITHIN = 60


@pytest.fixture
def store(tmp_path: Path) -> str:
    """The address of an empty store that exists."""
    url = f"sqlite:///{tmp_path / 's.db'}"
    open_store(url).close()
    return url


def free_port() -> int:
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def serving(store: str, *options: str) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """A server in another process, stopped as a person stops it."""
    port = free_port()
    process = subprocess.Popen(
        [
            sys.executable,
            "-m",
            "maillage.cli.main",
            "serve",
            f"--port={port}",
            f"--store={store}",
            *list(options),
        ],
        stderr=subprocess.PIPE,
        env={**os.environ, "LANG": "fr_FR.UTF-8", "PYTHONUTF8": "1"},
    )
    try:
        yield f"http://127.0.0.1:{port}", process
    finally:
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=30)
    assert process.returncode in (0, 130)
    assert b"Traceback" not in said
    assert str(port).encode() in said


def test_it_answers_and_stops_when_asked(store: str) -> None:
    with serving(store) as (address, process):
        assert b'"status":"ok"' in _answer(f"{address}/api/v1/health", process)
        assert b"<html" in _answer(f"{address}/", process)


def test_other_machines_are_answered_with_a_token(store: str) -> None:
    secret = maillage("token", "add", "anne", "--role", "reader", "--store", store).out.strip()
    with serving(store, "--host", "0.0.0.0", "--name", "maillage.example") as (address, process):
        _answer(f"{address}/api/v1/health", process)
        for headers, status in (
            ({}, 401),
            ({"Authorization": f"Bearer {secret}"}, 200),
            ({"Authorization": f"Bearer {secret}", "Host": "maillage.example"}, 200),
            ({"Authorization": f"Bearer {secret}", "Host": "other.example"}, 421),
        ):
            asked = urllib.request.Request(f"{address}/api/v1/me", headers=headers)
            try:
                found = urllib.request.urlopen(asked, timeout=10).status
            except urllib.error.HTTPError as error:
                found = error.code
            assert found == status, headers


def test_a_port_that_is_taken_is_said(store: str) -> None:
    with closing(socket.socket()) as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        ran = maillage("serve", "--port", str(port), "--store", store)
    assert ran.code == 1
    assert f"Le port {port} ne peut pas servir" in ran.err
    assert "Traceback" not in ran.err


def test_other_machines_are_not_answered_without_a_token(store: str) -> None:
    ran = maillage("serve", "--host", "0.0.0.0", "--store", store)
    assert ran.code == 1
    assert "jeton" in ran.err


def _answer(url: str, process: subprocess.Popen[bytes]) -> bytes:
    last = time.monotonic() + STARTS_WITHIN
    while time.monotonic() < last:
        assert process.poll() is None, "the server ended"
        try:
            with urllib.request.urlopen(url, timeout=10) as answer:
                body: bytes = answer.read()
                return body
        except urllib.error.URLError:
            time.sleep(0.2)
    raise AssertionError(f"no answer from {url}")
