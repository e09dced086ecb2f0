"""A part of a scene, everything where it stood: what filters leave, a pole, one actor's world."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from maillage.graph.cut import Cut
from maillage.graph.errors import NotFound, Refused
from maillage.graph.vocabulary import Family
from maillage.viz.captions import write_caption
from maillage.viz.labels import place_labels
from maillage.viz.legend import draw_legend
from maillage.viz.scene import bounds_of
from maillage.viz.scene_model import LeftOut, Node, Point, Scene, TieMark
from maillage.viz.words import say

MOST_STEPS = 6


def left_by(scene: Scene, cut: Cut) -> Scene:
    """What filters leave; the picture keeps its bounds, so that the camera shows the same place."""
    if not (cut.nodes or cut.ties or cut.only):
        return scene
    return _part(
        scene,
        lambda node: (node.id in cut.nodes) == cut.only,
        lambda tie: (tie.id in cut.ties) == cut.only,
    )


def of_pole(scene: Scene, pole: str) -> Scene:
    """A pole, those who belong to it, and those that touch no other: as the explorer filters."""
    found = _named(scene, pole)
    if found.family is not Family.POLE:
        raise Refused("not_a_pole", id=pole, name=found.label)
    return closed(_part(scene, lambda node: pole in (node.id, node.island, *node.poles)))


def around(scene: Scene, actor: str, steps: int) -> Scene:
    """An actor and those it reaches in so many steps."""
    reached = {_named(scene, actor).id}
    for _ in range(min(steps, MOST_STEPS)):
        near = [(tie.source, tie.target) for tie in scene.ties]
        reached |= {id_ for ends in near if reached.intersection(ends) for id_ in ends}
    return closed(_part(scene, lambda node: node.id in reached))


def closed(scene: Scene) -> Scene:
    """Seen from as near as its own marks allow."""
    return named_anew(scene.model_copy(update={"bounds": bounds_of(scene.nodes)}))


def moved(scene: Scene, places: Mapping[str, Point]) -> Scene:
    """Marks that somebody dragged, where they were left."""
    if not places:
        return scene
    nodes = tuple(
        node.model_copy(update=dict(zip("xy", places[node.id], strict=True)))
        if node.id in places
        else node
        for node in scene.nodes
    )
    return named_anew(scene.model_copy(update={"nodes": nodes}))


def _named(scene: Scene, id_: str) -> Node:
    found = next((node for node in scene.nodes if node.id == id_), None)
    if found is None:
        raise NotFound("not_found", what="actor", id=id_)
    return found


def _part(
    scene: Scene,
    keeps: Callable[[Node], bool],
    keeps_tie: Callable[[TieMark], bool] = lambda _: True,
) -> Scene:
    kept = {node.id for node in scene.nodes if keeps(node)}
    nodes = tuple(_at_home(node, kept) for node in scene.nodes if node.id in kept)
    ties = tuple(
        tie for tie in scene.ties if tie.source in kept and tie.target in kept and keeps_tie(tie)
    )
    hulls = tuple(
        hull.model_copy(update={"members": tuple(one for one in hull.members if one in kept)})
        for hull in scene.hulls
        if hull.pole in kept
    )
    caption = write_caption(
        nodes, ties, date=scene.date, left_out=(*scene.caption.left_out, *_out(scene, nodes))
    )
    part = scene.model_copy(
        update={
            "nodes": nodes,
            "ties": ties,
            "hulls": hulls,
            "legend": draw_legend(nodes, ties, hulls),
            "caption": caption,
        }
    )
    return named_anew(part)


def _at_home(node: Node, kept: Collection[str]) -> Node:
    """Without its pole, a mark is in no pole's ground."""
    if node.island is None or node.island in kept:
        return node
    return node.model_copy(update={"island": None})


def named_anew(scene: Scene) -> Scene:
    """Names find the room that others have left."""
    rank = {label.node: -float(label.rank) for label in scene.labels}
    return scene.model_copy(update={"labels": place_labels(scene.nodes, scene.bounds, rank)})


def _out(scene: Scene, kept: tuple[Node, ...]) -> tuple[LeftOut, ...]:
    hidden = len(scene.nodes) - len(kept)
    if not hidden:
        return ()
    return (LeftOut(reason="out_of_view", count=hidden, label=say("out_of_view")),)
