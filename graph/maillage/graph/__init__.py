"""The network itself: what sources said, what it adds up to, and how it is measured.

>>> from maillage.graph import open_store, Network
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from maillage.graph.network import Network as Network
    from maillage.graph.stores import open_store as open_store

_PUBLIC = {"Network": "maillage.graph.network", "open_store": "maillage.graph.stores"}


def __getattr__(name: str) -> object:
    # Loaded when asked for: the command line must answer without numpy.
    if name not in _PUBLIC:
        raise AttributeError(name)
    return getattr(import_module(_PUBLIC[name]), name)
