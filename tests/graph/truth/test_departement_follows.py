"""What follows from a département where nobody says more."""

from __future__ import annotations

from maillage.graph.dates import DateSpan
from maillage.graph.model import Record, Value
from maillage.graph.truth.evidence import Evidence, Trust, word_of
from maillage.graph.truth.places import follow


def said(code: str, on: str = "") -> list[Evidence]:
    observed = DateSpan.parse(on) if on else None
    record = Record(id="r", import_id="i", line=1, observed_on=observed)
    return [Evidence(word_of(record, Trust.THIRD_PARTY, {}), code)]


def test_a_departement_gives_its_region_of_the_day_and_a_rough_point() -> None:
    landes: dict[str, Value] = {"departement": "40"}
    assert follow(landes, said("40", "2014"))["region"] == "Aquitaine"
    today = follow(landes, said("40"))
    assert today["region"] == "Nouvelle-Aquitaine"
    assert today["geo_precision"] == "departement"
    assert (today["latitude"], today["longitude"]) == (43.964, -0.781)


def test_what_is_said_stays() -> None:
    point: dict[str, Value] = {
        "departement": "35", "region": "Grand Ouest", "latitude": 47.65, "longitude": -2.08,
        "geo_precision": "commune",
    }  # fmt: skip
    assert follow(point, said("35")) == point


def test_nothing_follows_from_no_departement_or_a_foreign_one() -> None:
    assert follow({}, ()) == {}
    assert follow({"departement": "Hainaut"}, said("Hainaut")) == {"departement": "Hainaut"}
    # A collectivity overseas has neither a région nor a centroid here.
    assert follow({"departement": "975"}, said("975")) == {"departement": "975"}
