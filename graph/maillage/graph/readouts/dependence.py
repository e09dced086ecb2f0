"""Dependence, beside reliance: what breaks if the carrier, the leader or the funder leaves, and
what public bodies weigh in ties, votes, capital and finance.

Who holds the others together is read from direct ties and from meeting in one place: a member
that meets another somewhere has not lost every tie.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from maillage.graph.arrays import KIND_CODES, KIND_NAMES
from maillage.graph.measures.values import Json
from maillage.graph.network import Network
from maillage.graph.readouts.coverage import Ledger
from maillage.graph.readouts.statement import UNKNOWN, Evidence, Readout, Statement
from maillage.graph.readouts.subject import Subject, ranked
from maillage.graph.readouts.words.dependence import COUNTS, WORDS
from maillage.graph.vocabulary import TIE_KINDS, Family, Label, Sector
from maillage.graph.wording import count, decimal, fill, joined, number, percent, same

# Removals told in words; all are in the figures of `articulation_points`.
MOST_REMOVALS = 10
MOST_AUTHORITIES = 20
HUNDRED = 100


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
                yield _unknown("no_list")
            yield from self._unnamed()
            yield self._carrier()
        yield self._leader()
        if subject.scope != "actor":
            yield from self._leaving()
        if subject.scope != "network":
            yield self._funders()
            yield self._subsidy()
        yield from self._public()
        yield from self._authorities()

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
                evidence=Evidence(actors=subject.ids(rows)),
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
        return self._through("through_carrier", rows) if rows else _unknown("no_carrier")

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
            return _unknown("nobody_tied")
        first = min(organisations, key=lambda row: (-degree[row], row))
        return self._through("through_leader", [first])

    def _through(self, code: str, rows: Sequence[int]) -> Statement:
        ties, lines = self.subject.graph.ties, self.subject.lines
        found = lines[np.isin(ties.source[lines], rows) | np.isin(ties.target[lines], rows)]
        return Statement(
            code=code,
            section="leader",
            sentence=count(COUNTS[code], len(found), of=len(lines), names=self.subject.some(rows)),
            figures={"through": len(found), "ties": len(lines), "share": len(found) / len(lines)},
            evidence=self.subject.evidence(found, rows),
        )

    # ------------------------------------------------------------------ who holds it together

    @cached_property
    def held(self) -> Network:
        """Named organisations, tied or meeting somewhere."""
        found = self.subject.view("cooperation")
        direct = np.zeros(len(found.ties.projected), np.bool_)
        return replace(found, ties=replace(found.ties, projected=direct))

    def _leaving(self) -> Iterator[Statement]:
        if not self.held.simple.size:
            yield _unknown("nobody_tied")
            return
        impact = self.held.measure("removal_impact").value
        splitting = self.held.measure("articulation_points").value
        points = [str(id_) for id_ in splitting] if isinstance(splitting, list) else []
        left = {id_: _pair(impact[id_]) for id_ in points} if isinstance(impact, Mapping) else {}
        lost = self._lost
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

    def _articulation(
        self, points: Sequence[str], left: Mapping[str, tuple[int, int]]
    ) -> Statement:
        figures: dict[str, Json] = {
            id_: {"largest": largest, "parts": parts} for id_, (largest, parts) in left.items()
        }
        if not points:
            sentence = fill(WORDS["no_articulation"])
            return Statement(code="articulation_points", section="leaving", sentence=sentence)
        rows = [self._row(id_) for id_ in points]
        return Statement(
            code="articulation_points",
            section="leaving",
            sentence=fill(
                WORDS["articulation"],
                n=count(COUNTS["articulation"], len(points)),
                names=self.subject.some(rows),
            ),
            figures=figures,
            evidence=Evidence(actors=tuple(points)),
        )

    def _removal(self, id_: str, lost: int, left: tuple[int, int]) -> Statement:
        others = self.held.n - 1
        key = "lost_network" if self.subject.scope == "network" else "lost"
        row, (largest, parts) = self._row(id_), left
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
            evidence=Evidence(actors=self.held.ids),
        )

    def _row(self, id_: str) -> int:
        return self._rows[id_]

    @cached_property
    def _rows(self) -> Mapping[str, int]:
        return {id_: row for row, id_ in enumerate(self.subject.graph.actors.ids)}

    def _touching(self, row: int) -> list[int]:
        ties = self.subject.graph.ties
        touching = self.subject.alive & ((ties.source == row) | (ties.target == row))
        found: list[int] = np.flatnonzero(touching).tolist()
        return found

    # ------------------------------------------------------------------ money

    @cached_property
    def financing(self) -> list[int]:
        """Financing that comes to the subject, its members and its gatherings."""
        ties = self.subject.graph.ties
        paid = self.subject.alive & (ties.kind == KIND_CODES["financing"])
        found: list[int] = np.flatnonzero(paid & self.subject.inside[ties.target]).tolist()
        return found

    def _funders(self) -> Statement:
        ties = self.subject.graph.ties
        rows = sorted({int(ties.source[line]) for line in self.financing})
        if not rows:
            return _unknown("no_funder")
        collective = any(self.subject.graph.actors.collective[row] for row in rows)
        single = len(rows) == 1 and not collective
        return Statement(
            code="single_funder" if single else "funders",
            section="money",
            sentence=fill(
                WORDS["single_funder" if single else "funders"],
                n=count(COUNTS["funders"], len(rows)),
                names=self.subject.some(rows),
            ),
            figures={"funders": len(rows)},
            evidence=self.subject.evidence(self.financing, rows),
        )

    def _subsidy(self) -> Statement:
        actor = self.subject.actor
        share = actor.attributes.get("subsidy_share")
        if not isinstance(share, int | float):
            return _unknown("no_subsidy")
        told = [figure for figure in actor.figures if figure.field == "subsidy_share"]
        year = max((figure.year for figure in told if figure.year is not None), default=None)
        records = tuple(record for figure in told for record in figure.records)
        return Statement(
            code="subsidy",
            section="money",
            sentence=fill(
                WORDS["subsidy" if year else "subsidy_undated"],
                share=percent(share / HUNDRED),
                year=str(year),
            ),
            figures={"share": share / HUNDRED, "year": year},
            evidence=Evidence(actors=(actor.id,), records=records),
        )

    # ------------------------------------------------------------------ public bodies

    def _public(self) -> Iterator[Statement]:
        if self.subject.scope != "network":
            yield self._public_ties()
            yield self._public_votes()
        yield from self._public_finance()
        yield from self._public_capital()

    def _is_public(self, row: int) -> bool:
        return self.subject.graph.actors.sectors[row] == Sector.PUBLIC

    def _public_ties(self) -> Statement:
        met = self.subject.partners(self.subject.own_lines)
        sectors = self.subject.graph.actors.sectors
        known = [line for r, lines in met.items() if sectors[r] != Sector.UNKNOWN for line in lines]
        public = [line for row, lines in met.items() if self._is_public(row) for line in lines]
        return self._weight("public_ties", public, known)

    def _public_finance(self) -> Iterator[Statement]:
        lines, ties = self.financing, self.subject.graph.ties
        if not lines:
            if self.subject.scope == "network":
                yield _unknown("no_funder")
            return
        public = [line for line in lines if self._is_public(int(ties.source[line]))]
        amounts = {line: amount for line in lines if (amount := self._amount(line)) is not None}
        if silent := len(lines) - len(amounts):
            yield Statement(
                code="unknown_amounts",
                section=UNKNOWN,
                sentence=count(COUNTS["unknown_amounts"], silent)
                if amounts
                else fill(WORDS["no_amount"]),
                figures={"ties": silent},
            )
        paid = sum(amounts[line] for line in public if line in amounts)
        total = sum(amounts.values())
        said = fill(WORDS["amount"], public=_euros(paid), all=_euros(total)) if total else same("")
        figures: dict[str, Json] = {"amount": paid, "amounts": total} if total else {}
        yield self._weight("public_finance", public, lines, figures, amount=said)

    def _amount(self, line: int) -> float | None:
        value = self.subject.tie(line).attributes.get("amount_eur")
        return float(value) if isinstance(value, int | float) else None

    def _public_votes(self) -> Statement:
        """Votes told in memberships of the pole."""
        subject, ties = self.subject, self.subject.graph.ties
        votes: dict[int, float] = {}
        for line in subject.own_lines.tolist():
            if ties.target[line] != subject.row or ties.kind[line] != KIND_CODES["membership"]:
                continue
            value = subject.tie(line).attributes.get("votes")
            if isinstance(value, int | float):
                votes[line] = float(value)
        if not votes:
            return _unknown("no_votes")
        public = sum(n for line, n in votes.items() if self._is_public(int(ties.source[line])))
        total = sum(votes.values())
        return Statement(
            code="public_votes",
            section="public",
            sentence=fill(WORDS["public_votes"], n=_whole(public), of=_whole(total)),
            figures={"public": public, "known": total},
            evidence=subject.evidence(votes),
        )

    def _public_capital(self) -> Iterator[Statement]:
        """Direct shares in the subject and in the firms of the subject."""
        subject, ties = self.subject, self.subject.graph.ties
        held: dict[int, dict[int, float]] = {}
        holding = subject.alive & (ties.kind == KIND_CODES["shareholding"])
        for line in np.flatnonzero(holding & subject.inside[ties.target]).tolist():
            share = _share(ties.shares[line])
            if share is not None:
                held.setdefault(int(ties.target[line]), {})[line] = share
        if not held:
            yield _unknown("no_capital")
        for firm, shares in sorted(held.items()):
            public = sum(n for line, n in shares.items() if self._is_public(int(ties.source[line])))
            known = sum(shares.values())
            yield Statement(
                code="public_capital",
                section="public",
                sentence=fill(
                    WORDS["public_capital"],
                    name=subject.name(firm),
                    public=percent(public / HUNDRED),
                    known=percent(known / HUNDRED),
                ),
                figures={"public": public / HUNDRED, "known": known / HUNDRED},
                evidence=subject.evidence(shares, [firm]),
                about=subject.graph.actors.ids[firm],
            )

    def _weight(
        self,
        code: str,
        public: Sequence[int],
        known: Iterable[int],
        figures: Mapping[str, Json] | None = None,
        **said: Label,
    ) -> Statement:
        known = list(known)
        share = len(public) / len(known) if known else None
        return Statement(
            code=code,
            section="public",
            sentence=fill(WORDS[code], n=len(public), of=len(known), **said),
            figures={"public": len(public), "known": len(known), "share": share, **(figures or {})},
            evidence=self.subject.evidence(public),
        )

    def _authorities(self) -> Iterator[Statement]:
        """What each authority does here, the most present first."""
        ties, lines = self.subject.graph.ties, self.subject.lines.tolist()
        met: dict[int, list[int]] = {}
        for line in lines:
            for end in {int(ties.source[line]), int(ties.target[line])}:
                if self.subject.family(end) is Family.AUTHORITY:
                    met.setdefault(end, []).append(line)
        for row in sorted(met, key=lambda row: (-len(met[row]), row))[:MOST_AUTHORITIES]:
            kinds = ranked((KIND_NAMES[ties.kind[line]] for line in met[row]), TIE_KINDS)
            roles = [
                fill(WORDS["role"], label=TIE_KINDS[kind].label, n=n) for kind, n in kinds.items()
            ]
            yield Statement(
                code="authority",
                section="authorities",
                sentence=fill(
                    WORDS["authority"], name=self.subject.name(row), roles=joined(roles, ", ")
                ),
                figures=dict(kinds),
                evidence=self.subject.evidence(met[row], [row]),
                about=self.subject.graph.actors.ids[row],
            )


def _unknown(code: str) -> Statement:
    return Statement(code=code, section=UNKNOWN, sentence=fill(WORDS[code]))


def _pair(value: object) -> tuple[int, int]:
    """[size of the largest, number of components]."""
    if isinstance(value, list):
        return int(value[0]), int(value[1])
    return 0, 0


def _share(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None


def _whole(value: float) -> int | float:
    return int(value) if value == int(value) else value


def _euros(value: float) -> Label:
    return Label(number(round(value), "fr"), number(round(value), "en"))
