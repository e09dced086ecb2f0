"""What is written by hand is held to what a line of a list is held to: refused in the list's words,
at its field, and nothing is written."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from fastapi.testclient import TestClient

from maillage.api.deps import API

ACTORS, TIES = f"{API}/actors", f"{API}/ties"
ONE = f"{ACTORS}/ptce-sud-aquitaine"
TIE = {"source": "ptce-sud-aquitaine", "target": "rtes", "kind": "membership"}
OF_ACTORS: tuple[tuple[dict[str, Any], str], ...] = (
    ({"email": "jeanne@ex.fr"}, "email"),
    ({"telephone": "0612345678"}, "telephone"),
    ({"contact": "Jeanne Martin"}, "contact"),
    ({"siren": "7"}, "siren"),
    ({"siren": "ABC DEF"}, "siren"),
    ({"siren": "7,32829E+13"}, "siren"),
    ({"siret": "zz"}, "siret"),
    ({"siret": "73282932000075"}, "siret"),
    ({"siren": "404833048", "siret": "73282932000074"}, "siret"),
    ({"sirets": ["73282932000075"]}, "sirets"),
    ({"siren": ""}, "siren"),
    ({"siret": "NC"}, "siret"),
    ({"rna": "zz"}, "rna"),
    ({"rna": "1234567"}, "rna"),
    ({"rna": "732829320"}, "rna"),
    ({"siren": "W401002345"}, "siren"),
    ({"siret": "W401002345"}, "siret"),
    ({"legal_category": "=SOMME(A1)"}, "legal_category"),
    ({"name": ""}, "name"),
    ({"name": "-"}, "name"),
    ({"name": "Mme Prat"}, "name"),
    ({"name": "(Mme Prat)"}, "name"),
    ({"name": "a\u0000b"}, "name"),
    ({"tags": ["a\u0000b"]}, "tags"),
    ({"valid_from": "hier"}, "valid_from"),
    ({"valid_from": "0024"}, "valid_from"),
    ({"valid_from": "2020", "valid_to": "2010"}, "valid_to"),
    ({"jobs": -3}, "jobs"),
    ({"jobs": "douze"}, "jobs"),
    ({"fte": -0.5}, "fte"),
    ({"turnover_eur": -1}, "turnover_eur"),
    ({"latitude": 999}, "latitude"),
    ({"longitude": -181}, "longitude"),
    ({"commune_code": "zz"}, "commune_code"),
    ({"postal_code": "zz"}, "postal_code"),
    ({"naf": "zz"}, "naf"),
    ({"legal_category": "zz"}, "legal_category"),
    ({"founded_year": 99999}, "founded_year"),
    ({"stands_for_min": 5, "stands_for_max": 2}, "stands_for_max"),
    ({"web": "javascript:alert(1)"}, "web"),
    ({"web": "java\nscript:alert(1)"}, "web"),
    ({"emial": "x"}, "emial"),
    ({"foo bar": "x"}, "foo bar"),
    ({"id": "x"}, "id"),
    ({"pole": "rtes"}, "pole"),
)
OF_TIES: tuple[tuple[dict[str, Any], str], ...] = (
    ({"fields": {"email": "jeanne@ex.fr"}}, "fields.email"),
    ({"fields": {"amount_eur": -5}}, "fields.amount_eur"),
    ({"fields": {"fte": -1}}, "fields.fte"),
    ({"fields": {"hours": 1e300}}, "fields.hours"),
    ({"fields": {"purpose": "a\u0000b"}}, "fields.purpose"),
    ({"fields": {"prupose": "x"}}, "fields.prupose"),
    ({"start": "2999"}, "start"),
    ({"end": "2999"}, "end"),
    ({"end": "2021", "status": "active"}, "status"),
    ({"end": "2021", "status": "planned"}, "status"),
)


def revision(client: TestClient) -> int:
    return int(client.get(f"{API}/health").json()["revision"])


def refused(client: TestClient, method: str, url: str, body: object) -> list[str]:
    """The fields that are named, where nothing was written."""
    before = revision(client)
    answer = client.request(method, url, json=body)
    assert answer.status_code == 422, answer.text
    assert revision(client) == before
    return [error["field"] for error in answer.json()["errors"]]


@pytest.mark.parametrize(("said", "field"), OF_ACTORS)
def test_what_a_list_would_not_take_of_an_actor(
    client: TestClient, said: dict[str, Any], field: str
) -> None:
    new = {"fields": {"name": "Ferme Mail"} | said}
    assert refused(client, "POST", ACTORS, new) == [f"fields.{field}"]
    assert refused(client, "PATCH", ONE, {"fields": said}) == [f"fields.{field}"]


@pytest.mark.parametrize(("said", "field"), OF_TIES)
def test_what_a_list_would_not_take_of_a_tie(
    client: TestClient, said: dict[str, Any], field: str
) -> None:
    assert refused(client, "POST", TIES, TIE | said) == [field]


def test_it_is_refused_in_the_words_of_lists(client: TestClient) -> None:
    said = {"fields": {"name": "X", "siren": "732829321", "emial": "x"}}
    told = client.post(ACTORS, json=said).json()["errors"]
    assert [error["field"] for error in told] == ["fields.siren", "fields.emial"]
    assert "sa clé de contrôle est fausse" in told[0]["message"]


def test_what_can_be_read_is_written_as_lists_write_it(own_client: TestClient) -> None:
    said = {
        "name": "Ferme Mail", "siret": "732 829 320 00074", "naf": "8899b", "turnover_eur": 2.345,
        "valid_from": "mars 2013", "web": "ferme.fr:8080", "founded_year": 2012,
        "note": ["voir Mme Claire Martin, 06 12 34 56 78"], "latitude": -21.1,
    }  # fmt: skip
    made = own_client.post(ACTORS, json={"fields": said})
    assert made.status_code == 201, made.text
    actor = made.json()["actor"]["actor"]
    assert actor["siren"] == "732829320"
    assert actor["attributes"] == {
        "sirets": ["73282932000074"], "naf": "88.99B", "turnover_eur": 2.345,
        "valid_from": "2013-03", "web": "ferme.fr:8080", "founded_year": 2012,
        "note": ["voir ⟦retiré⟧, ⟦retiré⟧"], "latitude": -21.1,
    }  # fmt: skip
    tie = TIE | {"source": actor["id"], "fields": {"purpose": "appeler M. Durand, a@b.fr"}}
    tied = own_client.post(TIES, json=tie).json()["tie"]["tie"]
    assert tied["attributes"] == {"purpose": "appeler ⟦retiré⟧, ⟦retiré⟧"}


def test_persons_beside_a_name_are_not_kept_either(own_client: TestClient) -> None:
    said = {
        "name": "Val Ferme (contact : Yann Le Goff)",
        "other_names": ["Le Val, Mme Prat", "Élan (Redon)"],
    }  # fmt: skip
    made = own_client.post(ACTORS, json={"fields": said}).json()["actor"]["actor"]
    assert made["name"] == "Val Ferme"
    assert set(made["other_names"]) == {"Le Val", "Élan (Redon)"}
    amended = own_client.patch(
        f"{ACTORS}/{made['id']}", json={"fields": {"name": "Val Fermier c/o Mme Prat"}}
    )
    assert amended.json()["actor"]["actor"]["name"] == "Val Fermier"


@pytest.mark.parametrize(
    ("in_years", "said", "status"),
    [(2, {}, "planned"), (2, {"status": "active"}, "active"), (0, {}, "active")],
)
def test_a_tie_that_has_yet_to_begin_is_planned_unless_its_status_is_said(
    own_client: TestClient, in_years: int, said: dict[str, str], status: str
) -> None:
    start = str(datetime.now(UTC).year + in_years)
    tie = TIE | {"subtype": "essai", "start": start} | said
    assert own_client.post(TIES, json=tie).json()["tie"]["tie"]["status"] == status
