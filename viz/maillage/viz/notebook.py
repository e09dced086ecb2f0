"""A measured `Network` as a scene: its columns read back as actors and ties."""

from __future__ import annotations

from maillage.graph.columns import Column
from maillage.graph.left_out import LEFT_OUT_LABELS
from maillage.graph.model import Actor, Tie
from maillage.graph.network import Network
from maillage.graph.vocabulary import (
    ACTOR_KINDS,
    TIE_KINDS,
    Ess,
    Label,
    LegalSector,
    Sector,
    Standing,
    Status,
)
from maillage.graph.wording import same
from maillage.viz.legend import text
from maillage.viz.scene import About, Style, build_scene
from maillage.viz.scene_model import LeftOut, Scene

_SECTORS: dict[str, tuple[LegalSector, Ess]] = {
    Sector.PUBLIC: (LegalSector.PUBLIC, Ess.NO),
    Sector.ESS: (LegalSector.PRIVATE, Ess.YES),
    Sector.PRIVATE: (LegalSector.PRIVATE, Ess.NO),
    Sector.MIXED: (LegalSector.MIXED, Ess.UNKNOWN),
}
_KEPT = ("departement", "region", "commune", "activity", "family", "pole")


def scene_of_network(network: Network) -> Scene:
    """What the view holds, with what it left out. Co-presences are not acts: they are not drawn."""
    left_out = {**network.provenance.left_out_nodes, **network.provenance.left_out_ties}
    return build_scene(
        _actors(network),
        _ties(network),
        style=Style(standings=False),
        about=About(
            left_out=tuple(
                LeftOut(reason=reason, count=count, label=_reason(reason))
                for reason, count in left_out.items()
            )
        ),
    )


def _reason(reason: str) -> Label:
    label = LEFT_OUT_LABELS.get(reason)
    return text(label) if label else same(reason)


def _actors(network: Network) -> list[Actor]:
    kinds = _values(network, "kind")
    sectors = _values(network, "sector")
    others = {name: _values(network, name) for name in _KEPT if name in network.columns}
    actors = []
    for number, identifier in enumerate(network.ids):
        legal_sector, ess = _SECTORS.get(sectors[number] or "", (LegalSector.UNKNOWN, Ess.UNKNOWN))
        kind = kinds[number] or ""
        actors.append(
            Actor(
                id=identifier,
                kind=kind if kind in ACTOR_KINDS else "other",
                name=network.names[number],
                legal_sector=legal_sector,
                ess=ess,
                attributes={
                    name: value for name, values in others.items() if (value := values[number])
                },
            )
        )
    return actors


def _ties(network: Network) -> list[Tie]:
    given = network.ties
    kinds = _words(given.kind, len(given.source)) if given.kind else [None] * len(given.source)
    return [
        Tie(
            id=f"{row:07}",
            source=network.ids[source],
            target=network.ids[target],
            kind=kind if kind in TIE_KINDS else "partnership",
            directed=network.directed,
            status=Status.ACTIVE,
            standing=Standing.REPORTED,
            tier=TIE_KINDS[kind].tier if kind in TIE_KINDS else None,
        )
        for row, (source, target, kind, projected) in enumerate(
            zip(given.source.tolist(), given.target.tolist(), kinds, given.projected, strict=True)
        )
        if not projected
    ]


def _values(network: Network, name: str) -> list[str | None]:
    if name not in network.columns:
        return [None] * network.n
    return _words(network.columns[name], network.n)


def _words(column: Column, length: int) -> list[str | None]:
    words = (*column.categories, None)
    return [words[code] for code in column.codes[:length]]
