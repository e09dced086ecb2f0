"""Running `maillage` as a person does: its two outputs, its exit code.

`maillage()` runs it in this process, which says the same five times sooner; `in_a_process()` is for
what only a process shows: what is imported, how it ends, what it holds.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from contextlib import chdir
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from click.testing import CliRunner

from maillage.cli.main import run

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
    """In this process. A fault that is no sentence for people reaches the test as it is."""
    variables = {**_unset(), **_told(lang), **environment}
    with CliRunner().isolation(env=variables) as (out, err, _), chdir(cwd or Path.cwd()):
        code = run([str(word) for word in arguments])
        sys.stdout.flush()
        sys.stderr.flush()
        return Ran(code, _text(out.getvalue()), _text(err.getvalue()))


def in_a_process(
    *arguments: str | Path, cwd: Path | None = None, lang: str = "fr_FR.UTF-8", **environment: str
) -> Ran:
    kept = {name: value for name, value in os.environ.items() if name not in _unset()}
    done = subprocess.run(
        [sys.executable, "-m", "maillage.cli.main", *map(str, arguments)],
        cwd=cwd,
        env={**kept, **_told(lang), **environment},
        capture_output=True,
        text=True,
        timeout=LONGEST_SECONDS,
        check=False,
    )
    return Ran(done.returncode, done.stdout, done.stderr)


def _told(lang: str) -> dict[str, str]:
    return {"LANG": lang, "PYTHONUTF8": "1", "XDG_DATA_HOME": _HOME.name}


def _unset() -> dict[str, None]:
    """What the machine of who tests has set, which no command may hear of."""
    own = (name for name in os.environ if name.startswith("MAILLAGE_"))
    return dict.fromkeys([*own, "LC_ALL", "LC_MESSAGES"])


def _text(printed: bytes) -> str:
    return printed.decode("utf-8").replace("\r\n", "\n")
