"""Models as they are told to readers: in every text, the names of persons masked; the ids that
say who somebody is, shown under others.

A field of the model is a free text unless it is listed here: one that is added is masked too.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, fields, is_dataclass, replace
from datetime import datetime
from enum import Enum
from functools import cache, cached_property
from types import NoneType
from typing import Literal, TypeVar, cast, get_args, get_origin, get_type_hints
from urllib.parse import quote, unquote

from maillage.graph.dates import DateSpan
from maillage.graph.fields import ACTOR_FIELDS, TIE_FIELDS
from maillage.graph.languages import Language
from maillage.graph.masking import Names
from maillage.graph.model import (
    Actor,
    Attributes,
    Figure,
    Import,
    Judgement,
    Record,
    Tie,
    Value,
    Waiting,
)
from maillage.graph.redaction import HIDDEN_NAME
from maillage.graph.vocabulary import Label

Thing = TypeVar("Thing")

MASK = Label("⟦nom non publié⟧", "⟦name not published⟧")

# Fields that hold ids, most of them those of actors.
_IDS: Mapping[type, frozenset[str]] = {
    Actor: frozenset({"id", "records"}),
    Figure: frozenset({"records"}),
    Import: frozenset({"id", "replaces", "replaced_by"}),
    Judgement: frozenset({"id", "import_id"}),
    Record: frozenset({"id", "import_id"}),
    Tie: frozenset({"id", "source", "target", "declared_by", "records"}),
    Waiting: frozenset({"actor", "candidates", "records"}),
}
# Attributes of ours, and those whose words are those of a list.
_OURS = ACTOR_FIELDS.keys() | TIE_FIELDS.keys()
_CHOSEN = frozenset(
    {one.name for one in (*ACTOR_FIELDS.values(), *TIE_FIELDS.values()) if one.choices} | {"kind"}
)
# Mostly drawn from a list: what is called like a name of one word is none.
_LISTED = frozenset(
    {"commune", "commune_candidates", "commune_code", "departement", "departements",
     "legal_category", "legal_form", "naf", "naf_scheme", "postal_code", "region", "territories"}
)  # fmt: skip
# Fields that may be one name, or one id as somebody wrote it, and nothing else.
_SHORT = frozenset(
    {"aliases", "ids", "left", "locator", "name", "other_names", "right", "source", "subtype",
     "title"}
)  # fmt: skip
# Types that hold no words of one's own.
_SILENT = (int, float, datetime, DateSpan, Enum, NoneType)
# What parts ids in the address of a view.
_IN_ADDRESS = re.compile(r"[^&=,;?#\s]+")


@dataclass(frozen=True)
class Unnamed:
    """`ids`: those that are shown instead of an actor's own."""

    ids: Mapping[str, str] = field(default_factory=dict)
    names: Names = field(default_factory=lambda: Names(()))
    language: Language = "fr"

    @cached_property
    def _tellers(self) -> Mapping[str, Callable[[str], str]]:
        return {"id": self.id, "text": self.text, "short": self.short}

    def id(self, id_: str) -> str:
        return self.ids.get(id_, id_)

    def text(self, text: str) -> str:
        """Words among which a name may stand."""
        return self.names.masked(text, MASK.text(self.language))

    def short(self, text: str) -> str:
        """Words that may be a name, or an id, and nothing else."""
        shown = self.ids.get(text)
        hidden = HIDDEN_NAME.text(self.language)
        return shown or self.names.masked(text, MASK.text(self.language), whole=hidden)

    def model(self, thing: Thing) -> Thing:
        """Any model of the graph; the very same where nothing in it is to be masked."""
        changed, model = {}, cast(type, type(thing))
        for name, role in _roles(model):
            said = getattr(thing, name)
            told = self._told(said, role) if said else said
            if told is not said and told != said:
                changed[name] = told
        return replace(thing, **changed) if changed else thing  # type: ignore[type-var] # a model

    def attributes(self, said: Attributes) -> Attributes:
        return {
            name if name in _OURS else self.text(name): value
            if name in _CHOSEN
            else self._value(name, value)
            for name, value in said.items()
        }

    def paper(self, text: str) -> str:
        """What is kept on a shelf: addresses hold ids."""
        return json.dumps(self._kept(json.loads(text)), ensure_ascii=False)

    def _value(self, name: str, value: Value) -> Value:
        told = self.text if name in _LISTED else self.short
        if isinstance(value, str):
            return told(value)
        return tuple(map(told, value)) if isinstance(value, tuple) else value

    def _told(self, said: object, role: str) -> object:
        if isinstance(said, str):
            return said if isinstance(said, Enum) else self._tellers[role](said)
        if isinstance(said, tuple):
            return tuple([self._told(one, role) for one in said])
        if isinstance(said, Mapping):
            return self.attributes(said)
        return self.model(said) if is_dataclass(said) and not isinstance(said, type) else said

    def _kept(self, said: object) -> object:
        if isinstance(said, str):
            return self.text(_IN_ADDRESS.sub(lambda part: self._in_address(part[0]), said))
        if isinstance(said, list):
            return [self._kept(one) for one in said]
        if isinstance(said, dict):
            return {name: self._kept(one) for name, one in said.items()}
        return said

    def _in_address(self, part: str) -> str:
        shown = self.ids.get(unquote(part))
        return quote(shown) if shown else part


def names_of(actor: Actor) -> Iterable[str]:
    """Everything that an actor is or was called."""
    yield actor.name
    yield from actor.other_names
    for conflict in actor.conflicts:
        if conflict.field in ("name", "other_names"):
            for value in (conflict.kept, *(other for other, _ in conflict.others)):
                yield from value if isinstance(value, tuple) else (str(value),)


@cache
def _roles(model: type) -> tuple[tuple[str, str], ...]:
    """The fields that may hold a text or an id, with what they hold."""
    ids = _IDS.get(model, frozenset())
    hints = get_type_hints(model)
    return tuple(
        (one.name, "id" if one.name in ids else "short" if one.name in _SHORT else "text")
        for one in fields(model)
        if one.name != "kind" and _may_tell(hints[one.name])
    )


def _may_tell(hint: object) -> bool:
    """Whether what has this type may hold a text of somebody's own."""
    if get_origin(hint) is Literal or hint is Ellipsis:
        return False
    if inner := get_args(hint):
        return any(map(_may_tell, inner))
    return not isinstance(hint, type) or not issubclass(hint, _SILENT)
