"""The scene of a store, the same for the explorer, the portable map and every export."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

from maillage.graph.dates import DateSpan
from maillage.graph.model import Actor, Record, Tie
from maillage.graph.port import ActorQuery, Page, Reader, TieQuery
from maillage.viz.scene import About, Scene, build_scene
from maillage.viz.scene_pack import DETAIL_LIMIT

Item = TypeVar("Item")

PAGE = 5_000


def scene_of(store: Reader, at: str | None = None) -> Scene:
    """Everything that the store holds, drawn."""
    actors, ties = all_actors(store), all_ties(store)
    date = DateSpan.parse(at).text if at else None
    about = About(
        date=date,
        revision=str(store.revision()),
        waiting=store.waiting(),
        sources=_citations(store) if len(actors) <= DETAIL_LIMIT else {},
    )
    return build_scene(actors, ties, about=about)


def all_actors(store: Reader) -> list[Actor]:
    return list(_every(lambda after: store.actors(ActorQuery(after=after, limit=PAGE))))


def all_ties(store: Reader) -> list[Tie]:
    return list(_every(lambda after: store.ties(TieQuery(after=after, limit=PAGE))))


def citation(record: Record) -> str:
    """Where a person finds what the record says."""
    line = f"{record.sheet} {record.line}".strip()
    return ", ".join(part for part in (record.source, record.locator or f"l. {line}") if part)


def _citations(store: Reader) -> dict[str, str]:
    return {record.id: citation(record) for record in store.records()}


def _every(page: Callable[[str], Page[Item]]) -> Iterator[Item]:
    after: str | None = ""
    while after is not None:
        found = page(after)
        yield from found.items
        after = found.next
