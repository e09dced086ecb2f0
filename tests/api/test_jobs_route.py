"""Large files are jobs: how far they are, what came of them, how they are given up."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import Any

import pytest
from fastapi.testclient import TestClient

from maillage.api.files import importing

JOBS = "/api/v1/jobs"
ENDED = {"done", "failed", "cancelled"}


@pytest.fixture
def small_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importing, "LARGE_FILE", 10)


def unlike(number: int) -> str:
    """A name that resembles no other."""
    return sha256(str(number).encode()).hexdigest()[:12]


def send(client: TestClient, text: str, **fields: str) -> str:
    answer = client.post(
        "/api/v1/imports", files={"file": ("liste.csv", text.encode())}, data=fields
    )
    assert answer.status_code == 202, answer.text
    job: str = answer.json()["job"]
    assert answer.headers["location"] == f"{JOBS}/{job}"
    return job


def events(client: TestClient, job: str) -> list[tuple[str, dict[str, Any]]]:
    """Until the job has ended."""
    with client.stream("GET", f"{JOBS}/{job}/events") as answer:
        assert answer.headers["content-type"].startswith("text/event-stream")
        told = [line.split(": ", 1)[1] for line in answer.iter_lines() if ": " in line]
    return [(name, json.loads(data)) for name, data in zip(told[::2], told[1::2], strict=True)]


@pytest.mark.usefixtures("small_is_large")
def test_a_large_file_is_a_job_that_ends_with_its_report(own_client: TestClient) -> None:
    lines = "".join(f"{unlike(n)};Redon\n" for n in range(2_500))
    job = send(own_client, f"Adhérent;Ville\n{lines}", **{"as": "members", "pole": "ptce-realis"})
    told = events(own_client, job)
    assert told[-1][0] == "end"
    assert told[-1][1]["state"] == "done"
    done = own_client.get(f"{JOBS}/{job}").json()
    assert (done["state"], done["problem"]) == ("done", None)
    assert done["done"] == done["report"]["rows"] == 2_500
    assert done["report"]["written"]
    assert len(done["report"]["lines"]) + done["report"]["lines_left_out"] == 2_500


@pytest.mark.usefixtures("small_is_large")
def test_a_job_that_fails_tells_its_problem_in_the_language_of_who_asks(
    own_client: TestClient,
) -> None:
    job = send(own_client, "\x00\x01\x02" * 100, **{"as": "members"})
    assert events(own_client, job)[-1][1]["state"] == "failed"
    details = []
    for tongue in ("fr", "en"):
        body = own_client.get(f"{JOBS}/{job}", headers={"Accept-Language": tongue}).json()
        assert body["report"] is None
        assert body["problem"]["status"] == 422
        assert body["problem"]["type"] == "urn:maillage:problem:file_binary"
        details.append(body["problem"]["detail"])
    assert details[0] != details[1]
    assert "/tmp" not in details[0]


def test_a_large_file_is_told_by_its_size(own_client: TestClient) -> None:
    rows = "".join(f"{unlike(n)};{'x' * 80}\n" for n in range(12_000))
    job = send(own_client, f"Adhérent;Ville\n{rows}", **{"as": "members", "dry_run": "true"})
    cancelled = own_client.delete(f"{JOBS}/{job}").json()
    assert cancelled["state"] in {"queued", "running", "cancelled"}
    assert events(own_client, job)[-1][1]["state"] == "cancelled"
    assert own_client.get("/api/v1/imports").json()["total"] == 7


@pytest.mark.usefixtures("small_is_large")
def test_a_job_is_seen_by_who_asked_it_and_by_who_keeps_the_server(own_client: TestClient) -> None:
    admin: dict[str, str] = {}
    seen = {}
    for name, role in (("chef", "admin"), ("anne", "editor"), ("paul", "editor")):
        made = own_client.post(
            "/api/v1/tokens", json={"name": name, "role": role}, headers=admin
        ).json()
        seen[name] = {"Authorization": f"Bearer {made['token']}"}
        admin = seen["chef"]
    own_client.headers.update(seen["anne"])
    job = send(own_client, "Adhérent;Ville\nUne;Redon\n", **{"as": "members"})
    assert events(own_client, job)[-1][1]["state"] == "done"
    for name, role, status, count in (
        ("anne", "editor", 200, 1),
        ("chef", "admin", 200, 1),
        ("paul", "editor", 403, 0),
    ):
        for method, route in (("GET", job), ("GET", f"{job}/events"), ("DELETE", job)):
            answer = own_client.request(method, f"{JOBS}/{route}", headers=seen[name])
            assert answer.status_code == status, (name, method, route)
        listed = own_client.get(JOBS, headers=seen[name]).json()["items"]
        # Who keeps the server sees those of other tests too.
        assert [one["id"] for one in listed if one["owner"] == "anne"] == [job] * count
        assert role == "admin" or len(listed) == count


@pytest.mark.parametrize("method", ["GET", "DELETE"])
def test_no_such_job(client: TestClient, method: str) -> None:
    answer = client.request(method, f"{JOBS}/none")
    assert answer.status_code == 404
    assert answer.headers["content-type"] == "application/problem+json"
    assert client.get(f"{JOBS}/none/events").status_code == 404
