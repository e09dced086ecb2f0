"""Names are placed once and never meet, at any zoom."""

from __future__ import annotations

import pytest
from drawn_networks import actor, many_poles, tie

from maillage.graph.model import Waiting
from maillage.graph.vocabulary import Family
from maillage.viz.labels import (
    AREA_PER_LABEL,
    WINDOW,
    fit_zoom,
    label_box,
    mark_size,
)
from maillage.viz.marks import shorten
from maillage.viz.scene import About, Scene, build_scene
from maillage.viz.text_width import text_width

ZOOMS = (0.2, 0.35, 0.5, 0.8, 1.0, 1.7, 3.0, 6.0)


@pytest.mark.parametrize("zoom", ZOOMS)
def test_names_never_meet_nor_cover_marks(demo_scene: Scene, zoom: float) -> None:
    nodes = {node.id: node for node in demo_scene.nodes}
    boxes = []
    for label in demo_scene.labels:
        if label.min_zoom <= zoom:
            width = text_width(label.text, label.size, bold=label.bold)
            box = label_box(nodes[label.node], width, label.size * 1.25, label.place, zoom)
            boxes.append((label, box))
    for index, (one, box) in enumerate(boxes):
        for other, second in boxes[index + 1 :]:
            assert not meet(box, second), (one.text, other.text)
    for label, box in boxes:
        for node in demo_scene.nodes:
            reach = mark_size(node.radius, zoom)
            x, y = node.x * zoom, node.y * zoom
            around = (x - reach, y - reach, x + reach, y + reach)
            if node.id != label.node and not label.bold:
                assert not meet(box, around), (label.text, node.label)


def test_the_largest_marks_are_named_with_the_poles(demo_scene: Scene) -> None:
    largest = max(demo_scene.nodes, key=lambda node: node.radius)
    assert largest.family is not Family.POLE
    named = next(label for label in demo_scene.labels if label.node == largest.id)
    assert named.rank == 0
    assert named.min_zoom <= fit_zoom(demo_scene.bounds, WINDOW) * 1.01


@pytest.mark.parametrize("zoom", ZOOMS)
def test_there_is_at_most_one_name_for_so_much_paper(demo_scene: Scene, zoom: float) -> None:
    bounds = demo_scene.bounds
    area = (bounds.right - bounds.left) * (bounds.bottom - bounds.top) * zoom * zoom
    shown = sum(label.min_zoom <= zoom for label in demo_scene.labels)
    assert shown <= max(area / AREA_PER_LABEL, 1)


def test_zooming_in_reveals_more_and_keeps_what_was_written(demo_scene: Scene) -> None:
    first = fit_zoom(demo_scene.bounds, WINDOW)
    at_first = [label for label in demo_scene.labels if label.min_zoom <= first + 0.001]
    assert 0 < len(at_first) < len(demo_scene.labels)
    assert len(demo_scene.labels) > 0.95 * len(demo_scene.nodes)


def test_poles_come_first_then_what_waits_then_bridges() -> None:
    actors, ties = many_poles(3, 6, bridges=2)
    waiting = Waiting(actor="p0001m003", candidates=("p0001m004",), records=())
    scene = build_scene(actors, ties, about=About(waiting=(waiting,)))
    by_rank = [label.node for label in scene.labels]
    assert set(by_rank[:3]) == {"p0000", "p0001", "p0002"}
    assert by_rank[3] == "p0001m003"
    assert by_rank[4].startswith("b") or scene.labels[4].rank > 4


def test_names_of_poles_stand_above_or_below(demo_scene: Scene) -> None:
    poles = {node.id for node in demo_scene.nodes if node.family is Family.POLE}
    assert {label.place for label in demo_scene.labels if label.node in poles} <= {"N", "S"}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Val Horizon", "Val Horizon"),
        ("  deux   espaces ", "deux espaces"),
        ("Union régionale des entreprises d’insertion", "Union régionale des…"),
        ("Réseau des collectivités territoriales (RTES)", "RTES"),
        ("x" * 10_000, "x" * 29 + "…"),
        ("Groupe de travail « Achats responsables »", "Groupe de travail « Achats…"),
    ],
)
def test_a_long_name_is_cut_between_words(name: str, expected: str) -> None:
    assert shorten(name) == expected
    assert len(shorten(name)) <= 30


def test_how_many_a_collective_stands_for_is_written() -> None:
    some = actor("a", "enterprise", "Membres", collective=True, attributes={"stands_for_min": 15})
    exact = actor("b", attributes={"stands_for_min": 15, "stands_for_max": 15})
    scene = build_scene([some, exact], [tie("a", "b")])
    assert [node.short for node in scene.nodes] == ["Membres (≥\u202f15)", "b (≈\u202f15)"]


def test_wide_and_invisible_characters_have_their_width() -> None:
    assert text_width("é", 10) == text_width("e", 10)
    assert text_width("漢", 10) > text_width("W", 10)
    assert text_width("\u202e\u200d", 10) == 0
    assert text_width("Nom", 10, bold=True) > text_width("Nom", 10)


def meet(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
