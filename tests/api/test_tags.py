"""Who has an answer already is told so, and never that of other eyes, words or papers."""

from __future__ import annotations

import re

import pytest
from fastapi.testclient import TestClient

from maillage.api.app import create_app
from maillage.api.deps import API
from maillage.api.manual.document import operations
from maillage.api.state import State
from maillage.api.work.memory import PerRevision

UNTAGGED = {
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
}
POLE = "ptce-sud-aquitaine"
# What is there, where an address or a question must name something.
THERE = {
    "/actors/{id}": f"/actors/{POLE}",
    "/actors/{id}/ego": f"/actors/{POLE}/ego",
    "/actors/{id}/ties": f"/actors/{POLE}/ties",
    "/compare": "/compare?from=2012&to=2014",
    "/compare/changes": "/compare/changes?from=2012&to=2014",
    "/compare/poles": f"/compare/poles?pole={POLE}&with=ptce-dombinnov",
    "/economy": f"/economy?pole={POLE}",
    "/export/{format}": "/export/csv",
    "/measures/{name}": "/measures/density",
    "/ownership/{id}": "/ownership/initiatives-et-cite",
    "/paths": f"/paths?from={POLE}&to=rtes",
    "/poles/{id}": f"/poles/{POLE}",
    "/referentiel/{pole}": f"/referentiel/{POLE}",
    "/reports/{pole}": f"/reports/{POLE}",
    "/reliance": "/reliance?permutations=19",
    "/search": "/search?q=val",
    "/suggestions/{id}": f"/suggestions/{POLE}",
    "/ties/{id}": "/ties/{tie}",
    "/views/{id}": "/views/{view}",
}


def reads() -> list[str]:
    told = operations(create_app("sqlite:///unused.db"))
    return [one.path.removeprefix(API) for one in told if one.method == "GET"]


TAGGED = [path for path in reads() if path not in UNTAGGED]


def tag_of(client: TestClient, path: str, language: str = "fr") -> str:
    answer = client.get(API + path, headers={"Accept-Language": language})
    assert answer.status_code == 200, answer.text
    return answer.headers["etag"]


@pytest.fixture(scope="module")
def there(client: TestClient) -> dict[str, str]:
    """By the path of each read, an address where there is something."""
    saved = client.post(f"{API}/views", json={"title": "Vue", "address": "at=2014"}).json()
    holding = {"source": "rtes", "target": "initiatives-et-cite", "kind": "shareholding"}
    said = {**holding, "fields": {"share_pct": 10}}
    made = client.post(f"{API}/ties", json=said)
    assert made.status_code == 201, made.text
    tie = made.json()["tie"]["tie"]
    return {path: THERE.get(path, path).format(tie=tie["id"], view=saved["id"]) for path in TAGGED}


@pytest.mark.parametrize("path", TAGGED)
def test_every_read_of_the_graph_is_spared_who_has_it(
    client: TestClient, there: dict[str, str], path: str
) -> None:
    anything = client.get(API + there[path], headers={"If-None-Match": "*"})
    assert (anything.status_code, anything.content) == (304, b"")
    assert {"Accept-Language", "Authorization", "Cookie"} <= set(
        anything.headers["vary"].split(", ")
    )
    known = client.get(API + there[path], headers={"If-None-Match": anything.headers["etag"]})
    assert (known.status_code, known.headers["etag"]) == (304, anything.headers["etag"])


@pytest.mark.parametrize("path", [path for path in TAGGED if "{" in path])
def test_nobody_has_what_is_not_there(client: TestClient, path: str) -> None:
    """Neither whoever says so, nor who has what is elsewhere."""
    nowhere = API + re.sub("{.*?}", "nobody", path)
    seen = tag_of(client, "/actors?limit=1")
    for asked in ("*", seen):
        answer = client.get(nowhere, headers={"If-None-Match": asked, "Accept-Language": "fr"})
        assert answer.status_code in (404, 422), path
        assert answer.json()["status"] == answer.status_code
        assert client.head(nowhere, headers={"If-None-Match": asked}).status_code >= 400


@pytest.mark.parametrize("path", [path for path in reads() if path in UNTAGGED])
def test_what_changes_otherwise_than_the_graph_has_no_tag(client: TestClient, path: str) -> None:
    answer = client.get(API + path.format(id="i", name="ties"), headers={"If-None-Match": "*"})
    assert answer.status_code != 304
    assert "etag" not in answer.headers


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
    seen = {path: tag_of(own_client, path) for path in ("/suggestions", f"/suggestions/{POLE}")}
    (told,) = own_client.get(f"{API}/suggestions").json()["readouts"]
    about = next(one["about"] for one in told["statements"] if "~" in (one["about"] or ""))
    assert own_client.post(f"{API}/suggestions/{about}/dismiss").status_code == 200
    assert all(tag_of(own_client, path) != tag for path, tag in seen.items())


def test_a_tag_in_either_language_guards_a_write(own_client: TestClient) -> None:
    url, said = f"{API}/actors/{POLE}", {"fields": {"web": "https://exemple.fr"}}
    tag = tag_of(own_client, f"/actors/{POLE}", "en")
    headers = {"If-Match": tag, "Accept-Language": "fr"}
    assert own_client.patch(url, json=said, headers=headers).status_code == 200
    assert own_client.patch(url, json=said, headers=headers).status_code == 412


def test_nothing_is_worked_out_for_who_has_it(own_client: TestClient) -> None:
    asked = {"If-None-Match": tag_of(own_client, "/measures/density"), "Accept-Language": "fr"}
    state: State = own_client.app.state.maillage  # type: ignore[attr-defined]  # `app` is any ASGI one
    with TestClient(create_app(state.store.url), base_url=str(own_client.base_url)) as after:
        kept: PerRevision = after.app.state.maillage.answers  # type: ignore[attr-defined]  # `app` is any ASGI one
        assert after.get(f"{API}/measures/density", headers=asked).status_code == 304
        assert kept.weight == 0
        tag_of(after, "/measures/density")
        assert kept.weight > 0
