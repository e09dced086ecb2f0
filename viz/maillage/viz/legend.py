"""The legend: what is drawn, counted. Its rows are also the filters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from maillage.graph.vocabulary import (
    FAMILY_LABELS,
    LAYER_LABELS,
    LAYER_LETTERS,
    SECTOR_LABELS,
    SECTOR_LETTERS,
    STANDING_LABELS,
    STATUS_LABELS,
    TIER_LABELS,
    Family,
    Label,
    Layer,
    Sector,
    Standing,
    Status,
    Tier,
)
from maillage.viz.palette import DASHES, SHAPES, WIDTHS
from maillage.viz.scene_model import Hull, LegendRow, Node, TieMark
from maillage.viz.words import say

_PLAIN = {Family.GATHERING: "gathering", Family.POLE: "pole"}
TIERS: tuple[Tier | None, ...] = (Tier.CAPITAL, Tier.MEANS, None)


def draw_legend(
    nodes: Sequence[Node], ties: Sequence[TieMark], hulls: Sequence[Hull]
) -> tuple[LegendRow, ...]:
    """Every row of the grammar with its count; rows of nothing stay, at 0, where they teach."""
    return (
        *_layers(ties),
        *_tiers(ties),
        *_sectors(nodes),
        *_families(nodes),
        *_standings(ties),
        *_statuses(ties),
        *_marks(nodes, hulls),
    )


def in_sectors(node: Node) -> bool:
    """Poles and gatherings are of no sector."""
    return node.family not in _PLAIN


def tier_key(tier: Tier | None) -> str:
    """Affiliation is drawn as thin as a tie without tier."""
    return tier.value if tier in (Tier.CAPITAL, Tier.MEANS) else "none"


def text(label: Label) -> Label:
    return Label(fr=label.fr, en=label.en)


def _layers(ties: Sequence[TieMark]) -> list[LegendRow]:
    counts = Counter(tie.layer for tie in ties)
    return [
        LegendRow(
            group="layer",
            key=layer,
            label=text(LAYER_LABELS[layer]),
            letter=LAYER_LETTERS[layer],
            count=counts[layer],
            colour=f"layer.{layer}",
            width=2,
            dash=DASHES[layer],
        )
        for layer in Layer
    ]


def _tiers(ties: Sequence[TieMark]) -> list[LegendRow]:
    counts = Counter(tier_key(tie.tier) for tie in ties)
    return [
        LegendRow(
            group="tier",
            key=tier_key(tier),
            label=text(TIER_LABELS[tier]) if tier else say("tier_none"),
            count=counts[tier_key(tier)],
            colour="layer.cooperation",
            width=WIDTHS[tier],
        )
        for tier in TIERS
    ]


def _sectors(nodes: Sequence[Node]) -> list[LegendRow]:
    counts = Counter(node.sector for node in nodes if in_sectors(node))
    return [
        LegendRow(
            group="sector",
            key=sector,
            label=text(SECTOR_LABELS[sector]),
            letter=SECTOR_LETTERS[sector],
            count=counts[sector],
            colour=f"sector.{sector}",
            shape="circle",
            hollow=sector is Sector.UNKNOWN,
        )
        for sector in Sector
    ]


def _families(nodes: Sequence[Node]) -> list[LegendRow]:
    counts = Counter(node.family for node in nodes)
    return [
        LegendRow(
            group="family",
            key=family,
            label=text(FAMILY_LABELS[family]),
            count=counts[family],
            colour=_PLAIN.get(family, "ink2"),
            shape=SHAPES[family],
            hollow=family is Family.GATHERING,
        )
        for family in Family
    ]


def _standings(ties: Sequence[TieMark]) -> list[LegendRow]:
    counts = Counter(tie.standing for tie in ties)
    if ties and not any(counts[standing] for standing in Standing):
        return []
    return [
        LegendRow(
            group="standing",
            key=standing,
            label=text(STANDING_LABELS[standing]),
            count=counts[standing],
        )
        for standing in Standing
        if standing is not Standing.CONTESTED or counts[standing]
    ]


def _statuses(ties: Sequence[TieMark]) -> list[LegendRow]:
    counts = Counter(tie.status for tie in ties)
    return [
        LegendRow(
            group="status",
            key=status,
            label=text(STATUS_LABELS[status]),
            count=counts[status],
            colour="layer.cooperation",
            width=2,
            hollow=status is Status.PLANNED,
        )
        for status in (Status.ACTIVE, Status.PLANNED, Status.ENDED)
        if counts[status]
    ]


def _marks(nodes: Sequence[Node], hulls: Sequence[Hull]) -> list[LegendRow]:
    collectives = sum(node.hatched for node in nodes)
    reviews = sum(node.review for node in nodes)
    rows = []
    if collectives:
        rows.append(
            _mark("collective", collectives, colour="sector.ess", shape="circle", hatched=True)
        )
    if reviews:
        rows.append(_mark("review", reviews, colour="review", shape="circle", dash=(3.0, 3.0)))
    if hulls:
        rows.append(_mark("hull", len(hulls), colour="hull"))
    return rows


def _mark(key: str, count: int, **drawn: object) -> LegendRow:
    return LegendRow.model_validate(
        {
            "group": "mark",
            "key": key,
            "label": say(f"mark_{key}"),
            "count": count,
            "filters": False,
            **drawn,
        }
    )
