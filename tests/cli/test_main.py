"""The command line as a whole: its help, its outputs, its exit codes."""

from __future__ import annotations

import subprocess
import sys

import pytest
from commands import in_a_process, maillage

from maillage.cli.main import COMMANDS

HEAVY = {"numpy", "scipy", "pyvis", "numba", "igraph", "networkx", "polars", "fastapi", "neo4j"}


def test_help_loads_nothing_heavy() -> None:
    program = (
        "import sys; from maillage.cli.main import run; run(['--help']);"
        "print(' '.join(sorted({name.partition('.')[0] for name in sys.modules})), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert "maillage" in done.stdout.lower()
    assert HEAVY.isdisjoint(done.stderr.split())


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_has_help_in_both_languages(command: str) -> None:
    # As a process: what one command imports, no other has imported before it.
    french = in_a_process(command, "--help")
    english = maillage(command, "--help", lang="en_GB.UTF-8")
    assert (french.code, english.code) == (0, 0)
    assert COMMANDS[command].help.fr in french.out.replace("\n", " ")
    assert COMMANDS[command].help.en in english.out.replace("\n", " ")


def test_wrong_usage_is_exit_code_2() -> None:
    assert in_a_process("load").code == 2
    assert maillage("no-such-command").code == 2
    assert maillage("measure", "--no-such-option").code == 2


def test_global_options_stand_before_or_after_the_command(tmp_path: object) -> None:
    before = maillage("--format", "json", "--store", f"sqlite:///{tmp_path}/none.db", "imports")
    after = maillage("imports", "--store", f"sqlite:///{tmp_path}/none.db", "--format", "json")
    assert before == after
    assert before.code == 1
