"""Lines of one file that tell one tie or one organisation differently: which, what differs, what is
kept.

What it is, and which of two values is believed, the graph says (`conflicts`). Free remarks add to
one another; so do figures of two dates, which tell how things went on.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from maillage.graph.model import Actor, Conflict, Graph, Record, Tie
from maillage.graph.vocabulary import TIE_KINDS, Label
from maillage.graph.wording import apart, fill
from maillage.ingest.loading.findings.contested import Contested
from maillage.ingest.loading.findings.values_told import (
    are_contrary,
    label_told,
    name_told,
    value_told,
)
from maillage.ingest.problems import Problem
from maillage.ingest.problems.other_line import other_line

# The others may differ from one day to another.
_OF_ANY_DAY = ("start", "status")
# Of an organisation, what is mostly worked out of its legal form, of which it is said.
_WORKED_OUT = ("kind", "legal_sector", "ess")
_ONE_OR_OTHER = (
    "{field} « {kept} » (gardé) ou « {other} »",
    "{field} “{kept}” (kept) or “{other}”",
)
_BOTH_WAYS = Label("orienté ou non (deux liens)", "directed or not (two ties)")


class _Contrast(NamedTuple):
    """Two lines by the ids of their records, what they tell otherwise, and of which actor, if it is
    not of a tie."""

    one: str
    other: str
    difference: Label
    actor: str | None = None


def told_otherwise(records: Sequence[Record], graph: Graph) -> Iterator[Problem]:
    """One finding for two lines, at the later one."""
    things: Iterator[Actor | Tie] = chain(graph.actors.values(), graph.ties.values())
    disputed = [thing for thing in things if thing.conflicts]
    pairs = _both_ways(graph)
    # Of a long list few lines are wanted, in their order.
    wanted = {id_ for thing in chain(disputed, *pairs) for id_ in thing.records}
    lines = {record.id: record for record in records if record.id in wanted}
    order = {id_: place for place, id_ in enumerate(lines)}
    found: dict[tuple[str, str, str | None], list[Label]] = defaultdict(list)
    for contrast in (*_contrasts(disputed, lines), *_directions(pairs, lines)):
        first, second = sorted((contrast.one, contrast.other), key=order.__getitem__)
        found[first, second, contrast.actor].append(contrast.difference)
    for (first, second, id_), differences in found.items():
        actor = None if id_ is None else graph.actors[id_]
        yield _problem(lines[first], lines[second], actor, differences)


def _contrasts(disputed: Iterable[Actor | Tie], lines: Mapping[str, Record]) -> Iterator[_Contrast]:
    for thing in disputed:
        own = {id_: lines[id_] for id_ in thing.records if id_ in lines}
        contested = Contested(None, thing, own)
        for conflict in thing.conflicts:
            if contested.is_talked_about(conflict) and conflict.field not in _WORKED_OUT:
                yield from _of_conflict(contested, conflict)


def _of_conflict(contested: Contested, conflict: Conflict) -> Iterator[_Contrast]:
    """Each line that lost with the first of those that say what is kept."""
    field, lines, thing = conflict.field, contested.lines, contested.after
    lost = {id_ for _, ids in conflict.others for id_ in ids}
    won = [
        line for id_, line in lines.items() if id_ not in lost and contested.tells(line, conflict)
    ]
    label = label_told(thing, field)
    actor = None if isinstance(thing, Tie) else thing.id
    for value, ids in conflict.others:
        for line in (lines[id_] for id_ in ids if id_ in lines):
            one_day = (each for each in won if each.observed_on == line.observed_on)
            kept = next(iter(won) if field in _OF_ANY_DAY else one_day, None)
            if kept and are_contrary(field, conflict.kept, value):
                words, other = (value_told(thing, field, one) for one in (conflict.kept, value))
                difference = fill(_ONE_OR_OTHER, field=label, kept=words, other=other)
                yield _Contrast(kept.id, line.id, difference, actor)


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
            yield _Contrast(first, second, _BOTH_WAYS)


def _problem(
    first: Record, second: Record, actor: Actor | None, differences: Sequence[Label]
) -> Problem:
    return Problem.of(
        "actor_told_otherwise" if actor else "tie_told_otherwise",
        sheet=second.sheet,
        row=second.line,
        name=name_told(actor) if actor else "",
        first=other_line(first, second),
        differences=apart(differences),
    )
