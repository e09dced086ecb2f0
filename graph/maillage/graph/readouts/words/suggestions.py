"""Whom to introduce to whom, and what became of it: the sentences."""

from __future__ import annotations

from maillage.graph.wording import Catalogue, Counts

WORDS: Catalogue = {
    # what is not known
    "coverage": (
        "Deux acteurs que rien ne relie ici se connaissent peut-être déjà : {documented}.",
        "Two actors that nothing links here may well know each other: {documented}.",
    ),
    "coverage_pole": (
        "{name} n’a pas de liste déclarée complète : qui lui est proposé en fait peut-être déjà "
        "partie.",
        "{name} has no list declared complete: whoever is proposed may already take part in it.",
    ),
    "too_few": (
        "{links} en tout : trop peu pour proposer qui que ce soit.",
        "{links} in all: too few to propose anybody.",
    ),
    "few_partners": (
        "{name} : {links}, trop peu pour dire qui lui manque.",
        "{name}: {links}, too few to say whom it lacks.",
    ),
    "only_partners": (
        "Le réseau est grand : on n’a cherché que parmi ceux qui ont un partenaire commun.",
        "The network is large: only those with a partner in common were looked at.",
    ),
    "no_meeting": (
        "{name} : on ne propose de rencontre qu’aux organisations et aux pôles qui ont un nom.",
        "{name}: meetings are proposed only to organisations and poles that have a name.",
    ),
    "nothing": ("Personne à proposer.", "Nobody to propose."),
    "nothing_for": ("{name} : personne à proposer.", "{name}: nobody to propose."),
    # why
    "partners": (
        "{one} et {other} ont {partners} ({names}).",
        "{one} and {other} have {partners} ({names}).",
    ),
    "circles": (
        "{one} et {other} sont tous deux en lien avec {names}.",
        "{one} and {other} are both linked with {names}.",
    ),
    "also_circles": (
        "Tous deux sont aussi en lien avec {names}.",
        "Both are also linked with {names}.",
    ),
    "pair": ("{one} et {other}.", "{one} and {other}."),
    "broker": ("{name} peut les présenter.", "{name} can introduce them."),
    "same_commune": ("Même commune : {name}.", "Same municipality: {name}."),
    "near": ("À {km} km l’un de l’autre.", "{km} km from one another."),
    "same_departement": ("Même département : {name}.", "Same département: {name}."),
    "same_region": ("Même région : {name}.", "Same region: {name}."),
    "same_activity": ("Même activité : {name}.", "Same activity: {name}."),
    "same_section": ("Même section de la NAF : {name}.", "Same section of the NAF: {name}."),
    "once": ("Un lien entre eux a pris fin.", "A tie between them has ended."),
    # what the other would bring to a pole
    "brings_ess": (
        "{pole} : on ne lui connaît pas deux entreprises de l’ESS (article 9) ; {other} en est "
        "une.",
        "{pole} is not known to have two social enterprises (article 9); {other} is one.",
    ),
    "brings_other": (
        "{pole} : on ne lui connaît aucune entreprise hors de l’ESS (article 9) ; {other} en est "
        "une.",
        "{pole} is not known to have a firm outside the social economy (article 9); {other} is "
        "one.",
    ),
    "brings_link": (
        "{pole} : on ne lui connaît de lien avec aucune collectivité, ni recherche, ni formation "
        "(article 9) ; {other} en relève.",
        "{pole} is not known to be linked with an authority, research or training (article 9); "
        "{other} is of that kind.",
    ),
    "brings_h1": (
        "{pole} : on ne lui connaît aucun organisme de recherche ou d’enseignement supérieur "
        "(référentiel, h1) ; {other} en est un.",
        "{pole} is not known to work with a research body or university (référentiel, h1); "
        "{other} is one.",
    ),
    "brings_d2": (
        "{pole} : on ne lui connaît ni formation ni recherche menée avec d’autres (référentiel, "
        "d2) ; {other} en fait.",
        "{pole} is not known to train or do research with others (référentiel, d2); {other} does "
        "such work.",
    ),
    "brings_c3": (
        "{pole} : on ne lui connaît pas deux partenaires publics (référentiel, c3) ; {other} en "
        "est un.",
        "{pole} is not known to have two public partners (référentiel, c3); {other} is one.",
    ),
    "brings_i3": (
        "{pole} : on ne lui connaît aucune structure d’insertion (référentiel, i3) ; {other} en "
        "est une.",
        "{pole} is not known to have a body for integration through work (référentiel, i3); "
        "{other} is one.",
    ),
    "brings_g3": (
        "{pole} : on ne lui connaît aucun financement local (référentiel, g3) ; {other} est un "
        "financeur.",
        "{pole} is not known to be financed locally (référentiel, g3); {other} is a financier.",
    ),
    # what is planned
    "planned": (
        "Lien déjà prévu entre {one} et {other} : rien à proposer.",
        "A tie is already planned between {one} and {other}: nothing to propose.",
    ),
    # what became of it
    "introduced": ("Présentés ({on}) : {one} et {other}. {since}",
                   "Introduced ({on}): {one} and {other}. {since}"),
    "tied_since": ("Depuis : {kind}, {start}, {who}.", "Since then: {kind}, {start}, {who}."),
    "seen_since": (
        "Un lien ({kind}) est constaté depuis ({seen}), {who} ; on ne sait s’il est né de là.",
        "A tie ({kind}) has been seen since ({seen}), {who}; whether it came of this is not known.",
    ),
    "cannot_tell": (
        "Un lien ({kind}) est connu, {who} ; on ne sait s’il est d’avant ou d’après.",
        "A tie ({kind}) is known, {who}; whether from before or after is not.",
    ),
    "tied_before": (
        "Ils étaient déjà liés : {kind}, {start}, {who}.",
        "They were tied already: {kind}, {start}, {who}.",
    ),
    "planned_since": ("Un lien est prévu : {kind}, {who}.", "A tie is planned: {kind}, {who}."),
    "nothing_since": ("Aucun lien n’est connu depuis.", "No tie is known since."),
    "declared": ("déclaré par {names}", "declared by {names}"),
    "dismissed": ("Écartés ({on}) : {one} et {other}.", "Dismissed ({on}): {one} and {other}."),
    "became": ("{introductions} : {tied}.", "{introductions}: {tied}."),
}  # fmt: skip

COUNTS: Counts = {
    "documented": (
        "{n} pôle sur {of} a déclaré sa liste complète",
        "{n} pôles sur {of} ont déclaré leur liste complète",
        "{n} pole of {of} has declared its list complete",
        "{n} poles of {of} have declared their list complete",
    ),
    "links": ("{n} lien connu", "{n} liens connus", "{n} known tie", "{n} known ties"),
    "known_partners": ("{n} partenaire connu", "{n} partenaires connus",
                       "{n} known partner", "{n} known partners"),
    "partners": ("{n} partenaire commun", "{n} partenaires communs",
                 "{n} partner in common", "{n} partners in common"),
    "planned_more": (
        "Et {n} autre lien prévu.",
        "Et {n} autres liens prévus.",
        "And {n} other planned tie.",
        "And {n} other planned ties.",
    ),
    "introductions": ("{n} présentation faite", "{n} présentations faites",
                      "{n} introduction made", "{n} introductions made"),
    "tied": ("{n} suivie d’un lien", "{n} suivies d’un lien",
             "{n} followed by a tie", "{n} followed by a tie"),
}  # fmt: skip
