"""What the machine that tries the API said at the end, in the log of the tests."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

SUMMARY = Path(__file__).parents[2] / "build" / "schemathesis.txt"
_BEGUN = time.time()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if SUMMARY.exists() and SUMMARY.stat().st_mtime >= _BEGUN:
        terminalreporter.section("schemathesis")
        _, _, summary = SUMMARY.read_text().partition("SUMMARY")
        terminalreporter.write_line(summary.lstrip("= \n").rstrip())
