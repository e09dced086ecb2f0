"""Who has an answer already is told so, and never that of other eyes, words or papers."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from maillage.api.app import create_app
from maillage.api.deps import API
from maillage.api.document import operations

UNTAGGED = {
    f"{API}{path}"
    for path in (
        "/health",
        "/imports/{id}",
        "/imports/{id}/report.xlsx",
        "/jobs",
        "/jobs/{id}",
        "/jobs/{id}/events",
        "/me",
        "/metrics",
        "/templates/{name}",
        "/tokens",
    )
}
POLE = "ptce-sud-aquitaine"
HEAVY = f"{API}/measures/ei_network?permutations=20000"


def reads() -> list[str]:
    told = operations(create_app("sqlite:///unused.db"))
    return [one.path for one in told if one.method == "GET"]


def tag_of(client: TestClient, path: str, language: str = "fr") -> str:
    answer = client.get(API + path, headers={"Accept-Language": language})
    assert answer.status_code == 200, answer.text
    return answer.headers["etag"]


@pytest.mark.parametrize("path", reads())
def test_every_read_of_the_graph_is_spared_who_has_it(client: TestClient, path: str) -> None:
    url = path.replace("{", "").replace("}", "")
    answer = client.get(url, headers={"If-None-Match": "*"})
    assert (answer.status_code == 304, "etag" in answer.headers) == (path not in UNTAGGED,) * 2
    assert {"Accept-Language", "Authorization", "Cookie"} <= set(answer.headers["vary"].split(", "))


@pytest.mark.parametrize(
    "path",
    [
        "/actors?limit=1",
        f"/actors/{POLE}/ego",
        "/export/csv",
        "/scene?form=bytes",
        "/maps/network.html",
        f"/poles/{POLE}",
        "/views",
    ],
)
def test_a_tag_is_of_one_language(client: TestClient, path: str) -> None:
    french, english = tag_of(client, path, "fr"), tag_of(client, path, "en")
    assert french != english
    for asked, status in ((french, 304), (f'"x", {french[2:]}', 304), (english, 200)):
        headers = {"If-None-Match": asked, "Accept-Language": "fr"}
        assert client.get(API + path, headers=headers).status_code == status


def test_a_tag_is_of_one_pair_of_eyes(own_client: TestClient) -> None:
    made = [{"name": role, "role": role} for role in ("reader", "admin")]
    tokens = [own_client.post(f"{API}/tokens", json=made[1]).json()["token"]]
    own_client.headers["Authorization"] = f"Bearer {tokens[0]}"
    tokens.append(own_client.post(f"{API}/tokens", json=made[0]).json()["token"])
    tags = []
    for token in tokens:
        own_client.headers["Authorization"] = f"Bearer {token}"
        tags.append(tag_of(own_client, "/actors?limit=1"))
    assert len(set(tags)) == 2


def test_what_is_kept_beside_the_graph_is_in_the_tag(own_client: TestClient) -> None:
    views, actors = tag_of(own_client, "/views"), tag_of(own_client, "/actors?limit=1")
    saved = own_client.post(f"{API}/views", json={"title": "Vue", "address": "at=2014"})
    assert saved.status_code == 201
    assert tag_of(own_client, "/views") != views
    assert tag_of(own_client, "/actors?limit=1") == actors
    tag = tag_of(own_client, "/suggestions")
    known = own_client.get(
        f"{API}/reports", headers={"If-None-Match": tag, "Accept-Language": "fr"}
    )
    assert known.status_code == 304, "it depends on the same"
    (told,) = own_client.get(f"{API}/suggestions").json()["readouts"]
    about = next(one["about"] for one in told["statements"] if "~" in (one["about"] or ""))
    assert own_client.post(f"{API}/suggestions/{about}/dismiss").status_code == 200
    assert tag_of(own_client, "/suggestions") != tag


def test_a_tag_in_either_language_guards_a_write(own_client: TestClient) -> None:
    url, said = f"{API}/actors/{POLE}", {"fields": {"web": "https://exemple.fr"}}
    tag = tag_of(own_client, f"/actors/{POLE}", "en")
    headers = {"If-Match": tag, "Accept-Language": "fr"}
    assert own_client.patch(url, json=said, headers=headers).status_code == 200
    assert own_client.patch(url, json=said, headers=headers).status_code == 412


def test_nothing_is_worked_out_for_who_has_it(client: TestClient) -> None:
    asked = {"If-None-Match": tag_of(client, "/measures/density"), "Accept-Language": "fr"}
    assert client.get(HEAVY, headers=asked).status_code == 304
    assert not client.app.state.maillage.jobs.all()  # type: ignore[attr-defined]
