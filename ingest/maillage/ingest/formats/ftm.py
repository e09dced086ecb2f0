"""FollowTheMoney entities, one JSON object a line, as Aleph and OpenSanctions read them.

Only a `Company` can be owned, and only an organisation has members or directors: a tie that does
not fit is an `UnknownLink`, which says in words what it is.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2s

from maillage.graph.redaction import is_person
from maillage.graph.vocabulary import (
    SECTOR_LABELS,
    STANDING_LABELS,
    STATUS_LABELS,
    TIE_KINDS,
    Family,
    Sector,
    Standing,
    Status,
    actor_kind,
)
from maillage.ingest.formats.exported import Cell, Edge, Exported, Node, with_sources
from maillage.ingest.identity.forms import declared_forms

Cells = Mapping[str, Cell]
Values = list[str]

COMPANY, ORGANIZATION = "Company", "Organization"
_ORGANIZATIONS = frozenset({COMPANY, ORGANIZATION, "PublicBody"})
_FAMILIES = {"cooperative": COMPANY, "commercial_ess": COMPANY}
# Commercial and civil companies among the legal categories of INSEE.
_COMPANY_CATEGORIES = ("5", "6")
# Any other text is no id there.
_ID = re.compile(r"[0-9A-Za-z](?:[0-9A-Za-z.-]*[0-9A-Za-z])?", re.ASCII)


@dataclass(frozen=True, slots=True)
class _Link:
    """How a kind of tie is told, where what it leads to is one of these schemata."""

    schema: str
    source: str
    target: str
    to: frozenset[str]


_UNKNOWN = _Link("UnknownLink", "subject", "object", frozenset())
_MEMBERSHIP = _Link("Membership", "member", "organization", _ORGANIZATIONS)
_LINKS = {
    "shareholding": _Link("Ownership", "owner", "asset", frozenset({COMPANY})),
    "membership": _MEMBERSHIP,
    "network_affiliation": _MEMBERSHIP,
    "governance": _Link("Directorship", "director", "organization", _ORGANIZATIONS),
    "succession": _Link("Succession", "predecessor", "successor", _ORGANIZATIONS),
}


def ftm(network: Exported) -> Iterator[bytes]:
    schemata: dict[str, str] = {}
    for one in network.nodes():
        schemata[one.id] = schema_of(one.cells)
        yield _entity(one.id, schemata[one.id], _of_actor(network, one))
    for tie, source in with_sources(network):
        link = _LINKS.get(str(tie.cells["kind"]), _UNKNOWN)
        if schemata.get(tie.target) not in link.to:
            link = _UNKNOWN
        yield _entity(tie.id, link.schema, _of_tie(network, tie, link, source))


def schema_of(cells: Cells) -> str:
    """What FollowTheMoney calls an actor; of whom nothing is known, a legal entity."""
    if is_person(cells):
        return "Person"
    if "kind" not in cells:
        return "LegalEntity"
    kind = actor_kind(str(cells["kind"]))
    if kind.gathering:
        return ORGANIZATION
    if cells.get("sector") == Sector.PUBLIC or kind.family is Family.AUTHORITY:
        return "PublicBody"
    return COMPANY if kind.family is Family.ENTERPRISE and _is_company(cells) else ORGANIZATION


def _is_company(cells: Cells) -> bool:
    """By its legal category, else its social-economy family, else the form that it declares."""
    if category := cells.get("legal_category"):
        return str(category).startswith(_COMPANY_CATEGORIES)
    if family := cells.get("ess_family"):
        return _FAMILIES.get(str(family)) == COMPANY
    forms = declared_forms(str(cells.get("legal_form", "")))
    return cells["kind"] == "enterprise" or any(form.rank == "vehicle" for form in forms)


def _of_actor(network: Exported, one: Node) -> Mapping[str, Iterable[Cell | None]]:
    cells, language = one.cells, network.language
    words = [actor_kind(str(cells["kind"])).label.text(language)] if "kind" in cells else []
    if sector := cells.get("sector"):
        words.append(SECTOR_LABELS[Sector(str(sector))].text(language))
    place = [cells.get(name) for name in ("postal_code", "commune", "departement", "region")]
    numbers = [cells.get("siren"), cells.get("rna")]
    web = str(cells.get("web", ""))
    return {
        "name": [one.name],
        "alias": _parts(cells, "other_names"),
        "legalForm": [cells.get("legal_form")],
        "registrationNumber": numbers,
        "jurisdiction": ["fr"] if any(numbers) else [],
        "incorporationDate": _dates(cells, "valid_from"),
        "dissolutionDate": _dates(cells, "valid_to"),
        "sector": [cells.get("activity")],
        "classification": words,
        "address": [", ".join(str(part) for part in place if part)],
        "website": [web] if web.startswith(("http://", "https://")) else [],
        "keywords": _parts(cells, "tags"),
        "notes": _parts(cells, "note"),
    }


def _of_tie(
    network: Exported, tie: Edge, link: _Link, source: str
) -> Mapping[str, Iterable[Cell | None]]:
    cells, language = tie.cells, network.language
    amount = cells.get("amount_eur")
    owned = link.schema == "Ownership"
    return {
        link.source: [_id(tie.source)],
        link.target: [_id(tie.target)],
        "role": [
            TIE_KINDS[str(cells["kind"])].label.text(language),
            cells.get("subtype"),
            cells.get("role"),
        ],
        "status": [STATUS_LABELS[Status(str(cells["status"]))].text(language)],
        "startDate": _dates(cells, "start"),
        "endDate": _dates(cells, "end"),
        "date": _dates(cells, "observed_on"),
        "percentage": [cells.get("share_pct")] if owned else [],
        "sharesValue": [amount] if owned else [],
        "sharesCurrency": ["EUR"] if owned and amount is not None else [],
        "summary": [
            STANDING_LABELS[Standing(str(cells["standing"]))].text(language),
            f"{amount} EUR" if amount is not None and not owned else None,
        ],
        "description": [cells.get("note")],
        "publisher": [source],
        "recordId": [tie.id],
    }


def _entity(id: str, schema: str, said: Mapping[str, Iterable[Cell | None]]) -> bytes:
    properties: dict[str, Values] = {}
    for name, cells in said.items():
        if values := [str(cell) for cell in cells if cell not in (None, "")]:
            properties[name] = list(dict.fromkeys(values))
    line = {"id": _id(id), "schema": schema, "properties": properties}
    return (json.dumps(line, ensure_ascii=False) + "\n").encode("utf-8", "surrogatepass")


def _dates(cells: Cells, name: str) -> Sequence[str]:
    """As much as is known of a date; of a time between two, both."""
    return [part for part in str(cells.get(name, "")).split("/") if part[:4].isdecimal()]


def _parts(cells: Cells, name: str) -> Sequence[str]:
    return str(cells.get(name, "")).split("|")


def _id(id: str) -> str:
    if _ID.fullmatch(id):
        return id
    return "x-" + blake2s(id.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
