"""What is asked amiss is refused in words, in the reader's language, as the field that it is:
never left out in silence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, get_args

import pytest
from fastapi.testclient import TestClient

from maillage.api.app import create_app
from maillage.api.deps import API
from maillage.api.requests.asked import ActorId, PoleId, ViewName

DOCUMENT = create_app("sqlite:///unused.db").openapi()
OPERATIONS = [
    (method.upper(), path, said)
    for path, methods in DOCUMENT["paths"].items()
    for method, said in methods.items()
]
TIE = {"source": "rtes", "target": "ptce-realis", "kind": "partnership"}
INVISIBLE = "\u202eRevues\x07 de\u200b lien\u2066s"


def url_of(path: str) -> str:
    return re.sub(r"\{[^}]*\}", "nobody", path.replace("{act}", "confirm"))


def bodies() -> Iterator[tuple[str, str, str]]:
    for method, path, said in OPERATIONS:
        for media, content in said.get("requestBody", {}).get("content", {}).items():
            yield f"{method} {path}", media, content["schema"]["$ref"].rsplit("/", 1)[1]


def revision(client: TestClient) -> int:
    found: int = client.get(f"{API}/health").json()["revision"]
    return found


def fields(answer: Any) -> dict[str, str]:
    assert answer.status_code == 422, answer.text
    return {one["field"]: one["message"] for one in answer.json()["errors"]}


@pytest.mark.parametrize(("method", "path"), [(method, path) for method, path, _ in OPERATIONS])
def test_no_route_takes_a_parameter_that_it_does_not_know(
    client: TestClient, method: str, path: str
) -> None:
    before = revision(client)
    answer = client.request(method, url_of(path), params={"cursr": "x"})
    assert "cursr" in fields(answer)
    assert answer.headers["content-type"] == "application/problem+json"
    assert revision(client) == before


def test_no_body_takes_a_field_that_it_does_not_know(client: TestClient) -> None:
    """A schema of JSON says so itself; a form does not, and is walked."""
    forms = set()
    for operation, media, schema in bodies():
        if media == "application/json":
            closed = DOCUMENT["components"]["schemas"][schema].get("additionalProperties")
            assert closed is False, operation
        else:
            forms.add(operation)
    assert forms == {f"POST {API}/imports"}
    file = {"file": ("m.csv", b"name\nUne\n")}
    answer = client.post(f"{API}/imports", files=file, data={"as": "members", "polle": "x"})
    assert "pole" in fields(answer)["polle"]


def test_names_that_nearly_exist_are_offered(client: TestClient) -> None:
    for query, field, near in (
        ({"kind": "ess_entreprise"}, "kind", "ess_enterprise"),
        ({"sector": "es"}, "sector", "ess"),
        ({"departement": "Ile et Vilaine"}, "departement", "Ille-et-Vilaine"),
        ({"limt": "3"}, "limt", "limit"),
    ):
        messages = [
            fields(client.get(f"{API}/actors", params=query, headers={"Accept-Language": tongue}))
            for tongue in ("fr", "en")
        ]
        assert all(near in one[field] for one in messages), query
        assert messages[0] != messages[1]
    by_code = client.get(f"{API}/actors", params={"departement": "35"}).json()
    by_name = client.get(f"{API}/actors", params={"departement": "Ille-et-Vilaine"}).json()
    assert by_code["total"] == by_name["total"] > 0
    assert set(fields(client.get(f"{API}/actors?limit=1&limit=2"))) == {"limit"}


def test_of_a_value_of_no_type_that_fits_one_thing_is_said_of_its_field(
    client: TestClient,
) -> None:
    long = "x" * 20_000
    said = {"name": long, "tags": ["a", long], "jobs": {"a": 1}, "note": None}
    found = client.patch(f"{API}/actors/rtes", json={"fields": said}).json()["errors"]
    assert [one["field"] for one in found] == [f"fields.{name}" for name in said]
    assert ["10000" in one["message"] for one in found] == [True, True, False, False]
    assert found[2]["message"] == "Cette valeur ne convient pas."


def test_of_what_type_a_field_is_is_said_in_words(client: TestClient) -> None:
    for said, needed in (
        ({"note": "ok"}, "(il faut une liste de textes)"),
        ({"name": ["a", "b"]}, "« name = a, b » ne convient pas (il faut un texte)"),
        ({"jobs": "douze"}, "(il faut un nombre entier)"),
    ):
        answer = client.patch(f"{API}/actors/rtes", json={"fields": said})
        (message,) = fields(answer).items()
        assert message[0] == f"fields.{next(iter(said))}"
        assert needed in message[1].replace("\u202f", " ")


def test_a_language_that_is_refused_is_not_spoken(client: TestClient) -> None:
    for accepted, title in (
        ("fr;q=0,en", "Not found"),
        ("fr; q=0.0, *", "Not found"),
        ("en;q=0.5,fr;q=0.8", "Introuvable"),
        ("en-GB,fr", "Not found"),
        ("en;q=0", "Introuvable"),
        ("de", "Introuvable"),
    ):
        answer = client.get(f"{API}/actors/none", headers={"Accept-Language": accepted})
        assert answer.json()["title"] == title, accepted


def test_a_french_answer_has_no_english_in_it(client: TestClient) -> None:
    asked = {
        "format": "gif", "lang": "it", "theme": 3, "at": "hier", "selection": "x",
        "camera": {"x": "a", "y": 1e9, "k": 0, "width": 1, "height": "NaN"},
        "paint": {"radii": {"a": -1}, "hollow": [1], "colours": []}, "moved": {"a": [1]},
        "without": {"only": {"nodes": 1}}, "sentence": "s" * 2_000, "more": 1,
    }  # fmt: skip
    messages = fields(client.post(f"{API}/pictures", json=asked))
    assert len(messages) >= 14
    told = " ".join(messages.values())
    assert not re.search(r"\b(or|should|be|input|value|valid|expected|at least)\b", told.lower())
    assert "'svg', 'pdf' ou 'png'" in messages["format"]
    assert messages["at"].startswith("« hier »".replace("« ", "«\u202f").replace(" »", "\u202f»"))


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"start": "2014", "end": "2012"}, "end"),
        ({"start": "demain"}, "start"),
        ({"kind": "partnershi"}, "kind"),
        ({"source": "rtes", "target": "ptce-realis", "status": "begun"}, "status"),
    ],
)
def test_a_tie_that_makes_no_sense_is_not_written(
    client: TestClient, more: dict[str, str], field: str
) -> None:
    before = revision(client)
    assert field in fields(client.post(f"{API}/ties", json=TIE | more))
    assert revision(client) == before


def test_what_is_written_by_hand_is_read_as_a_list_is(own_client: TestClient) -> None:
    said = {"name": INVISIBLE.replace("\x07", ""), "activity": "R\u202eL", "tags": ["a\u202eb"]}
    made = own_client.post(f"{API}/actors", json={"fields": said})
    actor = made.json()["actor"]["actor"]
    assert (actor["name"], actor["attributes"]) == (
        "Revues de liens", {"activity": "RL", "tags": ["ab"]},
    )  # fmt: skip
    view = {"title": INVISIBLE, "address": "at=2014"}
    assert own_client.post(f"{API}/views", json=view).json()["title"] == "Revues de liens"
    for blank in ("\u202e", "\x07 \u200b"):
        before = revision(own_client)
        assert fields(own_client.post(f"{API}/actors", json={"fields": {"name": blank}}))
        assert "title" in fields(own_client.post(f"{API}/views", json=view | {"title": blank}))
        assert revision(own_client) == before


def test_a_reader_is_told_which_partitions_there_are(own_client: TestClient) -> None:
    made = own_client.post(f"{API}/tokens", json={"name": "r", "role": "reader"}).json()
    own_client.headers["Authorization"] = f"Bearer {made['token']}"
    for route in ("measures/ei_network", "reliance", "compare?from=2012&to=2014"):
        answer = own_client.get(f"{API}/{route}", params={"by": "nope"} if "?" not in route else {})
        if "?" in route:
            answer = own_client.get(f"{API}/{route}&by=nope")
        assert "sector" in fields(answer)["by"], route
        assert "commune" not in fields(answer)["by"].split(": ", 1)[1].split(", ")


def test_what_is_asked_for_again_and_again_is_shown_by_examples_that_are_answered(
    client: TestClient,
) -> None:
    paths = client.get("/openapi.json").json()["paths"]
    told = {
        (parameter["name"], path): str(parameter["schema"])
        for path, methods in paths.items()
        for parameter in methods.get("get", {}).get("parameters", ())
        if parameter["in"] == "query"
    }
    names = {"at", "from", "to", "pole", "by", "view", "q"}
    assert [
        one for one, schema in told.items() if one[0] in names and "'examples'" not in schema
    ] == []
    for view in get_args(ViewName)[1].examples:
        assert client.get(f"{API}/measures/density", params={"view": view}).status_code == 200
    for actor in (*get_args(PoleId)[1].examples, *get_args(ActorId)[1].examples):
        assert client.get(f"{API}/actors/{actor}").status_code == 200
