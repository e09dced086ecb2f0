"""The sentences of the API itself; those of the domain are in `maillage.graph.sentences`."""

from __future__ import annotations

from collections.abc import Mapping

from maillage.graph.vocabulary import Label
from maillage.graph.wording import french_spaces


def _label(fr: str, en: str) -> Label:
    return Label(french_spaces(fr), en)


TITLES: Mapping[int, Label] = {
    400: _label("Demande incorrecte", "Bad request"),
    401: _label("Qui demande ?", "Who is asking?"),
    403: _label("Pas permis", "Not allowed"),
    404: _label("Introuvable", "Not found"),
    405: _label("Méthode impossible ici", "Method not allowed"),
    409: _label("Contradiction", "Conflict"),
    410: _label("N’est plus là", "Gone"),
    412: _label("A changé", "Changed"),
    413: _label("Trop grand", "Too large"),
    421: _label("Autre adresse", "Other address"),
    422: _label("Demande incomprise", "Not understood"),
    429: _label("Trop de demandes", "Too many requests"),
    500: _label("Erreur", "Error"),
    503: _label("Base indisponible", "Store unavailable"),
}

PROBLEMS: Mapping[str, Label] = {
    "bad_request": _label("Cette demande est mal formée.", "This request is malformed."),
    "not_known": _label("Il faut dire qui vous êtes.", "Say who you are."),
    "forbidden": _label(
        "Votre rôle ne permet pas de faire cela.", "Your role does not allow you to do that."
    ),
    "no_such_page": _label("Cette adresse ne mène à rien.", "Nothing is at this address."),
    "no_such_act": _label(
        "On ne peut pas faire cela à cette adresse.", "That cannot be done at this address."
    ),
    "gone": _label(
        "Le fichier n’est plus sur le serveur. Déposez-le à nouveau pour voir ses cases marquées.",
        "The file is no longer on the server. Send it again to see its cells marked.",
    ),
    "too_large": _label(
        "Ce qui est envoyé est trop grand. Partagez le fichier en plusieurs.",
        "What is sent is too large. Split the file into several.",
    ),
    "foreign_host": _label(
        "Ce serveur ne répond pas sous ce nom.", "This server does not answer to this name."
    ),
    "foreign_page": _label(
        "Une page d’un autre site ne peut rien changer ici.",
        "A page of another site cannot change anything here.",
    ),
    "too_often": _label("Trop de demandes : attendez un peu.", "Too many requests: wait a little."),
    "fields": _label("Des paramètres ne conviennent pas.", "Some parameters do not fit."),
    "field": _label("Cette valeur ne convient pas.", "This value does not fit."),
    "internal": _label(
        "Le serveur a rencontré une erreur. Rien n’a été enregistré.",
        "The server met an error. Nothing was saved.",
    ),
}

LOGIN: Mapping[str, Label] = {
    "title": _label("Maillage : qui êtes-vous ?", "Maillage: who are you?"),
    "label": _label("Votre jeton", "Your token"),
    "hint": _label(
        "La personne qui tient ce serveur vous l’a donné.",
        "The person who keeps this server gave it to you.",
    ),
    "button": _label("Entrer", "Enter"),
    "unknown": _label(
        "Ce jeton n’est pas connu, ou son temps est passé.",
        "This token is not known, or its time is over.",
    ),
    "too_often": _label("Trop d’essais : attendez une minute.", "Too many tries: wait a minute."),
    "provider": _label("Entrer avec {name}", "Enter with {name}"),
    "not_believed": _label(
        "Le fournisseur d’identité n’a pas pu dire qui vous êtes. Recommencez.",
        "The identity provider could not say who you are. Start over.",
    ),
    "no_role": _label(
        "On sait qui vous êtes, mais rien ne vous est ouvert ici : demandez à qui tient ce "
        "serveur.",
        "You are known, but nothing is open to you here: ask who keeps this server.",
    ),
}

MANUAL: Mapping[str, Label] = {
    "title": _label("Maillage : l’API", "Maillage: the API"),
    "intro": _label(
        "Chaque adresse, qui peut la demander, ce qu’elle prend et ce qu’elle répond. Pour les "
        "programmes :",
        "Every address, who may ask it, what it takes and what it answers. For programs:",
    ),
    "skip": _label("Aller aux adresses", "Skip to the addresses"),
    "contents": _label("Sommaire", "Contents"),
    "parameters": _label("Paramètres", "Parameters"),
    "name": _label("nom", "name"),
    "place": _label("où", "where"),
    "type": _label("type", "type"),
    "about": _label("ce que c’est", "what it is"),
    "shapes": _label("Formes", "Shapes"),
    "example": _label("Exemple", "Example"),
}

MANUAL_ROLES: Mapping[str, Label] = {
    "anybody": _label("tout le monde", "anybody"),
    "reader": _label("lecteur", "reader"),
    "editor": _label("éditeur", "editor"),
    "admin": _label("administrateur", "admin"),
}

# By the type that pydantic gives an error; `{…}` are its context.
FIELD_MESSAGES: Mapping[str, Label] = {
    "missing": _label("Il manque cette valeur.", "This value is missing."),
    "extra_forbidden": _label("Ce champ n’existe pas.", "There is no such field."),
    "unknown_parameter": _label(
        "Ce nom n’existe pas ici. Possibles : {known}.",
        "There is no such name here. Known: {known}.",
    ),
    "no_parameter": _label("Rien ne se précise à cette adresse.", "This address takes nothing."),
    "told_twice": _label("Cette valeur est donnée deux fois.", "This value is given twice."),
    "int_parsing": _label("Il faut un nombre entier.", "A whole number is needed."),
    "int_type": _label("Il faut un nombre entier.", "A whole number is needed."),
    "int_from_float": _label("Il faut un nombre entier.", "A whole number is needed."),
    "bool_parsing": _label("Il faut oui ou non.", "Yes or no is needed."),
    "bool_type": _label("Il faut oui ou non.", "Yes or no is needed."),
    "string_type": _label("Il faut un texte.", "A text is needed."),
    "list_type": _label("Il faut une liste.", "A list is needed."),
    "dict_type": _label("Il faut un objet.", "An object is needed."),
    "model_attributes_type": _label("Il faut un objet.", "An object is needed."),
    "string_too_long": _label(
        "Au plus {max_length} caractères.", "At most {max_length} characters."
    ),
    "string_too_short": _label(
        "Au moins {min_length} caractères.", "At least {min_length} characters."
    ),
    "too_long": _label("Au plus {max_length} éléments.", "At most {max_length} items."),
    "too_short": _label("Au moins {min_length} éléments.", "At least {min_length} items."),
    "greater_than_equal": _label("Au moins {ge}.", "At least {ge}."),
    "less_than_equal": _label("Au plus {le}.", "At most {le}."),
    "greater_than": _label("Plus de {gt}.", "More than {gt}."),
    "less_than": _label("Moins de {lt}.", "Less than {lt}."),
    "float_parsing": _label("Il faut un nombre.", "A number is needed."),
    "float_type": _label("Il faut un nombre.", "A number is needed."),
    "finite_number": _label("Il faut un nombre fini.", "A finite number is needed."),
    "string_unicode": _label("Ce texte n’est pas lisible.", "This text cannot be read."),
    "literal_error": _label("Possibles : {expected}.", "Known: {expected}."),
    "enum": _label("Possibles : {expected}.", "Known: {expected}."),
    "json_invalid": _label("Ce n’est pas du JSON.", "This is not JSON."),
    "json_type": _label("Ce n’est pas du JSON.", "This is not JSON."),
}
