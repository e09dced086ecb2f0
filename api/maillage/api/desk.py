"""Files that were sent, kept for a while so that a marked copy of them can be asked for.

They lie in a folder of this process that nobody else can read, few and not for long: a file may
hold columns about persons, which the store never keeps.
"""

from __future__ import annotations

import shutil
import tempfile
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import BinaryIO

from maillage.ingest.loading.report import Report

MOST_FILES = 30
MOST_BYTES = 512 << 20
LONGEST_SECONDS = 30 * 60


@dataclass(frozen=True, slots=True)
class Filed:
    path: Path
    report: Report
    since: float


class Desk:
    def __init__(self, *, now: Callable[[], float] = time.monotonic) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="maillage-")
        self._guard = Lock()
        self._filed: OrderedDict[str, Filed] = OrderedDict()
        self._now = now
        self._number = 0

    def receive(self, stream: BinaryIO) -> Path:
        """A copy of what was sent; its name is ours."""
        with self._guard:
            self._number += 1
            path = Path(self._folder.name) / f"{self._number}"
        with path.open("wb") as copy:
            shutil.copyfileobj(stream, copy)
        return path

    def file(self, path: Path, report: Report) -> None:
        """Keep a received file with what was said of it, under the id of its import."""
        with self._guard:
            key = report.import_id or ""
            self._drop(key)
            self._filed[key] = Filed(path, report, self._now())
            self._clear()

    def discard(self, path: Path) -> None:
        path.unlink(missing_ok=True)

    def get(self, import_id: str) -> Filed | None:
        with self._guard:
            self._clear()
            return self._filed.get(import_id)

    def close(self) -> None:
        self._folder.cleanup()

    def _clear(self) -> None:
        """The oldest go first; the last one stays, however large."""
        sizes = {key: filed.path.stat().st_size for key, filed in self._filed.items()}
        for key, filed in list(self._filed.items()):
            old = self._now() - filed.since > LONGEST_SECONDS
            full = len(self._filed) > MOST_FILES or sum(sizes.values()) > MOST_BYTES
            if old or (full and len(self._filed) > 1):
                self._drop(key)
                del sizes[key]

    def _drop(self, key: str) -> None:
        if filed := self._filed.pop(key, None):
            filed.path.unlink(missing_ok=True)
