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
    day = min((item.word for item in said), default=None)
    found = region_of(known.code, date.fromordinal(day.day) if day and day.day else None)
    if found and "region" not in attributes:
        attributes = {**attributes, "region": found.name}
    if "latitude" in attributes or known.latitude is None or known.longitude is None:
        return attributes
    return {
        **attributes,
        "latitude": known.latitude,
        "longitude": known.longitude,
        "geo_precision": "departement",
    }
