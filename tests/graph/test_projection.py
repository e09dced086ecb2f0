"""Co-presence and pole ties against their definitions, written out."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from maillage.graph.projection import (
    HUB_LEAST,
    HUB_SHARE,
    CoPresence,
    Projection,
    copresences,
    guests_of,
    pole_ties,
)

N = 12
pairs = st.lists(st.tuples(st.integers(0, 5), st.integers(6, N - 1)), max_size=30)


def weights(found: CoPresence) -> dict[tuple[int, int], float]:
    return {
        (int(left), int(right)): float(weight)
        for left, right, weight in zip(found.left, found.right, found.weight, strict=True)
    }


@given(pairs, st.sampled_from(["newman", "count"]))
def test_copresence_by_definition(presences: list[tuple[int, int]], projection: Projection) -> None:
    guests: dict[int, set[int]] = defaultdict(set)
    for guest, place in presences:
        guests[place].add(guest)
    expected: dict[tuple[int, int], float] = defaultdict(float)
    for met in guests.values():
        for pair in combinations(sorted(met), 2):
            expected[pair] += 1 / (len(met) - 1) if projection == "newman" else 1
    array = np.array(presences, np.int32).reshape(-1, 2)
    found = copresences(N, array, projection)
    assert weights(found) == pytest.approx(dict(expected))
    assert guests_of(N, array).tolist() == [len(guests.get(node, ())) for node in range(N)]


@given(pairs)
def test_each_organisation_gives_each_gathering_a_total_of_one(
    presences: list[tuple[int, int]],
) -> None:
    found = copresences(N, np.array(presences, np.int32).reshape(-1, 2), "newman")
    strength = np.bincount(found.left, found.weight, N) + np.bincount(found.right, found.weight, N)
    meeting: dict[int, set[int]] = defaultdict(set)
    for guest, place in presences:
        if len({other for other, where in presences if where == place}) > 1:
            meeting[guest].add(place)
    assert strength == pytest.approx([len(meeting.get(node, ())) for node in range(N)])


@given(
    st.lists(st.tuples(st.integers(0, N - 1), st.integers(0, N - 1)), max_size=40),
    st.integers(0, 8),
)
def test_pole_ties_by_definition(ties: list[tuple[int, int]], poles: int) -> None:
    is_pole = np.arange(N) < poles
    touched: dict[int, set[int]] = defaultdict(set)
    expected: dict[tuple[int, int], float] = defaultdict(float)
    for one, other in {(min(tie), max(tie)) for tie in ties if tie[0] != tie[1]}:
        if is_pole[one] and is_pole[other]:
            expected[one, other] += 1
        elif is_pole[one]:
            touched[other].add(one)
    hubs = {
        node: len(found)
        for node, found in touched.items()
        if len(found) >= HUB_LEAST and len(found) > HUB_SHARE * poles
    }
    for node, found in touched.items():
        for pair in combinations(sorted(found), 2):
            expected[pair] += 0 if node in hubs else 1 / (len(found) - 1)
    array = np.array(ties, np.int32).reshape(-1, 2)
    answer = pole_ties(N, is_pole, array[:, 0], array[:, 1])
    assert weights(answer.pairs) == pytest.approx({p: w for p, w in expected.items() if w})
    assert answer.hubs == sorted(hubs.items(), key=lambda hub: (-hub[1], hub[0]))


def test_no_presence_and_no_projection_make_no_pair() -> None:
    nobody = np.zeros((0, 2), np.int32)
    assert weights(copresences(N, nobody, "newman")) == {}
    assert weights(copresences(N, np.array([[0, 6], [1, 6]], np.int32), "none")) == {}
