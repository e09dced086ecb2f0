"""Ctrl-C while a command gets ready: it is said that nothing was saved."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

# Ctrl-C as the module whose name comes first is imported.
_INTERRUPTED = """
import signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)
module, *arguments = sys.argv[1:]
class Stop:
    def find_spec(self, name, *_):
        if name == module:
            signal.raise_signal(signal.SIGINT)
sys.meta_path.insert(0, Stop())
from maillage.cli.main import run
sys.exit(run(arguments))
"""


@pytest.mark.parametrize(
    "module",
    # One of those that `load` begins with, and the one that is imported to open a store.
    ["maillage.ingest.loading.load", "maillage.graph.stores.sqlite"],
)
def test_a_load_that_is_interrupted_before_it_begins_says_so(module: str, tmp_path: Path) -> None:
    file = tmp_path / "actors.csv"
    file.write_text("id,name\na,Alpha\n", encoding="utf-8")
    store = tmp_path / "s.db"
    asked = ["load", str(file), "--as", "actors", "--store", f"sqlite:///{store}", "--lang", "fr"]
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", _INTERRUPTED, module, *asked],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.stderr == "Interrompu avant de commencer\u202f: rien n’a été enregistré.\n"
    assert (done.returncode, done.stdout, store.exists()) == (130, "", False)
