"""What who asks is shown."""

from __future__ import annotations

from dataclasses import dataclass

from maillage.graph.languages import Language


@dataclass(frozen=True, slots=True)
class Eyes:
    """`persons`: the names of sole traders too."""

    persons: bool
    language: Language

    @property
    def of_anybody(self) -> Eyes:
        """Of who opens a file that was sent on."""
        return Eyes(persons=False, language=self.language)


ALL = Eyes(persons=True, language="fr")
