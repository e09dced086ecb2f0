"""Evidence and sentences are there to be read: beyond a bound they are counted."""

from __future__ import annotations

from small_truth import Evidence, row, tie
from told_store import Telling

from maillage.graph.readouts.statement import MOST_EVIDENCE, Statement, up_to
from maillage.graph.readouts.subject import Subject
from maillage.graph.wording import same

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


def test_sentences_beyond_the_bound_are_counted() -> None:
    def tell(text: str) -> Statement:
        return Statement(code="one", section="money", sentence=same(text))

    found = list(up_to(2, "abcd", tell))
    assert [said.sentence.en for said in found] == ["a", "b", "And 2 others."]
    assert (found[-1].section, found[-1].figures) == ("money", {"more": 2, "of": "one"})
    assert list(up_to(2, "ab", tell)) == found[:2]
    assert list(up_to(2, "", tell)) == []
