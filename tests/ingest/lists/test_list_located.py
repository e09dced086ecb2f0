"""Where the organisation of a line is: cells of a list climbed by the ladder of places."""

from __future__ import annotations

from pathlib import Path

import pytest
from loading import Desk, codes, fates

from maillage.ingest.places.communes import Communes

COMMUNES = Communes.load(Path(__file__).parents[1] / "data" / "communes.csv")
HEADING = "Nom;Code commune;Code postal;Commune;Département;Région;Constaté le\n"


def test_a_code_gives_the_commune_and_all_that_holds_it(desk: Desk) -> None:
    report = desk.bring(HEADING + "Foyer;35236;;Redon;;;2014\n", "actors", communes=COMMUNES)
    place = desk.actor("Foyer").attributes
    assert (place["commune_code"], place["departement"], place["region"]) == (
        "35236", "35", "Bretagne",
    )  # fmt: skip
    assert (place["latitude"], place["longitude"], place["geo_precision"]) == (
        47.651, -2.084, "commune",
    )  # fmt: skip
    assert fates(report) == {"accepted": 1}


def test_a_departement_s_centroid_is_never_more_than_it_is(desk: Desk) -> None:
    desk.bring(HEADING + "Foyer;;;;40;;2014\n", "actors")
    desk.bring(HEADING + "Foyer;;;;40;;2013\n", "actors", name="autre.csv", source="autre")
    for actor in desk.graph.actors.values():
        assert actor.attributes["geo_precision"] == "departement"
        assert actor.attributes["region"] == "Aquitaine"  # in 2014
        assert not actor.conflicts


def test_an_exact_place_is_not_contradicted_by_a_rough_one(desk: Desk) -> None:
    text = "SIREN;Nom;Code commune;Département;Constaté le\n"
    desk.bring(text + "732829320;Foyer;35236;;2012\n", "actors", communes=COMMUNES)
    desk.bring(text + "732829320;Foyer;;35;2014\n", "actors", name="autre.csv")
    found = desk.actor("Foyer")
    assert found.attributes["geo_precision"] == "commune"
    assert found.attributes["latitude"] == 47.651
    assert not found.conflicts


@pytest.mark.parametrize(
    ("line", "code", "heading"),
    [
        ("X;;;Saint-Denis;;;", "commune_ambiguous", "Commune"),
        ("X;;35600;;;;", "commune_ambiguous", "Commune"),
        ("X;;;Redonn;35;;", "commune_approximate", "Commune"),
    ],
)
def test_a_commune_that_could_be_another_waits(
    desk: Desk, line: str, code: str, heading: str
) -> None:
    report = desk.bring(HEADING + line + "\n", "actors", communes=COMMUNES)
    (problem,) = [problem for problem in report.problems if problem.row == 2]
    assert (problem.code, problem.column) == (code, heading)
    assert fates(report) == {"waiting": 1}
    place = desk.actor("X").attributes
    assert place["commune_candidates"]
    assert "commune_code" not in place


def test_a_commune_that_no_longer_exists_is_its_successor_and_said(desk: Desk) -> None:
    report = desk.bring(HEADING + "X;50173;;Équeurdreville;;;\n", "actors", communes=COMMUNES)
    assert codes(report, 2) == {"commune_ended"}
    assert desk.actor("X").attributes["commune_code"] == "50129"


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("X;ABC;;;;;", "commune_code_pattern"),
        ("X;99999;;;;;", "commune_code_unknown"),
        ("X;35236;;Rennes;;;", "commune_name_differs"),
        ("X;;;;Hainaut;;", "departement_unknown"),
        ("X;35236;;;;Aquitaine;", "region_differs"),
    ],
)
def test_a_line_is_kept_whatever_its_place(desk: Desk, line: str, code: str) -> None:
    report = desk.bring(HEADING + line + "\n", "actors", communes=COMMUNES)
    assert codes(report, 2) == {code}
    assert fates(report) == {"changed": 1}
    assert desk.actor("X")


def test_members_have_their_place_too(desk: Desk) -> None:
    desk.bring(
        "Membre;Pôle;Code postal;Commune\nFoyer;P;35600;Redon\n", "members", communes=COMMUNES
    )
    assert desk.actor("Foyer").attributes["commune_code"] == "35236"


def test_a_pole_has_a_set_of_territories_each_with_its_vintage(desk: Desk) -> None:
    text = (
        "Nom du pôle;Départements;Communes du territoire\nP;35;Redon|08390|243500139|Nulle part\n"
    )
    report = desk.bring(text, "poles", communes=COMMUNES)
    pole = desk.actor("P").attributes
    assert pole["territories"] == (
        "commune:08390@2026", "commune:35236@2026", "epci:243500139@2026",
    )  # fmt: skip
    assert pole["departements"] == ("08", "35")
    assert codes(report, 2) == {"commune_not_found"}


@pytest.mark.parametrize(
    ("heading", "line", "list_name"),
    [
        ("Nom du pôle;Commune", "Trégor", "poles"),
        ("Nature;Nom du groupe;Commune", "GEIQ;Trégor", "groups"),
    ],
)
@pytest.mark.parametrize("commune", ["Lannion (22)", "22300 Lannion"])
def test_a_pole_and_a_group_keep_the_departement_of_their_commune(
    desk: Desk, heading: str, line: str, list_name: str, commune: str
) -> None:
    desk.bring(f"{heading}\n{line};{commune}\n", list_name)
    place = desk.actor("Trégor").attributes
    told = [place[field] for field in ("commune", "departement", "geo_precision")]
    assert told == ["Lannion", "22", "departement"]


def test_the_departements_that_a_pole_crosses_stand_for_that_of_its_commune(desk: Desk) -> None:
    desk.bring("Nom du pôle;Commune;Départements\nPôle;Lannion (22);22|29\n", "poles")
    place = desk.actor("Pôle").attributes
    assert "departement" not in place
    assert place["departements"] == ("22", "29")
