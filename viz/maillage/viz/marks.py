"""How one actor and one tie are drawn: the visual grammar of `design.md` § 2."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence

from maillage.graph.fields import ACTOR_FIELDS, TIE_FIELDS
from maillage.graph.model import Actor, Attributes, Tie, Value
from maillage.graph.redaction import HIDDEN_NAME, is_person
from maillage.graph.vocabulary import Family, Sector, Status, actor_kind, tie_kind
from maillage.viz.palette import DASHES, SHAPES, WIDTHS
from maillage.viz.scene_model import End, Fact, Node, StandsFor, TieMark

LABEL_LENGTH = 30
_BEND = 0.12
_INITIALS = re.compile(r"\(([A-Z][A-Z0-9&-]{1,11})\)$")
_PLAIN_FAMILIES = (Family.GATHERING, Family.POLE)
# Drawn otherwise, or of no use beside a picture.
_NOT_FACTS = frozenset(
    {"name", "kind", "legal_sector", "ess", "named", "collective", "pole", "departement", "region",
     "stands_for_min", "stands_for_max", "latitude", "longitude", "geo_precision"}
)  # fmt: skip


def mark_radius(family: Family, ties: int) -> float:
    """Radius of the disc of equal area, in units. Gatherings are small, poles never are."""
    if family is Family.GATHERING:
        return round(5 + 0.7 * math.sqrt(ties), 1)
    radius = 5 + 1.75 * math.sqrt(ties)
    return round(max(radius, 10.0) if family is Family.POLE else radius, 1)


def shorten(name: str, length: int = LABEL_LENGTH) -> str:
    """At most `length` characters: the initials it gives, else cut between words if possible.

    >>> shorten("Groupement d’employeurs multisectoriel du Seignanx")
    'Groupement d’employeurs…'
    >>> shorten("Conseil national des chambres régionales de l'ESS (CNCRES)")
    'CNCRES'
    """
    name = " ".join(name.split())
    if len(name) <= length:
        return name
    if initials := _INITIALS.search(name):
        return initials[1]
    cut = name[: length - 1]
    head, _, _ = cut.rpartition(" ")
    return (head if len(head) >= length // 2 else cut).rstrip(" ,;:-–—'’(/«“\"") + "…"


def draw_actor(
    actor: Actor,
    *,
    position: tuple[float, float],
    ties: int,
    neighbours: int,
    poles: tuple[str, ...],
    island: str | None,
    review: bool,
    names_of_persons: bool,
    facts: bool,
) -> Node:
    """The mark of one actor."""
    family = actor_kind(actor.kind).family
    sector = actor.sector
    hidden = is_person(actor.attributes) and not names_of_persons
    name = HIDDEN_NAME.fr if hidden else _name(actor)
    counted = stands_for(actor.attributes)
    return Node(
        id=actor.id,
        label=name,
        short=_with_count(shorten(name), counted),
        kind=actor.kind,
        family=family,
        shape=SHAPES[family],
        sector=sector,
        colour=family.value if family in _PLAIN_FAMILIES else f"sector.{sector}",
        x=position[0],
        y=position[1],
        radius=mark_radius(family, ties),
        hollow=family is Family.GATHERING
        or (sector is Sector.UNKNOWN and family is not Family.POLE),
        hatched=actor.collective,
        stands_for=counted,
        review=review,
        hidden_name=hidden,
        poles=poles,
        island=island,
        departement=_text(actor.attributes.get("departement")),
        region=_text(actor.attributes.get("region")),
        degree=ties,
        neighbours=neighbours,
        facts=() if hidden or not facts else _facts(actor.attributes, ACTOR_FIELDS),
    )


def _name(actor: Actor) -> str:
    """One line; of somebody whose number alone was told, that number."""
    if actor.siren and actor.name == actor.id:
        return f"SIREN {actor.siren}"
    return " ".join(actor.name.split())


def draw_tie(
    tie: Tie, *, bend: float, sources: Mapping[str, str], facts: bool, standings: bool = True
) -> TieMark:
    """The line of one tie."""
    kind = tie_kind(tie.kind)
    cited = dict.fromkeys(sources[record] for record in tie.records if record in sources)
    return TieMark(
        id=tie.id,
        source=tie.source,
        target=tie.target,
        kind=tie.kind,
        subtype=tie.subtype,
        layer=kind.layer,
        tier=tie.tier,
        width=WIDTHS[tie.tier],
        dash=DASHES[kind.layer],
        bend=bend,
        status=tie.status,
        hollow=tie.status is Status.PLANNED,
        standing=tie.standing if standings else None,
        declared=_declared(tie),
        directed=tie.directed,
        start=tie.start.text if tie.start else None,
        end=tie.end.text if tie.end else None,
        first_observed=tie.first_observed.text if tie.first_observed else None,
        last_observed=tie.last_observed.text if tie.last_observed else None,
        facts=_facts(tie.attributes, TIE_FIELDS) if facts else (),
        sources=tuple(cited),
    )


def bends(ties: Sequence[Tie]) -> list[float]:
    """The arc of each tie, so that parallel ties of a pair are seen apart: 0, +, −, ++, −−…"""
    seen: dict[tuple[str, str], int] = {}
    found = []
    for tie in ties:
        pair = (min(tie.source, tie.target), max(tie.source, tie.target))
        rank = seen.get(pair, 0)
        seen[pair] = rank + 1
        side = 1 if rank % 2 else -1
        # The arc is given to the left of source → target: turn it for the other direction.
        turned = 1 if tie.source == pair[0] else -1
        found.append(round(((rank + 1) // 2) * side * turned * _BEND, 2) + 0.0)
    return found


def stands_for(attributes: Attributes) -> StandsFor | None:
    least, most = (
        int(value) if isinstance(value := attributes.get(name), int | float) else None
        for name in ("stands_for_min", "stands_for_max")
    )
    return None if least is None and most is None else StandsFor(least=least, most=most)


def count_text(counted: StandsFor) -> str:
    """« ≈ 15 », « ≥ 100 », « ≈ 15–20 ».

    >>> count_text(StandsFor(least=100))
    '≥\\u202f100'
    """
    if counted.least is not None and counted.most is not None:
        if counted.least == counted.most:
            return f"≈\u202f{counted.least}"
        return f"≈\u202f{counted.least}–{counted.most}"
    if counted.least is not None:
        return f"≥\u202f{counted.least}"
    return f"≤\u202f{counted.most}"


def _with_count(name: str, counted: StandsFor | None) -> str:
    if counted is None or any(character.isdigit() for character in name):
        return name
    return f"{name} ({count_text(counted)})"


def _declared(tie: Tie) -> tuple[End, ...]:
    ends: list[End] = []
    if tie.source in tie.declared_by:
        ends.append("source")
    if tie.target in tie.declared_by:
        ends.append("target")
    return tuple(ends)


def _facts(attributes: Attributes, known: Mapping[str, object]) -> tuple[Fact, ...]:
    """Those of the vocabulary in its order, then the rest under their own name."""
    order = [name for name in known if name in attributes]
    order += sorted(name for name in attributes if name not in known)
    return tuple(
        Fact(field=name, value=text)
        for name in order
        if name not in _NOT_FACTS and (text := _text(attributes[name]))
    )


def _text(value: Value | None) -> str | None:
    if value is None or value == "":
        return None
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return ", ".join(value) or None
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
