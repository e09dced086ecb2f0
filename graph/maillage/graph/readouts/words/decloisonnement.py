"""Which ties cross a boundary, and would chance do as much: the sentences."""

from __future__ import annotations

from collections.abc import Mapping

from maillage.graph.vocabulary import Label
from maillage.graph.wording import Catalogue, Counts

WORDS: Catalogue = {
    "no_tie": (
        "Aucun lien de coopération entre organisations nommées : rien à comparer.",
        "No cooperation tie between named organisations: nothing to compare.",
    ),
    "one_group": (
        "{partition} : moins de deux groupes connus, rien à comparer.",
        "{partition}: fewer than two known groups, nothing to compare.",
    ),
    "index": (
        "{partition} : {crossing} ; indice E-I {value}, le hasard donnerait {expected}"
        "{interval}{p} : {doubt}.",
        "{partition}: {crossing}; E-I index {value}, chance would give {expected}"
        "{interval}{p}: {doubt}.",
    ),
    "interval": (", intervalle [{low} ; {high}]", ", interval [{low}, {high}]"),
    "p": (", p = {p}", ", p = {p}"),
    "p_small": (", p < 0,001", ", p < 0.001"),
    "odds": (
        "{partition} : rapport de cotes interne {times} (au-dessus de 1, un lien est plus probable "
        "au sein d’un groupe qu’entre deux).",
        "{partition}: within-group odds ratio {times} (above 1, a tie is likelier within a group "
        "than between two).",
    ),
    "no_odds": (
        "{partition} : rapport de cotes non défini ({reason}).",
        "{partition}: odds ratio undefined ({reason}).",
    ),
    "communities": (
        "{partition} : les ensembles de proches recoupent les groupes à {value} (NMI : 0 sans "
        "rapport, 1 identiques), le hasard donnerait {expected}{p} : {doubt}.",
        "{partition}: clusters of ties agree with the groups by {value} (NMI: 0 unrelated, 1 the "
        "same), chance would give {expected}{p}: {doubt}.",
    ),
    "matrix": ("{partition} : {cells}.", "{partition}: {cells}."),
    "cell": ("{pair} {observed} ({expected} attendus)", "{pair} {observed} ({expected} expected)"),
    "within": ("{group} entre eux", "{group} among themselves"),
    "between": ("{one} et {other}", "{one} and {other}"),
    "never_meet": (
        "{partition} : ne se rencontrent jamais, {pairs}.",
        "{partition}: never meet, {pairs}.",
    ),
    "never_one": ("{pair} ({expected} attendus)", "{pair} ({expected} expected)"),
    "carriers": ("{partition} : {names}.", "{partition}: {names}."),
    "layer": ("{view} : {said}.", "{view}: {said}."),
    "layer_value": ("E-I {value} ({crossing}) : {doubt}", "E-I {value} ({crossing}): {doubt}"),
    "year": ("{year} : {said}.", "{year}: {said}."),
    "no_time": (
        "Une date au plus est connue : on ne peut pas dire ce qui change.",
        "One date at most is known: we cannot say what changes.",
    ),
    "mix": ("Membres par secteur : {names}.", "Members by sector: {names}."),
    "partners": (
        "Acteurs liés au pôle, par secteur : {names}.",
        "Actors tied to the pole, by sector: {names}.",
    ),
    "of_sector": ("{label} ({n})", "{label} ({n})"),
    # doubt, always from the computed p and n
    "very_unlikely": ("très peu probable par hasard", "very unlikely by chance"),
    "unlikely": ("peu probable par hasard", "unlikely by chance"),
    "within_chance": (
        "le hasard suffirait à l’expliquer",
        "chance would be enough to explain it",
    ),
    "too_few": ("trop peu de liens pour conclure", "too few ties to conclude"),
    "sign_unknown": (
        "le signe dépend de ce qu’on ignore",
        "the sign depends on what is not known",
    ),
    "more": ("plus que le hasard, {doubt}", "more than chance, {doubt}"),
    "less": ("moins que le hasard, {doubt}", "less than chance, {doubt}"),
}

COUNTS: Counts = {
    "left_out": (
        "{partition} : {n} organisation n’est pas tranchée, et n’entre dans aucun indice.",
        "{partition} : {n} organisations ne sont pas tranchées, et n’entrent dans aucun indice.",
        "{partition}: {n} organisation is undecided, and enters no index.",
        "{partition}: {n} organisations are undecided, and enter no index.",
    ),
    "view_left_out": (
        "{n} acteur est laissé hors (collectif, non nommé, lieu ou groupe).",
        "{n} acteurs sont laissés hors (collectifs, non nommés, lieux et groupes).",
        "{n} actor is left out (a collective, unnamed, a place or a group).",
        "{n} actors are left out (collectives, unnamed, places and groups).",
    ),
    "undated": (
        "{n} lien est sans date, et compté à toutes les dates.",
        "{n} liens sont sans date, et comptés à toutes les dates.",
        "{n} tie is undated, and counted at every date.",
        "{n} ties are undated, and counted at every date.",
    ),
    "crossing": (
        "{n} lien sur {of} franchit une frontière",
        "{n} liens sur {of} franchissent une frontière",
        "{n} tie of {of} crosses a boundary",
        "{n} ties of {of} cross a boundary",
    ),
    "bounds": (
        "{partition} : selon la façon de coder {n} inconnu, l’indice irait de {low} à {high}.",
        "{partition} : selon la façon de coder {n} inconnus, l’indice irait de {low} à {high}.",
        "{partition}: depending on how {n} unknown is coded, the index would range from {low} to "
        "{high}.",
        "{partition}: depending on how {n} unknowns are coded, the index would range from {low} "
        "to {high}.",
    ),
    "carrier": (
        "{name} porte {n} lien qui franchit une frontière",
        "{name} porte {n} liens qui franchissent une frontière",
        "{name} carries {n} tie that crosses a boundary",
        "{name} carries {n} ties that cross a boundary",
    ),
    "too_few_pairs": (
        "{partition} : {n} autre paire ne se rencontre pas, mais le hasard n’en attendrait pas un "
        "lien.",
        "{partition} : {n} autres paires ne se rencontrent pas, mais le hasard n’en attendrait "
        "pas un lien chacune.",
        "{partition}: {n} other pair does not meet, but chance would not expect one tie of it.",
        "{partition}: {n} other pairs do not meet, but chance would not expect one tie of each.",
    ),
}

PARTITIONS: Mapping[str, Label] = {
    "sector": Label("Secteurs", "Sectors"),
    "public_private": Label("Public et privé", "Public and private"),
    "inside_ess": Label("Dans l’ESS et hors de l’ESS", "Inside and outside the social economy"),
    "family": Label("Familles de l’ESS", "Social-economy families"),
    "activity": Label("Activités", "Activities"),
    "departement": Label("Départements", "Départements"),
    "region": Label("Régions", "Regions"),
    "pole": Label("Pôles", "Poles"),
}
GROUPS: Mapping[str, Label] = {
    "inside": Label("dans l’ESS", "inside"),
    "outside": Label("hors de l’ESS", "outside"),
    "several": Label("plusieurs", "several"),
    "unknown": Label("non documenté", "not documented"),
}
