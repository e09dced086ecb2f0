"""The other load, where a finding is about what another said before."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from maillage.graph.model import Import
from maillage.graph.vocabulary import Label
from maillage.graph.wording import fill, when

_OTHER_LOAD = Label("un autre chargement", "another load")
_LOAD = ("« {title} » ({import_id})", "“{title}” ({import_id})")
_DATED_LOAD = ("« {title} » ({day}, {import_id})", "“{title}” ({day}, {import_id})")


def other_load(imports: Iterable[Import], saying: Collection[str]) -> Label:
    """With its day and id: of the imports, the latest ahead, the first of those that say it."""
    item = next((item for item in imports if item.id in saying), None)
    if item is None:
        return _OTHER_LOAD
    if item.observed_on is None:
        return fill(_LOAD, title=item.title, import_id=item.id)
    day = when(item.observed_on.text)
    return fill(_DATED_LOAD, title=item.title, day=day, import_id=item.id)
