"""Who there is: sort, département, pole and pull of each organisation, as columns of numbers."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from maillage.ingest.sample.draws import Draws, Numbers
from maillage.ingest.sample.tables import Tables

Small = NDArray[np.uint8]
Ints = NDArray[np.int32]

SHARE_IN_POLES = 45  # of a hundred organisations
POLE_SIZE = 20


@dataclass(frozen=True, eq=False)
class Poles:
    """Poles in the order of their départements, each a slice of `members`."""

    members: Numbers  # organisations, pole after pole; the first of each carries it
    starts: Numbers  # where each pole begins, and the end
    home: Numbers  # its département
    second: Numbers  # another one of the region, or the same

    def __len__(self) -> int:
        return len(self.home)

    @property
    def sizes(self) -> Numbers:
        return np.diff(self.starts)

    @property
    def carriers(self) -> Numbers:
        return self.members[self.starts[:-1]]


@dataclass(frozen=True, eq=False)
class Population:
    archetype: Small
    departement: Small
    pole: Ints  # -1: in none
    pull: Numbers  # how much ties are drawn to it
    poles: Poles

    def __len__(self) -> int:
        return len(self.archetype)


def populate(size: int, *, draws: Draws, tables: Tables) -> Population:
    everyone = np.arange(size)
    order = np.argsort(draws.bits("order", everyone), kind="stable")
    poles = _poles(order[: size * SHARE_IN_POLES // 100], draws=draws, tables=tables)

    pole = np.full(size, -1, np.int32)
    pole[poles.members] = np.repeat(np.arange(len(poles), dtype=np.int32), poles.sizes)
    return Population(
        _archetypes(size, poles, draws=draws, tables=tables),
        _departements(pole, poles, draws=draws, tables=tables),
        pole,
        _pull(size, draws=draws),
        poles,
    )


def _poles(members: Numbers, *, draws: Draws, tables: Tables) -> Poles:
    count = max(1, round(len(members) / POLE_SIZE)) if len(members) else 0
    numbers = np.arange(count)
    # From 8 to 32 members before scaling, so that sizes differ and fill the slots exactly.
    raw = np.cumsum(8 + draws.below("pole size", numbers, 25))
    starts = np.concatenate([[0], raw * len(members) // raw[-1]]) if count else np.zeros(1, int)
    home = np.sort(draws.pick("pole home", numbers, _weights(tables)))
    wide = draws.below("pole reach", numbers, 100) < 40
    return Poles(members, starts, home, np.where(wide, tables.companion[home], home))


def _archetypes(size: int, poles: Poles, *, draws: Draws, tables: Tables) -> Small:
    weights = np.array([archetype.weight for archetype in tables.archetypes])
    sorts = draws.pick("archetype", np.arange(size), weights)
    carriers = poles.carriers
    sorts[carriers] = draws.pick("carrier", carriers, weights * tables.having("carrier"))
    return sorts.astype(np.uint8)


def _departements(pole: Ints, poles: Poles, *, draws: Draws, tables: Tables) -> Small:
    places = draws.pick("departement", np.arange(len(pole)), _weights(tables))
    inside = np.flatnonzero(pole >= 0)
    at_home = draws.below("at home", inside, 100) < 75
    home, second = poles.home[pole[inside]], poles.second[pole[inside]]
    places[inside] = np.where(at_home, home, second)
    return places.astype(np.uint8)


def _pull(size: int, *, draws: Draws) -> Numbers:
    """Pareto weights of exponent 1.6, in 1/256, cut where one hub would take most draws.

    u ** (-5/8) is written with square roots, which every machine rounds alike.
    """
    u = ((draws.bits("pull", np.arange(size)) >> np.uint64(11)) + np.uint64(1)) * 2.0**-53
    pull: NDArray[np.float64] = 1 / (np.sqrt(u) * np.sqrt(np.sqrt(np.sqrt(u))))
    cut: Numbers = (np.minimum(pull, 2 * np.sqrt(size)) * 256).astype(np.int64)
    return cut


def _weights(tables: Tables) -> Numbers:
    return np.array([departement.weight for departement in tables.departements])
