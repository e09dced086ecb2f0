"""Writing results to files: whole or not at all, and a sentence when it cannot be done."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from maillage.graph.errors import InvalidInput


def make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InvalidInput("file_unwritable", path=folder, detail=error.strerror) from error


def write_text(path: Path, text: str) -> None:
    write_bytes(path, text.encode())


def write_bytes(path: Path, content: bytes) -> None:
    write_parts(path, [content])


def write_parts(path: Path, parts: Iterable[bytes]) -> None:
    """A file is replaced once it is whole; a device or a pipe is written to."""
    try:
        target = path.resolve()
        if target.exists() and not target.is_file():
            _write(target, parts)
            return
        draft = target.with_name(target.name + ".part")
        try:
            _write(draft, parts)
            draft.replace(target)
        except BaseException:
            draft.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise InvalidInput("file_unwritable", path=path, detail=error.strerror or error) from error


def _write(path: Path, parts: Iterable[bytes]) -> None:
    with path.open("wb") as file:
        file.writelines(parts)
