"""Folders that go with the process that asked for them, or, if it was killed, with a later one."""

from __future__ import annotations

import atexit
import fcntl
import shutil
import tempfile
from pathlib import Path
from typing import TextIO

_LOCK = "in-use"
# While we live, the system holds our locks: whoever finds one free knows that its owner is gone.
_held: list[TextIO] = []


def passing_folder(prefix: str) -> Path:
    """A new folder, among those of its prefix; of these, what nobody uses any more is deleted."""
    for left in Path(tempfile.gettempdir()).glob(f"{prefix}*/{_LOCK}"):
        if _is_free(left):
            shutil.rmtree(left.parent, ignore_errors=True)
    folder = Path(tempfile.mkdtemp(prefix=prefix))
    draft = (folder / "draft").open("w", encoding="utf-8")
    fcntl.flock(draft, fcntl.LOCK_EX)
    _held.append(draft)
    (folder / "draft").rename(folder / _LOCK)  # nobody sees it free
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def _is_free(lock: Path) -> bool:
    try:
        with lock.open(encoding="utf-8") as handle:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:  # held, or gone meanwhile
        return False
    return True
