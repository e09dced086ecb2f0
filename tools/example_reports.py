"""Writes what `maillage load` says of each example file: `examples/reports/`.

    python tools/example_reports.py

`tests/cli/test_examples.py` fails when one of them is no longer what is printed.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from make_examples import EXAMPLES, MADE

REPORTS = EXAMPLES / "reports"


def report_of(name: str) -> Path:
    return REPORTS / f"{name}.txt"


def reports(store_url: str) -> Iterator[tuple[str, str]]:
    """Each example and what is said of it, loaded one after the other into a store."""
    for name, as_list, _, options in MADE:
        yield name, said(["load", name, "--as", as_list, *options], store_url)


def said(arguments: list[str], store_url: str) -> str:
    """What a French terminal shows, from the folder of the examples."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("MAILLAGE_")}
    with tempfile.TemporaryDirectory() as home:
        done = subprocess.run(
            [sys.executable, "-m", "maillage.cli.main", *arguments, "--lang", "fr"],
            cwd=EXAMPLES,
            env={**kept, "MAILLAGE_STORE": store_url, "PYTHONUTF8": "1", "XDG_DATA_HOME": home},
            capture_output=True,
            text=True,
            check=False,
        )
    if done.stderr and done.returncode not in (0, 1):
        raise RuntimeError(done.stderr)
    return done.stdout


def main() -> None:
    REPORTS.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        for name, text in reports(f"sqlite:///{folder}/examples.db"):
            report_of(name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
