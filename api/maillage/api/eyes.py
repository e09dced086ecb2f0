"""What who asks is shown."""

from __future__ import annotations

from dataclasses import dataclass

from maillage.graph.languages import Language
from maillage.graph.model import Import
from maillage.ingest.lists.registry import LISTS


@dataclass(frozen=True, slots=True)
class Eyes:
    """`persons`: the names of sole traders too."""

    persons: bool
    language: Language

    def title(self, item: Import) -> str:
        """Acts and registers are called by whom they are about."""
        return item.title if self.persons or item.list in LISTS else ""


ALL = Eyes(persons=True, language="fr")
