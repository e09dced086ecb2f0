"""What the organisations of a pole share: employer groups, places, joint purchases."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from maillage.ingest.sample.draws import Draws, Numbers
from maillage.ingest.sample.population import Poles, Small


@dataclass(frozen=True)
class Sort:
    """One sort of group: how many poles of a hundred have it, and how organisations join it."""

    head: str  # in heads.csv
    kind: str  # of the group
    share: int
    tie: str


SORTS = (
    Sort("employer_group", "employer_group", 40, "employer_group"),
    Sort("geiq", "employer_group", 15, "employer_group"),
    Sort("place", "place", 30, "shared_premises"),
    Sort("joint_purchase", "joint_purchase", 20, "joint_purchase"),
)


@dataclass(frozen=True, eq=False)
class Groups:
    sort: Small  # in SORTS
    pole: Numbers
    size: Numbers
    first: Numbers  # rank in the pole of the first member; the others follow

    def __len__(self) -> int:
        return len(self.sort)


def gather(poles: Poles, *, draws: Draws) -> Groups:
    numbers = np.arange(len(poles))
    having = [
        np.flatnonzero(draws.below(f"has {sort.head}", numbers, 100) < sort.share) for sort in SORTS
    ]
    pole = np.concatenate(having)
    index = np.arange(len(pole))
    return Groups(
        np.repeat(np.arange(len(SORTS), dtype=np.uint8), [len(found) for found in having]),
        pole,
        np.minimum(2 + draws.below("group size", index, 8), poles.sizes[pole]),
        draws.below("group first", index, 1 << 20) % np.maximum(poles.sizes[pole], 1),
    )


def group_members(groups: Groups, poles: Poles) -> tuple[Numbers, Numbers]:
    """(organisation, group) of every belonging."""
    group = np.repeat(np.arange(len(groups)), groups.size)
    within = np.arange(len(group)) - np.repeat(np.cumsum(groups.size) - groups.size, groups.size)
    pole = groups.pole[group]
    rank = (groups.first[group] + within) % poles.sizes[pole]
    return poles.members[poles.starts[pole] + rank], group


def pole_members(poles: Poles, *, draws: Draws) -> tuple[Numbers, Numbers]:
    """(organisation, pole) of every membership: each its own, and a few a neighbouring one too."""
    member = poles.members
    own = np.repeat(np.arange(len(poles)), poles.sizes)
    if len(poles) <= 3:
        return member, own
    twice = np.flatnonzero(draws.below("second pole", member, 100) < 8)
    other = (own[twice] + 1 + draws.below("which pole", member[twice], 3)) % len(poles)
    return np.concatenate([member, member[twice]]), np.concatenate([own, other])
