"""What is said of the value of one cell; same shape as `problem_words`."""

from __future__ import annotations

from maillage.ingest.problems.words import Words

_TEXT_WORDS: dict[str, Words] = {
    "names_parted": Words(
        "warning",
        "« {value} » nomme plusieurs acteurs connus : lus à part, {read}",
        "“{value}” names several known actors: read apart, {read}",
        "Si c’est un seul acteur, ajoutez-le au réseau sous ce nom avant d’enregistrer ce fichier.",
        "If it is one actor, add it to the network under this name before you save this file.",
    ),
    "note_mark": Words(
        "warning",
        "« {mark} » renvoie à une note : le nom est gardé sans lui",
        "“{mark}” refers to a note: the name is kept without it",
        "Si la note dit une date ou un état, écrivez-le dans sa colonne.",
        "If the note tells a date or a state, write it in its column.",
    ),
    "perhaps_nobody": Words(
        "warning",
        "« {value} » ne nomme peut-être personne",
        "“{value}” may name nobody",
        "Si ce n’est personne, retirez la ligne. Si une organisation s’appelle ainsi, il n’y a "
        "rien à faire.",
        "If it is nobody, remove the line. If an organisation is called so, there is nothing to "
        "do.",
    ),
    "name_of_several": Words(
        "warning",
        "« {value} » est lu comme un seul nom",
        "“{value}” is read as one name",
        "S’il y en a plusieurs, donnez à chacun sa ligne ou sa colonne.",
        "If there are several, give each its line or its column.",
    ),
    "names_together": Words(
        "warning",
        "« {value} » est lu comme un seul acteur",
        "“{value}” is read as one actor",
        "S’il y en a plusieurs, séparez-les par un point-virgule.",
        "If there are several, part them by a semicolon.",
    ),
    "partners_unnamed": Words(
        "warning",
        "« {value} » ne nomme personne, d’autres partenaires manquent",
        "“{value}” names nobody, other partners are missing",
        "Nommez-les, séparés par un point-virgule.",
        "Name them, parted by semicolons.",
    ),
    "partner_role": Words(
        "info",
        "« {value} » est lu « {name} » : le reste est son rôle",
        "“{value}” is read as “{name}”: the rest is its role",
    ),
    "text_cleaned": Words(
        "info",
        "caractères invisibles retirés de « {value} »",
        "invisible characters removed from “{value}”",
    ),
    "bidi_removed": Words(
        "warning",
        "marques qui inversent le sens de lecture retirées de « {value} »",
        "marks that reverse the reading direction removed from “{value}”",
        "Vérifiez que le nom se lit bien.",
        "Check that the name reads well.",
    ),
    "letters_repaired": Words(
        "warning",
        "accents abîmés réparés : lu « {value} »",
        "damaged accents mended: read as “{value}”",
        "Vérifiez les accents.",
        "Check the accents.",
    ),
    "name_too_long": Words(
        "refused",
        "un nom de {length} caractères, {limit} au plus",
        "a name of {length} characters, {limit} at most",
        "Un guillemet manque peut-être. Mettez le détail dans une colonne de notes.",
        "A quotation mark may be missing. Put the detail in a column of notes.",
    ),
    "text_cut": Words(
        "warning",
        "texte de {length} caractères, coupé à {limit}",
        "text of {length} characters, cut at {limit}",
    ),
    "not_a_flag": Words(
        "refused",
        "« {value} » ne dit ni oui ni non",
        "“{value}” says neither yes nor no",
        "Écrivez oui ou non, ou laissez vide.",
        "Write yes or no, or leave it empty.",
    ),
    "ditto": Words(
        "refused",
        "« {value} » ne dit rien ici : une ligne se lit seule",
        "“{value}” says nothing here: a line is read alone",
        "Écrivez la valeur de la ligne du dessus.",
        "Write the value of the line above.",
    ),
    "missing_mark": Words(
        "info",
        "« {value} » est lu comme une case vide",
        "“{value}” is read as an empty cell",
    ),
}  # fmt: skip

_NUMBER_WORDS: dict[str, Words] = {
    "not_a_number": Words(
        "refused",
        "« {value} » n’est pas un nombre",
        "“{value}” is not a number",
        "Écrivez un nombre seul, par exemple 1 234,5.",
        "Write a number alone, for example 1,234.5.",
    ),
    "not_an_integer": Words(
        "refused",
        "« {value} » n’est pas un nombre entier",
        "“{value}” is not a whole number",
        "Écrivez un nombre sans virgule.",
        "Write a number without decimals.",
    ),
    "number_negative": Words(
        "refused",
        "« {value} » est négatif, ce qui n’a pas de sens ici",
        "“{value}” is negative, which makes no sense here",
    ),
    "web_scheme": Words(
        "refused",
        "« {value} » n’est pas l’adresse d’un site",
        "“{value}” is not the address of a site",
        "Une adresse commence par http:// ou https://.",
        "An address begins with http:// or https://.",
    ),
    "number_too_large": Words(
        "refused",
        "« {value} » est un nombre démesuré",
        "“{value}” is an enormous number",
        "Vérifiez le nombre de chiffres.",
        "Check the number of digits.",
    ),
    "number_ambiguous": Words(
        "warning",
        "« {value} » peut se lire de deux façons : compris comme {read}",
        "“{value}” can be read in two ways: understood as {read}",
        "Écrivez 1234 ou 1,234 selon ce que vous voulez dire.",
        "Write 1234 or 1.234 according to what you mean.",
    ),
    "number_rounded": Words(
        "warning",
        "le tableur a arrondi « {value} » : compris comme {read}",
        "the spreadsheet rounded “{value}”: understood as {read}",
        "Élargissez la colonne avant d’enregistrer en CSV.",
        "Widen the column before saving as CSV.",
    ),
    "number_approximate": Words(
        "warning",
        "« {value} » est approximatif : compris comme {read}",
        "“{value}” is approximate: understood as {read}",
    ),
    "percent_out_of_range": Words(
        "refused",
        "« {value} » n’est pas un pourcentage entre 0 et 100",
        "“{value}” is not a percentage between 0 and 100",
        "Écrivez 51 ou 51 % pour cinquante et un pour cent.",
        "Write 51 or 51% for fifty-one per cent.",
    ),
    "percent_fraction": Words(
        "warning",
        "« {value} » est compris comme {read} %, moins d’un pour cent",
        "“{value}” is understood as {read}%, less than one per cent",
        "Si c’est une fraction, écrivez-la en pour cent : 50 % pour 0,5.",
        "If it is a fraction, write it in per cent: 50% for 0.5.",
    ),
    "currency_unknown": Words(
        "refused",
        "« {value} » n’est pas en euros",
        "“{value}” is not in euros",
        "Convertissez le montant en euros.",
        "Convert the amount to euros.",
    ),
}  # fmt: skip

_DATE_WORDS: dict[str, Words] = {
    "date_doubtful": Words(
        "warning",
        "la date « {value} » est donnée avec un doute : comprise comme {read}",
        "the date “{value}” is given with a doubt: read as {read}",
        "Vérifiez-la si vous le pouvez.",
        "Check it if you can.",
    ),
    "not_a_date": Words(
        "refused",
        "« {value} » n’est pas une date",
        "“{value}” is not a date",
        "Écrivez 2013, mars 2013 ou 05/03/2013.",
        "Write 2013, March 2013 or 05/03/2013 (day first).",
    ),
    "date_is_period": Words(
        "refused",
        "« {value} » est une période, non une date",
        "“{value}” is a period, not a date",
        "Donnez le début et la fin chacun dans sa colonne, si la liste en prévoit deux ; sinon, "
        "une seule date.",
        "Give the start and the end each in its own column, if the list has two; else one date.",
    ),
    "date_period_read": Words(
        "warning",
        "« {value} » est une période : début compris comme {first}, fin comme {last}",
        "“{value}” is a period: start understood as {first}, end as {last}",
        "Si le lien dure encore, n’écrivez que le début.",
        "If the tie still lasts, write the start alone.",
    ),
    "date_zero": Words(
        "refused",
        "« {value} » est une date vide",
        "“{value}” is an empty date",
        "Laissez la case vide si la date n’est pas connue.",
        "Leave the cell empty if the date is not known.",
    ),
    "date_impossible": Words(
        "refused",
        "le jour « {value} » n’existe pas",
        "the day “{value}” does not exist",
        "Vérifiez le jour et le mois.",
        "Check the day and the month.",
    ),
    "date_month_first": Words(
        "refused",
        "« {value} » semble écrit avec le mois d’abord",
        "“{value}” seems to be written month first",
        "Écrivez le jour, puis le mois. Vérifiez aussi les autres dates.",
        "Write the day, then the month. Check the other dates too.",
    ),
    "date_year_impossible": Words(
        "refused",
        "l’année de « {value} » n’est pas entre {first} et {last}",
        "the year of “{value}” is not between {first} and {last}",
        "Écrivez l’année avec ses quatre chiffres.",
        "Write the year with its four digits.",
    ),
    "date_two_digit_year": Words(
        "warning",
        "année à deux chiffres dans « {value} » : comprise comme {read}",
        "two-digit year in “{value}”: understood as {read}",
        "Écrivez l’année avec ses quatre chiffres.",
        "Write the year with its four digits.",
    ),
    "date_from_serial": Words(
        "warning",
        "« {value} » est un numéro de jour du tableur : compris comme {read}",
        "“{value}” is a spreadsheet day number: understood as {read}",
        "Vérifiez cette date.",
        "Check this date.",
    ),
}  # fmt: skip

CELL_WORDS: dict[str, Words] = _TEXT_WORDS | _NUMBER_WORDS | _DATE_WORDS
