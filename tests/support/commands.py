"""Running `maillage` as a person does: another process, its two outputs, its exit code."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

LONGEST_SECONDS = 120
# What a person would keep in her own folder goes here, unless a test names its own.
_HOME = tempfile.TemporaryDirectory(prefix="maillage-home-")


@dataclass(frozen=True)
class Ran:
    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


def maillage(
    *arguments: str | Path, cwd: Path | None = None, lang: str = "fr_FR.UTF-8", **environment: str
) -> Ran:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("MAILLAGE_")}
    for variable in ("LC_ALL", "LC_MESSAGES"):
        kept.pop(variable, None)
    done = subprocess.run(
        [sys.executable, "-m", "maillage.cli.main", *map(str, arguments)],
        cwd=cwd,
        env={
            **kept,
            "LANG": lang,
            "PYTHONUTF8": "1",
            "XDG_DATA_HOME": _HOME.name,
            **environment,
        },
        capture_output=True,
        text=True,
        timeout=LONGEST_SECONDS,
        check=False,
    )
    return Ran(done.returncode, done.stdout, done.stderr)
