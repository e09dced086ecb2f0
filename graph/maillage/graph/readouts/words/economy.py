"""What is told of the economy of a pole: the sentences."""

from __future__ import annotations

from maillage.graph.wording import Catalogue, Counts

WORDS: Catalogue = {
    "no_figure": (
        "Aucun chiffre de ce pôle n’est connu.",
        "No figure of this pole is known.",
    ),
    "untold": (
        "Personne ne dit de ce pôle : {fields}.",
        "Nobody tells of this pole: {fields}.",
    ),
    "conflict": (
        "{name}, {field} : les sources ne s’accordent pas, {kept} (retenu : {by}) ou {others}.",
        "{name}, {field}: sources disagree, {kept} (kept: {by}) or {others}.",
    ),
    "other_value": ("{value} ({by})", "{value} ({by})"),
    "figure": ("{field} : {values}.", "{field}: {values}."),
    "in_year": ("{value} en {year} ({by})", "{value} in {year} ({by})"),
    "in_no_year": ("{value}, année non dite ({by})", "{value}, year not told ({by})"),
    "within": ("{field}, dit de {who} : {values}.", "{field}, told of {who}: {values}."),
    "of_one": ("{name}, {value}", "{name}, {value}"),
    "not_added": (
        "Le pôle, sa structure porteuse, ses membres, ses collectifs et ses groupes peuvent "
        "compter les mêmes emplois et les mêmes sommes : rien n’est additionné.",
        "The pole, its carrier, its members, its collectives and its groups may count the same "
        "jobs and the same sums: nothing is added up.",
    ),
    "citing": ("une ligne qui cite {names}", "a row that cites {names}"),
}

COUNTS: Counts = {
    "who": (
        "{n} acteur ou groupe du pôle",
        "{n} acteurs ou groupes du pôle",
        "{n} actor or group of the pole",
        "{n} actors or groups of the pole",
    ),
    "more": ("{n} autre", "{n} autres", "{n} other", "{n} others"),
}
