"""Who funds, and what public bodies weigh in ties, votes, capital, finance: of dependence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypedDict

import numpy as np

from maillage.graph.arrays import KIND_CODES, KIND_NAMES
from maillage.graph.measures.ownership.registry import measure_ownership
from maillage.graph.measures.result import Result
from maillage.graph.measures.values import Json, plain
from maillage.graph.numerals import number
from maillage.graph.readouts.statement import UNKNOWN, Evidence, Statement
from maillage.graph.readouts.subject import Subject, ranked
from maillage.graph.readouts.words.dependence import COUNTS, WORDS
from maillage.graph.vocabulary import HOLDING, TIE_KINDS, Family, Label, Sector
from maillage.graph.wording import count, fill, joined, percent, same

MOST_AUTHORITIES = 20
HUNDRED = 100
# Shares closer than this are the same one.
SAME = 1e-9


class Public(TypedDict):
    """What public bodies have of a firm, as fractions; `known`: what has a known holder."""

    direct: float
    look_through: float | None
    votes: float
    known: float


@dataclass(frozen=True, eq=False)
class Money:
    subject: Subject

    def statements(self) -> Iterator[Statement]:
        if self.subject.scope != "network":
            yield self._funders()
            yield self._subsidy()
        yield from self._public()
        yield from self._authorities()

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
            return unknown("no_funder")
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
        told = self.subject.figures_of(actor, "subsidy_share")
        latest = max(told, key=lambda figure: figure.year or 0, default=None)
        if latest is None or not isinstance(latest.value, int | float):
            return unknown("no_subsidy")
        share, year = latest.value, latest.year
        return Statement(
            code="subsidy",
            section="money",
            sentence=fill(
                WORDS["subsidy" if year else "subsidy_undated"],
                share=percent(share / HUNDRED),
                year=str(year),
            ),
            figures={"share": share / HUNDRED, "year": year},
            evidence=Evidence(actors=(actor.id,), records=latest.records),
        )

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
        if not known:
            return unknown("no_public_ties")
        public = [line for row, lines in met.items() if self._is_public(row) for line in lines]
        return self._weight("public_ties", public, known)

    def _public_finance(self) -> Iterator[Statement]:
        lines, ties = self.financing, self.subject.graph.ties
        if not lines:
            if self.subject.scope == "network":
                yield unknown("no_funder")
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
            return unknown("no_votes")
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
        """Of the subject and the firms in it: at first hand, and through the firms between."""
        subject, capital = self.subject, self._capital
        firms = [firm for firm in capital if subject.inside[self.subject.rows[firm]]]
        if not firms:
            yield unknown("no_capital")
        for firm in firms:
            row, parts = self.subject.rows[firm], capital[firm]
            through = parts["look_through"]
            differ = abs(parts["votes"] - parts["direct"]) > SAME
            yield Statement(
                code="public_capital",
                section="public",
                sentence=fill(
                    WORDS["public_capital"],
                    name=subject.name(row),
                    public=percent(parts["direct"]),
                    through=percent(through) if through is not None else fill(WORDS["untold"]),
                    known=percent(parts["known"]),
                    votes=fill(WORDS["votes"], votes=percent(parts["votes"]))
                    if differ
                    else same(""),
                ),
                figures={
                    "direct": parts["direct"],
                    "look_through": through,
                    "votes": parts["votes"],
                    "known": parts["known"],
                },
                evidence=subject.evidence(self._held(row), [row]),
                about=firm,
            )

    @cached_property
    def _capital(self) -> Mapping[str, Public]:
        """Public shares of each firm that somebody is known to hold."""
        at = self.subject.at.text if self.subject.at else None
        names = ("lookthrough_by_kind", "direct_by_kind", "direct_total_known")
        found = measure_ownership(self.subject.reader.holdings(at=at), names)
        through, direct, votes, known = (_by_firm(result) for result in found)
        return {
            firm: Public(
                direct=_public_part(direct[firm]) or 0.0,
                look_through=_public_part(through.get(firm)),
                votes=_public_part(votes[firm]) or 0.0,
                known=_number(known[firm]),
            )
            for firm in direct
        }

    def _held(self, row: int) -> list[int]:
        ties = self.subject.graph.ties
        holding = self.subject.alive & (ties.kind == KIND_CODES[HOLDING])
        found: list[int] = np.flatnonzero(holding & (ties.target == row)).tolist()
        return found

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


def unknown(code: str) -> Statement:
    return Statement(code=code, section=UNKNOWN, sentence=fill(WORDS[code]))


def _by_firm(result: Result) -> Mapping[str, Json]:
    value = plain(result.value)
    return value if isinstance(value, dict) else {}


def _public_part(parts: Json) -> float | None:
    """None where a ring leaves it without an answer."""
    return _number(parts.get(Sector.PUBLIC.value)) if isinstance(parts, dict) else None


def _number(value: Json) -> float:
    return float(value) if isinstance(value, int | float) else 0.0


def _whole(value: float) -> int | float:
    return int(value) if value == int(value) else value


def _euros(value: float) -> Label:
    return Label(number(round(value), "fr"), number(round(value), "en"))
