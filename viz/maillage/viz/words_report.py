"""The words of the report."""

from __future__ import annotations

from maillage.graph import wording
from maillage.graph.vocabulary import Label

WORDS: wording.Catalogue = {
    "of_pole": ("Maillage · état d’un pôle", "Maillage · state of a pole"),
    "of_network": ("Maillage · état du réseau", "Maillage · state of the network"),
    "network": ("Le réseau", "The network"),
    "at": ("Situation : {date}", "As of {date}"),
    "not_dated": (
        "Tout ce qui est connu, sans date demandée",
        "All that is known, no date asked",
    ),
    "unknown": ("Ce qu’on ne sait pas", "What is not known"),
    "picture": ("Qui est lié à qui", "Who is tied to whom"),
    "nothing": ("Rien ne peut en être dit.", "Nothing can be said of it."),
    "about": ("{name} : {sentence}", "{name}: {sentence}"),
    "evidence": ("Sur quoi cela repose : {what}", "What it rests upon: {what}"),
    "tie": (
        "{source} → {target} : {kind}, {status}, {standing}",
        "{source} → {target}: {kind}, {status}, {standing}",
    ),
    "tie_dated": (
        "{source} → {target} : {kind}, {status}, {standing} ({dates})",
        "{source} → {target}: {kind}, {status}, {standing} ({dates})",
    ),
    "since": ("début : {date}", "start: {date}"),
    "until": ("fin : {date}", "end: {date}"),
    "from_to": ("{start} – {end}", "{start} – {end}"),
    "sources": ("Les documents cités", "The documents cited"),
    "register": ("registre public", "public register"),
    "no_source": ("Aucune ligne n’est citée.", "No row is cited."),
    "source": ("{title} : {rows}", "{title}: {rows}"),
    "foot": (
        "Maillage {version} · révision {revision} de la base · listes chargées jusqu’au {loaded}",
        "Maillage {version} · revision {revision} of the store · lists loaded until {loaded}",
    ),
    "foot_empty": (
        "Maillage {version} · révision {revision} de la base",
        "Maillage {version} · revision {revision} of the store",
    ),
    "print": (
        "Ce qui est déplié à l’écran l’est aussi sur le papier.",
        "What is unfolded on the screen is unfolded on paper too.",
    ),
}

COUNTS: wording.Counts = {
    "actors": ("{n} acteur", "{n} acteurs", "{n} actor", "{n} actors"),
    "ties": ("{n} lien", "{n} liens", "{n} tie", "{n} ties"),
    "rows": ("{n} ligne citée", "{n} lignes citées", "{n} row cited", "{n} rows cited"),
    "more": ("et {n} autre", "et {n} autres", "and {n} other", "and {n} others"),
}


def tell(key: str, **values: wording.Value) -> Label:
    return wording.fill(WORDS[key], **values)


def count(key: str, n: int) -> Label:
    return wording.count(COUNTS[key], n)
