"""What breaks if the carrier, the leader or the funder leaves: the sentences."""

from __future__ import annotations

from maillage.graph.wording import Catalogue, Counts

WORDS: Catalogue = {
    "no_tie": ("Aucun lien n’est connu.", "No tie is known."),
    "no_list": (
        "Aucune liste complète : un lien inconnu peut tenir ce qui semble fragile.",
        "No complete list: an unknown tie may hold what looks fragile.",
    ),
    "no_carrier": ("Sa structure porteuse n’est pas dite.", "Its carrier is not told."),
    "no_funder": ("Aucun financeur n’est connu.", "No funder is known."),
    "no_subsidy": ("Sa part de subventions n’est pas connue.", "Its subsidy share is not known."),
    "no_public_ties": (
        "Organismes publics dans les liens : d’aucun partenaire on ne sait le secteur.",
        "Public bodies in ties: of no partner is the sector known.",
    ),
    "no_votes": ("Aucune voix n’est connue.", "No vote is known."),
    "no_capital": ("Aucune part de capital n’est connue.", "No share of capital is known."),
    "no_amount": (
        "Aucun montant de financement n’est connu.",
        "No amount of financing is known.",
    ),
    "nobody_tied": (
        "Aucun lien connu entre organisations nommées : on ne sait pas qui les tient ensemble.",
        "No tie is known between named organisations: we cannot say who holds them together.",
    ),
    "no_articulation": (
        "Nul départ ne couperait en morceaux ceux qui restent.",
        "Nobody’s leaving would split those who remain.",
    ),
    "before_leaving": (
        "Liens et rencontres comptés, {members} en {parts}.",
        "Counting ties and meetings, {members} in {parts}.",
    ),
    "articulation": ("{n} : {names}.", "{n}: {names}."),
    "removal": (
        "Sans {name}, {lost} ; il resterait {parts}, le plus grand de {largest}.",
        "Without {name}, {lost}; {parts} would remain, the largest of {largest}.",
    ),
    "centralisation": (
        "Centralisation : {degree} (0 : tous ont autant de liens ; 1 : tout passe par un seul).",
        "Centralisation: {degree} (0: all have as many ties; 1: all run through one).",
    ),
    "single_funder": (
        "Un seul financeur est connu, {names}.",
        "A single funder is known, {names}.",
    ),
    "funders": ("{n} connus : {names}.", "{n} known: {names}."),
    "subsidy": (
        "Subventions : {share} des ressources ({year}).",
        "Subsidies: {share} of resources ({year}).",
    ),
    "subsidy_undated": (
        "Subventions : {share} des ressources (année non dite).",
        "Subsidies: {share} of resources (year not told).",
    ),
    "public_ties": (
        "Organismes publics dans les liens : {n} sur {of} dont l’autre bout est de secteur connu.",
        "Public bodies in ties: {n} of {of} whose other end is of known sector.",
    ),
    "public_finance": (
        "Organismes publics dans les financements : {n} sur {of}{amount}.",
        "Public bodies in financing: {n} of {of}{amount}.",
    ),
    "amount": (
        " ; {public} € sur {all} € dont le montant est dit",
        "; €{public} of €{all} whose amount is told",
    ),
    "public_votes": (
        "Organismes publics dans les voix : {n} sur {of} connues.",
        "Public bodies in votes: {n} of {of} known.",
    ),
    "public_capital": (
        "Organismes publics au capital de {name} : {public} en direct, {through} de bout en bout, "
        "sur {known} connus{votes}.",
        "Public bodies in the capital of {name}: {public} directly, {through} look-through, of "
        "{known} known{votes}.",
    ),
    "votes": (" ; {votes} des voix", "; {votes} of the votes"),
    "untold": ("non calculable", "not computable"),
    "authority": ("{name} : {roles}.", "{name}: {roles}."),
    "role": ("{label} ({n})", "{label} ({n})"),
}

COUNTS: Counts = {
    "through_carrier": (
        "{n} lien sur {of} passe par la structure porteuse, {names}.",
        "{n} liens sur {of} passent par la structure porteuse, {names}.",
        "{n} tie of {of} runs through the carrier, {names}.",
        "{n} ties of {of} run through the carrier, {names}.",
    ),
    "through_leader": (
        "{n} lien sur {of} touche l’acteur le plus lié, {names}.",
        "{n} liens sur {of} touchent l’acteur le plus lié, {names}.",
        "{n} tie of {of} touches the most tied actor, {names}.",
        "{n} ties of {of} touch the most tied actor, {names}.",
    ),
    "through_leaders": (
        "{n} lien sur {of} touche chacun des {leaders} acteurs les plus liés, {names}.",
        "{n} liens sur {of} touchent chacun des {leaders} acteurs les plus liés, {names}.",
        "{n} tie of {of} touches each of the {leaders} most tied actors, {names}.",
        "{n} ties of {of} touch each of the {leaders} most tied actors, {names}.",
    ),
    "articulation": (
        "{n} acteur dont le départ couperait le réseau",
        "{n} acteurs dont le départ couperait le réseau",
        "{n} actor whose leaving would split the network",
        "{n} actors whose leaving would split the network",
    ),
    "lost": (
        "{n} membre sur {of} perd tous ses liens",
        "{n} membres sur {of} perdent tous leurs liens",
        "{n} of {of} members loses every tie",
        "{n} of {of} members lose every tie",
    ),
    "lost_network": (
        "{n} acteur sur {of} perd tous ses liens",
        "{n} acteurs sur {of} perdent tous leurs liens",
        "{n} of {of} actors loses every tie",
        "{n} of {of} actors lose every tie",
    ),
    "parts": (
        "{n} ensemble",
        "{n} ensembles séparés",
        "{n} part",
        "{n} separate parts",
    ),
    "funders": ("{n} financeur", "{n} financeurs", "{n} funder", "{n} funders"),
    "unknown_amounts": (
        "De {n} financement le montant n’est pas dit.",
        "De {n} financements le montant n’est pas dit.",
        "Of {n} financing tie the amount is not told.",
        "Of {n} financing ties the amount is not told.",
    ),
    "unnamed": (
        "{n} membre est un collectif ou n’est pas nommé : son départ ne peut être mesuré.",
        "{n} membres sont des collectifs ou ne sont pas nommés : leur départ ne peut être mesuré.",
        "{n} member is a collective or unnamed: its leaving cannot be measured.",
        "{n} members are collectives or unnamed: their leaving cannot be measured.",
    ),
}
