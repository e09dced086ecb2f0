"""The five conditions of article 9 of the law of 31 July 2014: the sentences."""

from __future__ import annotations

from maillage.graph.wording import Catalogue, Counts

WORDS: Catalogue = {
    "no_list": (
        "Aucune liste de membres complète : ce qui n’est pas attesté ne peut être dit manquant.",
        "No complete list of members: what is not attested cannot be said to be missing.",
    ),
    "nobody": ("Aucun membre ni partenaire n’est connu.", "No member nor partner is known."),
    "nobody_low": ("aucun membre ni partenaire n’est connu", "no member nor partner is known"),
    # 1
    "ess_met": (
        "Deux entreprises de l’ESS au moins : attesté, {names}.",
        "Two social-economy enterprises or more: met, {names}.",
    ),
    "ess_met_collective": (
        "Deux entreprises de l’ESS au moins : attesté par un collectif d’au moins {n}, {names}.",
        "Two social-economy enterprises or more: met by a collective of at least {n}, {names}.",
    ),
    "ess_missing": (
        "Deux entreprises de l’ESS au moins : manque, la liste complète en montre {n}.",
        "Two social-economy enterprises or more: missing, the complete list shows {n}.",
    ),
    "ess_cannot_tell": (
        "Deux entreprises de l’ESS au moins : ne peut se dire, {n} connue et {unknown}.",
        "Two social-economy enterprises or more: cannot tell, {n} known and {unknown}.",
    ),
    # 2
    "other_met": (
        "Associées à d’autres entreprises : attesté, {names}.",
        "Associated with other enterprises: met, {names}.",
    ),
    "other_missing": (
        "Associées à d’autres entreprises : manque, la liste complète n’en montre aucune.",
        "Associated with other enterprises: missing, the complete list shows none.",
    ),
    "other_cannot_tell": (
        "Associées à d’autres entreprises : ne peut se dire, aucune connue et {unknown}.",
        "Associated with other enterprises: cannot tell, none known and {unknown}.",
    ),
    # 3
    "territory_met": (
        "Sur un même territoire : attesté, {members} ({where}).",
        "On a same territory: met, {members} ({where}).",
    ),
    "territory_missing": (
        "Sur un même territoire : manque, aucun département n’est commun à deux membres.",
        "On a same territory: missing, no two members share a département.",
    ),
    "territory_cannot_tell": (
        "Sur un même territoire : ne peut se dire, {unknown}.",
        "On a same territory: cannot tell, {unknown}.",
    ),
    # 4
    "link_met": (
        "Un lien avec collectivités, recherche, enseignement, formation ou toute autre personne : "
        "attesté, {names} ; cette condition l’est presque toujours.",
        "A link with authorities, research, higher education, training or any other person: met, "
        "{names}; this condition nearly always is.",
    ),
    "link_missing": (
        "Un lien avec collectivités, recherche, enseignement, formation ou toute autre personne : "
        "manque, toutes les listes sont complètes et n’en montrent aucun.",
        "A link with authorities, research, higher education, training or any other person: "
        "missing, all lists are complete and show none.",
    ),
    "link_cannot_tell": (
        "Un lien avec collectivités, recherche, enseignement, formation ou toute autre personne : "
        "ne peut se dire, aucun n’est connu.",
        "A link with authorities, research, higher education, training or any other person: "
        "cannot tell, none is known.",
    ),
    # 5
    "strategy_cannot_tell": (
        "Une stratégie commune et continue : aucun graphe ne peut la montrer.",
        "A common and continuous strategy: no graph can show it.",
    ),
    "strategy_signs": (
        "Une stratégie commune et continue : aucun graphe ne peut la montrer ; y font penser "
        "{names}.",
        "A common and continuous strategy: no graph can show it; {names} suggest one.",
    ),
    # all of it
    "all_but_strategy": (
        "Les quatre conditions qu’un graphe peut montrer sont attestées.",
        "The four conditions that a graph can show are met.",
    ),
    "some_missing": ("{met} sur 5 ; {missing}.", "{met} of 5; {missing}."),
    "not_told": (
        "{met} sur 5 ; pour les autres on ne peut pas dire.",
        "{met} of 5; of the others we cannot tell.",
    ),
    # the network
    "network": (
        "Sur {poles}, {met} les quatre conditions qu’un graphe peut montrer ; {missing} ; pour "
        "{unknown} on ne peut pas dire.",
        "Of {poles}, {met} the four conditions that a graph can show; {missing}; of {unknown} we "
        "cannot tell.",
    ),
    "why": (
        "{poles} : {nobody} ; {unlisted} ; {sectors}.",
        "{poles}: {nobody}; {unlisted}; {sectors}.",
    ),
    "condition": (
        "{condition} : {met}, {missing}, {unknown}.",
        "{condition}: {met}, {missing}, {unknown}.",
    ),
    "no_pole": (
        "Aucun pôle. Chargez d’abord une liste de pôles.",
        "No pole. Load a list of poles first.",
    ),
    # short names of the conditions
    "ess": ("Deux entreprises de l’ESS", "Two social-economy enterprises"),
    "other": ("D’autres entreprises", "Other enterprises"),
    "territory": ("Un même territoire", "A same territory"),
    "link": ("Un lien avec d’autres personnes", "A link with other persons"),
    "strategy": ("Une stratégie commune", "A common strategy"),
}

COUNTS: Counts = {
    "company": (
        "{n} membre ou partenaire connu, dont {unknown} de secteur non documenté.",
        "{n} membres et partenaires connus, dont {unknown} de secteur non documenté.",
        "{n} member or partner known, {unknown} of undocumented sector.",
        "{n} members and partners known, {unknown} of undocumented sector.",
    ),
    "unknown": (
        "{n} dont on ne sait pas le secteur",
        "{n} dont on ne sait pas le secteur",
        "{n} of unknown sector",
        "{n} of unknown sector",
    ),
    "placed": (
        "{n} membre ou partenaire y est",
        "{n} membres et partenaires y sont",
        "{n} member or partner is there",
        "{n} members and partners are there",
    ),
    "unplaced": (
        "{n} dont on ne sait pas le département",
        "{n} dont on ne sait pas le département",
        "{n} of unknown département",
        "{n} of unknown département",
    ),
    "met": ("{n} condition attestée", "{n} conditions attestées",
            "{n} condition met", "{n} conditions met"),
    "missing": ("{n} manque", "{n} manquent", "{n} missing", "{n} missing"),
    "poles": ("{n} pôle", "{n} pôles", "{n} pole", "{n} poles"),
    "poles_met": ("{n} remplit", "{n} remplissent", "{n} meets", "{n} meet"),
    "poles_missing": (
        "à {n} il en manque une",
        "à {n} il en manque une",
        "{n} lacks one",
        "{n} lack one",
    ),
    "why": (
        "De {n} pôle on ne peut pas dire s’il remplit les conditions",
        "De {n} pôles on ne peut pas dire s’ils remplissent les conditions",
        "Of {n} pole we cannot tell whether it meets the conditions",
        "Of {n} poles we cannot tell whether they meet the conditions",
    ),
    "nobody": (
        "{n} n’a ni membre ni partenaire connu",
        "{n} n’ont ni membre ni partenaire connu",
        "{n} has no known member nor partner",
        "{n} have no known member nor partner",
    ),
    "unlisted": (
        "{n} n’a pas de liste complète",
        "{n} n’ont pas de liste complète",
        "{n} has no complete list",
        "{n} have no complete list",
    ),
    "sectors": (
        "{n} a des membres ou partenaires de secteur non documenté",
        "{n} ont des membres ou partenaires de secteur non documenté",
        "{n} has members or partners of undocumented sector",
        "{n} have members or partners of undocumented sector",
    ),
    "n_met": ("attestée pour {n}", "attestée pour {n}", "met by {n}", "met by {n}"),
    "n_missing": ("manque à {n}", "manque à {n}", "missing for {n}", "missing for {n}"),
    "n_unknown": (
        "ne peut se dire de {n}",
        "ne peut se dire de {n}",
        "cannot be told of {n}",
        "cannot be told of {n}",
    ),
}  # fmt: skip
