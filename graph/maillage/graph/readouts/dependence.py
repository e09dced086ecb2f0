"""Dependence, beside reliance: what breaks if the carrier, the leader or the funder leaves, and
what public bodies weigh in ties, votes, capital and finance.

Who holds the others together is read from direct ties and from meeting in one place: a member
that meets another somewhere has not lost every tie.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from maillage.graph.arrays import KIND_CODES
from maillage.graph.measures.values import Json
from maillage.graph.network import Network
from maillage.graph.readouts.cohesion import part_sizes, parts_said
from maillage.graph.readouts.coverage import Ledger
from maillage.graph.readouts.money import Money, unknown
from maillage.graph.readouts.statement import UNKNOWN, Readout, Statement, of_actors
from maillage.graph.readouts.subject import Rows, Subject
from maillage.graph.readouts.words.dependence import COUNTS, WORDS
from maillage.graph.readouts.words.reliance import COUNTS as NAMED
from maillage.graph.wording import count, decimal, fill, same

# Removals told in words; all are in the figures of `articulation_points`.
MOST_REMOVALS = 10


def dependence(subject: Subject) -> Readout:
    if not len(subject.lines):
        alone = Statement(code="no_tie", section=UNKNOWN, sentence=fill(WORDS["no_tie"]))
        return Readout.of("dependence", subject.id, [alone])
    return Readout.of("dependence", subject.id, _Profile(subject).statements())


@dataclass(frozen=True, eq=False)
class _Profile:
    subject: Subject

    def statements(self) -> Iterator[Statement]:
        subject = self.subject
        if subject.scope == "pole":
            if Ledger(subject.reader, subject.at).floor(subject.id) is None:
                yield unknown("no_list")
            yield from self._unnamed()
            yield self._carrier()
        yield self._leader()
        if subject.scope != "actor":
            yield from self._leaving()
        yield from Money(subject).statements()

    # ------------------------------------------------------------------ whom ties run through

    def _unnamed(self) -> Iterator[Statement]:
        subject, actors = self.subject, self.subject.graph.actors
        rows = np.flatnonzero(subject.members & (actors.collective | ~actors.named)).tolist()
        if rows:
            yield Statement(
                code="unnamed",
                section=UNKNOWN,
                sentence=count(COUNTS["unnamed"], len(rows)),
                figures={"actors": len(rows)},
                evidence=of_actors(subject.ids(rows)),
            )

    def _carrier(self) -> Statement:
        subject = self.subject
        carrying = KIND_CODES["carrier"]
        ties = subject.graph.ties
        rows = sorted(
            {
                int(ties.source[line])
                for line in subject.own_lines
                if ties.kind[line] == carrying and ties.target[line] == subject.row
            }
        )
        return self._through("through_carrier", rows) if rows else unknown("no_carrier")

    def _leader(self) -> Statement:
        """Whoever is at an end of most of the ties, the subject itself and gatherings apart."""
        ties = self.subject.graph.ties
        degree: Counter[int] = Counter()
        for line in self.subject.lines.tolist():
            degree.update({int(ties.source[line]), int(ties.target[line])})
        if self.subject.scope != "network":
            degree.pop(self.subject.row, None)
        organisations = [row for row in degree if not self.subject.gatherings[row]]
        if not organisations:
            return unknown("nobody_tied")
        most = max(degree[row] for row in organisations)
        leaders = sorted(row for row in organisations if degree[row] == most)
        if len(leaders) == 1:
            return self._through("through_leader", leaders)
        return self._level(leaders, most)

    def _level(self, rows: Sequence[int], each: int) -> Statement:
        """Several are tied as much, none more."""
        of = len(self.subject.lines)
        return Statement(
            code="through_leaders",
            section="leader",
            sentence=count(COUNTS["through_leaders"], each, of=of, leaders=len(rows),
                           names=self.subject.some(rows)),
            figures={"through": each, "ties": of, "share": each / of, "leaders": len(rows)},
            evidence=self.subject.evidence(self._at(rows), rows),
        )  # fmt: skip

    def _through(self, code: str, rows: Sequence[int]) -> Statement:
        lines, found = self.subject.lines, self._at(rows)
        return Statement(
            code=code,
            section="leader",
            sentence=count(COUNTS[code], len(found), of=len(lines), names=self.subject.some(rows)),
            figures={"through": len(found), "ties": len(lines), "share": len(found) / len(lines)},
            evidence=self.subject.evidence(found, rows),
        )

    def _at(self, rows: Sequence[int]) -> Rows:
        """The ties of which one of them is an end."""
        ties, lines = self.subject.graph.ties, self.subject.lines
        found: Rows = lines[np.isin(ties.source[lines], rows) | np.isin(ties.target[lines], rows)]
        return found

    # ------------------------------------------------------------------ who holds it together

    @cached_property
    def held(self) -> Network:
        """Named organisations, tied or meeting somewhere."""
        found = self.subject.view("cooperation")
        direct = np.zeros(len(found.ties.projected), np.bool_)
        return replace(found, ties=replace(found.ties, projected=direct))

    def _leaving(self) -> Iterator[Statement]:
        if not self.held.simple.size:
            yield unknown("nobody_tied")
            return
        impact = self.held.measure("removal_impact").value
        splitting = self.held.measure("articulation_points").value
        points = [str(id_) for id_ in splitting] if isinstance(splitting, list) else []
        left = {id_: _pair(impact[id_]) for id_ in points} if isinstance(impact, Mapping) else {}
        lost = self._lost
        yield self._before_leaving()
        yield self._articulation(points, left)
        telling = {id_: lost.get(id_, 0) for id_ in {*lost, *points}}
        order = sorted(telling, key=lambda id_: (-telling[id_], -left.get(id_, (0, 0))[1], id_))
        for id_ in order[:MOST_REMOVALS]:
            both = _pair(impact[id_]) if isinstance(impact, Mapping) else (0, 0)
            yield self._removal(id_, telling[id_], both)
        yield self._centralisation()

    @cached_property
    def _lost(self) -> Mapping[str, int]:
        """Of each, how many are tied to nobody else."""
        graph = self.held.simple
        alone = graph.degree == 1
        counts: Counter[str] = Counter()
        for one, other in ((graph.source, graph.target), (graph.target, graph.source)):
            counts.update(self.held.ids[row] for row in other[alone[one]].tolist())
        return counts

    def _before_leaving(self) -> Statement:
        """What each leaving is read against: meetings hold more together than direct ties do."""
        sizes = part_sizes(self.held)
        return Statement(
            code="before_leaving",
            section="leaving",
            sentence=fill(WORDS["before_leaving"], members=count(NAMED["members"], self.held.n),
                          parts=parts_said(sizes)),
            figures={"members": self.held.n, "components": list(sizes)},
            evidence=of_actors(self.held.ids),
        )  # fmt: skip

    def _articulation(
        self, points: Sequence[str], left: Mapping[str, tuple[int, int]]
    ) -> Statement:
        figures: dict[str, Json] = {
            id_: {"largest": largest, "parts": parts} for id_, (largest, parts) in left.items()
        }
        if not points:
            sentence = fill(WORDS["no_articulation"])
            return Statement(code="articulation_points", section="leaving", sentence=sentence)
        rows = [self.subject.rows[id_] for id_ in points]
        return Statement(
            code="articulation_points",
            section="leaving",
            sentence=fill(
                WORDS["articulation"],
                n=count(COUNTS["articulation"], len(points)),
                names=self.subject.some(rows),
            ),
            figures=figures,
            evidence=of_actors(points),
        )

    def _removal(self, id_: str, lost: int, left: tuple[int, int]) -> Statement:
        others = self.held.n - 1
        key = "lost_network" if self.subject.scope == "network" else "lost"
        row, (largest, parts) = self.subject.rows[id_], left
        return Statement(
            code="removal",
            section="leaving",
            sentence=fill(
                WORDS["removal"],
                name=self.subject.name(row),
                lost=count(COUNTS[key], lost, of=others),
                parts=count(COUNTS["parts"], parts),
                largest=largest,
            ),
            figures={"lost": lost, "others": others, "parts": parts, "largest": largest},
            evidence=self.subject.evidence(self._touching(row), [row]),
            about=id_,
        )

    def _centralisation(self) -> Statement:
        found = self.held.measure("centralization_degree")
        degree = found.value if isinstance(found.value, float) else None
        said = decimal(degree, 2) if degree is not None else same("–")
        return Statement(
            code="centralisation",
            section="leaving",
            sentence=fill(WORDS["centralisation"], degree=said),
            figures={"degree": degree, "reason": found.reason},
            evidence=of_actors(self.held.ids),
        )

    def _touching(self, row: int) -> list[int]:
        ties = self.subject.graph.ties
        touching = self.subject.alive & ((ties.source == row) | (ties.target == row))
        found: list[int] = np.flatnonzero(touching).tolist()
        return found


def _pair(value: object) -> tuple[int, int]:
    """[size of the largest, number of components]."""
    if isinstance(value, list):
        return int(value[0]), int(value[1])
    return 0, 0
