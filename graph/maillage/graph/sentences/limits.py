"""What is understood, and too large here: each says what to do instead."""

from __future__ import annotations

from collections.abc import Mapping

SENTENCES: Mapping[str, tuple[str, str]] = {
    "costly_groups": (
        "Trop de groupes : choisissez une partition plus grossière avec --by.",
        "Too many groups: choose a coarser partition with --by.",
    ),
    "costly_spectrum": (
        "Trop de membres pour un calcul spectral : restreignez-le à un pôle ou à une vue.",
        "Too many members for a spectral computation: restrict it to a pole or a view.",
    ),
    "costly_betweenness": (
        "Trop de chemins à suivre : demandez « betweenness » par son nom, qui donne une "
        "estimation (raw_sampled, normalized_sampled), ou restreignez-vous à un pôle.",
        "Too many paths to follow: ask for “betweenness” by name, which gives an estimate "
        "(raw_sampled, normalized_sampled), or restrict it to a pole.",
    ),
    "costly_distances": (
        "Trop de distances à mesurer : demandez cette mesure par son nom, qui en donne une "
        "estimation (variantes « sampled »), ou restreignez-vous à un pôle.",
        "Too many distances to measure: ask for this measure by name, which gives an estimate "
        "(“sampled” variants), or restrict it to a pole.",
    ),
    "costly_attack": (
        "Trop de membres pour refaire ce calcul après chaque départ : prenez la variante "
        "degree_recomputed, ou restreignez-vous à un pôle.",
        "Too many members to compute this again after each departure: take the variant "
        "degree_recomputed, or restrict it to a pole.",
    ),
    "costly_rewiring": (
        "Trop de liens pour tirer d’office assez de réseaux de mêmes degrés. Demandez-en un "
        "nombre avec « --permutations 100 ».",
        "Too many ties to draw enough networks of the same degrees unasked. Ask for a number of "
        "them with “--permutations 100”.",
    ),
    "draws_limit": (
        "Nombre de tirages : {value}. Il en faut au moins 1 et au plus {most}.",
        "Number of draws: {value}. At least 1 is needed, and at most {most}.",
    ),
    "costly_pairs": (
        "Trop de paires à comparer une à une : restreignez-vous à un pôle ou à une vue.",
        "Too many pairs to compare one by one: restrict it to a pole or a view.",
    ),
    "too_many_views": (
        "Au plus {most} vues sont gardées : supprimez-en d’abord.",
        "At most {most} views are kept: delete some first.",
    ),
    "too_many_dates": (
        "{count} années entre les deux dates : au plus {most}.",
        "{count} years between the two dates: at most {most}.",
    ),
}
