"""Which groups meet and which never do, against what chance would give: part of décloisonnement."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from maillage.graph.measures.result import Keyed
from maillage.graph.measures.values import Json
from maillage.graph.network import Network
from maillage.graph.readouts.index_words import partition_label
from maillage.graph.readouts.statement import UNKNOWN, Evidence, Statement
from maillage.graph.readouts.subject import Subject
from maillage.graph.readouts.words.decloisonnement import COUNTS, GROUPS, WORDS
from maillage.graph.vocabulary import ESS_FAMILY_LABELS, SECTOR_LABELS, Label, Sector
from maillage.graph.wording import count, decimal, fill, joined, same

MOST_CELLS = 6


@dataclass(frozen=True, eq=False)
class GroupPairs:
    """The pairs of groups of one partition; `evidence` is the ties between decided groups."""

    subject: Subject
    network: Network
    by: str
    evidence: Evidence

    def statements(self, present: set[str]) -> Iterator[Statement]:
        """Of the groups that have a member."""
        pairs = [p for p in self.observed if "|" in p and set(p.split("|")) <= present]
        telling = [p for p in pairs if self.observed[p] or self.expected[p] >= 1]
        if telling:
            yield self._matrix(pairs, telling)
        apart = [p for p in pairs if not self.observed[p] and len(set(p.split("|"))) > 1]
        never = [pair for pair in apart if self.expected[pair] >= 1]
        if never:
            yield self._never(never)
        if too_few := len(apart) - len(never):
            yield Statement(
                code="too_few_pairs",
                section=UNKNOWN,
                about=self.by,
                sentence=count(COUNTS["too_few_pairs"], too_few, partition=self._label),
                figures={"pairs": too_few},
            )

    @cached_property
    def observed(self) -> Mapping[str, float]:
        return self._measured("observed")

    @cached_property
    def expected(self) -> Mapping[str, float]:
        return self._measured("expected")

    @cached_property
    def z(self) -> Mapping[str, float]:
        """0 where chance leaves no room for a departure."""
        return self._measured("z")

    def _measured(self, name: str) -> Mapping[str, float]:
        value = self.network.measure(f"mixing_perm_{name}", by=self.by).value
        if not isinstance(value, Keyed):
            return {}
        return {
            pair: float(found) if isinstance(found, float | int) else 0.0
            for pair, found in value.items()
        }

    @property
    def _label(self) -> Label:
        return partition_label(self.by)

    def _matrix(self, pairs: Sequence[str], telling: Sequence[str]) -> Statement:
        """The cells that depart most from chance in words, all of them in figures."""
        first = sorted(telling, key=lambda pair: (-abs(self.z[pair]), pair))[:MOST_CELLS]
        cells = [
            fill(
                WORDS["cell"],
                pair=self._pair(pair),
                observed=int(self.observed[pair]),
                expected=decimal(self.expected[pair], 1),
            )
            for pair in first
        ]
        figures: dict[str, Json] = {
            pair: {"observed": self.observed[pair], "expected": self.expected[pair],
                   "z": self.z[pair]}
            for pair in pairs
        }  # fmt: skip
        return Statement(
            code="matrix",
            section="pairs",
            about=self.by,
            sentence=fill(WORDS["matrix"], partition=self._label, cells=joined(cells, ", ")),
            figures=figures,
            evidence=self.evidence,
        )

    def _never(self, never: Sequence[str]) -> Statement:
        """Where chance would give a tie."""
        said = [
            fill(
                WORDS["never_one"],
                pair=self._pair(pair),
                expected=decimal(self.expected[pair], 1),
            )
            for pair in never
        ]
        return Statement(
            code="never_meet",
            section="pairs",
            about=self.by,
            sentence=fill(WORDS["never_meet"], partition=self._label, pairs=joined(said, ", ")),
            figures={pair: self.expected[pair] for pair in never},
        )

    def _pair(self, pair: str) -> Label:
        one, other = pair.split("|")
        if one == other:
            return fill(WORDS["within"], group=self._group(one))
        return fill(WORDS["between"], one=self._group(one), other=self._group(other))

    def _group(self, group: str) -> Label:
        if self.by in ("sector", "public_private") and group in tuple(Sector):
            return SECTOR_LABELS[Sector(group)]
        if self.by == "family" and group in ESS_FAMILY_LABELS:
            return ESS_FAMILY_LABELS[group]
        if self.by == "pole" and group in self.subject.rows:
            return self.subject.name(self.subject.rows[group])
        return GROUPS.get(group) or same(group)
