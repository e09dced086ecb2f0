"""Actors and ties written by hand over HTTP, and what two people who write at once are told."""

from __future__ import annotations

from fastapi.testclient import TestClient

ACTORS, TIES = "/api/v1/actors", "/api/v1/ties"


def test_written_amended_tied_and_undone(own_client: TestClient) -> None:
    made = own_client.post(ACTORS, json={"fields": {"name": "La Régie", "kind": "enterprise"}})
    assert made.status_code == 201, made.text
    id_ = made.json()["actor"]["actor"]["id"]
    amended = own_client.patch(f"{ACTORS}/{id_}", json={"fields": {"jobs": 7, "tags": ["a", "b"]}})
    assert amended.json()["actor"]["actor"]["attributes"]["jobs"] == 7
    tie = {"source": id_, "target": "ptce-sud-aquitaine", "kind": "membership", "start": "2014"}
    tied = own_client.post(TIES, json=tie)
    assert tied.status_code == 201, tied.text
    found = own_client.get(f"{TIES}/{tied.json()['tie']['tie']['id']}").json()
    assert found["records"][0]["voice"] == "reviewer"
    for answer in (tied, amended, made):
        assert own_client.delete(answer.json()["undo"]).status_code == 200
    assert own_client.get(f"{ACTORS}/{id_}").status_code == 404


def test_a_form_that_is_a_persons_makes_one(own_client: TestClient) -> None:
    said = {"name": "Gaston Untel", "legal_form": "EI"}
    made = own_client.post(ACTORS, json={"fields": said}).json()["actor"]["actor"]
    assert made["attributes"]["legal_category"] == "1000"
    assert made["id"].startswith("personne-")


def test_who_read_an_older_revision_is_told_so(own_client: TestClient) -> None:
    tag = own_client.get(f"{ACTORS}/ptce-sud-aquitaine").headers["etag"]
    said, url = {"fields": {"jobs": 7}}, f"{ACTORS}/ptce-sud-aquitaine"
    assert own_client.patch(url, json=said, headers={"If-Match": tag}).status_code == 200
    late = own_client.patch(url, json=said, headers={"If-Match": tag})
    assert late.status_code == 412
    assert "relisez-le" in late.json()["detail"]


def test_what_does_not_fit_is_said(own_client: TestClient) -> None:
    url = f"{ACTORS}/ptce-sud-aquitaine"
    before = own_client.get(url)
    wrong: list[object] = [
        {"fields": {}},
        {"fields": {"jobs": "douze"}},
        {"fields": {"jobs": [1]}},
        {"fields": {"jobs": {"a": 1}}},
        {"fields": {"kind": "'; DROP TABLE actor; --"}},
        {"jobs": 1},
        [],
    ]
    for said in wrong:
        answer = own_client.patch(url, json=said)
        assert answer.status_code == 422, answer.text
        assert answer.headers["content-type"] == "application/problem+json"
    tie = {"source": "ptce-sud-aquitaine", "target": "rtes", "kind": "amitié"}
    assert own_client.post(TIES, json=tie).status_code == 422
    early = own_client.post(TIES, json={**tie, "kind": "partnership", "start": "0024"})
    assert early.status_code == 422
    assert "0024" in early.json()["detail"]
    after = own_client.get(url)
    assert (after.text, after.headers["etag"]) == (before.text, before.headers["etag"])
