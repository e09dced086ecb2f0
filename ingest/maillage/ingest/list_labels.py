"""What the list of an import is called, one that no file was loaded for too."""

from __future__ import annotations

from collections.abc import Mapping

from maillage.graph.edits import EDITS, EDITS_LABEL
from maillage.graph.vocabulary import Label
from maillage.ingest.lists.registry import LISTS
from maillage.ingest.registers.accepting import REGISTERS_LABEL, REGISTERS_LIST

# What is written without a file.
_OTHERS: Mapping[str, Label] = {EDITS: EDITS_LABEL, REGISTERS_LIST: REGISTERS_LABEL}


def list_label(name: str) -> Label:
    """
    >>> list_label("ties").fr
    'liens'
    """
    if name in LISTS:
        return LISTS[name].label
    return _OTHERS.get(name) or Label(name, name)
