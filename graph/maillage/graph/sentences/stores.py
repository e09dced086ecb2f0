"""What a store cannot do: an address, a file, a server, somebody else who writes."""

from __future__ import annotations

from collections.abc import Mapping

SENTENCES: Mapping[str, tuple[str, str]] = {
    "store_scheme": (
        "Adresse de base inconnue : « {url} ». Essayez sqlite:///fichier.db ou neo4j://hôte:7687.",
        "Unknown store address: “{url}”. Try sqlite:///file.db or neo4j://host:7687.",
    ),
    "store_missing": (
        "La base {path} n’existe pas. Chargez d’abord une liste avec « maillage load ».",
        "The store {path} does not exist. Load a list first with “maillage load”.",
    ),
    "store_directory": (
        "{path} est un dossier, pas un fichier de base.",
        "{path} is a directory, not a store file.",
    ),
    "store_no_folder": (
        "Le dossier de {path} n’existe pas ou ne peut pas être créé.",
        "The folder of {path} does not exist and cannot be created.",
    ),
    "store_locked": (
        "La base {path} est occupée par un autre programme. Réessayez dans un instant.",
        "The store {path} is in use by another program. Try again in a moment.",
    ),
    "store_not_ours": (
        "{path} n’est pas une base Maillage.",
        "{path} is not a Maillage store.",
    ),
    "store_corrupt": (
        "La base {path} est abîmée : {detail}. Restaurez une sauvegarde.",
        "The store {path} is damaged: {detail}. Restore a backup.",
    ),
    "store_words": (
        "La base {path} contient un mot que cette version de Maillage ne connaît pas "
        "(« {word} »). Mettez Maillage à jour, ou restaurez une sauvegarde.",
        "The store {path} holds a word that this version of Maillage does not know (“{word}”). "
        "Update Maillage, or restore a backup.",
    ),
    "store_newer": (
        "La base {path} vient d’une version plus récente de Maillage (format {found}, "
        "ici {known}). Mettez Maillage à jour.",
        "The store {path} was written by a newer Maillage (format {found}, here {known}). "
        "Update Maillage.",
    ),
    "store_full": (
        "Plus de place pour écrire dans {path}. Rien n’a été enregistré.",
        "No room left to write to {path}. Nothing was saved.",
    ),
    "store_read_only": (
        "Pas le droit d’écrire dans {path}.",
        "No right to write to {path}.",
    ),
    "store_io": (
        "La base {path} ne répond pas : {detail}.",
        "The store {path} does not answer: {detail}.",
    ),
    "store_conflict": (
        "La base a changé entre-temps. Rien n’a été enregistré ; réessayez.",
        "The store changed in the meantime. Nothing was saved; try again.",
    ),
    "store_loading": (
        "Un chargement est en cours dans {path} ({import_id}). Réessayez dans un instant.",
        "A load is under way in {path} ({import_id}). Try again in a moment.",
    ),
    "store_incoherent": (
        "Un lien nomme un acteur qui n’est pas dans la base. Rien n’a été enregistré.",
        "A tie names an actor that the store does not hold. Nothing was saved.",
    ),
    "store_not_empty": (
        "La base {path} contient déjà quelque chose : une copie va dans une base vide.",
        "The store {path} already holds something: a copy goes into an empty store.",
    ),
    "neo4j_down": (
        "Neo4j ne répond pas à {path}. Est-il démarré ?",
        "Neo4j does not answer at {path}. Is it running?",
    ),
    "neo4j_slow": (
        "Neo4j à {path} met trop de temps à répondre.",
        "Neo4j at {path} takes too long to answer.",
    ),
    "neo4j_refused": (
        "Neo4j à {path} refuse l’identifiant ou le mot de passe. Vérifiez "
        "MAILLAGE_NEO4J_USER et MAILLAGE_NEO4J_PASSWORD.",
        "Neo4j at {path} refuses the user or password. Check MAILLAGE_NEO4J_USER and "
        "MAILLAGE_NEO4J_PASSWORD.",
    ),
    "neo4j_forbidden": (
        "Neo4j à {path} n’autorise pas cette opération à cet utilisateur.",
        "Neo4j at {path} does not allow this user to do that.",
    ),
    "neo4j_version": (
        "Neo4j {found} à {path} n’est pas pris en charge. Il faut la version 5.26 ou suivante.",
        "Neo4j {found} at {path} is not supported. Version 5.26 or later is needed.",
    ),
    "neo4j_full": (
        "Neo4j à {path} ne peut plus écrire son journal : son disque est sans doute plein. Rien n’a "
        "été enregistré. Faites de la place, puis redémarrez-le.",
        "Neo4j at {path} cannot write its log any more: its disk is probably full. Nothing was "
        "saved. Make room, then restart it.",
    ),
    "neo4j_restart": (
        "Neo4j à {path} s’est arrêté de travailler après une erreur grave, souvent un disque plein. "
        "Regardez son journal, puis redémarrez-le.",
        "Neo4j at {path} stopped working after a serious error, often a full disk. Look at its log, "
        "then restart it.",
    ),
    "neo4j_unsure": (
        "Neo4j à {path} s’est tu pendant l’enregistrement : on ne sait pas s’il est fait. Refaites "
        "la même commande, elle ne comptera pas deux fois.",
        "Neo4j at {path} fell silent while saving: whether it is done is not known. Run the same "
        "command again, it will not count twice.",
    ),
    "neo4j_taken_over": (
        "Ce chargement dans {path} n’avançait plus et a été repris par un autre programme. "
        "Regardez le journal des imports avant de recommencer.",
        "This load into {path} had stopped moving and was taken over by another program. Look at "
        "the log of imports before trying again.",
    ),
    "neo4j_failed": (
        "Neo4j à {path} n’a pas pu faire l’opération : {detail}.",
        "Neo4j at {path} could not do this: {detail}.",
    ),
}
