"""A scene in other colours and sizes: what the reader chose on the screen, with the key to it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from maillage.graph.errors import InvalidInput
from maillage.graph.wording import same
from maillage.viz.cutting import named_anew
from maillage.viz.palette import tokens
from maillage.viz.scene_model import LegendRow, Node, Scene

PAINTS = frozenset(role for role in tokens() if role.startswith(("sector.", "ramp.")))


@dataclass(frozen=True, slots=True)
class KeyRow:
    """What one colour stands for, in the words of the screen."""

    colour: str
    text: str
    hollow: bool = False


@dataclass(frozen=True, slots=True)
class Paint:
    """Marks by the role of their colour, hollow ones, radii, the key; others stay as drawn."""

    colours: Mapping[str, Collection[str]] = field(default_factory=dict)
    hollow: frozenset[str] = frozenset()
    radii: Mapping[str, float] = field(default_factory=dict)
    key: Sequence[KeyRow] = ()


def repainted(scene: Scene, paint: Paint) -> Scene:
    """The scene with these colours and sizes; the key stands for the rows of sectors."""
    for role in (*paint.colours, *(row.colour for row in paint.key)):
        if role not in PAINTS:
            raise InvalidInput(
                "invalid_value", what="colour", value=role, expected=", ".join(sorted(PAINTS))
            )
    if not (paint.colours or paint.radii):
        return scene
    role_of = {id_: role for role, ids in paint.colours.items() for id_ in ids}
    nodes = tuple(_node(node, role_of, paint) for node in scene.nodes)
    painted = scene.model_copy(update={"nodes": nodes, "legend": _legend(scene, paint)})
    return named_anew(painted) if paint.radii else painted


def _node(node: Node, role_of: Mapping[str, str], paint: Paint) -> Node:
    change: dict[str, object] = {}
    if role := role_of.get(node.id):
        change = {"colour": role, "hollow": node.id in paint.hollow}
    if radius := paint.radii.get(node.id):
        change["radius"] = radius
    return node.model_copy(update=change) if change else node


def _legend(scene: Scene, paint: Paint) -> tuple[LegendRow, ...]:
    if not paint.colours:
        return scene.legend
    key = tuple(
        LegendRow(
            group="sector",
            key=f"key-{number}",
            label=same(row.text),
            count=1,
            colour=row.colour,
            shape="circle",
            hollow=row.hollow,
            filters=False,
        )
        for number, row in enumerate(paint.key)
    )
    others = [row for row in scene.legend if row.group != "sector"]
    first = next((at for at, row in enumerate(others) if row.group == "family"), len(others))
    return (*others[:first], *key, *others[first:])
