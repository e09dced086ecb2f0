"""Beneficial Ownership Data Standard 0.4: who holds which share of what, as JSON statements.

Each firm that is held is the subject of a declaration of its own: the firm, its holders, and what
each of them holds. A record belongs to one declaration; the same actor in two of them is known
again by its identifiers. Only what is known is stated, nobody is called a beneficial owner, and
sole traders, who are persons, are never named.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from hashlib import blake2s
from typing import TypeAlias

from maillage.graph.dates import DateSpan
from maillage.graph.errors import InvalidDate
from maillage.graph.redaction import HIDDEN_NAME, is_person
from maillage.graph.vocabulary import HOLDING, STANDING_LABELS, Family, Standing, Status, actor_kind
from maillage.ingest.formats.exported import Cell, Edge, Exported, Node
from maillage.ingest.formats.json_graphs import json_items

VERSION = "0.4"
WHOLE = 100
Json: TypeAlias = "Mapping[str, Json] | Sequence[Json] | str | int | float | bool"

_INTERESTS = {"share_pct": "shareholding", "votes_pct": "votingRights"}
_SOURCE_TYPES = {Standing.CONFIRMED: "selfDeclaration", Standing.REPORTED: "thirdParty"}


def bods(network: Exported) -> Iterator[bytes]:
    """Planned holdings are not held, and a sole trader has no capital: neither is stated."""
    held: dict[str, list[Edge]] = defaultdict(list)
    for tie in network.edges((HOLDING,)):
        if tie.cells.get("status") != Status.PLANNED:
            held[tie.target].append(tie)
    ends = {end for ties in held.values() for tie in ties for end in (tie.source, tie.target)}
    known = {one.id: one for one in network.nodes() if one.id in ends}
    yield b"["
    yield from json_items(
        statement
        for firm, ties in held.items()
        if firm in known and not is_person(known[firm].cells)
        for statement in _declaration(network, known, firm, ties)
    )
    yield b"]\n"


def _declaration(
    network: Exported, known: Mapping[str, Node], firm: str, ties: Sequence[Edge]
) -> Iterator[Json]:
    """The firm and its holders first: a statement refers to those before it."""
    stating = _Stating(network, firm)
    sources = network.sources(ties)
    told = {tie.id: _day(tie.cells.get("observed_on")) or network.on for tie in ties}
    yield stating.actor(known[firm], max(told.values()))
    seen = {firm}
    for tie in ties:
        if tie.source in known and tie.source not in seen:
            yield stating.actor(known[tie.source], told[tie.id])
            seen.add(tie.source)
    for tie in ties:
        if tie.source in known:
            named = not is_person(known[tie.source].cells)
            yield stating.holding(tie, told[tie.id], sources.get(tie.id, ""), named=named)


@dataclass(frozen=True)
class _Stating:
    network: Exported
    firm: str

    def actor(self, one: Node, on: date) -> Json:
        kind = "person" if is_person(one.cells) else "entity"
        details = self._person() if kind == "person" else _entity(one)
        return self._statement(self._record(one.id), kind, details, on)

    def holding(self, tie: Edge, on: date, source: str, *, named: bool) -> Json:
        """A holding by a person is told without free words, which may say who it is."""
        details: dict[str, Json] = {
            "isComponent": False,
            "subject": self._record(self.firm),
            "interestedParty": self._record(tie.source),
            "interests": _interests(tie, str(tie.cells.get("subtype", "")) if named else ""),
        }
        standing = Standing(str(tie.cells["standing"]))
        said: dict[str, Json] = {}
        if standing in _SOURCE_TYPES:
            said["type"] = [_SOURCE_TYPES[standing]]
        if source:
            said["description"] = source
        more: dict[str, Json] = {"source": said} if said else {}
        if standing is Standing.CONTESTED:
            words = STANDING_LABELS[standing].text(self.network.language)
            more["annotations"] = [
                {"statementPointerTarget": "/", "motivation": "commenting", "description": words}
            ]
        return self._statement(self._record(tie.id), "relationship", details, on) | more

    def _person(self) -> dict[str, Json]:
        return {
            "isComponent": False,
            "personType": "anonymousPerson",
            "unspecifiedPersonDetails": {
                "reason": "interestedPartyExemptFromDisclosure",
                "description": HIDDEN_NAME.text(self.network.language),
            },
        }

    def _record(self, id: str) -> str:
        return _digest(f"{self.firm}\x1f{id}")

    def _statement(self, record: str, kind: str, details: Json, on: date) -> dict[str, Json]:
        """What says the same of the same day has the same id, whenever it is exported."""
        said: dict[str, Json] = {
            "declarationSubject": self._record(self.firm),
            "statementDate": on.isoformat(),
            "recordId": record,
            "recordType": kind,
            "recordStatus": "new",
            "recordDetails": details,
        }
        published: Json = {
            "publicationDate": self.network.on.isoformat(),
            "bodsVersion": VERSION,
            "publisher": {"name": "Maillage"},
        }
        id_ = _digest(json.dumps(said, sort_keys=True))
        return {"statementId": id_, **said, "publicationDetails": published}


def _entity(one: Node) -> dict[str, Json]:
    cells = one.cells
    details: dict[str, Json] = {"isComponent": False, "entityType": _entity_type(cells)}
    if cells.get("named") == "no":
        details["unspecifiedEntityDetails"] = {"reason": "informationUnknownToPublisher"}
    details["name"] = one.name
    if others := cells.get("other_names"):
        details["alternateNames"] = str(others).split("|")
    identifiers: list[Json] = [{"id": one.id, "schemeName": "Maillage"}]
    if siren := cells.get("siren"):
        identifiers.append({"id": siren, "scheme": "FR-INSEE", "schemeName": "SIREN"})
    if rna := cells.get("rna"):
        identifiers.append({"id": rna, "schemeName": "Répertoire national des associations"})
    if len(identifiers) > 1:
        details["jurisdiction"] = {"name": "France", "code": "FR"}
    return details | {"identifiers": identifiers}


def _entity_type(cells: Mapping[str, Cell]) -> Json:
    kind = actor_kind(str(cells["kind"]))
    if cells.get("named") == "no":
        type_ = "unknownEntity"
    elif kind.gathering:
        type_ = "arrangement"
    elif kind.family is Family.AUTHORITY:
        type_ = "stateBody"
    else:
        type_ = "registeredEntity" if "siren" in cells or "rna" in cells else "legalEntity"
    form = cells.get("legal_form")
    return {"type": type_, **({"details": str(form)} if form else {})}


def _interests(tie: Edge, details: str) -> Json:
    """Capital and votes are two interests; that there is a holding is one, of whatever share."""
    told = [name for name in _INTERESTS if name == "share_pct" or name in tie.cells]
    days = {
        "startDate": _day(tie.cells.get("start")),
        "endDate": _day(tie.cells.get("end"), last=True),
    }
    return [
        {
            "type": _INTERESTS[name],
            "directOrIndirect": "direct",
            **({"details": details} if details else {}),
            **({"share": {"exact": share}} if (share := _share(tie.cells.get(name))) else {}),
            **{field: day.isoformat() for field, day in days.items() if day},
        }
        for name in told
    ]


def _share(cell: Cell | None) -> float | None:
    """Of what is no share, none."""
    try:
        share = float(Fraction(str(cell)))
    except (ValueError, ZeroDivisionError):
        return None
    return share if 0 <= share <= WHOLE else None


def _day(cell: Cell | None, *, last: bool = False) -> date | None:
    """The first day of what is told, of an end the last; None of a side that is not known."""
    try:
        span = DateSpan.parse(str(cell or ""))
    except InvalidDate:
        return None
    day = span.latest if last else span.earliest
    return None if day in (date.min, date.max) else day


def _digest(text: str) -> str:
    return blake2s(text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
