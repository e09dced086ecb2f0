"""What the workbook says besides the network: names of sheets, headings, what to read first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from maillage.graph.vocabulary import Label
from maillage.graph.wording import count, fill, when

YES, NO = Label("oui", "yes"), Label("non", "no")
SHEETS: Mapping[str, Label] = {
    "read": Label("Lisez-moi", "Read me"),
    "imports": Label("Imports", "Imports"),
}
SAID_BY = Label("Parole", "Standing")
# No list has such columns: the sheet is not loaded back.
IMPORTS = (
    Label("Chargé le", "Loaded on"),
    Label("Titre", "Title"),
    Label("Fichier", "File"),
    Label("Liste", "List"),
    Label("Lignes", "Lines"),
    Label("Compte encore", "Still counts"),
    Label("Complet au", "Complete on"),
    Label("Empreinte (SHA-256)", "Fingerprint (SHA-256)"),
)

_TITLE = (
    "Un réseau de coopération : ce que des sources en disent",
    "A cooperation network: what sources tell of it",
)
_ON = ("Exporté de Maillage le {day}.", "Exported from Maillage on {day}.")
_ROWS = ("Feuille « {sheet} » : {rows}.", "Sheet “{sheet}”: {rows}.")
_LINES = ("{n} ligne", "{n} lignes", "{n} row", "{n} rows")
_MEANING = (
    "Un lien n’est que ce qu’une source en dit : « Parole » dit si ses deux bouts l’ont confirmé, "
    "« Source » quels documents le citent. Une case vide n’est pas un non : on ne sait pas.",
    "A tie is only what a source says of it: “Standing” tells whether both ends confirmed it, "
    "“Source” which documents cite it. An empty cell is no no: it is not known.",
)
_ALL = (
    "Filtres : aucun ; tout ce que peut lire la personne qui exporte.",
    "Filters: none; all that whoever exports may read.",
)
_HIDDEN = (
    "Filtres : sans noms ; chaque acteur est décrit comme {others} autres au moins, sous un "
    "identifiant fait pour ce seul fichier.",
    "Filters: without names; each actor is described like at least {others} others, under an id "
    "made for this file alone.",
)
_AGAIN = (
    "Pour le charger ailleurs : « maillage load FICHIER.xlsx » lit les feuilles qui portent le nom "
    "d’une liste. Ni l’histoire des imports ni les jugements ne suivent : « maillage copy » les "
    "garde.",
    "To load it elsewhere: “maillage load FILE.xlsx” reads the sheets called after a list. Neither "
    "the history of imports nor judgements follow: “maillage copy” keeps them.",
)
_LICENCE = (
    "Licence : celle des documents cités, que Maillage ne change pas ; noms et codes des "
    "départements et des régions : Licence Ouverte 2.0 (Insee).",
    "Licence: that of the documents cited, which Maillage does not change; names and codes of "
    "départements and regions: Licence Ouverte 2.0 (Insee).",
)


def to_read(on: date, rows: Mapping[str, int], k: int | None) -> Iterator[Label]:
    """Line by line, the title first. `k`: how many share each description, where none is named."""
    yield fill(_TITLE)
    yield fill(_ON, day=when(on.isoformat()))
    for sheet, n in rows.items():
        yield fill(_ROWS, sheet=sheet, rows=count(_LINES, n))
    yield fill(_ALL) if k is None else fill(_HIDDEN, others=k - 1)
    yield fill(_MEANING)
    if k is None:
        yield fill(_AGAIN)
    yield fill(_LICENCE)
