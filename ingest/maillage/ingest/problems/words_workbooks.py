"""What is said of the sheets of a workbook, and of what a spreadsheet adds to texts; same shape as
`words`."""

from __future__ import annotations

from maillage.ingest.problems.words import Words

WORKBOOK_WORDS: dict[str, Words] = {
    "sheet_hidden": Words(
        "warning",
        "feuille masquée, non lue",
        "hidden sheet, not read",
        "Pour qu’elle soit lue, affichez-la dans le tableur et enregistrez.",
        "To have it read, show it in the spreadsheet and save.",
    ),
    "rows_hidden": Words(
        "warning",
        "{rows}",
        "{rows}",
        "Si elles ne sont pas de la liste, supprimez-les et rechargez.",
        "If they are not of the list, delete them and load again.",
    ),
    "rows_struck": Words(
        "warning",
        "{rows}",
        "{rows}",
        "Si elles ne sont plus de la liste, supprimez-les, ou dites-le dans une colonne « État ».",
        "If they are no longer of the list, delete them, or say so in a column “Status”.",
    ),
    "comments_not_read": Words(
        "info",
        "{comments}",
        "{comments}",
        "S’ils disent quelque chose des lignes, mettez-le dans une colonne.",
        "If they say something of the lines, put it in a column.",
    ),
    "sheet_ignored": Words(
        "warning",
        "feuille sans colonne reconnue pour cette liste, laissée de côté",
        "sheet without a column recognised for this list, left aside",
    ),
    "sheet_of_others": Words(
        "info",
        "feuille qui n’est pas de cette liste, laissée de côté",
        "sheet that is not of this list, left aside",
    ),
    "sheet_empty": Words(
        "info",
        "feuille sans aucune ligne à lire",
        "sheet without any line to read",
    ),
    "sheets_ignored": Words(
        "warning",
        "feuilles sans colonne reconnue pour cette liste, laissées de côté : {names}",
        "sheets without a column recognised for this list, left aside: {names}",
    ),
    "sheets_of_others": Words(
        "info",
        "feuilles qui ne sont pas de cette liste, laissées de côté : {names}",
        "sheets that are not of this list, left aside: {names}",
    ),
    "sheets_empty": Words(
        "info",
        "feuilles sans aucune ligne à lire : {names}",
        "sheets without any line to read: {names}",
    ),
    "sheet_not_asked": Words(
        "info",
        "feuille non demandée, laissée de côté",
        "sheet not asked for, left aside",
    ),
    "sheets_not_asked": Words(
        "info",
        "feuilles non demandées, laissées de côté : {names}",
        "sheets not asked for, left aside: {names}",
    ),
    "sheet_damaged": Words(
        "refused",
        "feuille abîmée, elle n’a pas pu être lue",
        "damaged sheet, it could not be read",
        "Ouvrez le fichier dans votre tableur et enregistrez-le à nouveau.",
        "Open the file in your spreadsheet and save it again.",
    ),
    "sheet_too_wide": Words(
        "refused",
        "feuille trop étendue : une cellule est remplie en {value}, très loin du tableau",
        "sheet too spread out: a cell is filled at {value}, very far from the table",
        "Effacez les cellules loin du tableau, puis enregistrez.",
        "Clear the cells far from the table, then save.",
    ),
    "formula_error": Words(
        "warning",
        "la formule donne « {value} » : cellule lue comme vide",
        "the formula gives “{value}”: cell read as empty",
        "Remplacez la formule par sa valeur.",
        "Replace the formula by its value.",
    ),
    "formula_not_computed": Words(
        "warning",
        "une formule n’a pas encore été calculée : cellule lue comme vide",
        "a formula has not been computed yet: cell read as empty",
        "Ouvrez le fichier dans votre tableur, enregistrez, rechargez.",
        "Open the file in your spreadsheet, save it, load it again.",
    ),
    "merged_spread": Words(
        "info",
        "cellules fusionnées : « {value} » vaut pour les lignes {row} à {last}",
        "merged cells: “{value}” holds for lines {row} to {last}",
    ),
    "merged_across": Words(
        "warning",
        "cellules fusionnées en largeur : « {value} » n’est lu que dans la première colonne",
        "cells merged across: “{value}” is read in the first column only",
        "Séparez ces cellules dans votre tableur.",
        "Unmerge these cells in your spreadsheet.",
    ),
}  # fmt: skip
