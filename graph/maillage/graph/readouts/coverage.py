"""The ledger of completeness: of which poles which lists are declared exhaustive, and since when.

It tells « isolated » from « not documented ». The floor is stated with every answer: only where
the list of members (or one of all ties) is complete may a silence be read as an absence.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from maillage.graph.dates import DateSpan
from maillage.graph.errors import NotFound
from maillage.graph.folding import normalise
from maillage.graph.model import Actor, Import, Ref
from maillage.graph.port import Reader
from maillage.graph.readouts.subject import poles_of_store

# The lists that a pole keeps; a list of ties speaks of all of them.
LISTS = ("members", "employers", "shareholdings", "partnerships")
ALL_TIES = "ties"
FLOOR = ("members", ALL_TIES)


@dataclass(frozen=True, slots=True)
class CompleteList:
    list: str
    import_id: str
    on: DateSpan


@dataclass(frozen=True, eq=False)
class Ledger:
    """What is declared complete by the date asked."""

    reader: Reader
    at: DateSpan | None = None

    def of(self, pole: str) -> tuple[CompleteList, ...]:
        """The complete lists of a pole, the latest of each kind."""
        return tuple(self._lists.get(pole, {}).values())

    def complete(self, pole: str) -> int:
        """How many of its lists, of `len(LISTS)`."""
        lists = {found.list for found in self.of(pole)}
        return len(LISTS) if ALL_TIES in lists else len(lists & set(LISTS))

    def floor(self, pole: str) -> CompleteList | None:
        """The list by which its silence says something, if there is one."""
        found = {item.list: item for item in self.of(pole)}
        return next((found[name] for name in FLOOR if name in found), None)

    @cached_property
    def _lists(self) -> Mapping[str, Mapping[str, CompleteList]]:
        found: dict[str, dict[str, CompleteList]] = defaultdict(dict)
        for item in self.reader.imports():
            said = item.complete_on
            if not item.live or said is None or item.list not in (*LISTS, ALL_TIES):
                continue
            if self.at and said.earliest > self.at.latest:
                continue
            for pole in self._poles(item):
                found[pole][item.list] = _later(
                    found[pole].get(item.list), CompleteList(item.list, item.id, said)
                )
        return found

    def _poles(self, item: Import) -> Iterable[str]:
        """The pole that the list is of; without one, the poles that it names."""
        if item.scope is not None:
            actor = _found(self.reader, item.scope)
            return [actor] if actor else []
        return [pole for pole, imports in self._naming.items() if item.id in imports]

    @cached_property
    def _naming(self) -> Mapping[str, set[str]]:
        """The imports whose records tell a tie of each pole, or speak of it."""
        found: dict[str, set[str]] = {}
        for pole in poles_of_store(self.reader):
            found[pole.id] = {record.import_id for record in self.reader.records(pole.records)}
        return found


def _later(one: CompleteList | None, other: CompleteList) -> CompleteList:
    return other if one is None or other.on.latest >= one.on.latest else one


def _found(reader: Reader, ref: Ref) -> str | None:
    """The pole that a reference means."""
    for id_ in ref.ids:
        try:
            return reader.actor(id_).id
        except NotFound:
            continue
    poles = poles_of_store(reader)
    return next((pole.id for pole in poles if _means(ref, pole)), None)


def _means(ref: Ref, pole: Actor) -> bool:
    if ref.siren and ref.siren == pole.siren:
        return True
    names = {normalise(name) for name in (pole.name, *pole.other_names)}
    return bool(ref.name) and normalise(ref.name or "") in names
