"""The lists that can be loaded. A new one is a file beside this one and a line here."""

from __future__ import annotations

from maillage.graph.errors import UnknownName
from maillage.ingest.lists.actors import ACTORS
from maillage.ingest.lists.answers import ANSWERS
from maillage.ingest.lists.codings import CODINGS
from maillage.ingest.lists.employers import EMPLOYERS
from maillage.ingest.lists.groups import GROUPS
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
        REFERENTIEL, SCORES, ANSWERS, CODINGS,
    )
}  # fmt: skip


def list_spec(name: str) -> ListSpec:
    try:
        return LISTS[name]
    except KeyError:
        raise UnknownName("unknown_name", what="list", name=name, known=", ".join(LISTS)) from None
