"""Lines that part a list: « ASSOCIATIONS » or « Anciens adhérents », alone on its line, names no
organisation."""

from __future__ import annotations

import re

from maillage.graph.folding import fold
from maillage.ingest.columns.headings import singular
from maillage.ingest.lists.described import FAMILY_WORDS, KIND_WORDS, SECTOR_WORDS
from maillage.ingest.word_sets import word_set

# Beside the words for kinds, families and sectors.
_MORE = (
    "réseaux", "lieux", "membres", "membres fondateurs", "membres actifs", "membres associés",
    "fondateurs", "adhérents", "partenaires", "usagers", "salariés", "structures", "organisations",
    "collectivités territoriales", "collectivités locales", "établissements publics",
    "associations loi 1901", "entreprises privées", "institutions", "autres",
)  # fmt: skip
_CLASSES = frozenset(
    singular(fold(word))
    for words in (*KIND_WORDS.values(), *FAMILY_WORDS.values(), *SECTOR_WORDS.values(), _MORE)
    for word in words
)
_LONGEST = 60

# « Collège 2 : collectivités », « Catégorie A – Producteurs »; « Collège A. Camus » is a school.
_NUMBERED = re.compile(
    r"(?:collège|catégorie|cat\.?)\s*"
    r"(?:[:–—]|(?:n\s?°\s*)?[0-9]+\b|(?:[a-h]|[ivx]+)\s*(?:$|[:–—(-]))",
    re.I,
)
# Words of titles, without accents and plural. Those below such a title have left, wait or never
# were of the list.
_GONE = word_set(
    """
    ancien ancienne ex sortant sortante sorti sortie demission demissionnaire radie radiee radiation
    exclu exclue retire retiree retrait depart parti resilie resiliee resiliation former
    """
)
_TO_COME = word_set(
    """
    candidat candidate candidature attente prospect pressenti pressentie futur future potentiel
    potentielle relancer confirmer contacter verifier venir candidate applicant
    """
)
_OUTSIDE = word_set("non hors")
_PARTS = word_set("college categorie")
_MEMBERS = word_set(
    """
    adherent adherente membre societaire associe associee partenaire structure organisation
    organisme entreprise association collectivite cooperative societe member partner
    """
)
_QUALITIES = word_set(
    """
    actif active fondateur fondatrice nouveau nouvelle nouveaux autre actuel actuelle adhesion
    jour producteur productrice usager salarie beneficiaire financeur client benevole
    institutionnel institutionnelle public publique prive privee personne qualifiee physique morale
    citoyen citoyenne habitant consommateur contributeur soutien droit honneur territoire pole
    reseau local locale territorial territoriale validee valide reglee
    """
)
_BETWEEN = word_set("de du des d l la le les a au aux et en ou par pour cour depuis avec an annee")
_SPECIAL = _GONE | _TO_COME | _OUTSIDE
_WORDS = _SPECIAL | _PARTS | _MEMBERS | _QUALITIES | _BETWEEN
_NEW = word_set("nouveaux nouvelles autres")


def is_class(text: str) -> bool:
    """Whether it says a kind of organisation rather than one.

    >>> is_class("ASSOCIATIONS"), is_class("Collectivités :"), is_class("Commune de Tarnos")
    (True, True, False)
    """
    return len(text) <= _LONGEST and singular(fold(text)) in _CLASSES


def is_subtitle(text: str) -> bool:
    """Whether it says what the lines below it are, where it stands alone on its line.

    >>> [is_subtitle(t) for t in ("Collège 1 – Entreprises", "Sortants 2022", "Dans l’Ain :")]
    [True, True, True]
    >>> [is_subtitle(t) for t in ("Collège de Bretagne", "Les Anciens de Redon", "Total Énergies")]
    [False, False, False]
    """
    if len(text) > _LONGEST:
        return False
    return bool(is_class(text) or _NUMBERED.match(text) or text.endswith(":") or _of_titles(text))


def sets_apart(subtitle: str) -> bool:
    """Whether those below it have left, wait to come in or are no part of the list.

    >>> sets_apart("Anciens adhérents"), sets_apart("Partenaires (non membres)")
    (True, True)
    >>> sets_apart("Collège 1 – Entreprises")
    False
    """
    return not _SPECIAL.isdisjoint(singular(fold(subtitle)).split())


def _of_titles(text: str) -> bool:
    """Whether each of its words is one of titles; the first says of whom, of many."""
    written = fold(text).split()
    words = [singular(word) for word in written]
    if not all(word in _WORDS or word.isdigit() for word in words):
        return False
    told = (place for place, word in enumerate(words) if word not in _BETWEEN)
    first = next(told, None)
    if first is None or words[first].isdigit():
        return False
    of_many = words[first] in _MEMBERS and written[first].endswith("s")
    return of_many or words[first] in _SPECIAL | _PARTS or written[first] in _NEW
