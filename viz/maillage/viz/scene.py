"""From actors and ties to the scene. `python -m maillage.viz.scene` prints its JSON schema."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

import igraph
from pydantic import TypeAdapter

from maillage.graph.bulk import uncollected
from maillage.graph.fields import ACTOR_FIELDS, TIE_FIELDS
from maillage.graph.model import Actor, Tie, Waiting
from maillage.graph.territories import departements
from maillage.graph.vocabulary import (
    FAMILY_LABELS,
    LAYER_LABELS,
    SECTOR_LABELS,
    STANDING_LABELS,
    STATUS_LABELS,
    TIER_LABELS,
    Label,
    actor_kind,
    tie_kind,
)
from maillage.graph.wording import same
from maillage.viz import legend
from maillage.viz.captions import write_caption
from maillage.viz.hulls import draw_hulls
from maillage.viz.islands import belonging, islands
from maillage.viz.labels import place_labels
from maillage.viz.layout import DEFAULT_SEED, arrange
from maillage.viz.marks import bends, draw_actor, draw_tie
from maillage.viz.scene_model import (
    Bounds,
    LeftOut,
    Node,
    Positions,
    Scene,
    TieMark,
)
from maillage.viz.scene_pack import DETAIL_LIMIT, Packed, pack
from maillage.viz.words_values import value_words

__all__ = ["About", "Packed", "Scene", "Style", "bounds_of", "build_scene", "pack", "schema"]

_MARGIN = 60.0
_EXACT_BETWEENNESS = 1_500


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """Choices of drawing. `values` colours the marks by a measure instead of by sector."""

    hulls: bool = True
    labels: bool = True
    # Above DETAIL_LIMIT marks they are asked for one by one.
    facts: bool = True
    # Names of sole traders are those of persons: shown only to who may see them.
    names_of_persons: bool = False
    # A plain list of ties says nothing of who declared them.
    standings: bool = True
    values: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What the drawing itself cannot know."""

    date: str | None = None
    revision: str = ""
    title: Label | None = None
    left_out: tuple[LeftOut, ...] = ()
    waiting: tuple[Waiting, ...] = ()
    # Short citation of each record, by id.
    sources: Mapping[str, str] = field(default_factory=dict)


@uncollected()
def build_scene(
    actors: Iterable[Actor],
    ties: Iterable[Tie],
    *,
    style: Style | None = None,
    about: About | None = None,
    seed: int = DEFAULT_SEED,
    positions: Positions | None = None,
) -> Scene:
    """Draw these actors and ties.

    Give `positions` (by `layout.arrange` on *all* actors and ties) whenever a filter or a date
    is drawn, so that nothing moves; without them, these very actors are laid out. Ties whose ends
    are not both among the actors are not drawn.
    """
    style, about = style or Style(), about or About()
    actors = sorted(actors, key=lambda actor: actor.id)
    known = {actor.id for actor in actors}
    ties = sorted(
        (tie for tie in ties if tie.source in known and tie.target in known),
        key=lambda tie: tie.id,
    )
    places = arrange(actors, ties, seed=seed, kept=positions)
    if len(actors) > DETAIL_LIMIT:
        style = replace(style, facts=False)
    nodes = _draw_actors(actors, ties, places, style, about)
    lines = tuple(
        draw_tie(
            tie,
            bend=bend,
            sources=about.sources,
            facts=style.facts,
            standings=style.standings,
        )
        for tie, bend in zip(ties, bends(ties), strict=True)
    )
    hulls = draw_hulls(nodes) if style.hulls else ()
    bounds = bounds_of(nodes)
    return Scene(
        nodes=nodes,
        ties=lines,
        hulls=hulls,
        labels=place_labels(nodes, bounds, _bridging(nodes, lines)) if style.labels else (),
        legend=legend.draw_legend(nodes, lines, hulls),
        caption=write_caption(
            nodes, lines, date=about.date, left_out=about.left_out, title=about.title
        ),
        bounds=bounds,
        words=_words(nodes, lines),
        seed=seed,
        revision=about.revision,
        date=about.date,
    )


def schema() -> dict[str, object]:
    """JSON Schema of what is drawn: `Packed` (on the wire) or `Scene` (row by row)."""
    return TypeAdapter(Packed | Scene).json_schema(mode="serialization")


def _draw_actors(
    actors: Sequence[Actor],
    ties: Sequence[Tie],
    places: Positions,
    style: Style,
    about: About,
) -> tuple[Node, ...]:
    near: dict[str, dict[str, None]] = {actor.id: {} for actor in actors}
    degree = dict.fromkeys(near, 0)
    for tie in ties:
        degree[tie.source] += 1
        degree[tie.target] += 1
        if tie.source != tie.target:
            near[tie.source][tie.target] = None
            near[tie.target][tie.source] = None
    belongs = belonging(actors, ties)
    homes = islands(actors, ties, {actor: list(others) for actor, others in near.items()})
    waiting = {one.actor for one in about.waiting}
    nodes = tuple(
        draw_actor(
            actor,
            position=places[actor.id],
            ties=degree[actor.id],
            neighbours=len(near[actor.id]),
            poles=belongs.get(actor.id, ()),
            island=homes.get(actor.id),
            review=actor.id in waiting,
            names_of_persons=style.names_of_persons,
            facts=style.facts,
        )
        for actor in actors
    )
    return _coloured(nodes, style.values) if style.values else nodes


def _coloured(nodes: tuple[Node, ...], values: Mapping[str, float]) -> tuple[Node, ...]:
    """Five steps of equal width from the least to the greatest value; the others are hollow."""
    low, high = min(values.values()), max(values.values())
    width = (high - low) or 1.0
    return tuple(
        node.model_copy(
            update={
                "value": values[node.id],
                "colour": f"ramp.{min(int((values[node.id] - low) / width * 5), 4)}",
                "hollow": False,
            }
        )
        if node.id in values
        else node.model_copy(update={"colour": "sector.unknown", "hollow": True})
        for node in nodes
    )


def bounds_of(nodes: Sequence[Node]) -> Bounds:
    """What the picture covers, with a margin for names."""
    if not nodes:
        return Bounds(left=-_MARGIN, top=-_MARGIN, right=_MARGIN, bottom=_MARGIN)
    return Bounds(
        left=round(min(node.x - node.radius for node in nodes) - _MARGIN, 1),
        top=round(min(node.y - node.radius for node in nodes) - _MARGIN, 1),
        right=round(max(node.x + node.radius for node in nodes) + _MARGIN, 1),
        bottom=round(max(node.y + node.radius for node in nodes) + _MARGIN, 1),
    )


def _bridging(nodes: Sequence[Node], ties: Sequence[TieMark]) -> dict[str, float]:
    """Betweenness, or in a large picture how many islands a mark touches: who is named first."""
    if len(nodes) <= _EXACT_BETWEENNESS:
        index = {node.id: row for row, node in enumerate(nodes)}
        graph = igraph.Graph(len(nodes), [(index[tie.source], index[tie.target]) for tie in ties])
        scores = graph.simplify().betweenness()
        return {node.id: score for node, score in zip(nodes, scores, strict=True)}
    homes = {node.id: node.island for node in nodes}
    touched: dict[str, set[str]] = {}
    for tie in ties:
        for one, other in ((tie.source, tie.target), (tie.target, tie.source)):
            home = homes[other]
            if home and home != homes[one]:
                touched.setdefault(one, set()).add(home)
    return {node: float(len(found)) for node, found in touched.items()}


def _words(nodes: Sequence[Node], ties: Sequence[TieMark]) -> dict[str, Label]:
    """Names of every code that is drawn."""
    kinds = sorted({node.kind for node in nodes})
    kinds_of_ties = sorted({tie.kind for tie in ties})
    carried = [mark.facts for mark in nodes] + [mark.facts for mark in ties]
    every = [fact for facts in carried for fact in facts]
    fields = sorted({fact.field for fact in every})
    known = {**TIE_FIELDS, **ACTOR_FIELDS}
    codes: list[tuple[str, Mapping[str, Label]]] = [
        ("layer", {str(key): label for key, label in LAYER_LABELS.items()}),
        ("tier", {str(key): label for key, label in TIER_LABELS.items()}),
        ("sector", {str(key): label for key, label in SECTOR_LABELS.items()}),
        ("family", {str(key): label for key, label in FAMILY_LABELS.items()}),
        ("standing", {str(key): label for key, label in STANDING_LABELS.items()}),
        ("status", {str(key): label for key, label in STATUS_LABELS.items()}),
    ]
    return {
        **{f"kind:{name}": legend.text(actor_kind(name).label) for name in kinds},
        **{f"tie:{name}": legend.text(tie_kind(name).label) for name in kinds_of_ties},
        **{f"verb:{name}": legend.text(tie_kind(name).verb) for name in kinds_of_ties},
        **{
            f"{table}:{key}": legend.text(label)
            for table, labels in codes
            for key, label in labels.items()
        },
        **{
            f"departement:{code}": same(departements()[code].name)
            for code in sorted({node.departement for node in nodes if node.departement})
            if code in departements()
        },
        **{f"field:{name}": legend.text(known[name].label) for name in fields if name in known},
        **value_words(every),
    }


if __name__ == "__main__":
    json.dump(schema(), sys.stdout, indent=2, ensure_ascii=False)
