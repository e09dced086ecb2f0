"""Words that say what an organisation is: legal forms, labels, kinds of authority.

One table (`data/name_forms.csv`) serves twice: to read a *declared form* (« SCIC SARL », where
every word counts) and to find forms in a *name* (« SCIC Interstices », « CC de Redon »), where a
word counts only at the place its row allows. Whole words always: « coopération » is no
« coopérative ».

>>> [form.name for form in declared_forms("SCIC SARL à capital variable")]
['scic', 'sarl']
>>> parts = split_name("Communauté d'agglomération du Pays Voironnais")
>>> " ".join(parts.core), [form.type for form in parts.forms]
('pays voironnais', ['epci'])
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from maillage.graph.folding import normalise
from maillage.graph.vocabulary import FLAGS, Ess, LegalSector
from maillage.ingest.reference import Row, bundled

Rank = Literal["form", "vehicle", "label"]
Where = Literal["start", "end", "both", "any", "no"]
Words = tuple[str, ...]

LINKING = frozenset({"de", "du", "des", "d"})
_ARTICLES = frozenset({"l", "la", "le", "les"})


@dataclass(frozen=True, slots=True)
class Form:
    """A row of the table. `rank`: a form decides, a vehicle (SARL) decides when no form does, a
    label (GEIQ) adds its flags whatever the form. `marks` are flags of this package's own:
    `review`, `person`, `public_mission`. `None` is what the row does not say. `kind_of` names the
    form that whoever has this one has too: an EURL is a SARL, a SCOP a cooperative."""

    name: str
    rank: Rank
    kind_of: str = ""
    type: str = ""
    legal_sector: LegalSector | None = None
    ess: Ess | None = None
    ess_family: str | None = None
    kind: str | None = None
    flags: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    in_name: Where = "no"
    strip: bool = True
    max_words: int = 99
    outranks_code: bool = False
    confidence: str = "high"


@dataclass(frozen=True, slots=True)
class NameParts:
    """A name cut into its core and the forms found around it."""

    core: Words
    forms: tuple[Form, ...] = ()
    acronyms: Words = ()


def declared_forms(text: str) -> tuple[Form, ...]:
    """Every form that a declared form names, in the order written, each once."""
    words = _words(text)
    found: list[Form] = []
    place = 0
    while place < len(words):
        match = _longest(_table().declared, words, place)
        if match and match[0] not in found:
            found.append(match[0])
        place += match[1] if match else 1
    return tuple(found)


def with_wider(forms: Iterable[Form]) -> frozenset[Form]:
    """These, and all that they are kinds of.

    >>> sorted(form.name for form in with_wider(declared_forms("EURL")))
    ['eurl', 'sarl', 'societe']
    """
    found: set[Form] = set()
    ahead = list(forms)
    while ahead:
        form = ahead.pop()
        found.add(form)
        if form.kind_of:
            ahead.append(_by_name()[form.kind_of])
    return frozenset(found)


def split_name(name: str) -> NameParts:
    """The words that tell this organisation from others, and what the other words say."""
    bare, aside, acronyms = _parentheses(_upright(name))
    words = [_misspelt().get(word, word) for word in name_words(bare)]
    found: list[Form] = list(aside)
    words = _strip_start(words, found)
    words = _strip_end(words, found)
    words = _strip_inside(words, found)
    core = tuple(word for word in _written_out(words) if word not in _EMPTY) or tuple(words)
    return NameParts(core or tuple(name_words(name)), tuple(dict.fromkeys(found)), acronyms)


def name_words(name: str) -> list[str]:
    """The words of a name with & and the usual abbreviations written out.

    >>> name_words("Œuvre St-Jean & Cie"), name_words("S.C.I.C. Éole")
    (['oeuvre', 'saint', 'jean', 'et', 'compagnie'], ['scic', 'eole'])
    """
    words = _words(name.replace("&", " et "))
    return [_ABBREVIATIONS.get(word, word) for word in words]


def _words(text: str) -> list[str]:
    """An acronym is one, with or without its points."""
    return normalise(_POINTED.sub(lambda letters: letters[0].replace(".", ""), text)).split()


@dataclass(frozen=True, slots=True)
class _Phrase:
    words: Words
    form: Form
    linked: bool = False
    where: Where = "no"


@dataclass(frozen=True, slots=True)
class _Table:
    """Phrases by their first word, and by their last, the longest first."""

    declared: Mapping[str, Sequence[_Phrase]]
    starts: Mapping[str, Sequence[_Phrase]]
    ends: Mapping[str, Sequence[_Phrase]]
    inside: Mapping[str, Sequence[_Phrase]]


@cache
def _by_name() -> Mapping[str, Form]:
    return {row["form"]: _form(row) for row in bundled("name_forms.csv")}


@cache
def _table() -> _Table:
    phrases = [phrase for row in bundled("name_forms.csv") for phrase in _phrases(row)]
    declared = [_Phrase(phrase.words, phrase.form) for phrase in phrases]
    starts = [phrase for phrase in phrases if phrase.where in ("start", "both", "any")]
    ends = [phrase for phrase in phrases if phrase.where in ("end", "both")]
    inside = [phrase for phrase in phrases if phrase.where == "any" and len(phrase.words) > 1]
    return _Table(
        _by_word(declared, 0), _by_word(starts, 0), _by_word(ends, -1), _by_word(inside, 0)
    )


def _by_word(phrases: Iterable[_Phrase], place: int) -> Mapping[str, Sequence[_Phrase]]:
    grouped: dict[str, list[_Phrase]] = defaultdict(list)
    for phrase in sorted(phrases, key=lambda item: -len(item.words)):
        grouped[phrase.words[place]].append(phrase)
    return grouped


def _phrases(row: Row) -> Iterable[_Phrase]:
    form = _form(row)
    texts = row["phrases"].split("|")
    linked = {text.removesuffix(" ~") for text in texts if text.endswith(" ~")}
    for text in texts:
        plain = text.removesuffix(" ~")
        # « ville ~ » counts in a name before « de » only; « ville » alone, in a declared form only.
        where: Where = "no" if text in linked else form.in_name
        yield _Phrase(tuple(plain.split()), form, linked=text != plain, where=where)


def _form(row: Row) -> Form:
    flags = tuple(flag for flag in row["flags"].split("|") if flag)
    return Form(
        name=row["form"],
        rank=_RANKS[row["rank"]],
        kind_of=row["kind_of"],
        type=row["type"],
        legal_sector=LegalSector(row["legal_sector"]) if row["legal_sector"] else None,
        ess=Ess(row["ess"]) if row["ess"] else None,
        ess_family=row["ess_family"] or None,
        kind=row["kind"] or None,
        flags=tuple(flag for flag in flags if flag in FLAGS),
        marks=tuple(flag for flag in flags if flag not in FLAGS),
        in_name=_PLACES[row["in_name"]],
        strip=row["strip"] == "yes",
        max_words=int(row["max_words"] or 99),
        outranks_code=row["outranks_code"] == "yes",
        confidence=row["confidence"],
    )


_RANKS: Mapping[str, Rank] = {"form": "form", "vehicle": "vehicle", "label": "label"}
_PLACES: Mapping[str, Where] = {
    "start": "start",
    "end": "end",
    "both": "both",
    "any": "any",
    "no": "no",
}
_ABBREVIATIONS = {
    "st": "saint",
    "ste": "sainte",
    "cie": "compagnie",
    "fed": "federation",
    "dept": "departement",
}
# Words without which two writings of a name are still the same name.
_EMPTY = LINKING | _ARTICLES | {"et", "en", "a", "au", "aux", "pour", "par", "dans", "un", "une"}
_ASIDE = re.compile(r"\(([^()]*)\)")
_INVERTED = re.compile(
    r"(?P<core>[^,(]+?)\s*[,(]\s*"
    r"(?P<form>[^,()]*\b(?:de la|de|du|des|d['’]|de l['’]|le|la|les|l['’]))\s*\)?",
    re.IGNORECASE,
)
_POINTED = re.compile(r"\b[^\W\d_](?:\.[^\W\d_])+\b")
_ACRONYM = re.compile(r"[A-ZÀ-Ý][A-ZÀ-Ý0-9]{1,9}")


def _parentheses(name: str) -> tuple[str, Sequence[Form], Words]:
    """Take out what parentheses hold when it is a form or an acronym; else it tells apart."""
    if "(" not in name:
        return name, (), ()
    forms: list[Form] = []
    acronyms: list[str] = []

    def _taken(match: re.Match[str]) -> str:
        inner = match[1].strip()
        words = normalise(inner).split()
        known = _longest(_table().declared, words, 0) if words else None
        if known and known[1] == len(words):
            forms.append(known[0])
            return " "
        if _ACRONYM.fullmatch(inner.replace(".", "")):
            acronyms.append(normalise(inner.replace(".", "")))
            return " "
        return f" {inner} "

    return _ASIDE.sub(_taken, name), forms, tuple(acronyms)


def _upright(name: str) -> str:
    """« Redon, commune de » and « Redon (Ville de) » said the right way round."""
    match = _INVERTED.fullmatch(name.strip()) if "," in name or "(" in name else None
    return f"{match['form']} {match['core']}" if match else name


@cache
def _misspelt() -> Mapping[str, str]:
    """Words of forms with two neighbouring letters exchanged: « Assocaition », « SOCP »."""
    known = {
        word for phrases in _table().declared.values() for item in phrases for word in item.words
    }
    return {
        word[:place] + word[place + 1] + word[place] + word[place + 2 :]: word
        for word in known
        if len(word) > 3
        for place in range(len(word) - 1)
        if word[:place] + word[place + 1] + word[place] + word[place + 2 :] not in known
    }


@cache
def _acronyms() -> Mapping[str, Words]:
    return {row["acronym"]: tuple(row["words"].split()) for row in bundled("acronyms.csv")}


def _written_out(words: Iterable[str]) -> Iterable[str]:
    for word in words:
        yield from _acronyms().get(word, (word,))


def _longest(
    table: Mapping[str, Sequence[_Phrase]], words: Sequence[str], place: int
) -> tuple[Form, int] | None:
    for spelling in _spellings(words[place]):
        for phrase in table.get(spelling, ()):
            length = len(phrase.words)
            if tuple(words[place + 1 : place + length]) == phrase.words[1:]:
                return phrase.form, length
    return None


def _spellings(word: str) -> Words:
    singular = word.removesuffix("s")
    return (word, singular) if len(singular) > 3 and singular != word else (word,)


def _strip_start(words: list[str], found: list[Form]) -> list[str]:
    while len(words) > 1:
        phrase = next(
            (item for item in _table().starts.get(words[0], ()) if _begins(item, words)), None
        )
        if phrase is None:
            return words
        found.append(phrase.form)
        if not phrase.form.strip:
            return words
        words = _after_linking(words[len(phrase.words) :])
    return words


def _begins(phrase: _Phrase, words: Sequence[str]) -> bool:
    length = len(phrase.words)
    rest = words[length:]
    if not rest or tuple(words[:length]) != phrase.words:
        return False
    if phrase.linked and rest[0] not in LINKING:
        return False
    return len(rest) <= phrase.form.max_words + len([word for word in rest if word in _EMPTY])


def _after_linking(words: list[str]) -> list[str]:
    place = 0
    while place < len(words) - 1 and words[place] in LINKING | _ARTICLES:
        place += 1
    return words[place:]


def _strip_end(words: list[str], found: list[Form]) -> list[str]:
    while len(words) > 1:
        phrase = next(
            (item for item in _table().ends.get(words[-1], ()) if _ends(item, words)), None
        )
        if phrase is None:
            return words
        found.append(phrase.form)
        if not phrase.form.strip:
            return words
        words = words[: -len(phrase.words)]
    return words


def _ends(phrase: _Phrase, words: Sequence[str]) -> bool:
    length = len(phrase.words)
    rest = [word for word in words[:-length] if word not in _EMPTY]
    return 0 < len(rest) <= phrase.form.max_words and tuple(words[-length:]) == phrase.words


def _strip_inside(words: list[str], found: list[Form]) -> list[str]:
    table = _table().inside
    for place in range(1, len(words)):
        for phrase in table.get(words[place], ()):
            end = place + len(phrase.words)
            if tuple(words[place:end]) == phrase.words:
                found.append(phrase.form)
                return words[:place] + words[end:]
    return words
