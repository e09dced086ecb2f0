"""Read-outs: answers in words."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from maillage.api.access.eyes import Eyes
from maillage.api.answers.schemas import ActorBrief, ActorOut
from maillage.api.answers.told import Readouts
from maillage.api.questions.question import FEW_DRAWS, is_large
from maillage.api.work.held import Held
from maillage.graph.errors import InvalidInput
from maillage.graph.measures.study import DEFAULT_PERMUTATIONS, DEFAULT_SEED
from maillage.graph.port import Reader
from maillage.graph.readouts.article9 import article9, article9_of_all
from maillage.graph.readouts.decloisonnement import decloisonnement
from maillage.graph.readouts.dependence import dependence
from maillage.graph.readouts.economy import economy
from maillage.graph.readouts.isolation import isolation
from maillage.graph.readouts.portrait import isolation_of
from maillage.graph.readouts.referentiel import referentiel
from maillage.graph.readouts.reliance import reliance
from maillage.graph.readouts.sharing import sharing
from maillage.graph.readouts.statement import Readout
from maillage.graph.readouts.subject import Subject
from maillage.graph.readouts.suggestions.readout import suggestions
from maillage.graph.readouts.typology import typology

MOST_MEMBERS = 500


class Profile(Readouts):
    """`members`: some, if there are very many; `ties`: those alive of the pole and within it."""

    pole: ActorOut
    members: list[ActorBrief]
    member_count: int
    ties: int


@dataclass(frozen=True, kw_only=True)
class _OfNetwork:
    at: str | None
    eyes: Eyes

    def is_heavy(self, held: Held) -> bool:
        return is_large(held)


@dataclass(frozen=True, kw_only=True)
class RelianceAsked(_OfNetwork):
    """Reliance, dependence and décloisonnement: of a pole, of an actor, else of everybody."""

    pole: str | None
    actor: str | None
    by: tuple[str, ...]
    permutations: int = DEFAULT_PERMUTATIONS
    seed: int = DEFAULT_SEED

    def is_heavy(self, held: Held) -> bool:
        return is_large(held) or self.permutations * max(1, len(self.by)) > FEW_DRAWS

    def answer(self, held: Held) -> Readouts:
        subject = self._subject(held.reader(self.eyes))
        found = [reliance(subject), dependence(subject)]
        # Boundaries are crossed by networks and poles; an actor only brokers between them.
        if subject.scope != "actor":
            found.append(
                decloisonnement(subject, self.by, permutations=self.permutations, seed=self.seed)
            )
        return Readouts.of(found, subject.view("cooperation").provenance, self.seed)

    def _subject(self, reader: Reader) -> Subject:
        if self.pole and self.actor:
            raise InvalidInput("one_of_two", one="pole", other="actor")
        if self.pole:
            return Subject.pole_of(reader, self.pole, self.at)
        return Subject.actor_or_all(reader, self.actor, self.at)


@dataclass(frozen=True, kw_only=True)
class IsolationAsked(_OfNetwork):
    def answer(self, held: Held) -> Readouts:
        reader = held.reader(self.eyes)
        source = reader.network(view="poles", at=self.at).provenance
        return Readouts.of([isolation(reader, self.at)], source)


@dataclass(frozen=True, kw_only=True)
class Article9Asked(_OfNetwork):
    """Of one pole, or of all: what can be said of them together comes first."""

    pole: str | None

    def answer(self, held: Held) -> Readouts:
        reader = held.reader(self.eyes)
        if self.pole is not None:
            found = article9(reader, self.pole, self.at)
            source = reader.network(pole=found.subject, at=self.at).provenance
            return Readouts.of([found], source)
        together, poles = article9_of_all(reader, self.at)
        return Readouts.of([together, *poles], reader.network(at=self.at).provenance)


@dataclass(frozen=True, kw_only=True)
class ReferentielAsked(_OfNetwork):
    pole: str
    version: str | None

    def answer(self, held: Held) -> Readouts:
        reader = held.reader(self.eyes)
        found = referentiel(reader, self.pole, self.version, self.at)
        source = reader.network(pole=found.subject, at=self.at).provenance
        return Readouts.of([found], source)


@dataclass(frozen=True, kw_only=True)
class EconomyAsked(_OfNetwork):
    pole: str

    def answer(self, held: Held) -> Readouts:
        subject = Subject.pole_of(held.reader(self.eyes), self.pole, self.at)
        return _of(economy(subject), subject)


@dataclass(frozen=True, kw_only=True)
class SharingAsked(_OfNetwork):
    """Of a pole or an actor, else of everybody."""

    whom: str | None

    def answer(self, held: Held) -> Readouts:
        subject = Subject.actor_or_all(held.reader(self.eyes), self.whom, self.at)
        return _of(sharing(subject), subject)


@dataclass(frozen=True, kw_only=True)
class TypologyAsked(_OfNetwork):
    """Of a pole, else of all."""

    pole: str | None

    def answer(self, held: Held) -> Readouts:
        subject = Subject.pole_or_all(held.reader(self.eyes), self.pole, self.at)
        return _of(typology(subject), subject)


@dataclass(frozen=True, kw_only=True)
class SuggestionsAsked(_OfNetwork):
    """`acts`: what tells the acts that are kept now from those kept before."""

    whom: str | None
    top: int
    acts: str

    def answer(self, held: Held) -> Readouts:
        subject = Subject.actor_or_all(held.reader(self.eyes), self.whom, self.at)
        return _of(suggestions(subject, self.top), subject)


@dataclass(frozen=True, kw_only=True)
class ProfileAsked(_OfNetwork):
    """All read-outs of one pole."""

    pole: str

    def answer(self, held: Held) -> Profile:
        reader = held.reader(self.eyes)
        subject = Subject.pole_of(reader, self.pole, self.at)
        graph, language = reader.columns(), self.eyes.language
        members = np.flatnonzero(subject.members).tolist()
        found = [
            reliance(subject),
            dependence(subject),
            article9(reader, subject.id, self.at),
            isolation_of(subject),
        ]
        told = Readouts.of(found, subject.view("cooperation").provenance)
        return Profile(
            pole=ActorOut.of(subject.actor, language),
            members=[ActorBrief.row(graph, row, language) for row in members[:MOST_MEMBERS]],
            member_count=len(members),
            ties=len(subject.lines),
            readouts=told.readouts,
            provenance=told.provenance,
        )


def _of(found: Readout, subject: Subject) -> Readouts:
    return Readouts.of([found], subject.view("cooperation").provenance)
