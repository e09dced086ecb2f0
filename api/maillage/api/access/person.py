"""Who asks, and what that lets her do."""

from __future__ import annotations

from dataclasses import dataclass

from maillage.api.access.tokens import Role


@dataclass(frozen=True, slots=True)
class Person:
    """`pole`: nothing but what touches that pole may be changed by her."""

    role: Role
    name: str
    pole: str | None = None
