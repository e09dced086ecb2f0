"""Documents whose commands are run and whose answers are compared: ```sh, then ```text."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from commands import Ran, maillage

_BLOCK = re.compile(r"```(sh|text)\n(.*?)```", re.S)
_CHANGING = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True)
class Step:
    """The commands of a block, and what the last of them is said to print."""

    commands: tuple[tuple[str, ...], ...]
    printed: str | None


def steps(document: Path) -> Iterator[Step]:
    blocks = _BLOCK.findall(document.read_text(encoding="utf-8"))
    for place, (kind, text) in enumerate(blocks):
        if kind == "sh":
            after = blocks[place + 1] if place + 1 < len(blocks) else ("", "")
            lines = (shlex.split(line, comments=True) for line in text.splitlines())
            commands = tuple(tuple(words) for words in lines if words[:1] == ["maillage"])
            yield Step(commands, after[1] if after[0] == "text" else None)


def run(step: Step, folder: Path, store: str) -> Ran:
    """Its commands in this folder; all must succeed. What the last one did."""
    assert step.commands
    for words in step.commands:
        ran = maillage(*words[1:], cwd=folder, MAILLAGE_STORE=store)
        assert ran.code == 0, (words, ran.err)
    return ran


def dateless(text: str) -> str:
    """A text that will be the same tomorrow."""
    return _CHANGING.sub("AAAA-MM-JJ", text)
