"""Where sources tell an attribute of an actor against one another."""

from __future__ import annotations

from maillage.graph.fields import ACTOR_FIELDS
from maillage.graph.model import Conflict
from maillage.graph.readouts.statement import UNKNOWN, Evidence, Statement
from maillage.graph.readouts.words.reliance import WORDS
from maillage.graph.wording import fill, same


def conflict(found: Conflict) -> Statement:
    """Values that sources give against one another, the one kept first."""
    field = ACTOR_FIELDS.get(found.field)
    others = [str(value) for value, _ in found.others]
    return Statement(
        code="conflict",
        section=UNKNOWN,
        about=found.field,
        sentence=fill(
            WORDS["conflict"],
            field=field.label if field else same(found.field),
            kept=str(found.kept),
            others=", ".join(others),
        ),
        figures={"kept": str(found.kept), "others": list(others)},
        evidence=Evidence(records=tuple(id_ for _, records in found.others for id_ in records)),
    )
