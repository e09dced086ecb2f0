"""Of what type a pole is: what sources say, where its ties and activities point, how surely.

The two are told apart and neither mends the other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from maillage.graph.fields import ACTOR_FIELDS, choice_label
from maillage.graph.model import Record, Value
from maillage.graph.readouts.conflicts import conflict
from maillage.graph.readouts.logics import Logics
from maillage.graph.readouts.sources import Sources
from maillage.graph.readouts.statement import (
    MOST_SENTENCES,
    UNKNOWN,
    Evidence,
    Readout,
    Statement,
    of_actors,
    up_to,
)
from maillage.graph.readouts.subject import Subject
from maillage.graph.readouts.type_signs import Pointed, by_activities, by_ties
from maillage.graph.readouts.words.typology import COUNTS, WORDS
from maillage.graph.vocabulary import Label
from maillage.graph.wording import capital, count, fill, joined, listed, same

ADAM, PODLEWSKI = "typology_adam", "typology_podlewski"
DECLARED = (
    ADAM, PODLEWSKI, "economic_dynamic", "impulse", "stage", "labels", "territory_type",
    "common_place",
)  # fmt: skip
# Words that lists write as a text, and are no choice of a field.
VALUES = ("deindustrialised", "periurban", "rural", "working_class_district")
NOWHERE = "nowhere"
# By what each type is seen, and what is looked at.
SEEN = {ADAM: (by_ties, "ties"), PODLEWSKI: (by_activities, "activities")}


def typology(subject: Subject) -> Readout:
    """Of one pole, or of all."""
    pole = subject.scope == "pole"
    told = _Pole(subject).statements() if pole else _of_all(subject)
    return Readout.of("typology", subject.id, [*told, *Logics(subject).statements()])


@dataclass(frozen=True, eq=False)
class _Pole:
    subject: Subject

    def statements(self) -> Iterator[Statement]:
        if silent := [field for field in DECLARED if field not in self.told]:
            yield _untold(silent, [self.subject.id])
        told_twice = (found for found in self.subject.actor.conflicts if found.field in DECLARED)
        yield from map(conflict, told_twice)
        yield _method()
        yield from (self._declared(field) for field in DECLARED if field in self.told)
        yield from self._notes()
        for field in SEEN:
            yield self.pointed(field, capital(ACTOR_FIELDS[field].label))

    @cached_property
    def told(self) -> Mapping[str, Value]:
        attributes = self.subject.graph.actors.attributes[self.subject.row]
        return {field: attributes[field] for field in DECLARED if field in attributes}

    def _declared(self, field: str) -> Statement:
        value = self.told[field]
        records = [record.id for record in self._records if _says(record, field, value)]
        sources = Sources(self.subject.reader, frozenset(records))
        return Statement(
            code="declared",
            section="declared",
            sentence=fill(
                WORDS["declared"],
                field=capital(ACTOR_FIELDS[field].label),
                value=_worded(value),
                by=sources.of(records),
            ),
            figures={field: list(value) if isinstance(value, tuple) else value},
            evidence=Evidence(actors=(self.subject.id,), records=tuple(records)),
            about=field,
        )

    @cached_property
    def _records(self) -> list[Record]:
        return list(self.subject.reader.records(self.subject.actor.records))

    def _notes(self) -> Iterator[Statement]:
        """Whether a type is stated or deduced is in the words of whoever wrote the line."""
        notes = self.subject.actor.attributes.get("note")
        for note in notes if isinstance(notes, tuple) and self.told else ():
            yield Statement(
                code="note",
                section="declared",
                sentence=fill(WORDS["note"], note=same(note.rstrip("."))),
                evidence=of_actors([self.subject.id]),
            )

    def pointed(self, field: str, head: Label) -> Statement:
        """`head`: what the sentence is of."""
        look, looked = SEEN[field]
        found = look(self.subject)
        lines = [line for signs in found.signs.values() for line in signs]
        evidence = (
            self.subject.evidence(lines) if field == ADAM else of_actors(self.subject.ids(lines))
        )
        return Statement(
            code="pointed",
            section="pointed",
            sentence=self._where(head, field, looked, found),
            figures={
                **{type_: len(signs) for type_, signs in found.signs.items()},
                "confidence": found.confidence,
                "told": str(self.told[field]) if field in self.told else None,
            },
            evidence=evidence,
            about=field,
            verdict=found.type or NOWHERE,
        )

    def _where(self, head: Label, field: str, looked: str, found: Pointed) -> Label:
        said = {"field": head, "looked": fill(WORDS[looked])}
        if not found.type:
            return fill(WORDS["nowhere"], signs=_signs(found), **said)
        leading = len(found.signs[found.type])
        sentence = fill(
            WORDS["pointed"],
            type=_worded(found.type),
            confidence=fill(WORDS[found.confidence]),
            signs=count(COUNTS["of_signs"], leading, of=found.total),
            **said,
        )
        told = self.told.get(field)
        if told is None:
            return sentence
        more = "agree" if told == found.type else "disagree"
        return fill(
            WORDS["with_said"], sentence=sentence, said=fill(WORDS[more], told=_worded(told))
        )


def _of_all(network: Subject) -> Iterator[Statement]:
    poles = [_Pole(network.pole(id_)) for id_ in network.ids(network.pole_rows)]
    if not poles:
        return
    told = [field for field in DECLARED if any(field in pole.told for pole in poles)]
    if silent := [field for field in DECLARED if field not in told]:
        yield _untold(silent, ())
    yield _method()
    yield from (_told_of_all(poles, field) for field in told)
    for field in SEEN:
        yield from _pointed_of_all(poles, field)


def _told_of_all(poles: Sequence[_Pole], field: str) -> Statement:
    telling = [pole for pole in poles if field in pole.told]
    counts = Counter(_key(pole.told[field]) for pole in telling)
    said = {_key(pole.told[field]): _worded(pole.told[field]) for pole in telling}
    names = [fill(WORDS["of_value"], value=said[key], n=n) for key, n in counts.most_common()]
    if silent := len(poles) - len(telling):
        names.append(fill(WORDS["not_told"], n=silent))
    return Statement(
        code="told_of",
        section="declared",
        sentence=fill(
            WORDS["told_of"],
            field=capital(ACTOR_FIELDS[field].label),
            names=joined(names, ", "),
        ),
        figures={**counts, "not_told": silent},
        evidence=of_actors([pole.subject.id for pole in telling]),
        about=field,
    )


def _pointed_of_all(poles: Sequence[_Pole], field: str) -> Iterator[Statement]:
    """How many, then each pole of which something is pointed to."""
    label = ACTOR_FIELDS[field].label
    found: list[Statement] = []
    for pole in poles:
        name = pole.subject.name(pole.subject.row)
        said = pole.pointed(field, fill(WORDS["of_pole"], name=name, field=label))
        if said.verdict != NOWHERE:
            figures = {**said.figures, "field": field}
            found.append(replace(said, about=pole.subject.id, figures=figures))
    both = [said for said in found if said.figures["told"]]
    agree = sum(1 for said in both if said.figures["told"] == said.verdict)
    yield Statement(
        code="headline",
        section="pointed",
        sentence=fill(
            WORDS["headline" if found else "headline_none"],
            field=capital(label),
            looked=fill(WORDS[SEEN[field][1]]),
            of_poles=count(COUNTS["poles"], len(found)),
            both=len(both),
            agree=agree,
        ),
        figures={"poles": len(found), "told_too": len(both), "agree": agree},
        evidence=of_actors([said.about for said in found]),
        about=field,
    )
    yield from up_to(MOST_SENTENCES, found, lambda said: said)


def _untold(fields: Sequence[str], poles: Sequence[str]) -> Statement:
    return Statement(
        code="untold",
        section=UNKNOWN,
        sentence=fill(
            WORDS["untold"], fields=listed([ACTOR_FIELDS[field].label for field in fields])
        ),
        figures={"fields": list(fields)},
        evidence=of_actors(poles),
    )


def _method() -> Statement:
    return Statement(code="method", section=UNKNOWN, sentence=fill(WORDS["method"]))


def _says(record: Record, field: str, value: Value) -> bool:
    return any(claim.attributes.get(field) == value for claim in record.actors)


def _signs(found: Pointed) -> Label:
    if not found.total:
        return fill(WORDS["no_sign"])
    names = [
        fill(WORDS["of_value"], value=_worded(type_), n=len(signs))
        for type_, signs in found.signs.items()
        if signs
    ]
    return count(COUNTS["signs"], found.total, names=joined(names, ", "))


def _key(value: Value) -> str:
    return "|".join(value) if isinstance(value, tuple) else str(value)


def _worded(value: Value) -> Label:
    if isinstance(value, tuple):
        return joined([_worded(each) for each in value], ", ")
    text = str(value)
    return fill(WORDS[text]) if text in VALUES else choice_label(text) or same(text)
