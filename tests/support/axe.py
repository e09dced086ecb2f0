"""axe-core, the version that `viz/web` locks: from its node_modules, else packed by npm."""

from __future__ import annotations

import base64
import hashlib
import json
import subprocess
import tarfile
from functools import cache
from pathlib import Path

from playwright.sync_api import Page

ROOT = Path(__file__).parents[2]
_WEB = ROOT / "viz" / "web"
_MEMBER = "package/axe.min.js"


def violations(page: Page) -> list[str]:
    """What axe finds wrong with the page as it stands: rule, help, first places."""
    page.evaluate(_source())
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")["violations"]
    return [
        f"{one['id']}: {one['help']} {[place['html'][:120] for place in one['nodes'][:3]]}"
        for one in found
    ]


@cache
def _source() -> str:
    installed = _WEB / "node_modules" / "axe-core" / "axe.min.js"
    if installed.exists():
        return installed.read_text(encoding="utf-8")
    lock = json.loads((_WEB / "package-lock.json").read_text(encoding="utf-8"))
    entry = lock["packages"]["node_modules/axe-core"]
    archive = _packed(entry["version"])
    if _integrity(archive) != entry["integrity"]:
        raise AssertionError(f"{archive} is not the locked axe-core")
    with tarfile.open(archive) as packed:
        member = packed.extractfile(_MEMBER)
        assert member is not None
        return member.read().decode()


def _packed(version: str) -> Path:
    folder = ROOT / "build" / "axe"
    archive = folder / f"axe-core-{version}.tgz"
    if not archive.exists():
        folder.mkdir(parents=True, exist_ok=True)
        command = ["npm", "pack", f"axe-core@{version}", "--pack-destination", str(folder)]
        subprocess.run(command, check=True, capture_output=True)
    return archive


def _integrity(archive: Path) -> str:
    digest = hashlib.sha512(archive.read_bytes()).digest()
    return f"sha512-{base64.b64encode(digest).decode()}"
