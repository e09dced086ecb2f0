"""The territory of a pole: a set of communes and EPCI, each with the vintage of its code."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from maillage.ingest.places.communes import Communes
from maillage.ingest.places.ladder import Place, resolve_place
from maillage.ingest.problems import Problem

_CODE = re.compile(r"(?:\d{2}|2[AB])\d{3}")
_EPCI = re.compile(r"\d{9}")


@dataclass(frozen=True, slots=True)
class Territory:
    """`members`: « commune:35236@2026 », « epci:243500741@2026 »; `departements`: by code."""

    members: tuple[str, ...] = ()
    departements: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


def territory_of(
    cells: Iterable[str], departements: Sequence[str], communes: Communes
) -> Territory:
    """Codes of communes and EPCI, or names of communes of these départements."""
    members: dict[str, None] = {}
    crossed = dict.fromkeys(departements)
    problems: list[Problem] = []
    for text in cells:
        found = list(_members(text, departements, communes, problems))
        members |= dict.fromkeys(member for member, _ in found)
        crossed |= dict.fromkeys(code for _, code in found if code)
    return Territory(tuple(members), tuple(crossed), tuple(problems))


def _members(
    text: str, departements: Sequence[str], communes: Communes, problems: list[Problem]
) -> Iterator[tuple[str, str]]:
    """Each member that a cell names, with its département."""
    compact = re.sub(r"\s", "", text).upper()
    if _EPCI.fullmatch(compact):
        within = communes.of_epci(compact)
        vintage = within[0].vintage if within else ""
        member = _dated(f"epci:{compact}", vintage)
        yield from ((member, commune.departement) for commune in within)
        if not within:
            yield member, ""
        return
    place = _place(text, compact, departements, communes)
    problems.extend(_said(place, text))
    if place.commune_code and not place.to_review:
        vintage = place.commune.vintage if place.commune else ""
        area = place.departement.code if place.departement else ""
        yield _dated(f"commune:{place.commune_code}", vintage), area


def _place(text: str, compact: str, departements: Sequence[str], communes: Communes) -> Place:
    if _CODE.fullmatch(compact):
        return resolve_place(commune_code=compact, communes=communes)
    places = [
        resolve_place(commune=text, departement=area, communes=communes)
        for area in departements or ("",)
    ]
    return next((place for place in places if place.commune and not place.to_review), places[0])


def _said(place: Place, text: str) -> Iterator[Problem]:
    for finding in place.problems:
        yield Problem.of(finding.code, column="territory", value=text, read=finding.read)


def _dated(member: str, vintage: str) -> str:
    return f"{member}@{vintage}" if vintage else member
