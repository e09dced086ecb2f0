"""What article 9 or the référentiel does not find in a pole, and who would bring it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from maillage.graph.readouts.article9 import MET, article9_of
from maillage.graph.readouts.coverage import Ledger
from maillage.graph.readouts.signs import SIGNS, SUPPORTS
from maillage.graph.readouts.subject import Subject
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


@dataclass(frozen=True, eq=False)
class Lacks:
    """Of the poles of one network, each looked at once."""

    network: Subject
    ledger: Ledger
    _found: dict[int, tuple[str, ...]] = field(default_factory=dict, init=False, repr=False)

    def of(self, pole: int) -> tuple[str, ...]:
        """The conditions that are not met and the indicators that nothing supports."""
        if pole not in self._found:
            self._found[pole] = self._look(self.network.pole(self.network.graph.actors.ids[pole]))
        return self._found[pole]

    def brought(self, pole: int, other: int) -> str | None:
        """The first of them that the other would bring."""
        return next((code for code in self.of(pole) if BRINGS[code](self.network, other)), None)

    def _look(self, pole: Subject) -> tuple[str, ...]:
        law = article9_of(pole, self.ledger)
        unmet = [code for code in CONDITIONS if law.said(code).verdict != MET]
        signs = {code: SIGNS[code](pole) for code in INDICATORS}
        unseen = [code for code, sign in signs.items() if not sign or sign.verdict != SUPPORTS]
        return (*unmet, *unseen)
