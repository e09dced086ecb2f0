"""What follows from a département where nobody says more: its région then, and a rough point.

A claim never holds a centroid: one list's exact point would have to stand against another's.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from maillage.graph.model import Value
from maillage.graph.territories import departement, region_of
from maillage.graph.truth.evidence import Evidence


def follow(attributes: dict[str, Value], said: Sequence[Evidence]) -> dict[str, Value]:
    """The attributes with what their département implies; `said` are the words for it."""
    known = departement(str(attributes.get("departement", "")))
    if known is None:
        return attributes
    follows: dict[str, Value] = {}
    if "region" not in attributes and (found := region_of(known.code, _day(said))):
        follows["region"] = found.name
    if "latitude" not in attributes and known.latitude is not None and known.longitude is not None:
        follows |= {"latitude": known.latitude, "longitude": known.longitude}
        follows["geo_precision"] = "departement"
    return {**attributes, **follows}


def _day(said: Sequence[Evidence]) -> date | None:
    """When the word that stands was spoken; today's régions if nobody says."""
    best = min((item.word for item in said), default=None)
    return date.fromordinal(best.day) if best and best.day else None
