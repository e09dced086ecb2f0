"""The codes that explain a null or qualify a value, each with its sentence."""

from __future__ import annotations

from collections.abc import Mapping

from maillage.graph.vocabulary import Label

REASONS: Mapping[str, Label] = {
    "no_ties": Label("aucun lien", "no tie"),
    "one_group": Label("un seul groupe", "one group only"),
    "empty_group": Label("groupe sans membre", "group without members"),
    "isolate": Label("sans lien", "no tie of its own"),
    "group_without_ties": Label("groupe sans lien", "group without ties"),
    "one_member_group": Label("groupe d’un seul membre", "group of one member"),
    "zero_cell": Label("une case du tableau est nulle", "a cell of the table is zero"),
    "singular": Label("anneau de détention fermé à 100 %", "closed ring of ownership"),
    "not_applicable": Label("sans objet ici", "does not apply here"),
    "too_small": Label("trop peu de membres", "too few members"),
    "no_triples": Label("aucun triplet relié", "no connected triple"),
    "no_connected_pair": Label("aucune paire reliée", "no connected pair"),
    "zero_variance": Label("aucune variation possible", "no variation possible"),
    "too_costly": Label("trop grand pour ce calcul", "too large for this computation"),
    "not_drawn": Label("trop peu de tirages", "too few draws"),
}

WARNINGS: Mapping[str, Label] = {
    "one_group": Label(
        "un seul groupe : la valeur ne dit rien d’un mélange",
        "one group only: the value says nothing about mixing",
    ),
    "isolate": Label(
        "des membres sans aucun lien comptent pour 0",
        "members without any tie count as 0",
    ),
    "undirected_projection": Label(
        "mesuré sur l’union des deux sens (un lien si l’un des deux existe)",
        "measured on the union of both directions (a tie if either exists)",
    ),
    "unit_weights": Label(
        "sans poids : chaque lien compte pour 1", "no weights: each tie counts as 1"
    ),
    "too_small": Label(
        "trop peu de membres ou de liens pour écarter le hasard",
        "too few members or ties to rule out chance",
    ),
    "sampled": Label("estimé sur un échantillon", "estimated from a sample"),
    "capital_for_votes": Label(
        "faute de voix connues dans certaines sociétés, le capital en tient lieu",
        "where no votes are told of a firm, capital stands for them",
    ),
    "interrupted": Label(
        "arrêté en cours : seuls les tirages faits comptent",
        "stopped on the way: only the draws made count",
    ),
}

# Arrays hold reasons as small integers: 0 is « defined ».
CODES: tuple[str, ...] = ("", *REASONS)
NUMBER: Mapping[str, int] = {code: number for number, code in enumerate(CODES)}
