"""Views and stories that are kept: by editors, for everybody."""

from __future__ import annotations

from fastapi.testclient import TestClient

VIEWS = "/api/v1/views"
STORY = {
    "title": "Trois poles <script>",
    "text": "Ce que l’on voit en 2014.",
    "address": "at=2014",
    "steps": [
        {"title": "Avant", "address": "at=2012"},
        {"title": "Après", "address": "at=2014"},
    ],
}


def bearing(client: TestClient, name: str, role: str, admin: dict[str, str]) -> dict[str, str]:
    made = client.post("/api/v1/tokens", json={"name": name, "role": role}, headers=admin).json()
    return {"Authorization": f"Bearer {made['token']}"}


def test_a_story_is_kept_shown_and_deleted_by_who_saved_it(own_client: TestClient) -> None:
    admin = bearing(own_client, "chef", "admin", {})
    anne, paul, reader = (
        bearing(own_client, name, role, admin)
        for name, role in (("anne", "editor"), ("paul", "editor"), ("lea", "reader"))
    )
    made = own_client.post(VIEWS, json=STORY, headers=anne).json()
    assert made["author"] == "anne"
    assert made["steps"][1]["title"] == "Après"
    assert own_client.get(VIEWS, headers=reader).json()["items"] == [made]
    assert own_client.get(f"{VIEWS}/{made['id']}", headers=reader).json() == made
    assert own_client.post(VIEWS, json=STORY, headers=reader).status_code == 403
    assert own_client.delete(f"{VIEWS}/{made['id']}", headers=paul).status_code == 403
    assert own_client.delete(f"{VIEWS}/{made['id']}", headers=anne).json() == {
        "deleted": made["id"]
    }
    assert own_client.get(f"{VIEWS}/{made['id']}", headers=reader).status_code == 404
