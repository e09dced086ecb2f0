"""The commune that goes with a name, as it is compared: by its name, and by its département where
that is told. « Lannion » may be the one of any département; Saint-Denis (93) is not
Saint-Denis (974)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from maillage.graph.folding import normalise
from maillage.graph.model import ActorClaim

_ASIDE = re.compile(r"\s*\(([^()]*)\)$")


class Commune(NamedTuple):
    """Both folded; `area` is blank where no département is told."""

    name: str
    area: str = ""


NOWHERE = Commune("")


def commune_meant(text: str | None, departement: str = "") -> Commune:
    """
    >>> commune_meant("Lannion (22)"), commune_meant("LANNION")
    (Commune(name='lannion', area='22'), Commune(name='lannion', area=''))
    """
    if not text or text.isspace():
        return NOWHERE
    aside = _ASIDE.search(text) if text.endswith(")") else None
    if aside and aside.start():
        return Commune(normalise(text[: aside.start()]), normalise(aside[1]))
    return Commune(normalise(text), normalise(departement) if departement else "")


def communes_said(claim: ActorClaim) -> Iterator[Commune]:
    commune = claim.ref.commune or claim.attributes.get("commune")
    if commune:
        yield commune_meant(str(commune), str(claim.attributes.get("departement", "")))


def apart(some: Iterable[Commune], others: Iterable[Commune]) -> bool:
    """Whether both tell a commune of one name, and not in one département.

    >>> apart([Commune("saint denis", "93")], [Commune("saint denis", "974")])
    True
    >>> apart([Commune("saint denis", "93")], [Commune("saint denis"), Commune("brest", "29")])
    False
    """
    here, there = areas_told(some), areas_told(others)
    return any(name in here and here[name].isdisjoint(areas) for name, areas in there.items())


def areas_told(communes: Iterable[Commune]) -> Mapping[str, set[str]]:
    """The départements of each commune that tells one."""
    found: dict[str, set[str]] = defaultdict(set)
    for name, area in communes:
        if area:
            found[name].add(area)
    return found
