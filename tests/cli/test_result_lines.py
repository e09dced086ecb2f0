"""What qualifies a value fits the lines of a terminal."""

from __future__ import annotations

import numpy as np

from maillage.cli.result_lines import result_lines, wrapped
from maillage.cli.settings import Settings
from maillage.graph.measures.result import Matrix, Result


def test_a_part_longer_than_a_line_breaks_between_words() -> None:
    long = ", ".join(f"coordinator|{node}" for node in range(12)) + " : aucune variation possible"
    lines = list(wrapped([long, "p 0,5 (erreur type 0,1)"], 40))
    assert max(map(len, lines)) <= 40
    assert " ".join(line.strip() for line in lines) == f"{long} · p 0,5 (erreur type 0,1)"


def test_a_part_that_fits_a_line_stays_whole() -> None:
    parts = ["attendu au hasard 0,3801", "p 0,5 (erreur type 0,1)", "graine 0"]
    lines = list(wrapped(parts, 40))
    assert all(any(part in line for line in lines) for part in parts)


def test_of_a_table_too_large_to_be_shown_its_size_is() -> None:
    names = tuple(f"p{k}" for k in range(9))
    table = Matrix("ids", names, np.eye(9))
    result = Result(
        measure="jaccard_top",
        variant="",
        value=table,
        reason=None,
        n=9,
        ties=4,
        directed=False,
        weighted=False,
    )
    settings = Settings()
    settings.lang = "fr"
    assert list(result_lines(settings, [result]))[-1].strip() == (
        "tableau de 9 × 9, entier avec --format json"
    )
