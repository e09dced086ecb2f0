"""What a load says of a file that is loaded already, as it is or as a mended copy; same shape as
`words`."""

from __future__ import annotations

from maillage.ingest.problems.words import Words

COPY_WORDS: dict[str, Words] = {
    "loaded_as_another": Words(
        "warning",
        "ce fichier est déjà chargé comme une autre liste ({list}) : {source}",
        "this file is already loaded as another list ({list}): {source}",
        "De ces deux listes il est sans doute l’une : annulez l’autre ({maillage undo}).",
        "It is likely one of these two lists: undo the other ({maillage undo}).",
    ),
    "loaded_otherwise": Words(
        "warning",
        "ce fichier est déjà chargé {how} : {source}",
        "this file is already loaded {how}: {source}",
        "Si c’est voulu, il n’y a rien à faire ; sinon, "
        "gardez un seul chargement ({maillage undo}).",
        "If this is meant, nothing needs doing; else keep one load alone ({maillage undo}).",
    ),
    "loaded_twice": Words(
        "warning",
        "cette même liste est déjà chargée {how} : {source}",
        "this same list is already loaded {how}: {source}",
        "Une seule suffit : si c’est celle-ci, annulez l’autre ({undo}).",
        "One is enough: if it is this one, undo the other ({undo}).",
    ),
    "copy_counts": Words(
        "warning",
        "ce fichier est déjà chargé, et remplacé depuis par sa copie corrigée {copy}, qui compte",
        "this file is already loaded, and replaced since by its mended copy {copy}, which counts",
        "Pour revenir à ce fichier, annulez cette copie.",
        "To go back to this file, undo that copy.",
    ),
    "copy_unmarked": Words(
        "warning",
        "ce classeur porte des remarques de Maillage, mais ne dit plus de quel chargement il est "
        "la copie : ses lignes comptent en plus",
        "this workbook bears remarks of Maillage, but no longer says of which load it is the copy: "
        "its lines count as well",
        "Si elles prennent la place de celles d’un chargement, annulez-le ({maillage undo}).",
        "If they take the place of those of a load, undo it ({maillage undo}).",
    ),
    "copy_lacks_lines": Words(
        "warning",
        "{lines} du chargement précédent ({replaced}) {fate}",
        "{lines} of the load before ({replaced}) {fate}",
        "Si ce n’est pas voulu, gardez dans la copie toutes les lignes, les acceptées aussi, et "
        "rechargez-la, ou annulez ce chargement.",
        "If this is not meant, keep all the lines in the copy, the accepted ones too, and load it "
        "again, or undo this load.",
    ),
}
