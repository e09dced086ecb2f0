"""The scene: everything a picture shows, as pure data, and nothing else.

The explorer, the portable page, SVG, PDF and the report all draw this one object, so that an
exported picture equals the screen. It knows no theme (colours are *roles* such as `sector.ess`,
resolved by `palette`), no language (every sentence is a `Label` in both) and no renderer.

Units: one unit is one CSS pixel at zoom 1; y grows downwards; the origin is the picture's middle.
On screen a mark of radius r at zoom z has r·√z px (`labels.mark_size`), a line its width and dash
in px, a name its size in px at the side that its `place` says (`labels.label_box`).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from maillage.graph.vocabulary import Family, Label, Layer, Sector, Standing, Status, Tier

Shape = Literal[
    "circle", "house", "triangle", "cross", "diamond", "triangle_down", "ring_dot", "square", "pole"
]
Place = Literal["E", "W", "N", "S", "NE", "NW", "SE", "SW"]
End = Literal["source", "target"]
Point = tuple[float, float]
Positions = Mapping[str, Point]


class Data(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Fact(Data):
    """Something known of an actor or a tie.

    `Scene.words["field:<field>"]` names the field, and `["value:<field>:<value>"]` a choice.
    """

    field: str
    value: str


class StandsFor(Data):
    """How many a collective stands for, as the source says it; None is not said."""

    least: int | None = None
    most: int | None = None


class Node(Data):
    """One mark: an organisation, a collective, a gathering or a pole."""

    id: str
    label: str = Field(description="full name (accessible name, tables, tooltip)")
    short: str = Field(description="what is written beside the mark: 30 characters at most")
    kind: str = Field(description="kind of actor; Scene.words['kind:<kind>'] names it")
    family: Family
    shape: Shape
    sector: Sector
    colour: str = Field(description="colour role: 'sector.ess', 'pole', 'gathering', 'ramp.0'…'4'")
    x: float
    y: float
    radius: float = Field(description="of the disc of equal area, in units")
    hollow: bool = Field(description="panel fill, 2 px outline in the colour: nothing is known")
    hatched: bool = Field(description="45° hatch in the colour: several organisations")
    stands_for: StandsFor | None = None
    review: bool = Field(default=False, description="dashed halo: waits for a review")
    hidden_name: bool = Field(default=False, description="a sole trader: no name is shown")
    poles: tuple[str, ...] = Field(default=(), description="ids of the poles it belongs to")
    island: str | None = Field(default=None, description="pole whose hull holds it")
    departement: str | None = None
    region: str | None = None
    degree: int = Field(description="ties drawn here, parallel ones counted")
    neighbours: int = Field(description="other nodes drawn here that it is tied to")
    value: float | None = Field(default=None, description="the measure that colours it, if any")
    facts: tuple[Fact, ...] = ()


class TieMark(Data):
    """One line. Ends are node ids."""

    id: str
    source: str
    target: str
    kind: str = Field(description="kind of tie; Scene.words['tie:<kind>'], ['verb:<kind>']")
    subtype: str = ""
    layer: Layer
    tier: Tier | None = None
    width: float
    dash: tuple[float, ...] = Field(description="empty: solid; in px, whatever the zoom")
    bend: float = Field(
        default=0,
        description="sagitta of the arc over the chord's length, to the left of source → target; "
        "parallel ties of a pair have different ones",
    )
    status: Status
    hollow: bool = Field(description="planned: drawn as an empty line")
    standing: Standing | None = Field(description="none: nobody was asked who says so")
    declared: tuple[End, ...] = Field(default=(), description="ends that declared it: a tick each")
    directed: bool
    start: str | None = Field(default=None, description="ISO text: 2012, 2012-03, 2012-03-05, a/b")
    end: str | None = None
    first_observed: str | None = None
    last_observed: str | None = None
    facts: tuple[Fact, ...] = ()
    sources: tuple[str, ...] = Field(default=(), description="short citations, if they were given")
    weight: int = Field(default=1, description="ties that this line stands for, when aggregated")


class Hull(Data):
    """A pole and the actors whose only pole it is; the polygon keeps a 23 px margin."""

    pole: str
    label: str
    members: tuple[str, ...]
    polygon: tuple[Point, ...]


class LabelMark(Data):
    """A name placed once and for all: shown when the zoom is at least `min_zoom`.

    `place` is the side of the node; the text keeps its size on screen, so a label shown at a
    zoom never meets another one shown there, nor at any greater zoom.
    """

    node: str
    text: str
    place: Place
    min_zoom: float
    rank: int = Field(description="0 is written first")
    size: float = Field(description="px on screen")
    bold: bool = False


LegendGroup = Literal["layer", "tier", "sector", "family", "standing", "status", "mark"]


class LegendRow(Data):
    """One row of the legend, which is also a filter when `filters` is true."""

    group: LegendGroup
    key: str
    label: Label
    count: int
    letter: str = ""
    colour: str = ""
    shape: Shape | None = None
    width: float = 0
    dash: tuple[float, ...] = ()
    hollow: bool = False
    hatched: bool = False
    filters: bool = True


class LeftOut(Data):
    """What is not drawn, and why."""

    reason: str
    count: int
    label: Label


class Caption(Data):
    """The words of the picture, computed from it."""

    sentence: Label = Field(description="the h1: the answer in words")
    nuance: Label = Field(description="one line under it: counts and what they rest upon")
    summary: Label = Field(description="what a person who does not see the picture needs")
    encoding: Label = Field(description="how to read shapes, colours, widths")
    nodes: int
    ties: int
    components: int
    undated: int = Field(
        description="ties without any date; of a picture at a date, those that nothing says were "
        "there by then"
    )
    left_out: tuple[LeftOut, ...] = ()


class Bounds(Data):
    left: float
    top: float
    right: float
    bottom: float


class Scene(Data):
    """Everything that is drawn."""

    format: Literal["maillage-scene/1"] = "maillage-scene/1"
    nodes: tuple[Node, ...]
    ties: tuple[TieMark, ...]
    hulls: tuple[Hull, ...] = ()
    labels: tuple[LabelMark, ...] = ()
    legend: tuple[LegendRow, ...] = ()
    caption: Caption
    bounds: Bounds
    words: Mapping[str, Label] = Field(
        default_factory=dict,
        description="names of the codes used here: 'kind:', 'tie:', 'verb:', 'layer:', 'sector:', "
        "'tier:', 'status:', 'standing:', 'family:', 'field:', 'value:<field>:'",
    )
    seed: int
    revision: str = ""
    date: str | None = Field(default=None, description="the date asked, ISO text")
    aggregated: bool = Field(default=False, description="poles only, ties added up")
