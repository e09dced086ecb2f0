"""What is said of places; same shape as `words`.

`{value}` is the cell as written, `{read}` what was understood.
"""

from __future__ import annotations

from maillage.ingest.problems.words import Words

PLACE_WORDS: dict[str, Words] = {
    "postal_code_pattern": Words(
        "refused",
        "« {value} » n’est pas un code postal",
        "“{value}” is not a postal code",
        "Un code postal compte cinq chiffres.",
        "A postal code has five digits.",
    ),
    "postal_code_zeros": Words(
        "warning",
        "code postal dont le tableur a ôté le zéro du début : lu {read}",
        "postal code whose leading zero the spreadsheet removed: read as {read}",
        "Mettez la colonne au format Texte.",
        "Give the column the Text format.",
    ),
    "postal_code_unknown": Words(
        "warning",
        "aucune commune de la table n’a le code postal « {value} »",
        "no municipality of the table has the postal code “{value}”",
    ),
    "postal_code_differs": Words(
        "warning",
        "le code postal « {value} » est celui de {read} : la commune écrite a été suivie",
        "the postal code “{value}” is that of {read}: the municipality as written was followed",
        "Corrigez le code postal, ou la commune.",
        "Mend the postal code, or the municipality.",
    ),
    "commune_code_pattern": Words(
        "refused",
        "« {value} » n’est pas un code INSEE de commune",
        "“{value}” is not an INSEE code of a municipality",
        "Un code INSEE compte cinq caractères ; ce n’est pas le code postal.",
        "An INSEE code has five characters; it is not the postal code.",
    ),
    "commune_code_zeros": Words(
        "warning",
        "code INSEE dont le tableur a ôté le zéro du début : lu {read}",
        "INSEE code whose leading zero the spreadsheet removed: read as {read}",
        "Mettez la colonne au format Texte.",
        "Give the column the Text format.",
    ),
    "commune_code_unknown": Words(
        "warning",
        "le code INSEE « {value} » n’est pas dans la table des communes",
        "the INSEE code “{value}” is not in the table of municipalities",
        "La table est peut-être d’une autre année, ou c’est un code postal.",
        "The table may be of another year, or it is a postal code.",
    ),
    "commune_ended": Words(
        "warning",
        "« {value} » n’existe plus comme commune : elle est aujourd’hui dans {read}",
        "“{value}” no longer exists as a municipality: it is now in {read}",
    ),
    "commune_ambiguous": Words(
        "waiting",
        "« {value} » peut être l’une de ces communes : {read}",
        "“{value}” may be one of these municipalities: {read}",
        "Donnez le code INSEE ou le code postal.",
        "Give the INSEE code or the postal code.",
    ),
    "commune_approximate": Words(
        "waiting",
        "« {value} » ressemble à {read} : à vous de dire",
        "“{value}” resembles {read}: you decide",
        "Corrigez le nom, ou donnez le code INSEE.",
        "Mend the name, or give the INSEE code.",
    ),
    "commune_name_alone": Words(
        "waiting",
        "« {value} » est sans doute {read}, mais ni code ni département ne le dit",
        "“{value}” is probably {read}, but no code or département says so",
        "Donnez le département, le code postal ou le code INSEE.",
        "Give the département, the postal code or the INSEE code.",
    ),
    "commune_elsewhere": Words(
        "waiting",
        "« {value} » n’est pas dans le département de la ligne, mais il y a {read} : à vous "
        "de dire",
        "“{value}” is not in the département of the line, but there is {read}: you decide",
        "Corrigez le code postal ou le département, ou donnez le code INSEE.",
        "Mend the postal code or the département, or give the INSEE code.",
    ),
    "commune_not_found": Words(
        "warning",
        "« {value} » n’est pas une commune connue de la table",
        "“{value}” is not a municipality that the table knows",
        "Vérifiez l’orthographe, ou donnez le code INSEE.",
        "Check the spelling, or give the INSEE code.",
    ),
    "commune_name_differs": Words(
        "warning",
        "le code dit {read}, le nom dit « {value} » : le code a été suivi",
        "the code says {read}, the name says “{value}”: the code was followed",
        "Vérifiez le code INSEE : ce n’est pas le code postal.",
        "Check the INSEE code: it is not the postal code.",
    ),
    "departement_unknown": Words(
        "warning",
        "« {value} » n’est pas un département",
        "“{value}” is not a French département",
        "Écrivez son numéro (35) ou son nom.",
        "Write its number (35) or its name.",
    ),
    "departement_differs": Words(
        "warning",
        "le lieu est dans le département {read}, pas « {value} »",
        "the place is in the département {read}, not “{value}”",
    ),
    "region_unknown": Words(
        "warning",
        "« {value} » n’est pas une région",
        "“{value}” is not a French region",
    ),
    "region_differs": Words(
        "warning",
        "le lieu est dans la région {read}, pas « {value} »",
        "the place is in the region {read}, not “{value}”",
    ),
}  # fmt: skip
