"""Titles that people write beside the names of persons: each row is read alike in lists."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

TITLES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "madame": ("Mme", "Mmes", "Mlle", "Mlles"),
        "monsieur": ("M.", "MM.", "Mrs", "Ms"),
        "short": ("Mr", "Dr", "Pr", "Me"),
        "whole": ("Monsieur", "Madame", "Mademoiselle"),
        "of_a_trade": ("Docteur", "Professeur", "Maître", "Maitre"),
        "rare": ("Melle", "Mle"),
        "initial": ("M",),
    }
)
