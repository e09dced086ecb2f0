"""Cohen's kappa against the tables of its papers, and against its definition."""

from __future__ import annotations

import math
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maillage.graph.agreement import WHY_UNDEFINED, Agreement, agreement

ANSWERS = st.lists(
    st.tuples(st.sampled_from("abcd"), st.sampled_from("abcd")), min_size=1, max_size=40
)
# Cohen (1960), table 2: 200 cases, three categories.
COHEN_1960 = Agreement(("1", "2", "3"), ((88, 14, 18), (10, 40, 10), (2, 6, 12)))
# Fleiss, Cohen and Everitt (1969), the example: 200 cases.
FLEISS_1969 = Agreement(("1", "2", "3"), ((106, 10, 4), (22, 28, 10), (2, 12, 6)))


def test_the_example_of_cohen() -> None:
    assert COHEN_1960.items == 200
    assert COHEN_1960.observed == Fraction(70, 100)
    assert COHEN_1960.expected == Fraction(41, 100)
    assert COHEN_1960.kappa == Fraction(29, 59)
    assert round(float(Fraction(29, 59)), 3) == 0.492


def test_the_example_of_fleiss_cohen_and_everitt() -> None:
    assert FLEISS_1969.kappa is not None and FLEISS_1969.variance is not None
    assert round(float(FLEISS_1969.kappa), 3) == 0.429
    assert round(float(FLEISS_1969.variance), 6) == 0.002885
    assert FLEISS_1969.standard_error == pytest.approx(math.sqrt(0.002885), abs=1e-4)


def test_the_interval_is_the_usual_one() -> None:
    """`statsmodels.stats.inter_rater.cohens_kappa([[20, 5], [10, 15]])` gives these limits."""
    found = Agreement(("a", "b"), ((20, 5), (10, 15)))
    assert found.interval == pytest.approx((0.151092290476661, 0.648907709523339), abs=1e-12)


def test_what_is_undefined_says_why() -> None:
    nothing = agreement([])
    assert (nothing.kappa, nothing.observed, nothing.items) == (None, None, 0)
    assert nothing.undefined == "nothing_coded_by_both"
    alike = agreement([("ess", "ess")] * 7)
    assert (alike.kappa, alike.standard_error, alike.interval) == (None, None, None)
    assert alike.observed == 1 and alike.undefined == "one_category"
    one = agreement([("a", "a"), ("a", "b")])
    assert set(WHY_UNDEFINED) == {nothing.undefined, alike.undefined, one.undefined}


@pytest.mark.parametrize("turned", [False, True])
def test_one_coder_of_one_category_has_a_kappa_of_zero_and_no_interval(turned: object) -> None:
    """Chance explains all of it: that is a value. An interval from 0 to 0 would feign precision."""
    pairs = [("a", "a"), ("a", "b"), ("a", "a")]
    found = agreement([pair[::-1] for pair in pairs] if turned else pairs)
    assert found.kappa == 0 and found.undefined == "one_category_of_one"
    assert (found.standard_error, found.interval) == (None, None)


def test_categories_stand_in_the_order_asked_those_used_only() -> None:
    found = agreement([("ess", "public"), ("zz", "ess")], ("public", "private", "ess"))
    assert found.categories == ("public", "ess", "zz")
    assert found.table == ((0, 0, 0), (1, 0, 0), (0, 1, 0))


@given(ANSWERS)
def test_it_is_its_definition(pairs: list[tuple[str, str]]) -> None:
    """Counted item by item, and chance over all pairs of answers, one of each coder."""
    found, items = agreement(pairs), len(pairs)
    observed = Fraction(sum(first == second for first, second in pairs), items)
    expected = Fraction(
        sum(first == second for first, _ in pairs for _, second in pairs), items * items
    )
    assert (found.observed, found.expected) == (observed, expected)
    assert found.kappa == (None if expected == 1 else (observed - expected) / (1 - expected))


@given(ANSWERS)
def test_it_does_not_matter_who_is_first_nor_in_which_order(pairs: list[tuple[str, str]]) -> None:
    found = agreement(pairs)
    turned = agreement((second, first) for first, second in reversed(pairs))
    assert (found.kappa, found.variance) == (turned.kappa, turned.variance)


@given(ANSWERS)
def test_the_variance_is_that_of_the_papers_formula(pairs: list[tuple[str, str]]) -> None:
    """Its three terms, as Fleiss, Cohen and Everitt write them, in floating point."""
    found = agreement(pairs)
    if found.kappa is None or found.expected is None or found.variance is None:
        return
    n, k = found.items, range(len(found.categories))
    p = [[count / n for count in row] for row in found.table]
    rows, columns = [sum(p[i]) for i in k], [sum(p[i][j] for i in k) for j in k]
    kappa, chance = float(found.kappa), float(found.expected)
    agreed = sum(p[i][i] * (1 - (rows[i] + columns[i]) * (1 - kappa)) ** 2 for i in k)
    apart = sum(p[i][j] * (columns[i] + rows[j]) ** 2 for i in k for j in k if i != j)
    centre = (kappa - chance * (1 - kappa)) ** 2
    expected = (agreed + (1 - kappa) ** 2 * apart - centre) / (n * (1 - chance) ** 2)
    assert float(found.variance) == pytest.approx(expected, abs=1e-12)
    assert found.variance >= 0
