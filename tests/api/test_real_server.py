"""A server as it runs for people: what it logs, how it is stopped, what it finds when it comes
back."""

from __future__ import annotations

import json
import re
import shutil
import signal
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress
from pathlib import Path
from typing import Any
from urllib.parse import quote

import httpx2 as httpx
import pytest
from real_server import RealServer, real_server

from maillage.api.access.tokens import Tokens
from maillage.graph.stores import open_store

API = "/api/v1"
ROWS = 12_000
SECRET = "mlg_Zq7secretsecret"
NAME = "Zqunteldupont"


@pytest.fixture
def store(demonstration: str, tmp_path: Path) -> str:
    copy = tmp_path / "own.db"
    shutil.copyfile(demonstration.removeprefix("sqlite:///"), copy)
    return f"sqlite:///{copy}"


def large_file() -> dict[str, tuple[str, bytes]]:
    rows = "".join(f"Structure {n * 7919 % 999_983:x}{n:x};Redon\n" for n in range(ROWS))
    return {"file": ("grande.csv", f"Adh\u00e9rent;Ville\n{rows}{' ' * (1 << 20)}\n".encode())}


def send(server: RealServer, answers: list[httpx.Response]) -> threading.Thread:
    """Sent by another thread: a job that is working when this returns."""

    def work() -> None:
        data = {"as": "members", "pole": "ptce-realis"}
        url = f"{server.address}{API}/imports"
        answers.append(httpx.post(url, files=large_file(), data=data, timeout=120))

    thread = threading.Thread(target=work)
    thread.start()
    while not any(job["state"] == "running" for job in jobs(server)):
        assert server.process.poll() is None
        time.sleep(0.02)
    return thread


def jobs(server: RealServer) -> list[dict[str, Any]]:
    """The latest first; those that the store brought with it come last."""
    answer = httpx.get(f"{server.address}{API}/jobs", timeout=60)
    found: list[dict[str, Any]] = answer.json()["items"]
    return found


def members_loaded(url: str) -> int:
    """All of the file or nothing of it."""
    with closing(open_store(url, "read")) as store:
        found = [item.rows for item in store.imports() if item.list == "members" and item.live]
        columns = store.columns()
        assert len(columns.actors.ids) in (432, 432 + ROWS)
        return sum(rows for rows in found if rows == ROWS)


def test_it_stops_in_the_middle_of_a_load_with_all_of_it_or_nothing(store: str) -> None:
    answers: list[httpx.Response] = []
    with real_server(store) as server:
        thread = send(server, answers)
        server.stop(signal.SIGTERM)
        thread.join(60)
        assert "Traceback" not in server.said
    assert [answer.status_code for answer in answers] == [202]
    loaded = members_loaded(store)
    with real_server(store) as server:
        job = jobs(server)[0]
        assert job["state"] == ("done" if loaded else "failed")
        assert loaded or "Le serveur s’est arrêté" in job["problem"]["detail"]


def test_one_that_is_killed_fails_its_job_in_words_when_it_comes_back(store: str) -> None:
    with real_server(store) as server:
        thread = send(server, [])
        running = jobs(server)[0]
        server.stop(signal.SIGKILL)
        thread.join(60)
    assert members_loaded(store) == 0
    with real_server(store) as server:
        job = jobs(server)[0]
        assert (job["id"], job["state"]) == (running["id"], "failed")
        assert "Recommencez" in job["problem"]["detail"]
        url = f"{server.address}{API}/jobs/{job['id']}"
        with httpx.stream("GET", f"{url}/events", timeout=60) as events:
            assert "event: end" in "".join(events.iter_lines())
        data = {"as": "members", "pole": "ptce-realis"}
        again = httpx.post(f"{server.address}{API}/imports", files=large_file(), data=data)
        where = again.headers["location"]
        with httpx.stream("GET", f"{server.address}{where}/events", timeout=120) as events:
            assert "done" in list(events.iter_lines())[-2]
    assert members_loaded(store) == ROWS


# More than there are threads that answer.
HEAVY_ASKED = 45


def test_what_is_heavy_keeps_nobody_waiting_and_stops_when_it_is_given_up(store: str) -> None:
    with real_server(store) as server, ThreadPoolExecutor(HEAVY_ASKED) as askers:
        asked = [askers.submit(_ask, server, seed) for seed in range(HEAVY_ASKED)]
        while (waiting := _unended(server)) != HEAVY_ASKED:
            assert server.process.poll() is None
            time.sleep(0.02)
        while not (worker := children(server.process.pid, "spawn_main")):
            time.sleep(0.02)
        for route in ("health", "actors", "measures/ei_network"):
            assert httpx.get(f"{server.address}{API}/{route}", timeout=60).status_code == 200
        # All were answered while every heavy one still had to be.
        assert _unended(server) == waiting
        for job in jobs(server):
            httpx.delete(f"{server.address}{API}/jobs/{job['id']}", timeout=60)
        assert [one.result(60) for one in asked] == [409] * HEAVY_ASKED
        _await_end(worker[0])
        assert {job["state"] for job in jobs(server)[:HEAVY_ASKED]} == {"cancelled"}
        # Who works for a server that is killed goes with it.
        last = askers.submit(_ask, server, HEAVY_ASKED)
        while not (worker := children(server.process.pid, "spawn_main")):
            time.sleep(0.02)
        server.stop(signal.SIGKILL)
        assert last.result(60) is None
        _await_end(worker[0])
    with real_server(store) as server:
        job = jobs(server)[0]
        assert (job["kind"], job["state"]) == ("question", "failed")
        assert "Recommencez" in job["problem"]["detail"]


def _ask(server: RealServer, seed: int) -> int | None:
    """So many draws are the other process’s work, and take it longer than all else here."""
    url = f"{server.address}{API}/measures/density_bootstrap"
    with suppress(httpx.HTTPError):
        return httpx.get(
            url, params={"permutations": 100_000, "seed": seed}, timeout=120
        ).status_code
    return None


def _unended(server: RealServer) -> int:
    return sum(job["state"] in ("queued", "running") for job in jobs(server))


def _await_end(pid: int) -> None:
    last = time.monotonic() + 30
    while (said := Path(f"/proc/{pid}/cmdline")).exists() and said.read_bytes():
        assert time.monotonic() < last
        time.sleep(0.02)


def children(pid: int, named: str) -> list[int]:
    threads = Path(f"/proc/{pid}/task").iterdir()
    found = [int(child) for one in threads for child in (one / "children").read_text().split()]
    return [child for child in found if named in Path(f"/proc/{child}/cmdline").read_text()]


def test_its_log_tells_routes_and_never_what_was_sent(store: str) -> None:
    with closing(open_store(store)) as opened:
        known = Tokens(opened).add("marie", "admin")
    text = quote(NAME)
    environment = {"MAILLAGE_LOG_LEVEL": "debug"}
    with real_server(store, environment=environment) as server:
        for headers in (
            {"Authorization": f"Bearer {known}"},
            {"Authorization": f"Bearer {SECRET}"},
            {"Cookie": f"maillage={SECRET}"},
            {"Host": f"{NAME}.example"},
            {"Origin": f"https://{NAME}.example"},
            {"Referer": f"https://{NAME}.example", "User-Agent": NAME, "X-Request-Id": NAME},
        ):
            with httpx.Client(base_url=server.address, headers=headers, timeout=60) as client:
                client.get(f"/{text}")
                client.get(f"{API}/actors/{text}", params={"q": NAME})
                client.get(f"{API}/search", params={"q": NAME, "token": SECRET})
                client.post(f"{API}/actors", json={"fields": {"name": NAME, "kind": "other"}})
                client.post(f"{API}/tokens", json={"name": NAME, "role": SECRET})
                client.post(f"{API}/imports", files={"file": (NAME, b"x")}, data={"as": NAME})
                client.post("/login", data={"token": SECRET})
                client.request(NAME[:7].upper(), f"{API}/me")
        metrics = httpx.get(
            f"{server.address}{API}/metrics", headers={"Authorization": f"Bearer {known}"}
        ).text
        server.stop()
        lines = [json.loads(line) for line in server.said.splitlines() if line.startswith("{")]
    for text in (NAME, NAME.lower(), SECRET, known, known[4:]):
        assert text not in server_text(lines)
        assert text not in metrics
    requests = [line for line in lines if line["logger"] == "maillage.requests"]
    assert len(requests) >= 40
    assert {line["route"] for line in requests} >= {f"{API}/actors/{{id:path}}", "-"}
    audit = [line for line in lines if line["logger"] == "maillage.audit"]
    assert {line["by"] for line in audit} == {"marie", None}
    counted = re.findall(r'maillage_requests_total\{.*status="(\d+)"\} (\d+)', metrics)
    assert sum(int(count) for _, count in counted) >= len(requests) - 1


def server_text(lines: list[dict[str, Any]]) -> str:
    return json.dumps(lines, ensure_ascii=False)
