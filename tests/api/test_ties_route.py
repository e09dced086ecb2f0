"""What an end says of a tie, over HTTP, and how it is taken back."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient

ENGLISH = {"Accept-Language": "en"}


@pytest.fixture
def tie(own_client: TestClient) -> dict[str, Any]:
    """A partnership that third parties report."""
    ties = own_client.get("/api/v1/ties", params={"kind": "partnership"}).json()["items"]
    found: dict[str, Any] = next(
        item["tie"]
        for item in ties
        if item["tie"]["standing"] == "reported" and item["tie"]["status"] == "active"
    )
    return found


def test_both_ends_confirm(own_client: TestClient, tie: dict[str, Any]) -> None:
    url = f"/api/v1/ties/{tie['id']}/confirm"
    first = own_client.post(url, json={"by": tie["source"]}).json()
    assert first["tie"]["tie"]["standing"] == "one_sided"
    second = own_client.post(url, json={"by": tie["target"]}).json()
    assert second["tie"]["tie"]["standing"] == "confirmed"
    whole = own_client.get(f"/api/v1/ties/{tie['id']}").json()
    authors = {record["author"] for record in whole["records"]}
    assert own_client.get("/api/v1/me").json()["name"] in authors
    titles = [record["import_title"] for record in whole["records"]]
    assert sum(title.startswith("Lien confirmé\u202f: ") for title in titles) == 2


@pytest.mark.parametrize("act", ["confirm", "contest", "end"])
def test_an_act_is_undone_by_its_address(
    own_client: TestClient, tie: dict[str, Any], act: str
) -> None:
    before = own_client.get(f"/api/v1/ties/{tie['id']}").json()
    said = own_client.post(f"/api/v1/ties/{tie['id']}/{act}", json={"by": tie["source"]}).json()
    assert said["undo"].startswith("/api/v1/imports/i-")
    assert own_client.get(f"/api/v1/ties/{said['tie']['tie']['id']}").json() != before
    undone = own_client.delete(said["undo"])
    assert undone.status_code == 200
    assert undone.json()["undone"] == said["undo"].rpartition("/")[2]
    assert own_client.get(f"/api/v1/ties/{tie['id']}").json() == before
    assert own_client.delete(said["undo"]).status_code == 409


def test_a_tie_ends_on_a_day(own_client: TestClient, tie: dict[str, Any]) -> None:
    url = f"/api/v1/ties/{tie['id']}/end"
    ended = own_client.post(url, json={"by": tie["source"], "on": "2020-05"}).json()["tie"]["tie"]
    assert ended["status"] == "ended"
    assert ended["end"] == {"earliest": "2020-05-01", "latest": "2020-05-31"}


def test_what_is_wrong_is_said_and_nothing_written(
    own_client: TestClient, tie: dict[str, Any]
) -> None:
    url, by = f"/api/v1/ties/{tie['id']}", tie["source"]
    revision = own_client.get("/api/v1/health").json()["revision"]
    for path, body, status in (
        ("confirm", {"by": "ptce-realis"}, 409),
        ("confirm", {"by": "nobody"}, 404),
        ("confirm", {"by": ""}, 422),
        ("confirm", {}, 422),
        ("confirm", {"by": by, "on": "hier"}, 422),
        ("end", {"by": by, "on": "2999"}, 422),
        # The tie has no dates: nothing else would refuse the year 24.
        ("end", {"by": by, "on": "0024"}, 422),
        ("confirm", {"by": by, "more": 1}, 422),
        ("applaud", {"by": by}, 422),
    ):
        answer = own_client.post(f"{url}/{path}", json=body, headers=ENGLISH)
        assert answer.status_code == status, (path, body, answer.text)
        assert answer.headers["content-type"] == "application/problem+json"
    assert own_client.post("/api/v1/ties/t-none/confirm", json={"by": by}).status_code == 404
    assert own_client.get("/api/v1/health").json()["revision"] == revision


def test_the_sentence_says_who_may_answer(own_client: TestClient, tie: dict[str, Any]) -> None:
    url = f"/api/v1/ties/{tie['id']}/confirm"
    french = own_client.post(url, json={"by": "ptce-realis"}).json()["detail"]
    english = own_client.post(url, json={"by": "ptce-realis"}, headers=ENGLISH).json()["detail"]
    assert "n’est pas un bout de ce lien\u202f: seuls" in french
    assert "is not an end of this tie: only" in english
