"""Which poles are isolated, why, or merely not documented: the sentences."""

from __future__ import annotations

from maillage.graph.wording import Catalogue, Counts

WORDS: Catalogue = {
    "no_pole": (
        "Aucun pôle. Chargez d’abord une liste de pôles.",
        "No pole. Load a list of poles first.",
    ),
    "floor": (
        "Un pôle n’est dit isolé que si sa liste de membres, ou de tous ses liens, est déclarée "
        "complète : c’est le cas de {n} sur {of}.",
        "A pole is called isolated only if its list of members, or of all its ties, is declared "
        "complete: {n} of {of} are.",
    ),
    "none_linked": (
        "Aucun pôle sur {of} n’est relié à un autre",
        "None of {of} poles is linked to another",
    ),
    "none_isolated": ("aucun n’est dit isolé", "none is called isolated"),
    "headline_all_known": ("{linked} ; {isolated}.", "{linked}; {isolated}."),
    "headline": (
        "{linked} ; {isolated} ; {unknown}.",
        "{linked}; {isolated}; {unknown}.",
    ),
    "linked": (
        "Relié à {poles} ({others}) par {by}.",
        "Linked to {poles} ({others}) through {by}.",
    ),
    "linked_directly": ("Relié à {poles} ({others}).", "Linked to {poles} ({others})."),
    "isolated": (
        "Isolé : sa liste est complète ({on}) et ne montre aucun lien vers un autre pôle. {why}",
        "Isolated: its list is complete ({on}) and shows no tie to another pole. {why}",
    ),
    "not_documented": (
        "Non documenté : aucune liste complète ; on ne peut pas dire s’il est isolé. {why}",
        "Not documented: no complete list; we cannot say whether it is isolated. {why}",
    ),
    "why_nothing": ("Aucun lien n’est connu.", "No tie is known."),
    "why_hubs": (
        "On ne connaît de lui que {hubs}, que trop de pôles partagent.",
        "All that is known of it is {hubs}, which too many poles share.",
    ),
    "why_own": ("{ties}, qu’aucun autre pôle ne partage.", "{ties}, which no other pole shares."),
    "why_own_and_hubs": (
        "{ties}, qu’aucun autre pôle ne partage, et {hubs}, que trop de pôles partagent.",
        "{ties}, which no other pole shares, and {hubs}, which too many poles share.",
    ),
    "lost_bridge": (
        "Le seul passage de {name} vers un autre pôle ({others}) a pris fin en {year}.",
        "The only bridge from {name} to another pole ({others}) ended in {year}.",
    ),
    "lost_bridge_undated": (
        "Le seul passage de {name} vers un autre pôle ({others}) a pris fin, on ne sait quand.",
        "The only bridge from {name} to another pole ({others}) ended, nobody says when.",
    ),
    "hub": (
        "{name} touche {n} pôles : trop pour les relier, compté à part.",
        "{name} touches {n} poles: too many to link them, counted apart.",
    ),
    "trend": ("Pôles reliés à un autre : {counts}.", "Poles linked to another: {counts}."),
    "trend_now": ("{n} à présent", "{n} now"),
    "trend_at": ("{n} à la date demandée", "{n} at the date asked"),
    "trend_one": ("{n} en {year}", "{n} in {year}"),
    "trend_unknown": (
        "Aucun lien entre pôles n’a de début ni de fin connus : on ne peut pas dire ce qui change.",
        "No tie between poles has a known start or end: we cannot say what changes.",
    ),
}  # fmt: skip

COUNTS: Counts = {
    "undated": (
        "{n} lien entre pôles est sans date, compté à toutes les dates.",
        "{n} liens entre pôles sont sans date, comptés à toutes les dates.",
        "{n} tie between poles is undated, counted at every date.",
        "{n} ties between poles are undated, counted at every date.",
    ),
    "poles": ("{n} pôle", "{n} pôles", "{n} pole", "{n} poles"),
    "own": ("{n} autre acteur touché", "{n} autres acteurs touchés",
            "{n} other actor touched", "{n} other actors touched"),
    "linked": (
        "{n} pôle sur {of} est relié à un autre",
        "{n} pôles sur {of} sont reliés à un autre",
        "{n} pole of {of} is linked to another",
        "{n} poles of {of} are linked to another",
    ),
    "isolated": ("{n} est isolé", "{n} sont isolés", "{n} is isolated", "{n} are isolated"),
    "unknown": ("pour {n}, on ne sait pas", "pour {n}, on ne sait pas",
                "of {n} we cannot say", "of {n} we cannot say"),
}  # fmt: skip
