"""Groups handed out again at random: what falls within each group, draw after draw.

Mixing indices read sums within, out of and into groups; so that is all that is kept of a draw.
On a large network sixty-four draws are made side by side: node after node receives a label with
the odds of those that are left to give, which is a uniform permutation and walks through memory.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from maillage.graph import kernels
from maillage.graph.adjacency import Adjacency, Ints, Numbers
from maillage.graph.measures.tally import Mixing, sums_by_group

# Draws made side by side: one for each byte of a cache line.
LANES = 64
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
    graph: Adjacency, codes: Ints, groups: int, draws: int, seed: int, *, weighted: bool = False
) -> Iterator[Labellings]:
    """Batches of draws, `draws` in all."""
    few = not weighted and groups <= _BITS and graph.size < 2**30
    if few and kernels.wanted(graph.size * draws * kernels.MANY // MANY_LOOKS):
        yield from _side_by_side(graph, codes, groups, draws, seed)
    else:
        yield from _one_by_one(graph, codes, groups, draws, seed, weighted=weighted)


def _one_by_one(
    graph: Adjacency, codes: Ints, groups: int, draws: int, seed: int, *, weighted: bool
) -> Iterator[Labellings]:
    generator, labels = np.random.default_rng(seed), codes.copy()
    total = graph.weight.sum().item() if weighted else graph.size
    for start in range(0, draws, _BATCH):
        made = []
        for _ in range(min(_BATCH, draws - start)):
            generator.shuffle(labels)
            made.append(sums_by_group(graph, labels, groups, weighted=weighted))
        within, out, into, _across = (np.stack(part) for part in zip(*made, strict=True))
        yield Labellings(within, out, into, total, graph.directed)


def _side_by_side(
    graph: Adjacency, codes: Ints, groups: int, draws: int, seed: int
) -> Iterator[Labellings]:
    bits = np.random.SFC64(seed)
    sizes = np.bincount(codes, minlength=groups).astype(np.int32)
    out_ties, in_ties = (
        np.bincount(ends, minlength=graph.n).astype(np.int32)
        for ends in (graph.source, graph.target)
    )
    ends = graph.source.view(np.uint32), graph.target.view(np.uint32)
    labels = np.empty((graph.n, LANES), np.uint8)
    for start in range(0, draws, LANES):
        raw = bits.random_raw(graph.n * LANES // 2).view(np.uint32).reshape(graph.n, LANES)
        left = np.repeat(sizes[:, None], LANES, axis=1)
        out, into = (np.zeros((groups, LANES), np.int32) for _ in range(2))
        within = np.zeros((groups, LANES), np.int64)
        kernels.compiled(hand_out)(raw, out_ties, in_ties, left, labels, out, into)
        kernels.compiled(count_within)(*ends, labels.view(np.uint64), within.view(np.uint64))
        kept = min(LANES, draws - start)
        sums = [table.T[:kept].astype(np.int64) for table in (within, out, into)]
        yield Labellings(sums[0], sums[1], sums[2], graph.size, graph.directed)


def hand_out(  # noqa: PLR0917
    raw: np.ndarray[tuple[int, int], np.dtype[np.uint32]],
    out_ties: Ints,
    in_ties: Ints,
    left: np.ndarray[tuple[int, int], np.dtype[np.int32]],
    labels: np.ndarray[tuple[int, int], np.dtype[np.uint8]],
    out: np.ndarray[tuple[int, int], np.dtype[np.int32]],
    into: np.ndarray[tuple[int, int], np.dtype[np.int32]],
) -> None:
    """Node after node draws one of the labels that are left; bit g of a byte is group g."""
    nodes, lanes = labels.shape
    rest = np.empty(lanes, np.int32)
    for node in range(nodes):
        bound = np.uint64(nodes - node)
        for lane in range(lanes):
            rest[lane] = np.int32((np.uint64(raw[node, lane]) * bound) >> np.uint64(32))
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
