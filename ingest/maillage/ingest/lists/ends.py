"""How a row points at an actor that it does not describe: an id, a number, a name."""

from __future__ import annotations

import re

from maillage.graph.model import Ref
from maillage.graph.remembered import remembered
from maillage.graph.truth.nodes import nodes_of
from maillage.ingest.identity.numbers import is_siren, is_siret, siren_and_rna, siren_of

_RNA = re.compile(r"W\d[\dAB]\d{7}", re.IGNORECASE)
_SPACES = re.compile(r"\s+")
# The ties of a list have the same organisations at their ends: each is pointed at by one reference.
# An id alone takes the least room, and the longest lists have nothing else.
_CACHED_REFS, _CACHED_IDS = 131_072, 262_144


def reference(text: str, commune: str = "") -> Ref:
    """A cell that may hold a SIREN, a SIRET, an RNA number, an id or a name; the commune as
    `located` tells it."""
    return _pointing(text, commune) if commune else _pointed(text)


def _pointing(text: str, commune: str | None = None) -> Ref:
    compact = _SPACES.sub("", text)
    if is_siren(compact):
        return Ref(siren=compact)
    if is_siret(compact):
        return Ref(siren=siren_of(compact))
    if _RNA.fullmatch(compact):
        return Ref(rna=compact.upper())
    return Ref(name=text, commune=commune)


_pointed = remembered(_CACHED_REFS)(_pointing)


def end(*, id: str | None = None, siren: str | None = None, name: str | None = None) -> Ref | None:
    """The actor meant by whichever of its columns are filled; None if none is."""
    if id and not (siren or name):
        return _by_id(id)
    if id or siren:
        siren, rna = siren_and_rna(siren)
        return Ref(ids=(id,) if id else (), siren=siren, rna=rna, name=name)
    return reference(name) if name else None


@remembered(_CACHED_IDS)
def _by_id(id: str) -> Ref:
    return Ref(ids=(id,))


def meant_by(ref: Ref) -> str:
    """The same for two references of which nothing more need be known to see that they are one."""
    return nodes_of(ref)[0][0]
