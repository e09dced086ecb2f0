"""Pictures as files: the same bytes everywhere, what was on the screen, no name that does harm."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from drawn_networks import actor, tie, two_poles
from hostile_names import HOSTILE_NAMES

from maillage.graph.cut import Cut
from maillage.graph.errors import InvalidInput, NotFound, Refused
from maillage.graph.port import Store
from maillage.viz.cutting import around, left_by, moved, of_pole
from maillage.viz.drawing import Part
from maillage.viz.picture import FORMATS, Format, draw_picture, format_of
from maillage.viz.repainting import KeyRow, Paint, repainted
from maillage.viz.scene import Scene, build_scene, pack
from maillage.viz.scene_model import Bounds
from maillage.viz.svg import Frame

SVG = "{http://www.w3.org/2000/svg}"
BEGINS: dict[Format, bytes] = {"svg": b"<svg ", "pdf": b"%PDF-", "png": b"\x89PNG\r\n"}


def places(scene: Scene) -> dict[str, tuple[float, float]]:
    return {node.id: (node.x, node.y) for node in scene.nodes}


def texts(picture: bytes) -> list[str]:
    return [element.text or "" for element in ElementTree.fromstring(picture).iter(f"{SVG}text")]


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_scene_is_the_same_file(demo_scene: Scene, form: Format) -> None:
    first = draw_picture(demo_scene, form)
    assert first.startswith(BEGINS[form])
    assert draw_picture(demo_scene, form) == first


def test_a_png_is_as_fine_as_print_asks() -> None:
    scene = build_scene(*two_poles())
    root = ElementTree.fromstring(draw_picture(scene, "svg"))
    header = draw_picture(scene, "png")[16:24]
    wide, tall = int.from_bytes(header[:4]), int.from_bytes(header[4:])
    assert wide == pytest.approx(float(root.get("width", 0)) / 96 * 300, abs=2)
    assert tall == pytest.approx(float(root.get("height", 0)) / 96 * 300, abs=2)


def test_a_wall_is_not_a_gigabyte() -> None:
    scene = build_scene(*two_poles())
    frame = Frame(Bounds(left=-4_000, top=-4_000, right=4_000, bottom=4_000), 1.0)
    header = draw_picture(scene, "png", frame=frame)[16:24]
    assert int.from_bytes(header[:4]) * int.from_bytes(header[4:]) < 41_000_000


def test_the_sentence_the_legend_and_the_seed_are_on_it(demo_scene: Scene) -> None:
    said = texts(draw_picture(demo_scene, "svg", language="en"))
    assert said[0] in demo_scene.caption.sentence.en
    assert {"Cooperation (C)", "Social economy (E)", "Pole"} <= set(said)
    # Widths, hollow lines and marks, and whose word it is.
    assert {"Pooling: capital", "Tie planned, not there yet", "Not documented (?)"} <= set(said)
    assert any(text.startswith("Sources: ") and "ties)" in text for text in said)
    assert said[-1].endswith(f"seed {demo_scene.seed}")
    own = texts(draw_picture(demo_scene, "svg", sentence="Ce que je voyais.", nuance="En 2013"))
    assert own[:2] == ["Ce que je voyais.", "En 2013"]


def test_rows_of_the_legend_that_nothing_shows_are_left_out() -> None:
    scene = build_scene([actor("a"), actor("b")], [tie("a", "b")])
    said = texts(draw_picture(scene, "svg"))
    assert "Coopération (C)" in said
    assert "Affiliation (A)" not in said


def test_the_colours_of_the_screen_are_drawn_with_their_key() -> None:
    scene = build_scene([actor("a"), actor("b"), actor("c")], [tie("a", "b"), tie("b", "c")])
    colours = {"ramp.4": ["a"], "sector.unknown": ["b"]}
    key = (KeyRow("ramp.4", "12 – 20 <i>"), KeyRow("sector.unknown", "Non dit", hollow=True))
    paint = Paint(colours, frozenset("b"), {"a": 30.0}, key)
    painted = repainted(scene, paint)
    assert [(node.colour, node.hollow) for node in painted.nodes[:2]] == [
        ("ramp.4", False),
        ("sector.unknown", True),
    ]
    assert painted.nodes[0].radius == 30.0
    said = texts(draw_picture(painted, "svg", note="Taille\u202f: emplois"))
    assert {"12 – 20 <i>", "Non dit", "Taille\u202f: emplois"} <= set(said)
    assert not any("(E)" in text for text in said)
    with pytest.raises(InvalidInput):
        repainted(scene, Paint({"url(#x)": ["a"]}))


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("name", HOSTILE_NAMES.values(), ids=HOSTILE_NAMES)
def test_a_name_is_only_ever_text(name: str, form: Format) -> None:
    actors = [actor(name, "pole", name), actor("b", name=f"{name} bis\x00\x1b")]
    scene = build_scene(actors, [tie(name, "b", "membership")])
    made = draw_picture(scene, form, selection=frozenset([name]), sentence=name)
    assert made.startswith(BEGINS[form])
    if form == "svg":
        names = {element.tag.removeprefix(SVG) for element in ElementTree.fromstring(made).iter()}
        assert names.isdisjoint({"script", "image", "a", "img", "foreignObject", "style"})


def test_the_program_that_typesets_reads_no_name() -> None:
    name = '#panic("ran") $x$ `raw` @ref <label>'
    scene = build_scene([actor("a", name=name), actor("b")], [tie("a", "b")])
    assert draw_picture(scene, "pdf", sentence=name).startswith(b"%PDF-")


def test_a_selection_is_ringed_and_the_rest_is_pale() -> None:
    scene = build_scene(*two_poles())
    plain = draw_picture(scene, "svg").decode()
    chosen = draw_picture(scene, "svg", selection=frozenset(["n0"])).decode()
    assert 'opacity="0.38"' not in plain
    assert 'opacity="0.38"' in chosen
    assert len(re.findall(r'<circle[^>]*stroke-width="3"', chosen)) == 1


def test_a_part_stands_where_it_stood(demo_scene: Scene) -> None:
    whole = places(demo_scene)
    pole = next(node.id for node in demo_scene.nodes if node.label == "Domb'Innov")
    for part in (of_pole(demo_scene, pole), around(demo_scene, pole, 1)):
        assert 1 < len(part.nodes) < len(demo_scene.nodes)
        assert places(part).items() <= whole.items()
        assert pack(part).nodes.id == list(places(part))
        hidden = next(out for out in part.caption.left_out if out.reason == "out_of_view")
        assert hidden.count == len(demo_scene.nodes) - len(part.nodes)


def test_steps_reach_further_and_no_further() -> None:
    scene = build_scene(*two_poles())
    assert set(places(around(scene, "alone", 3))) == {"alone"}
    assert set(places(around(scene, "n2", 1))) == {"n2", "north"}
    assert set(places(around(scene, "n2", 2))) == {"n2", "north", "n0", "n1", "region"}


def test_what_filters_hide_is_not_drawn() -> None:
    scene = build_scene(*two_poles())
    memberships = frozenset(mark.id for mark in scene.ties if mark.kind == "membership")
    without = left_by(scene, Cut(ties=memberships))
    assert {mark.id for mark in without.ties} == {mark.id for mark in scene.ties} - memberships
    assert len(without.nodes) == len(scene.nodes)
    only = left_by(scene, Cut(frozenset(["n0", "n1"]), frozenset(["n0-supply-n1-0"]), only=True))
    assert set(places(only)) == {"n0", "n1"}
    assert [mark.id for mark in only.ties] == ["n0-supply-n1-0"]
    assert only.bounds == scene.bounds


def test_a_mark_that_was_dragged_is_drawn_there() -> None:
    scene = moved(build_scene(*two_poles()), {"n0": (1.0, 2.0), "nobody": (3.0, 4.0)})
    assert places(scene)["n0"] == (1.0, 2.0)


def test_a_part_is_named_by_what_exists(demo_store: Store, demo_scene: Scene) -> None:
    with pytest.raises(NotFound):
        Part(pole="nobody").of(demo_store, demo_scene)
    with pytest.raises(InvalidInput):
        Part(pole="a", ego="b").of(demo_store, demo_scene)
    commune = next(node.id for node in demo_scene.nodes if node.kind == "local_authority")
    with pytest.raises(Refused):
        Part(pole=commune).of(demo_store, demo_scene)


def test_a_file_says_its_format() -> None:
    assert format_of(Path("Carte.PDF")) == "pdf"
    with pytest.raises(InvalidInput):
        format_of(Path("carte.jpg"))


def test_a_pole_is_what_the_explorer_shows_of_it(demo_scene: Scene) -> None:
    part = of_pole(demo_scene, "ptce-dombinnov")
    (hull,) = [hull for hull in demo_scene.hulls if hull.pole == "ptce-dombinnov"]
    assert {node.id for node in part.nodes} >= set(hull.members)
