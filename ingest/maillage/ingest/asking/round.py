"""A confirmation round: who was asked, who has answered, and where their ties stand now."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from maillage.graph.dates import DateSpan
from maillage.graph.errors import NotFound
from maillage.graph.model import Actor, Record
from maillage.graph.paging import every
from maillage.graph.port import ActorQuery, Reader, TieQuery
from maillage.graph.vocabulary import Standing, Status
from maillage.ingest.asking.questions import can_answer, members_of_pole, ties_of
from maillage.ingest.lists.answers import ANSWERS


@dataclass(frozen=True, slots=True)
class MemberRound:
    """A member (or one that has answered that it left), the day of its last answer if it has
    answered, its ties by standing."""

    member: Actor
    answers: int
    answered_on: DateSpan | None
    standings: Mapping[Standing, int]

    @property
    def answered(self) -> bool:
        return self.answers > 0

    @property
    def ties(self) -> int:
        return sum(self.standings.values())


@dataclass(frozen=True, slots=True)
class Round:
    pole: Actor
    members: tuple[MemberRound, ...]
    # Members that nobody can answer for.
    left_out: int

    @property
    def answered(self) -> int:
        return sum(one.answered for one in self.members)

    @property
    def response_rate(self) -> Fraction | None:
        """The share of the members that can be asked that have answered; none without members."""
        return Fraction(self.answered, len(self.members)) if self.members else None


def round_of(network: Reader, pole: str) -> Round:
    """Of a pole by id or name, as things stand: answers that were undone no longer count."""
    members = members_of_pole(network, pole)
    live = {item.id for item in network.imports() if item.live and item.list == ANSWERS.name}
    asked = {member.id: member for member in members.asked}
    asked |= {member.id: member for member in _gone(network, members.pole, live)}
    in_order = sorted(asked.values(), key=lambda one: (one.name, one.id))
    rounds = (_member_round(network, member, live) for member in in_order)
    return Round(members.pole, tuple(rounds), len(members.left_out))


def every_round(network: Reader) -> tuple[Round, ...]:
    """Of each pole that has members, by name."""
    poles = every(lambda after: network.actors(ActorQuery(kinds=("pole",), after=after)))
    rounds = (round_of(network, pole.id) for pole in sorted(poles, key=lambda one: one.name))
    return tuple(found for found in rounds if found.members or found.left_out)


def _gone(network: Reader, pole: Actor, live: set[str]) -> Iterator[Actor]:
    """Those that answered that they are members no longer: an answer all the same."""
    query = TieQuery(actor=pole.id, kinds=("membership",))
    for tie in every(lambda after: network.ties(replace(query, after=after))):
        if tie.status is Status.ENDED and any(id_.partition(":")[0] in live for id_ in tie.records):
            member = network.actor(tie.source)
            if can_answer(member) and any(_answers(network, member, live)):
                yield member


def _member_round(network: Reader, member: Actor, live: set[str]) -> MemberRound:
    given = list(_answers(network, member, live))
    days = [record.observed_on for record in given if record.observed_on]
    standings = Counter(tie.standing for tie in ties_of(network, member))
    last = max(days, key=lambda day: day.latest, default=None)
    return MemberRound(member, len(given), last, dict(standings))


def _answers(network: Reader, member: Actor, live: set[str]) -> Iterable[Record]:
    """The records in which the member speaks, of the answers that count."""
    near = [id_ for id_ in member.records if id_.partition(":")[0] in live]
    for record in network.records(near):
        speaker = record.declared_by
        if speaker and speaker.ids and _id(network, speaker.ids[0]) == member.id:
            yield record


def _id(network: Reader, id: str) -> str | None:
    try:
        return network.actor(id).id
    except NotFound:
        return None
