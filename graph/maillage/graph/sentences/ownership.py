"""Shares, votes and colleges that cannot be."""

from __future__ import annotations

from collections.abc import Mapping

SENTENCES: Mapping[str, tuple[str, str]] = {
    "holdings_and_nodes": (
        "« --holdings » et « --nodes » vont ensemble.",
        "“--holdings” and “--nodes” go together.",
    ),
    "share_missing": (
        "Le fichier {path} n’a ni colonne « share » (0.51) ni colonne « share_pct » (51) "
        "(colonnes : {known}).",
        "The file {path} has neither a column “share” (0.51) nor a column “share_pct” (51) "
        "(columns: {known}).",
    ),
    "share_twice": (
        "Le fichier {path} dit deux fois la même part ({columns}) : gardez une seule colonne.",
        "The file {path} says the same part twice ({columns}): keep one column.",
    ),
    "share_blank": (
        "{path}, ligne {line} : la part de capital est vide. Retirez la ligne si elle n’est pas "
        "connue.",
        "{path}, line {line}: the share of capital is blank. Remove the line if it is not known.",
    ),
    "share_invalid": (
        "{path}, ligne {line} : « {value} » ({column}) n’est pas un nombre de 0 à {whole}.",
        "{path}, line {line}: “{value}” ({column}) is not a number from 0 to {whole}.",
    ),
    "share_comma": (
        "{path}, ligne {line} : « {value} » ({column}) a une virgule ; écrivez un point.",
        "{path}, line {line}: “{value}” ({column}) has a comma; write a point.",
    ),
    "votes_without_capital": (
        "{path}, ligne {line} : des voix sans part de capital. Écrivez 0 si ce membre n’en a pas.",
        "{path}, line {line}: votes without a share of capital. Write 0 if this member has none.",
    ),
    "holding_twice": (
        "{path}, ligne {line} : « {value} » est déjà dit plus haut. Une ligne par participation.",
        "{path}, line {line}: “{value}” was said above. One line for each holding.",
    ),
    "shares_over_whole": (
        "Les parts connues du capital de « {firm} » font {total} %, plus que le tout : "
        "corrigez-les, rien n’est réparti à votre place.",
        "The known shares of the capital of “{firm}” add up to {total}%, more than the whole: "
        "correct them, nothing is rescaled for you.",
    ),
    "votes_over_whole": (
        "Les voix connues de « {firm} » font {total} %, plus que le tout : corrigez-les, rien "
        "n’est réparti à votre place.",
        "The known votes of “{firm}” add up to {total}%, more than the whole: correct them, "
        "nothing is rescaled for you.",
    ),
    "college_missing": (
        "« {owner} » n’est d’aucun collège de « {firm} », qui vote par collèges.",
        "“{owner}” is in no college of “{firm}”, which votes by colleges.",
    ),
    "college_twice": (
        "Le collège « {college} » de « {firm} » a deux parts des voix différentes.",
        "The college “{college}” of “{firm}” has two different parts of the votes.",
    ),
    "college_without_votes": (
        "La part des voix du collège « {college} » de « {firm} » manque (college_votes ou "
        "college_votes_pct).",
        "The part of the votes of the college “{college}” of “{firm}” is missing (college_votes "
        "or college_votes_pct).",
    ),
    "not_a_holder": (
        "« {id} » n’est dans aucune participation connue.",
        "“{id}” is in no known holding.",
    ),
    "costly_holders": (
        "Trop de détenteurs pour les montrer tous : demandez-en un avec « --owner ».",
        "Too many holders to show them all: ask for one with “--owner”.",
    ),
    "costly_rings": (
        "Un anneau de détention est trop grand et trop fermé pour être suivi jusqu’au bout.",
        "A ring of holdings is too large and too closed to be followed to its end.",
    ),
    "costly_cycles": (
        "Trop de boucles dans cet anneau pour les énumérer.",
        "Too many loops in this ring to list them.",
    ),
    "costly_power": (
        "Trop de détenteurs ou de cas pour un calcul exact du pouvoir de vote.",
        "Too many holders or cases for an exact computation of voting power.",
    ),
    "voting_unknown": (
        "{path}, ligne {line} : « {value} » (voting) n’est pas une règle de vote. "
        "Possibles : {known}.",
        "{path}, line {line}: “{value}” (voting) is no voting rule. Known: {known}.",
    ),
}
