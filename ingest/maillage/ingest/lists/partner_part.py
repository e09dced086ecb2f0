"""The parts of a cell of partners: the names, without what people put before and after them.

« - La Fédé (porteur), etc. » names La Fédé, says that it leads, and that there are others. A number
is no part of the name where several count: « 1) La Fédé ; 2) Éole », but « 44° Nord », « 2. Rue ».
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from maillage.graph.folding import fold
from maillage.ingest.cells.parsed import names_nobody

_BULLET = re.compile(r"\s*(?:[-–—]\s+|[•*·▪◦●►→✓✔]\s*)*")
_NUMBER = re.compile(r"\(?([0-9]{1,2})(?:\)\s*|\.\s+)")
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
        "autres structures", "autres acteurs", "autres associes", "autres actionnaires",
        "autres societaires", "autres membres", "autres adherents",
        "autres organisations", "et d autres", "plusieurs autres", "others", "various",
        "and others",
    )
)  # fmt: skip


class Part(NamedTuple):
    """`name` is empty where nobody is named; `others`, what says that there are more."""

    name: str
    role: str = ""
    others: str = ""


def parts_of(texts: Sequence[str]) -> list[Part]:
    """What the parts of a cell of partners say.

    >>> [part.name for part in parts_of(["1) La Fédé", "2) Éole"])], parts_of(["2. Rue"])[0].name
    (['La Fédé', 'Éole'], '2. Rue')
    """
    return [_part(text, bare) for text, bare in zip(texts, _uncounted(texts), strict=True)]


def without_mark(text: str) -> str:
    """The name alone, without its number whether it counts or not: it may be that of a person.

    >>> without_mark("1) Mme Prat (porteuse)")
    'Mme Prat'
    """
    bare = _unbulleted(text)
    number = _NUMBER.match(bare)
    return _part(text, bare[number.end() :] if number else bare).name


def _uncounted(texts: Sequence[str]) -> list[str]:
    """Without the bullets; without the numbers if they count 1, 2, 3."""
    bare = [_unbulleted(text) for text in texts]
    numbered = [_NUMBER.match(text) for text in bare]
    numbers = [int(found[1]) for found in numbered if found]
    if len(numbers) < 2 or numbers != list(range(1, len(numbers) + 1)):
        return bare
    return [
        text[found.end() :] if found else text for text, found in zip(bare, numbered, strict=True)
    ]


def _unbulleted(text: str) -> str:
    return _BULLET.sub("", text, count=1)


def _part(text: str, bare: str) -> Part:
    """
    >>> _part("La Fédé (porteur)", "La Fédé (porteur)"), _part("- Divers", "Divers")
    (Part(name='La Fédé', role='porteur', others=''), Part(name='', role='', others='Divers'))
    >>> parts_of(["Les 3.0 (Redon)"])[0].name, parts_of(["La Fédé, etc."])[0].name
    ('Les 3.0 (Redon)', 'La Fédé')
    """
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


def names_others(name: str) -> bool:
    """Whether it stands for some who are not named: « Divers », « Autres associés »."""
    return fold(name) in _OTHERS


def _names_none(name: str) -> bool:
    return names_nobody(name) or names_others(name)
