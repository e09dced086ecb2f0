"""Employer groups in words: who employs by each, overlaps, and those that join two poles.

Work is summed within one group only, over the ties that tell it: each tells of its own employer.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from maillage.graph.readouts.employer_groups import EmployerGroups
from maillage.graph.readouts.shared_work import amounts, work_of
from maillage.graph.readouts.statement import MOST_SENTENCES, Statement, up_to
from maillage.graph.readouts.subject import Subject
from maillage.graph.readouts.words.sharing import COUNTS, WORDS
from maillage.graph.vocabulary import Label
from maillage.graph.wording import count, fill, listed, same


@dataclass(frozen=True, eq=False)
class GroupsTold:
    groups: EmployerGroups

    def statements(self) -> Iterator[Statement]:
        if not self.groups.rows:
            return
        yield self._number()
        if self.subject.scope == "network":
            yield from self._by_pole()
        led = [row for row in self.groups.rows if self.groups.employers[row]]
        yield from up_to(MOST_SENTENCES, led, self._group)
        yield from self._overlaps()
        yield from self._joins()

    @property
    def subject(self) -> Subject:
        return self.groups.subject

    def _number(self) -> Statement:
        rows = self.groups.rows
        return Statement(
            code="groups",
            section="groups",
            sentence=count(COUNTS["groups"], len(rows), names=self.subject.some(rows)),
            figures={"groups": len(rows), "employers": len(self.groups.groups_of)},
            evidence=self.subject.evidence(self.groups.employing, rows),
        )

    def _by_pole(self) -> Iterator[Statement]:
        touched: dict[int, list[int]] = defaultdict(list)
        for group in self.groups.rows:
            for pole in self.groups.poles(group):
                touched[pole].append(group)
        order = sorted(touched, key=lambda pole: (-len(touched[pole]), pole))
        yield from up_to(MOST_SENTENCES, order, lambda pole: self._of_pole(pole, touched[pole]))

    def _of_pole(self, pole: int, rows: Sequence[int]) -> Statement:
        subject = self.subject
        lines = [line for group in rows for line in self.groups.joining_lines(group)]
        return Statement(
            code="pole_groups",
            section="groups",
            sentence=fill(WORDS["pole_groups"], pole=subject.name(pole), names=subject.some(rows)),
            figures={"groups": len(rows)},
            evidence=subject.evidence(lines, [pole, *rows]),
            about=subject.graph.actors.ids[pole],
        )

    def _group(self, group: int) -> Statement:
        rows = list(self.groups.employers[group])
        lines = sorted({line for found in self.groups.employers[group].values() for line in found})
        work, telling = (
            work_of(self.subject, lines),
            [line for line in lines if work_of(self.subject, [line])],
        )
        said = fill(WORDS["amounts"], amounts=amounts(work), told=len(telling), of=len(lines))
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
        groups_of = self.groups.groups_of
        several = [row for row, found in groups_of.items() if len(found) > 1]
        several.sort(key=lambda row: (-len(groups_of[row]), row))
        yield from up_to(MOST_SENTENCES, several, self._overlap)
        if groups_of and not several:
            yield Statement(
                code="no_overlap",
                section="overlaps",
                sentence=fill(WORDS["no_overlap"]),
                evidence=self.subject.evidence(self.groups.employing, groups_of),
            )

    def _overlap(self, row: int) -> Statement:
        subject, found = self.subject, self.groups.groups_of[row]
        lines = [line for group in found for line in self.groups.employers[group][row]]
        return Statement(
            code="overlap",
            section="overlaps",
            sentence=fill(WORDS["overlap"], name=subject.name(row), groups=subject.some(found)),
            figures={"groups": list(subject.ids(found)), **work_of(subject, lines)},
            evidence=subject.evidence(lines, [row, *found]),
            about=subject.graph.actors.ids[row],
        )

    def _joins(self) -> Iterator[Statement]:
        joining = [group for group in self.groups.rows if len(self.groups.poles(group)) > 1]
        yield from up_to(MOST_SENTENCES, joining, self._join)
        if not joining:
            yield Statement(
                code="no_join",
                section="joins",
                sentence=fill(WORDS["no_join"]),
                evidence=self.subject.evidence(actors=self.groups.rows),
            )

    def _join(self, group: int) -> Statement:
        subject, poles = self.subject, self.groups.poles(group)
        through = sorted({row for rows in poles.values() for row in rows})
        return Statement(
            code="joins",
            section="joins",
            sentence=fill(
                WORDS["joins"],
                name=subject.name(group),
                poles=listed([self._pole(pole, rows) for pole, rows in poles.items()]),
            ),
            figures={"poles": list(subject.ids(poles))},
            evidence=subject.evidence(self.groups.joining_lines(group), [group, *poles, *through]),
            about=subject.graph.actors.ids[group],
        )

    def _pole(self, pole: int, rows: Sequence[int]) -> Label:
        name = self.subject.name(pole)
        return (
            fill(WORDS["by_employers"], pole=name, names=self.subject.some(rows)) if rows else name
        )
