"""Whom a pole asks, and what: its members, and the ties that anybody has declared about each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from maillage.graph.model import Actor, Import, Record, Tie
from maillage.graph.paging import every
from maillage.graph.port import ActorQuery, Reader, TieQuery
from maillage.graph.vocabulary import ACTOR_KINDS, TIE_KINDS, Label, Layer, Status
from maillage.graph.wording import joined, same
from maillage.ingest.lists.asked import shown_name
from maillage.ingest.meant import meant_pole

_LAYERS = tuple(Layer)


@dataclass(frozen=True, slots=True)
class Members:
    """Those of a pole that can be asked, by name; the others have nobody to answer for them: groups
    and places, collectives, organisations that no source names."""

    pole: Actor
    asked: tuple[Actor, ...]
    left_out: tuple[Actor, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """A tie of a member, its other end, and who says that it is so."""

    tie: Tie
    partner: Actor
    said_by: Label

    @property
    def outgoing(self) -> bool:
        return self.tie.target == self.partner.id


def members_of_pole(network: Reader, said: str) -> Members:
    """Those that belong to the pole (an id or a name) as things stand."""
    pole = meant_pole(network, said)
    belonging = every(lambda after: network.actors(ActorQuery(pole=pole.id, after=after)))
    members = sorted(
        (actor for actor in belonging if actor.id != pole.id), key=lambda one: (one.name, one.id)
    )
    return Members(
        pole,
        tuple(actor for actor in members if can_answer(actor)),
        tuple(actor for actor in members if not can_answer(actor)),
    )


def ties_of(network: Reader, member: Actor) -> Iterator[Tie]:
    """The ties that the member can be asked about: all but those that are over."""
    found = every(lambda after: network.ties(TieQuery(actor=member.id, after=after)))
    return (tie for tie in found if tie.status is not Status.ENDED)


def questions(network: Reader, member: Actor) -> tuple[Question, ...]:
    """By layer and kind, then by the name of the other end."""
    imports = {item.id: item for item in network.imports()}
    found = [_question(network, member, tie, imports) for tie in ties_of(network, member)]
    return tuple(sorted(found, key=_place))


def _question(network: Reader, member: Actor, tie: Tie, imports: Mapping[str, Import]) -> Question:
    partner = network.actor(tie.target if tie.source == member.id else tie.source)
    speakers = [shown_name(network.actor(id_)) for id_ in tie.declared_by]
    sources = {
        name
        for record in network.records(tie.records)
        if record.declared_by is None
        for name in _sources(record, imports)
    }
    said_by = [*speakers, *(same(name) for name in sorted(sources))]
    return Question(tie, partner, joined(dict.fromkeys(said_by), ", "))


def _sources(record: Record, imports: Mapping[str, Import]) -> Iterator[str]:
    """The documents that a third party cites, else the list that says so."""
    cited = [name.strip() for name in record.source.split("|") if name.strip()]
    yield from cited or (imports[record.import_id].title,)


def can_answer(actor: Actor) -> bool:
    return actor.named and not actor.collective and not ACTOR_KINDS[actor.kind].gathering


def _place(question: Question) -> tuple[int, str, str, str]:
    kind = TIE_KINDS[question.tie.kind]
    return (_LAYERS.index(kind.layer), kind.name, question.partner.name, question.tie.id)
