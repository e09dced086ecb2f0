"""Two poles side by side, in words: ties, acts, whom both know, measures of each.

A longer list makes a larger pole: what is not known of each is said first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from maillage.graph.arrays import KIND_NAMES
from maillage.graph.errors import InvalidInput
from maillage.graph.measures.registry import measure
from maillage.graph.measures.result import Result
from maillage.graph.measures.series import HEADLINES
from maillage.graph.port import Reader
from maillage.graph.readouts.acts import ACTS, Acts, acts_until
from maillage.graph.readouts.coverage import Ledger
from maillage.graph.readouts.measures_beside import in_a_row, measures_beside
from maillage.graph.readouts.pole_links import PoleLinks, pole_links
from maillage.graph.readouts.statement import UNKNOWN, Readout, Statement, of_actors
from maillage.graph.readouts.subject import Subject
from maillage.graph.readouts.words.comparison import COUNTS, WORDS
from maillage.graph.readouts.words.reliance import COUNTS as OF_ACTS
from maillage.graph.views import Lens, ties_seen
from maillage.graph.vocabulary import TIE_KINDS, Label
from maillage.graph.wording import count, fill, joined

# Measures are of the members of each.
VIEW = "cooperation"


def two_poles(
    reader: Reader, first: str, last: str, at: str | None = None, *, by: str = "sector"
) -> Readout:
    """`NotFound` unless both are poles."""
    one = Subject.pole_of(reader, first, at)
    other = Subject.pole_of(reader, last, at)
    if one.id == other.id:
        raise InvalidInput("same_pole_twice", id=one.id)
    told = _TwoPoles((one, one.whole.pole(other.id)), by).statements()
    return Readout.of("two_poles", f"{one.id} {other.id}", told)


@dataclass(frozen=True, eq=False)
class _TwoPoles:
    poles: tuple[Subject, Subject]
    by: str

    def statements(self) -> Iterator[Statement]:
        yield from self._unlisted()
        measures = list(self._measures())
        yield self._paragraph(measures)
        yield self._common()
        yield from self._hubs()
        yield self._direct()
        yield from self._only_one()
        yield from map(self._acts, self.poles)
        yield from measures

    @cached_property
    def names(self) -> tuple[Label, Label]:
        one, other = self.poles
        return one.name(one.row), other.name(other.row)

    @cached_property
    def links(self) -> PoleLinks:
        """As the view `poles` has them: what too many poles share joins nobody."""
        one = self.poles[0]
        return pole_links(one.graph, one.alive)

    @cached_property
    def met(self) -> dict[int, list[int]]:
        """Whoever is tied to both poles, with the ties."""
        one, other = (self.links.outward.get(pole.row, {}) for pole in self.poles)
        return {row: one[row] + other[row] for row in sorted(one.keys() & other.keys())}

    @cached_property
    def hubs(self) -> set[int]:
        return {row for row, _ in self.links.hubs}

    @cached_property
    def between(self) -> list[int]:
        """Ties of one pole with the other."""
        one, other = self.poles
        return one.partners(one.own_lines).get(other.row, [])

    def _unlisted(self) -> Iterator[Statement]:
        one = self.poles[0]
        ledger = Ledger(one.reader, one.at)
        for pole, name in zip(self.poles, self.names, strict=True):
            if ledger.floor(pole.id) is None:
                yield Statement(
                    code="no_list",
                    section=UNKNOWN,
                    sentence=fill(WORDS["no_list"], name=name),
                    evidence=of_actors([pole.id]),
                    about=pole.id,
                )

    def _paragraph(self, measures: Sequence[Statement]) -> Statement:
        (first, last), (one, other) = self.names, self.poles
        met = [len(_partners(pole)) for pole in self.poles]
        return Statement(
            code="paragraph",
            section="network",
            sentence=fill(
                WORDS["two_poles"],
                first=first,
                last=last,
                first_ties=count(COUNTS["ties"], len(one.lines)),
                last_ties=count(COUNTS["ties"], len(other.lines)),
                first_partners=count(COUNTS["partners"], met[0]),
                last_partners=count(COUNTS["partners"], met[1]),
                common=self._common().sentence,
                direct=self._direct().sentence,
                measures=in_a_row(measures, "members"),
            ),
            figures={"ties": [len(one.lines), len(other.lines)], "actors": list(met)},
            evidence=one.evidence(np.union1d(one.lines, other.lines), [one.row, other.row]),
        )

    def _common(self) -> Statement:
        rows = [row for row in self.met if row not in self.hubs]
        return Statement(
            code="common",
            section="common",
            sentence=count(COUNTS["common"], len(rows), names=self.poles[0].some(rows))
            if rows
            else fill(WORDS["no_common_but_hubs" if self.met else "no_common"]),
            figures={"actors": len(rows)},
            evidence=self.poles[0].evidence(self._lines(rows), rows),
        )

    def _hubs(self) -> Iterator[Statement]:
        if rows := [row for row in self.met if row in self.hubs]:
            yield Statement(
                code="hubs",
                section="common",
                sentence=fill(WORDS["hubs"], names=self.poles[0].some(rows)),
                figures={"actors": len(rows)},
                evidence=self.poles[0].evidence(self._lines(rows), rows),
            )

    def _lines(self, rows: Sequence[int]) -> list[int]:
        return sorted({line for row in rows for line in self.met[row]})

    def _direct(self) -> Statement:
        n = len(self.between)
        return Statement(
            code="direct",
            section="common",
            sentence=count(COUNTS["direct"], n) if n else fill(WORDS["no_direct"]),
            figures={"ties": n},
            evidence=self.poles[0].evidence(self.between),
        )

    def _only_one(self) -> Iterator[Statement]:
        kinds = [_kinds(pole) for pole in self.poles]
        for pole, name, own, others in zip(
            self.poles, self.names, kinds, reversed(kinds), strict=True
        ):
            only = [kind for kind in TIE_KINDS if kind in own and kind not in others]
            if only:
                lines = [line for kind in only for line in own[kind]]
                labels = [TIE_KINDS[kind].label for kind in only]
                yield Statement(
                    code="only_one",
                    section="apart",
                    sentence=fill(WORDS["only_one"], name=name, kinds=joined(labels, ", ")),
                    figures={"kinds": list(only)},
                    evidence=pole.evidence(lines),
                    about=pole.id,
                )

    def _acts(self, pole: Subject) -> Statement:
        lines = np.flatnonzero(pole.concerned)
        counts = Counter(
            act.kind for act in acts_until(Acts(pole.reader).of(pole.ties(lines)), pole.at)
        )
        said = [count(OF_ACTS[kind], counts[kind]) for kind in ACTS]
        return Statement(
            code="acts",
            section="acts",
            sentence=fill(WORDS["acts"], name=pole.name(pole.row), acts=joined(said, ", ")),
            figures={kind: counts[kind] for kind in ACTS},
            evidence=pole.evidence(lines),
            about=pole.id,
        )

    def _measures(self) -> Iterator[Statement]:
        first, last = (_measured(pole, self.by) for pole in self.poles)
        one = self.poles[0]
        seen = [ties_seen(one.graph, _lens(pole)) for pole in self.poles]
        return measures_beside(
            first, last, one.evidence(np.flatnonzero(seen[0] | seen[1])), self.names
        )


def _lens(pole: Subject) -> Lens:
    return Lens(view=VIEW, at=pole.at, pole=pole.id)


def _measured(pole: Subject, by: str) -> list[Result]:
    return measure(pole.view(VIEW), HEADLINES, by=by)


def _partners(pole: Subject) -> set[int]:
    """Whoever is at an end of its ties, the pole itself apart."""
    ties = pole.graph.ties
    ends = {*ties.source[pole.lines].tolist(), *ties.target[pole.lines].tolist()}
    return ends - {pole.row}


def _kinds(pole: Subject) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for line in pole.lines.tolist():
        found.setdefault(KIND_NAMES[pole.graph.ties.kind[line]], []).append(line)
    return found
