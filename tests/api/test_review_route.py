"""The review queue over HTTP: two cards, what is the same, a verdict, and its undoing."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient

from maillage.api.app import create_app
from maillage.graph.stores import open_store
from maillage.ingest.loading.load import Options, load

REVIEW = "/api/v1/review"
KNOWN = "id;nom;commune;département;siren\nmde;SCIC Maison des Énergies;Redon;35;732829320\n"
MEMBERS = "membre;commune\nMaison des energies;REDON\nAtelier bois;Redon\n"


@pytest.fixture
def reviewing(tmp_path: Any) -> Any:
    url = f"sqlite:///{tmp_path / 'review.db'}"
    store = open_store(url)
    load(store, KNOWN.encode(), "actors", name="acteurs.csv")
    load(store, MEMBERS.encode(), "members", Options(pole="ptce-x"), name="membres.csv")
    store.close()
    with TestClient(create_app(url), base_url="http://127.0.0.1") as client:
        yield client


def only(client: TestClient, **headers: str) -> dict[str, Any]:
    body = client.get(REVIEW, headers=headers).json()
    assert (body["waiting"], body["compared"]) == (1, True)
    (item,) = body["items"]
    found: dict[str, Any] = item
    return found


def test_two_cards_side_by_side(reviewing: TestClient) -> None:
    item = only(reviewing)
    left, right = item["left"], item["right"]
    assert (right["id"], right["siren"], right["ties"]) == ("mde", "732829320", 0)
    assert (left["name"], left["siren"], left["ties"]) == ("Maison des energies", None, 1)
    assert item["import"]["title"] == "membres.csv"
    assert item["records"] == [{"import": item["import"]["id"], "sheet": "", "line": 2}]
    assert [field["field"] for field in item["same"]] == ["commune"]
    assert [field["field"] for field in item["differs"]] == ["name"]
    assert 0.85 <= item["score"] <= 1
    assert item["changes"]["ties"] == 1
    assert all(reason["fr"] != reason["en"] for reason in item["reasons"])
    # The sides of a feature are those of the cards.
    name = next(one for one in item["features"] if one["name"] == "name")
    assert (name["left"]["fr"], name["right"]["fr"]) == (left["name"], right["name"])
    assert item["points"] == sum(one["points"] for one in item["features"])


def test_words_follow_the_reader(reviewing: TestClient) -> None:
    kinds = [
        only(reviewing, **{"Accept-Language": tongue})["right"]["kind_label"]
        for tongue in ("fr", "en")
    ]
    assert kinds == ["autre", "other"]


def test_the_same_then_undone(reviewing: TestClient) -> None:
    item = only(reviewing)
    said = reviewing.post(f"{REVIEW}/{item['id']}", json={"verdict": "same"}).json()
    assert said["waiting"] == 0
    assert said["undo"] == f"{REVIEW}/judgements/{said['judgement']}"
    merged = reviewing.get(f"/api/v1/actors/{item['left']['id']}").json()["actor"]
    assert merged["id"] == "mde"
    (judged,) = reviewing.get(REVIEW).json()["judged"]
    assert (judged["verdict"], judged["live"]) == ("same", True)
    # Both names as they were: the one actor they now are has one.
    names = {judged[side]["name"] for side in ("left", "right")}
    assert names == {item["left"]["name"], item["right"]["name"]}
    assert len(names) == 2
    assert reviewing.delete(said["undo"]).json() == {"waiting": 1}
    assert only(reviewing) == item
    (judged,) = reviewing.get(REVIEW).json()["judged"]
    assert (judged["live"], judged["worth"], judged["effect"]["fr"]) == (
        False, "undone", "annulé depuis",
    )  # fmt: skip
    twice = reviewing.delete(said["undo"])
    assert (twice.status_code, "judgement_undone" in twice.json()["type"]) == (409, True)


def test_different_is_not_asked_again(reviewing: TestClient) -> None:
    item = only(reviewing)
    url = f"{REVIEW}/{item['id']}"
    assert reviewing.post(url, json={"verdict": "different"}).json()["waiting"] == 0
    decided = reviewing.post(url, json={"verdict": "same"})
    assert (decided.status_code, decided.json()["type"]) == (
        409, "urn:maillage:problem:match_decided",
    )  # fmt: skip
    (judged,) = reviewing.get(REVIEW).json()["judged"]
    assert judged["worth"] == "counts"
    # It sleeps while one of the two is gone, as the command line says.
    members = reviewing.get("/api/v1/imports").json()["items"][0]["id"]
    assert reviewing.delete(f"/api/v1/imports/{members}").status_code == 200
    (judged,) = reviewing.get(REVIEW).json()["judged"]
    assert (judged["worth"], "asleep" in judged["effect"]["en"]) == ("sleeps", True)
    assert reviewing.post(f"/api/v1/imports/{members}/redo").status_code == 200
    assert len(reviewing.get("/api/v1/actors").json()["items"]) == 4


def test_later_writes_nothing(reviewing: TestClient) -> None:
    item, revision = only(reviewing), reviewing.get("/api/v1/health").json()["revision"]
    said = reviewing.post(f"{REVIEW}/{item['id']}", json={"verdict": "later"}).json()
    assert said == {"judgement": None, "waiting": 1, "undo": None}
    assert reviewing.get("/api/v1/health").json()["revision"] == revision


@pytest.mark.parametrize(
    ("id_", "body", "status"),
    [
        ("p-none", {"verdict": "same"}, 404),
        ("..%2F..", {"verdict": "same"}, 404),
        ("{id}", {"verdict": "perhaps"}, 422),
        ("{id}", {}, 422),
        ("{id}", {"verdict": "same", "force": True}, 422),
        ("{id}", [], 422),
    ],
)
def test_what_cannot_be_decided(reviewing: TestClient, id_: str, body: object, status: int) -> None:
    item = only(reviewing)
    answer = reviewing.post(f"{REVIEW}/{id_.format(id=item['id'])}", json=body)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert only(reviewing) == item


def test_the_demonstration_asks_what_it_should(client: TestClient) -> None:
    body = client.get(REVIEW).json()
    assert body["waiting"] == len(body["items"]) > 0
    scores = [item["score"] for item in body["items"]]
    assert scores == sorted(scores, reverse=True)
    assert len(client.get(REVIEW, params={"limit": 1}).json()["items"]) == 1


def test_readers_are_told_an_act_and_not_whom_it_is_about(reviewing: TestClient) -> None:
    """Who may be a sole trader."""
    person = {"fields": {"name": "Jeanne Unteldupont", "legal_category": "1000"}}
    made = reviewing.post("/api/v1/actors", json=person).json()["actor"]["actor"]["id"]
    tie = {"source": "mde", "target": made, "kind": "partnership"}
    assert reviewing.post("/api/v1/ties", json=tie).status_code == 201
    assert "Unteldupont" in reviewing.get(REVIEW).text
    token = reviewing.post("/api/v1/tokens", json={"name": "r", "role": "reader"}).json()["token"]
    item = only(reviewing, Authorization=f"Bearer {token}")
    assert set(item["right"]["sources"]) == {"acteurs.csv", "Lien ajouté"}
    assert "Unteldupont" not in str(item)
