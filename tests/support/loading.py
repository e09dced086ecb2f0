"""Lists loaded from their text, and the graph they add up to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from store_content import graph_in

from maillage.graph.model import Actor, Graph, Tie
from maillage.graph.port import Store
from maillage.graph.stores import open_store
from maillage.ingest.loading.load import Options, load
from maillage.ingest.loading.report import Fate, Report


@dataclass
class Desk:
    """A store, and the lists that somebody brings to it."""

    store: Store
    reports: list[Report] = field(default_factory=list)

    def bring(
        self, text: str | bytes, as_list: str, *, name: str = "liste.csv", **options: Any
    ) -> Report:
        content = text.encode() if isinstance(text, str) else text
        report = load(self.store, content, as_list, Options(**options), name=name)
        self.reports.append(report)
        return report

    @property
    def graph(self) -> Graph:
        return graph_in(self.store)

    def actor(self, name: str) -> Actor:
        (found,) = [actor for actor in self.graph.actors.values() if actor.name == name]
        return found

    @property
    def names(self) -> set[str]:
        return {actor.name for actor in self.graph.actors.values()}

    @property
    def ties(self) -> dict[tuple[str, str, str], Tie]:
        """By the names of their ends, in order, and their kind."""
        graph = self.graph
        found = {}
        for tie in graph.ties.values():
            ends = graph.actors[tie.source].name, graph.actors[tie.target].name
            first, second = ends if tie.directed else sorted(ends)
            found[first, second, tie.kind] = tie
        assert len(found) == len(graph.ties)
        return found

    def tie(self, source: str, target: str, kind: str) -> Tie:
        ties = self.ties
        return ties.get((source, target, kind)) or ties[target, source, kind]


@contextmanager
def a_desk(folder: Path) -> Iterator[Desk]:
    store = open_store(f"sqlite:///{folder / 'desk.db'}")
    try:
        yield Desk(store)
    finally:
        store.close()


def fates(report: Report) -> Mapping[str, int]:
    """Without those that no line has."""
    return {fate.value: report.counts[fate] for fate in Fate if report.counts[fate]}


def codes(report: Report, line: int) -> set[str]:
    return {problem.code for problem in report.problems if problem.row == line}
