"""Range: an index over codings of the nodes whose group is undecided."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np

from maillage.graph.columns import Ints
from maillage.graph.measures.entry import Answer
from maillage.graph.measures.result import Bounds, Keyed
from maillage.graph.measures.study import Study

DRAWN_CODINGS = 200
# Above this many ties, fewer codings are drawn; the result says how many.
MANY_TIES = 1_000_000


def range_of(function: Callable[[Study, str], Answer], study: Study, variant: str) -> Bounds:
    """Least and greatest value: all undecided in one group, for each group, and drawn codings."""
    seed = study.used_seed
    answers = [function(study.recoded(codes), variant).value for codes in codings(study, seed=seed)]
    undecided = study.network.n - study.n
    ties = study.network.simple.size - study.binary.size
    low, high = _ends([value for value in answers if value is not None])
    return Bounds(low, high, "codings", undecided, ties, codings=len(answers), seed=seed)


def codings(study: Study, *, seed: int) -> Iterator[Ints]:
    """Codes of every node of the network, the decided ones as they are."""
    # Any declared group, for who is not known may well be the only member of one.
    groups = np.arange(len(study.groups), dtype=np.int32)
    open_ = ~study.kept
    codes = study.parts.codes.copy()
    for group in groups:
        codes[open_] = group
        yield codes.copy()
    generator = np.random.default_rng(seed)
    drawn = DRAWN_CODINGS if study.network.simple.size <= MANY_TIES else DRAWN_CODINGS // 10
    for _ in range(drawn if len(groups) else 0):
        codes[open_] = generator.choice(groups, int(open_.sum()))
        yield codes.copy()


def _ends(values: list[object]) -> tuple[float | Keyed | None, float | Keyed | None]:
    if not values:
        return None, None
    first = values[0]
    if isinstance(first, Keyed):
        return _by_key([value for value in values if isinstance(value, Keyed)])
    numbers = [value for value in values if isinstance(value, float | int)]
    return min(numbers), max(numbers)


def _by_key(values: list[Keyed]) -> tuple[Keyed, Keyed]:
    """Ends key by key; a key that no coding defines keeps its reason."""
    stacked = np.stack([value.array.astype(np.float64) for value in values])
    nothing = np.zeros(len(values[0]), np.int8)
    why = np.stack([nothing if value.why is None else value.why for value in values])
    never = (why != 0).all(axis=0)
    low = np.where(why == 0, stacked, np.inf).min(axis=0)
    high = np.where(why == 0, stacked, -np.inf).max(axis=0)
    code = np.where(never, why.max(axis=0), 0).astype(np.int8)
    names = values[0].names
    return (
        Keyed(names, np.where(never, 0.0, low), code if never.any() else None),
        Keyed(names, np.where(never, 0.0, high), code if never.any() else None),
    )
