"""FollowTheMoney entities, held against its model: which properties a schema has, and what ends.

The package itself needs the native ICU, so what it says of its model 4.11.2 stands here.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from exported_networks import HostileFirms, written
from hostile_names import HOSTILE_NAMES
from loading import Desk, a_desk

from maillage.ingest.formats.exported import Exported, Whole
from maillage.ingest.formats.registry import exported, find_format

NODES = {
    "Organization": {"Organization", "LegalEntity", "Thing"},
    "PublicBody": {"PublicBody", "Organization", "LegalEntity", "Thing"},
    "Company": {"Company", "Organization", "Asset", "LegalEntity", "Thing"},
    "Person": {"Person", "LegalEntity", "Thing"},
    "LegalEntity": {"LegalEntity", "Thing"},
}
OF_NODES = {
    "name",
    "alias",
    "legalForm",
    "registrationNumber",
    "jurisdiction",
    "incorporationDate",
    "dissolutionDate",
    "sector",
    "classification",
    "address",
    "website",
    "keywords",
    "notes",
}
ENDS = {
    "Ownership": {"owner": "LegalEntity", "asset": "Asset"},
    "Membership": {"member": "LegalEntity", "organization": "Organization"},
    "Directorship": {"director": "LegalEntity", "organization": "Organization"},
    "Succession": {"predecessor": "LegalEntity", "successor": "LegalEntity"},
    "UnknownLink": {"subject": "Thing", "object": "Thing"},
}
OF_INTERESTS = {
    "role",
    "status",
    "startDate",
    "endDate",
    "date",
    "summary",
    "description",
    "publisher",
    "recordId",
}
OF_OWNERSHIP = {"percentage", "sharesValue", "sharesCurrency"}

ACTORS = """id,name,kind,legal_category,siren,legal_form,sector,web
dupont,Jeanne Unteldupont,enterprise,1000,,,,
coop,Coop,ess_enterprise,5458,732829320,,ess,https://coop.example
asso,Asso,ess_enterprise,9220,,Association loi 1901,ess,
forme,Forme,ess_enterprise,,,SAS,,
ville,Ville,local_authority,,,,public,
appel,Appel à projets,event_or_project,,,,public,
rue d’en haut,L’Atelier,enterprise,,,,,sans
"""
TIES = """source_id,target_id,kind,share_pct,amount_eur,valid_from,valid_to,source
dupont,coop,shareholding,"33,4",1000,2010-05,2012,journee
coop,asso,shareholding,10,,,,
ville,forme,shareholding,,,,,
asso,ville,membership,,,2012/2014-05,,
asso,dupont,membership,,,,,
ville,coop,financing,,5000,,,
asso,coop,governance,,,,,
asso,coop,succession,,,,,
rue d’en haut,appel,attendance,,,,,
"""


@dataclass(frozen=True)
class Entity:
    id: str
    schema: str
    properties: dict[str, list[str]]


def entities(network: Exported) -> list[Entity]:
    return [Entity(**json.loads(line)) for line in written("ftm", network).splitlines()]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with a_desk(tmp_path) as found:
        found.bring(ACTORS, "actors")
        found.bring(TIES, "ties")
        yield found


def check_against_model(found: list[Entity]) -> None:
    schemata = {one.id: one.schema for one in found}
    assert len(schemata) == len(found)
    for one in found:
        assert re.fullmatch(r"[0-9a-zA-Z]([0-9a-zA-Z.\-]*[0-9a-zA-Z])?", one.id)
        assert all(
            values and all(isinstance(value, str) and value for value in values)
            for values in one.properties.values()
        )
        if one.schema in NODES:
            assert set(one.properties) <= OF_NODES
            assert one.properties["name"]
        else:
            ends = ENDS[one.schema]
            owned = OF_OWNERSHIP if one.schema == "Ownership" else set()
            assert set(one.properties) <= OF_INTERESTS | owned | set(ends)
            for name, range_ in ends.items():
                (end,) = one.properties[name]
                assert range_ in NODES[schemata[end]]
        for name in ("startDate", "endDate", "date"):
            for value in one.properties.get(name, ()):
                assert re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", value)


def test_what_is_said_fits_the_model(desk: Desk) -> None:
    found = entities(Whole(desk.store))
    check_against_model(found)
    check_against_model(entities(exported(find_format("ftm"), desk.store, "en", anonymise=True)))
    names = {one.properties["name"][0]: one.schema for one in found if one.schema in NODES}
    assert names == {
        "Jeanne Unteldupont": "Person",
        "Coop": "Company",
        "Asso": "Organization",
        "Forme": "Company",
        "Ville": "PublicBody",
        "Appel à projets": "Organization",
        "L’Atelier": "Company",
    }


def test_a_tie_that_does_not_fit_says_what_it_is(desk: Desk) -> None:
    links = [one for one in entities(Whole(desk.store)) if one.schema in ENDS]
    told = {
        (one.schema, *(one.properties[end][0] for end in ENDS[one.schema])): one for one in links
    }
    assert {key for key in told if "x-" not in key[1]} == {
        ("Ownership", "dupont", "coop"),
        ("UnknownLink", "coop", "asso"),
        ("Ownership", "ville", "forme"),
        ("Membership", "asso", "ville"),
        ("UnknownLink", "asso", "dupont"),
        ("UnknownLink", "ville", "coop"),
        ("Directorship", "asso", "coop"),
        ("Succession", "asso", "coop"),
    }
    held = told["Ownership", "dupont", "coop"].properties
    assert (held["percentage"], held["sharesValue"], held["sharesCurrency"]) == (
        ["33.4"], ["1000.0"], ["EUR"],
    )  # fmt: skip
    assert (held["startDate"], held["endDate"]) == (["2010-05"], ["2012"])
    assert held["publisher"] == ["journee"]
    assert told["Membership", "asso", "ville"].properties["startDate"] == ["2012", "2014-05"]
    assert told["UnknownLink", "coop", "asso"].properties["role"] == ["participation au capital"]
    assert "5000.0 EUR" in told["UnknownLink", "ville", "coop"].properties["summary"]


def test_hostile_names_stay_text() -> None:
    found = entities(HostileFirms())
    check_against_model(found)
    names = {one.properties["name"][0] for one in found if one.schema == "Company"}
    assert names == set(HOSTILE_NAMES.values())
