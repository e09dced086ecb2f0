"""The committed explorer equals a rebuild from its sources, and its tokens are the palette's.

Needs Node, which nobody needs to run the product: skipped where there is none, and a skip is a
failure where the checks decide.
"""

from __future__ import annotations

import gzip
import importlib.util
import json
import re
import shutil
import subprocess
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from types import ModuleType

import pytest

WEB = Path(__file__).parents[2] / "viz" / "web"
STATIC = Path(str(files("maillage.viz") / "static"))


def npm(*command: str, folder: Path) -> str:
    executable = shutil.which("npm")
    if not executable:
        pytest.skip("no npm on this machine (apt-get install nodejs npm)")
    done = subprocess.run(
        [executable, *command], cwd=folder, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the sources with what the lock says installed: the working folder is left alone."""
    folder = tmp_path_factory.mktemp("web") / "web"
    shutil.copytree(WEB, folder, ignore=shutil.ignore_patterns("node_modules", "build", "*.py"))
    npm("ci", "--ignore-scripts", "--no-audit", "--no-fund", folder=folder)
    return folder


def content(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


@pytest.mark.xdist_group("node")
def test_the_committed_build_equals_a_rebuild(sources: Path, tmp_path: Path) -> None:
    npm("run", "build", "--", "--out", str(tmp_path / "built"), folder=sources)
    built, committed = content(tmp_path / "built"), content(STATIC)
    assert sorted(built) == sorted(committed), "run `npm run build` in viz/web and commit"
    assert [name for name in built if built[name] != committed[name]] == []


@pytest.mark.xdist_group("node")
def test_types_hold_and_pure_logic_is_right(sources: Path) -> None:
    npm("run", "check", folder=sources)
    npm("test", folder=sources)


def test_the_manifest_says_what_is_there() -> None:
    manifest = json.loads((STATIC / "manifest.json").read_text(encoding="utf-8"))
    found = {
        path.name: sha256(path.read_bytes()).hexdigest()
        for path in STATIC.iterdir()
        if path.name != "manifest.json"
    }
    assert manifest["files"] == found
    page = (STATIC / "index.html").read_text(encoding="utf-8")
    assert f"static/{manifest['script']}" in page
    assert f"static/{manifest['style']}" in page


def test_the_page_inlines_nothing_and_asks_nobody_else() -> None:
    page = (STATIC / "index.html").read_text(encoding="utf-8")
    assert not re.search(r"<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)", page)
    assert not re.search(r'(?:src|href)="(?:https?:)?//', page)


def test_the_first_load_is_small() -> None:
    """80 kB gzipped for the first page, 250 kB for every view."""
    manifest = json.loads((STATIC / "manifest.json").read_text(encoding="utf-8"))
    sizes = {
        path.name: len(gzip.compress(path.read_bytes(), 9, mtime=0))
        for path in STATIC.iterdir()
        if path.name != "manifest.json"
    }
    entry = (STATIC / manifest["script"]).read_text(encoding="utf-8")
    at_once = set(re.findall(r'(?:from|import)"\./([\w.-]+\.js)"', entry))
    first = {"index.html", manifest["script"], manifest["style"], *at_once}
    assert sum(sizes[name] for name in first) < 80_000
    assert sum(sizes.values()) < 250_000


def test_the_tokens_are_those_of_the_palette() -> None:
    tokens = _module(WEB / "tokens.py")
    stale = [
        path.name
        for path, text in tokens.files().items()
        if path.read_text(encoding="utf-8") != text
    ]
    assert stale == [], "run `python viz/web/tokens.py` and rebuild"


def _module(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("web_tokens", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
