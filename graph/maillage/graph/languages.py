"""The two languages that everything is said in."""

from __future__ import annotations

from typing import Literal

Language = Literal["fr", "en"]
LANGUAGES: tuple[Language, Language] = ("fr", "en")
