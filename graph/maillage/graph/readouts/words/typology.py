"""Of what type a pole is told to be, where its ties point, by which logic it cooperates."""

from __future__ import annotations

from maillage.graph.wording import Catalogue, Counts

WORDS: Catalogue = {
    # what sources say
    "untold": ("Personne ne dit : {fields}.", "Nobody tells: {fields}."),
    "declared": ("{field} : {value} ({by}).", "{field}: {value} ({by})."),
    "note": ("La source note : {note}.", "The source notes: {note}."),
    "told_of": ("{field} : {names}.", "{field}: {names}."),
    "of_value": ("{value} ({n})", "{value} ({n})"),
    "not_told": ("non dit ({n})", "not told ({n})"),
    "deindustrialised": ("désindustrialisé", "deindustrialised"),
    "periurban": ("périurbain", "periurban"),
    "rural": ("rural", "rural"),
    "working_class_district": ("quartier populaire", "working-class district"),
    # where ties and activities point
    "ties": ("les liens", "ties"),
    "activities": ("les activités", "activities"),
    "nowhere": (
        "{field} : {looked} ne permettent pas de le dire ({signs}).",
        "{field}: {looked} do not allow to say ({signs}).",
    ),
    "no_sign": ("aucun signe", "no sign"),
    "pointed": (
        "{field} : {looked} pointent vers {type}, {confidence} ({signs}).",
        "{field}: {looked} point to {type}, {confidence} ({signs}).",
    ),
    "high": ("confiance forte", "high confidence"),
    "medium": ("confiance moyenne", "medium confidence"),
    "low": ("confiance faible", "low confidence"),
    "agree": (" C’est ce que disent les sources.", " So do sources."),
    "disagree": (" Les sources disent {told}.", " Sources say {told}."),
    "with_said": ("{sentence}{said}", "{sentence}{said}"),
    "of_pole": ("{name}, {field}", "{name}, {field}"),
    "headline": (
        "{field} : {looked} pointent quelque part pour {of_poles} ; sur {both} dont le type est "
        "dit aussi, {agree} vers le même.",
        "{field}: {looked} point somewhere for {of_poles}; of {both} whose type is told too, "
        "{agree} to the same.",
    ),
    "headline_none": (
        "{field} : {looked} ne pointent nulle part, pour aucun pôle.",
        "{field}: {looked} point nowhere, for no pole.",
    ),
    "method": (
        "Un lien ou une activité n’est qu’un signe : ce qui n’est dans aucune liste ne pointe "
        "nulle part.",
        "A tie or an activity is a sign only: what is on no list points nowhere.",
    ),
    # logics
    "mutualisation": ("mutualisation", "mutualisation"),
    "interaction": ("interaction", "interaction"),
    "animation": ("animation", "animation"),
    "no_logic": (
        "Aucun lien connu ne dit une logique de coopération.",
        "No known tie tells a logic of cooperation.",
    ),
    "unlisted": (
        "Logiques : repas, fêtes et rencontres n’y sont que si quelqu’un les a notés.",
        "Logics: meals, feasts and meetings are in them only if somebody wrote them down.",
    ),
    "logic": ("{logic} : {ties} ({share}).", "{logic}: {ties} ({share})."),
}

COUNTS: Counts = {
    "ties": ("{n} lien", "{n} liens", "{n} tie", "{n} ties"),
    "of_signs": (
        "{n} signe sur {of}",
        "{n} signes sur {of}",
        "{n} sign of {of}",
        "{n} signs of {of}",
    ),
    "signs": (
        "{n} signe : {names}",
        "{n} signes : {names}",
        "{n} sign: {names}",
        "{n} signs: {names}",
    ),
    "silent": (
        "{n} lien n’en dit aucune (financement, gouvernance, adhésion à un pôle…).",
        "{n} liens n’en disent aucune (financement, gouvernance, adhésion à un pôle…).",
        "{n} tie tells none (financing, governance, membership of a pole…).",
        "{n} ties tell none (financing, governance, membership of a pole…).",
    ),
    "poles": ("{n} pôle", "{n} pôles", "{n} pole", "{n} poles"),
}
