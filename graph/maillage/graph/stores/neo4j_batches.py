"""One batch written within a transaction; and, where more follow, undone again.

What is there is looked for first: what is new is created without a search, and nothing is written
over unseen. A batch that is kept (`number`) leaves a :Before node, by which `undo_last` makes the
store what it was.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from maillage.graph.errors import StoreCorrupt
from maillage.graph.stores import neo4j_cypher as cypher
from maillage.graph.stores import neo4j_writes as writes
from maillage.graph.stores.neo4j_columns import sent, texts
from maillage.graph.stores.neo4j_link import Run
from maillage.graph.stores.neo4j_parts import Part, part_before
from maillage.graph.stores.neo4j_writes import NODES, TIES, Statements


def write_part(run: Run, part: Part, *, number: int | None = None) -> None:
    """`number`: what was there before is kept under it."""
    if part.what == "waiting":
        if number is not None:
            run(writes.KEEP_WAITING, **_kept(part, number))
        _write_waiting(run, part)
    elif part.dropped:
        _drop(run, part, number)
    else:
        _write(run, part, _look(run, part, number))


def undo_last(run: Run) -> bool:
    """Undo the last batch that was kept; False when none is left."""
    kept = run(cypher.LAST_BEFORE)
    if not kept:
        return False
    node, what, type_, dropped, ids, *before = kept[0]
    known, *_ = before
    new = set() if dropped else set(ids).difference(known)
    if new:
        run(_statements(Part(what, (), type=type_)).drop, ids=texts(new))
    if what == "waiting":
        _write_waiting(run, part_before(what, *before))
    elif known and what != "record":
        _write(run, part_before(what, *before), () if dropped else known)
    run(cypher.FORGET, node=node)
    return True


def _drop(run: Run, part: Part, number: int | None) -> None:
    """What is found of one type need not be looked for as one of the next."""
    left = part.ids
    for one in _of_one_type(run, part):
        known = set(_look(run, replace(one, ids=left), number))
        if known:
            run(_statements(one).drop, ids=texts(known))
            left = [id_ for id_ in left if id_ not in known]


def _of_one_type(run: Run, part: Part) -> list[Part]:
    """The part, for each type in use if it is of ties: a look-up serves one type only."""
    if part.what != "tie":
        return [part]
    return [replace(part, type=type_) for type_ in _types_in_use(run)]


def _types_in_use(run: Run) -> list[str]:
    return [type_ for (type_,) in run(cypher.TYPES_IN_USE)]


def _look(run: Run, part: Part, number: int | None) -> Sequence[str]:
    """Which of these are there."""
    if part.type and not run(cypher.IS_IN_USE[part.type])[0][0]:
        if number is not None:
            run(writes.KEEP_NEW, **_kept(part, number))
        return ()
    statements = _statements(part)
    if number is None:
        found = run(statements.look, ids=texts(part.ids))
    else:
        found = run(statements.keep, **_kept(part, number))
    known: Sequence[str] = found[0][0]
    return known


def _kept(part: Part, number: int) -> dict[str, object]:
    return {
        "part": number,
        "what": part.what,
        "type": part.type,
        "dropped": part.dropped,
        "ids": texts(part.ids),
    }


def _write(run: Run, part: Part, known: Collection[str]) -> None:
    """Create what is not known, alter what is."""
    statements = _statements(part)
    there = set(known)
    old = [row for id_, row in zip(part.ids, part.rows, strict=True) if id_ in there]
    new = part.rows
    if old:
        new = [row for id_, row in zip(part.ids, part.rows, strict=True) if id_ not in there]
    for statement, rows in ((statements.create, new), (statements.alter, old)):
        if statement and rows:
            of_type = {"type": part.type} if part.type else {}
            answer = run(statement, **sent(rows), **part.tables, **of_type)
            if answer and answer[0][0] != len(rows):
                # Neo4j silently leaves out a tie whose end it does not find.
                raise StoreCorrupt("store_incoherent")


def _write_waiting(run: Run, part: Part) -> None:
    """The whole queue, which is short."""
    run(writes.DROP_WAITING)
    run(writes.CREATE_WAITING, rows=part.rows)


def _statements(part: Part) -> Statements:
    return TIES[part.type] if part.type else NODES[part.what]
