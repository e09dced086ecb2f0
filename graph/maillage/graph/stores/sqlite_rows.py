"""Rows of the embedded store: what an actor is in columns, and conditions on rows.

No connection here: texts and values, of which no value ever enters a text.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

import numpy as np

from maillage.graph import serial
from maillage.graph.arrays import ActorColumns
from maillage.graph.dates import DateSpan
from maillage.graph.model import Actor
from maillage.graph.stores.alike import departements_of, search_text
from maillage.graph.vocabulary import BELONGING_KINDS, SOLE_TRADER, Status


class Where:
    """Conditions joined by AND; values never enter the text."""

    def __init__(self) -> None:
        self._conditions: list[str] = ["1"]
        self.values: list[object] = []

    @property
    def text(self) -> str:
        return " AND ".join(self._conditions)

    def add(self, condition: str, *values: object) -> None:
        self._conditions.append(condition)
        self.values.extend(values)

    def among(
        self, column: Literal["kind", "sector", "status", "standing"], values: Sequence[object]
    ) -> None:
        if values:
            self.add(f"{column} IN ({marks(values)})", *values)

    def there(self, at: DateSpan) -> None:
        """An actor that may be there at some moment of a date; what is no date says nothing."""
        first, last = at.earliest.isoformat(), at.latest.isoformat()
        since, until = said("valid_from"), said("valid_to")
        begins = f"substr({since}, 1, instr({since} || '/', '/') - 1)"
        ends = f"substr({until}, instr({until}, '/') + 1)"
        dated = "GLOB '[0-9][0-9][0-9][0-9]*'"
        # A year or a month is compared with as much of the day as it says.
        self.add(
            f"""({said("legal_category")} IS ? OR NOT (
                coalesce({begins} {dated} AND {begins} > substr(?, 1, length({begins})), 0)
                OR coalesce({ends} {dated} AND {ends} < substr(?, 1, length({ends})), 0)
                OR coalesce(CAST({said("founded_year")} AS INTEGER) > ?, 0)))""",
            SOLE_TRADER,
            last,
            first,
            at.latest.year,
        )

    def belongs(self, pole: str, at: DateSpan | None) -> None:
        """An actor that belongs to a pole: at a date, or as things stand."""
        kinds = sorted(BELONGING_KINDS)
        alive = "status = ?"
        values: tuple[str | int, ...] = (Status.ACTIVE.value,)
        if at is not None:
            alive = "status <> ? AND start_min <= ? AND end_max >= ?"
            values = (Status.PLANNED.value, at.latest.toordinal(), at.earliest.toordinal())
        self.add(
            f"""n IN (SELECT source FROM tie WHERE kind IN ({marks(kinds)}) AND {alive}
                AND target = (SELECT n FROM actor WHERE id = ?))""",
            *kinds,
            *values,
            pole,
        )


def said(attribute: str) -> str:
    """What a row of actors says of a field of ours."""
    return f"json_extract(CAST(attributes AS TEXT), '$.{attribute}')"


def marks(values: Sequence[object]) -> str:
    return ", ".join("?" * len(values))


def read_actors(rows: Sequence[tuple[Any, ...]]) -> ActorColumns:
    return ActorColumns(
        ids=tuple(row[1] for row in rows),
        names=tuple(row[2] for row in rows),
        kinds=tuple(row[3] for row in rows),
        sectors=tuple(row[4] for row in rows),
        legal_sectors=tuple(row[5] for row in rows),
        named=np.array([row[6] for row in rows], np.bool_),
        collective=np.array([row[7] for row in rows], np.bool_),
        attributes=[serial.ATTRIBUTES.validate_json(row[8]) for row in rows],
    )


# What `serial.joined` makes an actor of.
ACTOR_PARTS = "payload, (SELECT records FROM ground WHERE actor = n)"
ACTOR_COLUMNS = (
    "id", "name", "kind", "sector", "legal_sector", "departements", "named", "collective",
    "search", "attributes", "payload",
)  # fmt: skip

# Of every value that is no text, number or `bytearray`, `bytes` and `bool` among them, sqlite3 asks
# whether somebody adapts it: that takes as long as all the rest of writing it.
blob = bytearray


def actor_values(actor: Actor) -> tuple[object, ...]:
    return (
        actor.id,
        actor.name,
        actor.kind,
        actor.sector.value,
        actor.legal_sector.value,
        f"|{'|'.join(departements_of(actor))}|",
        int(actor.named),
        int(actor.collective),
        search_text(actor),
        blob(serial.ATTRIBUTES.dump_json(actor.attributes)),
        blob(serial.said_of(actor)),
    )
