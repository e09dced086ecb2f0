"""Who should meet whom over HTTP: as the library says, dismissed, introduced, taken back."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from fastapi.testclient import TestClient

SUGGESTIONS = "/api/v1/suggestions"
POLE = "ptce-niortais"
PROPOSED = ("suggestions", "between_members")


def told(client: TestClient, headers: dict[str, str] | None = None) -> list[dict[str, Any]]:
    answer = client.get(f"{SUGGESTIONS}/{POLE}", params={"top": 5}, headers=headers)
    assert answer.status_code == 200, answer.text
    statements: list[dict[str, Any]] = answer.json()["readouts"][0]["statements"]
    return statements


def proposed(client: TestClient) -> list[str]:
    return [one["about"] for one in told(client) if one["section"] in PROPOSED and one["about"]]


def test_what_is_done_of_a_suggestion_is_kept_and_taken_back(own_client: TestClient) -> None:
    first, second = proposed(own_client)[:2]
    revision = own_client.get("/api/v1/health").json()["revision"]
    gone = own_client.post(f"{SUGGESTIONS}/{quote(first)}/dismiss").json()
    assert (gone["suggestion"], gone["act"]) == (first, "dismissed")
    assert first not in proposed(own_client)
    met = own_client.post(f"{SUGGESTIONS}/{quote(second)}/introduced", json={"on": "2026-01-05"})
    assert met.status_code == 200, met.text
    assert second not in proposed(own_client)
    assert any(one["about"] == second for one in told(own_client))
    assert own_client.get("/api/v1/health").json()["revision"] == revision
    assert own_client.delete(gone["undo"]).json()["act"] == "taken back"
    assert first in proposed(own_client)
    assert own_client.delete(gone["undo"]).status_code == 404


def test_bad_acts_are_said(own_client: TestClient) -> None:
    (first, *_) = proposed(own_client)
    url = f"{SUGGESTIONS}/{quote(first)}"
    for body in ({"on": "2999"}, {"on": "demain"}, {}, {"on": "2014", "x": 1}):
        assert own_client.post(f"{url}/introduced", json=body).status_code == 422, body
    for id_ in ("rtes", "rtes~rtes", "rtes~nobody", "~"):
        answer = own_client.post(f"{SUGGESTIONS}/{id_}/dismiss")
        assert answer.status_code in (404, 422), id_
    assert own_client.get(f"{SUGGESTIONS}/nobody").status_code == 404
    assert own_client.get(SUGGESTIONS).status_code == 200


def test_an_editor_of_a_pole_says_whom_hers_met(own_client: TestClient) -> None:
    (own, *_) = proposed(own_client)
    made = own_client.post(
        "/api/v1/tokens", json={"name": "anne", "role": "editor", "pole": POLE}
    ).json()
    anne = {"Authorization": f"Bearer {made['token']}"}
    assert own_client.post(f"{SUGGESTIONS}/{quote(own)}/dismiss", headers=anne).status_code == 200
    foreign = f"{SUGGESTIONS}/rtes~ptce-realis/dismiss"
    assert own_client.post(foreign, headers=anne).status_code == 403
