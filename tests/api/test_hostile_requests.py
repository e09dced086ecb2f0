"""What nobody sends by accident: every text of every request hostile in turn. It is refused with a
sentence and nothing is written, or it is taken for the text that it is."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient

from maillage.api.deps import API

HOSTILE = (
    "'; DROP TABLE actor; --",
    "x'}) DETACH DELETE n RETURN 1 //",
    "../../etc/passwd",
    "a/b/🚀 é%2F",
    "\u202ex\x00\ud7ff",
    "y" * 300,
)
PROBLEM = "application/problem+json"
# Bodies that are well understood; each text in them is replaced in turn.
BODIES: dict[tuple[str, str], Any] = {
    ("POST", "/actors"): {"fields": {"name": "Neuve", "kind": "ess_enterprise", "web": "w"}},
    ("PATCH", "/actors/rtes"): {"fields": {"activity": "RTES"}},
    ("POST", "/ties"): {
        "source": "rtes", "target": "ptce-realis", "kind": "partnership", "subtype": "s",
        "start": "2012", "end": "2014", "fields": {"purpose": "p"},
    },
    ("POST", "/measures"): {
        "names": ["ei_network"], "by": "sector", "view": "cooperation", "at": "2014",
        "permutations": 0, "without": {"nodes": ["rtes"], "ties": ["t-1"]},
    },
    ("POST", "/pictures"): {
        "format": "svg", "lang": "fr", "theme": "print", "at": "2014", "selection": ["rtes"],
        "sentence": "s",
    },
    ("POST", "/tokens"): {"name": "x", "role": "editor", "pole": "ptce-realis", "expires": "2999"},
    ("POST", "/review/r-1"): {"verdict": "same"},
}  # fmt: skip
FORM = {"as": "members", "pole": "ptce-realis", "declared_by": "rtes", "source": "s",
        "date": "2014", "map": "{}", "corrections": "[]"}  # fmt: skip


def leaves(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Where texts stand in a body."""
    items = enumerate(value) if isinstance(value, list) else ()
    for key, item in value.items() if isinstance(value, dict) else items:
        yield from leaves(item, (*path, key))
    if isinstance(value, str):
        yield path


def replaced(body: Any, path: tuple[Any, ...], text: str) -> Any:
    changed = copy.deepcopy(body)
    inner = changed
    for key in path[:-1]:
        inner = inner[key]
    inner[path[-1]] = text
    return changed


def texts_asked(client: TestClient) -> Iterator[tuple[str, dict[str, str]]]:
    """Every address that is read, each text of it hostile in turn."""
    paths = client.app.openapi()["paths"]  # type: ignore[attr-defined]  # `app` is any ASGI one
    for path, methods in paths.items():
        if "get" not in methods:
            continue
        for text in HOSTILE:
            url = path
            for parameter in methods["get"].get("parameters", []):
                place = "{" + parameter["name"] + "}"
                url = url.replace(place, quote(text, safe="/"))
            if url != path:
                yield url, {}
                continue
            needed = {
                one["name"]: "2014" for one in methods["get"].get("parameters", [])
                if one.get("required")
            }  # fmt: skip
            for parameter in methods["get"].get("parameters", []):
                if parameter["in"] == "query":
                    yield path, {**needed, parameter["name"]: text}


def check(client: TestClient, answer: Any, revision: int) -> int:
    """The revision now: the same, where the answer is a refusal."""
    assert answer.status_code < 500, (answer.url, answer.text)
    now: int = client.get(f"{API}/health").json()["revision"]
    if answer.status_code >= 400:
        assert answer.headers["content-type"] == PROBLEM, answer.url
        assert answer.json()["detail"]
        assert now == revision
        for leak in ("Traceback", "sqlite", "/home", "/tmp"):
            assert leak not in answer.text, answer.url
    return now


def test_every_text_of_every_address(client: TestClient) -> None:
    for url, query in texts_asked(client):
        check(client, client.get(url, params=query), client.get(f"{API}/health").json()["revision"])
    assert client.get(f"{API}/actors").json()["total"] == 432


def test_every_text_of_every_body(own_client: TestClient) -> None:
    # Once there is a token, and some of these make one, everybody bears one.
    made = own_client.post(f"{API}/tokens", json={"name": "admin", "role": "admin"}).json()
    own_client.headers["Authorization"] = f"Bearer {made['token']}"
    revision = own_client.get(f"{API}/health").json()["revision"]
    for (method, route), body in BODIES.items():
        for path in leaves(body):
            for text in HOSTILE:
                answer = own_client.request(method, API + route, json=replaced(body, path, text))
                revision = check(own_client, answer, revision)
    for name in FORM:
        for text in HOSTILE:
            file = {"file": (text, b"name\nUne\n")}
            answer = own_client.post(
                f"{API}/imports", files=file, data={**FORM, "dry_run": "true", name: text}
            )
            revision = check(own_client, answer, revision)
    assert own_client.get(f"{API}/actors").json()["total"] >= 432


@pytest.mark.parametrize("id_", ["a/b", "pôle-🚀", "é è", "x?y#z", "100%", "ties", "a//b"])
def test_an_id_may_hold_anything(own_client: TestClient, id_: str) -> None:
    file = {"file": ("a.csv", f'id;name\n"{id_}";Une {id_}\n'.encode())}
    sent = own_client.post(f"{API}/imports", files=file, data={"as": "actors"})
    assert sent.json()["fates"]["accepted"] == 1, sent.text
    answer = own_client.get(f"{API}/actors/{quote(id_, safe='')}")
    assert answer.json()["actor"]["id"] == id_, answer.text
    assert own_client.get(f"{API}/actors/{quote(id_, safe='')}/ties").json()["total"] == 0


@pytest.mark.parametrize(
    "content",
    [
        b"[" * 100_000,
        b'{"a":' * 100_000,
        b'{"fields": {"name": ' + b"[" * 5_000 + b"]" * 5_000 + b"}}",
        b'{"fields": {"name": "\xff\xfe"}}',
        b'{"fields": {"name": "\\ud800"}}',
        b'{"fields": {"name": NaN}}',
        b'{"fields": {"name": 1' + b"0" * 5_000 + b"}}",
        b'{"fields": {}, "fields": {}}',
        b"\x00",
        b"",
        b"null",
    ],
)
@pytest.mark.parametrize("route", ["/actors", "/ties", "/measures", "/pictures", "/tokens"])
def test_what_is_no_json_of_ours(client: TestClient, route: str, content: bytes) -> None:
    answer = client.post(API + route, content=content, headers={"Content-Type": "application/json"})
    assert 400 <= answer.status_code < 500, answer.text
    assert answer.headers["content-type"] == PROBLEM


@pytest.mark.parametrize(
    "headers",
    [
        {"Accept-Language": "\u00ff;q=x,,;" * 50},
        {"If-None-Match": "W/" + '"' * 500},
        {"Range": "bytes=0-,5-"},
        {"Content-Length": "-1"},
        {"X-Forwarded-Host": "evil.example", "X-Forwarded-Proto": "https"},
        {"Authorization": "Bearer " + "x" * 5_000},
        {"Cookie": "maillage=" + "%00" * 100},
        {"Accept-Encoding": "gzip;q=0, *"},
    ],
)
def test_headers_that_mean_nothing(client: TestClient, headers: dict[str, str]) -> None:
    encoded = [(name.encode(), value.encode("latin-1")) for name, value in headers.items()]
    answer = client.get(f"{API}/actors", headers=encoded)
    assert answer.status_code in (200, 400), answer.text


def test_a_cursor_continues_its_own_list_alone(client: TestClient) -> None:
    url = f"{API}/actors"
    cursor = client.get(url, params={"limit": 5}).json()["next"]
    assert client.get(url, params={"limit": 7, "cursor": cursor}).status_code == 200
    for other, query in (
        (url, {"kind": "pole"}), (url, {"q": "a"}), (f"{API}/ties", {}), (f"{API}/poles", {}),
    ):  # fmt: skip
        answer = client.get(other, params={**query, "cursor": cursor})
        assert answer.status_code == 422, other
        assert "depuis le début" in answer.json()["detail"]
    for broken in ("x", "A" + cursor, cursor[4:], "é", "====", "rtes"):
        assert client.get(url, params={"cursor": broken}).status_code == 422, broken


def test_a_list_stays_whole_while_it_is_written_to(own_client: TestClient) -> None:
    seen, cursor = [], ""
    for number in range(20):
        page = own_client.get(f"{API}/actors", params={"limit": 50, "cursor": cursor}).json()
        seen += [item["actor"]["id"] for item in page["items"]]
        cursor = page["next"]
        if cursor is None:
            break
        said = {"fields": {"name": f"Neuve {number}", "kind": "ess_enterprise"}}
        assert own_client.post(f"{API}/actors", json=said).status_code == 201
    assert cursor is None
    assert len(seen) == len(set(seen)) >= 432
