"""What changed between two dates, in words: ties created, kept, ended, confirmed; measures at both.

Of the network first the ties that a view keeps, as its measures count them; of a pole first all
that are its own, of every kind.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from maillage.graph.arrays import KIND_NAMES
from maillage.graph.dates import DateSpan
from maillage.graph.measures.registry import ONE_MODE
from maillage.graph.measures.result import Result
from maillage.graph.measures.values import Json
from maillage.graph.port import Reader
from maillage.graph.readouts.acts import MOST_TOLD
from maillage.graph.readouts.comparison import life_masks
from maillage.graph.readouts.confirmations import Confirmations
from maillage.graph.readouts.measures_beside import in_a_row, measures_beside
from maillage.graph.readouts.statement import UNKNOWN, Readout, Statement
from maillage.graph.readouts.subject import Subject
from maillage.graph.readouts.words.comparison import COUNTS, WORDS
from maillage.graph.views import Bools, Lens, ties_seen
from maillage.graph.vocabulary import TIE_KINDS, Label
from maillage.graph.wording import apart, capital, count, fill, when

# Named in the sentence; the others are in the evidence.
MOST_NAMED = 6
LIVES = ("created", "kept", "ended", "confirmed")
DOUBTS = ("kept_undated", "kept_seen_since", "kept_perhaps_new", "kept_perhaps_over",
          "confirmed_sometime")  # fmt: skip


def changes(
    reader: Reader, lens: Lens, first: DateSpan, last: DateSpan, results: Sequence[Result] = ()
) -> Readout:
    """`results`: measures at both dates, as `comparison.compare` gives them."""
    subject = Subject.pole_or_all(reader, lens.pole)
    told = _Changes(subject, lens, first, last, results).statements()
    return Readout.of("changes", subject.id, told)


@dataclass(frozen=True, eq=False)
class _Changes:
    subject: Subject
    lens: Lens
    first: DateSpan
    last: DateSpan
    results: Sequence[Result]

    def statements(self) -> Iterator[Statement]:
        view = self._lives(self._seen(self.first), self._seen(self.last))
        everything = self._lives(self._alive(self.first), self._alive(self.last))
        if not any(everything[name] for name in ("created", "kept", "ended")):
            sentence = fill(WORDS["nothing"], **self._dates)
            yield Statement(code="nothing", section=UNKNOWN, sentence=sentence)
            return
        # Of a pole the view has its members only, who are seldom said to be tied to one another.
        lives = everything if self.lens.pole else view
        yield from (self._doubt(name, lives[name]) for name in DOUBTS if lives[name])
        measures = list(self._measures(view))
        yield self._paragraph(lives, measures)
        for name in ("created", "confirmed", "ended", "kept"):
            if lives[name]:
                yield self._named(name, lives[name])
        yield from self._partners(lives)
        yield self._beside("members" if self.lens.pole else "all_ties",
                           view if self.lens.pole else everything)  # fmt: skip
        yield from measures

    # ------------------------------------------------------------------ which ties

    def _seen(self, at: DateSpan) -> Bools:
        return ties_seen(self.subject.graph, replace(self.lens, at=at))

    def _alive(self, at: DateSpan) -> Bools:
        ties = self.subject.graph.ties
        over = ties.over(at, certain_dates=self.lens.certain_dates)
        return self.subject.concerned & ~ties.planned & ~over

    def _lives(self, then: Bools, now: Bools) -> Mapping[str, list[int]]:
        masks = life_masks(self.subject.graph.ties, then, now, self.first, self.last)
        lines: dict[str, list[int]] = {
            name: np.flatnonzero(mask).tolist() for name, mask in masks.items()
        }
        lines["confirmed"] = [line for line in self._confirmed.between if now[line]]
        lines["confirmed_sometime"] = [line for line in self._confirmed.sometime if now[line]]
        return lines

    @cached_property
    def _confirmed(self) -> Confirmations:
        return Confirmations(self.subject, self.first, self.last)

    # ------------------------------------------------------------------ sentences

    @property
    def _step(self) -> str:
        """Which of several pairs of dates."""
        return f"{self.first.text}/{self.last.text}"

    @property
    def _where(self) -> Label:
        if self.lens.pole:
            return fill(WORDS["of_pole"], name=self.subject.name(self.subject.row))
        return fill(WORDS["in_view"], view=self.lens.view)

    @property
    def _dates(self) -> dict[str, Label]:
        return {"first": _spoken(self.first), "last": _spoken(self.last)}

    def _paragraph(
        self, lives: Mapping[str, Sequence[int]], measures: Sequence[Statement]
    ) -> Statement:
        changed = sorted({*lives["created"], *lives["ended"], *lives["confirmed"]})
        return Statement(
            code="paragraph",
            section="network",
            sentence=fill(
                WORDS["paragraph"],
                where=self._where,
                measures=in_a_row(measures, "members" if self.lens.pole else "network"),
                **self._dates,
                **self._counted(lives),
            ),
            figures=self._figures(lives),
            evidence=self.subject.evidence(changed),
            about=self._step,
        )

    def _doubt(self, name: str, lines: Sequence[int]) -> Statement:
        return Statement(
            code=name,
            section=UNKNOWN,
            sentence=count(COUNTS[name], len(lines)),
            figures={"ties": len(lines)},
            evidence=self.subject.evidence(lines),
            about=self._step,
        )

    def _named(self, name: str, lines: Sequence[int]) -> Statement:
        subject, ties = self.subject, self.subject.graph.ties
        names = [
            fill(
                WORDS["tie"],
                one=subject.name(int(ties.source[line])),
                other=subject.name(int(ties.target[line])),
                kind=TIE_KINDS[KIND_NAMES[ties.kind[line]]].label,
            )
            for line in lines[:MOST_NAMED]
        ]
        if more := len(lines) - len(names):
            names.append(count(COUNTS["more"], more))
        return Statement(
            code=name,
            section="changes",
            sentence=fill(
                WORDS["life"], what=capital(count(COUNTS[name], len(lines))), names=apart(names)
            ),
            figures={"ties": len(lines)},
            evidence=subject.evidence(lines),
            about=self._step,
        )

    def _partners(self, lives: Mapping[str, Sequence[int]]) -> Iterator[Statement]:
        """Who has a tie at one of the dates only."""
        before = self._ends([*lives["kept"], *lives["ended"]])
        after = self._ends([*lives["kept"], *lives["created"]])
        for code, rows, by in (
            ("came", sorted(after - before), lives["created"]),
            ("went", sorted(before - after), lives["ended"]),
        ):
            if rows:
                yield Statement(
                    code=code,
                    section="changes",
                    sentence=fill(WORDS[code], names=self.subject.some(rows)),
                    figures={"actors": len(rows)},
                    evidence=self.subject.evidence(
                        [line for line in by if not self._ends([line]).isdisjoint(rows)], rows
                    ),
                    about=self._step,
                )

    def _ends(self, lines: Sequence[int]) -> set[int]:
        ties = self.subject.graph.ties
        return {*ties.source[lines].tolist(), *ties.target[lines].tolist()} if lines else set()

    def _beside(self, code: str, lives: Mapping[str, Sequence[int]]) -> Statement:
        changed = sorted({*lives["created"], *lives["ended"], *lives["confirmed"]})
        return Statement(
            code=code,
            section="changes",
            sentence=fill(WORDS[code], view=self.lens.view, **self._counted(lives)),
            figures=self._figures(lives),
            evidence=self.subject.evidence(changed),
            about=self._step,
        )

    def _figures(self, lives: Mapping[str, Sequence[int]]) -> dict[str, Json]:
        figures: dict[str, Json] = {name: len(lines) for name, lines in lives.items()}
        if self._confirmed.too_many:
            figures["confirmed"] = figures["confirmed_sometime"] = None
        return figures

    def _counted(self, lives: Mapping[str, Sequence[int]]) -> dict[str, Label]:
        said = {name: count(COUNTS[name], len(lives[name])) for name in LIVES}
        if self._confirmed.too_many:
            said["confirmed"] = fill(WORDS["confirmed_untold"], most=MOST_TOLD)
        return said

    def _measures(self, view: Mapping[str, Sequence[int]]) -> Iterator[Statement]:
        of_one = [found for found in self.results if found.measure in ONE_MODE]
        first, last = (
            [found for found in of_one if found.at == date.text and _is_number(found)]
            for date in (self.first, self.last)
        )
        there = sorted({*view["kept"], *view["created"], *view["ended"]})
        return measures_beside(first, last, self.subject.evidence(there))


def _is_number(found: Result) -> bool:
    return found.value is None or isinstance(found.value, int | float)


def _spoken(date: DateSpan) -> Label:
    """« le 19 septembre 2014 », « mars 2013 », « 2012 »."""
    day = date.earliest == date.latest
    return fill(("le {on}" if day else "{on}", "{on}"), on=when(date.text))
