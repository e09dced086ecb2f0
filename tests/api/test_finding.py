"""Finding actors, what is around them, and the ways between them."""

from __future__ import annotations

import json

import pytest
from fastapi.testclient import TestClient

FRENCH, ENGLISH = {"Accept-Language": "fr"}, {"Accept-Language": "en"}


def found(client: TestClient, q: str, **more: int) -> list[dict[str, str | None]]:
    answer = client.get("/api/v1/search", params={"q": q, **more})
    assert answer.status_code == 200
    items: list[dict[str, str | None]] = answer.json()["items"]
    return items


def test_search_gives_the_likeliest_first(client: TestClient) -> None:
    items = found(client, "realis")
    assert items[0]["id"] == "ptce-realis"
    assert items[0]["family"] == items[0]["kind"] == "pole"
    assert {"id", "label", "kind", "family", "sector", "pole", "where"} == items[0].keys()


def test_search_folds_accents_and_names_the_pole_and_the_place(client: TestClient) -> None:
    (first, *_) = found(client, "VÂL  horizon")
    assert (first["label"], first["pole"]) == ("Val Horizon", "Domb'Innov")
    assert first["where"] == "Ain (01)"


@pytest.mark.parametrize(
    "q", ["", "   ", "'; DROP TABLE actor; --", "%_\\", "\u202e", "🚀", "a" * 200]
)
def test_whatever_is_typed_is_only_looked_for(client: TestClient, q: str) -> None:
    assert found(client, q) == []


def test_search_bounds(client: TestClient) -> None:
    assert len(found(client, "e")) == 12
    assert client.get("/api/v1/search").status_code == 422
    assert client.get("/api/v1/search", params={"q": "a" * 201}).status_code == 422
    assert client.get("/api/v1/search", params={"q": "a", "limit": 51}).status_code == 422


def test_a_neighbourhood_grows_with_its_steps(client: TestClient) -> None:
    url = "/api/v1/actors/ptce-realis/ego"
    near, far = (client.get(url, params={"steps": steps}).json() for steps in (1, 2))
    assert near["actors"][0] | {"label": "", "kind_label": ""} == {
        "id": "ptce-realis",
        "label": "",
        "kind": "pole",
        "kind_label": "",
        "family": "pole",
        "sector": "unknown",
        "steps": 0,
    }
    ids = [{actor["id"] for actor in answer["actors"]} for answer in (near, far)]
    assert ids[0] < ids[1]
    assert {actor["steps"] for actor in far["actors"]} == {0, 1, 2}
    for answer, inside in zip((near, far), ids, strict=True):
        assert all({tie["source"], tie["target"]} <= inside for tie in answer["ties"])
        assert all(tie["status"] != "planned" for tie in answer["ties"])


def test_labels_of_a_neighbourhood_follow_the_reader(client: TestClient) -> None:
    url = "/api/v1/actors/ptce-realis/ego"
    kinds = [
        {tie["kind_label"] for tie in client.get(url, headers=headers).json()["ties"]}
        for headers in (FRENCH, ENGLISH)
    ]
    assert "portage" in kinds[0]
    assert "carrier" in kinds[1]


def test_a_path_names_its_ties(client: TestClient) -> None:
    ends = {"from": "cress-languedoc-roussillon", "to": "ptce-realis"}
    answer = client.get("/api/v1/paths", params=ends).json()
    assert (answer["length"], answer["count"]) == (1, 1)
    (path,) = answer["paths"]
    assert [actor["id"] for actor in path["actors"]] == list(ends.values())
    ((tie, *_),) = path["steps"]
    assert {tie["tie"]["source"], tie["tie"]["target"]} == set(ends.values())
    assert answer["sentence"]["fr"] == "Un seul chemin aussi court, en 1 pas."
    assert answer["left_out"].keys() == {"planned", "ended"}


def test_paths_that_are_as_short_are_all_counted(client: TestClient) -> None:
    everybody = client.get("/api/v1/poles", params={"limit": 60}).json()["items"]
    answers = [
        client.get("/api/v1/paths", params={"from": "ptce-realis", "to": item["actor"]["id"]})
        for item in everybody
    ]
    lengths = {answer.json()["length"] for answer in answers}
    assert 0 in lengths
    assert any(answer.json()["count"] > 1 for answer in answers)
    for answer in answers:
        body = answer.json()
        assert len(body["paths"]) == min(body["count"], 10)
        assert all(len(path["steps"]) == body["length"] for path in body["paths"])


@pytest.mark.parametrize(
    ("url", "status"),
    [
        ("/api/v1/actors/nobody/ego", 404),
        ("/api/v1/actors/ptce-realis/ego?steps=0", 422),
        ("/api/v1/actors/ptce-realis/ego?steps=4", 422),
        ("/api/v1/actors/ptce-realis/ego?at=hier", 422),
        ("/api/v1/paths?from=ptce-realis", 422),
        ("/api/v1/paths?from=ptce-realis&to=nobody", 404),
        ("/api/v1/paths?from=ptce-realis&to=%F0%9F%9A%80/../x", 404),
        ("/api/v1/scene?as=everything", 422),
    ],
)
@pytest.mark.parametrize("headers", [FRENCH, ENGLISH], ids=["fr", "en"])
def test_errors_speak_the_language_of_the_reader(
    client: TestClient, url: str, status: int, headers: dict[str, str]
) -> None:
    answer = client.get(url, headers=headers)
    assert answer.status_code == status
    body = answer.json()
    french = headers is FRENCH
    assert (
        body["title"]
        == {
            404: "Introuvable" if french else "Not found",
            422: "Demande incomprise" if french else "Not understood",
        }[status]
    )


def test_the_scene_of_the_poles_is_said_to_be_aggregated(client: TestClient) -> None:
    whole = client.get("/api/v1/scene").json()
    poles = client.get("/api/v1/scene", params={"as": "poles"}).json()
    assert (whole["aggregated"], poles["aggregated"]) == (False, True)
    assert (len(whole["nodes"]["id"]), len(poles["nodes"]["id"])) == (432, 46)
    assert client.get("/api/v1/scene", params={"as": "all"}).json() == whole


@pytest.mark.parametrize("scope", ["auto", "poles"])
def test_the_scene_as_bytes_is_the_same_scene(client: TestClient, scope: str) -> None:
    told = client.get("/api/v1/scene", params={"as": scope}).json()
    sent = client.get("/api/v1/scene", params={"as": scope, "form": "bytes"})
    assert sent.headers["content-type"] == "application/vnd.maillage.scene"
    length = int.from_bytes(sent.content[:4], "little")
    head = json.loads(sent.content[4 : 4 + length])
    assert head["nodes"]["label"] == told["nodes"]["label"]
    named = client.get("/api/v1/scene/ties", params={"as": scope}).json()
    assert named == {"revision": told["revision"], "id": told["ties"]["id"]}


def test_who_you_are_on_this_machine(client: TestClient) -> None:
    answer = client.get("/api/v1/me").json()
    assert answer["role"] == "admin"
    assert answer["name"]


def test_actors_are_those_that_may_be_there_at_a_date(own_client: TestClient) -> None:
    said = {"kind": "enterprise", "valid_from": "2031-05", "departement": "973"}
    for name, more in (("Atelier", {}), ("Claire Untel", {"legal_category": "1000"})):
        fields = {"name": name, **said, **more}
        assert own_client.post("/api/v1/actors", json={"fields": fields}).status_code == 201

    def names(at: str) -> list[str]:
        asked = own_client.get(f"/api/v1/actors?departement=973&at={at}").json()
        return sorted(item["actor"]["name"] for item in asked["items"])

    # A person's dates are not told, so nothing can be learnt by asking at one date after another.
    assert names("2031-04-30") == ["Claire Untel"]
    assert names("2031") == ["Atelier", "Claire Untel"]
    first = own_client.get("/api/v1/actors?at=2014&limit=1").json()
    assert first["total"] > 1
    elsewhen = own_client.get(f"/api/v1/actors?at=2015&limit=1&cursor={first['next']}")
    assert elsewhen.json()["type"].endswith("cursor_foreign")
