"""Every example in a docstring is true."""

from __future__ import annotations

import doctest
from importlib import import_module
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ROOMS = ("graph", "ingest", "viz", "api", "cli")
# Modules that show an example, by their import name.
SHOWN = sorted(
    ".".join(file.relative_to(ROOT / room).with_suffix("").parts).removesuffix(".__init__")
    for room in ROOMS
    for file in (ROOT / room / "maillage").rglob("*.py")
    if ">>> " in file.read_text("utf-8")
)


@pytest.mark.parametrize("name", SHOWN)
def test_the_examples_of_a_module_hold(name: str) -> None:
    failed, tried = doctest.testmod(import_module(name))
    assert (failed, tried > 0) == (0, True)
