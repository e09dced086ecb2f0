"""What is said of identifiers; same shape as `words`.

`{value}` is the cell as written, `{read}` what was understood.
"""

from __future__ import annotations

from maillage.ingest.problems.words import Words

IDENTITY_WORDS: dict[str, Words] = {
    "siren_spaces": Words(
        "warning",
        "SIREN écrit avec des espaces ou des signes : lu {read}",
        "SIREN written with spaces or signs: read as {read}",
    ),
    "siren_float": Words(
        "warning",
        "SIREN que le tableur a pris pour un nombre : lu {read}",
        "SIREN that the spreadsheet took for a number: read as {read}",
        "Mettez la colonne au format Texte.",
        "Give the column the Text format.",
    ),
    "siren_zeros": Words(
        "warning",
        "SIREN dont le tableur a ôté les zéros du début : lu {read}",
        "SIREN whose leading zeros the spreadsheet removed: read as {read}",
        "Mettez la colonne au format Texte.",
        "Give the column the Text format.",
    ),
    "siren_from_siret": Words(
        "warning",
        "un SIRET à la place du SIREN : lu {read}, sans l’établissement",
        "a SIRET instead of a SIREN: read as {read}, without the establishment",
    ),
    "siren_from_siret_zeros": Words(
        "warning",
        "un SIRET sans ses zéros du début à la place du SIREN : lu {read}",
        "a SIRET without its leading zeros instead of a SIREN: read as {read}",
        "Mettez la colonne au format Texte.",
        "Give the column the Text format.",
    ),
    "siren_from_bad_siret": Words(
        "warning",
        "« {value} » n’est pas un SIRET juste, mais ses neuf premiers chiffres "
        "sont un SIREN : lu {read}",
        "“{value}” is not a right SIRET, but its first nine digits are a SIREN: read as {read}",
        "Vérifiez les cinq derniers chiffres.",
        "Check the last five digits.",
    ),
    "siren_from_vat": Words(
        "warning",
        "un numéro de TVA à la place du SIREN : lu {read}",
        "a VAT number instead of a SIREN: read as {read}",
    ),
    "siren_is_rna": Words(
        "warning",
        "un numéro RNA à la place du SIREN : lu RNA {read}",
        "an RNA number instead of a SIREN: read as RNA {read}",
    ),
    "siren_key": Words(
        "refused",
        "« {value} » n’est pas un SIREN : sa clé de contrôle est fausse",
        "“{value}” is not a SIREN: its check digit does not match",
        "Un chiffre est sans doute mal recopié.",
        "One digit was probably miscopied.",
    ),
    "siren_short": Words(
        "refused",
        "« {value} » n’est pas un SIREN : il y manque des chiffres",
        "“{value}” is not a SIREN: digits are missing",
        "Un SIREN compte neuf chiffres.",
        "A SIREN has nine digits.",
    ),
    "siren_long": Words(
        "refused",
        "« {value} » n’est pas un SIREN : il a trop de chiffres",
        "“{value}” is not a SIREN: it has too many digits",
        "Un SIREN compte neuf chiffres, un SIRET quatorze.",
        "A SIREN has nine digits, a SIRET fourteen.",
    ),
    "siren_13_digits": Words(
        "refused",
        "« {value} » a treize chiffres : un SIRET auquel il en manque un",
        "“{value}” has thirteen digits: a SIRET that lacks one",
        "Reprenez le numéro depuis sa source.",
        "Take the number from its source again.",
    ),
    "siren_letters": Words(
        "refused",
        "« {value} » n’est pas un SIREN : il contient autre chose que des chiffres",
        "“{value}” is not a SIREN: it holds something else than digits",
        "Un SIREN compte neuf chiffres.",
        "A SIREN has nine digits.",
    ),
    "siren_digits_lost": Words(
        "refused",
        "SIREN illisible : le tableur a arrondi le numéro",
        "unreadable SIREN: the spreadsheet rounded it",
        "Le numéro se lit dans les statuts ou sur une facture.",
        "The number can be read in the statutes or on an invoice.",
    ),
    "siret_spaces": Words(
        "warning",
        "SIRET écrit avec des espaces ou des signes : lu {read}",
        "SIRET written with spaces or signs: read as {read}",
    ),
    "siret_float": Words(
        "warning",
        "SIRET que le tableur a pris pour un nombre : lu {read}",
        "SIRET that the spreadsheet took for a number: read as {read}",
        "Mettez la colonne au format Texte.",
        "Give the column the Text format.",
    ),
    "siret_zeros": Words(
        "warning",
        "SIRET dont le tableur a ôté les zéros du début : lu {read}",
        "SIRET whose leading zeros the spreadsheet removed: read as {read}",
        "Mettez la colonne au format Texte.",
        "Give the column the Text format.",
    ),
    "siret_key": Words(
        "refused",
        "« {value} » n’est pas un SIRET : sa clé de contrôle est fausse",
        "“{value}” is not a SIRET: its check digit does not match",
        "Un chiffre est sans doute mal recopié.",
        "One digit was probably miscopied.",
    ),
    "siret_short": Words(
        "refused",
        "« {value} » n’est pas un SIRET : il y manque des chiffres",
        "“{value}” is not a SIRET: digits are missing",
        "Un SIRET compte quatorze chiffres.",
        "A SIRET has fourteen digits.",
    ),
    "siret_long": Words(
        "refused",
        "« {value} » n’est pas un SIRET : il a trop de chiffres",
        "“{value}” is not a SIRET: it has too many digits",
        "Un SIRET compte quatorze chiffres.",
        "A SIRET has fourteen digits.",
    ),
    "siret_13_digits": Words(
        "refused",
        "« {value} » a treize chiffres : il en manque un au SIRET",
        "“{value}” has thirteen digits: the SIRET lacks one",
        "Reprenez le numéro depuis sa source.",
        "Take the number from its source again.",
    ),
    "siret_letters": Words(
        "refused",
        "« {value} » n’est pas un SIRET : il contient autre chose que des chiffres",
        "“{value}” is not a SIRET: it holds something else than digits",
        "Un SIRET compte quatorze chiffres.",
        "A SIRET has fourteen digits.",
    ),
    "siret_digits_lost": Words(
        "refused",
        "le tableur a arrondi le SIRET (« {value} ») : des chiffres sont perdus",
        "the spreadsheet rounded the SIRET (“{value}”): digits are lost",
        "Le numéro se lit dans les statuts ou sur une facture.",
        "The number can be read in the statutes or on an invoice.",
    ),
    "siret_is_siren": Words(
        "warning",
        "un SIREN à la place du SIRET : lu {read}, sans dire quel établissement",
        "a SIREN instead of a SIRET: read as {read}, without saying which establishment",
    ),
    "siret_is_rna": Words(
        "warning",
        "un numéro RNA à la place du SIRET : lu RNA {read}",
        "an RNA number instead of a SIRET: read as RNA {read}",
    ),
    "rna_pattern": Words(
        "warning",
        "« {value} » n’a pas la forme habituelle d’un numéro RNA, gardé tel quel",
        "“{value}” does not have the usual shape of an RNA number, kept as it is",
        "Un numéro RNA est un W suivi de neuf caractères.",
        "An RNA number is a W followed by nine characters.",
    ),
    "rna_is_siren": Words(
        "warning",
        "un SIREN à la place du numéro RNA : lu SIREN {read}",
        "a SIREN instead of an RNA number: read as SIREN {read}",
    ),
    "rna_unreadable": Words(
        "refused",
        "« {value} » n’est pas un numéro RNA",
        "“{value}” is not an RNA number",
        "Un numéro RNA est un W suivi de neuf caractères.",
        "An RNA number is a W followed by nine characters.",
    ),
    "vat_pattern": Words(
        "refused",
        "« {value} » n’est pas un numéro de TVA français",
        "“{value}” is not a French VAT number",
    ),
    "vat_siren": Words(
        "refused",
        "« {value} » n’est pas un numéro de TVA : le SIREN qu’il contient est faux",
        "“{value}” is not a VAT number: the SIREN within does not match",
    ),
    "vat_key": Words(
        "refused",
        "« {value} » n’est pas un numéro de TVA : sa clé est fausse",
        "“{value}” is not a VAT number: its key does not match",
    ),
    "siret_of_another": Words(
        "warning",
        "le SIRET {value} n’est pas un établissement du SIREN {read} : laissé de côté",
        "the SIRET {value} is no establishment of the SIREN {read}: left out",
        "Un SIRET commence par le SIREN de son organisation ; l’un des deux est d’une autre.",
        "A SIRET begins with the SIREN of its organisation; one of the two is another’s.",
    ),
    "siren_of_another": Words(
        "warning",
        "le SIREN {value}, à la place du numéro RNA, n’est pas le SIREN {read} : laissé de côté",
        "the SIREN {value}, instead of an RNA number, is not the SIREN {read}: left out",
        "L’un des deux est d’une autre organisation : reprenez-les depuis leur source.",
        "One of the two is another organisation’s: take them from their source again.",
    ),
    "rna_of_another": Words(
        "warning",
        "le numéro RNA {value} est déjà celui de {known} : deux SIREN, donc deux acteurs",
        "the RNA number {value} is already that of {known}: two SIRENs, hence two actors",
        "L’un des deux numéros RNA est d’une autre : reprenez-les depuis leur source.",
        "One of the two RNA numbers is another’s: take them from their source again.",
    ),
    "id_of_another": Words(
        "warning",
        "l’identifiant « {value} » est déjà celui de {known} : ligne gardée comme un autre acteur",
        "the id “{value}” is already that of {known}: line kept as another actor",
        "Donnez un identifiant à chacun, ou corrigez le SIREN.",
        "Give an id to each, or mend the SIREN.",
    ),
    "id_of_another_name": Words(
        "warning",
        "l’identifiant « {value} » est celui de « {known} », et ici de « {name} » : un seul acteur",
        "the id “{value}” is that of “{known}”, and here of “{name}”: one actor",
        "Si ce sont deux organisations, donnez un identifiant à chacune.",
        "If they are two organisations, give an id to each.",
    ),
    "number_of_two_names": Words(
        "warning",
        "le numéro {value} est celui de « {known} » ({first}), et ici de « {name} » : un seul "
        "acteur",
        "the number {value} is that of “{known}” ({first}), and here of “{name}”: one actor",
        "Si ce sont deux organisations, corrigez le numéro de l’une. Si c’est un autre nom de la "
        "même, il n’y a rien à faire.",
        "If they are two organisations, mend the number of one. If it is another name of the same, "
        "nothing needs doing.",
    ),
    "number_of_two_names_elsewhere": Words(
        "warning",
        "le numéro {value} est celui de « {known} » dans {source}, et ici de « {name} » : un seul "
        "acteur",
        "the number {value} is that of “{known}” in {source}, and here of “{name}”: one actor",
        "Si ce sont deux organisations, corrigez le numéro de l’une. Si c’est un autre nom de la "
        "même, il n’y a rien à faire.",
        "If they are two organisations, mend the number of one. If it is another name of the same, "
        "nothing needs doing.",
    ),
    "judgement_overruled": Words(
        "warning",
        "« {value} » et « {other} », réunis par un avis ({judgement}), sont de nouveau deux : "
        "leurs numéros se contredisent",
        "“{value}” and “{other}”, joined by a decision ({judgement}), are two again: their "
        "numbers contradict each other",
        "Si les numéros sont justes, annulez cet avis ; sinon corrigez-les.",
        "If the numbers are right, undo that decision; else correct them.",
    ),
    "category_unknown": Words(
        "warning",
        "la catégorie juridique « {value} » n’est pas une de celles de l’INSEE : elle ne dit rien "
        "du secteur",
        "the legal category “{value}” is not one of INSEE: it says nothing of the sector",
        "Vérifiez le code : une association déclarée a le 9220.",
        "Check the code: a declared association has 9220.",
    ),
    "naf_pattern": Words(
        "refused",
        "« {value} » n’est pas un code d’activité (NAF)",
        "“{value}” is not an activity code (NAF)",
        "Un code NAF s’écrit 94.99Z.",
        "A NAF code is written 94.99Z.",
    ),
    "naf_old": Words(
        "warning",
        "« {value} » est un code d’activité d’avant 2008 : lu {read}",
        "“{value}” is an activity code of before 2008: read as {read}",
    ),
}  # fmt: skip
