"""Whom should they meet, and why; and what became of the introductions already made?

Of an actor, of a pole (whom it should meet, and which of its members should), of the network. A
pair that is tied, or soon will be, is never proposed, nor is a person; a pair once introduced or
dismissed does not come back.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import product

import numpy as np

from maillage.graph.measures.values import Json
from maillage.graph.readouts.coverage import Ledger
from maillage.graph.readouts.statement import UNKNOWN, Readout, Statement
from maillage.graph.readouts.subject import Subject
from maillage.graph.readouts.suggestions.contacts import Contacts
from maillage.graph.readouts.suggestions.introductions import Pair, Said, acts, pair_id
from maillage.graph.readouts.suggestions.lacks import Lacks
from maillage.graph.readouts.suggestions.reasons import Meeting
from maillage.graph.readouts.suggestions.search import Search
from maillage.graph.readouts.suggestions.sequel import Sequel
from maillage.graph.readouts.suggestions.two_steps import partners, worth
from maillage.graph.readouts.words.suggestions import COUNTS, WORDS
from maillage.graph.vocabulary import Label
from maillage.graph.wording import count, fill

MOST = 10
# Below these nothing is claimed of whom somebody lacks, or of who should meet at all.
FEWEST_PARTNERS, FEWEST_LINKS = 3, 10


def suggestions(subject: Subject, most: int = MOST) -> Readout:
    """The best `most` of each section, what is not known first."""
    return Readout.of("suggestions", subject.id, _Round(subject, most).statements())


@dataclass(frozen=True, eq=False)
class _Round:
    subject: Subject
    most: int

    def statements(self) -> Iterator[Statement]:
        if self.subject.scope != "network" and not self.contacts.meetable[self.subject.row]:
            yield self._not_known("no_meeting", fill(WORDS["no_meeting"], name=self._name))
            return
        yield from self._unknown()
        if self.subject.scope != "network":
            yield from self._proposed(self.search.for_one(self.subject.row, self.most))
        elif self.enough:
            yield from self._proposed(self.search.for_all(self.most))
        if self.subject.scope == "pole":
            yield from self._members()
        yield from self._planned()
        yield from Sequel(self.network).told(self._acts_of_subject)

    # ------------------------------------------------------------------ what is known

    @cached_property
    def network(self) -> Subject:
        """The whole, whatever the read-out is of: partners in common may be anywhere."""
        return self.subject.whole

    @cached_property
    def contacts(self) -> Contacts:
        return Contacts(self.network)

    @cached_property
    def ledger(self) -> Ledger:
        return Ledger(self.subject.reader, self.subject.at)

    @cached_property
    def search(self) -> Search:
        houses = [
            [self.contacts.house(self.network.rows[id_]) for id_ in pair] for pair in self.acts
        ]
        pairs = (pair for ends in houses for pair in product(*ends))
        closed = {(min(pair), max(pair)) for pair in pairs}
        return Search(self.contacts, Lacks(self.contacts, self.ledger), closed)

    @cached_property
    def acts(self) -> dict[Pair, Said]:
        return dict(acts(self.subject.reader))

    @cached_property
    def _acts_of_subject(self) -> dict[Pair, Said]:
        """Of a pole also those of its members with one another."""
        if self.subject.scope == "network":
            return self.acts
        inside = set(self.subject.ids(np.flatnonzero(self.subject.members).tolist()))
        return {
            pair: said
            for pair, said in self.acts.items()
            if self.subject.id in pair or inside.issuperset(pair)
        }

    @property
    def enough(self) -> bool:
        return self.contacts.known >= FEWEST_LINKS

    @property
    def _name(self) -> Label:
        return self.subject.name(self.subject.row)

    # ------------------------------------------------------------------ what is not

    def _unknown(self) -> Iterator[Statement]:
        if self.subject.scope != "network":
            known = len(partners(self.contacts.links, self.subject.row))
            if known < FEWEST_PARTNERS:
                links = count(COUNTS["known_partners"], known)
                sentence = fill(WORDS["few_partners"], links=links, name=self._name)
                yield self._not_known("few_partners", sentence, known)
            yield from self._coverage()
        elif self.enough:
            yield from self._coverage()
            if not self.search.whole:
                yield self._not_known("only_partners", fill(WORDS["only_partners"]))
        else:
            links = count(COUNTS["links"], self.contacts.known)
            yield self._not_known(
                "too_few", fill(WORDS["too_few"], links=links), self.contacts.known
            )

    def _coverage(self) -> Iterator[Statement]:
        """A tie that nobody has told is no tie that is missing."""
        if self.subject.scope == "pole":
            if self.ledger.floor(self.subject.id) is None:
                yield self._not_known("coverage", fill(WORDS["coverage_pole"], name=self._name))
            return
        poles = self.network.ids(self.network.pole_rows)
        documented = sum(1 for pole in poles if self.ledger.floor(pole))
        if documented < len(poles) or not poles:
            said = count(COUNTS["documented"], documented, of=len(poles))
            yield self._not_known("coverage", fill(WORDS["coverage"], documented=said), documented)

    def _not_known(self, code: str, sentence: Label, n: int | None = None) -> Statement:
        return Statement(
            code=code, section=UNKNOWN, sentence=sentence, figures={} if n is None else {"n": n}
        )

    # ------------------------------------------------------------------ whom

    def _proposed(self, found: Sequence[Meeting]) -> Iterator[Statement]:
        if not found:
            sentence = fill(WORDS["nothing"])
            if self.subject.scope != "network":
                sentence = fill(WORDS["nothing_for"], name=self._name)
            yield Statement(code="nothing", section="suggestions", sentence=sentence)
        yield from (self._meeting(meeting, "suggestions") for meeting in found)

    def _members(self) -> Iterator[Statement]:
        carriers = {one for one, pole in self.contacts.carriers if pole == self.subject.row}
        members = np.flatnonzero(self.subject.members).tolist()
        but = frozenset({self.subject.row, *carriers})
        for meeting in self.search.within(members, but, self.most):
            yield self._meeting(meeting, "between_members")

    def _meeting(self, meeting: Meeting, section: str) -> Statement:
        one, other = self.network.ids((meeting.one, meeting.other))
        lines = dict.fromkeys(line for part in meeting.parts for line in part.lines)
        actors = dict.fromkeys(
            (meeting.one, meeting.other, *(row for part in meeting.parts for row in part.actors))
        )
        return Statement(
            code="meeting",
            section=section,
            sentence=self._sentence(meeting),
            figures=self._figures(meeting, one, other),
            evidence=self.network.evidence(lines, actors),
            about=pair_id(one, other),
            verdict="proposed",
        )

    def _sentence(self, meeting: Meeting) -> Label:
        """Who they are is said by their partners in common, or first."""
        if meeting.part("shared"):
            return meeting.sentence
        one, other = self.network.names((meeting.one, meeting.other))
        pair = fill(WORDS["pair"], one=one, other=other)
        return Label(f"{pair.fr} {meeting.sentence.fr}", f"{pair.en} {meeting.sentence.en}")

    def _figures(self, meeting: Meeting, one: str, other: str) -> dict[str, Json]:
        shared = meeting.part("shared")
        common = shared.actors if shared else ()
        names = self.network.names((meeting.one, meeting.other))
        parts: dict[str, Json] = {part.name: part.score for part in meeting.parts}
        index = worth(self.contacts.links, "adamic_adar")
        return {
            "id": pair_id(one, other),
            "one": one,
            "other": other,
            "names": [{"fr": name.fr, "en": name.en} for name in names],
            "score": meeting.score,
            "parts": parts,
            "common": len(common),
            "adamic_adar": float(index[list(common)].sum()),
            "resource_allocation": shared.score if shared else 0.0,
            "km": self.search.reasons.nearness.distance(meeting.one, meeting.other),
        }

    def _planned(self) -> Iterator[Statement]:
        """Pairs of whom only a plan is known: so many of them, and how many more there are."""
        pairs = sorted(self.contacts.planned.items())
        if self.subject.scope != "network":
            pairs = [item for item in pairs if self.subject.row in item[0]]
        for pair, lines in pairs[: self.most]:
            one, other = self.network.names(pair)
            yield Statement(
                code="planned",
                section="planned",
                sentence=fill(WORDS["planned"], one=one, other=other),
                evidence=self.network.evidence(lines, pair),
                about=pair_id(*self.network.ids(pair)),
                verdict="planned",
            )
        more = len(pairs) - self.most
        if more > 0:
            sentence = count(COUNTS["planned_more"], more)
            yield Statement(
                code="planned_more", section="planned", sentence=sentence, figures={"n": more}
            )
