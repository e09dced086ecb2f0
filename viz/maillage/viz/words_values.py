"""The choices that facts are stored as, in words; those of the vocabulary come from there."""

from __future__ import annotations

from collections.abc import Mapping

from maillage.graph.fields import ACTOR_FIELDS, TIE_FIELDS
from maillage.graph.vocabulary import ESS_FAMILY_LABELS, Label
from maillage.viz.scene_model import Fact

VALUES: Mapping[str, tuple[str, str]] = {
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
_FIELDS = {**TIE_FIELDS, **ACTOR_FIELDS}
NUMERIC_FIELDS = tuple(
    name for name, field in _FIELDS.items() if field.type in ("integer", "number", "percent")
)


def value_words(facts: list[Fact]) -> dict[str, Label]:
    """`value:<field>:<code>` for each choice among these facts."""
    found = {}
    for fact in facts:
        known = _FIELDS.get(fact.field)
        if known and known.type in ("choice", "flag") and (text := _text(fact.value)):
            found[f"value:{fact.field}:{fact.value}"] = text
    return found


def _text(code: str) -> Label | None:
    if code in ESS_FAMILY_LABELS:
        label = ESS_FAMILY_LABELS[code]
        return Label(fr=label.fr, en=label.en)
    return Label(fr=VALUES[code][0], en=VALUES[code][1]) if code in VALUES else None
