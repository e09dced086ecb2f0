"""Whether a name is that of a person, where an organisation is expected.

A title makes sure of it. A first name, or an initial, beside what may be a surname does not:
« Jean Dupont » is a tailor's sign as well as a tailor.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from maillage.graph.folding import fold
from maillage.ingest.identity.forms import split_name
from maillage.ingest.persons.first_names import ALSO_WORDS, FIRST_NAMES, SECOND_NAMES
from maillage.ingest.persons.organisation_words import (
    FAMILY_WORDS,
    ORGANISATION_WORDS,
    PLACE_WORDS,
    TRADE_WORDS,
)
from maillage.ingest.persons.titles import BEGINS, PERHAPS_PERSON, PERSON

# « J.P. » is Jean-Paul. Without a hyphen other letters are organisations’: « M.S. », « J.A. ».
_JEAN = "[BCDFGLMNPRY]"
_INITIAL = re.compile(
    rf"J\. ?{_JEAN}\.|J-{_JEAN}(?= |$)"
    r"|[A-ZÀ-ÖØ-Þ](?:\.-[A-ZÀ-ÖØ-Þ](?:\.|(?= |$))|-[A-ZÀ-ÖØ-Þ]\.|\.)"
)
_WORDS = re.compile(rf"{_INITIAL.pattern}|\S+")
_SURNAME = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_MOST_WORDS = 5
_SOLE_TRADER = re.compile(r"^(?:EI|E\.I\.|EIRL) | (?:EI|E\.I\.|EIRL)$")
_PARTICLES = frozenset({"le", "la", "de", "du", "di", "da", "dos", "van", "von", "ben", "el"})
_OTHERS = ORGANISATION_WORDS | TRADE_WORDS
SAINTS = frozenset({"saint", "sainte", "st", "ste", "san", "santa"})


def names_person(name: str) -> bool:
    """Whether it names a person by her title, and not an organisation.

    >>> names_person("Mme Claire Le Gall"), names_person("M. et Mme Dupont")
    (True, True)
    >>> names_person("Consorts Martin"), names_person("Dr Jean Martin")
    (True, True)
    >>> names_person("mme dupont"), names_person("Mme Dupont et fils")
    (True, False)
    >>> names_person("Mr Bricolage"), names_person("Mme Dupont SARL"), names_person("M. Martin (3)")
    (False, False, False)
    """
    return _is_titled(name, PERSON)


def may_name_person(name: str) -> bool:
    """Whether it is a first name or an initial and a surname, or a title before one word, as an
    organisation may be called too.

    >>> [may_name_person(one) for one in ("Jean Le Gall", "LE GALL Jean", "Le Gall J.-P.")]
    [True, True, True]
    >>> [may_name_person(one) for one in ("J.P. Martin", "Fontaine Pierre", "m. dupont")]
    [True, True, True]
    >>> may_name_person("Me Durand"), may_name_person("Dr Vélo"), may_name_person("MADAME DUPONT")
    (True, True, True)
    >>> [may_name_person(one) for one in ("Saint Jean", "Jean Dupont SARL", "Café Louise")]
    [False, False, False]
    """
    # « Mme Prat (Val Ferme) », « EI Yann Le Goff ».
    name = _SOLE_TRADER.sub("", name.partition(" (")[0])
    # « m. dupont »: a list that is typed without capitals tells them no less.
    written = name.title().replace(" Et ", " et ") if name.islower() else name
    titled = _is_titled(written, PERSON) or _is_titled(written, PERHAPS_PERSON)
    return titled or _is_first_and_last(name)


def _is_titled(name: str, titled: re.Pattern[str]) -> bool:
    """Whether it is a title and the name of a person, and nothing that organisations are."""
    # The cheap questions first.
    if name[:1] not in BEGINS or not titled.fullmatch(name):
        return False
    return ORGANISATION_WORDS.isdisjoint(fold(name).split())


def _is_first_and_last(name: str) -> bool:
    words = _WORDS.findall(name)
    if not 1 < len(words) <= _MOST_WORDS or not any(map(_is_first, words)):
        return False
    for first, last, turned in _readings(words):
        if _are_first(first) and _is_last(last) and (not turned or _is_turned(first, last)):
            # Asked of few: it takes the longest.
            return _OTHERS.isdisjoint(fold(name).split()) and not split_name(name).forms
    return False


def _readings(words: Sequence[str]) -> Iterator[tuple[Sequence[str], Sequence[str], bool]]:
    """Each way to part first names from the surname, and whether that comes first."""
    for cut in range(1, len(words)):
        yield words[:cut], words[cut:], False
        yield words[cut:], words[:cut], True


def _is_first(word: str) -> bool:
    """« Jean », « Jean-Pierre », « J. », « J.-P. », « J.P. »; not « S.A. »."""
    if _INITIAL.fullmatch(word):
        return True
    if "." in word:
        return False
    parts = fold(word).split()
    return bool(parts) and parts[0] in FIRST_NAMES and SECOND_NAMES.issuperset(parts)


def _are_first(words: Sequence[str]) -> bool:
    """One, or two that are written out: « Jean Pierre »."""
    if len(words) > 2 or (len(words) == 2 and any("." in word for word in words)):
        return False
    return all(map(_is_first, words))


def _is_last(words: Sequence[str]) -> bool:
    """« Dupont », « LE GOFF », « de La Tour »."""
    *before, last = words
    if len(before) > 2 or not _PARTICLES.issuperset(map(fold, before)) or len(last) < 2:
        return False
    return fold(last) not in _PARTICLES and bool(_SURNAME.fullmatch(last))


def _is_turned(first: Sequence[str], last: Sequence[str]) -> bool:
    """Whether a surname before a first name is one: not « Saint Yves », nor « Terre Rose », but
    « Fontaine Pierre ».

    Written in capitals when the first name is not, it is the surname that offices write so.
    """
    surname = fold(last[-1])
    if surname in SAINTS:
        return False
    if "".join(last).isupper() and not "".join(first).isupper():
        return True
    return (
        last[-1][0].isupper()
        and (surname not in PLACE_WORDS or surname in FAMILY_WORDS)
        and fold(last[0]) != "la"
        and ALSO_WORDS.isdisjoint(map(fold, first))
    )
