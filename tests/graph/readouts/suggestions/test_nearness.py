"""What is near, and what merely bears the same name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from near import assert_near
from small_truth import Evidence, row
from told_store import Telling

from maillage.graph.model import Value
from maillage.graph.readouts.subject import Subject
from maillage.graph.readouts.suggestions.nearness import Nearness, kilometres

POINTS = st.tuples(st.floats(-90, 90), st.floats(-180, 180))
SAINT_MALO = {"latitude": 48.65, "longitude": -2.02, "departement": "35"}
DINAN = {"latitude": 48.45, "longitude": -2.05, "departement": "22"}
AT_COMMUNE, AT_CENTRE = {"geo_precision": "commune"}, {"geo_precision": "departement"}


@pytest.mark.parametrize(
    ("one", "other", "how", "said"),
    [
        ({"commune": "Die", "departement": "26"}, {"commune": "DIE", "departement": "26"},
         "commune", "Même commune\u202f: Die."),
        ({"commune": "Saint-Denis", "departement": "93"},
         {"commune": "Saint-Denis", "departement": "974"}, "", ""),
        (SAINT_MALO | AT_COMMUNE, DINAN | AT_COMMUNE, "distance", "À 22 km l’un de l’autre."),
        (SAINT_MALO | AT_CENTRE, DINAN | AT_COMMUNE, "region", "Même région\u202f: Bretagne."),
        ({"departement": "26"}, {"departements": ("07", "26")}, "departement",
         "Même département\u202f: Drôme."),
        ({}, {}, "", ""),
    ],
)  # fmt: skip
def test_the_narrowest_territory_that_both_share(
    tell: Telling, one: dict[str, Value], other: dict[str, Value], how: str, said: str
) -> None:
    told = Evidence()
    claims = zip("ab", (one, other), strict=True)
    told.load(*(row(id_, "", None, name=id_, **of) for id_, of in claims))
    near = Nearness(Subject.network_of(tell(told))).territory(0, 1)
    assert (near.how, near.said.fr) == (how, said) if near else how == ""


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [
        (
            {"activity": "Bois, énergie"},
            {"activity": "ENERGIE ; bois"},
            "Même activité\u202f: Bois.",
        ),
        ({"activity": "Bois, énergie"}, {"activity": "energie"}, "Même activité\u202f: énergie."),
        ({"naf": "43.32A"}, {"naf": "4120A"}, "Même section de la NAF\u202f: F."),
        ({"naf": "43.32A"}, {"naf": "01.11Z"}, ""),
        ({}, {}, ""),
    ],
)
def test_the_same_activity_is_a_section_or_the_same_words(
    tell: Telling, one: dict[str, Value], other: dict[str, Value], said: str
) -> None:
    told = Evidence()
    claims = zip("ab", (one, other), strict=True)
    told.load(*(row(id_, "", None, name=id_, **of) for id_, of in claims))
    found = Nearness(Subject.network_of(tell(told))).activity(0, 1)
    assert (found.fr if found else "") == said


@given(here=POINTS, there=POINTS)
def test_a_distance_is_one(here: tuple[float, float], there: tuple[float, float]) -> None:
    assert_near(kilometres(here, there), kilometres(there, here))
    assert 0 <= kilometres(here, there) <= 20_016
    assert kilometres(here, here) == 0
