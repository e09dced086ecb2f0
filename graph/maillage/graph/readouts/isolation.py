"""Which poles are isolated, why, or merely not documented?

On the view `poles`. Linked: a pole shares something with another that too many do not share, or is
tied to it. Isolated: it is not, and its list is declared complete. Not documented: it is not known
to be, and nothing lets its silence be read as an absence.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from statistics import fmean

import numpy as np

from maillage.graph.arrays import FAR_AHEAD
from maillage.graph.belonging import members_of
from maillage.graph.dates import DateSpan
from maillage.graph.measures.components import component_labels
from maillage.graph.measures.values import Json
from maillage.graph.network import Network
from maillage.graph.port import Reader
from maillage.graph.readouts.coverage import LISTS, Ledger
from maillage.graph.readouts.pole_links import Link, PoleLinks, pole_links
from maillage.graph.readouts.statement import UNKNOWN, Readout, Statement, of_actors
from maillage.graph.readouts.subject import Subject, in_year, year_of, years_of
from maillage.graph.readouts.words.isolation import COUNTS, WORDS
from maillage.graph.vocabulary import Label
from maillage.graph.wording import count, fill, joined, when

ISOLATED, NOT_DOCUMENTED, LINKED = "isolated", "not_documented", "linked"
ORDER = (ISOLATED, NOT_DOCUMENTED, LINKED)


def isolation(reader: Reader, at: str | None = None) -> Readout:
    """Every pole, the isolated first, then those of which we cannot say, then from least to most
    linked; hubs apart."""
    table = _Table(Subject.network_of(reader, at))
    return Readout.of("isolation", "", table.statements())


@dataclass(frozen=True, eq=False)
class _Table:
    subject: Subject

    def statements(self) -> Iterator[Statement]:
        if not self.poles:
            yield Statement(code="no_pole", section=UNKNOWN, sentence=fill(WORDS["no_pole"]))
            return
        rows = sorted(self.poles, key=self._rank)
        yield self._floor()
        yield from self._undated()
        yield self._headline()
        yield from (self._pole(row) for row in rows)
        yield from (self._lost(row) for row in rows if self._lost_links.get(row))
        yield from (self._hub(row, touched) for row, touched in self.now.hubs)
        yield self._trend()

    # ------------------------------------------------------------------ what is known

    @cached_property
    def poles(self) -> list[int]:
        return self.subject.pole_rows

    @cached_property
    def ledger(self) -> Ledger:
        return Ledger(self.subject.reader, self.subject.at)

    @cached_property
    def now(self) -> PoleLinks:
        return pole_links(self.subject.graph, self.subject.alive)

    @cached_property
    def view(self) -> Network:
        return self.subject.view("poles")

    @cached_property
    def verdicts(self) -> Mapping[int, str]:
        return {row: self._verdict(row) for row in self.poles}

    def _verdict(self, row: int) -> str:
        if self.now.links.get(row):
            return LINKED
        return ISOLATED if self.ledger.floor(self._id(row)) else NOT_DOCUMENTED

    def _rank(self, row: int) -> tuple[int, int, float, str]:
        place = self.view.index[self._id(row)]
        weight = float(self._strength[place])
        name = self.subject.graph.actors.names[row]
        return ORDER.index(self.verdicts[row]), len(self.now.links.get(row, {})), weight, name

    @cached_property
    def _strength(self) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
        weighted = self.view.weighted
        return weighted.touching(weighted.weight)

    @cached_property
    def _linking(self) -> list[int]:
        """The ties by which poles are linked."""
        return sorted(_lines_of(self.now.links))

    # ------------------------------------------------------------------ what is not

    def _floor(self) -> Statement:
        covered = [row for row in self.poles if self.ledger.floor(self._id(row))]
        return Statement(
            code="coverage_floor",
            section=UNKNOWN,
            sentence=fill(WORDS["floor"], n=len(covered), of=len(self.poles)),
            figures={"documented": len(covered), "poles": len(self.poles)},
            evidence=of_actors(self.subject.ids(covered)),
        )

    def _undated(self) -> Iterator[Statement]:
        undated = self.subject.graph.ties.undated
        lines = [line for line in self._linking if undated[line]]
        if lines:
            yield Statement(
                code="undated",
                section=UNKNOWN,
                sentence=count(COUNTS["undated"], len(lines)),
                figures={"undated": len(lines), "ties": len(self._linking)},
                evidence=self.subject.evidence(lines),
            )

    # ------------------------------------------------------------------ what is said

    def _headline(self) -> Statement:
        n = {verdict: list(self.verdicts.values()).count(verdict) for verdict in ORDER}
        of = len(self.poles)
        linked = count(COUNTS["linked"], n[LINKED], of=of)
        isolated = count(COUNTS["isolated"], n[ISOLATED])
        sentence = fill(
            WORDS["headline" if n[NOT_DOCUMENTED] else "headline_all_known"],
            linked=linked if n[LINKED] else fill(WORDS["none_linked"], of=of),
            isolated=isolated if n[ISOLATED] else fill(WORDS["none_isolated"]),
            unknown=count(COUNTS["unknown"], n[NOT_DOCUMENTED]),
        )
        figures: dict[str, Json] = {**n, "poles": len(self.poles)}
        return Statement(
            code="headline",
            section="network",
            sentence=sentence,
            figures=figures,
            evidence=self.subject.evidence(self._linking),
        )

    def _pole(self, row: int) -> Statement:
        verdict = self.verdicts[row]
        links = self.now.links.get(row, {})
        lines = {line for link in links.values() for line in link.lines}
        if verdict != LINKED:
            lines = {line for met in self.now.outward.get(row, {}).values() for line in met}
        return Statement(
            code=verdict,
            section=verdict,
            sentence=self._linked(links) if verdict == LINKED else self._alone(row, verdict),
            figures=self._figures(row),
            evidence=self.subject.evidence(sorted(lines), sorted(links)),
            about=self._id(row),
            verdict=verdict,
        )

    def _figures(self, row: int) -> dict[str, Json]:
        subject, id_ = self.subject, self._id(row)
        outward = self.now.outward.get(row, {})
        members = members_of(subject.graph, row, subject.at)
        distances = self._distances(row)
        return {
            "name": subject.name(row).fr,
            "poles": len(self.now.links.get(row, {})),
            "weight": float(self._strength[self.view.index[id_]]),
            "outward": sum(1 for node in outward if node not in self._hubs),
            "through_hubs": sum(1 for node in outward if node in self._hubs),
            "members": int(np.count_nonzero(members)),
            "complete_lists": self.ledger.complete(id_),
            "lists": len(LISTS),
            "component": self._component_sizes[self.view.index[id_]],
            "reached": len(distances),
            "mean_distance": fmean(distances) if distances else None,
            "farthest": max(distances, default=None),
        }

    def _linked(self, links: Mapping[int, Link]) -> Label:
        through = sorted({node for link in links.values() for node in link.through})
        key = "linked" if through else "linked_directly"
        return fill(
            WORDS[key],
            poles=count(COUNTS["poles"], len(links)),
            others=self.subject.some(sorted(links)),
            by=self.subject.some(through),
        )

    def _alone(self, row: int, verdict: str) -> Label:
        floor = self.ledger.floor(self._id(row))
        return fill(
            WORDS[verdict],
            on=when(floor.on.text) if floor else "",
            why=self._why(row),
        )

    def _why(self, row: int) -> Label:
        touched = self.now.outward.get(row, {})
        hubs = [node for node in touched if node in self._hubs]
        own = len(touched) - len(hubs)
        if not touched:
            return fill(WORDS["why_nothing"])
        key = "why_own_and_hubs" if own and hubs else "why_own" if own else "why_hubs"
        return fill(WORDS[key], ties=count(COUNTS["own"], own), hubs=self.subject.some(hubs))

    # ------------------------------------------------------------------ where it stands

    @cached_property
    def _hubs(self) -> set[int]:
        return {hub for hub, _ in self.now.hubs}

    @cached_property
    def _component_sizes(self) -> list[int]:
        labels = component_labels(self.view.weighted)
        found: list[int] = np.bincount(labels, minlength=self.view.n)[labels].tolist()
        return found

    def _distances(self, row: int) -> list[int]:
        """Steps from pole to pole, of those that are reached."""
        steps = {row: 0}
        frontier = [row]
        while frontier:
            met = [far for near in frontier for far in self.now.links.get(near, {})]
            beyond = steps[frontier[0]] + 1
            frontier = [far for far in dict.fromkeys(met) if far not in steps]
            steps.update(dict.fromkeys(frontier, beyond))
        return sorted(steps.values())[1:]

    def _hub(self, row: int, touched: int) -> Statement:
        lines = [line for met in self.now.outward.values() for line in met.get(row, ())]
        return Statement(
            code="hub",
            section="hubs",
            sentence=fill(WORDS["hub"], name=self.subject.name(row), n=touched),
            figures={"poles": touched},
            evidence=self.subject.evidence(sorted(lines), [row]),
            about=self._id(row),
        )

    # ------------------------------------------------------------------ over time

    @cached_property
    def _ever(self) -> Mapping[int, Mapping[int, Link]]:
        """What links each pole to others, or did."""
        return pole_links(self.subject.graph, self.subject.alive | self.subject.ended).links

    @cached_property
    def _lost_links(self) -> Mapping[int, Mapping[int, Link]]:
        """Of the poles that are linked no more: what linked them."""
        return {
            row: self._ever[row]
            for row in self.poles
            if self.verdicts[row] != LINKED and self._ever.get(row)
        }

    def _lost(self, row: int) -> Statement:
        links = self._lost_links[row]
        ties, alive = self.subject.graph.ties, self.subject.alive
        ended = [line for link in links.values() for line in link.lines if not alive[line]]
        year = year_of(max(int(ties.end_max[line]) for line in ended))
        return Statement(
            code="lost_bridge",
            section="time",
            sentence=fill(
                WORDS["lost_bridge" if year else "lost_bridge_undated"],
                name=self.subject.name(row),
                others=self.subject.some(sorted(links)),
                year=str(year),
            ),
            figures={"year": year},
            evidence=self.subject.evidence(sorted(set(ended)), sorted(links)),
            about=self._id(row),
        )

    def _trend(self) -> Statement:
        years = self._years()
        if not years:
            return Statement(
                code="trend_unknown", section=UNKNOWN, sentence=fill(WORDS["trend_unknown"])
            )
        counts = {year: self._linked_in(year) for year in years}
        said = [fill(WORDS["trend_one"], n=n, year=str(year)) for year, n in counts.items()]
        now = list(self.verdicts.values()).count(LINKED)
        said.append(fill(WORDS["trend_at" if self.subject.at else "trend_now"], n=now))
        figures: dict[str, Json] = {str(year): n for year, n in counts.items()}
        figures["now"] = now
        return Statement(
            code="trend",
            section="time",
            sentence=fill(WORDS["trend"], counts=joined(said, ", ")),
            figures=figures,
            evidence=self.subject.evidence(self._linking),
        )

    def _years(self) -> list[int]:
        """The first and the last year in which a tie between poles starts or ends, no later than
        the date asked."""
        ties, at = self.subject.graph.ties, self.subject.at
        last = at.latest.toordinal() if at else FAR_AHEAD
        lines = _lines_of(self._ever)
        days = [int(day) for line in lines for day in (ties.start_max[line], ties.end_min[line])]
        years = years_of(days, last)
        return sorted({years[0], years[-1]}) if years else []

    def _linked_in(self, year: int) -> int:
        at = DateSpan.parse(in_year(year))
        ties = self.subject.graph.ties
        found = pole_links(self.subject.graph, ~ties.planned & ~ties.over(at))
        return sum(1 for row in self.poles if found.links.get(row))

    # ------------------------------------------------------------------ words

    def _id(self, row: int) -> str:
        return self.subject.graph.actors.ids[row]


def _lines_of(links: Mapping[int, Mapping[int, Link]]) -> set[int]:
    return {line for met in links.values() for link in met.values() for line in link.lines}
