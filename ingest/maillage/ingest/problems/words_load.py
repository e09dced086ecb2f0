"""What a load says besides what its lines say; same shape as `problem_words`."""

from __future__ import annotations

from maillage.ingest.problems.words import Words

LOAD_WORDS: dict[str, Words] = {
    "nothing_said": Words(
        "warning",
        "aucune ligne n’est remplie : il n’y a rien à charger",
        "no line is filled in: there is nothing to load",
        "Vérifiez que c’est bien la feuille remplie qui vous a été rendue.",
        "Check that this is the sheet that was filled in and sent back.",
    ),
    "sheets_read": Words(
        "info",
        "lu dans ce fichier : {sheets}",
        "read of this file: {sheets}",
    ),
    "sheets_of_years": Words(
        "warning",
        "les feuilles {sheets} semblent être des années d’une même liste : elles sont lues "
        "ensemble, comme une seule",
        "the sheets {sheets} seem to be years of one list: they are read together, as one",
        "Chargez chaque année à part ({--sheet}), avec sa date : l’une suivra l’autre.",
        "Load each year by itself ({--sheet}), with its date: one will follow the other.",
    ),
    "sheets_of_poles": Words(
        "warning",
        "{sheets} : leurs lignes sont lues comme celles de « {value} »",
        "{sheets}: their lines are read as those of “{value}”",
        "Chargez chaque feuille à part ({--sheet}), avec son pôle ({--pole}).",
        "Load each sheet by itself ({--sheet}), with its pole ({--pole}).",
    ),
    "correction_absent": Words(
        "warning",
        "la case à corriger (colonne « {column} ») n’est plus dans le fichier",
        "the cell to correct (column “{column}”) is no longer in the file",
        "Vérifiez que c’est bien le même fichier.",
        "Check that it is the same file.",
    ),
    "complete_ended": Words(
        "warning",
        "liste complète ({day}) : {what} ({ties})",
        "complete list ({day}): {what} ({ties})",
        "Un lien dure encore ? Ajoutez sa ligne et rechargez, ou annulez ce chargement.",
        "Does a tie still last? Add its line and load again, or undo this load.",
    ),
    "ends_cut": Words(
        "warning",
        "{what} ({ties})",
        "{what} ({ties})",
        "Un lien n’a pas cessé ? Ajoutez sa ligne à la liste complète et rechargez-la, ou dites "
        "son début (« Depuis ») dans celle d’après.",
        "Has a tie not stopped? Add its line to the complete list and load it again, or say when "
        "it began (“Since”) in the later one.",
    ),
    "ends_since": Words(
        "warning",
        "{what} ({ties})",
        "{what} ({ties})",
        "Un lien dure encore ? Ajoutez sa ligne à la liste d’après, et rechargez-la.",
        "Does a tie still last? Add its line to the later list, and load that again.",
    ),
    "ends_moved": Words("warning", "{what} ({ties})", "{what} ({ties})"),
    "ends_lifted": Words("warning", "{what} ({ties})", "{what} ({ties})"),
    "ends_back": Words(
        "warning",
        "{what} ({ties})",
        "{what} ({ties})",
        "Un lien n’a pas cessé ? Dites ici son début (« Depuis »), et rechargez.",
        "Has a tie not stopped? Say here when it began (“Since”), and load again.",
    ),
    "complete_waiting": Words(
        "warning",
        "ce qui prend fin dure peut-être encore, sous un nom qui attend votre avis : {ties}",
        "what ends may still last, under a name that waits for your decision: {ties}",
        "Dites dans la relecture ({maillage review}) si c’est le même : son lien reprend aussitôt.",
        "Say in the review ({maillage review}) whether it is the same: its tie then lasts on.",
    ),
    "complete_refused": Words(
        "warning",
        "liste dite complète ({day}) : {why}, rien ne prend fin",
        "list called complete ({day}): {why}, nothing ends",
        "Corrigez ce qui est refusé, mettez à part ce qui n’est pas lu, et rechargez avec "
        "{--complete}.",
        "Mend what is refused, put apart what is not read, and load again with {--complete}.",
    ),
    "complete_kept": Words(
        "info",
        "liste complète ({day}) : aucun lien des listes d’avant ne prend fin",
        "complete list ({day}): no tie of the lists before it ends",
    ),
    "complete_first": Words(
        "info",
        "liste complète ({day}), sans liste comparable d’avant : rien ne prend fin",
        "complete list ({day}), with no comparable list before it: nothing ends",
    ),
    "complete_not_later": Words(
        "warning",
        "rien ne prend fin : aucune liste d’avant celle-ci ({day}), mais {lists}",
        "nothing ends: no list from before this one ({day}), but {lists}",
        "Donnez à chaque liste le jour dont elle parle ({--date}).",
        "Give each list the day it speaks of ({--date}).",
    ),
    "complete_other_title": Words(
        "warning",
        "rien ne prend fin : aucune liste d’avant n’a pour titre « {value} », mais {lists}",
        "nothing ends: no earlier list is titled “{value}”, but {lists}",
        "Une liste complète remplace celles du même pôle ({--pole}), sinon de même titre (le nom "
        "du fichier, ou {--source}). Si c’est l’une d’elles, annulez et rechargez avec son titre.",
        "A complete list replaces those of the same pole ({--pole}), else of the same title (the "
        "file’s name, or {--source}). If one of them is meant, undo and load again with its title.",
    ),
    "complete_other_pole": Words(
        "warning",
        "rien ne prend fin : aucune liste d’avant n’est de ce pôle, mais {lists}",
        "nothing ends: no earlier list is of this pole, but {lists}",
        "Une liste complète d’un pôle remplace celles qui furent chargées avec le même {--pole}.",
        "A complete list of a pole replaces those that were loaded with the same {--pole}.",
    ),
    "shares_over_100_with_others": Words(
        "warning",
        "avec les parts déjà chargées ({files}), celles de « {value} » font {total} %, "
        "plus de 100 %",
        "with the shares loaded before ({files}), those of “{value}” add up to {total}%, "
        "more than 100%",
        "Si une part a changé de mains, dites jusqu’à quand (colonne « Jusqu’à ») ; sinon, "
        "corrigez l’un des fichiers.",
        "If a share changed hands, say until when (column “Until”); else mend one of the files.",
    ),
    "speaker_new": Words(
        "warning",
        "« {value} », au nom de qui la liste est chargée, est nouveau : il entre dans le réseau",
        "“{value}”, in whose name the list is loaded, is new: it enters the network",
        "S’il y est sous un autre nom, annulez, et donnez ce nom ou son identifiant.",
        "If it is there under another name, undo, and give that name or its id.",
    ),
    "network_new": Words(
        "info",
        "« {value} » est une tête de réseau nouvelle : elle entre dans le réseau",
        "“{value}” is a new head of network: it enters the network",
    ),
    "group_new": Words(
        "info",
        "« {value} » est un groupement nouveau : il entre dans le réseau",
        "“{value}” is a new employer group: it enters the network",
    ),
    "pole_asked": Words(
        "warning",
        "aucun pôle ni réseau ne s’appelle « {value} »",
        "no pole or network is called “{value}”",
        "S’il est nouveau, dites-le ; sinon, donnez le nom sous lequel il est connu.",
        "If it is a new one, say so; else give the name under which it is known.",
    ),
    "pole_asked_near": Words(
        "warning",
        "aucun pôle ni réseau ne s’appelle « {value} » ; noms proches : {near}",
        "no pole or network is called “{value}”; near names: {near}",
        "S’il est nouveau, dites-le ; sinon, donnez le nom sous lequel il est connu.",
        "If it is a new one, say so; else give the name under which it is known.",
    ),
    "pole_known_as": Words(
        "info",
        "« {value} » est connu comme « {known} »",
        "“{value}” is known as “{known}”",
    ),
    "pole_new": Words(
        "info",
        "« {value} » est un pôle nouveau : il entre dans le réseau",
        "“{value}” is a new pole: it enters the network",
    ),
}
