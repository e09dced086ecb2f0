"""The Val-de-Brume: an invented territory, its organisations and their numbers."""

from __future__ import annotations

BRUMEVAL, MONTFAUVEL, ESSARTS = "Brumeval", "Montfauvel", "Les Essarts-Perdus"
POLE = "ptce-val-de-brume"
# Name, legal form, commune: the organisations of the territory, as its directory knows them.
KNOWN = (
    ("Recyclerie des Trois Brumes", "Association loi 1901", BRUMEVAL),
    ("SCIC Lueurs d'Ouest", "SCIC SARL", MONTFAUVEL),
    ("Maraîchers du Haut-Brumois", "SCOP SA", MONTFAUVEL),
    ("Ateliers Tournesol", "SARL", BRUMEVAL),
    ("Communauté de communes du Val-de-Brume", "Communauté de communes", BRUMEVAL),
    ("Commune de Brumeval", "Commune", BRUMEVAL),
    ("GEIQ Brume Insertion", "Association loi 1901", BRUMEVAL),
    ("Régie de quartier des Essarts", "Association loi 1901", ESSARTS),
    ("Café associatif La Lanterne", "Association loi 1901", ESSARTS),
    ("Menuiserie Chantelouve", "SAS", MONTFAUVEL),
    ("Atelier vélo Roue Libre", "Association loi 1901", BRUMEVAL),
    ("Université populaire de la Brume", "Association loi 1901", BRUMEVAL),
    ("Mutuelle Brumoise de Santé", "Mutuelle", BRUMEVAL),
    ("Crèche parentale Les Galipettes", "Association loi 1901", MONTFAUVEL),
    ("Lycée agricole de Montfauvel", "Établissement public", MONTFAUVEL),
    ("Imprimerie Le Caractère", "SCOP SARL", BRUMEVAL),
    ("Foncière Terres Brumoises", "SCA", MONTFAUVEL),
    ("Conserverie Bocal Commun", "SCIC SAS", ESSARTS),
)
# Two that the animator calls otherwise than the directory does.
ALSO_KNOWN_AS = {
    "SCIC Lueurs d'Ouest": "Lueurs d'Ouest",
    "Atelier vélo Roue Libre": "Roue libre - atelier vélo",
}


def siren(number: int) -> str:
    """A number of a range that is not given, with its right key."""
    stem = f"9999{number:04d}"
    doubled = (int(digit) * (2 if place % 2 else 1) for place, digit in enumerate(stem))
    total = sum(value // 10 + value % 10 for value in doubled)
    return f"{stem}{-total % 10}"
