"""Lines of one file that tell one and the same tie differently: which, what differs, what is kept.

What a tie is, and which of two values is believed, the graph says (`Tie.conflicts`). Free remarks
add to one another; so do figures of two dates, which tell how the tie went on.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from maillage.graph.model import Conflict, Graph, Record, Tie
from maillage.graph.vocabulary import TIE_KINDS, Label
from maillage.graph.wording import apart, fill
from maillage.ingest.loading.values_told import TIE_LABELS, is_told_of_tie, tie_value
from maillage.ingest.problems import Problem
from maillage.ingest.problems.other_line import other_line

# The others may differ from one day to another.
_OF_ANY_DAY = ("start", "status")
_ONE_OR_OTHER = (
    "{field} « {kept} » (gardé) ou « {other} »",
    "{field} “{kept}” (kept) or “{other}”",
)
_BOTH_WAYS = Label("orienté ou non (deux liens)", "directed or not (two ties)")

# Two lines by the ids of their records, and what differs.
_Contrast = tuple[str, str, Label]


def told_otherwise(records: Sequence[Record], graph: Graph) -> Iterator[Problem]:
    """One finding for two lines, at the later one."""
    contested = [tie for tie in graph.ties.values() if tie.conflicts]
    pairs = _both_ways(graph)
    # Of a long list few lines are wanted, in their order.
    wanted = {id_ for tie in chain(contested, *pairs) for id_ in tie.records}
    lines = {record.id: record for record in records if record.id in wanted}
    order = {id_: place for place, id_ in enumerate(lines)}
    found: dict[tuple[str, str], list[Label]] = defaultdict(list)
    for one, other, difference in (*_contrasts(contested, lines), *_directions(pairs, lines)):
        first, second = sorted((one, other), key=order.__getitem__)
        found[first, second].append(difference)
    for (first, second), differences in found.items():
        yield _problem(lines[first], lines[second], differences)


def _contrasts(ties: Iterable[Tie], lines: Mapping[str, Record]) -> Iterator[_Contrast]:
    for tie in ties:
        for conflict in tie.conflicts:
            if conflict.field in TIE_LABELS:
                yield from _of_conflict(tie, conflict, lines)


def _of_conflict(tie: Tie, conflict: Conflict, lines: Mapping[str, Record]) -> Iterator[_Contrast]:
    """Each line that lost with the first of those that say what is kept."""
    field = conflict.field
    lost = {id_ for _, ids in conflict.others for id_ in ids}
    won = [
        lines[id_]
        for id_ in tie.records
        if id_ in lines and id_ not in lost and is_told_of_tie(lines[id_], tie.kind, field)
    ]
    for value, ids in conflict.others:
        for line in (lines[id_] for id_ in ids if id_ in lines):
            one_day = (each for each in won if each.observed_on == line.observed_on)
            kept = next(iter(won) if field in _OF_ANY_DAY else one_day, None)
            if kept:
                values = {"kept": tie_value(field, conflict.kept), "other": tie_value(field, value)}
                yield kept.id, line.id, fill(_ONE_OR_OTHER, field=TIE_LABELS[field], **values)


def _both_ways(graph: Graph) -> list[tuple[Tie, Tie]]:
    """What would be one tie if one of the two were not said to be directed, or not to be."""
    unusual = {
        _undirected(tie): tie
        for tie in graph.ties.values()
        if tie.directed != TIE_KINDS[tie.kind].directed
    }
    if not unusual:
        return []
    return [
        (tie, other)
        for tie in graph.ties.values()
        if (other := unusual.get(_undirected(tie))) and tie.directed != other.directed
    ]


def _undirected(tie: Tie) -> tuple[str, str, str, str]:
    first, second = sorted((tie.source, tie.target))
    return first, second, tie.kind, tie.subtype


def _directions(
    pairs: Iterable[tuple[Tie, Tie]], lines: Mapping[str, Record]
) -> Iterator[_Contrast]:
    for pair in pairs:
        first, second = (next((id_ for id_ in tie.records if id_ in lines), None) for tie in pair)
        if first and second:
            yield first, second, _BOTH_WAYS


def _problem(first: Record, second: Record, differences: Sequence[Label]) -> Problem:
    return Problem.of(
        "tie_told_otherwise",
        sheet=second.sheet,
        row=second.line,
        first=other_line(first, second),
        differences=apart(differences),
    )
