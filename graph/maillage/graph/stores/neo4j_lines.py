"""The graph read back as few, large values: one text an actor, one text a tie.

A property fetched, and a value carried over Bolt, cost more than the characters in it. An actor's
line is a list in JSON, of what `ActorColumns` hold. A tie's is

    means,active,reported,1,734503,734868,…,18,20,21,…;ids and share

where what repeats stands before the semicolon and is parsed once a kind: words, direction and days,
the lengths by which the ids of the tie and of its ends and the share, which follow, are cut, and
the days of which `TieColumns` hold none. Words, not code numbers: the vocabulary may grow in its
middle.

Told whole (`neo4j_cypher.told`), a tie is its type, its line and the rest of it in JSON
(`tie_parts`), a line of text each; JSON holds no end of line, and no type does.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from operator import itemgetter

import numpy as np

from maillage.graph import serial
from maillage.graph.arrays import (
    KIND_CODES,
    STANDINGS,
    STATUSES,
    TIE_ROW_FIELDS,
    TIERS,
    ActorColumns,
    TieColumns,
    share_text,
    tie_columns,
)
from maillage.graph.model import Actor, Attributes, Tie, Value, sector_of
from maillage.graph.stores.neo4j_cypher import KINDS
from maillage.graph.stores.tie_parts import whole
from maillage.graph.vocabulary import Ess, LegalSector, Standing, Status, Tier

Days = tuple[int, ...]  # those of `tie_days`, direction first, then those of `days_beside`
_DAYS = 5  # how many the first are


def tie_line(tie: Tie, days: Days) -> str:
    head = (
        tie.tier or "", tie.status, tie.standing, *days[: _DAYS + 1],
        len(tie.id), len(tie.source), len(tie.target), *days[_DAYS + 1 :],
    )  # fmt: skip
    return f"{','.join(map(str, head))};{tie.id}{tie.source}{tie.target}{share_text(tie)}"


def tie_payload(told: str) -> bytes:
    """`serial.payload_of` a tie that is told whole."""
    said, _, rest = told.rpartition("\n")
    if rest.startswith('{"id":'):  # up to format 2, that was all of it, in another order
        return serial.payload_of(serial.TIE, serial.TIE.validate_json(rest))
    type_, _, line = said.partition("\n")
    head, _, tail = line.partition(";")
    tier, status, standing, *numbers = head.split(",")
    directed, *days, first, second, third, seen, seen_last, last = map(int, numbers)
    *spans, last_seen = days
    ends = (tail[:first], tail[first:][:second], tail[first + second :][:third])
    words = (*ends, KINDS[type_], status, standing, tier)
    return whole(words, directed, [*spans, seen, seen_last, last_seen, last], rest.encode())


SECTORS: Mapping[tuple[str, str], str] = {
    (legal.value, ess.value): sector_of(legal, ess).value for legal in LegalSector for ess in Ess
}


class TieWithoutActor(Exception):
    """An end that was not read: somebody wrote between our reading of actors and of ties."""


def actor_line(actor: Actor) -> str:
    line = (
        actor.id, actor.name, actor.kind, actor.legal_sector.value, actor.ess.value, actor.named,
        actor.collective, dict(actor.attributes),
    )  # fmt: skip
    return json.dumps(line, ensure_ascii=False, separators=(",", ":"))


def actor_columns(lines: Iterable[str]) -> ActorColumns:
    """Columns in the order of ids."""
    actors = sorted(json.loads(f"[{','.join(lines)}]"), key=itemgetter(0))
    columns = zip(*actors, strict=True) if actors else ((),) * 8
    ids, names, kinds, legal_sectors, ess, named, collective, attributes = columns
    return ActorColumns(
        ids=ids,
        names=names,
        kinds=kinds,
        sectors=tuple(map(SECTORS.__getitem__, zip(legal_sectors, ess, strict=True))),
        legal_sectors=legal_sectors,
        named=np.array(named, np.bool_),
        collective=np.array(collective, np.bool_),
        attributes=[_attributes(found) for found in attributes],
    )


@dataclass
class TieLines:
    """Reads lines of ties, kind by kind, into columns."""

    number: Mapping[str, int]  # of each actor
    ids: list[str] = field(default_factory=list)
    sources: list[int] = field(default_factory=list)
    targets: list[int] = field(default_factory=list)
    shares: list[str] = field(default_factory=list)
    _row_of: list[int] = field(default_factory=list)
    _rows: list[tuple[int, ...]] = field(default_factory=list)

    def take(self, kind: str, lines: Iterable[str]) -> None:
        try:
            self._take(kind, lines)
        except KeyError as error:
            raise TieWithoutActor from error

    def _take(self, kind: str, lines: Iterable[str]) -> None:
        number = self.number
        known: dict[str, tuple[int, int, int, int]] = {}
        for line in lines:
            head, _, tail = line.partition(";")
            cut = known.get(head)
            if cut is None:
                cut = known[head] = self._learn(kind, head)
            row, first, second, third = cut
            self.ids.append(tail[:first])
            self.sources.append(number[tail[first:second]])
            self.targets.append(number[tail[second:third]])
            self.shares.append(tail[third:])
            self._row_of.append(row)

    def columns(self) -> TieColumns:
        order = np.array(sorted(range(len(self.ids)), key=self.ids.__getitem__), np.intp)
        rows = np.array(self._rows, np.int32).reshape(len(self._rows), len(TIE_ROW_FIELDS))
        return tie_columns(
            [self.ids[n] for n in order],
            np.array(self.sources, np.int32)[order],
            np.array(self.targets, np.int32)[order],
            rows[np.array(self._row_of, np.intp)[order]],
            [self.shares[n] for n in order],
        )

    def _learn(self, kind: str, head: str) -> tuple[int, int, int, int]:
        tier, status, standing, *numbers = head.split(",")
        directed, *days, first, second, third = map(int, numbers[: _DAYS + 4])
        codes = (
            KIND_CODES[kind],
            TIERS.index(Tier(tier) if tier else None),
            STATUSES.index(Status(status)),
            STANDINGS.index(Standing(standing)),
        )
        self._rows.append((*codes, directed, *days))
        return len(self._rows) - 1, first, first + second, first + second + third


def _attributes(found: dict[str, Value]) -> Attributes:
    """As the model holds them: JSON knows lists only."""
    for name, value in found.items():
        if isinstance(value, list):
            found[name] = tuple(value)
    return found
