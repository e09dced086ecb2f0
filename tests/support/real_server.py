"""`maillage serve` in a process of its own, as it runs for people; its log is kept."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

STARTS_WITHIN = 60
ENDS_WITHIN = 60


@dataclass
class RealServer:
    address: str
    process: subprocess.Popen[bytes]
    log: Path

    @property
    def said(self) -> str:
        return self.log.read_text(encoding="utf-8")

    def stop(self, how: signal.Signals = signal.SIGINT) -> int:
        """Its exit code."""
        if self.process.poll() is None:
            self.process.send_signal(how)
        return self.process.wait(ENDS_WITHIN)


def free_port() -> int:
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def real_server(
    store: str, *options: str, environment: Mapping[str, str] | None = None
) -> Iterator[RealServer]:
    """Answering; stopped at the end as a person stops it, unless it has ended already."""
    port = free_port()
    command = [sys.executable, "-m", "maillage.cli.main", "serve", f"--port={port}",
               f"--store={store}", *options]  # fmt: skip
    said = {"LANG": "fr_FR.UTF-8", "PYTHONUTF8": "1", **(environment or {})}
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder) / "log"
        with log.open("wb") as stderr:
            process = subprocess.Popen(command, stderr=stderr, env={**os.environ, **said})
        server = RealServer(f"http://127.0.0.1:{port}", process, log)
        try:
            _wait_for(server)
            yield server
        finally:
            server.stop()


def _wait_for(server: RealServer) -> None:
    last = time.monotonic() + STARTS_WITHIN
    while time.monotonic() < last:
        assert server.process.poll() is None, f"the server ended: {server.said}"
        try:
            urllib.request.urlopen(f"{server.address}/api/v1/health", timeout=10).close()
            return
        except urllib.error.URLError:
            time.sleep(0.1)
    raise AssertionError(f"no answer: {server.said}")
