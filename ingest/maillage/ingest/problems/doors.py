"""What a person is told to use, as the door that she came by calls it: an option or a command that
is typed, a field or a button of the Import page.

Advice holds it as it is typed, in braces: « Donnez à chaque liste sa date ({--date}) ». The words
of the page are those of `viz/web/src`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from maillage.graph.languages import Language
from maillage.graph.vocabulary import Label
from maillage.graph.wording import fill, listed, same

Door = Literal["commands", "page"]


@dataclass(frozen=True, slots=True)
class ByDoor:
    """The same, in the words of each door."""

    commands: Label
    page: Label

    def at(self, door: Door) -> Label:
        return self.commands if door == "commands" else self.page


def _shown_as(fr: str, en: str) -> Label:
    return fill(("« {fr} »", "“{en}”"), fr=fr, en=en)


TOOLS: Mapping[str, ByDoor] = MappingProxyType(
    {
        typed: ByDoor(same(typed), on_page)
        for typed, on_page in {
            "--as": _shown_as("C’est une liste de", "It is a list of"),
            "--complete": _shown_as(
                "Cette liste est complète à cette date", "This list is complete at this date"
            ),
            "--date": _shown_as("À la date du", "As of"),
            "--map": _shown_as("Vos colonnes", "Your columns"),
            "--pole": _shown_as("Pôle", "Pole"),
            "--report": _shown_as(
                "Télécharger le fichier annoté (XLSX)", "Download the file, marked (XLSX)"
            ),
            "--sheet": _shown_as("Feuille", "Sheet"),
            "--source": _shown_as("Titre", "Title"),
            "maillage review": _shown_as("À vérifier", "To review"),
            "maillage undo": fill(
                ("{act}, sous {where}", "{act}, under {where}"),
                act=_shown_as("Annuler", "Undo"),
                where=_shown_as("Imports", "Imports"),
            ),
        }.items()
    }
)


def names_of_tools(door: Door, language: Language) -> Iterator[tuple[str, str]]:
    """What fills the braces of advice."""
    return ((typed, tool.at(door).text(language)) for typed, tool in TOOLS.items())


def as_list(name: str, label: Label) -> ByDoor:
    """« --as ties »; « C’est une liste de : liens »."""
    where = TOOLS["--as"].page
    shown = fill(("{where} : {label}", "{where}: {label}"), where=where, label=label)
    return ByDoor(same(f"--as {name}"), shown)


def undoing(load: str) -> ByDoor:
    """« maillage undo i-… »; the page has a button beside each load."""
    return ByDoor(same(f"maillage undo {load}"), TOOLS["maillage undo"].page)


def told_by(option: str, said: Label) -> ByDoor:
    """« à une autre date (--date) »; who has the field before her eyes is told no more of it."""
    return ByDoor(fill(("{said} ({option})",) * 2, said=said, option=option), said)


def untold(said: Label) -> ByDoor:
    """What no option says."""
    return ByDoor(said, said)


def all_of(parts: Sequence[ByDoor]) -> ByDoor:
    """« a, b et c »."""
    return ByDoor(listed([one.commands for one in parts]), listed([one.page for one in parts]))
