"""When a tie began and ended, out of what several records say of one spell.

Claims of the best word are added up: the earliest start, the latest end, as precisely as those
that agree allow. A claim of lesser word can only lengthen the spell, by telling of a time before
or after; where it tells otherwise of the same time, it is a conflict. So is a sighting outside.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Literal, NamedTuple

from maillage.graph.dates import DateSpan
from maillage.graph.model import Conflict
from maillage.graph.truth.evidence import Word
from maillage.graph.truth.spells import Said

Settled = tuple[DateSpan | None, tuple[Conflict, ...]]


class Edge(NamedTuple):
    """One side of a spell as one claim tells it, in days counted towards the inside.

    Starts are counted forwards and ends backwards, so that the same rules settle both: `low` is
    the outermost day, `far` the nearest day on which the other side of the claim can be.
    """

    word: Word
    low: int
    high: int
    far: int | None
    text: str


def settle_start(claims: Sequence[Said]) -> Settled:
    """`claims` in the order in which they are believed."""
    edges = [
        _forwards(said, said.claim.start, _earliest(said.claim.end))
        for said in claims
        if said.claim.start
    ]
    if not edges:
        return None, ()
    seen = [
        _forwards(said, sighting, None)
        for said in claims
        if said.claim.start is None and (sighting := said.sighting)
    ]
    kept, conflict = _settle("start", edges, seen, [_earliest(said.claim.end) for said in claims])
    return (DateSpan(_day(kept[0]), _day(kept[1])) if kept else None), conflict


def settle_end(claims: Sequence[Said], *, open_: bool) -> Settled:
    """The same for the end. Of a spell that began again after every date given for its end, only
    a claim that it is over tells the end."""
    edges = [
        _backwards(said, ended, _latest(said.claim.start))
        for said in claims
        if (ended := said.ended) and (said.over or not open_)
    ]
    if not edges:
        return None, ()
    seen = [
        _backwards(said, sighting, None)
        for said in claims
        if said.ended is None and (sighting := said.sighting)
    ]
    kept, conflict = _settle("end", edges, seen, [_latest(said.claim.start) for said in claims])
    return (DateSpan(_day(-kept[1]), _day(-kept[0])) if kept else None), conflict


def revived(said: Said, claims: Iterable[Said]) -> bool:
    """Whether a better word saw the tie after this one had said that it was over."""
    over = said.ended
    return any(
        other.word < said.word and (over is None or seen.earliest > over.latest)
        for other in claims
        if (seen := other.sighting)
    )


# ---------------------------------------------------------------------- rules for both sides


def _settle(
    field: Literal["start", "end"],
    edges: Sequence[Edge],
    seen: Sequence[Edge],
    fars: Iterable[int | None],
) -> tuple[tuple[int, int] | None, tuple[Conflict, ...]]:
    sound = [edge for edge in edges if not _belied(edge, seen)]
    if not sound:
        return None, _conflict(field, "", edges)
    low, high = _agreed(sound)
    others = [edge for edge in edges if edge.high < low or edge.low > high]
    inner = sorted(far for far in fars if far is not None)
    losing = [edge for edge in others if edge.low <= high or not _renews(edge, inner)]
    outside = [sighting for sighting in seen if sighting.high < low]
    text = _text(field, low, high)
    return (low, high), _conflict(field, text, [*losing, *outside])


def _belied(edge: Edge, seen: Iterable[Edge]) -> bool:
    """Whether a better word saw the tie outside of it."""
    return any(sighting.high < edge.low and sighting.word < edge.word for sighting in seen)


def _agreed(edges: Sequence[Edge]) -> tuple[int, int]:
    best = [edge for edge in edges if edge.word.trust == edges[0].word.trust]
    high = min(edge.high for edge in best)
    low = max(edge.low for edge in best if edge.low <= high)
    for edge in edges[len(best) :]:
        if edge.low <= high and low <= edge.high:
            low, high = max(low, edge.low), min(high, edge.high)
        elif edge.high < low and edge.far is not None and edge.far <= high:
            low, high = edge.low, edge.high
    return low, high


def _renews(edge: Edge, inner: Sequence[int]) -> bool:
    """Whether another claim's other side had come when this one's side comes."""
    own = edge.far is not None and edge.far <= edge.high
    return bisect_right(inner, edge.high) > own


def _conflict(field: str, kept: str, losing: Iterable[Edge]) -> tuple[Conflict, ...]:
    losers: dict[str, set[str]] = defaultdict(set)
    for edge in losing:
        losers[edge.text].add(edge.word.record)
    losers.pop(kept, None)
    if not losers:
        return ()
    others = tuple((text, tuple(sorted(records))) for text, records in sorted(losers.items()))
    return (Conflict(field=field, kept=kept, others=others),)


def _forwards(said: Said, span: DateSpan, far: int | None) -> Edge:
    low, high = span.earliest.toordinal(), span.latest.toordinal()
    return Edge(said.word, low, high, far, span.text)


def _backwards(said: Said, span: DateSpan, far: int | None) -> Edge:
    low, high = -span.latest.toordinal(), -span.earliest.toordinal()
    return Edge(said.word, low, high, far, span.text)


def _earliest(end: DateSpan | None) -> int | None:
    return end.earliest.toordinal() if end else None


def _latest(start: DateSpan | None) -> int | None:
    return -start.latest.toordinal() if start else None


def _text(field: str, low: int, high: int) -> str:
    first, last = (low, high) if field == "start" else (-high, -low)
    return DateSpan(_day(first), _day(last)).text


def _day(ordinal: int) -> date:
    return date.fromordinal(ordinal)
