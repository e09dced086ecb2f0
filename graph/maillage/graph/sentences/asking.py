"""What is asked of the commands, of the library, of the pages: names, dates, options that exclude each other."""

from __future__ import annotations

from collections.abc import Mapping

SENTENCES: Mapping[str, tuple[str, str]] = {
    "number_not_finite": (
        "{field} : « {value} » n’est pas un nombre fini.",
        "{field}: “{value}” is not a finite number.",
    ),
    "unknown_name": (
        "Nom inconnu ({what}) : « {name} ». Possibles : {known}.",
        "Unknown {what}: “{name}”. Known: {known}.",
    ),
    "unknown_name_of_none": (
        "Nom inconnu ({what}) : « {name} ». Il n’y en a aucun ici.",
        "Unknown {what}: “{name}”. There is none here.",
    ),
    "unknown_name_near": (
        "Nom inconnu ({what}) : « {name} ». Vouliez-vous dire : {near} ?",
        "Unknown {what}: “{name}”. Did you mean: {near}?",
    ),
    "text_too_long": ("Au plus {most} caractères.", "At most {most} characters."),
    "text_blank": (
        "Rien ne se lit dans ce texte.",
        "Nothing can be read in this text.",
    ),
    "invalid_date": (
        "« {text} » n’est pas une date. Écrivez 2014, 2014-09 ou 2014-09-19.",
        "“{text}” is not a date. Write 2014, 2014-09 or 2014-09-19.",
    ),
    "partition_not_shown": (
        "« {name} » pourrait désigner une personne : ces groupes ne sont montrés qu’à qui peut "
        "modifier le réseau. Pour tous : {known}.",
        "“{name}” may single out a person: these groups are shown to those who may change the "
        "network only. For everybody: {known}.",
    ),
    "year_too_early": (
        "« {text} » : l’année est avant {first}. Écrivez-la avec ses quatre chiffres (2014).",
        "“{text}”: the year is before {first}. Write all four figures of it (2014).",
    ),
    "invalid_value": (
        "{what} : « {value} » ne convient pas ({expected}).",
        "{what}: “{value}” does not fit ({expected}).",
    ),
    "not_directed": (
        "La vue {view} contient des liens sans direction ({kinds}) : « --directed » ne "
        "s’applique pas.",
        "The view {view} holds ties without direction ({kinds}): “--directed” does not apply.",
    ),
    "one_of_two": (
        "{one} et {other} ne vont pas ensemble : choisissez.",
        "{one} and {other} do not go together: choose one.",
    ),
    "same_date_twice": (
        "{date} ne se compare pas à elle-même : dites deux dates.",
        "{date} does not compare with itself: name two dates.",
    ),
    "same_pole_twice": (
        "{id} ne se compare pas à lui-même : dites deux pôles.",
        "{id} does not compare with itself: name two poles.",
    ),
    "partition_needed": (
        "La mesure {measure} compare des groupes : dites lesquels avec --by.",
        "The measure {measure} compares groups: say which with --by.",
    ),
    "extra_missing": (
        "Il faut la bibliothèque {library} : pip install 'maillage[{extra}]'.",
        "The library {library} is needed: pip install 'maillage[{extra}]'.",
    ),
    "too_few_to_hide": (
        "Moins de {k} acteurs : aucun ne peut se cacher parmi les autres. Rien n’est exporté.",
        "Fewer than {k} actors: none can hide among the others. Nothing is exported.",
    ),
    "measure_otherwise": (
        "La mesure {name} se demande autrement : {how}.",
        "The measure {name} is asked for otherwise: {how}.",
    ),
    "measure_near": (
        "Aucune mesure ne s’appelle « {name} ». Peut-être : {near} ?",
        "No measure is called “{name}”. Perhaps: {near}?",
    ),
    "list_needed": (
        "Dites de quelle liste il s’agit (as).",
        "Say which list it is (as).",
    ),
    "list_date_to_come": (
        "Date de la liste\u202f: «\u202f{day}\u202f» n’est pas encore venu. Écrivez le jour où la liste "
        "a été établie (2014, 2014-09 ou 2014-09-19), ou ne dites pas de date.",
        "Date of the list: “{day}” has not come yet. Write the day on which the list was made "
        "(2014, 2014-09 or 2014-09-19), or say no date.",
    ),
    "complete_without_date": (
        "« --complete » demande « --date » : à quelle date la liste est-elle complète ?",
        "“--complete” needs “--date”: at which date is the list complete?",
    ),
    "picture_format": (
        "«\u202f{path}\u202f»\u202f: une image s’écrit en {formats}.",
        "“{path}”: a picture is written as {formats}.",
    ),
    "report_format": (
        "«\u202f{path}\u202f»\u202f: un rapport s’écrit en .html\u202f; un navigateur "
        "l’imprime, en PDF s’il le faut.",
        "“{path}”: a report is written as .html; a browser prints it, as PDF if need be.",
    ),
    "pole_or_ego": (
        "Un pôle ou les alentours d’un acteur, pas les deux.",
        "A pole, or what is around an actor: not both.",
    ),
    "not_a_pole": (
        "« {id} » ({name}) n’est pas un pôle.",
        "“{id}” ({name}) is not a pole.",
    ),
    "neither_pole_nor_network": (
        "« {id} » ({name}) n’est ni un pôle ni un réseau.",
        "“{id}” ({name}) is neither a pole nor a network.",
    ),
    "unknown_pole": (
        "Aucun pôle ni réseau ne s’appelle « {name} ». S’il est nouveau, ajoutez --new-pole (ou --new-network).",
        "No pole or network is called “{name}”. If it is a new one, add --new-pole (or --new-network).",
    ),
    "unknown_pole_near": (
        "Aucun pôle ni réseau ne s’appelle « {name} ». Vouliez-vous dire : {near} ? S’il est "
        "nouveau, ajoutez --new-pole (ou --new-network).",
        "No pole or network is called “{name}”. Did you mean: {near}? If it is a new one, add "
        "--new-pole (or --new-network).",
    ),
    "unknown_actor_near": (
        "Personne ne s’appelle « {name} » dans le réseau. Vouliez-vous dire : {near} ? S’il est "
        "nouveau, chargez-le d’abord dans une liste d’acteurs.",
        "Nobody in the network is called “{name}”. Did you mean: {near}? If it is a new one, load it "
        "first in a list of actors.",
    ),
    "pole_or_network": (
        "Un pôle nouveau (--new-pole) ou un réseau nouveau (--new-network), pas les deux.",
        "A new pole (--new-pole) or a new network (--new-network), not both.",
    ),
    "group_of_employers_only": (
        "--group dit de quel groupement d’employeurs est une liste « employers », pas « {name} ».",
        "--group says of which employer group an “employers” list is, not “{name}”.",
    ),
    "group_needed": (
        "{path} : de quel groupement d’employeurs est-ce la liste ? Dites-le par --group, ou ajoutez une "
        "colonne « Groupement d’employeurs ».",
        "{path}: which employer group is this the list of? Say it with --group, or add a column "
        "“Employer group”.",
    ),
    "pole_needed": (
        '{path} : de quel pôle ou réseau est-ce la liste ? Écrivez --pole "SON NOM", avec '
        "--new-pole s’il est nouveau (--new-network si c’est un réseau), ou ajoutez une colonne "
        "« Pôle » ou « Réseau ».",
        '{path}: which pole or network is this the list of? Type --pole "ITS NAME", with --new-pole '
        "if it is new (--new-network if it is a network), or add a column “Pole” or “Network”.",
    ),
    "two_directions": (
        "L’un des deux réseaux est orienté et l’autre non : ils ne se comparent pas.",
        "One of the two networks is directed and the other is not: they do not compare.",
    ),
    "option_of_store": (
        "« {option} » ne vaut que pour une base : il ne s’applique pas à des fichiers.",
        "“{option}” is for a store alone: it does not apply to files.",
    ),
    "directed_two_modes": (
        "« --directed » ne va pas avec des mesures à deux modes : un lien y va toujours d’un membre à son groupe.",
        "“--directed” does not go with measures of two modes: a tie there always goes from a member to its group.",
    ),
    "nodes_and_edges": (
        "« --nodes » et « --edges » vont ensemble.",
        "“--nodes” and “--edges” go together.",
    ),
    "nodes_before_after": (
        "Deux dates se comparent avec « --nodes », « --before » et « --after » ensemble.",
        "Two dates compare with “--nodes”, “--before” and “--after” together.",
    ),
    "top_without_by": (
        "« --top » nomme un groupe de la colonne que dit « --by ».",
        "“--top” names a group of the column that “--by” says.",
    ),
    "not_found": (
        "Rien ne porte l’identifiant « {id} » ({what}).",
        "No {what} has the id “{id}”.",
    ),
    "not_found_near": (
        "Rien ne porte l’identifiant ni le nom « {id} » ({what}). Peut-être : {near} ?",
        "No {what} has the id or the name “{id}”. Perhaps: {near}?",
    ),
    "person_introduced": (
        "Une entreprise individuelle est une personne : aucune présentation n’en est gardée.",
        "A sole trader is a person: no introduction of one is kept.",
    ),
}
