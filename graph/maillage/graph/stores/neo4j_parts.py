"""A change cut into batches of rows, and what each was before, to be made again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, islice, pairwise
from typing import TypeVar

from pydantic import TypeAdapter

from maillage.graph import serial
from maillage.graph.errors import InvalidInput
from maillage.graph.model import Actor, Record, Tie, Waiting
from maillage.graph.port import Change
from maillage.graph.stores.neo4j_cypher import TYPES
from maillage.graph.stores.neo4j_rows import (
    GroundRow,
    Properties,
    Repeated,
    Row,
    actor_of,
    actor_row,
    import_row,
    judgement_row,
    record_row,
    tie_of,
    tie_row,
    waiting_row,
)
from maillage.graph.stores.neo4j_writes import What
from maillage.graph.stores.tie_parts import Rests

# Characters. An index of Neo4j holds keys of 8 kB at most, and says so only when it is written.
LONGEST_ID = 1_000

Thing = TypeVar("Thing")
Tables = Mapping[str, Sequence[Properties] | str]


@dataclass(frozen=True, slots=True)
class Part:
    """Things of one sort that are to be written, or to go."""

    what: What
    ids: Sequence[str]
    rows: Sequence[Row] = ()
    tables: Tables = field(default_factory=dict)  # of what rows say by number
    type: str | None = None  # of ties; those that are to go may be of any
    dropped: bool = False


def record_parts(change: Change, size: int) -> Iterator[Part]:
    return _parts(_record_part, change.records, size)


def other_parts(change: Change, size: int) -> Iterator[Part]:
    """In the order in which they must be written."""
    yield from _parts(lambda items: _plain("import", map(import_row, items)), change.imports, size)
    yield from _parts(
        lambda items: _plain("judgement", map(judgement_row, items)), change.judgements, size
    )
    yield from _parts(_dropping("tie"), change.dropped_ties, size)
    mentioned = change.mentioned
    said = (actor for id_, actor in change.actors.items() if id_ not in mentioned)
    yield from _parts(actor_part, said, size)
    yield from _parts(ground_part, (change.actors[id_] for id_ in mentioned), size)
    for ties in _by_kind(change.ties.values()):
        yield from _parts(tie_part, ties, size)
    yield from _parts(_dropping("actor"), change.dropped_actors, size)
    yield from _parts(_dropping("redirect"), change.dropped_redirects, size)
    yield from _parts(redirect_part, change.redirects.items(), size)
    if change.waiting is not None:
        yield waiting_part(change.waiting)


def _record_part(records: Sequence[Record]) -> Part:
    heads: Repeated[Properties] = Repeated()
    rows = [record_row(record, heads) for record in records]
    return Part("record", _ids(records), rows, {"heads": heads.values})


def actor_part(actors: Sequence[Actor]) -> Part:
    return Part("actor", _ids(actors), [actor_row(actor) for actor in actors])


def ground_part(actors: Sequence[Actor]) -> Part:
    return Part("ground", _ids(actors), [GroundRow(actor.id, actor.records) for actor in actors])


def tie_part(ties: Sequence[Tie]) -> Part:
    """Of ties of one kind."""
    heads: Repeated[Properties] = Repeated()
    spans: Repeated[str] = Repeated()
    rests = Rests()
    rows = [tie_row(tie, heads, spans, rests) for tie in ties]
    tables: Tables = {"heads": heads.values, "spans": ";".join(spans.values)}
    return Part("tie", _ids(ties), rows, tables, TYPES[ties[0].kind])


def redirect_part(redirects: Iterable[tuple[str, str]]) -> Part:
    return _plain("redirect", ({"id": alias, "actor": id_} for alias, id_ in redirects))


def waiting_part(queue: Iterable[Waiting]) -> Part:
    return Part("waiting", (), [waiting_row(*item) for item in enumerate(queue)])


def part_before(
    what: What,
    known: Sequence[str],
    was: Sequence[str],
    grounds: Sequence[str] | None,
    sizes: Sequence[int] | None,
) -> Part:
    """What makes things again as they were kept."""
    ends = pairwise(accumulate(sizes or (), initial=0))
    records = [tuple((grounds or ())[first:last]) for first, last in ends]
    make: Mapping[What, Callable[[], Part]] = {
        "actor": lambda: actor_part(list(map(actor_of, was, records))),
        "ground": lambda: Part("ground", known, list(map(GroundRow, known, records))),
        "tie": lambda: tie_part(list(map(tie_of, was))),
        "import": lambda: _plain("import", map(import_row, _read(serial.IMPORT, was))),
        "judgement": lambda: _plain("judgement", map(judgement_row, _read(serial.JUDGEMENT, was))),
        "redirect": lambda: redirect_part(zip(known, was, strict=True)),
        "waiting": lambda: waiting_part(_read(serial.WAITING, was)),
    }
    return make[what]()


def _parts(
    make: Callable[[Sequence[Thing]], Part], things: Iterable[Thing], size: int
) -> Iterator[Part]:
    pending = iter(things)
    while batch := list(islice(pending, size)):
        part = make(batch)
        _check(part.ids)
        yield part


def _by_kind(ties: Iterable[Tie]) -> Iterable[list[Tie]]:
    kinds: dict[str, list[Tie]] = defaultdict(list)
    for tie in ties:
        kinds[tie.kind].append(tie)
    return kinds.values()


def _plain(what: What, rows: Iterable[Properties]) -> Part:
    made = list(rows)
    return Part(what, [str(row["id"]) for row in made], made)


def _dropping(what: What) -> Callable[[Sequence[str]], Part]:
    return lambda ids: Part(what, ids, dropped=True)


def _ids(things: Sequence[Actor] | Sequence[Tie] | Sequence[Record]) -> list[str]:
    return [thing.id for thing in things]


def _check(ids: Iterable[str]) -> None:
    for id_ in ids:
        if len(id_) > LONGEST_ID:
            raise InvalidInput(
                "invalid_value", what="id", value=f"{id_[:40]}…", expected=f"≤ {LONGEST_ID}"
            )


def _read(adapter: TypeAdapter[Thing], payloads: Iterable[str]) -> list[Thing]:
    return [adapter.validate_json(payload) for payload in payloads]
