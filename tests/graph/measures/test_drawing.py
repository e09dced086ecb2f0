"""Draws on several cores: the same as on one, in order, and over as soon as nobody listens."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from functools import partial

import numpy as np
import pytest
from random_networks import random_network

from maillage.graph.measures import drawing, qap, relabelling
from maillage.graph.measures.drawing import in_order
from maillage.graph.measures.relabelling import labellings
from maillage.graph.measures.rewiring import Ends, rewirings
from maillage.graph.measures.two_dates import TwoDates


@pytest.mark.parametrize("workers", [1, 2, 5])
def test_streams_come_in_order(workers: int) -> None:
    streams = [partial(range, 3 * k, 3 * k + 3) for k in range(7)]
    assert list(in_order(streams, workers)) == list(range(21))
    assert list(in_order([], workers)) == []


@pytest.mark.parametrize("workers", [1, 2])
def test_what_nobody_waits_for_is_not_drawn(workers: int) -> None:
    begun = list[int]()

    def stream(number: int) -> Iterator[int]:
        begun.append(number)
        yield number

    listening = in_order((partial(stream, k) for k in range(1000)), workers)
    assert next(listening) == 0
    assert isinstance(listening, Generator)
    listening.close()
    assert len(begun) <= 1 + 2 * workers


def test_a_fault_in_a_draw_comes_out() -> None:
    with pytest.raises(ZeroDivisionError):
        list(in_order([lambda: [1 // 0]], 2))


@pytest.mark.parametrize("directed", [False, True])
@pytest.mark.parametrize("compiled", [False, True])
def test_labels_are_the_same_on_two_cores(
    monkeypatch: pytest.MonkeyPatch, *, directed: bool, compiled: bool
) -> None:
    if compiled:
        monkeypatch.setattr(relabelling, "MANY_LOOKS", 1)
    network = random_network(3, directed=directed, most=40)
    column = network.column("group")

    def drawn(workers: int) -> np.ndarray:
        made = labellings(
            network.simple, column.codes, len(column.categories), 300, 7, workers=workers
        )
        return np.concatenate([batch.within for batch in made])

    once, again = drawn(1), drawn(2)
    assert once.shape[0] == 300
    assert len(np.unique(once, axis=0)) > 1
    np.testing.assert_array_equal(once, again)


@pytest.mark.parametrize("directed", [False, True])
def test_rewired_graphs_are_the_same_on_two_cores(*, directed: bool) -> None:
    graph = random_network(5, directed=directed, most=40).simple

    def ties(ends: Ends) -> tuple[int, ...]:
        return (*ends.heads.tolist(), *ends.tails.tolist())

    once, again = (list(rewirings(graph, 90, 4, read=ties, workers=w)) for w in (1, 2))
    assert len(once) == 90
    assert len(set(once)) > 80
    assert once == again


def test_shuffles_are_the_same_on_two_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(qap, "_BATCH_CELLS", 1000)
    before, after = (random_network(seed, directed=False, most=20) for seed in (2, 502))
    dates = TwoDates(before, after, seed=3)
    once, again = (np.concatenate(list(qap._drawn(dates, 200, workers))) for workers in (1, 2))
    assert len(once) == 200
    np.testing.assert_array_equal(once, again)


def test_as_many_workers_as_memory_holds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drawing, "cores", lambda: 64)
    assert drawing.workers(bytes_each=0) == 64
    assert drawing.workers(bytes_each=drawing.MOST_BYTES // 3) == 3
    assert drawing.workers(bytes_each=10 * drawing.MOST_BYTES) == 1
