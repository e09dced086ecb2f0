"""Files that were sent, kept for a while so that a marked copy of them can be asked for.

They lie in a folder of this process that nobody else can read, few and not for long: a file may
hold columns about persons, which the store never keeps.
"""

from __future__ import annotations

import shutil
import tempfile
import time
from collections import OrderedDict
from collections.abc import Callable, Sequence
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
    """What was said of a list that a file holds, and of all those that it holds."""

    path: Path
    report: Report
    reports: Sequence[Report]
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

    def file(self, path: Path, reports: Sequence[Report]) -> None:
        """Keep a received file with what was said of it, under the id of each import it made."""
        with self._guard:
            for report in reports:
                key = report.import_id or ""
                self._drop(key)
                self._filed[key] = Filed(path, report, reports, self._now())
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
        sizes = {filed.path: filed.path.stat().st_size for filed in self._filed.values()}
        for key, filed in list(self._filed.items()):
            old = self._now() - filed.since > LONGEST_SECONDS
            full = len(sizes) > MOST_FILES or sum(sizes.values()) > MOST_BYTES
            if (old or (full and len(sizes) > 1)) and self._drop(key):
                del sizes[filed.path]

    def _drop(self, key: str) -> bool:
        """Whether its file went with it: no other import was made of it."""
        filed = self._filed.pop(key, None)
        if filed is None or any(filed.path == other.path for other in self._filed.values()):
            return False
        filed.path.unlink(missing_ok=True)
        return True
