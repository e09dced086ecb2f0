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
    "correction_absent": Words(
        "warning",
        "la case à corriger (colonne «\u202f{column}\u202f») n’est plus dans le fichier",
        "the cell to correct (column “{column}”) is no longer in the file",
        "Vérifiez que c’est bien le même fichier.",
        "Check that it is the same file.",
    ),
}
