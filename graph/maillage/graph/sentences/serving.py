"""What a server refuses: tokens, jobs, settings, what a reader may not."""

from __future__ import annotations

from collections.abc import Mapping

SENTENCES: Mapping[str, tuple[str, str]] = {
    "changed": (
        "Le réseau a changé depuis que vous l’avez lu : relisez-le, puis recommencez.",
        "The network has changed since you read it: read it again, then start over.",
    ),
    "job_cancelled": (
        "Ce travail a été abandonné. Rien n’a été enregistré.",
        "This job was given up. Nothing was saved.",
    ),
    "cursor_foreign": (
        "Cette suite n’est pas celle de cette liste : redemandez la liste depuis le début.",
        "This cursor does not continue this list: ask for the list from its beginning.",
    ),
    "setting": (
        "La variable {name} ne convient pas. Par exemple : {name}={example}",
        "The variable {name} does not fit. For example: {name}={example}",
    ),
    "job_too_long": (
        "Ce travail a dépassé {seconds} secondes et a été abandonné. Rien n’a été enregistré.",
        "This job took more than {seconds} seconds and was given up. Nothing was saved.",
    ),
    "job_interrupted": (
        "Le serveur s’est arrêté pendant ce travail. Recommencez : ce qui avait déjà été chargé ne compte qu’une fois.",
        "The server stopped during this job. Start again: what had already been loaded counts once.",
    ),
    "worker_gone": (
        "Le calcul s’est arrêté net, faute de mémoire sans doute. Demandez-le sur une partie du réseau.",
        "The computation stopped short, for want of memory most likely. Ask it of a part of the network.",
    ),
    "worker_memory": (
        "Ce calcul demande plus de mémoire que le serveur n’en donne ({megabytes} Mo). Demandez-le sur une partie "
        "du réseau.",
        "This computation needs more memory than the server gives ({megabytes} MB). Ask it of a part of the network.",
    ),
    "measure_elsewhere": (
        "La mesure {name} ne se prend pas sur une vue : demandez {where}.",
        "The measure {name} is not taken on a view: ask {where}.",
    ),
    "jobs_waiting": (
        "Trop de travaux attendent déjà ({count}). Réessayez quand l’un d’eux sera fini.",
        "Too many jobs are waiting already ({count}). Try again when one of them has ended.",
    ),
    "port_taken": (
        "Le port {port} ne peut pas servir ({detail}). Choisissez-en un autre avec « --port ».",
        "Port {port} cannot be used ({detail}). Choose another with “--port”.",
    ),
    "other_pole": (
        "Ce fichier parle aussi d’un autre pôle que le vôtre\u202f: rien n’a été enregistré.",
        "This file speaks of another pole than yours too: nothing was saved.",
    ),
    "token_name": (
        "Un jeton porte un nom d’au plus {limit} caractères, que l’on peut lire.",
        "A token bears a readable name of at most {limit} characters.",
    ),
    "token_exists": (
        "Un jeton s’appelle déjà « {name} » : retirez-le d’abord.",
        "A token is already called “{name}”: revoke it first.",
    ),
    "token_pole_role": (
        "Seul le rôle editor peut être limité à un pôle.",
        "Only the role editor can be limited to a pole.",
    ),
    "token_past": (
        "Le {date} est passé : ce jeton ne servirait à rien.",
        "{date} is past: this token would be of no use.",
    ),
    "serve_without_token": (
        "Pour répondre à d’autres machines ({host}), il faut un jeton\u202f: maillage token add NOM "
        "--role reader. Sans cela, Maillage ne répond qu’à 127.0.0.1.",
        "To answer other machines ({host}), a token is needed: maillage token add NAME --role "
        "reader. Without, Maillage answers 127.0.0.1 only.",
    ),
    "oidc_extra": (
        "Il manque de quoi parler à un fournisseur d’identité : pip install « maillage[oidc] »",
        "What speaks to an identity provider is missing: pip install “maillage[oidc]”",
    ),
}
