"""Headings of columns that hold persons: contacts, addresses, directors, dates of birth.

An organisation's name, its web site, its postal address or a count of people are not persons. A
telephone number or an e-mail address is removed even if it is an organisation's: nothing in the
file tells it from a person's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from maillage.graph.folding import fold
from maillage.graph.remembered import remembered
from maillage.ingest.word_sets import word_set

# How to reach somebody, a person or not.
_ADDRESSES = word_set(
    """
    courriel courriels email emails mail mails mel messagerie telephone telephones tel portable
    mobile fax telecopie phone cellphone
    """
)
# Wherever they stand in a heading.
_ALWAYS = _ADDRESSES | word_set(
    """
    prenom prenoms naissance birth birthdate birthday dob civilite nationalite nationality
    domicile forename surname iban rib nir
    """
)
# No telephone: « tel que dans les statuts », « tel qu’il apparaît ».
_SUCH_AS = re.compile(r"\btel que?\b")
_ALWAYS_PHRASES = (
    "first name", "given name", "last name", "family name", "nom de famille", "nom de naissance",
    "nom de jeune fille", "adresse personnelle", "adresse privee", "home address",
    "securite sociale", "ne le", "nee le", "ne e le", "date of birth", "nom prenom",
    "saisi par", "suivi par", "suivie par", "charge de mission", "chargee de mission",
    "charge e de mission", "charge de projet", "chargee de projet", "charge e de projet",
    "renseigne par", "modifie par", "rempli par", "filled by", "entered by", "saisie par",
    "renseignee par", "remplie par", "complete par", "completee par", "represente par",
    "representee par", "representes par", "representees par", "represente e par",
    "personne ressource", "personnes ressources", "personne relais", "personne a joindre",
    "personne a prevenir", "personne en charge", "personne qui", "qui appeler", "qui rappeler",
    "qui contacter", "qui joindre", "nom d utilisateur", "nom utilisateur", "user name",
)  # fmt: skip
# Unless an organisation is named before them: « Structure référente ».
_ROLES = word_set(
    """
    contact contacts referent referente referents interlocuteur interlocutrice dirigeant
    dirigeante dirigeants directeur directrice dg pdg president presidente copresident
    copresidente cogerant cogerante gerant gerante
    responsable responsables resp representant representante mandataire administrateur
    administrateurs administratrice tresorier tresoriere secretaire maire correspondant
    correspondante director manager ceo chair chairman chairwoman chairperson representative
    officer treasurer elu elue
    """
)
_ORGANISATIONS = word_set(
    """
    structure structures organisme organismes organisation organization entreprise association
    societe etablissement raison denomination pole reseau collectivite groupement acteur company
    firm organisme network group site page web url
    """
)
# An organisation or a person: what the column holds tells.
_EITHER = word_set(
    """
    porteur porteurs porteuse animateur animatrice coordinateur coordinatrice chef cheffe pilote
    pilotes copilote signataire signataires delegue deleguee delegues fondateur fondatrice
    fondateurs parrain marraine
    """
)
_EITHER_PHRASES = ("membres du ca", "membres du conseil", "membres du bureau")
# Their count, their kind or a date is not them.
_ABOUT = word_set(
    """
    nombre nb nbre effectif effectifs total part taux type date annee mode number count share
    kind pct votes voix
    """
)
_SEX = frozenset({"sexe", "genre", "gender", "sex", "age"})
_BARE_FIRST = frozenset({"prenom", "prenoms", "first name", "firstname", "given name", "forename"})
# What a form asks of who fills it, or notes of her.
_ASKED = re.compile(
    r"(?:quels? (?:est|sont) )?(?:votre nom(?: d usage)?|vos noms?)"
    r"|username|horodateur|horodatage|timestamp"
)
_BARE_LAST = frozenset({"nom", "noms", "name", "last name", "lastname", "surname", "nom usage"})


# A member's in its pole, unless a person is named.
_OFFICE = frozenset(
    {"fonction", "fonctions", "poste", "qualite", "mandat", "function", "job title"}
)


def personal_headings(header: Sequence[str]) -> tuple[str, ...]:
    """Headings that announce persons; « Nom » is one only beside « Prénom », and so « Fonction »
    beside a person."""
    folded = [fold(heading) for heading in header]
    personal = [
        is_personal_heading(heading) or _beside_first_name(folded, place)
        for place, heading in enumerate(header)
    ]
    return tuple(
        heading
        for place, heading in enumerate(header)
        if personal[place]
        or (folded[place] in _OFFICE and _holds_a_person(folded, personal, place))
    )


@remembered(16_384)
def is_personal_heading(heading: str) -> bool:
    """Whether a heading announces persons by itself.

    >>> [is_personal_heading(h) for h in ("Nom du contact", "Nom de la structure", "Tél.")]
    [True, False, True]
    """
    text = fold(heading[:200].replace("e-mail", "email").replace("E-mail", "email"))
    text = _SUCH_AS.sub("", text)
    words = text.split()
    if not words:
        return False
    birth = {"naissance", "birth"}.intersection(words)
    if words[0] in _ABOUT and not birth:
        return False
    if text in _SEX or _ALWAYS.intersection(words) or _ASKED.fullmatch(text):
        return True
    if any(f" {phrase} " in f" {text} " for phrase in _ALWAYS_PHRASES):
        return True
    first = next((word for word in words if word in _ROLES or word in _ORGANISATIONS), "")
    return first in _ROLES


def may_head_persons(heading: str) -> bool:
    """Whether a heading announces persons as well as organisations.

    >>> may_head_persons("Porteur de projet"), may_head_persons("Structure porteuse")
    (True, False)
    """
    text = fold(heading[:200])
    return text.partition(" ")[0] in _EITHER or text.startswith(_EITHER_PHRASES)


def _holds_a_person(folded: Sequence[str], personal: Sequence[bool], place: int) -> bool:
    """Whether the one who holds an office is a person: lines give first names, or the columns of
    persons among which it stands name somebody."""
    before = takewhile(personal.__getitem__, range(place - 1, -1, -1))
    after = takewhile(personal.__getitem__, range(place + 1, len(folded)))
    named = (_ADDRESSES.isdisjoint(folded[other].split()) for other in (*before, *after))
    return any(named) or not _BARE_FIRST.isdisjoint(folded)


def _beside_first_name(folded: Sequence[str], place: int) -> bool:
    beside = [*folded[max(0, place - 1) : place], *folded[place + 1 : place + 2]]
    return folded[place] in _BARE_LAST and any(heading in _BARE_FIRST for heading in beside)
