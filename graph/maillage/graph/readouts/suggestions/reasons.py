"""Why two should meet: each reason a sentence, a part of the score, and what it rests upon."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from maillage.graph.adjacency import Floats
from maillage.graph.readouts.suggestions.contacts import Contacts
from maillage.graph.readouts.suggestions.lacks import CONDITIONS, Lacks
from maillage.graph.readouts.suggestions.nearness import Nearness
from maillage.graph.readouts.suggestions.two_steps import shared, worth
from maillage.graph.readouts.words.suggestions import COUNTS, WORDS
from maillage.graph.vocabulary import Label
from maillage.graph.wording import count, fill, joined

PartName = Literal["shared", "broker", "territory", "activity", "complement", "once"]
PART_LABELS: Mapping[str, Label] = {
    "shared": Label("liens communs", "links in common"),
    "broker": Label("peut être présenté", "can be introduced"),
    "territory": Label("territoire", "territory"),
    "activity": Label("activité", "activity"),
    "complement": Label("complémentarité", "complement"),
}
# What each is worth beside the partners in common, each of which is worth one over the number of
# those whose partner it is (resource allocation: on short lists Adamic and Adar's logarithm makes
# too much of a partner of whom little is known; `make bench` compares them).
BROKER, ACTIVITY = 0.25, 0.5
CONDITION, INDICATOR = 0.5, 0.4
TERRITORY = {"commune": 0.6, "distance": 0.5, "departement": 0.4, "region": 0.2}


@dataclass(frozen=True, slots=True)
class Part:
    """One reason: what it adds to the score, in words, by which ties and actors (rows)."""

    name: PartName
    score: float
    said: Label
    lines: tuple[int, ...] = ()
    actors: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Meeting:
    """Two who may be introduced. `one` is of whom the read-out is, if it is of anybody."""

    one: int
    other: int
    parts: tuple[Part, ...]
    # Whether this is reason enough.
    holds: bool

    @property
    def score(self) -> float:
        return sum(part.score for part in self.parts)

    @property
    def sentence(self) -> Label:
        return joined([part.said for part in self.parts], " ")

    def part(self, name: PartName) -> Part | None:
        return next((part for part in self.parts if part.name == name), None)


@dataclass(frozen=True, eq=False)
class Reasons:
    contacts: Contacts
    lacks: Lacks
    # Of whom everybody in question is a partner: in common, these say nothing.
    but: frozenset[int] = frozenset()

    def meeting(self, one: int, other: int) -> Meeting:
        parts = tuple(self._parts(one, other))
        return Meeting(one, other, parts, any(self._enough(part) for part in parts))

    def common(self, one: int, other: int) -> list[int]:
        """The partners in common that count, who is worth most first."""
        rows = shared(self.contacts.links, one, other).tolist()
        return sorted((row for row in rows if self.worths[row] > 0), key=self._rank)

    @cached_property
    def worths(self) -> Floats:
        found = worth(self.contacts.links, "resource_allocation") * self.contacts.between
        found[list(self.but)] = 0.0
        return found

    @cached_property
    def nearness(self) -> Nearness:
        return Nearness(self.contacts.subject)

    def _enough(self, part: Part) -> bool:
        """To live near one another, or to be of one pole, is no reason to meet."""
        if part.name == "shared":
            return not self.contacts.poles[list(part.actors)].all()
        return part.name in ("activity", "complement")

    # ------------------------------------------------------------------ the reasons

    def _parts(self, one: int, other: int) -> Iterator[Part]:
        common = self.common(one, other)
        if common:
            yield self._shared(one, other, common)
            yield from self._broker(one, other, common)
        near = self.nearness.territory(one, other)
        if near:
            yield Part("territory", TERRITORY[near.how], near.said, actors=(one, other))
        activity = self.nearness.activity(one, other)
        if activity:
            yield Part("activity", ACTIVITY, activity, actors=(one, other))
        if near or common:
            yield from self._complement(one, other)
        ended = self.contacts.ended(one, other)
        if ended:
            yield Part("once", 0.0, fill(WORDS["once"]), tuple(ended))

    def _shared(self, one: int, other: int, common: Sequence[int]) -> Part:
        """Those with whom both cooperate are partners; with others both merely have to do."""
        subject = self.contacts.subject
        close = [
            row for row in common if self._cooperates(one, row) and self._cooperates(other, row)
        ]
        rest = [row for row in common if row not in close]
        pair = {"one": subject.name(one), "other": subject.name(other)}
        said = []
        if close:
            partners = count(COUNTS["partners"], len(close))
            said.append(
                fill(WORDS["partners"], **pair, partners=partners, names=subject.some(close))
            )
        if rest:
            key = "also_circles" if close else "circles"
            said.append(fill(WORDS[key], **pair, names=subject.some(rest)))
        lines = [line for row in common for end in (one, other) for line in self._lines(end, row)]
        score = float(sum(self.worths[row] for row in common))
        return Part("shared", score, joined(said, " "), tuple(lines), tuple(common))

    def _broker(self, one: int, other: int, common: Sequence[int]) -> Iterator[Part]:
        """An organisation or pole that both know, of those that cooperate with both if there is
        one, and who has fewest partners."""
        able = [row for row in common if self.contacts.meetable[row]]
        able.sort(key=lambda row: not (self._cooperates(one, row) and self._cooperates(other, row)))
        if able:
            said = fill(WORDS["broker"], name=self.contacts.subject.name(able[0]))
            lines = (*self._lines(one, able[0]), *self._lines(other, able[0]))
            yield Part("broker", BROKER, said, lines, (able[0],))

    def _complement(self, one: int, other: int) -> Iterator[Part]:
        """What one of them would bring to the other, which is a pole."""
        poles, subject = self.contacts.poles, self.contacts.subject
        for pole, actor in ((one, other), (other, one)):
            if poles[pole] and not poles[actor]:
                code = self.lacks.brought(pole, actor)
                if code:
                    names = {"pole": subject.name(pole), "other": subject.name(actor)}
                    said = fill(WORDS[f"brings_{code}"], **names)
                    score = CONDITION if code in CONDITIONS else INDICATOR
                    yield Part("complement", score, said, actors=(pole, actor))

    # ------------------------------------------------------------------ helpers

    def _lines(self, one: int, other: int) -> list[int]:
        return self.contacts.lines(one, other)

    def _cooperates(self, one: int, other: int) -> bool:
        return self.contacts.by_cooperation(self._lines(one, other))

    def _rank(self, row: int) -> tuple[float, int]:
        return -float(self.worths[row]), row


def best(meetings: Collection[Meeting], most: int) -> list[Meeting]:
    """Those that hold, the highest score first."""
    held = [meeting for meeting in meetings if meeting.holds]
    held.sort(key=lambda meeting: (-round(meeting.score, 9), meeting.one, meeting.other))
    return held[:most]
