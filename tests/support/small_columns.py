"""A stored graph written out by ties of two letters: `columns("ab bc", planned="cd")`."""

from __future__ import annotations

from maillage.graph.arrays import GraphColumns, columns_of
from maillage.graph.dates import DateSpan
from maillage.graph.model import Actor, Graph, Tie
from maillage.graph.vocabulary import Standing, Status


def columns(
    ties: str, *, planned: str = "", ended: str = "", isolates: str = "", kinds: str = ""
) -> GraphColumns:
    """Actors are letters; `kinds` names those that are not enterprises: `"p=pole g=place"`."""
    special = dict(item.split("=") for item in kinds.split())
    said = [
        *((ends, Status.ACTIVE) for ends in ties.split()),
        *((ends, Status.PLANNED) for ends in planned.split()),
        *((ends, Status.ENDED) for ends in ended.split()),
    ]
    letters = sorted({letter for ends, _ in said for letter in ends[:2]} | set(isolates))
    actors = {
        letter: Actor(id=letter, kind=special.get(letter, "enterprise"), name=f"Acteur {letter}")
        for letter in letters
    }
    return columns_of(Graph(actors=actors, ties=dict(map(_tie, said)), redirects={}))


def _tie(said: tuple[str, Status]) -> tuple[str, Tie]:
    """`ab` is a partnership; `ab:membership@2012/2013` another kind, with its dates."""
    (ends, _, rest), status = said[0].partition(":"), said[1]
    kind, _, dates = rest.partition("@")
    first, _, last = dates.partition("/")
    id_ = f"t-{said[0]}"
    return id_, Tie(
        id=id_,
        source=ends[0],
        target=ends[1],
        kind=kind or "partnership",
        directed=False,
        status=status,
        standing=Standing.REPORTED,
        start=DateSpan.parse(first) if first else None,
        end=DateSpan.parse(last) if last else None,
    )
