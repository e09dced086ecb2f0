"""Files sent to `POST /api/v1/imports`, and what is said of them."""

from __future__ import annotations

from typing import Any

from fastapi.testclient import TestClient
from httpx2 import Response

IMPORTS = "/api/v1/imports"
MEMBERS = (
    "Adhérent;Ville;Depuis;SIREN;Courriel\n"
    "Val Horizon;;2012;;a@b.fr\n"
    "Atelier neuf;Redon;2014;12345;e@f.fr\n"
    ";Redon;2014;;\n"
)


def send(
    client: TestClient,
    content: str | bytes = MEMBERS,
    name: str = "membres.csv",
    language: str = "fr",
    **fields: str | list[str],
) -> Response:
    data = content.encode() if isinstance(content, str) else content
    answer: Response = client.post(
        IMPORTS,
        files={"file": (name, data)},
        data={"pole": "ptce-realis", **fields},
        headers={"Accept-Language": language},
    )
    return answer


def report(client: TestClient, content: str | bytes = MEMBERS, **fields: str) -> dict[str, Any]:
    answer = send(client, content, **fields)
    assert answer.status_code == 200, answer.text
    body: dict[str, Any] = answer.json()
    return body


def revision(client: TestClient) -> int:
    return int(client.get("/api/v1/health").json()["revision"])
