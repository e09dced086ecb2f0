"""Writing results to files: whole or not at all, and a sentence when it cannot be done."""

from __future__ import annotations

from pathlib import Path

from maillage.graph.errors import InvalidInput


def write_text(path: Path, text: str) -> None:
    write_bytes(path, text.encode())


def write_bytes(path: Path, content: bytes) -> None:
    draft = path.with_name(path.name + ".part")
    try:
        draft.write_bytes(content)
        draft.replace(path)
    except OSError as error:
        draft.unlink(missing_ok=True)
        raise InvalidInput("file_unwritable", path=path, detail=error.strerror or error) from error
