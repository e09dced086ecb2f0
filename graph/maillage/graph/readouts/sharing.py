"""Employer groups and shared means: who shares what with whom, and how much of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from maillage.graph.arrays import FAR_AHEAD, KIND_CODES, KIND_NAMES, TIERS
from maillage.graph.readouts.coverage import ALL_TIES, Ledger
from maillage.graph.readouts.employer_groups import EmployerGroups
from maillage.graph.readouts.employer_groups_told import GroupsTold
from maillage.graph.readouts.shared_work import amounts, work_of
from maillage.graph.readouts.statement import MOST_SENTENCES, UNKNOWN, Readout, Statement, up_to
from maillage.graph.readouts.subject import Subject, ranked
from maillage.graph.readouts.words.reliance import COUNTS as OF_TIES
from maillage.graph.readouts.words.sharing import COUNTS, WORDS
from maillage.graph.vocabulary import TIE_KINDS, Label, Tier
from maillage.graph.wording import apart, capital, count, fill, same

STAFF = KIND_CODES["shared_staff"]
ENDING = OF_TIES["end_date_not_asked"]
MOST_NAMED = 4


def sharing(subject: Subject) -> Readout:
    return Readout.of("sharing", subject.id, _Sharing(subject).statements())


@dataclass(frozen=True, eq=False)
class _Sharing:
    subject: Subject

    def statements(self) -> Iterator[Statement]:
        if not self.groups.rows and not self.staff and not self.means:
            yield Statement(code="nothing", section=UNKNOWN, sentence=fill(WORDS["nothing"]))
            return
        yield from self._unknown()
        yield from GroupsTold(self.groups).statements()
        yield from up_to(MOST_SENTENCES, self.staff, self._staff)
        yield from self._means()

    @cached_property
    def groups(self) -> EmployerGroups:
        return EmployerGroups(self.subject)

    @cached_property
    def staff(self) -> list[int]:
        kinds = self.subject.graph.ties.kind
        return [line for line in self.subject.lines.tolist() if kinds[line] == STAFF]

    @cached_property
    def means(self) -> Mapping[str, list[int]]:
        """Other ties by which means are shared, by kind, the most frequent first."""
        ties, tier = self.subject.graph.ties, TIERS.index(Tier.MEANS)
        shared = {
            code
            for name, code in KIND_CODES.items()
            if TIE_KINDS[name].tier is Tier.MEANS and name != "employer_group"
        }
        lines = [
            line
            for line in self.subject.lines.tolist()
            if (ties.kind[line] in shared or ties.tier[line] == tier)
            and ties.kind[line] not in (STAFF, KIND_CODES["employer_group"])
        ]
        kinds = ranked((KIND_NAMES[ties.kind[line]] for line in lines), TIE_KINDS)
        return {
            kind: [line for line in lines if ties.kind[line] == KIND_CODES[kind]] for kind in kinds
        }

    # ------------------------------------------------------------------ what is not known

    def _unknown(self) -> Iterator[Statement]:
        subject = self.subject
        if subject.scope == "pole":
            complete = {found.list for found in Ledger(subject.reader, subject.at).of(subject.id)}
            if complete.isdisjoint(("employers", ALL_TIES)):
                yield Statement(code="no_list", section=UNKNOWN, sentence=fill(WORDS["no_list"]))
        bare = [row for row in self.groups.rows if not self._named(row)]
        if bare:
            yield Statement(
                code="no_employer",
                section=UNKNOWN,
                sentence=count(COUNTS["no_employer"], len(bare), names=subject.some(bare)),
                figures={"groups": len(bare)},
                evidence=subject.evidence(actors=bare),
            )
        told = [*self.staff, *self.groups.employing]
        if ending := self._ending:
            yield Statement(
                code="end_date_not_asked",
                section=UNKNOWN,
                sentence=count(ENDING, len(ending), of=len(self._told)),
                figures={"ties": len(ending), "of": len(self._told)},
                evidence=subject.evidence(ending),
            )
        if silent := [line for line in told if not work_of(subject, [line])]:
            yield Statement(
                code="silent",
                section=UNKNOWN,
                sentence=count(COUNTS["silent"], len(silent), of=len(told)),
                figures={"ties": len(silent), "of": len(told)},
                evidence=subject.evidence(silent),
            )

    @cached_property
    def _told(self) -> list[int]:
        """All the ties that are spoken of."""
        others = [line for lines in self.means.values() for line in lines]
        return sorted({*self.groups.employing, *self.staff, *others})

    @cached_property
    def _ending(self) -> list[int]:
        """Those that end some day, where no date is asked."""
        ends = self.subject.graph.ties.end_min
        return [line for line in self._told if not self.subject.at and ends[line] != FAR_AHEAD]

    def _named(self, group: int) -> list[int]:
        """Its employers that are one organisation with a name."""
        actors = self.subject.graph.actors
        return [
            r for r in self.groups.employers[group] if actors.named[r] and not actors.collective[r]
        ]

    # ------------------------------------------------------------------ staff and other means

    def _staff(self, line: int) -> Statement:
        subject, ties = self.subject, self.subject.graph.ties
        one, other = int(ties.source[line]), int(ties.target[line])
        work = work_of(subject, [line])
        said = fill(WORDS["staff_amounts"], amounts=amounts(work)) if work else same("")
        return Statement(
            code="staff",
            section="staff",
            sentence=fill(
                WORDS["staff_within" if subject.gatherings[other] else "staff"],
                one=subject.name(one),
                other=subject.name(other),
                amounts=said,
            ),
            figures=work,
            evidence=subject.evidence([line], [one, other]),
            about=ties.ids[line],
        )

    def _means(self) -> Iterator[Statement]:
        for kind, lines in self.means.items():
            yield Statement(
                code="means",
                section="means",
                sentence=fill(
                    WORDS["means"],
                    kind=capital(TIE_KINDS[kind].label),
                    ties=count(COUNTS["ties"], len(lines)),
                    names=self._between(lines),
                ),
                figures={"ties": len(lines)},
                evidence=self.subject.evidence(lines),
                about=kind,
            )

    def _between(self, lines: Sequence[int]) -> Label:
        """« A et B ; C et D ; 3 autres »."""
        subject, ties = self.subject, self.subject.graph.ties
        pairs = [
            fill(
                WORDS["pair"],
                one=subject.name(int(ties.source[line])),
                other=subject.name(int(ties.target[line])),
            )
            for line in lines[:MOST_NAMED]
        ]
        if more := len(lines) - len(pairs):
            pairs.append(count(COUNTS["more_pairs"], more))
        return apart(pairs)
