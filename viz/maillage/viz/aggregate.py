"""A scene too large for one page, seen from further: its poles, with what ties them added up."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from itertools import combinations

from maillage.graph.vocabulary import Family, Layer, Status
from maillage.viz.captions import write_caption
from maillage.viz.labels import place_labels
from maillage.viz.legend import draw_legend
from maillage.viz.marks import mark_radius
from maillage.viz.scene_model import Fact, LeftOut, Node, Scene, TieMark
from maillage.viz.words import count, say

POLE_TIE = "poles"
# Touching so many poles links none of them: a charter, a call of the State.
_HUB_SHARE, _HUB_LEAST = 0.10, 5


def small_enough(scene: Scene, largest: int) -> Scene:
    """The scene itself, else its poles, else (without poles) its best tied marks."""
    if len(scene.nodes) <= largest:
        return scene
    poles = [node for node in scene.nodes if node.family is Family.POLE]
    return by_pole(scene) if 1 < len(poles) <= largest else best_tied(scene, largest)


def by_pole(scene: Scene) -> Scene:
    """Poles where they stood; a line counts the ties between two islands and their shared marks."""
    members = Counter(node.island for node in scene.nodes if node.island)
    weights, hubs = _between(scene)
    linked: Counter[str] = Counter()
    for pair in weights:
        linked.update(pair)
    nodes = tuple(
        node.model_copy(
            update={
                "radius": mark_radius(Family.POLE, members[node.id] - 1),
                "degree": linked[node.id],
                "neighbours": linked[node.id],
                "facts": (Fact(field="member_count", value=str(members[node.id] - 1)),),
            }
        )
        for node in scene.nodes
        if node.family is Family.POLE
    )
    ties = tuple(_line(pair, weight) for pair, weight in sorted(weights.items()))
    left_out = [*scene.caption.left_out]
    left_out.append(_out("members", len(scene.nodes) - len(nodes) - hubs))
    if hubs:
        left_out.append(_out("hubs", hubs))
    named = {
        **scene.words,
        f"tie:{POLE_TIE}": say("kind_of_pole_tie"),
        f"verb:{POLE_TIE}": say("verb_of_pole_tie"),
    }
    return _redrawn(scene, nodes, ties, left_out).model_copy(
        update={"words": named, "aggregated": True}
    )


def best_tied(scene: Scene, largest: int) -> Scene:
    """Without poles to stand for the rest: the best tied marks, and how many are left out."""
    ranked = sorted(scene.nodes, key=lambda node: (-node.degree, node.id))[:largest]
    kept = {node.id for node in ranked}
    nodes = tuple(node for node in scene.nodes if node.id in kept)
    ties = tuple(tie for tie in scene.ties if tie.source in kept and tie.target in kept)
    out = _out("small", len(scene.nodes) - len(nodes))
    return _redrawn(scene, nodes, ties, [*scene.caption.left_out, out])


def _redrawn(
    scene: Scene, nodes: tuple[Node, ...], ties: tuple[TieMark, ...], left_out: Sequence[LeftOut]
) -> Scene:
    title = say("by_pole", actors=count("actors", len(scene.nodes)))
    degrees = {node.id: float(node.degree) for node in nodes}
    return scene.model_copy(
        update={
            "nodes": nodes,
            "ties": ties,
            "hulls": (),
            "labels": place_labels(nodes, scene.bounds, degrees),
            "legend": draw_legend(nodes, ties, ()),
            "caption": write_caption(nodes, ties, date=scene.date, left_out=left_out, title=title),
        }
    )


def _between(scene: Scene) -> tuple[Counter[tuple[str, str]], int]:
    """Ties and shared marks of each pair of poles; and how many marks touch too many."""
    homes = {node.id: node.island for node in scene.nodes}
    poles = sum(node.family is Family.POLE for node in scene.nodes)
    weights: Counter[tuple[str, str]] = Counter()
    touched: dict[str, set[str]] = {}
    for tie in scene.ties:
        one, other = homes[tie.source], homes[tie.target]
        if one and other and one != other:
            weights[min(one, other), max(one, other)] += 1
        elif one and not other:
            touched.setdefault(tie.target, set()).add(one)
        elif other and not one:
            touched.setdefault(tie.source, set()).add(other)
    hubs = 0
    for islands in touched.values():
        if len(islands) >= _HUB_LEAST and len(islands) > _HUB_SHARE * poles:
            hubs += 1
            continue
        weights.update(combinations(sorted(islands), 2))
    return weights, hubs


def _line(pair: tuple[str, str], weight: int) -> TieMark:
    return TieMark(
        id=f"{pair[0]} {pair[1]}",
        source=pair[0],
        target=pair[1],
        kind=POLE_TIE,
        layer=Layer.COOPERATION,
        width=round(min(1.5 + 0.8 * math.log2(weight), 6.0), 1),
        dash=(),
        status=Status.ACTIVE,
        hollow=False,
        standing=None,
        directed=False,
        weight=weight,
    )


def _out(reason: str, number: int) -> LeftOut:
    return LeftOut(reason=reason, count=number, label=say(f"out_{reason}"))
