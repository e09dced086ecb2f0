"""Graphs to draw, of a size asked for: poles of about twenty, a few much tied, seeded."""

from __future__ import annotations

import random
from pathlib import Path

from maillage.graph.model import Actor, Graph, Tie
from maillage.graph.planning import difference
from maillage.graph.stores import open_store
from maillage.graph.vocabulary import TIE_KINDS, Ess, LegalSector, Standing, Status

POLE_SIZE = 20
# As in the figures of reference: 143,000 ties for 50,000 actors.
TIES_PER_ACTOR = 2.86
_SECTORS = (
    (LegalSector.PUBLIC, Ess.NO),
    (LegalSector.PRIVATE, Ess.YES),
    (LegalSector.PRIVATE, Ess.NO),
    (LegalSector.UNKNOWN, Ess.UNKNOWN),
)
_KINDS = ("ess_enterprise", "enterprise", "local_authority", "network", "financier", "place")
_NEAR = ("supply", "project", "partnership", "financing")


def graph(actors: int, seed: int) -> Graph:
    """A pole in twenty; half of the ties are memberships and neighbours, half go anywhere."""
    draw = random.Random(seed)
    made = [_actor(number, draw) for number in range(actors)]
    ties: dict[str, Tie] = {}
    for number in range(actors):
        pole = number - number % POLE_SIZE
        if number != pole:
            _add(ties, made[number], made[pole], "membership")
    while len(ties) < actors * TIES_PER_ACTOR:
        one = draw.randrange(actors)
        home = one - one % POLE_SIZE
        near = draw.random() < 0.6
        # Far ties go to a few much more than to the others.
        other = home + draw.randrange(POLE_SIZE) if near else int(actors * draw.random() ** 3)
        if other < actors and other != one:
            _add(ties, made[one], made[other], draw.choice(_NEAR))
    return Graph(actors={one.id: one for one in made}, ties=ties, redirects={})


def stored(drawn: Graph, path: Path) -> str:
    """The address of a store that holds it."""
    url = f"sqlite:///{path}"
    store = open_store(url)
    try:
        store.commit(difference(drawn, store.fingerprints()), expected=store.revision())
    finally:
        store.close()
    return url


def _actor(number: int, draw: random.Random) -> Actor:
    legal_sector, ess = draw.choice(_SECTORS)
    pole = number % POLE_SIZE == 0
    return Actor(
        id=f"a{number:06}",
        kind="pole" if pole else draw.choice(_KINDS),
        name=f"Pôle numéro {number}" if pole else f"Association des amis du quartier {number}",
        legal_sector=legal_sector,
        ess=ess,
    )


def _add(ties: dict[str, Tie], source: Actor, target: Actor, kind: str) -> None:
    id_ = f"{source.id}-{kind}-{target.id}"
    ties[id_] = Tie(
        id=id_,
        source=source.id,
        target=target.id,
        kind=kind,
        directed=TIE_KINDS[kind].directed,
        status=Status.ACTIVE,
        standing=Standing.REPORTED,
        tier=TIE_KINDS[kind].tier,
    )
