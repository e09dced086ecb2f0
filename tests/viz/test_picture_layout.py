"""Same seed, same picture; islands apart; nothing jumps."""

from __future__ import annotations

import random
import subprocess
import sys
from itertools import combinations

import numpy as np
import pytest
from drawn_networks import actor, many_poles, tie, two_poles

from maillage.viz.layout import arrange
from maillage.viz.scene import Scene, build_scene


def test_the_same_seed_gives_the_same_places_in_any_order_of_the_input() -> None:
    actors, ties = many_poles(6, 8, bridges=4)
    expected = arrange(actors, ties, seed=7)
    shuffled = random.Random(3)
    shuffled.shuffle(actors)
    shuffled.shuffle(ties)
    assert arrange(actors, ties, seed=7) == expected
    assert arrange(actors, ties, seed=8) != expected


def test_another_process_with_another_hash_seed_gives_the_same_bytes() -> None:
    program = (
        "from drawn_networks import many_poles\n"
        "from maillage.viz.scene import build_scene\n"
        "print(build_scene(*many_poles(5, 6, bridges=3), seed=2).model_dump_json())"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": "tests/support"},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1


def test_igraph_is_given_back_its_own_generator() -> None:
    random.seed(5)
    first = random.random()
    random.seed(5)
    arrange(*two_poles())
    assert random.random() == first


def test_a_filter_moves_nothing_and_a_newcomer_stands_beside_its_neighbours() -> None:
    actors, ties = many_poles(4, 6, bridges=3)
    places = arrange(actors, ties)
    some = [one for one in actors if one.kind != "enterprise"]
    scene = build_scene(some, ties[::2], positions=places)
    assert {node.id: (node.x, node.y) for node in scene.nodes} == {
        one.id: places[one.id] for one in some
    }
    more = arrange([*actors, actor("new")], [*ties, tie("new", "p0000m000")], kept=places)
    assert {**more, "new": None} == {**places, "new": None}
    assert np.hypot(*np.subtract(more["new"], places["p0000m000"])) < 60


@pytest.mark.parametrize("size", [(3, 5), (12, 10), (40, 6)])
def test_islands_stand_apart_and_hold_their_own_only(size: tuple[int, int]) -> None:
    assert_islands_apart(build_scene(*many_poles(*size, bridges=6)))


def test_the_islands_of_the_demonstration_stand_apart(demo_scene: Scene) -> None:
    assert len(demo_scene.hulls) > 10
    assert_islands_apart(demo_scene)


def test_marks_do_not_stand_on_each_other(demo_scene: Scene) -> None:
    nodes = demo_scene.nodes
    places = np.array([(node.x, node.y) for node in nodes])
    radii = np.array([node.radius for node in nodes])
    apart = np.hypot(*(places[:, None] - places[None]).transpose(2, 0, 1))
    room = apart - radii[:, None] - radii[None]
    np.fill_diagonal(room, np.inf)
    assert room.min() > 0


def test_actors_without_ties_stand_in_rows_below() -> None:
    actors, ties = two_poles()
    lonely = [actor(f"z{i}", "other", f"Isolé {i:02}") for i in range(9)]
    places = arrange([*actors, *lonely], ties)
    bottom = max(places[one.id][1] for one in actors if one.id != "alone")
    rows = {places[one.id][1] for one in lonely}
    assert min(rows) > bottom
    assert len(rows) < len(lonely)
    in_order = sorted(lonely, key=lambda one: (places[one.id][1], places[one.id][0]))
    assert [one.name for one in in_order] == [one.name for one in lonely]


@pytest.mark.parametrize("count", [0, 1, 2])
def test_tiny_networks_are_drawn(count: int) -> None:
    actors = [actor(f"a{i}") for i in range(count)]
    scene = build_scene(actors, [tie("a0", "a1")] if count == 2 else [])
    assert len(scene.nodes) == count
    assert scene.bounds.right > scene.bounds.left


def test_a_large_network_is_laid_out_coarsely_and_the_same_twice() -> None:
    actors, ties = many_poles(280, 20, bridges=60)
    first = arrange(actors, ties)
    assert first == arrange(actors[::-1], ties)
    assert len(set(first.values())) == len(actors)


def assert_islands_apart(scene: Scene) -> None:
    hulls = [(hull.pole, set(hull.members), np.array(hull.polygon)) for hull in scene.hulls]
    for (one, _, left), (other, _, right) in combinations(hulls, 2):
        assert separated(left, right), (one, other)
    for node in scene.nodes:
        for pole, members, polygon in hulls:
            if node.id not in members:
                point = np.array([[node.x, node.y]])
                assert separated(polygon, point), (node.id, pole)


def separated(left: np.ndarray, right: np.ndarray) -> bool:
    """Separating axis of two convex polygons: a side of one of them has the other outside."""
    for polygon in (left, right):
        sides = np.roll(polygon, -1, axis=0) - polygon
        normals = np.column_stack([sides[:, 1], -sides[:, 0]])
        for normal in normals[np.abs(normals).sum(axis=1) > 0]:
            a, b = left @ normal, right @ normal
            if a.max() <= b.min() or b.max() <= a.min():
                return True
    return False
