"""Who links whom, how, since when and who says so: the sentences."""

from __future__ import annotations

from maillage.graph.wording import Catalogue, Counts

WORDS: Catalogue = {
    "no_tie": ("Aucun lien n’est connu.", "No tie is known."),
    "no_list": (
        "Aucune liste complète : il peut y avoir d’autres membres et d’autres liens.",
        "No complete list: there may be other members and other ties.",
    ),
    "acts": ("Actes de reliance : {acts}.", "Acts of linking: {acts}."),
    "too_many_acts": (
        "{n} liens, plus de {most} : seuls les débuts et les fins sont comptés, non les constats "
        "ni les confirmations.",
        "{n} ties, more than {most}: only starts and ends are counted, not sightings nor "
        "confirmations.",
    ),
    "acts_year": ("{year} : {acts}.", "{year}: {acts}."),
    "acts_undated": ("Sans date : {acts}.", "Undated: {acts}."),
    "ties": ("{ties} avec {partners}{more}.", "{ties} with {partners}{more}."),
    "ties_network": ("{ties} entre {partners}{more}.", "{ties} between {partners}{more}."),
    "ties_more": (" ({more})", " ({more})"),
    "kinds": ("{kinds} : {names}.", "{kinds}: {names}."),
    "of_kind": ("{label} ({n})", "{label} ({n})"),
    "layers": ("Par couche : {names}.", "By layer: {names}."),
    "gatherings": ("Lieux et groupes : {names}.", "Places and groups: {names}."),
    "gathering": ("{label} ({n} : {names})", "{label} ({n}: {names})"),
    "conflict": (
        "Les sources ne s’accordent pas sur {field} : {kept} (retenu), {others}.",
        "Sources disagree on {field}: {kept} (kept), {others}.",
    ),
    "multiplexity": (
        "{pairs}, {several} par plusieurs natures de lien.",
        "{pairs}, {several} by several kinds of tie.",
    ),
    "tiers": ("Niveaux de mutualisation : {names} ; {none}.", "Tiers: {names}; {none}."),
    "tiers_none": ("Aucun niveau de mutualisation n’est connu.", "No tier is known."),
    "standing": ("Qui le dit : {names}.", "Who says so: {names}."),
    "reciprocity": (
        "{declared} ; {both}.",
        "{declared}; {both}.",
    ),
    "no_reciprocity": (
        "Aucun lien n’est déclaré par un de ses bouts : on ne sait pas s’ils sont réciproques.",
        "No tie is declared by one of its ends: we cannot say whether they are reciprocal.",
    ),
    "durability": (
        "{ties} : durée constatée d’au moins {median} ans en médiane.",
        "{ties}: seen to last at least {median} years (median).",
    ),
    "durability_short": (
        "{ties} : durée constatée d’au moins {median} an en médiane.",
        "{ties}: seen to last at least {median} years (median).",
    ),
    "no_durability": (
        "D’aucun lien on ne connaît à la fois le début et une date où il est constaté.",
        "Of no tie are both the start and a date at which it was seen known.",
    ),
    "cohesion": (
        "{members}, {ties} : densité {density} ; en {parts}.",
        "{members}, {ties}: density {density}; in {parts}.",
    ),
    "one_part": ("un seul ensemble", "one whole"),
    "parts": (
        "{n} ensembles séparés, le plus grand de {largest}",
        "{n} separate parts, the largest of {largest}",
    ),
    "no_cohesion": (
        "{members} : moins de deux, aucune cohésion à mesurer.",
        "{members}: fewer than two, no cohesion to measure.",
    ),
    "transitivity": (
        "Deux partenaires d’un même acteur le sont l’un de l’autre {n} fois sur 100.",
        "Two partners of one actor are tied to one another {n} times in 100.",
    ),
    "no_transitivity": (
        "Personne n’a deux partenaires : on ne sait pas si les partenaires se lient entre eux.",
        "Nobody has two partners: we cannot say whether partners tie among themselves.",
    ),
    "broker": (
        "{name} ({sector}) fait le lien {times} entre acteurs qui ne se joignent pas : {roles}.",
        "{name} ({sector}) stands {times} between actors that are not tied: {roles}.",
    ),
    "broker_role": ("{role} {n}", "{role} {n}"),
    "no_broker": (
        "Aucun acteur de secteur connu ne fait le lien entre deux autres.",
        "No actor of known sector stands between two others.",
    ),
    "role_coordinator": ("au sein de son secteur", "within its sector"),
    "role_itinerant": ("entre deux d’un autre secteur", "between two of another sector"),
    "role_gatekeeper": ("portier de son secteur", "gatekeeper of its sector"),
    "role_representative": ("représentant de son secteur", "representative of its sector"),
    "role_liaison": ("entre deux autres secteurs", "between two other sectors"),
    # peers
    "peers": (
        "Parmi {poles} {same} : {ties} {rank_ties}, {kinds} {rank_kinds}.",
        "Among {poles} {same}: {ties} {rank_ties}, {kinds} {rank_kinds}.",
    ),
    "rank": ("(plus que {below} d’entre eux)", "(more than {below} of them)"),
    "too_few_peers": (
        "{poles} {same} : moins de {least}, pas de comparaison.",
        "{poles} {same}: fewer than {least}, no comparison.",
    ),
    "no_type": (
        "Son type n’est pas dit : pas de comparaison entre pôles de même type.",
        "Its type is not told: no comparison with poles of the same type.",
    ),
    "no_size": (
        "Son nombre de membres n’est pas dit : pas de comparaison entre pôles de même taille.",
        "Its number of members is not told: no comparison with poles of the same size.",
    ),
    "no_age": (
        "Son année de création n’est pas dite : pas de comparaison entre pôles de même âge.",
        "Its founding year is not told: no comparison with poles of the same age.",
    ),
    "same_type": ("du même type ({what})", "of the same type ({what})"),
    "same_size": ("de {least} à {most} membres", "of {least} to {most} members"),
    "same_age": (
        "dont la création va de {first} à {last}",
        "whose founding is from {first} to {last}",
    ),
    "type_firm_grouping": ("regroupement d’entreprises", "grouping of firms"),
    "type_place": ("lieu", "place"),
    "type_value_chain": ("filière", "value chain"),
}

COUNTS: Counts = {
    "undated": (
        "{n} lien sur {of} est sans date de début.",
        "{n} liens sur {of} sont sans date de début.",
        "{n} tie of {of} has no start date.",
        "{n} ties of {of} have no start date.",
    ),
    "end_date_not_asked": (
        "{n} lien sur {of} a une date de fin ; il est gardé faute de date demandée.",
        "{n} liens sur {of} ont une date de fin ; ils sont gardés faute de date demandée.",
        "{n} tie of {of} has an end date; it is kept since no date was asked.",
        "{n} ties of {of} have an end date; they are kept since no date was asked.",
    ),
    "reported": (
        "{n} lien sur {of} n’est rapporté que par des tiers.",
        "{n} liens sur {of} ne sont rapportés que par des tiers.",
        "{n} tie of {of} is reported by third parties only.",
        "{n} ties of {of} are reported by third parties only.",
    ),
    "unnamed": (
        "{n} partenaire n’est pas nommé, ou est un collectif.",
        "{n} partenaires ne sont pas nommés, ou sont des collectifs.",
        "{n} partner is not named, or is a collective.",
        "{n} partners are not named, or are collectives.",
    ),
    "unknown_sector": (
        "{n} partenaire est de secteur non documenté.",
        "{n} partenaires sont de secteur non documenté.",
        "{n} partner is of undocumented sector.",
        "{n} partners are of undocumented sector.",
    ),
    "created": ("{n} lien créé", "{n} liens créés", "{n} tie created", "{n} ties created"),
    "seen": (
        "{n} constaté pour la première fois",
        "{n} constatés pour la première fois",
        "{n} first seen",
        "{n} first seen",
    ),
    "confirmed": ("{n} confirmé", "{n} confirmés", "{n} confirmed", "{n} confirmed"),
    "renewed": ("{n} redit", "{n} redits", "{n} said again", "{n} said again"),
    "ended": ("{n} terminé", "{n} terminés", "{n} ended", "{n} ended"),
    "later": (
        "{n} commencé ensuite",
        "{n} commencés ensuite",
        "{n} begun later",
        "{n} begun later",
    ),
    "ties": ("{n} lien", "{n} liens", "{n} tie", "{n} ties"),
    "direct": ("{n} lien direct", "{n} liens directs", "{n} direct tie", "{n} direct ties"),
    "partners": ("{n} acteur", "{n} acteurs", "{n} actor", "{n} actors"),
    "planned": ("{n} prévu de plus", "{n} prévus de plus", "{n} more planned", "{n} more planned"),
    "kinds": ("{n} nature de lien", "{n} natures de lien", "{n} kind of tie", "{n} kinds of tie"),
    "pairs": (
        "{n} paire d’acteurs liés",
        "{n} paires d’acteurs liés",
        "{n} pair of tied actors",
        "{n} pairs of tied actors",
    ),
    "several": ("dont {n}", "dont {n}", "{n} of them", "{n} of them"),
    "no_tier": ("{n} sans niveau", "{n} sans niveau", "{n} without tier", "{n} without tier"),
    "declared": (
        "{n} lien déclaré par un de ses bouts au moins",
        "{n} liens déclarés par un de leurs bouts au moins",
        "{n} tie declared by one of its ends at least",
        "{n} ties declared by one of their ends at least",
    ),
    "both": (
        "{n} l’est par les deux",
        "{n} le sont par les deux",
        "{n} is by both",
        "{n} are by both",
    ),
    "dated": (
        "{n} lien dont on connaît le début",
        "{n} liens dont on connaît le début",
        "{n} tie of known start",
        "{n} ties of known start",
    ),
    "members": (
        "{n} organisation nommée",
        "{n} organisations nommées",
        "{n} named organisation",
        "{n} named organisations",
    ),
    "times": ("{n} fois", "{n} fois", "{n} time", "{n} times"),
    "poles": ("{n} autre pôle", "{n} autres pôles", "{n} other pole", "{n} other poles"),
    "left_out_brokers": (
        "{n} acteur de secteur non tranché n’est pas compté parmi ceux qui font le lien.",
        "{n} acteurs de secteur non tranché ne sont pas comptés parmi ceux qui font le lien.",
        "{n} actor of undecided sector is not counted among those who stand between others.",
        "{n} actors of undecided sector are not counted among those who stand between others.",
    ),
}  # fmt: skip
