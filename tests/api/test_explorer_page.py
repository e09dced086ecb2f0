"""The explorer's page and its built files, as a browser asks for them."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from maillage.api.explorer import FOREVER, static_folder

SCRIPT = next(file for file in static_folder().iterdir() if file.name.startswith("main-"))


@pytest.mark.parametrize(
    ("query", "asked"),
    [
        ("", "api/v1/scene?form=bytes>"),
        ("?scope=all&ego=1:a", "api/v1/scene?form=bytes&as=all>"),
        ("?scope=everything", "api/v1/scene?form=bytes>"),
        ("?view=import", None),
    ],
)
def test_the_network_is_asked_for_with_the_page(
    client: TestClient, query: str, asked: str | None
) -> None:
    link = client.get(f"/{query}").headers.get("link")
    assert link == (f"<{asked}; rel=preload; as=fetch; crossorigin=anonymous" if asked else None)


@pytest.mark.parametrize("coding", ["gzip", "identity"])
def test_a_built_file_is_the_same_compressed_or_not(client: TestClient, coding: str) -> None:
    answer = client.get(f"/static/{SCRIPT.name}", headers={"Accept-Encoding": coding})
    assert answer.content == SCRIPT.read_bytes()
    assert answer.headers.get("content-encoding", "identity") == coding
    assert answer.headers["cache-control"] == FOREVER
    assert "javascript" in answer.headers["content-type"]


def test_a_file_that_was_never_built_is_not_found(client: TestClient) -> None:
    assert client.get("/static/main-ABCDEFGH.js").status_code == 404
