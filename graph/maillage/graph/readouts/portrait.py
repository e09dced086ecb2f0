"""Everything that can be said of a pole, or of the whole network, read-out by read-out."""

from __future__ import annotations

from collections.abc import Iterator

from maillage.graph.readouts.article9 import article9, article9_of_all
from maillage.graph.readouts.decloisonnement import decloisonnement
from maillage.graph.readouts.dependence import dependence
from maillage.graph.readouts.economy import economy
from maillage.graph.readouts.isolation import isolation
from maillage.graph.readouts.reliance import reliance
from maillage.graph.readouts.statement import Readout
from maillage.graph.readouts.subject import Subject
from maillage.graph.readouts.suggestions.readout import suggestions
from maillage.graph.readouts.typology import typology


def portrait(subject: Subject) -> Iterator[Readout]:
    """In the order in which a report tells them; economy is told of poles only."""
    at = subject.at.text if subject.at else None
    yield reliance(subject)
    yield dependence(subject)
    yield decloisonnement(subject)
    if subject.scope == "pole":
        yield article9(subject.reader, subject.id, at)
        yield isolation_of(subject)
        yield economy(subject)
    else:
        yield article9_of_all(subject.reader, at)[0]
        yield isolation(subject.reader, at)
    yield typology(subject)
    yield suggestions(subject)


def isolation_of(pole: Subject) -> Readout:
    """Where a pole stands among all: its line of the table, and what is said of all."""
    among = isolation(pole.reader, pole.at.text if pole.at else None)
    own = [said for said in among.statements if said.about in ("", pole.id)]
    return Readout.of(among.name, pole.id, own)
