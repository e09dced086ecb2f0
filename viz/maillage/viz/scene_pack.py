"""The scene in columns, for the wire: 50,000 nodes must reach a browser in a second.

Row i of every column is one node (or one tie). Codes are indexes into `codes.<column>`, ties
point at nodes by row, -1 is « none ». Facts and citations are left to `GET /actors/{id}` and
`GET /ties/{id}` above `DETAIL_LIMIT` nodes. Legend and caption stay as they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

from pydantic import Field

from maillage.graph.bulk import uncollected
from maillage.graph.vocabulary import Label
from maillage.viz.scene_model import (
    Bounds,
    Caption,
    Data,
    Fact,
    Hull,
    LabelMark,
    LegendRow,
    Node,
    Scene,
    StandsFor,
    TieMark,
)

DETAIL_LIMIT = 2_000


class PackedNodes(Data):
    id: list[str]
    label: list[str]
    x: list[float]
    y: list[float]
    radius: list[float]
    degree: list[int]
    neighbours: list[int]
    kind: list[int] = Field(description="index into codes['kind']")
    family: list[int]
    shape: list[int]
    sector: list[int]
    colour: list[int]
    departement: list[int] = Field(description="index into codes['departement'], -1 unknown")
    region: list[int]
    island: list[int] = Field(description="row of the pole whose hull holds it, -1 none")
    flags: list[int] = Field(description="1 hollow, 2 hatched, 4 review, 8 hidden name")
    # Sparse: only the rows that have one.
    short: dict[int, str] = Field(description="where it differs from the label")
    poles: dict[int, list[int]]
    stands_for: dict[int, StandsFor]
    value: dict[int, float]
    facts: dict[int, list[Fact]]


class PackedTies(Data):
    id: list[str]
    source: list[int] = Field(description="row of the node")
    target: list[int]
    kind: list[int]
    layer: list[int]
    tier: list[int]
    status: list[int]
    standing: list[int]
    width: list[float]
    dash: list[int] = Field(description="index into Packed.dashes")
    flags: list[int] = Field(
        description="1 directed, 2 hollow, 4 declared by the source, 8 by the target"
    )
    start: list[int] = Field(description="index into codes['date'], -1 not known")
    end: list[int]
    first_observed: list[int]
    last_observed: list[int]
    bend: dict[int, float]
    subtype: dict[int, str]
    weight: dict[int, int]
    facts: dict[int, list[Fact]]
    sources: dict[int, list[str]]


class PackedLabels(Data):
    """Names in order of rank: what is written is the node's short name."""

    node: list[int] = Field(description="row of the node")
    place: list[int] = Field(description="index into codes['place']")
    min_zoom: list[float]
    size: list[float]
    bold: list[int] = Field(description="1 or 0")


class PackedHull(Data):
    pole: int = Field(description="row of the pole")
    members: list[int]
    polygon: list[float] = Field(description="x, y, x, y…")


class Packed(Data):
    """What `GET /scene` answers."""

    format: Literal["maillage-scene/1+columns"] = "maillage-scene/1+columns"
    codes: dict[str, list[str]]
    dashes: list[list[float]]
    nodes: PackedNodes
    ties: PackedTies
    hulls: list[PackedHull]
    labels: PackedLabels
    legend: tuple[LegendRow, ...]
    caption: Caption
    bounds: Bounds
    words: Mapping[str, Label]
    seed: int
    revision: str
    date: str | None
    aggregated: bool


class _Codes:
    """Tables of strings, numbered in order of first use."""

    def __init__(self) -> None:
        self._tables: dict[str, dict[str, int]] = {}

    def column(self, table: str, values: Iterable[str | None]) -> list[int]:
        codes = self._tables.setdefault(table, {})
        return [-1 if value is None else codes.setdefault(value, len(codes)) for value in values]

    @property
    def tables(self) -> dict[str, list[str]]:
        return {name: list(codes) for name, codes in self._tables.items()}


@uncollected()
def pack(scene: Scene) -> Packed:
    """The same scene, column by column."""
    codes = _Codes()
    rows = {node.id: row for row, node in enumerate(scene.nodes)}
    detailed = len(scene.nodes) <= DETAIL_LIMIT
    dashes: dict[tuple[float, ...], int] = {}
    return Packed(
        nodes=_pack_nodes(scene.nodes, rows, codes, facts=detailed),
        ties=_pack_ties(scene.ties, rows, codes, dashes, facts=detailed),
        hulls=[_pack_hull(hull, rows) for hull in scene.hulls],
        labels=_pack_labels(scene.labels, rows, codes),
        codes=codes.tables,
        dashes=[list(dash) for dash in dashes],
        legend=scene.legend,
        caption=scene.caption,
        bounds=scene.bounds,
        words=scene.words,
        seed=scene.seed,
        revision=scene.revision,
        date=scene.date,
        aggregated=scene.aggregated,
    )


def _pack_nodes(
    nodes: tuple[Node, ...], rows: Mapping[str, int], codes: _Codes, *, facts: bool
) -> PackedNodes:
    return PackedNodes(
        id=[node.id for node in nodes],
        label=[node.label for node in nodes],
        x=[node.x for node in nodes],
        y=[node.y for node in nodes],
        radius=[node.radius for node in nodes],
        degree=[node.degree for node in nodes],
        neighbours=[node.neighbours for node in nodes],
        kind=codes.column("kind", (node.kind for node in nodes)),
        family=codes.column("family", (node.family for node in nodes)),
        shape=codes.column("shape", (node.shape for node in nodes)),
        sector=codes.column("sector", (node.sector for node in nodes)),
        colour=codes.column("colour", (node.colour for node in nodes)),
        departement=codes.column("departement", (node.departement for node in nodes)),
        region=codes.column("region", (node.region for node in nodes)),
        island=[-1 if node.island is None else rows[node.island] for node in nodes],
        flags=[
            node.hollow | node.hatched << 1 | node.review << 2 | node.hidden_name << 3
            for node in nodes
        ],
        short={row: node.short for row, node in enumerate(nodes) if node.short != node.label},
        poles={
            row: [rows[pole] for pole in node.poles if pole in rows]
            for row, node in enumerate(nodes)
            if node.poles
        },
        stands_for={row: node.stands_for for row, node in enumerate(nodes) if node.stands_for},
        value={row: node.value for row, node in enumerate(nodes) if node.value is not None},
        facts={row: list(node.facts) for row, node in enumerate(nodes) if facts and node.facts},
    )


def _pack_ties(
    ties: tuple[TieMark, ...],
    rows: Mapping[str, int],
    codes: _Codes,
    dashes: dict[tuple[float, ...], int],
    *,
    facts: bool,
) -> PackedTies:
    return PackedTies(
        id=[tie.id for tie in ties],
        source=[rows[tie.source] for tie in ties],
        target=[rows[tie.target] for tie in ties],
        kind=codes.column("tie", (tie.kind for tie in ties)),
        layer=codes.column("layer", (tie.layer for tie in ties)),
        tier=codes.column("tier", (tie.tier for tie in ties)),
        status=codes.column("status", (tie.status for tie in ties)),
        standing=codes.column("standing", (tie.standing for tie in ties)),
        width=[tie.width for tie in ties],
        dash=[dashes.setdefault(tie.dash, len(dashes)) for tie in ties],
        flags=[
            tie.directed
            | tie.hollow << 1
            | ("source" in tie.declared) << 2
            | ("target" in tie.declared) << 3
            for tie in ties
        ],
        start=codes.column("date", (tie.start for tie in ties)),
        end=codes.column("date", (tie.end for tie in ties)),
        first_observed=codes.column("date", (tie.first_observed for tie in ties)),
        last_observed=codes.column("date", (tie.last_observed for tie in ties)),
        bend={row: tie.bend for row, tie in enumerate(ties) if tie.bend},
        subtype={row: tie.subtype for row, tie in enumerate(ties) if tie.subtype},
        weight={row: tie.weight for row, tie in enumerate(ties) if tie.weight != 1},
        facts={row: list(tie.facts) for row, tie in enumerate(ties) if facts and tie.facts},
        sources={row: list(tie.sources) for row, tie in enumerate(ties) if facts and tie.sources},
    )


def _pack_labels(
    labels: tuple[LabelMark, ...], rows: Mapping[str, int], codes: _Codes
) -> PackedLabels:
    return PackedLabels(
        node=[rows[label.node] for label in labels],
        place=codes.column("place", (label.place for label in labels)),
        min_zoom=[label.min_zoom for label in labels],
        size=[label.size for label in labels],
        bold=[int(label.bold) for label in labels],
    )


def _pack_hull(hull: Hull, rows: Mapping[str, int]) -> PackedHull:
    return PackedHull(
        pole=rows[hull.pole],
        members=[rows[member] for member in hull.members],
        polygon=[side for corner in hull.polygon for side in corner],
    )
