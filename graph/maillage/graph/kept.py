"""What a store keeps of what it was told: all of it, or the acts alone; and what an act adds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from maillage.graph.model import Graph, Import, Judgement, Record
from maillage.graph.port import Store
from maillage.graph.truth.circle import State
from maillage.graph.truth.derivation import derive

# Changes of no more records are derived alone (an edit, an answer, a judgement, a short list), and
# so are those of no more than one for so many that count: a list that is short beside the store.
SMALL = 200
SHORT_BESIDE = 20


@dataclass(frozen=True)
class Evidence:
    """Everything a store holds that the graph is a function of."""

    revision: int
    imports: Mapping[str, Import]
    records: Mapping[str, Record]
    judgements: Mapping[str, Judgement]

    @classmethod
    def of(cls, store: Store) -> Evidence:
        return cls(
            store.revision(),
            {item.id: item for item in store.imports()},
            {record.id: record for record in store.records()},
            {judgement.id: judgement for judgement in store.judgements()},
        )

    def with_(
        self,
        imports: Iterable[Import] = (),
        records: Iterable[Record] = (),
        judgements: Iterable[Judgement] = (),
    ) -> Evidence:
        return replace(
            self,
            imports={**self.imports, **{item.id: item for item in imports}},
            records={**self.records, **{record.id: record for record in records}},
            judgements={**self.judgements, **{item.id: item for item in judgements}},
        )

    def graph(self) -> Graph:
        return derive(self.imports.values(), self.records.values(), self.judgements.values())


@dataclass(frozen=True)
class Log:
    """The acts upon a store: what it remembers beside the records themselves."""

    revision: int
    imports: Mapping[str, Import]
    judgements: Mapping[str, Judgement]

    @classmethod
    def of(cls, store: Store) -> Log:
        return cls(
            store.revision(),
            {item.id: item for item in store.imports()},
            {judgement.id: judgement for judgement in store.judgements()},
        )

    @property
    def state(self) -> State:
        return State(self.imports, list(self.judgements.values()))

    @property
    def few(self) -> int:
        """How many records are few here."""
        rows = sum(item.rows for item in self.imports.values() if item.live)
        return max(SMALL, rows // SHORT_BESIDE)

    def with_(self, addition: Addition) -> Log:
        return replace(
            self,
            imports={**self.imports, **{item.id: item for item in addition.imports}},
            judgements={**self.judgements, **{each.id: each for each in addition.judgements}},
        )


@dataclass(frozen=True)
class Addition:
    imports: Sequence[Import] = ()
    records: Sequence[Record] = ()
    judgements: Sequence[Judgement] = ()
