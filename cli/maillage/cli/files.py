"""Writing results to files: whole or not at all, and a sentence when it cannot be done."""

from __future__ import annotations

from pathlib import Path

from maillage.graph.errors import InvalidInput


def write_text(path: Path, text: str) -> None:
    write_bytes(path, text.encode())


def write_bytes(path: Path, content: bytes) -> None:
    """A file is replaced once it is whole; a device or a pipe is written to."""
    try:
        target = path.resolve()
        if target.exists() and not target.is_file():
            target.write_bytes(content)
            return
        draft = target.with_name(target.name + ".part")
        try:
            draft.write_bytes(content)
            draft.replace(target)
        except OSError:
            draft.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise InvalidInput("file_unwritable", path=path, detail=error.strerror or error) from error
