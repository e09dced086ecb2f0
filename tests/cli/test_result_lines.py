"""What qualifies a value fits the lines of a terminal."""

from __future__ import annotations

from maillage.cli.result_lines import wrapped


def test_a_part_longer_than_a_line_breaks_between_words() -> None:
    long = ", ".join(f"coordinator|{node}" for node in range(12)) + " : aucune variation possible"
    lines = list(wrapped([long, "p 0,5 (erreur type 0,1)"], 40))
    assert max(map(len, lines)) <= 40
    assert " ".join(line.strip() for line in lines) == f"{long} · p 0,5 (erreur type 0,1)"


def test_a_part_that_fits_a_line_stays_whole() -> None:
    parts = ["attendu au hasard 0,3801", "p 0,5 (erreur type 0,1)", "graine 0"]
    lines = list(wrapped(parts, 40))
    assert all(any(part in line for line in lines) for part in parts)
