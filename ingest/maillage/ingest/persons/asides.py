"""Persons beside the name of an organisation: in brackets, after a dash, a comma or « c/o »."""

from __future__ import annotations

import re

from maillage.graph.folding import fold
from maillage.ingest.persons.first_names import FIRST_NAMES
from maillage.ingest.persons.headings import is_personal_heading
from maillage.ingest.persons.lower_case import mask_in_lower_case
from maillage.ingest.persons.names import may_name_person, names_person
from maillage.ingest.persons.organisation_words import ORGANISATION_WORDS
from maillage.ingest.persons.removal import MASK
from maillage.ingest.persons.titles import IN_TEXT

# One class of characters is soon looked for: this is asked of every name.
_MAYBE = re.compile(r"[(,/–—-]")
# « (contact : Yann Le Goff) »: who she is, and her name.
_CONTACT = re.compile(r"(?: ?\(| [–—-] |[,;] ?)(?P<who>[^(),;:–—]{2,40}):(?P<rest>[^()]*)\)?")
# After « ; » a dash is a bullet.
_ASIDE = re.compile(
    r" ?\((?P<within>[^()]*)\)?"
    r"|(?:(?<!;) [–—-] |, ?|(?i: c/o ))(?P<after>(?:(?! - |(?i: c/o ))[^(),;–—])*)"
)
_JOINED = re.compile(rf"{MASK}|[,;&/:]|\b(?:et|ou|chez|par)\b")


def without_persons_aside(name: str) -> str:
    """The name of an organisation without whom to ask for there.

    >>> names = "Val Ferme (contact : Yann Le Goff)", "Val Ferme c/o Mme Prat", "Élan (ex : Éole)"
    >>> [without_persons_aside(name) for name in names]
    ['Val Ferme', 'Val Ferme', 'Élan (ex : Éole)']
    >>> without_persons_aside("Val Ferme, président Yann Le Goff")
    'Val Ferme'
    """
    # The cheap questions first.
    bare = _CONTACT.sub(_without_contact, name) if ":" in name else name
    bare = _ASIDE.sub(_without_person, bare) if _MAYBE.search(bare) else bare
    return bare if bare.strip() or not name.strip() else MASK


def may_name_person_aside(name: str) -> bool:
    """Whether a first name and a surname stand beside the name of an organisation.

    >>> may_name_person_aside("Val Ferme (Yann Le Goff)"), may_name_person_aside("Élan (Redon)")
    (True, False)
    """
    return bool(_MAYBE.search(name)) and any(
        may_name_person(_said(found)) for found in _ASIDE.finditer(name)
    )


def _without_contact(found: re.Match[str]) -> str:
    told = is_personal_heading(found["who"]) and _may_be_somebody(found["rest"].strip())
    return "" if told else found[0]


def _may_be_somebody(text: str) -> bool:
    """After « contact : » a surname is enough; « et Cie » is none."""
    words = fold(text).split()
    if not words:
        return True
    named = not text[0].islower() or words[0] in FIRST_NAMES
    return named and ORGANISATION_WORDS.isdisjoint(words)


def _without_person(found: re.Match[str]) -> str:
    said = _said(found)
    role, _, rest = said.partition(" ")
    if is_personal_heading(role) and may_name_person(rest):
        return ""
    masked = mask_in_lower_case(IN_TEXT.sub(_masked, said), MASK)
    if masked == said:
        return found[0]
    # « Mme Prat, présidente ».
    others = _JOINED.sub(" ", masked).strip()
    return "" if not others or is_personal_heading(others) else found[0].replace(said, masked)


def _masked(found: re.Match[str]) -> str:
    """« Dr Vélo » may be a shop."""
    return MASK if not found["otherwise"] and names_person(found[0]) else found[0]


def _said(found: re.Match[str]) -> str:
    return (found["within"] or found["after"] or "").strip()
