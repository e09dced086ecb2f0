"""Reading the graph over HTTP: pages, filters, languages, revisions, errors."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient


def test_health_says_that_the_store_answers(client: TestClient) -> None:
    answer = client.get("/api/v1/health").json()
    assert answer["status"] == "ok"
    assert answer["revision"] > 0


def test_actors_come_in_pages_that_meet_and_end(client: TestClient) -> None:
    seen: list[str] = []
    cursor: str | None = ""
    while cursor is not None:
        page = client.get("/api/v1/actors", params={"cursor": cursor, "limit": 150}).json()
        seen += [item["actor"]["id"] for item in page["items"]]
        cursor = page["next"]
        assert page["total"] == 432
    assert len(seen) == len(set(seen)) == 432
    assert seen == sorted(seen)


def test_search_folds_case_and_accents(client: TestClient) -> None:
    found = client.get("/api/v1/actors", params={"q": "REALIS"}).json()
    assert [item["actor"]["name"] for item in found["items"]] == ["Réalis"]


def test_filters_hold_together(client: TestClient) -> None:
    page = client.get(
        "/api/v1/actors", params={"kind": "local_authority", "sector": "public", "limit": 500}
    ).json()
    assert page["total"] == len(page["items"]) > 50
    assert {item["actor"]["kind"] for item in page["items"]} == {"local_authority"}
    members = client.get("/api/v1/actors", params={"pole": "ptce-realis"}).json()
    assert "cress-languedoc-roussillon" in {item["actor"]["id"] for item in members["items"]}


def test_poles(client: TestClient) -> None:
    page = client.get("/api/v1/poles").json()
    assert page["total"] == 46
    assert {item["actor"]["kind"] for item in page["items"]} == {"pole"}


def test_a_tie_shows_the_rows_that_say_so(client: TestClient) -> None:
    ties = client.get("/api/v1/actors/ptce-realis/ties").json()["items"]
    carried = next(item for item in ties if item["tie"]["kind"] == "carrier")
    whole = client.get(f"/api/v1/ties/{carried['tie']['id']}").json()
    (record,) = whole["records"]
    assert record["source"] == "journee-2012"
    assert record["cells"]["kind"] == "carrier"


def test_labels_follow_the_reader(client: TestClient) -> None:
    url = "/api/v1/ties?kind=carrier&limit=1"
    french = client.get(url, headers={"Accept-Language": "fr-FR,fr;q=0.9"}).json()
    english = client.get(url, headers={"Accept-Language": "en"}).json()
    assert french["items"][0]["kind_label"] == "portage"
    assert english["items"][0]["kind_label"] == "carrier"


def test_who_has_this_revision_is_told_so(client: TestClient) -> None:
    first = client.get("/api/v1/actors")
    again = client.get("/api/v1/actors", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_the_headline_of_the_direct_view(client: TestClient) -> None:
    url = "/api/v1/measures/ei_network"
    (result,) = client.get(url, params={"view": "direct"}).json()["results"]
    assert result["value"] == pytest.approx(5 / 13)
    assert result["ties"] == 13
    assert result["view_left_out"]["ties"]["planned"] == 28
    assert {"low", "high"} <= result["bounds"].keys()


def test_the_registries_explain_themselves_in_both_languages(client: TestClient) -> None:
    entries = client.get("/api/v1/measures").json()["items"]
    assert {entry["mode"] for entry in entries} == {
        "one mode", "two modes", "two dates", "ownership"
    }  # fmt: skip
    assert {"mixing_matrix", "nodf", "jaccard_ties", "shapley_direct"} <= {
        entry["name"] for entry in entries
    }
    assert all(entry["meaning"]["fr"] != entry["meaning"]["en"] for entry in entries)
    assert all(entry["formula"] and entry["at"].startswith("/api/v1/") for entry in entries)


def test_the_map_is_one_file(client: TestClient) -> None:
    page = client.get("/api/v1/maps/network.html")
    assert page.headers["content-type"].startswith("text/html")
    assert "Val Horizon" in page.text


def test_an_empty_store_is_no_error(empty_client: TestClient) -> None:
    assert empty_client.get("/api/v1/actors").json() == {"items": [], "next": None, "total": 0}
    (result,) = empty_client.get("/api/v1/measures/ei_network").json()["results"]
    assert (result["value"], result["reason"]) == (None, "no_ties")
    assert empty_client.get("/api/v1/scene").status_code == 200
    assert empty_client.get("/api/v1/maps/network.html").status_code == 200


@pytest.mark.parametrize(
    ("url", "status"),
    [
        ("/api/v1/actors/nobody", 404),
        ("/api/v1/ties/t-none", 404),
        ("/api/v1/nothing-here", 404),
        ("/api/v1/actors?limit=0", 422),
        ("/api/v1/actors?limit=many", 422),
        ("/api/v1/actors?pole=nobody", 404),
        ("/api/v1/measures/none", 422),
        ("/api/v1/measures/ei_network?view=none", 422),
        ("/api/v1/measures/ei_network?by=none", 422),
        ("/api/v1/measures/ei_network?at=yesterday", 422),
        ("/api/v1/measures/ei_network?permutations=0", 422),
        ("/api/v1/scene?at=31-31-2012", 422),
    ],
)
def test_errors_are_problem_documents(client: TestClient, url: str, status: int) -> None:
    answer = client.get(url, headers={"Accept-Language": "fr"})
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    body = answer.json()
    assert {"type", "title", "status", "detail", "instance"} <= body.keys()
    assert body["status"] == status
    assert body["instance"] == url.partition("?")[0]


def test_every_answer_forbids_framing_and_sniffing(client: TestClient) -> None:
    for url in ("/api/v1/health", "/", "/api/v1/nothing-here"):
        headers = client.get(url).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert "frame-ancestors 'none'" in headers["content-security-policy"]
