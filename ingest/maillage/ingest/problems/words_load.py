"""What a load says besides what its lines say; same shape as `problem_words`."""

from __future__ import annotations

from maillage.ingest.problems.words import Words

LOAD_WORDS: dict[str, Words] = {
    "correction_absent": Words(
        "warning",
        "la case à corriger (colonne «\u202f{column}\u202f») n’est plus dans le fichier",
        "the cell to correct (column “{column}”) is no longer in the file",
        "Vérifiez que c’est bien le même fichier.",
        "Check that it is the same file.",
    ),
}
