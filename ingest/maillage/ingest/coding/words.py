"""The words of the coding journal: headings, definitions, what the rule rests upon."""

from __future__ import annotations

from collections.abc import Mapping

from maillage.graph.vocabulary import Label
from maillage.graph.wording import Catalogue

RULE_LABEL = Label("règle", "rule")
TITLES: Catalogue = {
    "journal": ("Journal de codage", "Coding journal"),
    "method": ("Méthode", "Method"),
    "agreement": ("Accord", "Agreement"),
    "confusion": ("Tableaux croisés", "Confusion"),
    "disagreements": ("Désaccords", "Disagreements"),
    "codings": ("Codages", "Codings"),
}
HEADINGS: Catalogue = {
    "first": ("premier", "first"),
    "second": ("second", "second"),
    "items": ("codés par les deux", "coded by both"),
    "observed": ("accord observé", "observed agreement"),
    "expected": ("accord attendu", "expected agreement"),
    "kappa": ("κ de Cohen", "Cohen’s κ"),
    "error": ("erreur type", "standard error"),
    "low": ("IC 95 % : bas", "95% CI: low"),
    "high": ("IC 95 % : haut", "95% CI: high"),
    "undefined": ("remarque", "remark"),
    "id": ("identifiant", "id"),
    "name": ("organisation", "organisation"),
    "coder": ("codeur", "coder"),
    "value": ("codage", "coding"),
    "on": ("codé le", "coded on"),
    "note": ("motif", "reason"),
    "rule": ("selon la règle", "by the rule"),
    "source": ("source de la règle", "source of the rule"),
    "retained": ("retenu", "retained"),
    "disputed": ("désaccord", "disagreement"),
    "total": ("total", "total"),
}
YES = Label("oui", "yes")
# Each line of the method: what it is, what it says.
METHOD: Mapping[str, tuple[tuple[str, str], tuple[str, str]]] = {
    "variable": (("variable codée", "coded variable"), ("{variable}", "{variable}")),
    "coders": (("codeurs", "coders"), ("{coders}", "{coders}")),
    "coded": (
        ("organisations codées", "coded organisations"),
        ("{coded}, dont {disputed} en désaccord", "{coded}, of which {disputed} disputed"),
    ),
    "decision": (
        ("décision", "decision"),
        (
            "une ligne gardée par codeur et par organisation, avec sa date ; la dernière d’un "
            "codeur compte, ce qui est annulé ne compte pas",
            "one record for each coder and organisation, with its date; the last of a coder "
            "counts, what was undone does not",
        ),
    ),
    "retained": (
        ("valeur retenue", "retained value"),
        (
            "celle que le réseau emploie : le codage le plus récent, avant toute autre source ; un "
            "désaccord se tranche par un codage de plus, daté d’après",
            "the one that the network uses: the latest coding, before any other source; a "
            "disagreement is settled by one more coding, of a later date",
        ),
    ),
    "rule": (
        ("règle", "rule"),
        (
            "la réponse du réseau sans aucun codeur, et ce sur quoi elle repose",
            "the answer of the network without any coder, and what it rests upon",
        ),
    ),
    "kappa": (
        ("accord", "agreement"),
        (
            "κ = (p_o − p_e) / (1 − p_e), sur les organisations codées par les deux (Cohen, "
            "Educational and Psychological Measurement 20, 1960) ; erreur type de Fleiss, Cohen et "
            "Everitt (Psychological Bulletin 72, 1969)",
            "κ = (p_o − p_e) / (1 − p_e), over the organisations that both coded (Cohen, "
            "Educational and Psychological Measurement 20, 1960); standard error of Fleiss, Cohen "
            "and Everitt (Psychological Bulletin 72, 1969)",
        ),
    ),
    "unknown": (
        ("indécidable", "cannot tell"),
        (
            "« {unknown} » est une catégorie comme une autre quand un codeur l’écrit ; une case "
            "vide n’est pas un codage",
            "“{unknown}” is a category like any other when a coder writes it; a blank cell is no "
            "coding",
        ),
    ),
    "made": (
        ("fait avec", "made with"),
        (
            "Maillage {version}, révision {revision} du réseau, {day}",
            "Maillage {version}, revision {revision} of the network, {day}",
        ),
    ),
}
