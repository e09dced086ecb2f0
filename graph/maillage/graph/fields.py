"""The facts an actor or a tie may carry: their type, their labels, how disagreement is read.

A field that is not listed here is kept under its own name as text: nothing people load is lost.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from maillage.graph.errors import InvalidInput
from maillage.graph.vocabulary import (
    ACTOR_KINDS,
    ESS_FAMILY_LABELS,
    FLAGS,
    Ess,
    Label,
    LegalSector,
)

FieldType = Literal["text", "integer", "number", "percent", "year", "date", "flag", "choice", "set"]


@dataclass(frozen=True, slots=True)
class Field:
    name: str
    type: FieldType
    label: Label
    choices: tuple[str, ...] = ()
    # A yearly figure of another year is an evolution, not a contradiction.
    yearly: bool = False


def _field(
    name: str, type_: FieldType, fr: str, en: str, *choices: str, yearly: Literal["", "yearly"] = ""
) -> Field:
    return Field(name, type_, Label(fr, en), choices, yearly == "yearly")


ACTOR_FIELDS: dict[str, Field] = {
    field.name: field
    for field in (
        _field("name", "text", "nom", "name"),
        _field("other_names", "set", "autres noms", "other names"),
        _field("kind", "text", "nature", "kind"),
        _field("legal_sector", "choice", "secteur juridique", "legal sector", *LegalSector),
        _field("ess", "choice", "relève de l’ESS", "social economy", *Ess),
        _field("ess_family", "choice", "famille de l’ESS", "social-economy family", *ESS_FAMILY_LABELS),
        _field("flags", "set", "marques", "flags", *FLAGS),
        _field("sector_source", "choice", "source du secteur", "source of the sector",
               "declared", "legal_form", "registry_flag", "category", "name", "reviewer"),
        _field("legal_form", "text", "forme juridique", "legal form"),
        _field("legal_category", "text", "catégorie juridique", "legal category"),
        _field("siren", "text", "SIREN", "SIREN"),
        _field("sirets", "set", "SIRET", "SIRET"),
        _field("rna", "text", "numéro RNA", "RNA number"),
        _field("naf", "text", "code NAF", "NAF code"),
        _field("naf_scheme", "text", "nomenclature NAF", "NAF scheme"),
        _field("activity", "text", "activité", "activity"),
        _field("commune", "text", "commune", "municipality"),
        _field("commune_code", "text", "code commune", "municipality code"),
        _field("commune_candidates", "set", "communes possibles", "possible municipalities"),
        _field("postal_code", "text", "code postal", "postal code"),
        _field("departement", "text", "département", "département"),
        _field("departements", "set", "départements", "départements"),
        _field("region", "text", "région", "region"),
        _field("territories", "set", "communes du territoire", "municipalities of the territory"),
        _field("latitude", "number", "latitude", "latitude"),
        _field("longitude", "number", "longitude", "longitude"),
        _field("geo_precision", "choice", "précision du lieu", "precision of the place",
               "address", "commune", "departement", "none"),
        _field("named", "flag", "nommé par la source", "named by the source"),
        _field("collective", "flag", "collectif", "collective"),
        _field("stands_for_min", "integer", "au moins", "at least"),
        _field("stands_for_max", "integer", "au plus", "at most"),
        _field("jobs", "integer", "emplois", "jobs", yearly="yearly"),
        _field("fte", "number", "équivalents temps plein", "full-time equivalents", yearly="yearly"),
        _field("turnover_eur", "number", "chiffre d’affaires (€)", "turnover (€)", yearly="yearly"),
        _field("fees_eur", "number", "cotisations (€)", "fees (€)", yearly="yearly"),
        _field("public_eur", "number", "ressources publiques (€)", "public resources (€)", yearly="yearly"),
        _field("private_eur", "number", "ressources privées (€)", "private resources (€)", yearly="yearly"),
        _field("own_eur", "number", "ressources propres (€)", "own resources (€)", yearly="yearly"),
        _field("subsidy_share", "percent", "part de subventions (%)", "subsidy share (%)", yearly="yearly"),
        _field("member_count", "integer", "nombre de membres", "number of members", yearly="yearly"),
        _field("web", "text", "site", "web site"),
        _field("valid_from", "date", "depuis", "since"),
        _field("valid_to", "date", "jusqu’à", "until"),
        _field("tags", "set", "étiquettes", "tags"),
        _field("note", "set", "notes", "notes"),
        _field("typology_adam", "choice", "typologie (Adam)", "typology (Adam)",
               "firm_grouping", "place", "value_chain"),
        _field("typology_podlewski", "choice", "typologie (Podlewski)", "typology (Podlewski)",
               "production", "services", "creative_cultural"),
        _field("economic_dynamic", "text", "dynamique économique", "economic dynamic"),
        _field("impulse", "choice", "impulsion", "impulse", "firms", "citizens", "authority"),
        _field("stage", "choice", "stade", "stage", "project", "emerging", "established", "ended"),
        _field("labels", "set", "labels", "labels"),
        _field("territory_type", "text", "type de territoire", "kind of territory"),
        _field("common_place", "text", "lieu commun", "common place"),
        _field("founded_year", "year", "année de création", "founding year"),
        _field("charter_signed", "choice", "charte signée", "charter signed", "yes", "no"),
        _field("temoin", "choice", "pôle témoin", "pilot pole", "yes", "no", "not_attested"),
        _field("laureate_2013", "choice", "lauréat 2013", "2013 laureate", "yes", "no"),
        _field("voting", "choice", "règle de vote", "voting rule",
               "capital", "said", "member", "college"),
        _field("carriers", "set", "structures porteuses", "carriers"),
        _field("pole", "text", "pôle", "pole"),
    )
}  # fmt: skip

TIE_FIELDS: dict[str, Field] = {
    field.name: field
    for field in (
        _field("share_pct", "percent", "part du capital (%)", "share of capital (%)"),
        _field("votes_pct", "percent", "part des voix (%)", "share of votes (%)"),
        _field(
            "college_votes_pct",
            "percent",
            "part des voix du collège (%)",
            "votes of the college (%)",
        ),
        _field("amount_eur", "number", "montant (€)", "amount (€)"),
        _field("programme", "text", "programme", "programme"),
        _field("purpose", "text", "objet", "purpose"),
        _field("fte", "number", "équivalents temps plein", "full-time equivalents"),
        _field("hours", "number", "heures", "hours"),
        _field("role", "text", "rôle", "role"),
        _field("college", "text", "collège", "college"),
        _field("votes", "number", "voix", "votes"),
        _field("fee_eur", "number", "cotisation (€)", "fee (€)"),
        _field("strength", "number", "intensité", "strength"),
        _field("certainty", "choice", "certitude", "certainty", "stated", "deduced"),
        _field("note", "text", "note", "note"),
    )
}

# In degrees, either way.
_FARTHEST: Mapping[str, int] = {"latitude": 90, "longitude": 180}

_SHAPES: dict[FieldType, type | tuple[type, ...]] = {
    "text": str,
    "integer": int,
    "number": (int, float),
    "percent": (int, float),
    "year": int,
    "date": str,
    "flag": bool,
    "choice": str,
    "set": tuple,
}
_NEEDED: dict[FieldType, Label] = {
    "text": Label("il faut un texte", "a text is needed"),
    "integer": Label("il faut un nombre entier", "a whole number is needed"),
    "number": Label("il faut un nombre", "a number is needed"),
    "percent": Label("il faut un nombre de 0 à 100", "a number from 0 to 100 is needed"),
    "year": Label("il faut une année", "a year is needed"),
    "date": Label("il faut une date", "a date is needed"),
    "flag": Label("il faut oui ou non", "yes or no is needed"),
    "choice": Label("il faut un texte", "a text is needed"),
    "set": Label("il faut une liste de textes", "a list of texts is needed"),
}


def check_value(fields: dict[str, Field], name: str, value: object) -> None:
    """`InvalidInput` unless a value of this field can be kept: its type, its choices, its bounds.

    What is not a field of ours is text.
    """
    field = fields.get(name)
    shape = _SHAPES[field.type] if field else str
    fits = isinstance(value, shape) and (isinstance(value, bool) == (shape is bool))
    if fits and field and field.choices:
        fits = set(value if isinstance(value, tuple) else (value,)) <= set(field.choices)
    if fits and isinstance(value, float):
        fits = math.isfinite(value)
    if fits and field and field.type == "percent":
        fits = isinstance(value, int | float) and 0 <= value <= 100
    if fits and isinstance(value, int | float):
        fits = abs(value) <= _FARTHEST.get(name, math.inf)
    if not fits:
        needed = _NEEDED[field.type if field else "text"]
        expected = ", ".join(field.choices) if field and field.choices else needed
        said = ", ".join(map(str, value)) if isinstance(value, tuple) else value
        raise InvalidInput(
            "invalid_value", what="field", value=f"{name} = {said}", expected=expected
        )


SET_FIELDS = frozenset(field.name for field in ACTOR_FIELDS.values() if field.type == "set")
YEARLY_FIELDS = frozenset(field.name for field in ACTOR_FIELDS.values() if field.yearly)


def choice_label(code: str) -> Label | None:
    """What a choice means; None where the code is none.

    >>> choice_label("commercial_ess").en, choice_label("9220")
    ('commercial social company', None)
    """
    if code in ESS_FAMILY_LABELS:
        return ESS_FAMILY_LABELS[code]
    return Label(*_CHOICES[code]) if code in _CHOICES else None


def value_label(field: Field, value: str | float | tuple[str, ...]) -> Label:
    """The value of an attribute as a reader is told it: a choice in words, a set as a list."""
    if isinstance(value, tuple):
        return _same(", ".join(value))
    text = str(value)
    if field.name == "kind" and text in ACTOR_KINDS:
        return ACTOR_KINDS[text].label
    known = choice_label(text) if field.type == "choice" else None
    return known or _same(text)


def _same(text: str) -> Label:
    return Label(text, text)


# The choices that values are stored as, in words.
_CHOICES: Mapping[str, tuple[str, str]] = {
    "yes": ("oui", "yes"),
    "no": ("non", "no"),
    "unknown": ("non documenté", "not documented"),
    "not_attested": ("non attesté", "not attested"),
    "none": ("aucun", "none"),
    "public": ("public", "public"),
    "private": ("privé", "private"),
    "mixed": ("mixte", "mixed"),
    "declared": ("déclaré", "declared"),
    "legal_form": ("forme juridique", "legal form"),
    "capital": ("selon le capital", "by capital"),
    "said": ("voix dites par les statuts", "votes told by the articles"),
    "member": ("un membre, une voix", "one member, one vote"),
    "college": ("par collèges", "by colleges"),
    "registry_flag": ("mention d’un registre", "flag of a registry"),
    "category": ("catégorie juridique", "legal category"),
    "name": ("nom", "name"),
    "reviewer": ("relecteur", "reviewer"),
    "address": ("adresse", "address"),
    "commune": ("commune", "municipality"),
    "departement": ("département", "département"),
    "firm_grouping": ("groupement d’entreprises", "grouping of firms"),
    "place": ("lieu", "place"),
    "value_chain": ("filière", "value chain"),
    "production": ("production", "production"),
    "services": ("services et ingénierie", "services and engineering"),
    "creative_cultural": ("création et culture", "creative and cultural"),
    "firms": ("entreprises", "firms"),
    "citizens": ("citoyens", "citizens"),
    "authority": ("collectivité", "authority"),
    "project": ("projet", "project"),
    "emerging": ("en émergence", "emerging"),
    "established": ("établi", "established"),
    "ended": ("terminé", "ended"),
    "stated": ("dit par la source", "stated by the source"),
    "deduced": ("déduit", "deduced"),
}
