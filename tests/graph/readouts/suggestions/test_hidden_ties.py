"""Hidden ties are found again where they can be, and nobody is praised for luck."""

from __future__ import annotations

from itertools import combinations

import pytest
from small_truth import Evidence, row, tie
from told_store import Telling

from maillage.graph.readouts.subject import Subject
from maillage.graph.readouts.suggestions.hidden_ties import Evaluation, evaluate

METHODS = (
    "maillage", "maillage_score", "adamic_adar", "resource_allocation", "common_neighbours",
    "preferential_attachment", "random",
)  # fmt: skip


@pytest.fixture
def circles(tell: Telling) -> Subject:
    """Five circles of six firms, each tied to all of its own circle and to nobody else."""
    told = Evidence()
    circles = [[f"{letter}{number}" for number in range(6)] for letter in "abcde"]
    told.load(*(row(id_, kind="enterprise", name=id_) for circle in circles for id_ in circle))
    told.load(*(tie(*pair) for circle in circles for pair in combinations(circle, 2)))
    return Subject.network_of(tell(told))


def tried(network: Subject, seed: int = 1) -> Evaluation:
    return evaluate(network, share=0.1, draws=3, seed=seed)


def test_who_shares_partners_is_found_again(circles: Subject) -> None:
    found = tried(circles)
    assert tuple(found.by_method) == METHODS
    for method in METHODS[:5]:
        # Nobody outside a circle has a partner in common with it: all that was hidden comes first.
        assert found.by_method[method].auc == 1
        assert found.by_method[method].precision == pytest.approx(found.reachable)
    assert found.by_method["random"].auc == pytest.approx(0.5, abs=0.15)
    assert found.by_method["random"].precision < found.reachable
    # All are as well tied as one another, less what was hidden: that tells nothing.
    assert found.by_method["preferential_attachment"].auc < 0.6


def test_the_same_seed_hides_the_same(circles: Subject) -> None:
    assert tried(circles) == tried(circles)
    assert tried(circles).by_method["random"] != tried(circles, seed=2).by_method["random"]


def test_nothing_to_hide_is_nothing_to_say(tell: Telling) -> None:
    told = Evidence()
    told.load(row("a", kind="enterprise", name="Alpha"))
    assert tried(Subject.network_of(tell(told))) == Evaluation(0.0, 0.0, {})
