"""What the lists say of a row once its cells are read; same shape as `problem_words`."""

from __future__ import annotations

from maillage.ingest.problems.words import Words

LIST_WORDS: dict[str, Words] = {
    "value_missing": Words(
        "refused",
        "la case « {column} » est vide",
        "the cell “{column}” is empty",
        "Remplissez-la, puis rechargez le fichier.",
        "Fill it in, then load the file again.",
    ),
    "unknown_choice": Words(
        "refused",
        "« {value} » n’est pas un des mots attendus ({known})",
        "“{value}” is not one of the expected words ({known})",
        "Choisissez un mot de la liste du modèle.",
        "Choose a word from the list of the template.",
    ),
    "kind_finer": Words(
        "info",
        "« {value} » est compris comme : {kind}",
        "“{value}” is understood as: {kind}",
    ),
    "tie_to_itself": Words(
        "refused",
        "« {value} » serait lié à lui-même",
        "“{value}” would be tied to itself",
        "Vérifiez les deux bouts du lien.",
        "Check both ends of the tie.",
    ),
    "unknown_actor": Words(
        "refused",
        "{who}",
        "{who}",
        "Chargez d’abord la liste des acteurs, ou vérifiez le nom.",
        "Load the list of actors first, or check the name.",
    ),
    "unknown_actor_near": Words(
        "refused",
        "« {value} » n’est pas dans le réseau",
        "“{value}” is not in the network",
        "Peut-être : {known} ? Corrigez le nom, ou donnez l’identifiant.",
        "Perhaps: {known}? Mend the name, or give the id.",
    ),
    "decision_refused": Words("refused", "{why}", "{why}"),
    "decision_on_one": Words(
        "refused",
        "« {value} » n’est qu’un acteur : il n’y a rien à séparer",
        "“{value}” is one actor: there is nothing to part",
        "Donnez les deux identifiants qui sont à séparer.",
        "Give the two ids that are to be parted.",
    ),
    "decision_known": Words(
        "info",
        "décision déjà connue sur « {value} » : rien ne change",
        "decision on “{value}” known already: nothing changes",
    ),
    "decision_without_effect": Words(
        "warning",
        "décision sans effet sur « {value} » : des numéros, ou d’autres décisions, la contredisent",
        "decision of no effect on “{value}”: numbers, or other decisions, contradict it",
        "Voyez lesquelles ont été prises : {maillage review}.",
        "See which were taken: {maillage review}.",
    ),
    "actor_new": Words(
        "info",
        "« {value} » n’est pas encore dans le réseau : il y entre",
        "“{value}” is not in the network yet: it enters it",
        "S’il y est sous un autre nom, écrivez-le ainsi, ou donnez son SIREN.",
        "If it is there under another name, write that one, or give its SIREN.",
    ),
    "found_by_name": Words(
        "info",
        "« {value} » est compris comme {known}, par son nom",
        "“{value}” is understood as {known}, by its name",
        "Un seul acteur connu porte ce nom, accents, majuscules et ponctuation mis à part. "
        "Si ce n’est pas lui, donnez le SIREN de l’autre.",
        "One known actor alone bears this name, accents, case and punctuation aside. "
        "If it is not that one, give the SIREN of the other.",
    ),
    "same_actor": Words(
        "waiting",
        "« {value} » est peut-être déjà dans le réseau : {known}. "
        "Un nom seul ne suffit pas : à vous de dire",
        "“{value}” may already be in the network: {known}. A name is not enough: you decide",
        "En attendant, c’est un acteur à part.",
        "Meanwhile it is an actor of its own.",
    ),
    "same_actor_in_file": Words(
        "waiting",
        "« {value} » est peut-être le même acteur dans ce fichier que {known} : à vous de dire",
        "“{value}” may be the same actor in this file as {known}: you decide",
        "Un nom seul ne suffit pas : en attendant, ce sont deux acteurs.",
        "A name is not enough: meanwhile they are two actors.",
    ),
    "same_name_elsewhere": Words(
        "warning",
        "« {value} » ({here}) porte le nom de {known}, qui est à {there} : ce sont deux acteurs",
        "“{value}” ({here}) bears the name of {known}, which is in {there}: they are two actors",
        "Si c’est le même, écrivez la même commune et rechargez (s’il est déjà enregistré, annulez "
        "d’abord).",
        "If it is the same, write the same municipality and load again (if it is saved already, "
        "undo it first).",
    ),
    "member_now_pole": Words(
        "warning",
        "« {value} », membre de « {pole} », devient un pôle par cette ligne",
        "“{value}”, a member of “{pole}”, becomes a pole by this line",
        "Si ce n’en est pas un, annulez ce chargement, et dites quelle liste c’est ({--as}) et de "
        "quel pôle ({--pole}).",
        "If it is none, undo this load, and say which list ({--as}), of which pole ({--pole}).",
    ),
    "organisation_now_group": Words(
        "warning",
        "« {value} » ({was}) devient « {kind} » par cette ligne",
        "“{value}” ({was}) becomes “{kind}” by this line",
        "Si ce n’en est pas un, annulez ce chargement et nommez le groupe autrement : un groupe "
        "n’est plus compté parmi les organisations.",
        "If it is none, undo this load and name the group otherwise: a group is no longer counted "
        "among organisations.",
    ),
    "name_now_shared": Words(
        "warning",
        "« {value} » est désormais le nom de plusieurs acteurs : ses liens d’autres chargements, "
        "dont {source}, vont à un acteur à part",
        "“{value}” is now the name of several actors: its ties from other loads, such as {source}, "
        "go to an actor apart",
        "S’ils ne font qu’un, dites-le dans la relecture ({maillage review}) : il a de nouveau ses "
        "liens.",
        "If they are one, say so in the review ({maillage review}): it has its ties again.",
    ),
    "matches_not_sought": Words(
        "warning",
        "plus de {limit} acteurs dans le réseau : ce fichier n’a pas été comparé avec eux par "
        "noms (acteurs nouveaux : {new})",
        "more than {limit} actors in the network: this file was not compared with them by name "
        "(new actors: {new})",
    ),
    "shares_over_100": Words(
        "refused",
        "les parts connues de « {value} » font {total} %, plus de 100 %",
        "the known shares of “{value}” add up to {total}%, more than 100%",
        "Vérifiez toutes les lignes de cette société.",
        "Check all the lines of this firm.",
    ),
    "total_of_shares": Words(
        "refused",
        "ligne de total des parts de « {value} » : elle ne nomme pas de détenteur",
        "total of the shares of “{value}”: the line names no holder",
        "Si c’est une organisation, donnez son SIREN.",
        "If it is an organisation, give its SIREN.",
    ),
    "perhaps_total": Words(
        "warning",
        "« {holder} » aurait 100 % de « {value} » à cette date : total des parts, ou organisation",
        "“{holder}” would have 100% of “{value}” at that date: total of shares, or organisation",
        "Si c’est un total, retirez la ligne. Si c’est une organisation, donnez son SIREN.",
        "If it is a total, remove the line. If it is an organisation, give its SIREN.",
    ),
    "counts_reversed": Words(
        "warning",
        "« au plus » ({last}) est moins que « au moins » ({first})",
        "“at most” ({last}) is less than “at least” ({first})",
    ),
    "dates_reversed": Words(
        "refused",
        "la fin ({last}) vient avant le début ({first})",
        "the end ({last}) comes before the start ({first})",
        "Vérifiez les deux dates.",
        "Check both dates.",
    ),
    "row_repeated": Words(
        "info",
        "même contenu que la ligne {first}, comptée une fois",
        "same content as line {first}, counted once",
    ),
    "another_list": Words(
        "warning",
        "les titres des colonnes sont plutôt ceux d’une autre liste : {list}",
        "the headings are rather those of another list: {list}",
        "Si c’en est une, chargez le fichier comme telle ({as_list}).",
        "If it is one, load the file as such ({as_list}).",
    ),
    "matrix_read": Words(
        "info",
        "lu comme un tableau de qui avec qui : chaque case remplie est un lien ({kind})",
        "read as a table of who is with whom: each filled cell is a tie ({kind})",
        "Pour une autre nature de lien, écrivez-la dans les cases, ou en haut à gauche du tableau.",
        "For another kind of tie, write it in the cells, or at the top left of the table.",
    ),
    "matrix_aside": Words(
        "warning",
        "tableau de qui avec qui, laissé de côté",
        "table of who is with whom, left aside",
        "Chargez-le comme une liste de liens ({as_list}).",
        "Load it as a list of ties ({as_list}).",
    ),
    "matrix_person": Words(
        "refused",
        "la cellule {column} nomme une personne, qui n’est jamais gardée",
        "cell {column} names a person, who is never kept",
        "Nommez-y l’organisation, ou retirez la ligne ou la colonne. Pour dire que des habitants "
        "en sont, un mot suffit : « Habitants ».",
        "Name the organisation there, or remove the line or the column. To say that residents "
        "take part, one word is enough: “Residents”.",
    ),
    "matrix_word": Words(
        "warning",
        "« {value} » n’est pas une nature de lien, le lien est gardé ({kind})",
        "“{value}” is no kind of tie, the tie is kept ({kind})",
        "Mettez une croix, un nombre, ou une nature de lien.",
        "Put a cross, a number, or a kind of tie.",
    ),
    "matrix_doubt": Words(
        "warning",
        "« {value} » ne dit pas s’il y a un lien, aucun n’est gardé",
        "“{value}” does not say whether there is a tie, none is kept",
        "S’il y en a un, mettez une croix ; sinon, laissez la case vide.",
        "If there is one, put a cross; else, leave the cell empty.",
    ),
    "totals_column": Words(
        "info",
        "colonne de total (« {column} ») laissée de côté",
        "totals column (“{column}”) left aside",
    ),
    "actor_told_otherwise": Words(
        "warning",
        "« {name} » est dit autrement à la {first} : {differences}",
        "“{name}” is told otherwise on {first}: {differences}",
        "Corrigez l’une des deux lignes ; si ce sont deux organisations, donnez leurs numéros.",
        "Mend one of the two lines; if they are two organisations, give their numbers.",
    ),
    "tie_told_otherwise": Words(
        "warning",
        "le même lien est dit autrement à la {first} : {differences}",
        "the same tie is told otherwise on {first}: {differences}",
        "Corrigez l’une des deux lignes. Si l’une suit l’autre, donnez leurs dates ; si ce sont "
        "deux liens, donnez à chacun sa précision.",
        "Mend one of the two lines. If one follows the other, give their dates; if they are two "
        "ties, give each its subtype.",
    ),
    "told_elsewhere": Words(
        "warning",
        "{what}, {field} : « {here} » ici, « {there} » dans {source} ; {counts}",
        "{what}, {field}: “{here}” here, “{there}” in {source}; {counts}",
        "Les deux sont gardés. Pour que l’autre compte, rechargez la copie corrigée d’un des "
        "fichiers ({--report}), ou donnez à chacun sa date ({--date}).",
        "Both are kept. For the other to count, load the mended copy of one of the files "
        "({--report}), or give each its date ({--date}).",
    ),
    "start_to_come": Words(
        "warning",
        "début à venir ({start}) au {day} : le lien est gardé comme prévu",
        "start to come ({start}) as of {day}: the tie is kept as planned",
        "S’il a commencé, corrigez la date, ou dites de quel jour est la liste ({--date}).",
        "If it has begun, mend the date, or say of which day the list is ({--date}).",
    ),
    "state_against_dates": Words(
        "warning",
        "« {value} » contredit {edge} ({date}), au {day} : l’état et les dates sont gardés "
        "tels quels",
        "“{value}” contradicts {edge} ({date}), as of {day}: the state and the dates are kept "
        "as they are",
        "Corrigez l’un ou l’autre, ou dites de quel jour est la liste ({--date}).",
        "Mend one or the other, or say of which day the list is ({--date}).",
    ),
    "one_partner": Words(
        "refused",
        "un seul partenaire sur la ligne",
        "only one partner on the line",
        "Un partenariat se dit entre deux organisations ou plus : séparez-les par un "
        "point-virgule.",
        "A partnership is between two organisations or more: part them by a semicolon.",
    ),
    "subtitle": Words(
        "warning",
        "« {value} » est un intertitre, pas une organisation : ligne laissée de côté",
        "“{value}” is a subtitle, not an organisation: line left aside",
        "Si c’est une organisation, ajoutez un texte à la ligne, sa commune par exemple.",
        "If it is an organisation, add some text to the line, its town for instance.",
    ),
    "under_title": Words(
        "warning",
        "la ligne est sous « {value} », et rien n’y dit où en est ce lien",
        "the line is below “{value}”, and nothing in it says how this tie stands",
        "Dites-le dans une colonne « État » (terminé, prévu, en cours), ou retirez la ligne.",
        "Say it in a column “Status” (ended, planned, active), or remove the line.",
    ),
    "legend_row": Words(
        "warning",
        "ligne de légende (« {value} ») laissée de côté",
        "line of a legend (“{value}”) left aside",
        "Les couleurs ne sont pas lues : si elles disent quelque chose, mettez-le dans une "
        "colonne.",
        "Colours are not read: if they say something, put it in a column.",
    ),
    "perhaps_remark": Words(
        "warning",
        "« {value} », à l’écart du tableau : organisation, ou remarque",
        "“{value}”, apart from the table: organisation, or remark",
        "Si c’est une remarque, retirez la ligne. Si c’est une organisation, ajoutez sa commune.",
        "If it is a remark, remove the line. If it is an organisation, add its town.",
    ),
    "second_table": Words(
        "warning",
        "un second tableau commence à cette ligne (« {value} ») : il n’est pas lu ({lines})",
        "a second table begins at this line (“{value}”): it is not read ({lines})",
        "Mettez-le sur une feuille ou dans un fichier à part, et chargez-le après celui-ci.",
        "Put it on a sheet or in a file of its own, and load it after this one.",
    ),
    "score_out_of_range": Words(
        "refused",
        "« {value} » n’est pas une note de 1 à 6",
        "“{value}” is not a score from 1 to 6",
    ),
    "leading_zero": Words(
        "info",
        "zéro de tête remis : « {value} »",
        "leading zero put back: “{value}”",
    ),
    "category_pattern": Words(
        "refused",
        "« {value} » n’est pas une catégorie juridique à quatre chiffres",
        "“{value}” is not a four-digit legal category",
    ),
}  # fmt: skip
