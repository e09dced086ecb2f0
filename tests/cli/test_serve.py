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
from contextlib import closing
from pathlib import Path

from commands import maillage

STARTS_WITHIN = 60


def free_port() -> int:
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def test_it_answers_and_stops_when_asked(tmp_path: Path) -> None:
    port = free_port()
    url = f"sqlite:///{tmp_path / 's.db'}"
    process = subprocess.Popen(
        [sys.executable, "-m", "maillage.cli.main", "serve", "--port", str(port), "--store", url],
        stderr=subprocess.PIPE,
        env={**os.environ, "LANG": "fr_FR.UTF-8", "PYTHONUTF8": "1"},
    )
    try:
        health = _answer(f"http://127.0.0.1:{port}/api/v1/health", process)
        assert b'"status":"ok"' in health
        assert b"<html" in _answer(f"http://127.0.0.1:{port}/", process)
    finally:
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=30)
    assert process.returncode in (0, 130)
    assert b"Traceback" not in said
    assert str(port).encode() in said


def test_a_port_that_is_taken_is_said(tmp_path: Path) -> None:
    with closing(socket.socket()) as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        ran = maillage("serve", "--port", str(port), "--store", f"sqlite:///{tmp_path / 's.db'}")
    assert ran.code == 1
    assert f"Le port {port} ne peut pas servir" in ran.err
    assert "Traceback" not in ran.err


def test_other_machines_are_not_answered_without_a_token(tmp_path: Path) -> None:
    ran = maillage("serve", "--host", "0.0.0.0", "--store", f"sqlite:///{tmp_path / 's.db'}")
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
