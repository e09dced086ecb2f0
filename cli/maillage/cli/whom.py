"""Whom an option or an argument means: by its id, else by the name that it alone bears.

What is not given means nobody; what is given and known to none, or to several, is refused.
"""

from __future__ import annotations

from typing import overload

from maillage.graph.port import Reader
from maillage.ingest.meant import meant_actor, meant_pole


@overload
def pole_id(store: Reader, said: str) -> str: ...
@overload
def pole_id(store: Reader, said: str | None) -> str | None: ...
def pole_id(store: Reader, said: str | None) -> str | None:
    return None if said is None else meant_pole(store, said).id


@overload
def actor_id(store: Reader, said: str) -> str: ...
@overload
def actor_id(store: Reader, said: str | None) -> str | None: ...
def actor_id(store: Reader, said: str | None) -> str | None:
    return None if said is None else meant_actor(store, said).id
