"""Every sentence of the pictures, in French and English: `design.md` § 5.

`say` fills `{names}`; `count` chooses between one and many (0 is one in French, many in English).
French takes the narrow no-break space before ; : ! ? % and inside « », and the curved apostrophe.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal

from maillage.viz.scene_model import Text
from maillage.viz.words_figures import FIGURE_WORDS
from maillage.viz.words_page import PAGE_COUNTS, PAGE_WORDS

Language = Literal["fr", "en"]

# key: (one, many) in French, (one, many) in English.
COUNTS: Mapping[str, tuple[str, str, str, str]] = {
    **PAGE_COUNTS,
    "actors": ("{n} acteur, lieu ou pôle", "{n} acteurs, lieux et pôles",
               "{n} actor, place or pole", "{n} actors, places and poles"),
    "ties": ("{n} lien", "{n} liens", "{n} tie", "{n} ties"),
    "poles": ("{n} pôle", "{n} pôles", "{n} pole", "{n} poles"),
    "names": ("{n} nom affiché", "{n} noms affichés", "{n} name shown", "{n} names shown"),
    "parts": ("un seul ensemble", "{n} ensembles séparés", "one whole", "{n} separate parts"),
    "undated": ("{n} sans date", "{n} sans date", "{n} undated", "{n} undated"),
    "planned": ("{n} prévu", "{n} prévus", "{n} planned", "{n} planned"),
    "alone": ("{n} sans aucun lien", "{n} sans aucun lien",
              "{n} without any tie", "{n} without any tie"),
    "shared": ("{n} lien ou partenaire commun", "{n} liens ou partenaires communs",
               "{n} tie or shared partner", "{n} ties or shared partners"),
    "results": ("{n} résultat", "{n} résultats", "{n} result", "{n} results"),
}  # fmt: skip

WORDS: Mapping[str, tuple[str, str]] = {
    **PAGE_WORDS,
    **FIGURE_WORDS,
    "hidden_name": ("Entreprise individuelle (nom non publié)", "Sole trader (name not published)"),
    # the sentence of a picture
    "held_by_one": (
        "{poles} tiennent ensemble par un seul passage : {first}.",
        "{poles} hold together by a single bridge: {first}.",
    ),
    "held_by_two": (
        "{poles} tiennent ensemble par deux passages : {first} et {second}.",
        "{poles} hold together by two bridges: {first} and {second}.",
    ),
    "ties_all": ("Liens tous {standing}", "Ties all {standing}"),
    "in_parts": ("{actors}, {ties}, en {parts}.", "{actors}, {ties}, in {parts}."),
    "no_tie": ("Aucun lien à montrer.", "No tie to show."),
    "nobody": ("Ce réseau est encore vide.", "This network is still empty."),
    "by_pole": (
        "{actors} : vue par pôle, les liens sont additionnés.",
        "{actors}: seen by pole, ties are added up.",
    ),
    "all_standing": ("tous {standing}", "all {standing}"),
    "standing_many_confirmed": ("confirmés par les deux", "confirmed by both"),
    "standing_many_one_sided": ("déclarés d’un seul côté", "declared by one side only"),
    "standing_many_reported": ("rapportés par un tiers", "reported by a third party"),
    "standing_many_contested": ("contestés", "contested"),
    "as_of": ("Situation au {date}", "As of {date}"),
    "best_tied": ("Les mieux reliés : {names}.", "Best tied: {names}."),
    "best_tied_one": ("{name} ({n})", "{name} ({n})"),
    "encoding": (
        "Forme : nature de l’acteur. Couleur : secteur. Trait : sorte de lien, plus épais pour "
        "les moyens partagés et le capital. Taille : nombre de liens. Creux : non documenté. "
        "Hachuré : plusieurs organisations.",
        "Shape: kind of actor. Colour: sector. Line: kind of tie, thicker for shared means and "
        "capital. Size: number of ties. Hollow: not documented. Hatched: several organisations.",
    ),
    "left_out": ("Laissés hors : {reasons}.", "Left out: {reasons}."),
    # legend
    "tier_none": ("autre", "other"),
    "mark_collective": ("collectif", "collective"),
    "mark_review": ("à vérifier", "to be reviewed"),
    "mark_unknown": ("non documenté : creux", "not documented: hollow"),
    "mark_hull": ("fond : un pôle et ceux qui ne touchent que lui",
                  "ground: a pole and those that touch no other"),
    "mark_planned": ("lien prévu, pas encore là", "tie planned, not there yet"),
    # poles only
    "kind_of_pole_tie": ("liens entre pôles", "ties between poles"),
    "verb_of_pole_tie": ("est relié à", "is linked to"),
    "out_members": (
        "acteurs, comptés dans leur pôle ou entre les pôles",
        "actors, counted in their pole or between poles",
    ),
    "out_hubs": (
        "qui touchent trop de pôles pour les relier",
        "that touch too many poles to link them",
    ),
    "out_small": ("acteurs moins reliés", "less tied actors"),
    # drawn lists
    "and_more": ("{names} et {n} autres", "{names} and {n} others"),
    "two_names": ("{first} et {second}", "{first} and {second}"),
}  # fmt: skip

_MONTHS = {
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "en": "January February March April May June July August September October November December",
}
_THIN, _NO_BREAK = "\u202f", "\u00a0"
_FRENCH_SPACES = (
    (re.compile(r"\s*([;:!?%])(?=\s|$|[.,)])"), _THIN + r"\1"),
    (re.compile(r"«\s*"), "«" + _THIN),
    (re.compile(r"\s*»"), _THIN + "»"),
)


def say(key: str, **values: str | int | Text) -> Text:
    """The sentence of `key`, filled; a `Text` value is taken in each language."""
    french, english = WORDS[key]
    return Text(
        fr=french_spaces(french).format(**_in(values, "fr")),
        en=english.format(**_in(values, "en")),
    )


def count(key: str, n: int) -> Text:
    """« 1 lien », « 46 liens »."""
    one_fr, many_fr, one_en, many_en = COUNTS[key]
    return Text(
        fr=(one_fr if n < 2 else many_fr).format(n=number(n, "fr")),
        en=(one_en if n == 1 else many_en).format(n=number(n, "en")),
    )


def number(value: int, language: Language) -> str:
    """
    >>> number(12400, "en")
    '12,400'
    """
    return f"{value:,}".replace(",", _THIN) if language == "fr" else f"{value:,}"


def joined(parts: list[Text], separator: str) -> Text:
    return Text(
        fr=separator.join(part.fr for part in parts), en=separator.join(part.en for part in parts)
    )


def listed(parts: list[Text]) -> Text:
    """« a, b et c »."""
    if len(parts) < 2:
        return parts[0] if parts else Text(fr="", en="")
    return say("two_names", first=joined(parts[:-1], ", "), second=parts[-1])


def same(text: str) -> Text:
    """A name: the same in both languages."""
    return Text(fr=text, en=text)


def when(iso: str) -> Text:
    """A date span as people read it: « 19 septembre 2014 », « mars 2013 », « 2012 »."""
    if "/" in iso:
        first, last = (when(part) for part in iso.split("/"))
        return Text(fr=f"{first.fr} – {last.fr}", en=f"{first.en} – {last.en}")
    return Text(fr=_day(iso, "fr"), en=_day(iso, "en"))


def french_spaces(text: str) -> str:
    """Ordinary spaces of a template turned into those of French typography."""
    for pattern, space in _FRENCH_SPACES:
        text = pattern.sub(space, text)
    return text


def _day(iso: str, language: Language) -> str:
    year, *rest = iso.split("-")
    if not rest:
        return year
    month = _MONTHS[language].split()[int(rest[0]) - 1]
    if len(rest) == 1:
        return f"{month} {year}"
    day = int(rest[1])
    first = "1er" if language == "fr" and day == 1 else str(day)
    return f"{first} {month} {year}"


def _in(values: Mapping[str, str | int | Text], language: Language) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, value in values.items():
        if isinstance(value, Text):
            found[name] = value.fr if language == "fr" else value.en
        else:
            found[name] = number(value, language) if isinstance(value, int) else value
    return found
