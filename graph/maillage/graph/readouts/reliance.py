"""Reliance: how many ties, of how many kinds, of which tier, who says so, since when; who brokers.

Of an actor, a pole or the whole network. Reliance is the act of linking: acts come before states.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from statistics import median

import numpy as np

from maillage.graph.arrays import FAR_AHEAD, KIND_NAMES, LONG_AGO, STANDINGS, TIERS
from maillage.graph.measures.values import Json
from maillage.graph.readouts.acts import ACTS, MOST_TOLD, Act, Acts, acts_until, dated_acts
from maillage.graph.readouts.cohesion import Cohesion
from maillage.graph.readouts.conflicts import conflict
from maillage.graph.readouts.coverage import Ledger
from maillage.graph.readouts.peers import compared
from maillage.graph.readouts.statement import (
    UNKNOWN,
    Readout,
    Statement,
    of_actors,
)
from maillage.graph.readouts.subject import Subject, ranked
from maillage.graph.readouts.words.reliance import COUNTS, WORDS
from maillage.graph.vocabulary import (
    ACTOR_KINDS,
    LAYER_LABELS,
    STANDING_LABELS,
    TIE_KINDS,
    TIER_LABELS,
    Label,
    Layer,
    Sector,
    Standing,
    Tier,
)
from maillage.graph.wording import apart, count, decimal, fill, joined, same

DAYS_OF_A_YEAR = 365.25


def reliance(subject: Subject) -> Readout:
    profile = _Profile(subject)
    if not len(profile.lines):
        alone = Statement(code="no_tie", section=UNKNOWN, sentence=fill(WORDS["no_tie"]))
        return Readout.of("reliance", subject.id, [alone])
    return Readout.of("reliance", subject.id, profile.statements())


@dataclass(frozen=True, eq=False)
class _Profile:
    subject: Subject

    def statements(self) -> Iterator[Statement]:
        yield from self._unknown()
        yield from self._acts()
        yield from self._ties()
        yield from self._lasting()
        yield from Cohesion(self.subject).statements()
        if self.subject.scope == "pole":
            yield from compared(self.subject)

    @cached_property
    def lines(self) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
        return self.subject.lines

    @cached_property
    def partners(self) -> list[int]:
        """Whoever is at an end of them, the subject itself apart."""
        ties = self.subject.graph.ties
        ends = np.unique(np.concatenate([ties.source[self.lines], ties.target[self.lines]]))
        own = () if self.subject.scope == "network" else (self.subject.row,)
        return [row for row in ends.tolist() if row not in own]

    # ------------------------------------------------------------------ what is not known

    def _unknown(self) -> Iterator[Statement]:
        subject, actors = self.subject, self.subject.graph.actors
        ties, lines = subject.graph.ties, self.lines.tolist()
        ledger = Ledger(subject.reader, subject.at)
        if subject.scope == "pole" and ledger.floor(subject.id) is None:
            yield Statement(code="no_list", section=UNKNOWN, sentence=fill(WORDS["no_list"]))
        if subject.scope != "network":
            yield from (conflict(found) for found in subject.actor.conflicts)
        undated = [line for line in lines if ties.start_max[line] == LONG_AGO]
        reported = STANDINGS.index(Standing.REPORTED)
        ending = [line for line in lines if ties.end_min[line] != FAR_AHEAD]
        heard = [line for line in lines if ties.standing[line] == reported]
        yield from self._doubt("undated", undated, of=len(lines))
        if subject.at is None:
            yield from self._doubt("end_date_not_asked", ending, of=len(lines))
        yield from self._doubt("reported", heard, of=len(lines))
        unnamed = [r for r in self.partners if actors.collective[r] or not actors.named[r]]
        organisations = [row for row in self.partners if not subject.gatherings[row]]
        unknown = [row for row in organisations if actors.sectors[row] == Sector.UNKNOWN]
        yield from self._doubt_of("unnamed", unnamed)
        yield from self._doubt_of("unknown_sector", unknown)

    def _doubt(self, code: str, lines: Sequence[int], of: int) -> Iterator[Statement]:
        if lines:
            yield Statement(
                code=code,
                section=UNKNOWN,
                sentence=count(COUNTS[code], len(lines), of=of),
                figures={"ties": len(lines), "of": of},
                evidence=self.subject.evidence(lines),
            )

    def _doubt_of(self, code: str, rows: Sequence[int]) -> Iterator[Statement]:
        if rows:
            yield Statement(
                code=code,
                section=UNKNOWN,
                sentence=count(COUNTS[code], len(rows)),
                figures={"actors": len(rows)},
                evidence=of_actors(self.subject.ids(rows)),
            )

    # ------------------------------------------------------------------ acts

    def _acts(self) -> Iterator[Statement]:
        told = np.flatnonzero(self.subject.concerned).tolist()
        place = {self.subject.graph.ties.ids[line]: line for line in told}
        if len(told) > MOST_TOLD:
            yield _too_many(len(told))
            every = list(dated_acts(self.subject.graph.ties, told))
        else:
            every = Acts(self.subject.reader).of(self.subject.ties(told))
        acts = acts_until(every, self.subject.at)
        yield self._of_acts("acts", acts, place)
        years = sorted({act.year for act in acts if act.year is not None})
        for year in years:
            of_year = [act for act in acts if act.year == year]
            yield self._of_acts("acts_year", of_year, place, year=str(year))
        if undated := [act for act in acts if act.year is None]:
            yield self._of_acts("acts_undated", undated, place)

    def _of_acts(
        self, code: str, acts: Sequence[Act], place: Mapping[str, int], year: str = ""
    ) -> Statement:
        counts = Counter(act.kind for act in acts)
        said = [
            count(COUNTS[kind], counts[kind]) for kind in ACTS if counts[kind] or code == "acts"
        ]
        lines = sorted({place[act.tie] for act in acts})
        return Statement(
            code=code,
            section="acts",
            sentence=fill(WORDS[code], acts=joined(said, ", "), year=year),
            figures={kind: counts[kind] for kind in ACTS},
            evidence=self.subject.evidence(lines),
            about=year,
        )

    # ------------------------------------------------------------------ ties

    def _ties(self) -> Iterator[Statement]:
        ties, lines = self.subject.graph.ties, self.lines
        yield self._number()
        kinds = ranked((KIND_NAMES[code] for code in ties.kind[lines]), TIE_KINDS)
        yield self._table(
            "kinds",
            {TIE_KINDS[kind].label: n for kind, n in kinds.items()},
            dict(kinds),
            kinds=count(COUNTS["kinds"], len(kinds)),
        )
        layers = Counter(TIE_KINDS[KIND_NAMES[code]].layer for code in ties.kind[lines])
        by_layer = {LAYER_LABELS[layer]: layers[layer] for layer in Layer if layers[layer]}
        yield self._table("layers", by_layer, {layer: layers[layer] for layer in Layer})
        yield from self._gatherings()
        yield self._multiplexity()
        yield self._tiers()
        standings = Counter(STANDINGS[code] for code in ties.standing[lines])
        said = {STANDING_LABELS[name]: standings[name] for name in Standing if standings[name]}
        yield self._table("standing", said, {name: standings[name] for name in Standing})
        yield self._reciprocity()

    def _number(self) -> Statement:
        subject, lines = self.subject, self.lines
        planned = subject.graph.ties.planned
        others = {
            "planned": subject.concerned & planned,
            "ended": subject.concerned & subject.ended,
            "later": subject.concerned & ~planned & ~subject.ended & ~subject.alive,
        }
        numbers = {name: int(np.count_nonzero(mask)) for name, mask in others.items()}
        more = [count(COUNTS[name], n) for name, n in numbers.items() if n]
        return Statement(
            code="ties",
            section="ties",
            sentence=fill(
                WORDS["ties_network" if subject.scope == "network" else "ties"],
                ties=count(COUNTS["ties"], len(lines)),
                partners=count(COUNTS["partners"], len(self.partners)),
                more=fill(WORDS["ties_more"], more=apart(more)) if more else same(""),
            ),
            figures={"ties": len(lines), "actors": len(self.partners), **numbers},
            evidence=subject.evidence(lines),
        )

    def _table(
        self, code: str, counts: Mapping[Label, int], figures: Mapping[str, Json], **said: Label
    ) -> Statement:
        """« nature (3), nature (2) »."""
        names = [fill(WORDS["of_kind"], label=label, n=n) for label, n in counts.items()]
        return Statement(
            code=code,
            section="ties",
            sentence=fill(WORDS[code], names=joined(names, ", "), **said),
            figures={str(name): value for name, value in figures.items()},
            evidence=self.subject.evidence(self.lines),
        )

    def _gatherings(self) -> Iterator[Statement]:
        """Employer groups, places and whatever else is shared, by kind; poles apart."""
        subject, kinds = self.subject, self.subject.graph.actors.kinds
        rows = [r for r in self.partners if subject.gatherings[r] and kinds[r] != "pole"]
        by_kind = ranked((kinds[row] for row in rows), ACTOR_KINDS)
        if not by_kind:
            return
        names = [
            fill(
                WORDS["gathering"],
                label=ACTOR_KINDS[kind].label,
                n=n,
                names=subject.some([row for row in rows if kinds[row] == kind]),
            )
            for kind, n in by_kind.items()
        ]
        yield Statement(
            code="gatherings",
            section="ties",
            sentence=fill(WORDS["gatherings"], names=joined(names, ", ")),
            figures=dict(by_kind),
            evidence=of_actors(subject.ids(rows)),
        )

    def _multiplexity(self) -> Statement:
        ties, lines = self.subject.graph.ties, self.lines.tolist()
        pairs: dict[tuple[int, int], dict[int, list[int]]] = {}
        for line in lines:
            one, other = sorted((int(ties.source[line]), int(ties.target[line])))
            pairs.setdefault((one, other), {}).setdefault(int(ties.kind[line]), []).append(line)
        several = [kinds for kinds in pairs.values() if len(kinds) > 1]
        rest = [line for kinds in several for found in kinds.values() for line in found]
        return Statement(
            code="multiplexity",
            section="ties",
            sentence=fill(
                WORDS["multiplexity"],
                pairs=count(COUNTS["pairs"], len(pairs)),
                several=count(COUNTS["several"], len(several)),
            ),
            figures={"pairs": len(pairs), "several": len(several),
                     "share": len(several) / len(pairs)},
            evidence=self.subject.evidence(rest),
        )  # fmt: skip

    def _tiers(self) -> Statement:
        tiers = Counter(TIERS[code] for code in self.subject.graph.ties.tier[self.lines])
        counts = {TIER_LABELS[tier]: tiers[tier] for tier in Tier if tiers[tier]}
        figures: dict[str, Json] = {**{tier: tiers[tier] for tier in Tier}, "none": tiers[None]}
        if not counts:
            sentence = fill(WORDS["tiers_none"])
            return Statement(code="tiers", section="ties", sentence=sentence, figures=figures)
        return self._table("tiers", counts, figures, none=count(COUNTS["no_tier"], tiers[None]))

    def _reciprocity(self) -> Statement:
        """Of the ties that an end declares, those that both do."""
        standing = self.subject.graph.ties.standing
        both_code, one_code = (
            STANDINGS.index(name) for name in (Standing.CONFIRMED, Standing.ONE_SIDED)
        )
        both = [line for line in self.lines.tolist() if standing[line] == both_code]
        declared = [line for line in self.lines.tolist() if standing[line] in (both_code, one_code)]
        share = len(both) / len(declared) if declared else None
        figures: dict[str, Json] = {"declared": len(declared), "both": len(both), "share": share}
        if not declared:
            sentence = fill(WORDS["no_reciprocity"])
            return Statement(
                code="reciprocity", section=UNKNOWN, sentence=sentence, figures=figures
            )
        return Statement(
            code="reciprocity",
            section="ties",
            sentence=fill(
                WORDS["reciprocity"],
                declared=count(COUNTS["declared"], len(declared)),
                both=count(COUNTS["both"], len(both)),
            ),
            figures=figures,
            evidence=self.subject.evidence(declared),
        )

    def _lasting(self) -> Iterator[Statement]:
        """From the latest day it may have started to the last day it was surely seen, the date
        asked at most."""
        ties, at = self.subject.graph.ties, self.subject.at
        seen = np.minimum(ties.last_seen, at.latest.toordinal() if at else FAR_AHEAD)
        dated = [
            line
            for line in self.lines.tolist()
            if ties.start_max[line] != LONG_AGO and seen[line] >= ties.start_max[line]
        ]
        if not dated:
            sentence = fill(WORDS["no_durability"])
            yield Statement(code="durability", section=UNKNOWN, sentence=sentence)
            return
        days = [int(seen[line]) - int(ties.start_max[line]) for line in dated]
        years = median(days) / DAYS_OF_A_YEAR
        yield Statement(
            code="durability",
            section="ties",
            sentence=fill(
                WORDS["durability_short" if round(years, 1) < 2 else "durability"],
                ties=count(COUNTS["dated"], len(dated)),
                median=decimal(years, 1),
            ),
            figures={"ties": len(dated), "median_years": years},
            evidence=self.subject.evidence(dated),
        )


def _too_many(n: int) -> Statement:
    sentence = fill(WORDS["too_many_acts"], n=n, most=MOST_TOLD)
    return Statement(code="too_many_acts", section=UNKNOWN, sentence=sentence, figures={"ties": n})
