"""Evidence is there to be clicked through: beyond a bound it is counted."""

from __future__ import annotations

from small_truth import Evidence, row, tie
from told_store import Telling

from maillage.graph.readouts.statement import MOST_EVIDENCE
from maillage.graph.readouts.subject import Subject

BEYOND = 3


def test_actors_and_ties_beyond_the_bound_are_counted(tell: Telling) -> None:
    told = Evidence()
    others = [f"a{place:04d}" for place in range(MOST_EVIDENCE + BEYOND)]
    told.load(row("o", kind="enterprise"), *(row(id_, kind="enterprise") for id_ in others))
    told.load(*(tie(id_, "o") for id_ in others))
    subject = Subject.network_of(tell(told))
    found = subject.evidence(subject.lines, [subject.rows[id_] for id_ in others])
    assert found.actors == tuple(others[:MOST_EVIDENCE])
    assert (len(found.ties), found.more, found.more_actors) == (MOST_EVIDENCE, BEYOND, BEYOND)
