"""HEAD: what GET would answer, without its body."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from fastapi.testclient import TestClient

API = "/api/v1"
# How the body is packed, which there is none of.
PACKING = {"content-length", "content-encoding", "vary"}


def told(headers: Mapping[str, str]) -> dict[str, str]:
    return {name: said for name, said in headers.items() if name not in PACKING}


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/health", 200),
        ("/actors?limit=3", 200),
        ("/actors/nobody", 404),
        ("/actors?limit=many", 422),
        ("/export/csv", 200),
        ("/templates/ties", 200),
    ],
)
def test_head_answers_as_get_does(client: TestClient, path: str, status: int) -> None:
    head, got = client.head(API + path), client.get(API + path)
    assert (head.status_code, got.status_code) == (status, status)
    assert head.content == b"" != got.content
    assert told(head.headers) == told(got.headers)


def test_head_knows_what_is_known_already_and_what_cannot_be_read(client: TestClient) -> None:
    seen = client.head(f"{API}/actors").headers["etag"]
    assert client.head(f"{API}/actors", headers={"if-none-match": seen}).status_code == 304
    refused = client.head(f"{API}/pictures")
    assert (refused.status_code, refused.headers["allow"]) == (405, "POST")
