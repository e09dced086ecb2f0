"""pytest plugin: with CI=true, what should have run on the real thing may not be skipped.

On a laptop without Java or chromium the tests marked `neo4j` or `browser` are skipped, with the
reason in the summary. Where the checks decide, the same skip is a failure.
"""

from __future__ import annotations

import os
from collections.abc import Generator

import pytest

GUARDED = ("neo4j", "browser")


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if any(item.get_closest_marker(name) for name in GUARDED):
        _forbid_skip(report)
    return report


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    # A module that skips itself whole never shows its markers: here every skip counts.
    report = yield
    _forbid_skip(report)
    return report


def _forbid_skip(report: pytest.TestReport | pytest.CollectReport) -> None:
    if report.skipped and os.environ.get("CI") == "true":
        report.outcome = "failed"
        report.longrepr = f"CI=true forbids this skip: {_reason(report.longrepr)}"


def _reason(longrepr: object) -> str:
    # pytest writes a skip as (file, line, "Skipped: why").
    return str(longrepr[2]) if isinstance(longrepr, tuple) else str(longrepr)
