"""Documents that say what is so: generated ones are current, links lead somewhere, limits hold."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from generated_docs import documents

from maillage.cli.main import COMMANDS

ROOT = Path(__file__).parent.parent
LONGEST_README = 120
WRITTEN = [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), *ROOT.glob("*/README.md")]


@pytest.mark.parametrize("name", documents())
def test_a_generated_document_is_what_the_code_says(name: str) -> None:
    path = ROOT / name
    assert path.exists(), "make docs"
    assert path.read_text(encoding="utf-8") == documents()[name], "make docs"


@pytest.mark.parametrize("name", ["README.md", "README.fr.md"])
def test_the_readme_is_short(name: str) -> None:
    assert len((ROOT / name).read_text(encoding="utf-8").splitlines()) <= LONGEST_README


@pytest.mark.parametrize("document", WRITTEN, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_lead_somewhere(document: Path) -> None:
    for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", document.read_text(encoding="utf-8")):
        assert (document.parent / target).exists(), target


@pytest.mark.parametrize("document", WRITTEN, ids=lambda path: str(path.relative_to(ROOT)))
def test_commands_that_are_quoted_exist(document: Path) -> None:
    """Every `maillage …` in a block of shell names a command, and examples that are there."""
    for block in re.findall(r"```sh\n(.*?)```", document.read_text(encoding="utf-8"), re.S):
        for line in re.split(r"[;\n]", block):
            words = shlex.split(line, comments=True)
            if words[:1] != ["maillage"]:
                continue
            command = next((word for word in words[1:] if word in COMMANDS), None)
            assert command, line
            examples = [word for word in words if word.startswith("examples/")]
            assert all((ROOT / example).exists() for example in examples), line
