"""Ids minted from names, and those of persons, which hold none."""

from __future__ import annotations

import re
from hashlib import blake2s

from maillage.graph.folding import fold

_NOT_IN_IDS = re.compile(r"[^a-z0-9]+")
_SLUG_LENGTH = 40


def minted_id(key: str, name: str) -> str:
    """An id for what has none: readable, and the same each time the same `key` is met."""
    slug = _NOT_IN_IDS.sub("-", fold(name))[:_SLUG_LENGTH].strip("-")
    digest = blake2s(key.encode(), digest_size=5).hexdigest()
    return f"{slug}-{digest}" if slug else digest


def unnamed_id(key: str) -> str:
    """The id of a sole trader: no part of a name or a number stands in it."""
    return "personne-" + blake2s(key.encode(), digest_size=8).hexdigest()
