"""The actors and ties of which the lines of a file say what other imports do not: which field, and
which two values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from maillage.graph.dates import DateSpan
from maillage.graph.fields import YEARLY_FIELDS
from maillage.graph.model import Actor, Conflict, Graph, Record, Tie, Value
from maillage.graph.port import Store
from maillage.graph.truth.nodes import nodes_of
from maillage.graph.vocabulary import ACTOR_KINDS
from maillage.ingest.loading.findings.values_told import (
    TIE_LABELS,
    are_contrary,
    is_told_of_tie,
    told_of_actor,
)


@dataclass(frozen=True)
class Clash:
    """Two values of one field: that of a line, and one that counts, or did until now, by the word
    of others."""

    of: Contested
    conflict: Conflict
    line: Record
    here: Value
    there: Value
    # The records among which are those that say it.
    others: Sequence[str]

    @property
    def counts(self) -> bool:
        """Whether the value of the line does."""
        return self.here == self.conflict.kept


@dataclass(frozen=True)
class Contested:
    """An actor or a tie, as it was and as it will be, and the lines that speak of it."""

    before: Actor | Tie | None
    after: Actor | Tie
    lines: Mapping[str, Record]

    def clashes(self) -> Iterator[Clash]:
        for conflict in self.after.conflicts:
            if self.is_talked_about(conflict):
                for clash in self._of(conflict):
                    if are_contrary(conflict.field, clash.here, clash.there):
                        yield clash

    def is_talked_about(self, conflict: Conflict) -> bool:
        """Organisations change their names; and what a gathering is, lists of groups say better
        than others do."""
        if isinstance(self.after, Tie):
            return conflict.field in TIE_LABELS
        if conflict.field == "kind":
            return not ACTOR_KINDS[str(conflict.kept)].gathering
        return conflict.field != "name"

    def tells(self, record: Record, conflict: Conflict) -> bool:
        """Whether the record tells the field, whatever it tells."""
        field = conflict.field
        if isinstance(self.after, Tie):
            return is_told_of_tie(record, self.after.kind, field)
        known_as, years = {self.after.id, *self.after.aliases}, self._years(conflict)
        return any(
            told_of_actor(claim, field) is not None
            and (field not in YEARLY_FIELDS or claim.figures_year in years)
            and nodes_of(claim.ref, claim.row_key)[0][0] in known_as
            for claim in record.actors
        )

    def _of(self, conflict: Conflict) -> Iterator[Clash]:
        """A value of the file that is kept takes the place of what counted (a reviewer's is meant
        to); where none is kept, each line is told what is."""
        lost = {id_: value for value, ids in conflict.others for id_ in ids}
        others = [id_ for id_ in self.after.records if id_ not in self.lines]
        kept = (line for id_, line in self.lines.items() if id_ not in lost)
        first = next((line for line in kept if self.tells(line, conflict)), None)
        if first:
            was = self._was(conflict) if first.voice != "reviewer" else None
            if losing := [id_ for id_ in others if id_ in lost and lost[id_] == was]:
                yield Clash(self, conflict, first, conflict.kept, lost[losing[0]], losing)
            return
        keeping = [id_ for id_ in others if id_ not in lost]
        for id_ in lost.keys() & self.lines.keys():
            yield Clash(self, conflict, self.lines[id_], lost[id_], conflict.kept, keeping)

    def _was(self, conflict: Conflict) -> object:
        """What counted before; None if nothing did."""
        field, before = conflict.field, self.before
        if before is None:
            return None
        if field in before.attributes and field not in YEARLY_FIELDS:
            return before.attributes[field]
        if isinstance(before, Tie):
            told = getattr(before, field, None)
            return told.text if isinstance(told, DateSpan) else told
        if field in YEARLY_FIELDS:
            years = self._years(conflict)
            of_years = (one for one in before.figures if one.field == field and one.year in years)
            return next((one.value for one in of_years), None)
        return getattr(before, field, None)

    def _years(self, conflict: Conflict) -> set[int | None]:
        """Of which years the figure that is kept is."""
        figures = self.after.figures if isinstance(self.after, Actor) else ()
        kept = conflict.field, conflict.kept
        return {one.year for one in figures if (one.field, one.value) == kept}


def contested(
    records: Sequence[Record], prefix: str, graph: Graph, store: Store
) -> Iterator[Contested]:
    """`prefix`: how the ids of the records of the file begin."""
    everything: Iterator[Actor | Tie] = chain(graph.actors.values(), graph.ties.values())
    disputed = {
        thing.id: thing
        for thing in everything
        if thing.conflicts and any(id_.startswith(prefix) for id_ in thing.records)
    }
    # Of a long list few lines are wanted, in their order.
    wanted = {id_ for thing in disputed.values() for id_ in thing.records}
    lines = {record.id: record for record in records if record.id in wanted}
    actors = [id_ for id_, thing in disputed.items() if isinstance(thing, Actor)]
    before: Mapping[str, Actor | Tie] = {
        **store.known_actors(actors),
        **store.known_ties(disputed.keys() - set(actors)),
    }
    for id_, thing in disputed.items():
        own = {record: lines[record] for record in thing.records if record in lines}
        yield Contested(before.get(id_), thing, own)
