"""The figures beside a picture: measures of the view that filters leave, read by the same rules."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

from maillage.api.access.eyes import Eyes
from maillage.api.questions.question import takes_long
from maillage.api.requests.asked import MOST_MEASURES, MOST_PERMUTATIONS, Date
from maillage.api.requests.cut_asked import CutAsked
from maillage.api.work.held import Held
from maillage.graph.dates import DateSpan
from maillage.graph.left_out import LEFT_OUT_LABELS
from maillage.graph.measures.entry import Measure
from maillage.graph.measures.registry import find, measure
from maillage.graph.measures.result import Result
from maillage.graph.measures.study import DEFAULT_PERMUTATIONS, DEFAULT_SEED, Study
from maillage.graph.network import Network
from maillage.graph.views import Lens
from maillage.graph.vocabulary import Label
from maillage.viz.figures import (
    group_colour,
    group_label,
    group_letter,
    partition_label,
    verdict,
    view_label,
)

UNDECIDED = "undecided_group"
TESTED = "ei_network"


class FiguresAsked(BaseModel):
    model_config = ConfigDict(extra="forbid")

    names: Annotated[
        list[Annotated[str, Field(max_length=100)]],
        Field(min_length=1, max_length=MOST_MEASURES, examples=[["mixing_matrix", TESTED]]),
    ]
    by: Annotated[str, Field(max_length=200)] = "sector"
    view: Annotated[str, Field(max_length=200)] = "cooperation"
    at: Date | None = None
    permutations: Annotated[int, Field(ge=0, le=MOST_PERMUTATIONS)] = DEFAULT_PERMUTATIONS
    seed: Annotated[int, Field(ge=0, le=2**63)] = DEFAULT_SEED
    without: CutAsked = CutAsked()


class Group(BaseModel):
    key: str
    label: str
    letter: str | None = None
    colour: str | None = None
    size: int


class LeftOutOut(BaseModel):
    reason: str
    label: Label
    nodes: int | None = None
    ties: int | None = None


class VerdictOut(BaseModel):
    code: str
    sentence: Label


class Figures(BaseModel):
    results: list[dict[str, Any]]
    groups: list[Group]
    by: Label
    view: Label
    nodes: int
    ties: int
    left_out: list[LeftOutOut]
    verdict: VerdictOut


@dataclass(frozen=True, kw_only=True)
class FiguresQuestion:
    asked: FiguresAsked
    eyes: Eyes

    def is_heavy(self, held: Held) -> bool:
        return takes_long(held, _measures(self.asked).values(), self.asked.permutations)

    def answer(self, held: Held) -> Figures:
        return _figures(held, self.asked, self.eyes)


def _figures(held: Held, asked: FiguresAsked, eyes: Eyes) -> Figures:
    at = DateSpan.parse(asked.at) if asked.at else None
    network = held.cut(Lens(view=asked.view, at=at), asked.without.cut, eyes)
    results = _measured(network, asked)
    (tested,) = (result for result in results if result.measure == TESTED and not result.variant)
    said = verdict(tested, asked.by, asked.view)
    return Figures(
        results=[result.to_json() for result in results if result.measure in asked.names],
        groups=_groups(held, network, asked.by, eyes),
        by=partition_label(asked.by),
        view=view_label(asked.view),
        nodes=network.n,
        ties=network.simple.size,
        left_out=_left_out(network, tested),
        verdict=VerdictOut(code=said.code, sentence=said.sentence),
    )


def _measures(asked: FiguresAsked) -> Mapping[str, Measure[Study]]:
    """The measures asked, and the one that is read in words."""
    return {name: find(name) for name in (*asked.names, TESTED)}


def _measured(network: Network, asked: FiguresAsked) -> list[Result]:
    return measure(
        network,
        _measures(asked),
        by=asked.by,
        permutations=asked.permutations or None,
        seed=asked.seed,
    )


def _groups(held: Held, network: Network, by: str, eyes: Eyes) -> list[Group]:
    """The rows of the mixing matrix, those that no index uses included."""
    column = network.partition(by).shown.column
    ids = held.reader(eyes).columns().actors
    names = dict(zip(ids.ids, ids.names, strict=True)) if by == "pole" else {}
    return [
        Group(
            key=key,
            label=group_label(by, key, names).text(eyes.language),
            letter=group_letter(by, key),
            colour=group_colour(by, key),
            size=int(size),
        )
        for key, size in zip(column.categories, column.sizes, strict=True)
    ]


def _left_out(network: Network, tested: Result) -> list[LeftOutOut]:
    """By the view, then by the partition."""
    view = network.provenance
    found = _reasons(view.left_out_nodes, view.left_out_ties)
    nodes, ties = sum(tested.left_out.nodes.values()), sum(tested.left_out.ties.values())
    if nodes or ties:
        found.append(_reason(UNDECIDED, nodes, ties))
    return found


def _reasons(nodes: Mapping[str, int], ties: Mapping[str, int]) -> list[LeftOutOut]:
    return [
        _reason(name, nodes.get(name), ties.get(name)) for name in dict.fromkeys((*nodes, *ties))
    ]


def _reason(name: str, nodes: int | None, ties: int | None) -> LeftOutOut:
    label = LEFT_OUT_LABELS.get(name, Label(name, name))
    return LeftOutOut(reason=name, label=label, nodes=nodes or None, ties=ties or None)
