"""What is compared of two actors, as people read it; and why a name waits for an answer."""

from __future__ import annotations

from collections.abc import Mapping

from maillage.graph.vocabulary import Label

SAME_NAME = Label("un nom que plusieurs acteurs portent", "a name that several actors bear")

FEATURE_LABELS: Mapping[str, Label] = {
    # Whatever its points: the line that names it cannot be placed without an answer.
    "waits": Label("nom que plusieurs acteurs portent", "name that several actors bear"),
    "name": Label("nom", "name"),
    "words": Label("mots rares en commun", "rare words in common"),
    "initials": Label("sigle et initiales", "acronym and initials"),
    "other_words": Label("mots différents des deux côtés", "different words on both sides"),
    "short": Label("nom court qui diffère", "short name that differs"),
    "rivals": Label("autres porteurs du nom", "other bearers of the name"),
    "commune": Label("commune", "municipality"),
    "type": Label("nature dite par le nom", "nature told by the name"),
    "kind": Label("nature déclarée", "declared kind"),
    "numbers": Label("nombre dans le nom", "number in the name"),
    "siren": Label("chiffres du SIREN abîmé", "digits of the damaged SIREN"),
    "rna": Label("numéro RNA", "RNA number"),
}
