"""A whole store into another one, of whatever kind: nothing is lost, nothing is derived anew."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

from maillage.graph.errors import Refused, StoreConflict
from maillage.graph.model import Actor, Record, Tie
from maillage.graph.paging import every
from maillage.graph.papers import TRAVELLING
from maillage.graph.port import ActorQuery, Change, Page, Reader, Store, TieQuery

Thing = TypeVar("Thing", Actor, Tie)

PAGE = 10_000


def copy_store(source: Reader, target: Store) -> int:
    """Fill an empty store with all that another holds, in one change, then the papers;
    its revision after that.

    Undone imports and judgements come along, so that what was undone can be done again. If the
    source is written to meanwhile nothing is copied: `StoreConflict`.
    """
    if target.revision() != 0:
        raise Refused("store_not_empty", path=target.url)
    revision = source.revision()
    change = Change(
        imports=source.imports(),
        records=_records(source, revision),
        judgements=source.judgements(),
        actors=_everything(lambda after: source.actors(ActorQuery(after=after, limit=PAGE))),
        ties=_everything(lambda after: source.ties(TieQuery(after=after, limit=PAGE))),
        redirects=source.fingerprints().redirects,
        waiting=source.waiting(),
    )
    copied = target.commit(change, expected=0)
    for shelf in TRAVELLING:
        for id_, text in source.papers(shelf).items():
            target.put_paper(shelf, id_, text)
    return copied


def _records(source: Reader, revision: int) -> Iterator[Record]:
    """All of them; an error at their end if they are not of one revision with the rest."""
    yield from source.records()
    if source.revision() != revision:
        raise StoreConflict("store_conflict")


def _everything(page: Callable[[str], Page[Thing]]) -> dict[str, Thing]:
    return {thing.id: thing for thing in every(page)}
