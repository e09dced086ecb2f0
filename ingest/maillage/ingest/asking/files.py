"""The names under which the sheets of a pole are sent: safe on every system, without persons."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from maillage.graph.folding import fold
from maillage.graph.model import Actor
from maillage.ingest.lists.asked import shown_name

_LONGEST = 60
# Names that Windows keeps for itself.
_KEPT = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))}


def file_names(members: Iterable[Actor]) -> Iterator[tuple[Actor, str]]:
    """One of each member, of letters, digits and hyphens; of equal names the later are numbered."""
    taken: set[str] = set()
    for member in members:
        stem = _stem(shown_name(member).fr)
        number, name = 1, stem
        while name in taken:
            number += 1
            name = f"{stem}-{number}"
        taken.add(name)
        yield member, f"{name}.xlsx"


def _stem(name: str) -> str:
    folded = fold(name).lower()
    words = "".join(char if char.isascii() and char.isalnum() else " " for char in folded)
    stem = "-".join(words.split())[:_LONGEST].strip("-")
    return f"membre-{stem}".rstrip("-") if not stem or stem in _KEPT else stem
