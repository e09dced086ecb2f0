"""What the layout works on: one weighted link a pair, the size of marks, who stands with whom."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np
from numpy.typing import NDArray

from maillage.graph.model import Actor, Tie
from maillage.graph.vocabulary import actor_kind
from maillage.viz import spread
from maillage.viz.islands import is_pole, islands
from maillage.viz.marks import mark_radius
from maillage.viz.scene_model import Point, Positions


class Plan:
    """The graph to lay out: one weighted link a pair, radii, groups."""

    def __init__(self, actors: Iterable[Actor], ties: Iterable[Tie]) -> None:
        self.actors = sorted(actors, key=lambda actor: actor.id)
        self.ids = [actor.id for actor in self.actors]
        self.index = {actor: number for number, actor in enumerate(self.ids)}
        known = [tie for tie in ties if tie.source in self.index and tie.target in self.index]
        ends = np.array(
            [(self.index[tie.source], self.index[tie.target]) for tie in known], dtype=np.int64
        ).reshape(-1, 2)
        self.degree = np.bincount(ends.ravel(), minlength=len(self.ids))
        pairs = np.unique(np.sort(ends[ends[:, 0] != ends[:, 1]], axis=1), axis=0)
        self.pairs = pairs.reshape(-1, 2)
        self.around = np.bincount(self.pairs.ravel(), minlength=len(self.ids))
        # A hub that everybody is tied to says little of who stands near whom.
        self.weights = 1 / np.sqrt(np.maximum(self.around[self.pairs].max(axis=1, initial=1), 1))
        self.radii = np.array(
            [
                mark_radius(actor_kind(actor.kind).family, int(degree))
                for actor, degree in zip(self.actors, self.degree, strict=True)
            ]
        )
        self.neighbours = self._neighbours()
        homes = islands(
            self.actors,
            known,
            {self.ids[i]: [self.ids[j] for j in near] for i, near in enumerate(self.neighbours)},
        )
        self.groups = self._grouped(homes)

    def is_pole(self, number: int) -> bool:
        return is_pole(self.actors[number])

    def _neighbours(self) -> list[list[int]]:
        near: list[list[int]] = [[] for _ in self.ids]
        for one, other in self.pairs.tolist():
            near[one].append(other)
            near[other].append(one)
        return near

    def _grouped(self, homes: Mapping[str, str]) -> NDArray[np.int64]:
        """The mark at the heart of each mark's group: its pole, or the one it hangs from."""
        hearts = np.arange(len(self.ids))
        for actor, home in homes.items():
            hearts[self.index[actor]] = self.index[home]
        for number, near in enumerate(self.neighbours):
            if len(near) == 1 and hearts[number] == number and self.ids[number] not in homes:
                other = near[0]
                if len(self.neighbours[other]) > 1 or other < number:
                    hearts[number] = hearts[other]
        return hearts

    def beside(self, kept: Positions) -> dict[str, Point]:
        placed = {actor: kept[actor] for actor in self.ids if actor in kept}
        corner = max((y for _, y in kept.values()), default=0.0) + 60
        for count, (number, actor) in enumerate(
            (number, actor) for number, actor in enumerate(self.ids) if actor not in kept
        ):
            near = [kept[self.ids[i]] for i in self.neighbours[number] if self.ids[i] in kept]
            angle = count * spread.GOLDEN_ANGLE
            middle = (
                (sum(x for x, _ in near) / len(near), sum(y for _, y in near) / len(near))
                if near
                else (60.0 * count, corner)
            )
            reach = 45.0 if near else 0.0
            placed[actor] = (
                round(middle[0] + reach * float(np.cos(angle)), 1),
                round(middle[1] + reach * float(np.sin(angle)), 1),
            )
        return placed
