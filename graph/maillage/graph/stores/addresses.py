"""Addresses of stores: which are known, what one is opened for, how it may be shown."""

from __future__ import annotations

from typing import Literal

Purpose = Literal["read", "write"]
NEO4J_SCHEMES = (
    "neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc"
)  # fmt: skip


def without_password(url: str) -> str:
    """The address as it may be shown."""
    scheme, separator, rest = url.partition("://")
    if not separator or "@" not in rest:
        return url
    return f"{scheme}://{rest.rpartition('@')[2]}"
