"""The same activity, other partners: a chain of switches over simple graphs.

Two ties a–b and c–d become a–d and c–b unless that makes a self-tie or a parallel one; then the
step is spent and the graph stays. A step undoes itself when it is done again, so whatever the
choice of ties every simple graph of the same degrees is as likely in the end (Maslov & Sneppen
2002, Science 296:910; Artzy-Randrup & Stone 2005, Physical Review E 72:056708): the first tie is
each in turn, which walks through memory, and the second is drawn. Arcs keep in- and
out-degrees; a circle of three arcs can also be turned around, without which some digraphs of the
same degrees would not be reached (Rao, Jana & Bandyopadhyay 1996, Sankhyā A 58:225).

A directed graph is read as its out-ends (rows 0…n−1) against its in-ends (rows n…2n−1).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from maillage.graph import kernels
from maillage.graph.adjacency import Adjacency, Ints, Longs
from maillage.graph.measures import drawing

T = TypeVar("T")
Words = NDArray[np.uint32]

# Switches tried for each tie, before the first graph is taken and again before each other.
TRIED_PER_TIE = 10
# Chains that are drawn apart, where there are draws enough for each.
CHAINS, SHORTEST_CHAIN, LONGEST_CHAIN = 8, 5, 20
# Switches drawn at a time.
_BLOCK = 1 << 16
# Compiled, switches whose ends are looked at before they are made.
LOOK_AHEAD = 128
# Switches in all above which compiling pays.
MANY_SWITCHES = 1_000_000


@dataclass(frozen=True, eq=False)
class Ends:
    """The ends of ties in rows of nodes; end `k` meets node `meets[2k]` at its end `meets[2k+1]`.

    Both numbers stand side by side because a switch reads and writes them together.
    """

    starts: Ints
    owners: Ints
    meets: Ints
    # Ends that a switch may pick, and what separates a node's out-row from its in-row.
    pool: int
    shift: int

    @classmethod
    def of(cls, graph: Adjacency) -> Ends:
        if graph.directed:
            inward = graph.target + np.int32(graph.n)
            pairs = Adjacency(
                2 * graph.n, directed=False, source=graph.source, target=inward, weight=graph.weight
            )
            return cls._rows(pairs, pool=graph.size, shift=graph.n)
        return cls._rows(graph, pool=2 * graph.size, shift=0)

    @classmethod
    def _rows(cls, graph: Adjacency, *, pool: int, shift: int) -> Ends:
        pairs = np.argsort(graph.slots, kind="stable").astype(np.int32).reshape(-1, 2)
        mates = np.empty(2 * graph.size, np.int32)
        mates[pairs[:, 0]], mates[pairs[:, 1]] = pairs[:, 1], pairs[:, 0]
        owners = np.repeat(np.arange(graph.n, dtype=np.int32), graph.degree)
        meets = np.stack([graph.indices, mates], axis=1).ravel()
        return cls(graph.indptr.astype(np.int32), owners, meets, pool, shift)

    @property
    def heads(self) -> Ints:
        """One end of each tie (each tie both ways round if undirected)."""
        return self.owners[: self.pool]

    @property
    def tails(self) -> Ints:
        return self.meets[: 2 * self.pool : 2] - np.int32(self.shift)


def rewirings(
    graph: Adjacency,
    draws: int,
    seed: int,
    *,
    read: Callable[[Ends], T],
    workers: int | None = None,
) -> Iterator[T]:
    """What `read` finds in `draws` graphs of the same degrees; the same whatever the number of
    workers."""
    length = max(SHORTEST_CHAIN, min(LONGEST_CHAIN, draws // CHAINS))
    work = TRIED_PER_TIE * graph.size * draws * kernels.MANY // MANY_SWITCHES
    if workers is None:
        workers = drawing.workers(bytes_each=56 * graph.size) if kernels.wanted(work) else 1

    def one(number: int, start: int) -> Iterator[T]:
        yield from map(read, chain(graph, min(length, draws - start), [seed, number], work=work))

    streams = (partial(one, *each) for each in enumerate(range(0, draws, length)))
    yield from drawing.in_order(streams, workers)


def chain(graph: Adjacency, draws: int, seed: Sequence[int], *, work: int) -> Iterator[Ends]:
    """One chain of graphs: the same object, changed from one to the next. `work` is what compiling
    must be worth, more than this chain where there are others."""
    ends, bits = Ends.of(graph), np.random.SFC64(seed)
    tries = TRIED_PER_TIE * graph.size
    for _ in range(draws):
        for start in range(0, tries, _BLOCK):
            words = _words(bits, min(_BLOCK, tries - start))
            _change(switch, ends, words, start, work)
        if ends.shift:
            _change(turn, ends, _words(bits, 2 * graph.size), 0, work)
        yield ends


def _words(bits: np.random.SFC64, size: int) -> Words:
    return bits.random_raw((size + 1) // 2).view(np.uint32)[:size]


def _change(kernel: kernels.Kernel, ends: Ends, words: Words, start: int, work: int) -> None:
    ahead = LOOK_AHEAD if kernels.wanted(work) else 0
    sizes = np.array([ends.pool, ends.shift, start, ahead, 0])
    kernels.run(kernel, work, (words, sizes, ends.starts), (ends.meets,))


def switch(words: Words, sizes: Longs, starts: Ints, meets: Ints) -> None:
    """Each step takes the next end and one more by a random word."""
    pool, shift, start, ahead, near = sizes
    for k in range(len(words)):
        if ahead and k % ahead == 0:
            # Look at what the next steps will: side by side, memory answers them all at once.
            for later in range(k, min(k + ahead, len(words))):
                p, r = (start + later) % pool, (words[later] * pool) >> 32
                q, s = meets[2 * p + 1], meets[2 * r + 1]
                near += meets[2 * q] + starts[meets[2 * p]] + starts[meets[2 * r]]
                near += starts[meets[2 * s]]
        p, r = (start + k) % pool, (words[k] * pool) >> 32
        b, q, d, s = meets[2 * p], meets[2 * p + 1], meets[2 * r], meets[2 * r + 1]
        a, c = meets[2 * q], meets[2 * s]
        if a + shift == d or c + shift == b:
            continue
        free = True
        for new in ((a, d), (c, b)):
            # Whether they are tied already, in the shorter of their two rows.
            one, other = new
            if starts[one + 1] - starts[one] > starts[other + 1] - starts[other]:
                one, other = other, one
            for place in range(starts[one], starts[one + 1]):
                if meets[2 * place] == other:
                    free = False
                    break
        if free:
            meets[2 * p], meets[2 * p + 1], meets[2 * s], meets[2 * s + 1] = d, s, a, p
            meets[2 * r], meets[2 * r + 1], meets[2 * q], meets[2 * q + 1] = b, q, c, r
    # Kept, or the compiler would see that nobody needs what was looked at.
    sizes[4] = near


def turn(words: Words, sizes: Longs, starts: Ints, meets: Ints) -> None:
    """Each step follows an arc a→b and one of b's, b→c, by two random words: where c→a closes the
    circle and no arc of it is answered, a→c→b→a takes its place."""
    pool, shift, _, _, _ = sizes
    for k in range(0, len(words), 2):
        p = (words[k] * pool) >> 32
        b, at_b = meets[2 * p] - shift, meets[2 * p + 1]
        a = meets[2 * at_b] + 0  # as wide a number as b and c, for the compiler
        r = starts[b] + ((words[k + 1] * (starts[b + 1] - starts[b])) >> 32)
        if r == starts[b + 1]:
            continue
        c, at_c, t = meets[2 * r] - shift, meets[2 * r + 1], -1
        for place in range(starts[c], starts[c + 1]):
            if meets[2 * place] == a + shift:
                t = place
        if t < 0:
            continue
        answered = False
        for one, other in ((b, a), (c, b), (a, c)):
            for place in range(starts[one], starts[one + 1]):
                if meets[2 * place] == other + shift:
                    answered = True
        if not answered:
            at_a = meets[2 * t + 1]
            for end, node, at, owner in ((p, c, at_c, a), (r, a, at_a, b), (t, b, at_b, c)):
                meets[2 * end], meets[2 * end + 1] = node + shift, at
                meets[2 * at], meets[2 * at + 1] = owner, end
