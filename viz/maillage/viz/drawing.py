"""The scene of a store, the same for the explorer, the portable map and every export."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

import numpy as np

from maillage.graph.bulk import uncollected
from maillage.graph.dates import DateSpan
from maillage.graph.edits import EDITS
from maillage.graph.errors import InvalidInput
from maillage.graph.left_out import LEFT_OUT_LABELS
from maillage.graph.model import Actor, Record, Tie
from maillage.graph.paging import every
from maillage.graph.port import ActorQuery, Reader, TieQuery
from maillage.graph.vocabulary import Label
from maillage.viz.cutting import around, of_pole
from maillage.viz.layout import arrange
from maillage.viz.scene import About, Scene, build_scene
from maillage.viz.scene_model import LeftOut, Positions
from maillage.viz.scene_pack import DETAIL_LIMIT

Item = TypeVar("Item")

PAGE = 5_000


@uncollected()
def scene_of(store: Reader, at: str | None = None, *, places: Positions | None = None) -> Scene:
    """What the store holds, drawn; with a date, the ties possibly alive then.

    Places are those of the whole network, so that nothing moves from one date to another, or of
    another scene of it.
    """
    actors, ties = all_actors(store), all_ties(store)
    places = arrange(actors, ties, kept=places)
    date = DateSpan.parse(at) if at else None
    over = _over(store, date) if date else frozenset()
    about = About(
        date=date.text if date else None,
        revision=str(store.revision()),
        left_out=_left_out(len(over)) if over else (),
        waiting=store.waiting(),
        sources=_citations(store) if len(actors) <= DETAIL_LIMIT else {},
    )
    alive = [tie for tie in ties if tie.id not in over]
    return build_scene(actors, alive, about=about, positions=places)


@dataclass(frozen=True, slots=True)
class Part:
    """What of the network is drawn: all of it, a pole, or what is around an actor."""

    pole: str | None = None
    ego: str | None = None
    steps: int = 1

    def __post_init__(self) -> None:
        if self.pole and self.ego:
            raise InvalidInput("pole_or_ego")

    def of(self, store: Reader, scene: Scene) -> Scene:
        """An id may be one that redirects."""
        if self.pole:
            return of_pole(scene, store.actor(self.pole).id)
        if self.ego:
            return around(scene, store.actor(self.ego).id, self.steps)
        return scene


def _over(store: Reader, date: DateSpan) -> frozenset[str]:
    columns = store.columns().ties
    return frozenset(columns.ids[number] for number in np.flatnonzero(columns.over(date)))


def _left_out(ties: int) -> tuple[LeftOut, ...]:
    label = LEFT_OUT_LABELS["not_alive"]
    return (LeftOut(reason="not_alive", count=ties, label=Label(fr=label.fr, en=label.en)),)


def all_actors(store: Reader) -> list[Actor]:
    return list(every(lambda after: store.actors(ActorQuery(after=after, limit=PAGE))))


def all_ties(store: Reader) -> list[Tie]:
    return list(every(lambda after: store.ties(TieQuery(after=after, limit=PAGE))))


def citation(record: Record, title: str = "") -> str:
    """Where a person finds what the record says; `title` is that of the file, for a row that cites
    no document."""
    where = record.locator or ", ".join(filter(None, (record.sheet, f"l. {record.line}")))
    return ", ".join(filter(None, (record.source or title, where)))


def _citations(store: Reader) -> dict[str, str]:
    """Of the rows of documents: an act of one of the ends is in none."""
    titles = {item.id: item.title for item in store.imports() if item.list != EDITS}
    return {
        record.id: citation(record, titles.get(record.import_id, ""))
        for record in store.records()
        if record.source or record.import_id in titles
    }
