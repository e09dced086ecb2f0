"""What article 9 or the référentiel does not find in a pole, and who would bring it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from maillage.graph.readouts.article9 import ENOUGH_ESS, MET, article9_of
from maillage.graph.readouts.coverage import Ledger
from maillage.graph.readouts.signs import SIGNS, SUPPORTS
from maillage.graph.readouts.subject import Subject
from maillage.graph.readouts.suggestions.contacts import Contacts
from maillage.graph.readouts.suggestions.two_steps import partners
from maillage.graph.vocabulary import Family, Sector

Brings = Callable[[Subject, int], bool]


def _of_sector(sector: Sector) -> Brings:
    return lambda network, row: network.graph.actors.sectors[row] == sector


def _of_family(*families: Family) -> Brings:
    return lambda network, row: network.family(row) in families


def _researches(network: Subject, row: int) -> bool:
    return network.graph.actors.kinds[row] in ("research", "higher_education")


def _inserts(network: Subject, row: int) -> bool:
    flags = network.graph.actors.attributes[row].get("flags")
    return isinstance(flags, tuple) and bool({"insertion", "geiq"} & set(flags))


# Conditions of article 9, then indicators of the référentiel of 2012: the weightiest first.
CONDITIONS: Mapping[str, Brings] = {
    "ess": _of_sector(Sector.ESS),
    "other": _of_sector(Sector.PRIVATE),
    "link": _of_family(Family.AUTHORITY, Family.KNOWLEDGE),
}
INDICATORS: Mapping[str, Brings] = {
    "h1": _researches,
    "d2": _of_family(Family.KNOWLEDGE),
    "c3": _of_family(Family.AUTHORITY),
    "i3": _inserts,
    "g3": _of_family(Family.FINANCIER),
}
BRINGS: Mapping[str, Brings] = {**CONDITIONS, **INDICATORS}


# How many such partners are enough, where one is not.
ENOUGH: Mapping[str, int] = {"ess": ENOUGH_ESS, "c3": 2}


@dataclass(frozen=True, eq=False)
class Lacks:
    """Of the poles of one network, each looked at once."""

    contacts: Contacts
    ledger: Ledger
    _found: dict[int, tuple[str, ...]] = field(default_factory=dict, init=False, repr=False)

    def of(self, pole: int) -> tuple[str, ...]:
        """The conditions that are not met and the indicators that nothing supports, unless who
        carries the pole has such partners."""
        if pole not in self._found:
            ids = self.contacts.subject.graph.actors.ids
            lacking = _looked_for(self.contacts.subject.pole(ids[pole]), self.ledger)
            self._found[pole] = tuple(code for code in lacking if not self._at_home(pole, code))
        return self._found[pole]

    def brought(self, pole: int, other: int) -> str | None:
        """The first of them that the other would bring."""
        network = self.contacts.subject
        return next((code for code in self.of(pole) if BRINGS[code](network, other)), None)

    def _at_home(self, pole: int, code: str) -> bool:
        house, links = self.contacts.house(pole), self.contacts.links
        near = house | {row for member in house for row in partners(links, member).tolist()}
        bring = [row for row in near if BRINGS[code](self.contacts.subject, row)]
        return len(bring) >= ENOUGH.get(code, 1)


def _looked_for(pole: Subject, ledger: Ledger) -> tuple[str, ...]:
    law = article9_of(pole, ledger)
    unmet = [code for code in CONDITIONS if law.said(code).verdict != MET]
    signs = {code: SIGNS[code](pole) for code in INDICATORS}
    unseen = [code for code, sign in signs.items() if not sign or sign.verdict != SUPPORTS]
    return (*unmet, *unseen)
