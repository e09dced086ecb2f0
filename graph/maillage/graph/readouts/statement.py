"""What a read-out is: statements in order, each a sentence with its figures and its evidence.

What is not known comes first (the section `unknown`). A statement claims no more than what the
ties, actors and records of its evidence say.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from maillage.graph.measures.values import Json
from maillage.graph.readouts.words.sections import COUNTS
from maillage.graph.vocabulary import Label
from maillage.graph.wording import count

Thing = TypeVar("Thing")

UNKNOWN = "unknown"
# Evidence is there to be clicked through; beyond this it is counted.
MOST_EVIDENCE = 500
# Sentences of one sort that somebody still reads; beyond, they are counted too.
MOST_SENTENCES = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Ids of what a statement rests upon; `more` ties and `more_actors` are counted, not listed."""

    actors: tuple[str, ...] = ()
    ties: tuple[str, ...] = ()
    records: tuple[str, ...] = ()
    more: int = 0
    more_actors: int = 0


def of_actors(ids: Sequence[str]) -> Evidence:
    """Evidence of actors alone."""
    more = max(len(ids) - MOST_EVIDENCE, 0)
    return Evidence(actors=tuple(ids[:MOST_EVIDENCE]), more_actors=more)


NOTHING = Evidence()


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """`about`: the actor, indicator or partition that is spoken of, where there are several.
    `verdict`: what is concluded, as a word of the read-out (`met`, `isolated`, …), if anything."""

    code: str
    section: str
    sentence: Label
    figures: Mapping[str, Json] = field(default_factory=dict)
    evidence: Evidence = NOTHING
    about: str = ""
    verdict: str = ""

    def to_json(self) -> dict[str, Json]:
        """Both languages: the reader chooses."""
        evidence: dict[str, Json] = {
            "actors": list(self.evidence.actors),
            "ties": list(self.evidence.ties),
            "records": list(self.evidence.records),
            "more": self.evidence.more,
            "more_actors": self.evidence.more_actors,
        }
        return {
            "code": self.code,
            "section": self.section,
            "about": self.about or None,
            "verdict": self.verdict or None,
            "sentence": {"fr": self.sentence.fr, "en": self.sentence.en},
            "figures": dict(self.figures),
            "evidence": evidence,
        }


def up_to(
    most: int, things: Sequence[Thing], tell: Callable[[Thing], Statement]
) -> Iterator[Statement]:
    """A sentence on each of so many things; of the others how many they are."""
    said = None
    for thing in things[:most]:
        said = tell(thing)
        yield said
    if said and (more := len(things) - most) > 0:
        sentence = count(COUNTS["more"], more)
        figures: dict[str, Json] = {"more": more, "of": said.code}
        yield Statement(code="more", section=said.section, sentence=sentence, figures=figures)


@dataclass(frozen=True, slots=True)
class Readout:
    """One read-out of one actor or pole, or (`subject` empty) of the whole network."""

    name: str
    subject: str
    statements: tuple[Statement, ...]

    @classmethod
    def of(cls, name: str, subject: str, statements: Iterable[Statement]) -> Readout:
        """What is not known first; then section by section, in the order they are first told."""
        told = list(statements)
        order = dict.fromkeys([UNKNOWN, *(statement.section for statement in told)])
        place = {section: number for number, section in enumerate(order)}
        told.sort(key=lambda statement: place[statement.section])
        return cls(name, subject, tuple(told))

    def said(self, code: str, about: str = "") -> Statement:
        """The statement of this code (of this actor, indicator or partition)."""
        for statement in self.statements:
            if statement.code == code and about in ("", statement.about):
                return statement
        raise KeyError(code)

    def to_json(self) -> dict[str, Json]:
        return {
            "readout": self.name,
            "subject": self.subject or None,
            "statements": [statement.to_json() for statement in self.statements],
        }
