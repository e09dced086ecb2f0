"""BODS 0.4: every field that the standard requires, exact shares, nobody's name that is a person.

The same statements were found valid once by the standard's own schema and by `libcovebods`, whose
licence keeps it out of this suite.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from exported_networks import HostileFirms, written
from hostile_names import HOSTILE_NAMES
from loading import Desk, a_desk

from maillage.graph.errors import Refused
from maillage.ingest.formats.exported import Whole
from maillage.ingest.formats.registry import exported, find_format

ACTORS = """id,name,kind,legal_category,siren,named,other_names
dupont,Jeanne Unteldupont,enterprise,1000,,,
coop,Coop,enterprise,5458,732829320,,La Coopé|Coop 35
sas,La SAS,enterprise,5710,,,
ville,Ville,local_authority,7210,,,
cinq,cinq associés,enterprise,,,no,
"""
HOLDINGS = """holder_id,firm_id,share_pct,votes_pct,since,until,at,source
dupont,coop,"33,4",25,2010-05,,2012-12-31,journee
ville,coop,,10,,,,
coop,sas,12.5,,2010,2012,,registre
cinq,sas,,,,,,registre
sas,dupont,10,,,,,
"""
PLANNED = "source_id,target_id,kind,status\nville,sas,shareholding,planned\n"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with a_desk(tmp_path) as found:
        found.bring(ACTORS, "actors")
        found.bring(HOLDINGS, "shareholdings")
        found.bring(PLANNED, "ties")
        yield found


@pytest.fixture
def statements(desk: Desk) -> list[dict[str, Any]]:
    network = Whole(desk.store, on=date(2014, 9, 19))
    found: list[dict[str, Any]] = json.loads(written("bods", network))
    assert found == json.loads(written("bods", network))
    return found


def details(statements: list[dict[str, Any]], kind: str) -> list[dict[str, Any]]:
    return [one["recordDetails"] for one in statements if one["recordType"] == kind]


def test_each_statement_has_what_is_required_and_refers_to_one_before_it(
    statements: list[dict[str, Any]],
) -> None:
    ids = [one["statementId"] for one in statements]
    assert len(set(ids)) == len(ids) == 10
    before: dict[str, str] = {}
    for one in statements:
        assert 32 <= len(one["statementId"]) <= 64
        date.fromisoformat(one["statementDate"])
        assert one["recordStatus"] == "new"
        published = one["publicationDetails"]
        assert published["bodsVersion"] == "0.4"
        assert published["publicationDate"] == "2014-09-19"
        assert published["publisher"]["name"]
        assert one["recordDetails"]["isComponent"] is False
        assert one["recordId"] not in before
        before[one["recordId"]] = one["recordType"]
        assert before[one["declarationSubject"]] == "entity"
        if one["recordType"] == "relationship":
            assert before[one["recordDetails"]["subject"]] == "entity"
            assert one["recordDetails"]["interestedParty"] in before


def test_shares_votes_dates_and_sources_are_those_of_the_network(
    statements: list[dict[str, Any]],
) -> None:
    held = {
        (one["recordDetails"]["interests"][0].get("share", {}).get("exact")): one
        for one in statements
        if one["recordType"] == "relationship" and one.get("source", {}).get("description")
    }
    assert set(held) == {33.4, 12.5, None}
    assert held[33.4]["recordDetails"]["interests"] == [
        {"type": name, "directOrIndirect": "direct", "share": {"exact": share},
         "startDate": "2010-05-01"}
        for name, share in (("shareholding", 33.4), ("votingRights", 25))
    ]  # fmt: skip
    assert held[33.4]["statementDate"] == "2012-12-31"
    assert held[33.4]["source"] == {"type": ["thirdParty"], "description": "journee"}
    (interest,) = held[12.5]["recordDetails"]["interests"]
    assert (interest["startDate"], interest["endDate"]) == ("2010-01-01", "2012-12-31")


def test_actors_are_what_the_standard_calls_them(statements: list[dict[str, Any]]) -> None:
    types = {one["name"]: one["entityType"]["type"] for one in details(statements, "entity")}
    assert types == {
        "Coop": "registeredEntity",
        "La SAS": "legalEntity",
        "Ville": "stateBody",
        "cinq associés": "unknownEntity",
    }
    coop = next(one for one in details(statements, "entity") if one["name"] == "Coop")
    assert coop["alternateNames"] == ["Coop 35", "La Coopé"]
    assert coop["identifiers"][1:] == [
        {"id": "732829320", "scheme": "FR-INSEE", "schemeName": "SIREN"}
    ]


def test_a_sole_trader_is_a_person_without_a_name(statements: list[dict[str, Any]]) -> None:
    (person,) = details(statements, "person")
    assert person["personType"] == "anonymousPerson"
    assert person["unspecifiedPersonDetails"]["reason"]
    assert "unteldupont" not in json.dumps(statements).lower()


def test_without_names_nothing_of_it_is_left(desk: Desk) -> None:
    with pytest.raises(Refused):
        exported(find_format("bods"), desk.store, "fr", anonymise=True)


def test_hostile_names_stay_text() -> None:
    found = json.loads(written("bods", HostileFirms()))
    assert {one["name"] for one in details(found, "entity")} == set(HOSTILE_NAMES.values())
