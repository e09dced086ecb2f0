"""A measure that is asked for where it is not taken, or misspelt, is answered with what helps."""

from __future__ import annotations

import pytest

from maillage.cli.measure_names import check_names
from maillage.graph.errors import UnknownName
from maillage.graph.measures.entry import Mode


@pytest.mark.parametrize(
    ("name", "modes", "told"),
    [
        ("nodf", [Mode.ONE], "--top"),
        ("jaccard_ties", [Mode.ONE], "maillage compare"),
        ("control_majority", [Mode.ONE, Mode.DATES], "maillage ownership"),
        ("density", [Mode.TWO], "sans --top"),
        ("qap_same_gruop", [Mode.ONE], "qap_same_group"),
        ("shapley", [Mode.OWNERSHIP], "shapley_votes"),
    ],
)
def test_what_helps_is_said(name: str, modes: list[Mode], told: str) -> None:
    with pytest.raises(UnknownName) as refused:
        check_names(["density"] * (Mode.ONE in modes) + [name], *modes)
    assert name in refused.value.text("fr")
    assert told in refused.value.text("fr")


def test_what_resembles_nothing_is_left_to_the_registry() -> None:
    check_names(["zzz", "density", "hamming"], Mode.ONE, Mode.DATES)
