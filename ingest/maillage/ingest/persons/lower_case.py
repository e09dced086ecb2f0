"""« mme dupont » within a text: without capitals, what is around tells that she is a person."""

from __future__ import annotations

import re

from maillage.graph.folding import fold
from maillage.ingest.persons.first_names import FIRST_NAMES, SECOND_NAMES
from maillage.ingest.persons.headings import is_personal_heading
from maillage.ingest.persons.organisation_words import ORGANISATION_WORDS, TRADE_WORDS
from maillage.ingest.persons.titles import LOWER_CASE_TITLE
from maillage.ingest.word_sets import word_set

_WORD = re.compile("[ \u00a0\u202f]([^\\W\\d_][\\w’'-]*)")
_BEFORE = re.compile(r"[\w’']+[ \u00a0\u202f]?$")
_LONGEST_BEFORE = 12
# « le mme jour », « en mme temps »: « même », with a letter or two less.
_SAME_AFTER = word_set(
    "le la les l un une au aux du des ce ces cet cette en quand meme mme son sa ses leur leurs"
)
_SAME_BEFORE = word_set(
    """
    chose date domaine endroit facon filiere forme heure importance jour lieu maniere metier moment
    montant nature niveau nom nombre objet ordre periode personne principe projet public que secteur
    sens si statut taille temps territoire titre type
    """
)
_PARTICLES = frozenset({"le", "la", "de", "du"})
_GRAMMAR = word_set(
    """
    a afin ai alors apres au aujourd aussi autre aux avant avec beaucoup bien car ce cela ces cet
    cette chaque chez comme contre d dans de depuis des deja demain donc dont du elle en encore
    ensuite entre et etc hier ici il j jamais je jusqu l la le les leur lors lui mais malgre matin
    meme mme moins n ne ni non nos notre nous on ou par parfois parmi pas pendant peu plus pour
    pourtant puis qu quand que quel quelle qui quoi s sa sans sauf se selon ses si sinon soir son
    sous sur surtout toujours tous tout toute toutes tres trop un une vers via voici voir vos votre
    vous y bonjour merci
    """
)
_VERBS = word_set(
    """
    absente accepte accompagne anime appelle appellera arrive assiste assure attend avait chargee
    confirme connait contacte demande devient devra dirige disponible dit doit donne est etait etant
    excusee fait faire gere informe invitee joignable joindre ont organise part participe passe
    passera peut pilote pourra precise prend presente presidait preside prevoit propose quitte
    rappelle rappellera recoit refuse remplace repond represente rencontre reste reviendra revient
    salariee sera serait signale signe soit sont sort souhaite suit transmet travaille va vient
    viendra veut
    """
)
# Those that head columns of persons are known already: « présidente », « directrice ».
_FUNCTIONS = word_set(
    """
    actuelle ancienne ex future nouvelle precedente sortante
    accueil adjoint adjointe ambassadrice animatrice assistante associee avocate benevole cheffe
    chef chargee cliente commissaire comptable concierge conseillere coordinatrice deleguee depute
    deputee doyenne echevine educatrice enseignante fondatrice formatrice gardienne greffiere
    habitante infirmiere ingenieure inspectrice institutrice intendante juge mediatrice medecin
    membre ministre notaire permanence pharmacienne porteuse prefet prefete premiere principale
    procureure professeure proviseure proviseur psychologue rapporteure rectrice salariee senateur
    senatrice sous stagiaire titulaire veuve vice voisine
    """
)
_NO_NAME = (
    _GRAMMAR | _VERBS | _FUNCTIONS | _SAME_BEFORE | _SAME_AFTER | ORGANISATION_WORDS | TRADE_WORDS
)


def mask_in_lower_case(text: str, mask: str) -> str:
    """A text without the women that it names in lower case; what may be another word stays.

    >>> mask_in_lower_case("voir mme claire dupont ou mme le gall demain", "X")
    'voir X ou X demain'
    >>> mask_in_lower_case("le mme jour, Mme pour info, mme la maire", "X")
    'le mme jour, Mme pour info, mme la maire'
    """
    return "".join(_parts(text, mask))


def _parts(text: str, mask: str) -> list[str]:
    parts: list[str] = []
    done = 0
    for title in LOWER_CASE_TITLE.finditer(text):
        end = title.end()
        if title["otherwise"] or end <= done or _means_same(text, title.start()):
            continue
        if (named := _end_of_name(text, end)) > end:
            parts += text[done : title.start()], mask
            done = named
    return [*parts, text[done:]]


def _means_same(text: str, at: int) -> bool:
    before = _BEFORE.search(text[max(0, at - _LONGEST_BEFORE) : at])
    words = fold(before[0]).split() if before else []
    return bool(words) and words[-1] in _SAME_AFTER


def _end_of_name(text: str, at: int) -> int:
    """Where the name ends that begins there; there, if none does."""
    first = _WORD.match(text, at)
    if first and _is_first(first[1]):
        return _end_of_surname(text, first.end(), lower_only=False)
    return _end_of_surname(text, at, lower_only=True)


def _is_first(word: str) -> bool:
    """« claire », « anne-marie »."""
    words = fold(word).split()
    return bool(words) and words[0] in FIRST_NAMES and SECOND_NAMES.issuperset(words)


def _end_of_surname(text: str, at: int, *, lower_only: bool) -> int:
    """« dupont », « le gall »; in capitals, « Agglo », nothing tells a surname by itself."""
    word = _WORD.match(text, at)
    if not word:
        return at
    if fold(word[1]) in _PARTICLES:
        word = _WORD.match(text, word.end())
    elif lower_only and not word[1][0].islower():
        return at
    return word.end() if word and _may_be_surname(word[1]) else at


def _may_be_surname(word: str) -> bool:
    """« d’ornano » may be one, « l’accueil » is none."""
    words = fold(word).split()
    if words and words[0] == "d":
        del words[0]
    written_out = bool(words) and len(words[0]) > 1
    return written_out and _NO_NAME.isdisjoint(words) and not is_personal_heading(word)
