"""Which facts of a scene are told in other words than they are stored."""

from __future__ import annotations

from maillage.graph.fields import ACTOR_FIELDS, TIE_FIELDS, choice_label
from maillage.graph.vocabulary import Label
from maillage.viz.scene_model import Fact

_FIELDS = {**TIE_FIELDS, **ACTOR_FIELDS}
NUMERIC_FIELDS = tuple(
    name for name, field in _FIELDS.items() if field.type in ("integer", "number", "percent")
)


def value_words(facts: list[Fact]) -> dict[str, Label]:
    """`value:<field>:<code>` for each choice among these facts."""
    found = {}
    for fact in facts:
        known = _FIELDS.get(fact.field)
        if known and known.type in ("choice", "flag") and (text := choice_label(fact.value)):
            found[f"value:{fact.field}:{fact.value}"] = text
    return found
