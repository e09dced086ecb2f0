"""A Dockerfile as data, and the files that a `.dockerignore` lets through, without an engine.

Only what our own Dockerfile uses is understood: no heredocs, no ARG, no ADD.
"""

from __future__ import annotations

import json
import re
import shlex
import shutil
from dataclasses import dataclass
from pathlib import Path, PurePosixPath


@dataclass(frozen=True)
class Instruction:
    """One instruction: its name, its `--flags`, and the rest as written."""

    name: str
    flags: dict[str, str]
    text: str

    @property
    def words(self) -> list[str]:
        """The words of the JSON form, else those of the shell form."""
        if self.text.startswith("["):
            return [str(word) for word in json.loads(self.text)]
        return shlex.split(self.text)


@dataclass(frozen=True)
class Stage:
    """What follows one FROM."""

    image: str
    instructions: list[Instruction]

    def all(self, name: str) -> list[Instruction]:
        return [found for found in self.instructions if found.name == name]

    def last(self, name: str) -> Instruction:
        return self.all(name)[-1]

    def environment(self) -> dict[str, str]:
        """The variables of ENV, with `$NAME` left as it is."""
        pairs = [word.partition("=") for env in self.all("ENV") for word in env.words]
        return {name: value for name, _, value in pairs}


def read_dockerfile(path: Path) -> list[Stage]:
    lines = [line for line in path.read_text().splitlines() if not line.lstrip().startswith("#")]
    joined = re.sub(r"\\\n\s*", "", "\n".join(lines))
    stages: list[Stage] = []
    for line in filter(None, map(str.strip, joined.split("\n"))):
        instruction = _instruction(line)
        if instruction.name == "FROM":
            stages.append(Stage(instruction.words[0], []))
        else:
            stages[-1].instructions.append(instruction)
    return stages


class Ignore:
    """The rules of a .dockerignore: the last that matches a path or a folder above it wins."""

    def __init__(self, path: Path) -> None:
        lines = (line.strip() for line in path.read_text().splitlines())
        self._rules = [
            (not line.startswith("!"), _pattern(line.removeprefix("!")))
            for line in lines
            if line and not line.startswith("#")
        ]

    def hides(self, path: str) -> bool:
        own = PurePosixPath(path)
        candidates = [str(part) for part in (own, *own.parents)]
        hidden = False
        for hides, pattern in self._rules:
            if any(pattern.fullmatch(candidate) for candidate in candidates):
                hidden = hides
        return hidden


def copy_visible(context: Path, source: str, target: Path, ignore: Ignore) -> list[Path]:
    """What COPY does with one source: the content of a folder, or a file."""
    start = context / source
    files = [start] if start.is_file() else [path for path in start.rglob("*") if path.is_file()]
    copied = []
    for file in files:
        if not ignore.hides(file.relative_to(context).as_posix()):
            place = target / (file.relative_to(start) if start.is_dir() else file.name)
            place.parent.mkdir(parents=True, exist_ok=True)
            copied.append(Path(shutil.copy2(file, place)))
    return copied


def _instruction(line: str) -> Instruction:
    name, _, rest = line.partition(" ")
    flags: dict[str, str] = {}
    while found := re.match(r"\s*--([a-z-]+)=(\S+)\s+", rest):
        flags[found[1]] = found[2]
        rest = rest[found.end() :]
    return Instruction(name.upper(), flags, rest.strip())


def _pattern(text: str) -> re.Pattern[str]:
    words = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}
    parts = re.split(r"(\*\*/|\*\*|\*|\?)", text.strip("/"))
    return re.compile("".join(words.get(part, re.escape(part)) for part in parts))
