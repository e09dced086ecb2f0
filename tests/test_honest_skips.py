"""A skip says why on a laptop, and fails the run where CI=true."""

from __future__ import annotations

from pathlib import Path

import honest_skips
import pytest

pytest_plugins = ["pytester"]

SUPPORT = Path(honest_skips.__file__).parent
MARKERS = "markers =\n    neo4j: real\n    browser: real\n"
SKIPPING = """
    import pytest

    @pytest.mark.neo4j
    def test_wants_neo4j():
        raise AssertionError("the reason to skip is found before the body runs")

    @pytest.mark.browser
    def test_wants_a_browser():
        pytest.skip("no chromium")

    def test_wants_nothing():
        pytest.skip("another day")

    def test_passes():
        pass
"""


@pytest.fixture
def run(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> pytest.Pytester:
    """A project of its own that has our two plugins, on a machine that has no Java."""
    monkeypatch.setenv("PYTHONPATH", str(SUPPORT))
    monkeypatch.setenv("PATH", "")
    # Other plugins have nothing to say here, and a second each to say it.
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    for name in ("CI", "JAVA_HOME", "MAILLAGE_TEST_NEO4J_URL"):
        monkeypatch.delenv(name, raising=False)
    options = "filterwarnings = error\naddopts = --strict-markers -p xdist\n"
    pytester.makeini(f"[pytest]\n{options}{MARKERS}")
    pytester.makeconftest('pytest_plugins = ["honest_skips", "neo4j_plugin"]')
    return pytester


def test_on_a_laptop_they_are_skipped_and_the_summary_says_why(run: pytest.Pytester) -> None:
    run.makepyfile(SKIPPING)
    result = run.runpytest_subprocess()
    result.assert_outcomes(passed=1, skipped=3)
    result.stdout.fnmatch_lines(["1 tests did not run: no Neo4j: no java found: install a JDK 17"])


def test_in_ci_the_same_skips_fail_the_run(
    run: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CI", "true")
    run.makepyfile(SKIPPING)
    result = run.runpytest_subprocess("-rs")
    # Setting up failed for the first, running failed for the second; an unmarked skip is a skip.
    result.assert_outcomes(passed=1, skipped=1, failed=1, errors=1)
    result.stdout.fnmatch_lines(
        [
            "CI=true forbids this skip: Skipped: no Neo4j: no java found: install a JDK 17",
            "CI=true forbids this skip: Skipped: no chromium",
            "SKIPPED*another day",
        ]
    )


def test_in_ci_a_module_cannot_skip_itself_whole(
    run: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CI", "true")
    run.makepyfile("import pytest\npytest.importorskip('no_such_module')")
    result = run.runpytest_subprocess()
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines(["CI=true forbids this skip: *no_such_module*"])


def test_a_server_that_is_lent_to_us_is_never_used_by_two_workers(
    run: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    body = """
        def test_where(worker_id):
            print("in", worker_id)
    """
    run.makepyfile(test_one=body, test_two=body)
    run.runpytest_subprocess("-n2", "-v").stdout.fnmatch_lines(["[[]gw*PASSED*test_one*"])
    monkeypatch.setenv("MAILLAGE_TEST_NEO4J_URL", "bolt://127.0.0.1:1")
    alone = run.runpytest_subprocess("-n2", "-rP")
    alone.assert_outcomes(passed=2)
    alone.stdout.fnmatch_lines(["in master", "in master"])
