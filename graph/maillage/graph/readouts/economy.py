"""The economy of a pole: each figure with its year and who tells it.

Nothing is added up: a pole, its carrier, a collective and the members in it count the same jobs.
Another year is an evolution; two values for one moment are a conflict, and both are told.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from maillage.graph.fields import ACTOR_FIELDS, YEARLY_FIELDS
from maillage.graph.model import Actor, Conflict, Figure, Value
from maillage.graph.readouts.sources import Sources
from maillage.graph.readouts.statement import UNKNOWN, Evidence, Readout, Statement, of_actors
from maillage.graph.readouts.subject import Subject
from maillage.graph.readouts.words.economy import COUNTS, WORDS
from maillage.graph.vocabulary import Label
from maillage.graph.wording import apart, capital, count, fill, joined, quantity, same

FIELDS = tuple(name for name in ACTOR_FIELDS if name in YEARLY_FIELDS)
# Of so many actors the figures are in the sentence; the others are in the evidence.
MOST_ACTORS = 8


def economy(pole: Subject) -> Readout:
    return Readout.of("economy", pole.id, _Economy(pole).statements())


@dataclass(frozen=True, eq=False)
class _Economy:
    subject: Subject

    def statements(self) -> Iterator[Statement]:
        pole, within = self.subject.actor, self.within
        figures = {field: self.subject.figures_of(pole, field) for field in FIELDS}
        yield from self._conflicts()
        yield self._untold([field for field, told in figures.items() if not told])
        for field, told in figures.items():
            if told:
                yield self._figure(field, told)
        told_within = {
            field: [actor for actor in within if self.subject.figures_of(actor, field)]
            for field in FIELDS
        }
        if any(told_within.values()):
            yield Statement(code="not_added", section="within", sentence=fill(WORDS["not_added"]))
        for field, actors in told_within.items():
            if actors:
                yield self._within(field, actors)

    @cached_property
    def within(self) -> list[Actor]:
        """Whoever is of the pole and has figures, the pole itself apart."""
        subject, attributes = self.subject, self.subject.graph.actors.attributes
        rows = [row for row in np.flatnonzero(subject.inside).tolist() if row != subject.row]
        rows = [row for row in rows if not YEARLY_FIELDS.isdisjoint(attributes[row])]
        return [subject.reader.actor(id_) for id_ in subject.ids(rows)]

    @cached_property
    def sources(self) -> Sources:
        actors = [self.subject.actor, *self.within]
        told = {id_ for actor in actors for figure in actor.figures for id_ in figure.records}
        lost = {id_ for actor in actors for found in actor.conflicts for id_ in _losing(found)}
        return Sources(self.subject.reader, frozenset(told | lost))

    # ------------------------------------------------------------------ what is not known

    def _conflicts(self) -> Iterator[Statement]:
        for actor in (self.subject.actor, *self.within):
            for found in actor.conflicts:
                if found.field in YEARLY_FIELDS:
                    yield self._conflict(actor, found)

    def _conflict(self, actor: Actor, found: Conflict) -> Statement:
        kept = [
            id_
            for figure in actor.figures
            if (figure.field, figure.value) == (found.field, found.kept)
            for id_ in figure.records
        ]
        others = [
            fill(WORDS["other_value"], value=_said(value), by=self.sources.of(records))
            for value, records in found.others
        ]
        return Statement(
            code="conflict",
            section=UNKNOWN,
            sentence=fill(
                WORDS["conflict"],
                name=self.subject.name(self.subject.rows[actor.id]),
                field=ACTOR_FIELDS[found.field].label,
                kept=_said(found.kept),
                by=self.sources.of(kept),
                others=joined(others, ", "),
            ),
            figures={
                "field": found.field,
                "kept": _plain(found.kept),
                "others": [_plain(value) for value, _ in found.others],
            },
            evidence=Evidence(actors=(actor.id,), records=(*kept, *_losing(found))),
            about=actor.id,
        )

    def _untold(self, fields: Sequence[str]) -> Statement:
        if len(fields) == len(FIELDS):
            return Statement(
                code="no_figure",
                section=UNKNOWN,
                sentence=fill(WORDS["no_figure"]),
                evidence=of_actors([self.subject.id]),
            )
        names = joined([ACTOR_FIELDS[field].label for field in fields], ", ")
        return Statement(
            code="untold",
            section=UNKNOWN,
            sentence=fill(WORDS["untold"], fields=names),
            figures={"fields": list(fields)},
            evidence=of_actors([self.subject.id]),
        )

    # ------------------------------------------------------------------ what is

    def _figure(self, field: str, told: Sequence[Figure]) -> Statement:
        return Statement(
            code="figure",
            section="figures",
            sentence=fill(
                WORDS["figure"],
                field=capital(ACTOR_FIELDS[field].label),
                values=joined([self._in_year(figure) for figure in told], ", "),
            ),
            figures={"values": [{"year": each.year, "value": _plain(each.value)} for each in told]},
            evidence=Evidence(
                actors=(self.subject.id,),
                records=tuple(id_ for figure in told for id_ in figure.records),
            ),
            about=field,
        )

    def _within(self, field: str, actors: Sequence[Actor]) -> Statement:
        told = {actor.id: self.subject.figures_of(actor, field) for actor in actors}
        said = [
            fill(
                WORDS["of_one"],
                name=self.subject.name(self.subject.rows[id_]),
                value=joined([self._in_year(figure) for figure in figures], ", "),
            )
            for id_, figures in list(told.items())[:MOST_ACTORS]
        ]
        if more := len(told) - len(said):
            said.append(count(COUNTS["more"], more))
        records = [id_ for figures in told.values() for each in figures for id_ in each.records]
        return Statement(
            code="within",
            section="within",
            sentence=fill(
                WORDS["within"],
                field=capital(ACTOR_FIELDS[field].label),
                who=count(COUNTS["who"], len(told)),
                values=apart(said),
            ),
            figures={
                id_: [{"year": each.year, "value": _plain(each.value)} for each in figures]
                for id_, figures in told.items()
            },
            evidence=Evidence(actors=tuple(told), records=tuple(dict.fromkeys(records))),
            about=field,
        )

    def _in_year(self, figure: Figure) -> Label:
        return fill(
            WORDS["in_year" if figure.year else "in_no_year"],
            value=_said(figure.value),
            year=str(figure.year),
            by=self.sources.of(figure.records),
        )


def _losing(found: Conflict) -> list[str]:
    return [id_ for _, records in found.others for id_ in records]


def _plain(value: Value) -> str | int | float:
    return value if isinstance(value, int | float) else str(value)


def _said(value: Value) -> Label:
    """A text where a figure was redacted."""
    return quantity(value) if isinstance(value, int | float) else same(str(value))
