"""The scene says what is drawn: grammar, legend, belonging, columns, schema."""

from __future__ import annotations

import json
import subprocess
import sys

import jsonschema
import pytest
from drawn_networks import actor, tie, two_poles

from maillage.graph.model import Waiting
from maillage.graph.vocabulary import (
    ACTOR_KINDS,
    TIE_KINDS,
    Family,
    Layer,
    Sector,
    Standing,
    Status,
)
from maillage.viz.palette import tokens
from maillage.viz.scene import About, Scene, Style, build_scene, pack, schema
from maillage.viz.scene_model import Node


def node(scene: Scene, id_: str) -> Node:
    return next(one for one in scene.nodes if one.id == id_)


def test_every_kind_of_actor_has_its_shape_and_every_layer_its_dash() -> None:
    actors = [actor(kind, kind) for kind in ACTOR_KINDS]
    ties = [tie("enterprise", "place", kind, number=i) for i, kind in enumerate(TIE_KINDS)]
    scene = build_scene(actors, ties)
    shapes = {one.family: one.shape for one in scene.nodes}
    assert len(set(shapes.values())) == len(Family)
    dashes = {line.layer: line.dash for line in scene.ties}
    assert len(set(dashes.values())) == len(Layer)
    assert all(one.colour in tokens() for one in scene.nodes)
    assert all(f"kind:{one.kind}" in scene.words for one in scene.nodes)
    assert all(f"tie:{line.kind}" in scene.words for line in scene.ties)


def test_doubt_is_drawn() -> None:
    many = actor("many", collective=True, sector=1)
    unknown, known = actor("unknown"), actor("known", sector=0)
    planned = tie("known", "many", status=Status.PLANNED)
    scene = build_scene([many, unknown, known], [planned])
    assert node(scene, "many").hatched
    assert node(scene, "unknown").hollow
    assert not node(scene, "known").hollow
    assert scene.ties[0].hollow


def test_sizes_follow_ties_and_gatherings_stay_small() -> None:
    actors = [actor("hub"), actor("place", "place"), *(actor(f"a{i}") for i in range(9))]
    ties = [tie(f"a{i}", end) for i in range(9) for end in ("hub", "place")]
    scene = build_scene(actors, ties)
    assert node(scene, "hub").radius == pytest.approx(5 + 1.75 * 3, abs=0.06)
    assert node(scene, "place").radius < 8 < node(scene, "a0").radius + 1
    assert node(scene, "hub").degree == node(scene, "hub").neighbours == 9


def test_parallel_ties_are_seen_apart_whatever_their_direction() -> None:
    ties = [tie("a", "b", number=1), tie("b", "a", "supply"), tie("a", "b", "supply")]
    scene = build_scene([actor("a"), actor("b")], ties)
    # The same side for a → b is the other side for b → a.
    sides = [line.bend if line.source == "a" else -line.bend for line in scene.ties]
    assert len(set(sides)) == 3


def test_who_declared_a_tie_and_until_when() -> None:
    one = tie("a", "b", standing=Standing.ONE_SIDED, declared_by=("b",), since="2012-03")
    line = build_scene([actor("a"), actor("b")], [one]).ties[0]
    assert line.declared == ("target",)
    assert (line.start, line.end, line.standing) == ("2012-03", None, Standing.ONE_SIDED)


def test_belonging_is_said_by_ties_and_islands_hold_those_of_one_pole() -> None:
    actors, ties = two_poles()
    scene = build_scene(actors, [*ties, tie("n0", "south", "membership")])
    assert node(scene, "n0").poles == ("north", "south")
    assert node(scene, "n0").island is None
    assert node(scene, "n1").island == "north"
    assert node(scene, "region").island is None
    assert {hull.pole for hull in scene.hulls} == {"north", "south"}
    held = next(hull for hull in scene.hulls if hull.pole == "south")
    assert set(held.members) == {"south", "s0", "s1", "s2"}


def test_a_gathering_belongs_to_the_pole_its_list_names() -> None:
    place = actor("place", "place", attributes={"pole": "north"})
    scene = build_scene([*two_poles()[0], place], two_poles()[1])
    assert node(scene, "place").poles == ("north",)


def test_the_legend_counts_what_is_drawn() -> None:
    scene = build_scene(*two_poles())
    counts = {(row.group, row.key): row.count for row in scene.legend}
    assert counts["layer", "affiliation"] == 6
    assert counts["layer", "cooperation"] == 3
    assert counts["tier", "capital"] == 1
    assert sum(n for (group, _), n in counts.items() if group == "layer") == len(scene.ties)
    assert sum(n for (group, _), n in counts.items() if group == "family") == len(scene.nodes)
    # Poles and gatherings are of no sector.
    assert sum(n for (group, _), n in counts.items() if group == "sector") == len(scene.nodes) - 2
    assert counts["sector", "ess"] == 3
    letters = {row.key: row.letter for row in scene.legend if row.group == "sector"}
    assert len(set(letters.values())) == len(Sector)


def test_a_sole_trader_is_not_named_unless_one_may_see_persons() -> None:
    person = actor(
        "p", name="Camille Martin", attributes={"legal_category": "1000", "web": "camille.fr"}
    )
    hidden = build_scene([person], [])
    assert "Camille" not in hidden.model_dump_json()
    assert "camille" not in hidden.model_dump_json()
    seen = build_scene([person], [], style=Style(names_of_persons=True))
    assert seen.nodes[0].label == "Camille Martin"


def test_a_measure_colours_the_marks_and_what_it_does_not_know_is_hollow() -> None:
    actors, ties = two_poles()
    scene = build_scene(actors, ties, style=Style(values={"n0": 0.0, "n1": 0.5, "s0": 1.0}))
    assert [node(scene, id_).colour for id_ in ("n0", "n1", "s0")] == ["ramp.0", "ramp.2", "ramp.4"]
    assert node(scene, "region").hollow


def test_what_waits_for_a_review_has_a_halo() -> None:
    waiting = Waiting(actor="n0", candidates=("n1",), records=())
    scene = build_scene(*two_poles(), about=About(waiting=(waiting,)))
    assert [one.id for one in scene.nodes if one.review] == ["n0"]
    assert any(row.key == "review" for row in scene.legend)


def test_ties_whose_end_is_not_drawn_are_not_drawn() -> None:
    actors, ties = two_poles()
    scene = build_scene([one for one in actors if one.id != "region"], ties)
    assert {line.source for line in scene.ties}.isdisjoint({"region"})


def test_columns_say_the_same_as_rows() -> None:
    scene = build_scene(*two_poles(), about=About(date="2014", revision="7"))
    packed = pack(scene)
    for row, one in enumerate(scene.nodes):
        assert packed.nodes.id[row] == one.id
        assert packed.codes["kind"][packed.nodes.kind[row]] == one.kind
        assert bool(packed.nodes.flags[row] & 1) == one.hollow
        island = packed.nodes.island[row]
        assert (packed.nodes.id[island] if island >= 0 else None) == one.island
    for row, line in enumerate(scene.ties):
        assert packed.nodes.id[packed.ties.source[row]] == line.source
        assert packed.codes["tie"][packed.ties.kind[row]] == line.kind
        assert tuple(packed.dashes[packed.ties.dash[row]]) == line.dash
        start = packed.ties.start[row]
        assert (packed.codes["date"][start] if start >= 0 else None) == line.start
        assert packed.ties.bend.get(row, 0) == line.bend
    assert [packed.nodes.id[row] for row in packed.labels.node] == [
        label.node for label in scene.labels
    ]


def test_the_schema_is_printed_and_describes_what_is_sent() -> None:
    printed = subprocess.run(
        [sys.executable, "-m", "maillage.viz.scene"], capture_output=True, check=True
    )
    stated = json.loads(printed.stdout)
    assert stated == schema()
    scene = build_scene(*two_poles())
    jsonschema.validate(json.loads(pack(scene).model_dump_json()), stated)
    jsonschema.validate(json.loads(scene.model_dump_json()), stated)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"nodes": []}, stated)


def test_departements_are_said_in_words() -> None:
    actors = [
        actor("a", attributes={"departement": "01"}),
        actor("b", attributes={"departement": "2A"}),
        actor("c", attributes={"departement": "never heard of"}),
    ]
    words = build_scene(actors, []).words
    assert words["departement:01"].fr == "Ain"
    assert words["departement:2A"].en == "Corse-du-Sud"
    assert "departement:never heard of" not in words


def test_the_demonstration_is_drawn_whole(demo_scene: Scene) -> None:
    assert sum(one.family is Family.POLE for one in demo_scene.nodes) == 46
    assert len(demo_scene.nodes) > 400
    assert len(demo_scene.ties) > 550
    assert {line.standing for line in demo_scene.ties} == {Standing.REPORTED}
    assert all(line.sources for line in demo_scene.ties)
    assert node(demo_scene, "region-rhone-alpes").island is None
