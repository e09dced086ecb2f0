"""What a view says of itself: why it leaves actors and ties out, and what besides, as data."""

from __future__ import annotations

from maillage.graph.vocabulary import Label

# Why a view leaves an actor or a tie out.
LEFT_OUT_LABELS = {
    "gatherings": Label("lieux, groupes et pôles", "places, groups and poles"),
    "collectives": Label("collectifs", "collectives"),
    "unnamed": Label("organisations non nommées", "unnamed organisations"),
    "other_poles": Label("hors du pôle", "outside the pole"),
    "not_poles": Label("autres que des pôles", "other than poles"),
    "without_holdings": Label("acteurs sans participation connue", "actors of no known holding"),
    "without_shares": Label("participations sans part connue", "holdings of no known share"),
    "over_whole": Label(
        "parts d’une société tenue à plus de 100 %", "shares of a firm held beyond 100%"
    ),
    "planned": Label("liens prévus", "planned ties"),
    "ended": Label("liens terminés", "ended ties"),
    "not_alive": Label("liens hors de la date", "ties not alive at the date"),
    "layer_cooperation": Label("liens de coopération", "cooperation ties"),
    "layer_support": Label("liens de soutien", "support ties"),
    "layer_affiliation": Label("liens d’affiliation", "affiliation ties"),
    "layer_institutional": Label("liens institutionnels", "institutional ties"),
    "end_left_out": Label("liens dont un bout est laissé hors", "ties with an end left out"),
    "between_others": Label("liens entre d’autres que des pôles", "ties between other than poles"),
    "hub": Label("liens vers ce que trop de pôles partagent", "ties to what too many poles share"),
    "unshared": Label("liens que nul autre pôle ne partage", "ties that no other pole shares"),
    "as_copresence": Label("liens lus comme co-présences", "ties read as co-presences"),
    "same_mode": Label("liens d’un même côté", "ties within one side"),
    "self_ties": Label("liens d’un acteur à lui-même", "ties of an actor with itself"),
    "without_group": Label("membres sans groupe connu", "members of no known group"),
    "uncertain_dates": Label("liens aux dates incertaines", "ties of uncertain dates"),
    "undecided_group": Label("liens d’un secteur non tranché", "ties of an undecided sector"),
}
# The same of one only.
ONE_LEFT_OUT = {
    "gatherings": Label("lieu, groupe ou pôle", "place, group or pole"),
    "collectives": Label("collectif", "collective"),
    "unnamed": Label("organisation non nommée", "unnamed organisation"),
    "other_poles": LEFT_OUT_LABELS["other_poles"],
    "not_poles": Label("autre qu’un pôle", "other than a pole"),
    "without_holdings": Label("acteur sans participation connue", "actor of no known holding"),
    "without_shares": Label("participation sans part connue", "holding of no known share"),
    "over_whole": Label(
        "part d’une société tenue à plus de 100 %", "share of a firm held beyond 100%"
    ),
    "planned": Label("lien prévu", "planned tie"),
    "ended": Label("lien terminé", "ended tie"),
    "not_alive": Label("lien hors de la date", "tie not alive at the date"),
    "layer_cooperation": Label("lien de coopération", "cooperation tie"),
    "layer_support": Label("lien de soutien", "support tie"),
    "layer_affiliation": Label("lien d’affiliation", "affiliation tie"),
    "layer_institutional": Label("lien institutionnel", "institutional tie"),
    "end_left_out": Label("lien dont un bout est laissé hors", "tie with an end left out"),
    "between_others": Label("lien entre d’autres que des pôles", "tie between other than poles"),
    "hub": Label("lien vers ce que trop de pôles partagent", "tie to what too many poles share"),
    "unshared": Label("lien que nul autre pôle ne partage", "tie that no other pole shares"),
    "as_copresence": Label("lien lu comme co-présence", "tie read as a co-presence"),
    "same_mode": Label("lien d’un même côté", "tie within one side"),
    "self_ties": Label("lien d’un acteur à lui-même", "tie of an actor with itself"),
    "without_group": Label("membre sans groupe connu", "member of no known group"),
    "uncertain_dates": Label("lien aux dates incertaines", "tie of uncertain dates"),
    "undecided_group": Label("lien d’un secteur non tranché", "tie of an undecided sector"),
}

# What a view says of itself besides: notes read `code`, `code:count` or `code:actor:count`.
NOTE_LABELS = {
    "read_undirected": Label("liens lus sans direction", "ties read without direction"),
    "undated": Label(
        "liens sans date, gardés à toutes les dates", "undated ties, kept at every date"
    ),
    "end_date_not_asked": Label(
        "liens qui ont une date de fin, gardés faute de date demandée",
        "ties with an end date, kept since no date was asked",
    ),
    "column_unread": Label("– colonne non lue ici", "– column that is not read here"),
    "hub": Label("touche trop de pôles pour les relier", "touches too many poles to link them"),
}
# The same of one only.
ONE_NOTED = {
    "undated": Label("lien sans date, gardé à toutes les dates", "undated tie, kept at every date"),
    "end_date_not_asked": Label(
        "lien qui a une date de fin, gardé faute de date demandée",
        "tie with an end date, kept since no date was asked",
    ),
}
