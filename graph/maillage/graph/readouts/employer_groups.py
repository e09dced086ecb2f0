"""Employer groups of a network, a pole or an actor: who employs by which, and of what poles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from maillage.graph.arrays import KIND_CODES
from maillage.graph.belonging import belonging_ties, poles_of
from maillage.graph.readouts.subject import Bools, Subject

# What makes an employer group of an actor of any kind.
_FLAGS = frozenset({"ge", "geiq"})
_EMPLOYS = KIND_CODES["employer_group"]
_BY = np.array([_EMPLOYS, KIND_CODES["membership"]])


@dataclass(frozen=True, eq=False)
class EmployerGroups:
    """Rows and lines are those of the graph's columns."""

    subject: Subject

    @cached_property
    def rows(self) -> list[int]:
        """The groups that are of the subject, or through which it or its members employ."""
        inside = self.subject.inside
        return [
            row
            for row, around in self._ends.items()
            if self.subject.scope == "network" or inside[row] or inside[list(around)].any()
        ]

    @cached_property
    def employers(self) -> Mapping[int, Mapping[int, list[int]]]:
        """Of each group those that employ through it, and the ties that say so."""
        return {group: self._employers(group) for group in self.rows}

    @cached_property
    def employing(self) -> list[int]:
        """The ties by which one employs through a group."""
        by_group = self.employers.values()
        return sorted({line for each in by_group for lines in each.values() for line in lines})

    @cached_property
    def groups_of(self) -> Mapping[int, list[int]]:
        """Of each employer the groups through which it employs."""
        found: dict[int, list[int]] = defaultdict(list)
        for group, employers in self.employers.items():
            for row in employers:
                found[row].append(group)
        return found

    def poles(self, group: int) -> Mapping[int, list[int]]:
        """The poles that a group touches: by itself (nobody), or through these employers."""
        rows = self.subject.rows
        own = {rows[pole] for pole in self._poles[group]} | set(
            filter(self._pole, self._ends[group])
        )
        said = self.subject.graph.actors.attributes[group].get("pole")
        if isinstance(said, str) and said in rows:
            own.add(rows[said])
        found: dict[int, list[int]] = {pole: [] for pole in own}
        for employer in self.employers[group]:
            for pole in self._poles[employer]:
                found.setdefault(rows[pole], []).append(employer)
        return dict(sorted(found.items()))

    def joining_lines(self, group: int) -> list[int]:
        """The ties by which one employs through it or it is of a pole, and by which its employers
        belong to poles."""
        own = {line for lines in self._ends[group].values() for line in lines}
        ends = [group, *self.employers[group]]
        belonging = self._belonging & np.isin(self.subject.graph.ties.source, ends)
        return sorted(own | set(np.flatnonzero(belonging).tolist()))

    def _employers(self, group: int) -> dict[int, list[int]]:
        around = self._ends[group]
        return {row: around[row] for row in sorted(around) if not self._pole(row)}

    def _pole(self, row: int) -> bool:
        return self.subject.graph.actors.kinds[row] == "pole"

    @cached_property
    def _belonging(self) -> Bools:
        """The ties by which one belongs to a pole."""
        graph = self.subject.graph
        towards_poles = graph.actors.poles[graph.ties.target]
        return belonging_ties(graph.ties, self.subject.at) & towards_poles

    @cached_property
    def _poles(self) -> list[set[str]]:
        return poles_of(self.subject.graph, self.subject.at)

    @cached_property
    def _ends(self) -> Mapping[int, dict[int, list[int]]]:
        """Of every group, whoever employs through it and the poles it is tied to, with the ties."""
        ties = self.subject.graph.ties
        through = ties.target[self.subject.alive & (ties.kind == _EMPLOYS)].tolist()
        employed_by = {row for row in through if not self._pole(row)}
        found: dict[int, dict[int, list[int]]] = {
            row: {} for row in sorted(self._declared | employed_by)
        }
        for line in np.flatnonzero(self.subject.alive & np.isin(ties.kind, _BY)).tolist():
            source, target = int(ties.source[line]), int(ties.target[line])
            if target in self._declared or (target in found and ties.kind[line] == _EMPLOYS):
                found[target].setdefault(source, []).append(line)
            elif source in found and self._pole(target):
                found[source].setdefault(target, []).append(line)
        return found

    @cached_property
    def _declared(self) -> set[int]:
        """Those that are said to be groups: their members employ through them. Of others that one
        employs through, the members may be members of something else."""
        actors = self.subject.graph.actors
        return {
            row
            for row, kind in enumerate(actors.kinds)
            if kind == "employer_group" or _flagged(actors.attributes[row].get("flags"))
        }


def _flagged(flags: object) -> bool:
    return isinstance(flags, tuple) and not _FLAGS.isdisjoint(flags)
