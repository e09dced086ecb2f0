"""Networks to draw: built in memory, of a given size and shape."""

from __future__ import annotations

import random

from maillage.graph.dates import DateSpan
from maillage.graph.model import Actor, Attributes, Tie
from maillage.graph.vocabulary import TIE_KINDS, Ess, LegalSector, Standing, Status

Drawn = tuple[list[Actor], list[Tie]]

_SECTORS = (
    (LegalSector.PUBLIC, Ess.NO),
    (LegalSector.PRIVATE, Ess.YES),
    (LegalSector.PRIVATE, Ess.NO),
    (LegalSector.UNKNOWN, Ess.UNKNOWN),
)
_KINDS = ("ess_enterprise", "enterprise", "local_authority", "network", "financier", "place")


def actor(
    id_: str,
    kind: str = "enterprise",
    name: str = "",
    *,
    sector: int = 3,
    collective: bool = False,
    attributes: Attributes | None = None,
) -> Actor:
    legal_sector, ess = _SECTORS[sector]
    return Actor(
        id=id_,
        kind=kind,
        name=name or id_,
        legal_sector=legal_sector,
        ess=ess,
        collective=collective,
        attributes=attributes or {},
    )


def tie(
    source: str,
    target: str,
    kind: str = "partnership",
    *,
    status: Status = Status.ACTIVE,
    standing: Standing = Standing.REPORTED,
    declared_by: tuple[str, ...] = (),
    since: str = "",
    number: int = 0,
) -> Tie:
    return Tie(
        id=f"{source}-{kind}-{target}-{number}",
        source=source,
        target=target,
        kind=kind,
        directed=TIE_KINDS[kind].directed,
        status=status,
        standing=standing,
        tier=TIE_KINDS[kind].tier,
        declared_by=declared_by,
        start=DateSpan.parse(since) if since else None,
    )


def two_poles() -> Drawn:
    """Two poles of three members each, held together by one region; one actor has no tie."""
    actors = [
        actor("north", "pole", "Pôle du Nord"),
        actor("south", "pole", "Pôle du Sud"),
        actor("region", "local_authority", "Conseil régional", sector=0),
        actor("alone", "other", "Sans lien"),
        *(actor(f"n{i}", "ess_enterprise", f"Nord {i}", sector=1) for i in range(3)),
        *(actor(f"s{i}", "enterprise", f"Sud {i}", sector=2) for i in range(3)),
    ]
    ties = [
        *(tie(f"n{i}", "north", "membership") for i in range(3)),
        *(tie(f"s{i}", "south", "membership") for i in range(3)),
        tie("n0", "n1", "supply", since="2012"),
        tie("n0", "n1", "shareholding"),
        tie("region", "north"),
        tie("region", "south", "financing", status=Status.PLANNED),
    ]
    return actors, ties


def many_poles(poles: int, members: int, *, bridges: int = 0, seed: int = 1) -> Drawn:
    """Poles with members tied among themselves, and bridges tied to members of several poles."""
    draw = random.Random(seed)
    actors, ties = [], []
    for number in range(poles):
        pole = f"p{number:04}"
        actors.append(actor(pole, "pole", f"Pôle numéro {number}"))
        ids = [f"{pole}m{i:03}" for i in range(members)]
        for id_ in ids:
            kind = draw.choice(_KINDS)
            name = f"Association des amis du quartier {id_}"
            actors.append(actor(id_, kind, name, sector=draw.randrange(4)))
            ties.append(tie(id_, pole, "membership"))
            ties.append(tie(id_, draw.choice(ids), draw.choice(("supply", "project"))))
    for bridge_number in range(bridges):
        bridge = f"b{bridge_number:04}"
        actors.append(actor(bridge, draw.choice(_KINDS[:4]), f"Passage {bridge_number}", sector=1))
        for other in draw.sample(range(poles), min(3, poles)):
            ties.append(tie(bridge, f"p{other:04}m{draw.randrange(members):03}"))
    return actors, [one for one in ties if one.source != one.target]
