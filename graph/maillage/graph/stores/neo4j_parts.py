"""A change cut into batches of rows, each with the name of the statements that write it."""

from __future__ import annotations

import json
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TypeVar

from maillage.graph.errors import InvalidInput
from maillage.graph.model import Actor, Tie
from maillage.graph.port import Change
from maillage.graph.stores.neo4j_rows import (
    Row,
    actor_row,
    import_row,
    judgement_row,
    record_row,
    tie_row,
    waiting_row,
)

# Characters. An index of Neo4j holds keys of 8 kB at most, and says so only when it is written.
LONGEST_ID = 1_000

Thing = TypeVar("Thing", Actor, Tie)


@dataclass(frozen=True, slots=True)
class Part:
    """Rows for the statements of this name in `neo4j_cypher.WRITES`."""

    statement: str
    rows: Sequence[Row]

    def packed(self) -> bytes:
        """As it is staged: far fewer bytes, and no limit of Neo4j's on what a value may hold."""
        return zlib.compress(json.dumps(self.rows, separators=(",", ":")).encode(), level=1)

    @classmethod
    def unpacked(cls, statement: str, packed: bytes) -> Part:
        return cls(statement, json.loads(zlib.decompress(packed)))


def parts_of(change: Change, size: int) -> Iterator[Part]:
    """In the order in which they must be written; records first, for reading them may fail."""
    yield from _parts("record", map(record_row, change.records), size)
    yield from _parts("import", map(import_row, change.imports), size)
    yield from _parts("judgement", map(judgement_row, change.judgements), size)
    yield from _parts("drop_tie", map(_id_row, change.dropped_ties), size)
    yield from _by_kind("actor", change.actors, size, actor_row)
    yield from _by_kind("tie", change.ties, size, tie_row)
    yield from _parts("drop_actor", map(_id_row, change.dropped_actors), size)
    yield from _parts("drop_redirect", map(_id_row, change.dropped_redirects), size)
    redirects = ({"id": alias, "actor": id_} for alias, id_ in change.redirects.items())
    yield from _parts("redirect", redirects, size)
    if change.waiting is not None:
        yield Part("waiting", [waiting_row(*item) for item in enumerate(change.waiting)])


def _by_kind(
    statement: str, things: Mapping[str, Thing], size: int, row: Callable[[Thing], Row]
) -> Iterator[Part]:
    kinds: dict[str, list[Thing]] = defaultdict(list)
    for thing in things.values():
        kinds[thing.kind].append(thing)
    for kind, members in kinds.items():
        yield from _parts(f"{statement}:{kind}", map(row, members), size)


def _parts(statement: str, rows: Iterable[Row], size: int) -> Iterator[Part]:
    rows = map(_storable, rows)
    while batch := list(islice(rows, size)):
        yield Part(statement, batch)


def _storable(row: Row) -> Row:
    id_ = str(row.get("id", ""))
    if len(id_) > LONGEST_ID:
        raise InvalidInput(
            "invalid_value", what="id", value=f"{id_[:40]}…", expected=f"≤ {LONGEST_ID}"
        )
    return row


def _id_row(id_: str) -> Row:
    return {"id": id_}
