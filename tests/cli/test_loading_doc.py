"""The commands of docs/loading.md, run as they stand on the examples, do what it says."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import openpyxl
import pytest
from make_examples import EXAMPLES

from maillage.graph.model import Import
from maillage.graph.stores import open_store

ROOT = Path(__file__).parents[2]
DOCUMENT = ROOT / "docs" / "loading.md"


@dataclass(frozen=True)
class Followed:
    out: str
    err: str
    folder: Path
    imports: tuple[Import, ...]


@pytest.fixture(scope="module")
def followed(tmp_path_factory: pytest.TempPathFactory) -> Followed:
    folder = tmp_path_factory.mktemp("loading") / "examples"
    shutil.copytree(EXAMPLES, folder)
    scripts = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    blocks = re.findall(r"```sh\n(.*?)```", DOCUMENT.read_text("utf-8"), re.DOTALL)
    done = subprocess.run(
        ["sh", "-e", "-c", "\n".join(blocks)],
        cwd=folder,
        env={
            **os.environ,
            "PATH": scripts,
            "LANG": "fr_FR.UTF-8",
            "LC_ALL": "",
            "PYTHONUTF8": "1",
            "XDG_DATA_HOME": str(folder / "home"),
        },
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    store = open_store(f"sqlite:///{folder / 'essai.db'}", "read")
    found = store.imports()
    store.close()
    return Followed(done.stdout, done.stderr, folder, found)


def test_what_is_loaded_and_what_is_not(followed: Followed) -> None:
    lists = [(item.list, item.live) for item in followed.imports]
    assert lists == [
        ("actors", True),
        ("poles", True),
        ("members", True),
        ("ties", True),
        ("members", False),
    ]
    assert "Déjà chargé" in followed.err and "Traceback" not in followed.err
    assert followed.err.count("Rien n’a été enregistré") == 5


def test_the_trial_and_the_load_say_the_same(followed: Followed) -> None:
    told = [line for line in followed.out.splitlines() if line.startswith("annuaire")]
    assert len(told) == 3 and len(set(told)) == 1


def test_the_reports_are_there(followed: Followed) -> None:
    report = json.loads((followed.folder / "compte-rendu.json").read_text("utf-8"))
    assert report["fates"]["refused"] == 1
    book = openpyxl.load_workbook(followed.folder / "a-corriger.xlsx")
    cells = (cell for sheet in book for row in sheet.iter_rows() for cell in row)
    assert sum(cell.comment is not None for cell in cells) >= 3


def test_the_column_is_the_source_and_is_kept(followed: Followed) -> None:
    kept = (followed.folder / "home" / "maillage" / "columns.json").read_text("utf-8")
    assert "source" in kept
    assert re.search("(n’est|ne sont) pas dans le réseau", followed.out)


def test_the_list_is_complete_at_its_date(followed: Followed) -> None:
    _, members = (item for item in followed.imports if item.list == "members")
    assert members.complete_on and members.complete_on.text == "2014-12-31"


def test_what_is_clicked_is_called_so_in_the_explorer() -> None:
    source = ROOT / "viz" / "web" / "src"
    words = [source / "words.ts", source / "views" / "import" / "words.ts"]
    shown = "".join(file.read_text("utf-8") for file in words)
    by_mouse = DOCUMENT.read_text("utf-8").split("\n## ")[1]
    clicked = [re.sub(r"\s+", " ", one) for one in re.findall(r"\*([^*]+)\*", by_mouse)]
    assert len(clicked) > 10
    assert [one for one in clicked if f"['{one}'," not in shown] == []
