"""The lists that can be loaded. A new one is a file beside this one and a line here."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from maillage.graph.errors import UnknownName
from maillage.graph.folding import fold
from maillage.graph.vocabulary import Label
from maillage.ingest.columns.headings import singular
from maillage.ingest.lists.actors import ACTORS
from maillage.ingest.lists.answers import ANSWERS
from maillage.ingest.lists.codings import CODINGS
from maillage.ingest.lists.employers import EMPLOYERS
from maillage.ingest.lists.groups import GROUPS
from maillage.ingest.lists.judgements import JUDGEMENTS
from maillage.ingest.lists.members import MEMBERS
from maillage.ingest.lists.partnerships import PARTNERSHIPS
from maillage.ingest.lists.poles import POLES
from maillage.ingest.lists.referentiel import REFERENTIEL, SCORES
from maillage.ingest.lists.rows import ListSpec
from maillage.ingest.lists.shareholdings import SHAREHOLDINGS
from maillage.ingest.lists.ties import TIES

LISTS: dict[str, ListSpec] = {
    spec.name: spec
    for spec in (
        ACTORS, POLES, GROUPS, MEMBERS, EMPLOYERS, SHAREHOLDINGS, PARTNERSHIPS, TIES,
        REFERENTIEL, SCORES, ANSWERS, CODINGS, JUDGEMENTS,
    )
}  # fmt: skip

# What people call a list beside its label.
_CALLED = {
    "actors": ("annuaire", "organisations", "structures"),
    "poles": ("ptce",),
    "members": ("adhérents", "adhésions"),
    "employers": ("employeurs", "geiq", "ge"),
    "shareholdings": ("participations", "capital", "parts"),
    "partnerships": ("conventions",),
    "referentiel-scores": ("notes",),
    "answers": ("réponses",),
    "judgements": ("jugements", "décisions", "rapprochements", "decisions"),
}


def list_spec(name: str) -> ListSpec:
    """By its stable name, or by the words of the documentation in either language, also of one.

    >>> list_spec("Participations au capital").name
    'shareholdings'
    """
    spec = LISTS.get(name) or _by_words().get(singular(fold(name)))
    if spec is None:
        raise UnknownName("unknown_name", what="list", name=name, known=_known())
    return spec


@cache
def _by_words() -> Mapping[str, ListSpec]:
    return {
        singular(fold(words)): spec
        for spec in LISTS.values()
        for words in (spec.name, spec.label.fr, spec.label.en, *_CALLED.get(spec.name, ()))
    }


def _known() -> Label:
    """« acteurs (actors), pôles… »; in English the stable names."""
    french = (
        spec.label.fr + ("" if fold(spec.label.fr) == fold(spec.name) else f" ({spec.name})")
        for spec in LISTS.values()
    )
    return Label(", ".join(french), ", ".join(LISTS))
