"""What the graph shows of each indicator of the référentiel: the sentences."""

from __future__ import annotations

from maillage.graph.wording import Catalogue, Counts

WORDS: Catalogue = {
    "no_referentiel": (
        "Aucun référentiel n’est chargé (« maillage load … --as referentiel »).",
        "No référentiel is loaded (“maillage load … --as referentiel”).",
    ),
    "no_indicator": (
        "De la version {version}, aucun indicateur n’est connu.",
        "Of version {version}, no indicator is known.",
    ),
    "no_score": (
        "Aucun répondant n’a noté ce pôle.",
        "No respondent has scored this pole.",
    ),
    "overall": (
        "Version {version}, {indicators} : le graphe {supports}, {contradicts} ; {unseen}.",
        "Version {version}, {indicators}: the graph {supports}, {contradicts}; {unseen}.",
    ),
    "indicator": ("{code}. {text} : {seen}{scored}", "{code}. {text}: {seen}{scored}"),
    "scored": (
        " Noté {mean} sur 6 par {respondents} (de {least} à {most}).",
        " Scored {mean} of 6 by {respondents} (from {least} to {most}).",
    ),
    "scored_once": (
        " Noté {mean} sur 6 par {respondents}.",
        " Scored {mean} of 6 by {respondents}.",
    ),
    # what is seen
    "not_in_a_graph": ("ne peut se voir dans un graphe.", "cannot be seen in a graph."),
    "nothing_known": ("rien n’en est connu.", "nothing is known of it."),
    "place": ("un lieu commun, {names}.", "a common place, {names}."),
    "place_said": ("un lieu commun est dit.", "a common place is reported."),
    "no_place": (
        "il est dit qu’il n’y a pas de lieu commun.",
        "it is said that there is no common place.",
    ),
    "local_supply": ("fournitures ou achats dans un même département, {names}.",
                     "supplies or purchases within one département, {names}."),
    "partners": ("des partenaires hors du pôle, {names}.", "partners outside the pole, {names}."),
    "citizens": ("des citoyens prennent part, {names}.", "citizens take part, {names}."),
    "citizens_said": (
        "l’impulsion est dite citoyenne.",
        "the impulse is said to be the citizens’.",
    ),
    "levels": ("plusieurs niveaux de collectivités ou d’État, {names}.",
               "several levels of authorities or State, {names}."),
    "knowledge": ("des liens de formation ou de recherche, {names}.",
                  "ties of training or research, {names}."),
    "joint_action": ("plusieurs sortes d’action commune : {names}.",
                     "several kinds of joint action: {names}."),
    "synergies": (
        "des coopérations entre membres, {names}.",
        "cooperation among members, {names}.",
    ),
    "governance": ("des instances ou des collèges, {names}.", "bodies or colleges, {names}."),
    "growth": ("emplois, de {before} en {first} à {after} en {last}.",
               "jobs, from {before} in {first} to {after} in {last}."),
    "creations": ("il a créé ou fondé {names}.", "it created or founded {names}."),
    "local_finance": ("des collectivités, financeurs ou associés y mettent de l’argent, {names}.",
                      "authorities, financiers or partners put money in, {names}."),
    "research": ("des liens avec la recherche ou l’enseignement supérieur, {names}.",
                 "ties with research or higher education, {names}."),
    "bridges": ("des liens franchissent public, privé ou ESS, {names}.",
                "ties cross public, private or social economy, {names}."),
    "no_bridge": ("{names} : aucun ne franchit public, privé ou ESS.",
                  "{names}: none crosses public, private or social economy."),
    "insertion": ("des structures d’insertion ou des GEIQ, {names}.",
                  "work-integration firms or employer groups, {names}."),
}  # fmt: skip

COUNTS: Counts = {
    "indicators": ("{n} indicateur", "{n} indicateurs", "{n} indicator", "{n} indicators"),
    "supports": ("en appuie {n}", "en appuie {n}", "supports {n}", "supports {n}"),
    "contradicts": ("en contredit {n}", "en contredit {n}", "contradicts {n}", "contradicts {n}"),
    "unseen": (
        "{n} ne peut s’y voir",
        "{n} ne peuvent s’y voir",
        "{n} cannot be seen in it",
        "{n} cannot be seen in it",
    ),
    "respondents": ("{n} répondant", "{n} répondants", "{n} respondent", "{n} respondents"),
    "ties": ("{n} lien de secteurs connus", "{n} liens de secteurs connus",
             "{n} tie of known sectors", "{n} ties of known sectors"),
}  # fmt: skip
