"""What in the graph speaks for or against an indicator of the référentiel.

Each sign looks at one pole and tells what it sees, or None: then nothing is known. An indicator
that no tie could show has no sign.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from maillage.graph.arrays import KIND_CODES, KIND_NAMES
from maillage.graph.readouts.subject import Subject
from maillage.graph.readouts.words.referentiel import COUNTS, WORDS
from maillage.graph.vocabulary import ACTOR_KINDS, TIE_KINDS, Family, Label, Layer, Sector
from maillage.graph.wording import count, fill, joined

SUPPORTS, CONTRADICTS = "supports", "contradicts"
# Fewer ties of known sectors than this say nothing of bridges that are not there.
FEWEST_TIES = 10

_COOPERATION = frozenset(
    code for name, code in KIND_CODES.items() if TIE_KINDS[name].layer is Layer.COOPERATION
)


@dataclass(frozen=True, slots=True)
class Sign:
    verdict: str
    said: Label
    lines: tuple[int, ...] = ()
    actors: tuple[int, ...] = ()
    records: tuple[str, ...] = ()


def place(pole: Subject) -> Sign | None:
    said = pole.actor.attributes.get("common_place")
    if said == "no":
        return Sign(CONTRADICTS, fill(WORDS["no_place"]), actors=(pole.row,))
    kinds = pole.graph.actors.kinds
    lines = _of_kinds(pole, pole.lines, "shared_premises")
    lines += [line for line in pole.own_lines.tolist() if kinds[pole.other_end(line)] == "place"]
    if lines:
        return _seen(pole, "place", lines)
    return Sign(SUPPORTS, fill(WORDS["place_said"]), actors=(pole.row,)) if said else None


def local_supply(pole: Subject) -> Sign | None:
    ties = pole.graph.ties
    lines = [
        line
        for line in _of_kinds(pole, pole.lines, "supply", "joint_purchase")
        if pole.departements(int(ties.source[line])) & pole.departements(int(ties.target[line]))
    ]
    return _seen(pole, "local_supply", lines)


def partners(pole: Subject) -> Sign | None:
    lines = [
        line
        for line in _cooperation(pole, pole.own_lines.tolist())
        if not pole.inside[pole.other_end(line)] and not pole.gatherings[pole.other_end(line)]
    ]
    return _seen(pole, "partners", lines)


def citizens(pole: Subject) -> Sign | None:
    sectors = pole.graph.actors.sectors
    lines = [
        line
        for line in pole.own_lines.tolist()
        if pole.family(pole.other_end(line)) is Family.CITIZENS
        or sectors[pole.other_end(line)] == Sector.CITIZENS
    ]
    if not lines and pole.actor.attributes.get("impulse") == "citizens":
        return Sign(SUPPORTS, fill(WORDS["citizens_said"]), actors=(pole.row,))
    return _seen(pole, "citizens", lines)


def levels(pole: Subject) -> Sign | None:
    lines = _with_family(pole, Family.AUTHORITY)
    return _seen(pole, "levels", lines) if len(pole.partners(lines)) > 1 else None


def knowledge(pole: Subject) -> Sign | None:
    return _seen(pole, "knowledge", _of_kinds(pole, pole.lines, "training", "research"))


def joint_action(pole: Subject) -> Sign | None:
    lines = _cooperation(pole, pole.lines.tolist())
    kinds = sorted({KIND_NAMES[pole.graph.ties.kind[line]] for line in lines})
    if len(kinds) < 2:
        return None
    names = joined([TIE_KINDS[kind].label for kind in kinds], ", ")
    return Sign(SUPPORTS, fill(WORDS["joint_action"], names=names), tuple(lines))


def synergies(pole: Subject) -> Sign | None:
    ties = pole.graph.ties
    lines = [
        line
        for line in _cooperation(pole, pole.lines.tolist())
        if pole.members[ties.source[line]] and pole.members[ties.target[line]]
    ]
    return _seen(pole, "synergies", lines)


def governance(pole: Subject) -> Sign | None:
    kinds = pole.graph.actors.kinds
    lines = _of_kinds(pole, pole.lines, "governance")
    lines += [
        line for line in pole.own_lines.tolist() if kinds[pole.other_end(line)] == "governance_body"
    ]
    lines += [
        line
        for line in _of_kinds(pole, pole.own_lines, "membership")
        if pole.tie(line).attributes.get("college")
    ]
    return _seen(pole, "governance", lines)


def growth(pole: Subject) -> Sign | None:
    """Jobs of the first year and of the last: more, or fewer."""
    figures = sorted(
        (item.year, item.value, item.records)
        for item in pole.figures_of(pole.actor, "jobs")
        if item.year is not None and isinstance(item.value, int | float)
    )
    if len(figures) < 2 or figures[0][1] == figures[-1][1]:
        return None
    (first, before, one), (last, after, other) = figures[0], figures[-1]
    said = fill(WORDS["growth"], before=before, first=str(first), after=after, last=str(last))
    verdict = SUPPORTS if after > before else CONTRADICTS
    return Sign(verdict, said, actors=(pole.row,), records=(*one, *other))


def creations(pole: Subject) -> Sign | None:
    ties = pole.graph.ties
    lines = [
        line
        for line in _of_kinds(pole, pole.own_lines, "creation", "founding")
        if ties.source[line] == pole.row
    ]
    return _seen(pole, "creations", lines)


def local_finance(pole: Subject) -> Sign | None:
    ties = pole.graph.ties
    lines = [
        line
        for line in _of_kinds(pole, pole.lines, "financing", "shareholding")
        if pole.inside[ties.target[line]]
    ]
    return _seen(pole, "local_finance", lines)


def research(pole: Subject) -> Sign | None:
    kinds = pole.graph.actors.kinds
    lines = _of_kinds(pole, pole.lines, "research")
    lines += [
        line
        for line in _cooperation(pole, pole.own_lines.tolist())
        if kinds[pole.other_end(line)] in ("research", "higher_education")
    ]
    return _seen(pole, "research", lines)


def bridges(pole: Subject) -> Sign | None:
    """Cooperation between members (or of the pole with others) of two known sectors."""
    ties, sectors = pole.graph.ties, pole.graph.actors.sectors
    known = (Sector.PUBLIC, Sector.ESS, Sector.PRIVATE)
    ends = {
        line: (sectors[ties.source[line]], sectors[ties.target[line]])
        for line in _cooperation(pole, pole.lines.tolist())
    }
    decided = {line: pair for line, pair in ends.items() if set(pair) <= set(known)}
    crossing = [line for line, (one, other) in decided.items() if one != other]
    if crossing:
        return _seen(pole, "bridges", crossing)
    if len(decided) < FEWEST_TIES:
        return None
    names = count(COUNTS["ties"], len(decided))
    return Sign(CONTRADICTS, fill(WORDS["no_bridge"], names=names), tuple(decided))


def insertion(pole: Subject) -> Sign | None:
    actors = pole.graph.actors
    found = [
        row
        for row in {*pole.inside.nonzero()[0].tolist(), *pole.partners(pole.own_lines)}
        if {"insertion", "geiq"} & set(_flags(actors.attributes[row].get("flags")))
    ]
    if not found:
        return None
    found.sort()
    met = pole.partners(pole.own_lines)
    lines = tuple(line for row in found for line in met.get(row, ()))
    return Sign(SUPPORTS, fill(WORDS["insertion"], names=pole.some(found)), lines, tuple(found))


# The indicators of 2012 that a graph can speak of. A version that repeats one word for word has
# its sign too.
SIGNS: Mapping[str, Callable[[Subject], Sign | None]] = {
    "a1": place,
    "b1": local_supply,
    "c1": partners,
    "c2": citizens,
    "c3": levels,
    "d2": knowledge,
    "e1": joint_action,
    "e2": synergies,
    "f2": governance,
    "g1": growth,
    "g2": creations,
    "g3": local_finance,
    "h1": research,
    "i2": bridges,
    "i3": insertion,
}


def _seen(pole: Subject, key: str, lines: Sequence[int]) -> Sign | None:
    """Whom the ties are with; None if there is none."""
    if not lines:
        return None
    ties = pole.graph.ties
    chosen = sorted(set(lines))
    ends = dict.fromkeys(
        int(end) for line in chosen for end in (ties.source[line], ties.target[line])
    )
    ends.pop(pole.row, None)
    actors = tuple(ends)
    said = fill(WORDS[key], names=pole.some(actors))
    return Sign(SUPPORTS, said, tuple(chosen), actors)


def _of_kinds(pole: Subject, lines: Iterable[int], *kinds: str) -> list[int]:
    codes = {KIND_CODES[kind] for kind in kinds}
    return [int(line) for line in lines if pole.graph.ties.kind[line] in codes]


def _cooperation(pole: Subject, lines: Iterable[int]) -> list[int]:
    return [line for line in lines if pole.graph.ties.kind[line] in _COOPERATION]


def _with_family(pole: Subject, family: Family) -> list[int]:
    kinds = pole.graph.actors.kinds
    return [
        line
        for line in pole.own_lines.tolist()
        if ACTOR_KINDS[kinds[pole.other_end(line)]].family is family
    ]


def _flags(value: object) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else ()
