"""Groups handed out again at random: what falls within each group, draw after draw.

Mixing indices read sums within, out of and into groups; so that is all that is kept of a draw.
On a large network sixty-four draws are made side by side: node after node receives a label with
the odds of those that are left to give, which is a uniform permutation and walks through memory.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray

from maillage.graph import kernels
from maillage.graph.adjacency import Adjacency, Ints, Numbers
from maillage.graph.measures import drawing
from maillage.graph.measures.tally import Mixing, sums_by_group

# Draws made side by side: one for each byte of a cache line.
LANES = 64
# Nodes whose random words are drawn at a time: what stays near the processor.
_BLOCK = 2048
# Groups that a byte can tell apart, one bit each.
_BITS = 8
# Draws handed over together where each is made by itself.
_BATCH = 64
# Ties times draws above which compiling pays.
MANY_LOOKS = 50_000_000


@dataclass(frozen=True)
class Labellings:
    """Some draws: a row for each, a column for each group."""

    within: Numbers
    out: Numbers
    into: Numbers
    # The sum over all ties, which no labelling changes.
    total: int | float
    directed: bool

    def __len__(self) -> int:
        return len(self.within)

    def mixing(self, draw: int) -> Mixing:
        """One draw, in the form in which indices read the network itself."""
        within, out, into = self.within[draw], self.out[draw], self.into[draw]
        inside = within.sum().item()
        touching = out + into - within
        if not self.directed:
            out = into = out + into
        return Mixing(within, out, into, touching, self.total - inside, inside)


def labellings(
    graph: Adjacency,
    codes: Ints,
    groups: int,
    draws: int,
    seed: int,
    *,
    weighted: bool = False,
    workers: int | None = None,
) -> Iterator[Labellings]:
    """Batches of draws, `draws` in all; the same whatever the number of workers."""
    few = not weighted and groups <= _BITS and graph.size < 2**30
    if few and kernels.wanted(graph.size * draws * kernels.MANY // MANY_LOOKS):
        made: Callable[[int, Sequence[int]], Iterator[Labellings]] = _SideBySide.of(
            graph, codes, groups
        ).draw
        size = LANES
        at_once = drawing.workers(bytes_each=5 * LANES * graph.n) if workers is None else workers
    else:
        made, size = partial(_one_by_one, graph, codes, groups, weighted=weighted), _BATCH
        at_once = 1
    batches = (
        partial(made, min(size, draws - start), [seed, number])
        for number, start in enumerate(range(0, draws, size))
    )
    yield from drawing.in_order(batches, at_once)


def _one_by_one(
    graph: Adjacency, codes: Ints, groups: int, draws: int, seed: Sequence[int], *, weighted: bool
) -> Iterator[Labellings]:
    """One batch: draw after draw."""
    generator, labels = np.random.default_rng(seed), codes.copy()
    total = graph.weight.sum().item() if weighted else graph.size
    made = []
    for _ in range(draws):
        generator.shuffle(labels)
        made.append(sums_by_group(graph, labels, groups, weighted=weighted))
    within, out, into, _across = (np.stack(part) for part in zip(*made, strict=True))
    yield Labellings(within, out, into, total, graph.directed)


@dataclass(frozen=True, eq=False)
class _SideBySide:
    """What every batch of draws side by side reads."""

    graph: Adjacency
    sizes: NDArray[np.int32]
    out_ties: Ints
    in_ties: Ints

    @classmethod
    def of(cls, graph: Adjacency, codes: Ints, groups: int) -> _SideBySide:
        sizes = np.bincount(codes, minlength=groups).astype(np.int32)
        out_ties, in_ties = (
            np.bincount(ends, minlength=graph.n).astype(np.int32)
            for ends in (graph.source, graph.target)
        )
        return cls(graph, sizes, out_ties, in_ties)

    def draw(self, draws: int, seed: Sequence[int]) -> Iterator[Labellings]:
        """One batch; of the lanes that are not wanted nothing is kept."""
        graph, groups = self.graph, len(self.sizes)
        bits = np.random.SFC64(seed)
        labels = np.empty((graph.n, LANES), np.uint8)
        left = np.repeat(self.sizes[:, None], LANES, axis=1)
        out, into = (np.zeros((groups, LANES), np.int32) for _ in range(2))
        within = np.zeros((groups, LANES), np.int64)
        told = (self.out_ties, self.in_ties), (left, labels, out, into)
        for start in range(0, graph.n, _BLOCK):
            size = min(_BLOCK, graph.n - start)
            raw = bits.random_raw(size * LANES // 2).view(np.uint32).reshape(size, LANES)
            kernels.compiled(hand_out)(raw, start, *told[0], *told[1])
        ends = graph.source.view(np.uint32), graph.target.view(np.uint32)
        kernels.compiled(count_within)(*ends, labels.view(np.uint64), within.view(np.uint64))
        sums = [table.T[:draws].astype(np.int64) for table in (within, out, into)]
        yield Labellings(sums[0], sums[1], sums[2], graph.size, graph.directed)


def hand_out(  # noqa: PLR0917 -- a kernel takes its arrays by place
    raw: np.ndarray[tuple[int, int], np.dtype[np.uint32]],
    start: int,
    out_ties: Ints,
    in_ties: Ints,
    left: np.ndarray[tuple[int, int], np.dtype[np.int32]],
    labels: np.ndarray[tuple[int, int], np.dtype[np.uint8]],
    out: np.ndarray[tuple[int, int], np.dtype[np.int32]],
    into: np.ndarray[tuple[int, int], np.dtype[np.int32]],
) -> None:
    """Node after node, from `start`, draws one of the labels that are left; bit g of a byte is
    group g."""
    nodes, lanes = labels.shape
    rest = np.empty(lanes, np.int32)
    for node in range(start, start + len(raw)):
        bound = np.uint64(nodes - node)
        for lane in range(lanes):
            rest[lane] = np.int32((np.uint64(raw[node - start, lane]) * bound) >> np.uint64(32))
            labels[node, lane] = 0
        for group in range(len(left)):
            bit = np.uint8(1 << group)
            for lane in range(lanes):
                here = left[group, lane]
                hit = np.int32((rest[lane] >= 0) & (rest[lane] < here))
                rest[lane] -= here
                left[group, lane] = here - hit
                labels[node, lane] |= np.uint8(hit * bit)
                out[group, lane] += hit * out_ties[node]
                into[group, lane] += hit * in_ties[node]


def count_within(
    source: np.ndarray[tuple[int], np.dtype[np.uint32]],
    target: np.ndarray[tuple[int], np.dtype[np.uint32]],
    labels: np.ndarray[tuple[int, int], np.dtype[np.uint64]],
    within: np.ndarray[tuple[int, int], np.dtype[np.uint64]],
) -> None:
    """Ties whose ends bear the same label, eight draws a word; bytes are emptied before they
    overflow."""
    groups, words = len(within), labels.shape[1]
    ones = np.uint64(0x0101010101010101)
    byte = np.uint64(0xFF)
    counts = np.zeros((groups, words), np.uint64)
    for start in range(0, len(source), 255):
        for k in range(start, min(start + 255, len(source))):
            for group in range(groups):
                shift = np.uint64(group)
                for word in range(words):
                    same = labels[source[k], word] & labels[target[k], word]
                    counts[group, word] += (same >> shift) & ones
        for group in range(groups):
            for word in range(words):
                for place in range(8):
                    part = (counts[group, word] >> np.uint64(8 * place)) & byte
                    within[group, 8 * word + place] += part
                counts[group, word] = 0
