"""One part of a cell of partners: the name, without what people put before and after it.

« 1) La Fédé (porteur), etc. » names La Fédé, says that it leads, and that there are others.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from maillage.graph.folding import fold
from maillage.ingest.cells.parsed import names_nobody

# Bullets, numbers: « - », « • », « 1) », « 2. ».
_HEAD = re.compile(r"\s*(?:[-–—]\s+|[•*·▪◦●►→✓✔]\s*|\(?[0-9]{1,2}(?:[)°]\s*|\.\s+))+")
_AND_MORE = re.compile(r"(?:\s*,)?\s*(?:\b(?:et )?etc\b\.*|…|\.{3})\s*$", re.I)
_ROLE = re.compile(
    r"\s*[(\[]\s*((?:co[- ]?)?(?:porteu(?:r|se)|pilote|chef(?:fe)? de file|coordinat(?:eur|rice)"
    r"|mandataire|référente?|animat(?:eur|rice)|leader|lead|structure porteuse)"
    r"(?: (?:du|de) projet)?)\s*[)\]]\s*$",
    re.I,
)
_OTHERS = frozenset(
    (
        "etc", "et cetera", "et caetera", "et al", "divers", "diverses", "autre", "autres",
        "et autres", "d autres", "autres partenaires", "divers partenaires", "partenaires divers",
        "autres structures", "autres acteurs", "et d autres", "plusieurs autres", "others",
        "various", "and others",
    )
)  # fmt: skip


class Part(NamedTuple):
    """`name` is empty where nobody is named; `others`, what says that there are more."""

    name: str
    role: str = ""
    others: str = ""


def part_of(text: str) -> Part:
    """What a part of a cell of partners says.

    >>> part_of("1) La Fédé (porteur)"), part_of("Divers")
    (Part(name='La Fédé', role='porteur', others=''), Part(name='', role='', others='Divers'))
    >>> part_of("Les 3.0 (Redon)").name, part_of("La Fédé, etc.").name
    ('Les 3.0 (Redon)', 'La Fédé')
    """
    head = _HEAD.match(text)
    bare = text[head.end() :] if head else text
    # The cheap question first: nearly all names end in a letter.
    if bare[-1:].isalnum() and not bare.endswith("etc"):
        return Part("", others=bare) if _names_none(bare) else Part(bare)
    named = _AND_MORE.sub("", bare)
    others = bare[len(named) :].strip(" ,")
    role = _ROLE.search(named)
    name = named[: role.start()] if role else named
    if _names_none(name):
        return Part("", others=text.strip())
    return Part(name.strip(), role[1] if role else "", others)


def _names_none(name: str) -> bool:
    return names_nobody(name) or fold(name) in _OTHERS
