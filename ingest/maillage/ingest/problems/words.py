"""What the readers say of a file, a line or a column: `code → level, sentences, hints`.

Each reason is the middle of a sentence, without capital or full stop, because it also stands
inside “Line 7 refused: …”. `{value}` is the cell, `{column}` its heading, `{row}` its line.
No blame, no jargon: the reader keeps a spreadsheet and did nothing wrong.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from maillage.graph.languages import Language

Level = Literal["refused", "warning", "waiting", "info"]


@dataclass(frozen=True, slots=True)
class Words:
    level: Level
    fr: str
    en: str
    hint_fr: str = ""
    hint_en: str = ""

    def reason(self, language: Language) -> str:
        return self.fr if language == "fr" else self.en

    def hint(self, language: Language) -> str:
        return self.hint_fr if language == "fr" else self.hint_en


_FILE_WORDS: dict[str, Words] = {
    "encoding_cp1252": Words(
        "warning",
        "fichier dans un ancien codage de Windows (cp1252) : accents lus ainsi",
        "file in an old Windows encoding (cp1252): accents were read that way",
        "Vérifiez un nom accentué. Sinon, enregistrez en « CSV UTF-8 ».",
        "Check one accented name. Otherwise save as “CSV UTF-8”.",
    ),
    "encoding_mixed": Words(
        "warning",
        "ligne codée autrement que le reste du fichier : accents lus en cp1252",
        "line encoded differently from the rest of the file: accents read as cp1252",
        "Vérifiez les accents de cette ligne.",
        "Check the accents of this line.",
    ),
    "letters_lost": Words(
        "warning",
        "des lettres de cette ligne sont illisibles : elles apparaissent comme « \ufffd »",
        "some letters of this line cannot be read: they show as “\ufffd”",
        "Corrigez ces lettres dans le fichier et rechargez-le.",
        "Mend these letters in the file and load it again.",
    ),
    "nul_removed": Words(
        "warning",
        "caractères vides (NUL) retirés de la ligne",
        "empty characters (NUL) removed from the line",
        "Enregistrez à nouveau le fichier depuis votre tableur.",
        "Save the file again from your spreadsheet.",
    ),
    "line_too_long": Words(
        "refused",
        "plus de {limit} caractères sur une seule ligne",
        "more than {limit} characters on a single line",
        "Un guillemet manque peut-être, ou ce n’est pas un tableau.",
        "A quotation mark may be missing, or this is not a table.",
    ),
    "reading_stopped": Words(
        "refused",
        "lecture arrêtée ici : le reste du fichier n’a pas été lu",
        "reading stopped here: the rest of the file was not read",
        "Réparez cette ligne et rechargez le fichier.",
        "Mend this line and load the file again.",
    ),
    "quote_open": Words(
        "refused",
        "un guillemet s’ouvre et ne se referme pas",
        "a quotation mark opens and never closes",
        "Fermez ou retirez le guillemet. Les lignes suivantes ont été lues.",
        "Close or remove the quotation mark. The following lines were read.",
    ),
    "row_too_long": Words(
        "refused",
        "cellules au-delà des en-têtes : {extra} ; les valeurs sont peut-être décalées",
        "cells beyond the headings: {extra}; values may have shifted",
        "Mettez entre guillemets la cellule qui contient le séparateur.",
        "Put the cell that contains the separator in quotation marks.",
    ),
    "row_short": Words(
        "warning",
        "cellules manquantes en fin de ligne, lues comme vides : {missing}",
        "cells missing at the end of the line, read as empty: {missing}",
        "Vérifiez que la ligne n’est pas coupée.",
        "Check that the line is not cut.",
    ),
    "stray_value": Words(
        "warning",
        "« {value} » est hors du tableau : valeur non gardée",
        "“{value}” stands outside the table: value not kept",
        "Donnez un titre à cette colonne pour garder la valeur.",
        "Give this column a heading to keep the value.",
    ),
    "title_rows": Words(
        "info",
        "lignes au-dessus des en-têtes, laissées de côté : {count}",
        "lines above the headings, left aside: {count}",
    ),
    "table_above": Words(
        "warning",
        "le tableau au-dessus de cette ligne (« {value} ») n’est pas lu",
        "the table above this line (“{value}”) is not read",
        "Mettez-le sur une feuille ou dans un fichier à part, et chargez-le aussi.",
        "Put it on a sheet or in a file of its own, and load it as well.",
    ),
    "totals_row": Words(
        "warning",
        "ligne de total (« {value} ») laissée de côté",
        "totals line (“{value}”) left aside",
        "Si c’est une organisation, ajoutez un texte à la ligne, sa commune par exemple.",
        "If it is an organisation, add some text to the line, its town for instance.",
    ),
    "note_row": Words(
        "warning",
        "remarque sous le tableau (« {value} ») laissée de côté",
        "remark below the table (“{value}”) left aside",
        "Si c’est une organisation, ajoutez un texte à la ligne, sa commune par exemple.",
        "If it is an organisation, add some text to the line, its town for instance.",
    ),
    "header_again": Words(
        "info",
        "les titres de colonnes reviennent sur cette ligne, laissée de côté",
        "the column headings come again on this line, left aside",
    ),
    "header_unknown": Words(
        "warning",
        "aucun titre de colonne reconnu ; la ligne {row} a été prise comme en-tête",
        "no column heading recognised; line {row} was taken as the heading",
        "Dites à quoi correspond chaque colonne, ou partez du modèle.",
        "Say what each column stands for, or start from the template.",
    ),
    "duplicate_header": Words(
        "warning",
        "deux colonnes portent le titre « {value} » ; la seconde devient « {renamed} »",
        "two columns are headed “{value}”; the second becomes “{renamed}”",
        "Donnez à chaque colonne un titre différent ; deux tableaux côte à côte se chargent l’un "
        "après l’autre.",
        "Give each column a different heading; load two tables side by side one after the other.",
    ),
    "column_unnamed": Words(
        "warning",
        "une colonne sans titre contient des valeurs ; elle devient « {column} »",
        "a column without a heading holds values; it becomes “{column}”",
        "Donnez un titre à cette colonne.",
        "Give this column a heading.",
    ),
    "json_nested": Words(
        "warning",
        "valeur composée, gardée telle quelle en texte",
        "compound value, kept as text as it stands",
        "Mettez une valeur simple par champ.",
        "Put one simple value per field.",
    ),
    "json_not_a_row": Words(
        "refused",
        "un élément n’est pas une fiche avec des champs",
        "an item is not a record with fields",
        "Chaque élément s’écrit {{\"champ\": \"valeur\"}}.",
        "Each item is written {{\"field\": \"value\"}}.",
    ),
    "json_duplicate_key": Words(
        "warning",
        "le champ « {value} » est écrit deux fois ; la dernière valeur est gardée",
        "the field “{value}” is written twice; the last value is kept",
    ),
    "json_cut": Words(
        "refused",
        "le fichier est coupé ou mal formé ici ; la suite n’a pas été lue",
        "the file is cut or malformed here; what follows was not read",
        "Exportez le fichier à nouveau.",
        "Export the file again.",
    ),
}  # fmt: skip

_COLUMN_WORDS: dict[str, Words] = {
    "column_unknown": Words(
        "warning",
        "colonne « {column} » non reconnue, gardée telle quelle",
        "column “{column}” not recognised, kept as it is",
        "Vous pouvez dire à quoi elle correspond.",
        "You can say what it stands for.",
    ),
    "columns_unknown": Words(
        "warning",
        "colonnes non reconnues, gardées telles quelles : {names}",
        "columns not recognised, kept as they are: {names}",
        "Vous pouvez dire à quoi elles correspondent ({--map}).",
        "You can say what they stand for ({--map}).",
    ),
    "column_ambiguous": Words(
        "warning",
        "colonne « {column} » gardée à part : « {winner} » est lue à sa place",
        "column “{column}” set apart: “{winner}” is read instead",
        "Si c’est l’autre qu’il faut lire, dites-le ({--map}).",
        "If the other is to be read, say so ({--map}).",
    ),
    "no_legal_form": Words(
        "warning",
        "rien dans les premières lignes de « {column} » n’est une forme juridique connue : gardée "
        "telle quelle",
        "nothing in the first rows of “{column}” is a known legal form: kept as it is",
        "Si elle dit autre chose, dites quoi ({--map}), ou laissez-la de côté.",
        "If it says something else, say what ({--map}), or leave it out.",
    ),
    "column_missing": Words(
        "refused",
        "aucune colonne ne donne « {value} »",
        "no column gives “{value}”",
        "Ajoutez cette colonne, ou dites laquelle la contient.",
        "Add this column, or say which one holds it.",
    ),
    "columns_remembered": Words(
        "warning",
        "colonnes lues comme vous l’aviez dit la dernière fois : {read}",
        "columns read as you said last time: {read}",
        "Pour l’oublier, ajoutez --forget-map.",
        "To forget it, add --forget-map.",
    ),
    "columns_by_part": Words(
        "info",
        "colonnes lues : {read}",
        "columns read: {read}",
        "Si l’une dit autre chose, dites quoi ({--map}).",
        "If one says something else, say what ({--map}).",
    ),
    "columns_not_kept": Words(
        "warning",
        "ce que vous avez dit des colonnes n’a pas pu être gardé pour la prochaine fois",
        "what you said of the columns could not be kept for next time",
    ),
    "figures_of_years": Words(
        "warning",
        "les titres des colonnes de chiffres donnent plusieurs années ({value}) : "
        "chiffres gardés sans année",
        "the headings of figures give several years ({value}): figures kept without a year",
        "Une colonne « Année des chiffres », ou un fichier par année, le dirait.",
        "A column “Year of the figures”, or one file a year, would say it.",
    ),
    "map_column_absent": Words(
        "warning",
        "la colonne « {column} » que vous indiquez n’est pas dans le fichier",
        "the column “{column}” you name is not in the file",
        "Vérifiez l’orthographe du titre.",
        "Check the spelling of the heading.",
    ),
    "personal_removed": Words(
        "warning",
        "{removed} : données de personnes, jamais gardées",
        "{removed}: personal data, never kept",
    ),
    "personal_masked": Words(
        "warning",
        "une adresse électronique ou un téléphone a été retiré de « {column} »",
        "an e-mail address or a phone number was removed from “{column}”",
    ),
    "personal_name_masked": Words(
        "warning",
        "le nom d’une personne a été retiré de « {column} »",
        "the name of a person was removed from “{column}”",
    ),
    "person_named": Words(
        "refused",
        "« {column} » nomme une personne, qui n’est jamais gardée",
        "“{column}” names a person, who is never kept",
        "Nommez l’organisation, ou retirez la ligne. Une entreprise individuelle se dit par son "
        "SIREN ou son enseigne, des habitants par une ligne : « Habitants ».",
        "Name the organisation, or remove the line. A sole trader is told by a SIREN or a trade "
        "name, residents by one line: “Residents”.",
    ),
    "person_maybe": Words(
        "warning",
        "« {value} » est peut-être une personne",
        "“{value}” may be a person",
        "Si c’en est une, retirez-la : les personnes ne sont pas gardées. Si c’est une "
        "organisation, il n’y a rien à faire.",
        "If it is, take it out: persons are not kept. If it is an organisation, there is nothing "
        "to do.",
    ),
    "person_maybe_kept": Words(
        "warning",
        "« {value} » est peut-être une personne",
        "“{value}” may be a person",
        "Cette cellule est gardée telle quelle ; retirez-la si c’est une personne.",
        "This cell is kept as it is; take it out if it is a person.",
    ),
}  # fmt: skip

WORDS: dict[str, Words] = _FILE_WORDS | _COLUMN_WORDS
