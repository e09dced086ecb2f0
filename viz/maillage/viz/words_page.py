"""The words of the portable page; sent to it in both languages."""

from __future__ import annotations

from collections.abc import Mapping

PAGE_COUNTS: Mapping[str, tuple[str, str, str, str]] = {
    "steps": ("{n} pas", "{n} pas", "{n} step", "{n} steps"),
    "kinds": ("{n} sorte", "{n} sortes", "{n} kind", "{n} kinds"),
    "others": ("{n} acteur", "{n} acteurs", "{n} actor", "{n} actors"),
}

PAGE_WORDS: Mapping[str, tuple[str, str]] = {
    "page_title": ("{sentence} · Maillage", "{sentence} · Maillage"),
    "skip_content": ("Aller à la carte", "Go to the map"),
    "skip_table": ("Aller aux tableaux", "Go to the tables"),
    "skip_search": ("Aller à la recherche", "Go to the search"),
    "search_label": ("Chercher un acteur", "Find an actor"),
    "search_list": ("Acteurs trouvés", "Actors found"),
    "search_none": ("Aucun acteur de ce nom.", "No actor of that name."),
    "search_hidden": ("hors des filtres, l’afficher", "outside the filters, show it"),
    "theme_auto": ("Aspect : auto", "Look: auto"),
    "theme_light": ("Aspect : clair", "Look: light"),
    "theme_dark": ("Aspect : sombre", "Look: dark"),
    "legend_title": ("Légende et filtres", "Legend and filters"),
    "group_layer": ("Liens", "Ties"),
    "group_tier": ("Mise en commun (épaisseur)", "Pooling (width)"),
    "group_sector": ("Secteur (couleur)", "Sector (colour)"),
    "group_family": ("Acteurs (forme)", "Actors (shape)"),
    "group_standing": ("Parole", "Who says so"),
    "group_status": ("État", "State"),
    "group_mark": ("Aussi dessiné", "Also drawn"),
    "chips": ("Filtres en cours", "Filters in use"),
    "without": ("Sans : {name}", "Without: {name}"),
    "left_by_filters": ("Sur {actors} et {ties} en tout", "Of {actors} and {ties} in all"),
    "drop_filter": ("Retirer le filtre « {name} »", "Remove the filter “{name}”"),
    "clear_all": ("Tout effacer", "Clear all"),
    "scene_role": ("graphe", "graph"),
    "scene_label": ("Carte du réseau", "Map of the network"),
    "scene_help": (
        "Clavier : flèches, [ ] et Entrée pour aller d’un acteur à l’autre ; 1, 2, 3 autour ; "
        "0 tout ; + et − pour le zoom.",
        "Keyboard: arrows, [ ] and Enter to go from actor to actor; 1, 2, 3 around; 0 all; "
        "+ and − to zoom.",
    ),
    "zoom_in": ("Agrandir", "Zoom in"),
    "zoom_out": ("Réduire", "Zoom out"),
    "zoom_fit": ("Tout voir", "See all"),
    "still": (
        "Ce navigateur est trop ancien pour la carte animée : voici l’image et les tableaux.",
        "This browser is too old for the live map: here are the picture and the tables.",
    ),
    "nothing": ("Rien à montrer avec ces filtres.", "Nothing to show with these filters."),
    "detail_title": ("Détail", "Detail"),
    "detail_empty": (
        "Choisissez un acteur sur la carte, par la recherche ou dans le tableau.",
        "Choose an actor on the map, by the search or in the table.",
    ),
    "close_detail": ("Fermer le détail", "Close the detail"),
    "reading": ("Lire cette image", "How to read this picture"),
    "around": ("Autour", "Around"),
    "show_all": ("Tout voir", "See all"),
    "belongs_to": ("Pôle :", "Pole:"),
    "ties_title": ("Liens ({n})", "Ties ({n})"),
    "facts_title": ("Faits", "Facts"),
    "no_ties": (
        "{name} n’a aucun lien dans cette vue.",
        "{name} has no tie in this view.",
    ),
    "tie_sentence": (
        "{name} a {ties} avec {others} : {layers}.",
        "{name} has {ties} with {others}: {layers}.",
    ),
    "way_out": ("vers", "to"),
    "way_in": ("de", "from"),
    "since": ("depuis {date}", "since {date}"),
    "since_day": ("depuis le {date}", "since {date}"),
    "until": ("jusqu’à {date}", "until {date}"),
    "until_day": ("jusqu’au {date}", "until {date}"),
    "observed_in": ("constaté en {date}", "observed in {date}"),
    "observed_on": ("constaté le {date}", "observed on {date}"),
    "no_date": ("sans date", "undated"),
    "in_sector": ("secteur {sector}", "sector {sector}"),
    "rank": ("{i} sur {n}", "{i} of {n}"),
    "tables_title": ("Tout lire en tableaux", "Read it all as tables"),
    "actors_heading": ("Acteurs", "Actors"),
    "ties_heading": ("Liens", "Ties"),
    "actors_caption": (
        "{n} acteurs sur {total}. Un en-tête trie, un nom ouvre le détail.",
        "{n} actors of {total}. A heading sorts, a name opens the detail.",
    ),
    "ties_caption": (
        "{n} liens sur {total}. Un en-tête trie, un nom ouvre le détail.",
        "{n} ties of {total}. A heading sorts, a name opens the detail.",
    ),
    "csv_actors": ("Télécharger les acteurs (CSV)", "Download the actors (CSV)"),
    "csv_ties": ("Télécharger les liens (CSV)", "Download the ties (CSV)"),
    "more_rows": ("Afficher les {n} autres lignes", "Show the {n} other rows"),
    "col_name": ("Nom", "Name"),
    "col_kind": ("Nature", "Kind"),
    "col_sector": ("Secteur", "Sector"),
    "col_departement": ("Lieu", "Place"),
    "col_poles": ("Pôle", "Pole"),
    "col_ties": ("Liens", "Ties"),
    "col_source": ("De", "From"),
    "col_tie": ("Sorte de lien", "Kind of tie"),
    "col_target": ("Vers", "To"),
    "col_subtype": ("Précision", "Detail"),
    "col_layer": ("Famille de liens", "Layer"),
    "col_dates": ("Quand", "When"),
    "col_standing": ("Qui le dit", "Who says so"),
    "col_sources": ("Sources", "Sources"),
    "picture_foot": (
        "Maillage {version} · données révision {revision} · graine {seed}",
        "Maillage {version} · data revision {revision} · seed {seed}",
    ),
    "colophon": (
        "Maillage {version} · graine {seed} · données {revision}. Cette page est complète : elle "
        "ne demande rien au réseau.",
        "Maillage {version} · seed {seed} · data {revision}. This page is complete: it asks "
        "nothing of the network.",
    ),
    "no_revision": ("sans numéro", "unnumbered"),
    "licences": (
        "Dessin interactif : vis-network 9.1.2 (Apache 2.0 ou MIT) par pyvis 0.3.2.",
        "Interactive drawing: vis-network 9.1.2 (Apache 2.0 or MIT) through pyvis 0.3.2.",
    ),
}
