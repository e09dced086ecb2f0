"""Employer groups and shared means: who shares staff with whom, how much, and what joins two poles.

Work is summed within one group only, over the ties that tell it: each tells of its own employer.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import fsum

from maillage.graph.arrays import FAR_AHEAD, KIND_CODES, KIND_NAMES, TIERS
from maillage.graph.measures.values import Json
from maillage.graph.readouts.coverage import ALL_TIES, Ledger
from maillage.graph.readouts.employer_groups import EmployerGroups
from maillage.graph.readouts.statement import UNKNOWN, Readout, Statement
from maillage.graph.readouts.subject import Subject, ranked
from maillage.graph.readouts.words.reliance import COUNTS as OF_TIES
from maillage.graph.readouts.words.sharing import COUNTS, WORDS
from maillage.graph.vocabulary import TIE_KINDS, Label, Tier
from maillage.graph.wording import apart, capital, count, fill, listed, quantity, same

STAFF = KIND_CODES["shared_staff"]
ENDING = OF_TIES["end_date_not_asked"]
# Told one by one up to here; beyond, counted.
MOST_PAIRS = 20
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
        if self.groups.rows:
            yield self._number()
            if self.subject.scope == "network":
                yield from self._by_pole()
            yield from map(self._group, filter(self._employers, self.groups.rows))
            yield from self._overlaps()
            yield from self._joins()
        yield from self._staff()
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

    def _employers(self, group: int) -> Mapping[int, list[int]]:
        return self.groups.employers[group]

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
        told = [*self.staff, *self._employing]
        if ending := self._ending:
            yield Statement(
                code="end_date_not_asked",
                section=UNKNOWN,
                sentence=count(ENDING, len(ending), of=len(self._told)),
                figures={"ties": len(ending), "of": len(self._told)},
                evidence=subject.evidence(ending),
            )
        if silent := [line for line in told if not self._work([line])]:
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
        return sorted({*self._employing, *self.staff, *others})

    @cached_property
    def _ending(self) -> list[int]:
        """Those that end some day, where no date is asked."""
        ends = self.subject.graph.ties.end_min
        return [line for line in self._told if not self.subject.at and ends[line] != FAR_AHEAD]

    def _named(self, group: int) -> list[int]:
        """Its employers that are one organisation with a name."""
        actors = self.subject.graph.actors
        return [r for r in self._employers(group) if actors.named[r] and not actors.collective[r]]

    @cached_property
    def _employing(self) -> list[int]:
        by_group = (self._employers(group) for group in self.groups.rows)
        return sorted({line for each in by_group for lines in each.values() for line in lines})

    # ------------------------------------------------------------------ employer groups

    def _number(self) -> Statement:
        rows = self.groups.rows
        return Statement(
            code="groups",
            section="groups",
            sentence=count(COUNTS["groups"], len(rows), names=self.subject.some(rows)),
            figures={"groups": len(rows), "employers": len(self.groups.groups_of)},
            evidence=self.subject.evidence(self._employing, rows),
        )

    def _by_pole(self) -> Iterator[Statement]:
        subject, touched = self.subject, defaultdict[int, list[int]](list)
        for group in self.groups.rows:
            for pole in self.groups.poles(group):
                touched[pole].append(group)
        for pole, rows in sorted(touched.items(), key=lambda item: (-len(item[1]), item[0])):
            lines = [line for group in rows for line in self.groups.joining_lines(group)]
            yield Statement(
                code="pole_groups",
                section="groups",
                sentence=fill(
                    WORDS["pole_groups"], pole=subject.name(pole), names=subject.some(rows)
                ),
                figures={"groups": len(rows)},
                evidence=subject.evidence(lines, [pole, *rows]),
                about=subject.graph.actors.ids[pole],
            )

    def _group(self, group: int) -> Statement:
        rows = list(self._employers(group))
        lines = sorted({line for found in self._employers(group).values() for line in found})
        work, telling = self._work(lines), [line for line in lines if self._work([line])]
        said = fill(WORDS["amounts"], amounts=_amounts(work), told=len(telling), of=len(lines))
        return Statement(
            code="group",
            section="groups",
            sentence=fill(
                WORDS["group"],
                name=self.subject.name(group),
                employers=fill(
                    WORDS["employers"],
                    n=count(COUNTS["employers"], len(rows)),
                    names=self.subject.some(rows),
                ),
                amounts=said if work else same(""),
            ),
            figures={**work, "employers": len(rows), "ties": len(lines), "telling": len(telling)},
            evidence=self.subject.evidence(lines, [group, *rows]),
            about=self.subject.graph.actors.ids[group],
        )

    def _overlaps(self) -> Iterator[Statement]:
        """Employers in several groups: the same firm is counted in each."""
        subject = self.subject
        several = {row: found for row, found in self.groups.groups_of.items() if len(found) > 1}
        for row, found in sorted(several.items(), key=lambda item: (-len(item[1]), item[0])):
            lines = [line for group in found for line in self._employers(group)[row]]
            yield Statement(
                code="overlap",
                section="overlaps",
                sentence=fill(WORDS["overlap"], name=subject.name(row), groups=subject.some(found)),
                figures={"groups": list(subject.ids(found)), **self._work(lines)},
                evidence=subject.evidence(lines, [row, *found]),
                about=subject.graph.actors.ids[row],
            )
        if self.groups.groups_of and not several:
            yield Statement(
                code="no_overlap", section="overlaps", sentence=fill(WORDS["no_overlap"])
            )

    def _joins(self) -> Iterator[Statement]:
        subject, joining = self.subject, 0
        for group in self.groups.rows:
            poles = self.groups.poles(group)
            if len(poles) < 2:
                continue
            joining += 1
            through = {row for rows in poles.values() for row in rows}
            yield Statement(
                code="joins",
                section="joins",
                sentence=fill(
                    WORDS["joins"],
                    name=subject.name(group),
                    poles=listed([self._pole(pole, rows) for pole, rows in poles.items()]),
                ),
                figures={"poles": list(subject.ids(poles))},
                evidence=subject.evidence(
                    self.groups.joining_lines(group), [group, *poles, *sorted(through)]
                ),
                about=subject.graph.actors.ids[group],
            )
        if not joining:
            yield Statement(code="no_join", section="joins", sentence=fill(WORDS["no_join"]))

    def _pole(self, pole: int, rows: Sequence[int]) -> Label:
        name = self.subject.name(pole)
        return (
            fill(WORDS["by_employers"], pole=name, names=self.subject.some(rows)) if rows else name
        )

    # ------------------------------------------------------------------ staff and other means

    def _staff(self) -> Iterator[Statement]:
        subject, ties = self.subject, self.subject.graph.ties
        for line in self.staff[:MOST_PAIRS]:
            one, other = int(ties.source[line]), int(ties.target[line])
            work = self._work([line])
            said = fill(WORDS["staff_amounts"], amounts=_amounts(work)) if work else same("")
            yield Statement(
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
        if rest := self.staff[MOST_PAIRS:]:
            yield Statement(
                code="more_staff",
                section="staff",
                sentence=count(COUNTS["more_staff"], len(rest)),
                figures={"ties": len(rest)},
                evidence=subject.evidence(rest),
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

    # ------------------------------------------------------------------ how much

    def _work(self, lines: Sequence[int]) -> dict[str, Json]:
        """The sum of what is told, by unit; empty if nothing is."""
        told: dict[str, Json] = {}
        for unit in ("fte", "hours"):
            values = [tie.attributes.get(unit) for tie in self.subject.ties(lines)]
            known = [float(value) for value in values if isinstance(value, int | float)]
            if known:
                told[unit] = fsum(known)
        return told


def _amounts(work: Mapping[str, Json]) -> Label:
    return listed(
        [
            fill(WORDS[unit], n=quantity(value))
            for unit, value in work.items()
            if isinstance(value, int | float)
        ]
    )
