"""Stored graphs written out in a test: `graph("a b g=working_group", "a-g:membership")`."""

from __future__ import annotations

from maillage.graph.arrays import GraphColumns, columns_of
from maillage.graph.dates import DateSpan
from maillage.graph.model import Actor, Graph, Tie, Value
from maillage.graph.vocabulary import TIE_KINDS, Ess, LegalSector, Standing, Status, Tier

SECTORS = {
    "public": (LegalSector.PUBLIC, Ess.UNKNOWN),
    "ess": (LegalSector.PRIVATE, Ess.YES),
    "private": (LegalSector.PRIVATE, Ess.NO),
    "unsaid": (LegalSector.PRIVATE, Ess.UNKNOWN),
    "mixed": (LegalSector.MIXED, Ess.UNKNOWN),
    "citizens": (LegalSector.NONE, Ess.UNKNOWN),
}


def actor(said: str, **attributes: Value) -> Actor:
    """`a`, `g=place`, `a/public`; `~a` is not named, `+a` a collective."""
    text, _, sector = said.partition("/")
    id_, _, kind = text.lstrip("~+").partition("=")
    legal, ess = SECTORS.get(sector, (LegalSector.UNKNOWN, Ess.UNKNOWN))
    return Actor(
        id=id_,
        name=id_.upper(),
        kind=kind or ("citizen_group" if sector == "citizens" else "enterprise"),
        legal_sector=legal,
        ess=ess,
        named="~" not in text and "+" not in text,
        collective="+" in text,
        attributes=attributes,
    )


def tie(
    said: str,
    *,
    status: str = "active",
    start: str | None = None,
    end: str | None = None,
    seen: str | None = None,
    tier: str | None = None,
    share: str = "",
    directed: bool | None = None,
) -> Tie:
    """`a-b` is a partnership, `a-g:membership` another kind."""
    ends, _, kind = said.partition(":")
    source, _, target = ends.partition("-")
    kind = kind or "partnership"
    return Tie(
        id=f"{said} {status} {start} {end} {tier} {share}",
        source=source,
        target=target,
        kind=kind,
        directed=TIE_KINDS[kind].directed if directed is None else directed,
        status=Status(status),
        standing=Standing.REPORTED,
        tier=Tier(tier) if tier else None,
        start=DateSpan.parse(start) if start else None,
        end=DateSpan.parse(end) if end else None,
        last_observed=DateSpan.parse(seen) if seen else None,
        attributes={"share_pct": share} if share else {},
    )


def graph(actors: str | list[Actor], ties: str | list[Tie] = "") -> GraphColumns:
    people = [actor(said) for said in actors.split()] if isinstance(actors, str) else actors
    lines = [tie(said) for said in ties.split()] if isinstance(ties, str) else ties
    return columns_of(
        Graph(
            actors={each.id: each for each in people},
            ties={each.id: each for each in lines},
            redirects={},
        )
    )
