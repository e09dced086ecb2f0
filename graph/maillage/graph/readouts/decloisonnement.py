"""Décloisonnement: on each partition, which ties cross, and would chance do as much?

Of the whole network, or of one pole (its fiche: the members and their ties). The layer decides the
sign, so each layer and kind is told beside; an index is never told without chance, its interval
and its bounds.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from maillage.graph.arrays import FAR_AHEAD, KIND_CODES, KIND_NAMES
from maillage.graph.measures.reasons import REASONS
from maillage.graph.measures.result import Result
from maillage.graph.measures.study import DEFAULT_PERMUTATIONS, DEFAULT_SEED
from maillage.graph.measures.values import Json, plain
from maillage.graph.network import Network
from maillage.graph.readouts.group_pairs import GroupPairs
from maillage.graph.readouts.index_words import (
    FEWEST_TIES,
    crossing_ties,
    doubt,
    interval_label,
    p_label,
    partition_label,
    signed_label,
)
from maillage.graph.readouts.statement import (
    UNKNOWN,
    Evidence,
    Readout,
    Statement,
    of_actors,
)
from maillage.graph.readouts.subject import Subject, in_year, ranked, years_of
from maillage.graph.readouts.words.decloisonnement import COUNTS, WORDS
from maillage.graph.vocabulary import (
    LAYER_LABELS,
    SECTOR_LABELS,
    TIE_KINDS,
    Label,
    Layer,
    Sector,
)
from maillage.graph.wording import count, decimal, fill, joined, same

# Pairs of more groups than this are nobody's sentence: they are in the figures of `measure`.
MOST_GROUPS = 12
MOST_CARRIERS = 5
MOST_YEARS = 5
COOPERATION = tuple(k.name for k in TIE_KINDS.values() if k.layer is Layer.COOPERATION)
DOMAIN = ("sector", "public_private", "inside_ess", "family", "activity", "departement", "region")


def decloisonnement(
    subject: Subject,
    by: Sequence[str] = (),
    *,
    permutations: int = DEFAULT_PERMUTATIONS,
    seed: int = DEFAULT_SEED,
) -> Readout:
    """On these partitions, or on all those of the domain; layers and dates on the first."""
    partitions = tuple(by) or (*DOMAIN, *(() if subject.scope == "pole" else ("pole",)))
    profile = _Profile(subject, partitions, permutations, seed)
    return Readout.of("decloisonnement", subject.id, profile.statements())


@dataclass(frozen=True, eq=False)
class _Profile:
    subject: Subject
    partitions: tuple[str, ...]
    permutations: int
    seed: int

    def statements(self) -> Iterator[Statement]:
        yield from self._left_out()
        if self.subject.scope == "pole":
            yield from self._mix()
        if not self.network.simple.size:
            yield Statement(code="no_tie", section=UNKNOWN, sentence=fill(WORDS["no_tie"]))
        else:
            for by in self.partitions:
                yield from self._partition(by)
        yield from self._layers(self.partitions[0])
        yield from self._over_time(self.partitions[0])

    @cached_property
    def network(self) -> Network:
        return self.subject.view("cooperation")

    def _left_out(self) -> Iterator[Statement]:
        """Members whom the view does not hold: second mode, collectives, the unnamed."""
        there = {self.subject.rows[id_] for id_ in self.network.ids}
        rows = [row for row in np.flatnonzero(self.subject.members).tolist() if row not in there]
        if rows:
            yield Statement(
                code="view_left_out",
                section=UNKNOWN,
                sentence=count(COUNTS["view_left_out"], len(rows)),
                figures=dict(self.network.provenance.left_out_nodes),
                evidence=self._actors(rows),
            )

    def _actors(self, rows: Sequence[int]) -> Evidence:
        return of_actors(self.subject.ids(rows))

    def _undecided(self, by: str) -> Evidence:
        codes = self.network.partition(by).codes
        return self._actors(
            [self.subject.rows[self.network.ids[k]] for k in np.flatnonzero(codes < 0)]
        )

    # ------------------------------------------------------------------ one partition

    def _partition(self, by: str) -> Iterator[Statement]:
        index = self._index_of(self.network, by)
        if aside := sum(index.left_out.nodes.values()):
            yield Statement(
                code="left_out",
                section=UNKNOWN,
                about=by,
                sentence=count(COUNTS["left_out"], aside, partition=partition_label(by)),
                figures=dict(index.left_out.nodes),
                evidence=self._undecided(by),
            )
        present = [group for group, size in (index.group_sizes or {}).items() if size]
        if len(present) < 2 or not isinstance(index.value, float | int):
            yield Statement(
                code="one_group",
                section=UNKNOWN,
                about=by,
                sentence=fill(WORDS["one_group"], partition=partition_label(by)),
            )
            return
        yield self._index(by, index)
        yield from self._bounds(by, index)
        if index.ties >= FEWEST_TIES:
            yield self._odds(by)
            yield from self._communities(by)
        if len(present) <= MOST_GROUPS:
            evidence = self.subject.evidence(self._direct(by))
            yield from GroupPairs(self.subject, self.network, by, evidence).statements(set(present))
        yield from self._carriers(by)

    def _index_of(self, network: Network, by: str) -> Result:
        return network.measure("ei_network", by=by, permutations=self.permutations, seed=self.seed)

    def _index(self, by: str, index: Result) -> Statement:
        value = float(index.value) if isinstance(index.value, float | int) else 0.0
        expected = index.expected if index.expected is not None else 0.0
        return Statement(
            code="index",
            section="index",
            about=by,
            sentence=fill(
                WORDS["index"],
                partition=partition_label(by),
                crossing=crossing_ties(index),
                value=signed_label(value),
                expected=signed_label(expected),
                interval=interval_label(index),
                p=p_label(index.p),
                doubt=doubt(index),
            ),
            figures=self._figures(by, index),
            evidence=self.subject.evidence(self._direct(by)),
        )

    def _figures(self, by: str, index: Result) -> dict[str, Json]:
        table, dyads = (
            plain(self.network.measure(name, by=by).value)
            for name in ("mixing_matrix", "dyads_matrix")
        )
        told = index.to_json()
        kept = ("value", "expected", "difference", "interval", "bounds", "range", "p", "se",
                "draws", "seed", "n", "ties", "group_sizes")  # fmt: skip
        return {name: told.get(name) for name in kept} | {"mixing": table, "dyads": dyads}

    def _bounds(self, by: str, index: Result) -> Iterator[Statement]:
        bounds = index.bounds
        if (
            bounds is None
            or not bounds.undecided_ties  # nothing that is not known could move it
            or not isinstance(bounds.low, float)
            or not isinstance(bounds.high, float)
        ):
            return
        yield Statement(
            code="bounds",
            section="index",
            about=by,
            sentence=count(
                COUNTS["bounds"],
                bounds.undecided_nodes,
                partition=partition_label(by),
                low=signed_label(bounds.low),
                high=signed_label(bounds.high),
            ),
            figures={"low": bounds.low, "high": bounds.high, "nodes": bounds.undecided_nodes,
                     "ties": bounds.undecided_ties},
            evidence=self._undecided(by),
        )  # fmt: skip

    def _odds(self, by: str) -> Statement:
        exact = self.network.measure("odds_ratio_within", by=by)
        half = self.network.measure("odds_ratio_within", by=by, variant="haldane_anscombe")
        yule = self.network.measure("yule_q", by=by)
        found = exact if isinstance(exact.value, float | int) else half
        figures: dict[str, Json] = {
            "odds_ratio": plain(exact.value),
            "haldane_anscombe": plain(half.value),
            "yule_q": plain(yule.value),
            "reason": exact.reason,
        }
        label = partition_label(by)
        if isinstance(found.value, float | int):
            sentence = fill(WORDS["odds"], partition=label, times=decimal(float(found.value), 2))
        else:
            reason = REASONS[found.reason or "not_applicable"]
            sentence = fill(WORDS["no_odds"], partition=label, reason=reason)
        return Statement(code="odds", section="index", about=by, sentence=sentence, figures=figures)

    def _communities(self, by: str) -> Iterator[Statement]:
        """Do those who are much tied to one another follow the groups?"""
        found = self.network.measure(
            "communities_nmi", by=by, permutations=self.permutations, seed=self.seed
        )
        if not isinstance(found.value, float | int):
            return
        yield Statement(
            code="communities",
            section="index",
            about=by,
            sentence=fill(
                WORDS["communities"],
                partition=partition_label(by),
                value=decimal(float(found.value), 2),
                expected=decimal(found.expected or 0.0, 2),
                p=p_label(found.p),
                doubt=doubt(found),
            ),
            figures={"nmi": plain(found.value), "expected": found.expected, "p": found.p},
            evidence=self.subject.evidence(self._direct(by)),
        )

    # ------------------------------------------------------------------ who crosses

    def _direct(
        self, by: str, kinds: Iterable[str] = COOPERATION, *, crossing: bool = False
    ) -> list[int]:
        """Rows of the ties of these kinds between two decided groups, or of those that cross."""
        ties = self.subject.graph.ties
        code = self._codes(by)
        one, other = code[ties.source], code[ties.target]
        wanted = np.isin(ties.kind, [KIND_CODES[kind] for kind in kinds])
        kept = self.subject.alive & wanted & (one >= 0) & (other >= 0)
        if crossing:
            kept &= one != other
        found: list[int] = np.flatnonzero(kept).tolist()
        return found

    def _codes(self, by: str) -> np.ndarray[tuple[int], np.dtype[np.int32]]:
        """The group of each actor of the graph, −1 where no index uses it."""
        codes = np.full(len(self.subject.graph.actors.ids), -1, np.int32)
        rows = [self.subject.rows[id_] for id_ in self.network.ids]
        codes[rows] = self.network.partition(by).codes
        return codes

    def _carriers(self, by: str) -> Iterator[Statement]:
        """The actors at an end of most crossing ties."""
        ties, lines = self.subject.graph.ties, self._direct(by, crossing=True)
        if not lines:
            return
        pairs = {tuple(sorted((int(ties.source[k]), int(ties.target[k])))) for k in lines}
        degree = Counter(end for pair in pairs for end in pair)
        first = sorted(degree, key=lambda row: (-degree[row], row))[:MOST_CARRIERS]
        said = [count(COUNTS["carrier"], degree[r], name=self.subject.name(r)) for r in first]
        yield Statement(
            code="carriers",
            section="carriers",
            about=by,
            sentence=fill(
                WORDS["carriers"], partition=partition_label(by), names=joined(said, ", ")
            ),
            figures={self.subject.graph.actors.ids[row]: degree[row] for row in first},
            evidence=self.subject.evidence(lines, first),
        )

    # ------------------------------------------------------------------ layers and dates

    def _layers(self, by: str) -> Iterator[Statement]:
        """The same index on each layer and each kind that is there."""
        ties = self.subject.graph.ties
        present = ranked((KIND_NAMES[code] for code in ties.kind[self.subject.lines]), TIE_KINDS)
        views: dict[str, tuple[Label, list[str]]] = {
            f"layer:{layer}": (label, [k.name for k in TIE_KINDS.values() if k.layer is layer])
            for layer, label in LAYER_LABELS.items()
        }
        for kind in present:
            views[f"kinds:{kind}"] = TIE_KINDS[kind].label, [kind]
        for view, (label, kinds) in views.items():
            index = self._index_of(self.subject.view(view), by)
            if index.ties:
                found = self._of_view("layer", view, label, index)
                lines = self._direct(by, kinds)
                yield replace(found, evidence=self.subject.evidence(lines))

    def _over_time(self, by: str) -> Iterator[Statement]:
        """The same index at the dates when something is known to change."""
        ties, lines = self.subject.graph.ties, np.flatnonzero(self.subject.concerned)
        days = np.concatenate([ties.start_max[lines], ties.end_min[lines]]).tolist()
        last = self.subject.at.latest.toordinal() if self.subject.at else FAR_AHEAD
        years = years_of(days, last)
        if len(years) < 2:
            yield Statement(code="no_time", section=UNKNOWN, sentence=fill(WORDS["no_time"]))
            return
        undated = [line for line in self._direct(by) if ties.undated[line]]
        if undated:
            yield Statement(
                code="undated",
                section=UNKNOWN,
                sentence=count(COUNTS["undated"], len(undated)),
                figures={"ties": len(undated)},
                evidence=self.subject.evidence(undated),
            )
        for year in years[-MOST_YEARS:]:
            then = self.subject.then(in_year(year))
            index = self._index_of(then.view("cooperation"), by)
            if index.ties:
                found = self._of_view("year", str(year), same(str(year)), index)
                crossed = _Profile(then, self.partitions, 0, self.seed)._direct(by)
                yield replace(found, evidence=self.subject.evidence(crossed))

    def _of_view(self, code: str, about: str, label: Label, index: Result) -> Statement:
        value = index.value if isinstance(index.value, float | int) else 0.0
        said = fill(
            WORDS["layer_value"],
            value=signed_label(float(value)),
            crossing=crossing_ties(index),
            doubt=doubt(index),
        )
        figures: dict[str, Json] = {"ei": plain(index.value), "expected": index.expected,
                                    "p": index.p, "ties": index.ties, "n": index.n}  # fmt: skip
        return Statement(
            code=code,
            section="layers" if code == "layer" else "time",
            about=about,
            sentence=fill(WORDS[code], view=label, year=label, said=said),
            figures=figures,
        )

    # ------------------------------------------------------------------ the fiche of a pole

    def _mix(self) -> Iterator[Statement]:
        """Members, and whoever else is tied to the pole, by sector."""
        subject = self.subject
        members = [r for r in np.flatnonzero(subject.members).tolist() if not subject.gatherings[r]]
        tied = [r for r in subject.partners(subject.own_lines) if not subject.gatherings[r]]
        for code, rows in (("mix", members), ("partners", tied)):
            counts = ranked((Sector(subject.graph.actors.sectors[row]) for row in rows), Sector)
            if not counts:
                continue
            names = [
                fill(WORDS["of_sector"], label=SECTOR_LABELS[sector], n=n)
                for sector, n in counts.items()
            ]
            yield Statement(
                code=code,
                section="members",
                sentence=fill(WORDS[code], names=joined(names, ", ")),
                figures={sector.value: n for sector, n in counts.items()},
                evidence=of_actors(subject.ids(rows)),
            )
