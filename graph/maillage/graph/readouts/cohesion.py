"""How cohesive a subject is, and who stands between others in it: part of its reliance.

On the view `cooperation`, direct ties only.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from maillage.graph.arrays import KIND_NAMES
from maillage.graph.measures.result import Keyed, Result
from maillage.graph.measures.values import plain
from maillage.graph.network import Network
from maillage.graph.readouts.index_words import ratio_label
from maillage.graph.readouts.statement import UNKNOWN, Statement, of_actors
from maillage.graph.readouts.subject import Subject
from maillage.graph.readouts.words.reliance import COUNTS, WORDS
from maillage.graph.vocabulary import SECTOR_LABELS, TIE_KINDS, Label, Layer, Sector
from maillage.graph.wording import count, fill, joined

MOST_BROKERS = 5
ROLES = ("coordinator", "itinerant", "gatekeeper", "representative", "liaison")


def part_sizes(network: Network) -> list[int]:
    """Of the parts that nothing joins, the largest first."""
    found = plain(network.measure("components").value)
    return [size for size in found if isinstance(size, int)] if isinstance(found, list) else []


def parts_said(sizes: Sequence[int]) -> Label:
    """Of a single part the size is known."""
    if len(sizes) == 1:
        return fill(WORDS["one_part"])
    return fill(WORDS["parts"], n=len(sizes), largest=sizes[0])


@dataclass(frozen=True, eq=False)
class Cohesion:
    subject: Subject

    def statements(self) -> Iterator[Statement]:
        yield from self._cohesion()
        yield from self._brokers()

    @cached_property
    def network(self) -> Network:
        return self.subject.view("cooperation")

    def _cohesion(self) -> Iterator[Statement]:
        if self.subject.scope == "actor":
            return
        network = self.network
        members = count(COUNTS["members"], network.n)
        if network.n < 2:
            sentence = fill(WORDS["no_cohesion"], members=members)
            yield Statement(code="cohesion", section=UNKNOWN, sentence=sentence,
                            figures={"members": network.n})  # fmt: skip
            return
        sizes = part_sizes(network)
        density = network.measure("density").value
        yield Statement(
            code="cohesion",
            section="cohesion",
            sentence=fill(
                WORDS["cohesion"],
                members=members,
                ties=count(COUNTS["direct"], network.simple.size),
                density=ratio_label(density if isinstance(density, float) else 0.0),
                parts=parts_said(sizes),
            ),
            figures={"members": network.n, "ties": network.simple.size, "density": _number(density),
                     "components": list(sizes)},
            evidence=of_actors(network.ids),
        )  # fmt: skip
        yield self._transitivity()

    def _transitivity(self) -> Statement:
        value = self.network.measure("transitivity").value
        if not isinstance(value, float):
            sentence = fill(WORDS["no_transitivity"])
            return Statement(code="transitivity", section=UNKNOWN, sentence=sentence)
        return Statement(
            code="transitivity",
            section="cohesion",
            sentence=fill(WORDS["transitivity"], n=round(100 * value)),
            figures={"transitivity": value},
        )

    def _brokers(self) -> Iterator[Statement]:
        """Who stands between two actors that are not tied, by role between sectors."""
        result = self.network.measure("brokerage_raw", by="sector")
        if aside := sum(result.left_out.nodes.values()):
            yield Statement(
                code="left_out_brokers",
                section=UNKNOWN,
                sentence=count(COUNTS["left_out_brokers"], aside),
                figures=dict(result.left_out.nodes),
            )
        held = _held(result)
        if self.subject.scope == "actor":
            held = {self.subject.id: held[self.subject.id]} if self.subject.id in held else {}
        elif not held:
            sentence = fill(WORDS["no_broker"])
            yield Statement(code="no_broker", section="brokers", sentence=sentence)
        for actor in sorted(held, key=lambda id_: (-held[id_]["total"], id_))[:MOST_BROKERS]:
            yield self._broker(actor, held[actor])

    def _broker(self, actor: str, held: Mapping[str, int]) -> Statement:
        row = self.subject.rows[actor]
        roles = [
            fill(WORDS["broker_role"], role=fill(WORDS[f"role_{role}"]), n=held[role])
            for role in ROLES
            if held[role]
        ]
        return Statement(
            code="broker",
            section="brokers",
            sentence=fill(
                WORDS["broker"],
                name=self.subject.name(row),
                sector=SECTOR_LABELS[Sector(self.subject.graph.actors.sectors[row])],
                times=count(COUNTS["times"], held["total"]),
                roles=joined(roles, ", "),
            ),
            figures=dict(held),
            evidence=self.subject.evidence(self._cooperation_of(row), [row]),
            about=actor,
        )

    def _cooperation_of(self, row: int) -> Iterable[int]:
        ties = self.subject.graph.ties
        touching = self.subject.alive & ((ties.source == row) | (ties.target == row))
        return [
            line
            for line in np.flatnonzero(touching).tolist()
            if TIE_KINDS[KIND_NAMES[ties.kind[line]]].layer is Layer.COOPERATION
        ]


def _held(result: Result) -> dict[str, dict[str, int]]:
    """The roles of each actor that holds one."""
    found: dict[str, dict[str, int]] = {}
    if not isinstance(result.value, Mapping):
        return found
    for role, values in result.value.items():
        if not isinstance(values, Keyed):
            continue
        for id_, value in values.items():
            if isinstance(value, int | float):
                found.setdefault(id_, {})[role] = int(value)
    return {id_: roles for id_, roles in found.items() if roles["total"]}


def _number(value: object) -> float | int | None:
    return value if isinstance(value, int | float) else None
