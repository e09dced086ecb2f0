"""What somebody says of actors and ties, by hand or in judging: entries, judgements, introductions."""

from __future__ import annotations

from collections.abc import Mapping

SENTENCES: Mapping[str, tuple[str, str]] = {
    "commune_code_invalid": (
        "« {value} » n’est pas un code INSEE de commune : cinq caractères, ce n’est pas le code "
        "postal.",
        "“{value}” is not an INSEE code of a municipality: five characters, not the postal code.",
    ),
    "commune_unknown": (
        "Aucune commune de la table n’a le code « {value} ».",
        "No municipality of the table has the code “{value}”.",
    ),
    "entry_name": ("Il faut au moins un nom.", "A name at least is needed."),
    "entry_value": ("{reason}", "{reason}"),
    "entry_personal": (
        "«\u202f{field}\u202f» est une donnée de personne\u202f: rien n’en est gardé.",
        "“{field}” is personal data: nothing of it is kept.",
    ),
    "entry_control": (
        "«\u202f{field}\u202f» contient un caractère de commande\u202f: retapez ce texte.",
        "“{field}” holds a control character: type this text again.",
    ),
    "entry_empty": ("Rien n’est dit de cet acteur.", "Nothing is said of this actor."),
    "entry_self": (
        "Un lien a deux bouts\u202f: «\u202f{name}\u202f» ne peut pas être les deux.",
        "A tie has two ends: “{name}” cannot be both.",
    ),
    "entry_number": (
        "Un numéro ({field}) dit qui est l’acteur\u202f: il se charge avec une liste, il ne se modifie "
        "pas.",
        "A number ({field}) tells which actor it is: it is loaded with a list, not amended.",
    ),
    "judgement_undone": (
        "Le jugement {id} est déjà annulé : rien ne change.",
        "Judgement {id} is undone already: nothing changes.",
    ),
    "match_decided": (
        "Ce rapprochement est déjà décidé (jugement {judgement}). Pour revenir dessus : maillage "
        "review undo {judgement}.",
        "This match is decided already (judgement {judgement}). To go back on it: maillage review "
        "undo {judgement}.",
    ),
    "import_undone": (
        "L’import {id} est déjà annulé : rien ne change.",
        "Import {id} is undone already: nothing changes.",
    ),
    "name_of_several": (
        "Plusieurs acteurs portent le nom « {name} » : {actors}. Donnez l’identifiant.",
        "Several actors bear the name “{name}”: {actors}. Give the id.",
    ),
    "not_an_end": (
        "{name} n’est pas un bout de ce lien : seuls {left} et {right} peuvent en répondre.",
        "{name} is not an end of this tie: only {left} and {right} can answer for it.",
    ),
    "dates_backwards": (
        "La seconde date ({last}) vient avant la première ({first}).",
        "The second date ({last}) comes before the first ({first}).",
    ),
    "introduced_when": (
        "--introduced demande le jour de la présentation (--on DATE), et --on ne va qu’avec lui.",
        "--introduced needs the day of the introduction (--on DATE), and --on goes only with it.",
    ),
    "introduced_to_itself": (
        "« {id} » ne se présente pas à soi-même.",
        "“{id}” is not introduced to itself.",
    ),
    "date_to_come": (
        "« {text} » n’est pas encore passé : on dit ce qui est, pas ce qui sera.",
        "“{text}” has not come yet: one says what is, not what will be.",
    ),
    "end_before_start": (
        "La fin ({end}) viendrait avant le début ({start}).",
        "The end ({end}) would come before the start ({start}).",
    ),
    "state_after_end": (
        "La fin ({end}) est passée\u202f: l’état ne peut pas être «\u202f{state}\u202f». Corrigez l’un "
        "ou l’autre.",
        "The end ({end}) has passed: the state cannot be “{state}”. Mend one or the other.",
    ),
    "judgement_self": (
        "Un acteur ne se compare pas à lui-même ({id}).",
        "An actor is not compared with itself ({id}).",
    ),
    "judgement_two_sirens": (
        "{left} et {right} porteraient deux SIREN différents ({siren_left}, {siren_right}) : "
        "ce ne peut pas être le même acteur.",
        "{left} and {right} would carry two different SIRENs ({siren_left}, {siren_right}): "
        "they cannot be the same actor.",
    ),
    "judgement_contradicts_same": (
        "Un autre jugement fait de {left} et {right} un seul acteur, peut-être par un tiers. "
        "Annulez d’abord ce jugement.",
        "Another judgement says that {left} and {right} are one, if only through a third. Undo "
        "that judgement first.",
    ),
    "judgement_contradicts": (
        "{left} et {right} ont déjà été dits différents. Annulez d’abord ce jugement.",
        "{left} and {right} were already said to differ. Undo that judgement first.",
    ),
}
