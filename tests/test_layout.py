"""The rooms: one namespace over five folders, and imports that go one way."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ROOMS = ("graph", "ingest", "viz", "api", "cli")
CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"][
    "contracts"
]
LONGEST_ROOM_README = 25


@pytest.mark.parametrize("room", ROOMS)
def test_the_namespace_has_no_init_that_would_hide_the_other_rooms(room: str) -> None:
    assert not (ROOT / room / "maillage" / "__init__.py").exists()
    assert (ROOT / room / "maillage" / room / "py.typed").exists()


def test_no_module_is_loaded_twice_under_the_name_of_its_folder() -> None:
    doubled = [name for name in sys.modules if re.search(r"\.maillage(\.|$)", name)]
    assert doubled == []


@pytest.mark.parametrize("room", ROOMS)
def test_each_room_says_what_may_enter(room: str) -> None:
    lines = (ROOT / room / "README.md").read_text(encoding="utf-8").splitlines()
    assert 0 < len(lines) <= LONGEST_ROOM_README


# For each contract: a file, and the import that it must not have.
FORBIDDEN = {
    "rooms": ("viz/maillage/viz/planted.py", "from maillage.ingest import load"),
    "graph": ("graph/maillage/graph/vocabulary.py", "from maillage.graph import network"),
    "neo4j": ("graph/maillage/graph/ledger.py", "import neo4j"),
    "sqlite": ("api/maillage/api/deps.py", "import sqlite3"),
    "fastapi": ("viz/maillage/viz/scene.py", "import fastapi"),
    "pyvis": ("viz/maillage/viz/scene.py", "import pyvis"),
}


def test_every_contract_is_broken_once_on_purpose() -> None:
    assert {contract["id"] for contract in CONTRACTS} == set(FORBIDDEN)


@pytest.mark.parametrize("contract", FORBIDDEN)
def test_a_forbidden_import_breaks_its_contract(contract: str, tmp_path: Path) -> None:
    for room in ROOMS:
        shutil.copytree(
            ROOT / room / "maillage",
            tmp_path / room / "maillage",
            ignore=shutil.ignore_patterns("__pycache__", "static", "data", "demo"),
        )
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    file, planted = FORBIDDEN[contract]
    target = tmp_path / file
    before = target.read_text(encoding="utf-8") if target.exists() else ""
    target.write_text(f"{before}\n{planted}\n", encoding="utf-8")
    found = _lint(tmp_path, contract)
    assert found.returncode == 1, found.stdout + found.stderr
    assert "1 broken" in found.stdout
    target.write_text(before, encoding="utf-8")
    clean = _lint(tmp_path, contract)
    assert clean.returncode == 0, clean.stdout + clean.stderr


def _lint(folder: Path, contract: str) -> subprocess.CompletedProcess[str]:
    """import-linter on a copy of the rooms, which must be the ones it finds."""
    program = (
        "import sys; sys.path[:0] = sys.argv[2:]; from importlinter.cli import lint_imports;"
        "sys.exit(lint_imports(limit_to_contracts=(sys.argv[1],), no_cache=True))"
    )
    rooms = [str(folder / room) for room in ROOMS]
    return subprocess.run(
        [sys.executable, "-S", "-c", _without_editable(program), contract, *rooms],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )


def _without_editable(program: str) -> str:
    """Site-packages without the .pth of our own editable install."""
    packages = [path for path in sys.path if path.endswith("site-packages")]
    return f"import sys; sys.path += {packages!r}; {program}"
