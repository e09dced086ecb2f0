"""The static picture: well formed, self-contained, escaped, and of our colours."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest
from drawn_networks import actor, tie, two_poles

from maillage.graph.model import Waiting
from maillage.viz.palette import Theme, tokens
from maillage.viz.scene import About, Scene, build_scene
from maillage.viz.scene_model import Shape
from maillage.viz.shapes import OUTLINES
from maillage.viz.svg import draw_svg

SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize("theme", ["light", "dark", "print"])
def test_every_colour_is_one_of_ours(demo_scene: Scene, theme: Theme) -> None:
    root = ElementTree.fromstring(draw_svg(demo_scene, theme=theme))
    used = {
        value
        for element in root.iter()
        for name in ("fill", "stroke")
        if (value := element.get(name)) and value != "none" and not value.startswith("url(#")
    }
    assert used
    assert used <= {
        value for one in tokens().values() for value in (one.light, one.dark, one.paper)
    }


def test_every_mark_and_tie_is_drawn(demo_scene: Scene) -> None:
    root = ElementTree.fromstring(draw_svg(demo_scene))
    rows = {int(element.get("data-n", -1)) for element in part(root, "nodes").iter()} - {-1}
    assert rows == set(range(len(demo_scene.nodes)))
    moves = sum(path.get("d", "").count("M") for path in part(root, "ties"))
    planned = sum(line.hollow for line in demo_scene.ties)
    # A planned tie is drawn twice: a line and its hollow.
    assert moves == len(demo_scene.ties) + planned


def test_names_are_escaped_and_the_picture_is_told() -> None:
    name = '<script>alert(1)</script> & "guillemets"'
    scene = build_scene([actor("a", name=name), actor("b")], [tie("a", "b")])
    root = ElementTree.fromstring(draw_svg(scene, language="en"))
    title, description = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert title is not None
    assert title.text == scene.caption.sentence.en
    assert description is not None
    assert name in (description.text or "")
    assert not root.findall(f".//{SVG}script")
    assert root.get("lang") == "en"


def test_halos_hatches_and_letters() -> None:
    actors, ties = two_poles()
    actors.append(actor("many", collective=True, sector=1))
    actors.append(actor("hub", "local_authority", sector=0))
    ties += [tie("hub", f"n{i}", number=k) for i in range(3) for k in range(6)]
    waiting = Waiting(actor="n0", candidates=("n1",), records=())
    drawn = draw_svg(build_scene(actors, ties, about=About(waiting=(waiting,))))
    assert 'fill="url(#hatch-sector-ess)"' in drawn
    assert 'stroke-dasharray="3 3"' in drawn
    assert ">P</text>" in drawn


@pytest.mark.parametrize("shape", OUTLINES)
def test_shapes_have_equal_areas(shape: Shape) -> None:
    outline = OUTLINES[shape]
    if "A" in outline:
        assert outline.startswith("M1 0A1 1")
        return
    corners = [tuple(map(float, pair)) for pair in re.findall(r"(-?[\d.]+) (-?[\d.]+)", outline)]
    turned = [*corners[1:], corners[0]]
    area = abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in zip(corners, turned, strict=True)))
    assert area / 2 == pytest.approx(3.1416, rel=0.01)


def part(root: ElementTree.Element, name: str) -> ElementTree.Element:
    return next(one for one in root.iter(f"{SVG}g") if one.get("data-part") == name)
