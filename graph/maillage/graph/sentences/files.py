"""What is wrong with a file as a whole, of rows, of edges, of a register; and with what is written."""

from __future__ import annotations

from collections.abc import Mapping

SENTENCES: Mapping[str, tuple[str, str]] = {
    "file_missing": ("Le fichier {path} n’existe pas.", "The file {path} does not exist."),
    "folder_missing": ("Le dossier {path} n’existe pas.", "The folder {path} does not exist."),
    "file_is_folder": (
        "{path} est un dossier : donnez les fichiers qu’il contient.",
        "{path} is a folder: give the files that it holds.",
    ),
    "file_unreadable": (
        "Le fichier {path} ne peut pas être lu : {detail}.",
        "The file {path} cannot be read: {detail}.",
    ),
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
    "table_columns": (
        "La table {path} n’a pas les colonnes {columns}.",
        "The table {path} lacks the columns {columns}.",
    ),
    "register_columns": (
        "{path} n’a pas les colonnes {columns} : est-ce le fichier publié, et d’une année depuis 2019 ?",
        "{path} lacks the columns {columns}: is it the published file, of a year since 2019?",
    ),
    "register_units_first": (
        "{path} tient des établissements : ajoutez d’abord StockUniteLegale, pour laisser de côté "
        "ceux des personnes.",
        "{path} holds establishments: add StockUniteLegale first, so that those of persons are left "
        "out.",
    ),
    "register_older": (
        "{path} date du {found} ; un extrait du {known} est déjà là. Pour le remplacer quand "
        "même : --older.",
        "{path} is of {found}; an extract of {known} is there already. To replace it all the same: "
        "--older.",
    ),
    "registers_none": (
        "Aucun registre n’a été ajouté : maillage registers add FICHIER --from-format sirene.",
        "No register was added: maillage registers add FILE --from-format sirene.",
    ),
    "communes_none": (
        "La table {path} ne donne aucune commune : il faut un code INSEE et un nom par ligne.",
        "The table {path} gives no municipality: an INSEE code and a name a line are needed.",
    ),
    "file_directory": (
        "{path} est un dossier, pas un fichier.",
        "{path} is a folder, not a file.",
    ),
    "file_empty": (
        "{path} est vide : il n’y a aucune ligne à lire.",
        "{path} is empty: there is no line to read.",
    ),
    "file_header_only": (
        "{path} n’a que des titres de colonnes : il n’y a aucune ligne à lire.",
        "{path} has column headings only: there is no line to read.",
    ),
    "file_too_large": (
        "{path} est trop gros ({size} Mo, {limit} Mo au plus). Partagez-le en plusieurs fichiers.",
        "{path} is too large ({size} MB, {limit} MB at most). Split it into several files.",
    ),
    "file_binary": (
        "{path} n’est pas un tableau ({kind}). Demandez le classeur à qui l’a fait, ou copiez son "
        "tableau dans une feuille et enregistrez-la en .xlsx.",
        "{path} is not a table ({kind}). Ask who made it for the workbook, or copy its table into "
        "a sheet and save that as .xlsx.",
    ),
    "file_old_excel": (
        "{path} est un classeur Excel d’avant 2007 (.xls). Ouvrez-le et enregistrez-le en .xlsx.",
        "{path} is an Excel workbook from before 2007 (.xls). Open it and save it as .xlsx.",
    ),
    "file_archive": (
        "{path} est une archive ({kind}). Ouvrez-la, puis chargez un à un les fichiers qu’elle "
        "contient.",
        "{path} is an archive ({kind}). Open it, then load the files that it holds one by one.",
    ),
    "file_lock": (
        "{path} est le fichier qu’un tableur garde à côté d’un classeur ouvert : chargez le "
        "classeur lui-même, {workbook}.",
        "{path} is the file that a spreadsheet keeps beside an open workbook: load the workbook "
        "itself, {workbook}.",
    ),
    "file_other_spreadsheet": (
        "{path} est un fichier {kind}. Ouvrez-le dans votre tableur et enregistrez-le en .xlsx.",
        "{path} is a file of type {kind}. Open it in your spreadsheet and save it as .xlsx.",
    ),
    "file_password": (
        "{path} est protégé par un mot de passe. Retirez-le dans votre tableur, puis rechargez.",
        "{path} is protected by a password. Remove it in your spreadsheet, then load again.",
    ),
    "file_damaged": (
        "{path} est abîmé ou incomplet : il ne s’ouvre pas. Demandez ou téléchargez-le à nouveau.",
        "{path} is damaged or incomplete: it does not open. Ask for it or download it again.",
    ),
    "file_expands": (
        "{path} se déplie en un fichier démesuré ({size} Mo) : il n’a pas été ouvert.",
        "{path} unfolds into an enormous file ({size} MB): it was not opened.",
    ),
    "file_too_wide": (
        "La feuille de {path} est trop étendue (jusqu’en {cell}). Effacez les cellules loin du "
        "tableau.",
        "The sheet of {path} is too spread out (up to {cell}). Clear the cells far from the table.",
    ),
    "file_without_sheets": (
        "{path} n’est pas un classeur : il n’a pas de feuille « {name} ».",
        "{path} is no workbook: it has no sheet “{name}”.",
    ),
    "sheet_unknown": (
        "{path} n’a pas de feuille « {name} ». Ses feuilles : {known}.",
        "{path} has no sheet “{name}”. Its sheets: {known}.",
    ),
    "sheet_unknown_near": (
        "{path} n’a pas de feuille « {name} ». Vouliez-vous dire « {near} » ? Ses feuilles : "
        "{known}.",
        "{path} has no sheet “{name}”. Did you mean “{near}”? Its sheets: {known}.",
    ),
    "file_many_parts": (
        "{path} contient {count} morceaux : ce n’est pas un classeur ordinaire.",
        "{path} holds {count} parts: it is no ordinary workbook.",
    ),
    "file_line_too_long": (
        "{path} tient sur une ligne de plus de {limit} caractères : ce n’est pas un tableau.",
        "{path} holds a single line of more than {limit} characters: it is not a table.",
    ),
    "file_too_many_columns": (
        "{path} a plus de {limit} colonnes. Gardez celles qui décrivent les organisations.",
        "{path} has more than {limit} columns. Keep those that describe the organisations.",
    ),
    "file_json_damaged": (
        "{path} n’est pas du JSON lisible (ligne {line}). Exportez-le à nouveau.",
        "{path} is not readable JSON (line {line}). Export it again.",
    ),
    "file_json_deep": (
        "{path} emboîte trop de niveaux. Il faut une liste de fiches à un seul niveau.",
        "{path} nests too many levels. A list of records of a single level is needed.",
    ),
    "file_json_shape": (
        "{path} ne contient pas de liste de fiches. Il faut une liste d’objets JSON.",
        "{path} holds no list of records. A list of JSON objects is needed.",
    ),
    "report_one_file": (
        "Un rapport .xlsx est la copie d’un seul fichier : chargez-les un par un, ou demandez "
        "{path} en .json.",
        "An .xlsx report is the copy of one file: load them one by one, or ask for {path} "
        "as .json.",
    ),
    "marked_too_long": (
        "{path} a plus de lignes qu’un classeur n’en tient ({limit}) : demandez le rapport "
        "en .json.",
        "{path} has more lines than a workbook holds ({limit}): ask for the report as .json.",
    ),
    "file_unwritable": (
        "Le fichier {path} ne peut pas être écrit : {detail}.",
        "The file {path} cannot be written: {detail}.",
    ),
    "format_of_names": (
        "Le format {format} dit qui détient quoi : sans noms ni parts, il n’en reste rien. Prenez-en "
        "un autre.",
        "The format {format} tells who holds what: without names and shares nothing of it is left. "
        "Take another one.",
    ),
    "list_not_guessed": (
        "Aucune colonne de {path} n’est reconnue : dites de quelle liste il s’agit, et quelle "
        "colonne est laquelle.",
        "No column of {path} is recognised: say which list it is, and which column is which.",
    ),
    "matrix_not_ties": (
        "{path} est un tableau de qui avec qui : chargez-le comme une liste de liens (ties).",
        "{path} is a table of who is with whom: load it as a list of ties (ties).",
    ),
    "out_exists": (
        "{path} existe déjà. Donnez un autre nom avec --out, ou remplacez-le avec --force.",
        "{path} exists already. Give another name with --out, or replace it with --force.",
    ),
    "report_is_input": (
        "--report écrirait par-dessus {path}, que vous chargez\u202f: donnez un autre nom.",
        "--report would write over {path}, which you load: give another name.",
    ),
    "out_not_empty": (
        "{path} existe déjà. Choisissez un autre dossier, ou ajoutez --force pour le remplacer.",
        "{path} is there already. Choose another folder, or add --force to replace it.",
    ),
    "communes_older": (
        "{path} est de {new}, la table gardée de {kept} : elle est restée. Pour la remplacer quand "
        "même : --older.",
        "{path} is of {new}, the kept table of {kept}: it stays. To replace it all the same: "
        "--older.",
    ),
    "line_beyond_heading": (
        "{path}, ligne {line} : plus de cellules que d’en-têtes. Une virgule de trop, ou un texte "
        "sans guillemets ?",
        "{path}, line {line}: more cells than headings. One comma too many, or a text without "
        "quotes?",
    ),
}
