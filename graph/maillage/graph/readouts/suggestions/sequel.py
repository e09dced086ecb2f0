"""What became of an introduction: a tie since, of before, one that cannot be dated, or none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from maillage.graph.dates import DateSpan
from maillage.graph.model import Tie
from maillage.graph.paging import every
from maillage.graph.port import TieQuery
from maillage.graph.readouts.statement import Evidence, Statement
from maillage.graph.readouts.subject import Subject
from maillage.graph.readouts.suggestions.introductions import Pair, Said, pair_id
from maillage.graph.readouts.words.suggestions import COUNTS, WORDS
from maillage.graph.vocabulary import STANDING_LABELS, TIE_KINDS, Label, Status
from maillage.graph.wording import count, fill, listed, same, when

TIED, SEEN, CANNOT_TELL = "tied_since", "seen_since", "cannot_tell"
BEFORE, PLANNED, NOTHING_YET = "tied_before", "planned_since", "nothing_since"
# Which of several ties is told: the first of these.
ORDER = (TIED, BEFORE, SEEN, CANNOT_TELL, PLANNED)


@dataclass(frozen=True, eq=False)
class Sequel:
    """Of the introductions of one network."""

    network: Subject

    def told(self, acts: Mapping[Pair, Said]) -> Iterator[Statement]:
        """Introductions in the order of their dates, all of them first; then dismissals."""
        made = [
            self._introduced(pair, said) for pair, said in acts.items() if said.act == "introduced"
        ]
        if len(made) > 1:
            yield _became(made)
        yield from made
        for pair, said in acts.items():
            if said.act == "dismissed":
                yield self._statement(
                    pair, said, fill(WORDS["dismissed"], **self._told(pair, said))
                )

    def _introduced(self, pair: Pair, said: Said) -> Statement:
        on = DateSpan.parse(said.on)
        ties = sorted(
            self._between(pair), key=lambda tie: (ORDER.index(verdict_of(tie, on)), tie.id)
        )
        verdict = verdict_of(ties[0], on) if ties else NOTHING_YET
        since = self._since(verdict, ties[0]) if ties else fill(WORDS[NOTHING_YET])
        sentence = fill(WORDS["introduced"], **self._told(pair, said), since=since)
        return self._statement(pair, said, sentence, verdict, ties)

    def _since(self, verdict: str, tie: Tie) -> Label:
        seen = tie.first_observed or tie.last_observed
        return fill(
            WORDS[verdict],
            kind=TIE_KINDS[tie.kind].label,
            start=when(tie.start.text) if tie.start else same("…"),
            seen=when(seen.text) if seen else same("…"),
            who=self._who(tie),
        )

    def _who(self, tie: Tie) -> Label:
        """Who declares it; a third party has no name here."""
        rows = [self.network.rows[id_] for id_ in tie.declared_by if id_ in self.network.rows]
        if not rows:
            return STANDING_LABELS[tie.standing]
        return fill(WORDS["declared"], names=listed(self.network.names(rows)))

    def _between(self, pair: Pair) -> list[Tie]:
        one, other = pair
        reader = self.network.reader
        near = every(lambda after: reader.ties(TieQuery(actor=one, after=after)))
        return [tie for tie in near if other in (tie.source, tie.target)]

    def _told(self, pair: Pair, said: Said) -> dict[str, Label]:
        one, other = self.network.names(self.network.rows[id_] for id_ in pair)
        return {"on": when(said.on), "one": one, "other": other}

    def _statement(
        self, pair: Pair, said: Said, sentence: Label, verdict: str = "", ties: Sequence[Tie] = ()
    ) -> Statement:
        records = dict.fromkeys(record for tie in ties for record in tie.records)
        return Statement(
            code=said.act,
            section="introductions",
            sentence=sentence,
            figures={"id": pair_id(*pair), "on": said.on},
            evidence=Evidence(
                actors=pair, ties=tuple(tie.id for tie in ties), records=tuple(records)
            ),
            about=pair_id(*pair),
            verdict=verdict,
        )


def verdict_of(tie: Tie, on: DateSpan) -> str:
    """Of a tie between two who were introduced. To be seen is not to begin."""
    if tie.status is Status.PLANNED:
        return PLANNED
    if tie.start:
        if tie.start.earliest >= on.latest:
            return TIED
        return BEFORE if tie.start.latest < on.earliest else CANNOT_TELL
    if tie.first_observed:
        if tie.first_observed.earliest >= on.latest:
            return SEEN
        if tie.first_observed.latest < on.earliest:
            return BEFORE
    return CANNOT_TELL


def _became(made: Sequence[Statement]) -> Statement:
    tied = [said for said in made if said.verdict == TIED]
    return Statement(
        code="became",
        section="introductions",
        sentence=fill(
            WORDS["became"],
            introductions=count(COUNTS["introductions"], len(made)),
            tied=count(COUNTS["tied"], len(tied)),
        ),
        figures={"introductions": len(made), "tied": len(tied)},
        evidence=Evidence(
            ties=tuple(tie for said in tied for tie in said.evidence.ties),
            records=tuple(record for said in tied for record in said.evidence.records),
        ),
    )
