"""The words of the figures beside a picture: verdicts, partitions, groups, views."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from maillage.graph.vocabulary import (
    ACTOR_KINDS,
    ESS_FAMILY_LABELS,
    SECTOR_LABELS,
    Label,
    Layer,
    Sector,
)

FIGURE_WORDS: Mapping[str, tuple[str, str]] = {
    # the verdict: what is seen, then what chance would give
    "crosses_often": ("{ties} franchissent souvent {borders}", "{ties} often cross {borders}"),
    "stays_often": ("{ties} restent souvent {inside}", "{ties} often stay {inside}"),
    "crosses_half": (
        "{ties} franchissent {borders} une fois sur deux",
        "{ties} cross {borders} one time in two",
    ),
    "verdict_within_chance": (
        "{seen}, mais le hasard suffirait à l’expliquer.",
        "{seen}, but chance would be enough to explain it.",
    ),
    "verdict_more": ("{seen}, plus que le hasard.", "{seen}, more than chance."),
    "verdict_much_more": (
        "{seen}, nettement plus que le hasard.",
        "{seen}, clearly more than chance.",
    ),
    "verdict_more_out": (
        "{seen}, mais en sortent plus que le hasard.",
        "{seen}, but leave it more than chance.",
    ),
    "verdict_much_more_out": (
        "{seen}, mais en sortent nettement plus que le hasard.",
        "{seen}, but leave it clearly more than chance.",
    ),
    "verdict_less": ("{seen}, mais moins que le hasard.", "{seen}, but less than chance."),
    "verdict_much_less": (
        "{seen}, mais nettement moins que le hasard.",
        "{seen}, but clearly less than chance.",
    ),
    "verdict_less_out": (
        "{seen} et en sortent moins que le hasard.",
        "{seen} and leave it less than chance.",
    ),
    "verdict_much_less_out": (
        "{seen} et en sortent nettement moins que le hasard.",
        "{seen} and leave it clearly less than chance.",
    ),
    "verdict_sign_unknown": (
        "{seen}, mais le signe dépend de ce qu’on ignore.",
        "{seen}, but the sign depends on what is not known.",
    ),
    "verdict_too_few": ("Trop peu de liens pour conclure.", "Too few ties to conclude."),
    "verdict_one_group": ("{only} : rien à comparer.", "{only}: nothing to compare."),
    # paths
    "path_none": ("Aucun chemin connu.", "No known path."),
    "path_self": ("C’est le même acteur.", "This is the same actor."),
    "path_one": ("Un seul chemin aussi court, en {steps}.", "One path as short, of {steps}."),
    "path_many": ("{n} chemins aussi courts, en {steps}.", "{n} paths as short, of {steps}."),
}


class PartitionWords(NamedTuple):
    """How a partition is named, and spoken of in a sentence."""

    label: Label
    borders: Label
    inside: Label
    only: Label


def _partition(
    label: tuple[str, str], borders: tuple[str, str], inside: tuple[str, str], only: tuple[str, str]
) -> PartitionWords:
    return PartitionWords(Label(*label), Label(*borders), Label(*inside), Label(*only))


_ONE_SIDE = ("du même côté", "on one side")
_ONE_SIDE_KNOWN = ("Un seul côté est connu", "Only one side is known")

PARTITIONS: Mapping[str, PartitionWords] = {
    "sector": _partition(
        ("secteur", "sector"),
        ("les secteurs", "sectors"),
        ("dans leur secteur", "within their sector"),
        ("Un seul secteur est connu", "Only one sector is known"),
    ),
    "public_private": _partition(
        ("public ou privé", "public or private"),
        ("la limite du public et du privé", "the line between public and private"),
        _ONE_SIDE,
        _ONE_SIDE_KNOWN,
    ),
    "inside_ess": _partition(
        ("dans l’ESS ou dehors", "inside the social economy or not"),
        ("la limite de l’ESS", "the line of the social economy"),
        _ONE_SIDE,
        _ONE_SIDE_KNOWN,
    ),
    "family": _partition(
        ("famille de l’ESS", "social-economy family"),
        ("les familles de l’ESS", "social-economy families"),
        ("dans leur famille", "within their family"),
        ("Une seule famille est connue", "Only one family is known"),
    ),
    "activity": _partition(
        ("activité", "activity"),
        ("les activités", "activities"),
        ("dans leur activité", "within their activity"),
        ("Une seule activité est connue", "Only one activity is known"),
    ),
    "departement": _partition(
        ("département", "département"),
        ("les départements", "départements"),
        ("dans leur département", "within their département"),
        ("Un seul département est connu", "Only one département is known"),
    ),
    "region": _partition(
        ("région", "region"),
        ("les régions", "regions"),
        ("dans leur région", "within their region"),
        ("Une seule région est connue", "Only one region is known"),
    ),
    "pole": _partition(
        ("pôle", "pole"),
        ("les pôles", "poles"),
        ("dans leur pôle", "within their pole"),
        ("Un seul pôle est connu", "Only one pole is known"),
    ),
    "kind": _partition(
        ("nature d’acteur", "kind of actor"),
        ("les natures d’acteurs", "kinds of actors"),
        ("entre acteurs de même nature", "among actors of one kind"),
        ("Une seule nature est connue", "Only one kind is known"),
    ),
}
ANY_PARTITION = _partition(
    ("groupe", "group"),
    ("les groupes", "groups"),
    ("dans leur groupe", "within their group"),
    ("Un seul groupe est connu", "Only one group is known"),
)

# The subject of a sentence on the ties of a view.
TIES_OF_VIEW: Mapping[str, Label] = {
    "cooperation": Label("Les coopérations", "Cooperation ties"),
    "direct": Label("Les coopérations", "Cooperation ties"),
    f"layer:{Layer.COOPERATION}": Label("Les coopérations", "Cooperation ties"),
    f"layer:{Layer.SUPPORT}": Label("Les soutiens", "Support ties"),
    f"layer:{Layer.AFFILIATION}": Label("Les adhésions", "Affiliations"),
    f"layer:{Layer.INSTITUTIONAL}": Label("Les liens institutionnels", "Institutional ties"),
}
ANY_TIES = Label("Les liens", "Ties")

VIEWS: Mapping[str, Label] = {
    "cooperation": Label("coopération", "cooperation"),
    "direct": Label("coopération directe", "direct cooperation"),
    "affiliation": Label("acteurs et ce qu’ils rejoignent", "actors and what they join"),
    "poles": Label("entre pôles", "between poles"),
    "ownership": Label("capital", "capital"),
}

SEVERAL = Label("plusieurs à la fois", "several at once")
GROUPS: Mapping[str, Mapping[str, Label]] = {
    "sector": {sector.value: label for sector, label in SECTOR_LABELS.items()},
    "public_private": {
        **{sector.value: label for sector, label in SECTOR_LABELS.items()},
        Sector.PRIVATE.value: Label("privé", "private"),
    },
    "inside_ess": {
        "inside": Label("dans l’ESS", "social economy"),
        "outside": Label("hors de l’ESS", "outside it"),
    },
    "family": ESS_FAMILY_LABELS,
    "kind": {name: kind.label for name, kind in ACTOR_KINDS.items()},
    # Sections of NAF rev. 2, titles shortened.
    "activity": {
        "A": Label("agriculture, forêt, pêche", "agriculture, forestry, fishing"),
        "B": Label("industries extractives", "mining"),
        "C": Label("industrie", "manufacturing"),
        "D": Label("électricité et gaz", "electricity and gas"),
        "E": Label("eau et déchets", "water and waste"),
        "F": Label("construction", "construction"),
        "G": Label("commerce, garages", "trade, motor repair"),
        "H": Label("transports", "transport"),
        "I": Label("hébergement, restauration", "accommodation, food"),
        "J": Label("information, communication", "information, communication"),
        "K": Label("finance, assurance", "finance, insurance"),
        "L": Label("immobilier", "real estate"),
        "M": Label("études, conseil, recherche", "studies, advice, research"),
        "N": Label("services de soutien", "support services"),
        "O": Label("administration publique", "public administration"),
        "P": Label("enseignement", "education"),
        "Q": Label("santé, action sociale", "health, social work"),
        "R": Label("arts, loisirs", "arts, leisure"),
        "S": Label("autres services, associations", "other services, associations"),
        "T": Label("ménages employeurs", "households as employers"),
        "U": Label("organismes internationaux", "international bodies"),
    },
}
