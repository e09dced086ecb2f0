"""The other load, where a finding is about what another said before."""

from __future__ import annotations

from maillage.graph.model import Import
from maillage.graph.vocabulary import Label
from maillage.graph.wording import fill, when

_OTHER_LOAD = Label("un autre chargement", "another load")
_LOAD = ("« {title} » ({import_id})", "“{title}” ({import_id})")
_DATED_LOAD = ("« {title} » ({day}, {import_id})", "“{title}” ({day}, {import_id})")


def other_load(item: Import | None) -> Label:
    """« 2025.csv » (2025, i-…); None if it is not known which."""
    if item is None:
        return _OTHER_LOAD
    if item.observed_on is None:
        return fill(_LOAD, title=item.title, import_id=item.id)
    day = when(item.observed_on.text)
    return fill(_DATED_LOAD, title=item.title, day=day, import_id=item.id)
