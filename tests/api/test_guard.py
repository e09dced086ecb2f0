"""Turned away at the door: foreign names, foreign pages, bodies too large."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from maillage.api import errors
from maillage.api.edge.guard import Guard

ASKED = {"names": ["ei_network"], "permutations": 0}


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "127.0.0.1:8000", "localhost:1", "LOCALHOST", "[::1]:8000"]
)
def test_names_of_this_machine_are_answered(client: TestClient, host: str) -> None:
    assert client.get("/api/v1/health", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "host",
    ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example:8000", "evil@127.0.0.1:x",
     "", "[", "127.0.0.1 evil", "0.0.0.0", "169.254.169.254"],
)  # fmt: skip
@pytest.mark.parametrize("url", ["/api/v1/health", "/", "/openapi.json"])
def test_other_names_are_not(client: TestClient, host: str, url: str) -> None:
    answer = client.get(url, headers={"Host": host})
    assert answer.status_code == 421
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:9"},
        {"Origin": "http://127.0.0.1.evil.example"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site", "Origin": "http://127.0.0.1"},
        {"Sec-Fetch-Site": "same-origin", "Origin": "https://evil.example"},
    ],
)
@pytest.mark.parametrize("method", ["POST", "DELETE", "PUT", "PATCH"])
def test_a_foreign_page_changes_nothing(
    client: TestClient, method: str, headers: dict[str, str]
) -> None:
    answer = client.request(method, "/api/v1/measures", json=ASKED, headers=headers)
    assert answer.status_code == 403
    assert answer.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Origin": "http://127.0.0.1"},
        {"Sec-Fetch-Site": "same-origin", "Origin": "http://127.0.0.1"},
        {"Sec-Fetch-Site": "none"},
    ],
)
def test_our_pages_and_programs_are_heard(client: TestClient, headers: dict[str, str]) -> None:
    assert client.post("/api/v1/measures", json=ASKED, headers=headers).status_code == 200


def test_a_foreign_page_may_link_here(client: TestClient) -> None:
    answer = client.get("/", headers={"Sec-Fetch-Site": "cross-site"})
    assert answer.status_code == 200


# ---------------------------------------------------------------------- bodies


async def length(request: Request) -> Response:
    return PlainTextResponse(str(len(await request.body())))


@pytest.fixture
def small() -> Iterator[TestClient]:
    app = Starlette(routes=[Route("/", length, methods=["POST"])])
    app.add_middleware(Guard, hosts=None, largest_body=10, largest_upload=20)
    app.add_exception_handler(413, lambda request, _: errors.say(request, 413, "too_large"))
    with TestClient(app) as client:
        yield client


def test_a_body_within_the_limit(small: TestClient) -> None:
    assert small.post("/", content=b"x" * 10).text == "10"
    form = {"Content-Type": "multipart/form-data; boundary=x"}
    assert small.post("/", content=b"x" * 20, headers=form).text == "20"


def test_a_body_that_says_it_is_too_large(small: TestClient) -> None:
    assert small.post("/", content=b"x" * 11).status_code == 413


def test_a_body_that_turns_out_too_large(small: TestClient) -> None:
    answer = small.post("/", content=iter([b"x" * 6, b"x" * 6]))
    assert answer.status_code == 413
    assert answer.json()["title"] == "Trop grand"


@pytest.mark.parametrize("announced", ["-1", "1e3", "x" * 9, ""])
def test_a_length_that_is_no_number(small: TestClient, announced: str) -> None:
    answer = small.post("/", content=b"x", headers={"Content-Length": announced})
    assert answer.status_code == 400


def test_a_cut_too_large_is_refused_by_the_application(client: TestClient) -> None:
    body = b'{"names": ["' + b"x" * (17 << 20)
    answer = client.post("/api/v1/measures", content=body)
    assert answer.status_code == 413
    assert "Partagez" in answer.json()["detail"]
