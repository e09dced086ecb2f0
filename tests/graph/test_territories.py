from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maillage.graph.territories import (
    departement,
    departements,
    region,
    region_of,
    regions,
    regions_at,
)

IN_2014 = date(2014, 9, 19)
METROPOLITAN = [code for code in departements() if len(code) == 2]


def test_every_departement_has_its_centroid_and_its_region_at_both_dates() -> None:
    full = [item for item in departements().values() if item.region]
    assert len(full) == 101
    for item in full:
        assert item.latitude is not None
        assert item.longitude is not None
        assert region_of(item.code) is not None
        assert region_of(item.code, IN_2014) is not None


def test_centroids_are_where_the_departements_are() -> None:
    for code in METROPOLITAN:
        item = departements()[code]
        assert item.latitude is not None
        assert item.longitude is not None
        assert 41 < item.latitude < 51.1
        assert -5 < item.longitude < 9.6
    by_latitude = sorted(METROPOLITAN, key=lambda code: departements()[code].latitude or 0)
    assert by_latitude[0] == "2A"
    assert set(by_latitude[-2:]) == {"59", "62"}


def test_regions_have_a_vintage() -> None:
    now = {item.code for item in regions_at()}
    then = {item.code for item in regions_at(IN_2014) if item.code > "06"}
    assert len(now) == 18
    assert len(then) == 22
    assert len(now - {"01", "02", "03", "04", "06"}) == 13
    last_day, first_day = date(2015, 12, 31), date(2016, 1, 1)
    assert {item.name for item in regions_at(last_day)} >= {"Aquitaine", "Centre-Val de Loire"}
    assert not {item.name for item in regions_at(first_day)} & {"Aquitaine", "Centre"}


def test_each_former_region_has_a_successor_that_holds_its_departements() -> None:
    codes = {item.code for item in regions_at()}
    for former in (item for item in regions() if not item.current):
        assert former.successor in codes
        members = [d for d in departements().values() if d.region_2015 == former.code]
        assert members
        assert {member.region for member in members} == {former.successor}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("35", "35"),
        ("1", "01"),
        ("2a", "2A"),
        ("Ille et Vilaine", "35"),
        ("l’Ain", "01"),
        ("Département de la Creuse", "23"),
        ("Côtes-du-Nord", "22"),
        ("LA REUNION", "974"),
        ("Landes (40)", "40"),
        ("35600", "35"),
        ("20167", "2A"),
        ("20200", "2B"),
        ("97110", "971"),
        ("97133", "977"),
        ("98800", "988"),
    ],
)
def test_a_departement_is_known_by_code_name_or_postal_code(text: str, code: str) -> None:
    found = departement(text)
    assert found is not None
    assert found.code == code


@pytest.mark.parametrize("text", ["", "20", "96", "Bretagne", "98000", "99", "x"])
def test_what_is_no_departement_is_none(text: str) -> None:
    assert departement(text) is None


def test_a_region_is_known_by_name_or_code_at_a_date() -> None:
    names = {
        (text, on): found.name
        for text in ("24", "Aquitaine", "PACA", "Pays de Loire", "72", "Île de France")
        for on in (None, IN_2014)
        if (found := region(text, on))
    }
    assert names["24", IN_2014] == "Centre"
    assert names["24", None] == "Centre-Val de Loire"
    assert names["Aquitaine", None] == names["72", None] == "Aquitaine"
    assert names["PACA", IN_2014] == "Provence-Alpes-Côte d'Azur"
    assert names["Pays de Loire", None] == "Pays de la Loire"
    assert region("Septimanie") is None


def test_the_same_departement_changes_region_in_2016() -> None:
    names = [found.name for on in (IN_2014, None) if (found := region_of("40", on))]
    assert names == ["Aquitaine", "Nouvelle-Aquitaine"]
    assert region_of("975") is None
    assert region_of("zz") is None


@given(st.sampled_from(sorted(departements())))
def test_every_departement_is_found_again_by_its_own_words(code: str) -> None:
    known = departements()[code]
    assert departement(code) == departement(known.name.upper()) == known
