"""The sentence of each error code, in French and English: `{name}` takes the error's values."""

from __future__ import annotations

from collections.abc import Mapping

SENTENCES: Mapping[str, tuple[str, str]] = {
    # stores
    "store_scheme": (
        "Adresse de base inconnue : « {url} ». Essayez sqlite:///fichier.db ou neo4j://hôte:7687.",
        "Unknown store address: “{url}”. Try sqlite:///file.db or neo4j://host:7687.",
    ),
    "store_missing": (
        "La base {path} n’existe pas. Chargez d’abord une liste avec « maillage load ».",
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
        "La base {path} est abîmée : {detail}. Restaurez une sauvegarde.",
        "The store {path} is damaged: {detail}. Restore a backup.",
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
        "La base {path} ne répond pas : {detail}.",
        "The store {path} does not answer: {detail}.",
    ),
    "store_conflict": (
        "La base a changé entre-temps. Rien n’a été enregistré ; réessayez.",
        "The store changed in the meantime. Nothing was saved; try again.",
    ),
    "store_loading": (
        "Un chargement est en cours dans {path} ({import_id}). Réessayez dans un instant.",
        "A load is under way in {path} ({import_id}). Try again in a moment.",
    ),
    "neo4j_down": (
        "Neo4j ne répond pas à {path}. Est-il démarré ?",
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
    "neo4j_failed": (
        "Neo4j à {path} n’a pas pu faire l’opération : {detail}.",
        "Neo4j at {path} could not do this: {detail}.",
    ),
    # names
    "unknown_name": (
        "{what} inconnu : « {name} ». Possibles : {known}.",
        "Unknown {what}: “{name}”. Known: {known}.",
    ),
    "invalid_date": (
        "« {text} » n’est pas une date. Écrivez 2014, 2014-09 ou 2014-09-19.",
        "“{text}” is not a date. Write 2014, 2014-09 or 2014-09-19.",
    ),
    "invalid_value": (
        "{what} : « {value} » ne convient pas ({expected}).",
        "{what}: “{value}” does not fit ({expected}).",
    ),
    "not_directed": (
        "La vue {view} contient des liens sans direction ({kinds}) : « --directed » ne "
        "s’applique pas.",
        "The view {view} holds ties without direction ({kinds}): “--directed” does not apply.",
    ),
    # measures
    "partition_needed": (
        "La mesure {measure} compare des groupes : dites lesquels avec --by.",
        "The measure {measure} compares groups: say which with --by.",
    ),
    "costly_groups": (
        "Plus de 2 000 groupes : choisissez une partition plus grossière avec --by.",
        "More than 2,000 groups: choose a coarser partition with --by.",
    ),
    "extra_missing": (
        "Il faut la bibliothèque {library} : pip install 'maillage[{extra}]'.",
        "The library {library} is needed: pip install 'maillage[{extra}]'.",
    ),
    # files
    "file_missing": ("Le fichier {path} n’existe pas.", "The file {path} does not exist."),
    "file_unreadable": (
        "Le fichier {path} ne peut pas être lu : {detail}.",
        "The file {path} cannot be read: {detail}.",
    ),
    "file_empty": ("Le fichier {path} est vide.", "The file {path} is empty."),
    "column_missing": (
        "Le fichier {path} n’a pas de colonne « {column} » (colonnes : {known}).",
        "The file {path} has no column “{column}” (columns: {known}).",
    ),
    "id_blank": (
        "{path}, ligne {line} : l’identifiant est vide.",
        "{path}, line {line}: the id is blank.",
    ),
    "id_twice": (
        "{path}, ligne {line} : l’identifiant « {value} » est déjà pris.",
        "{path}, line {line}: the id “{value}” is already taken.",
    ),
    "edge_unknown_node": (
        "{path}, ligne {line} : « {value} » n’est pas dans la liste des nœuds.",
        "{path}, line {line}: “{value}” is not in the list of nodes.",
    ),
    "weight_invalid": (
        "{path}, ligne {line} : le poids « {value} » n’est pas un nombre positif.",
        "{path}, line {line}: the weight “{value}” is not a positive number.",
    ),
    "table_columns": (
        "La table {path} n’a pas les colonnes {columns}.",
        "The table {path} lacks the columns {columns}.",
    ),
    "output_unwritable": (
        "Impossible d’écrire dans {path} : {detail}.",
        "Cannot write to {path}: {detail}.",
    ),
    "sample_too_large": (
        "Un échantillon de cette taille ne tient pas ici : au plus {organisations} organisations "
        "et {ties} liens.",
        "A sample of that size does not fit here: at most {organisations} organisations and "
        "{ties} ties.",
    ),
    # things
    "not_found": (
        "Aucun {what} ne porte l’identifiant « {id} ».",
        "No {what} has the id “{id}”.",
    ),
    "judgement_self": (
        "Un acteur ne se compare pas à lui-même ({id}).",
        "An actor is not compared with itself ({id}).",
    ),
    "judgement_two_sirens": (
        "{left} et {right} porteraient deux SIREN différents ({siren_left}, {siren_right}) : "
        "ce ne peut pas être le même acteur.",
        "{left} and {right} would carry two different SIRENs ({siren_left}, {siren_right}): "
        "they cannot be the same actor.",
    ),
    "judgement_contradicts": (
        "{left} et {right} ont déjà été dits différents. Annulez d’abord ce jugement.",
        "{left} and {right} were already said to differ. Undo that judgement first.",
    ),
}
