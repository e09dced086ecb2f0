"""Writes that are meant for one revision, while others write too."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from threading import Barrier
from typing import Any

import httpx2 as httpx
import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from starlette.datastructures import MutableHeaders

from maillage.api.state import State
from maillage.api.work.writing import Writing
from maillage.graph import planning
from maillage.graph.entries import Hand, amend_actor
from maillage.graph.errors import Outdated
from maillage.graph.planning import Outcome
from maillage.graph.port import Store
from maillage.graph.stores import open_store

API = "/api/v1"
ACTOR = "ptce-sud-aquitaine"
TOGETHER = 4


def together(asks: Sequence[Callable[[], httpx.Response]]) -> list[int]:
    """What each is answered, in order, all being asked at the same time."""
    gate = Barrier(len(asks))

    def ask(one: Callable[[], httpx.Response]) -> int:
        gate.wait(30)
        return one().status_code

    with ThreadPoolExecutor(len(asks)) as threads:
        return sorted(threads.map(ask, asks))


def tag_of(client: TestClient) -> str:
    return client.get(f"{API}/actors/{ACTOR}").headers["etag"]


def test_of_those_who_write_at_once_upon_one_revision_one_does(own_client: TestClient) -> None:
    seen = {"If-Match": tag_of(own_client)}

    def patch(jobs: int) -> Callable[[], httpx.Response]:
        said = {"fields": {"jobs": jobs}}
        return lambda: own_client.patch(f"{API}/actors/{ACTOR}", json=said, headers=seen)

    assert together([patch(n) for n in range(TOGETHER)]) == [200, *[412] * (TOGETHER - 1)]


@pytest.mark.parametrize(
    ("method", "route", "asked"),
    [
        ("POST", "/actors", {"json": {"fields": {"name": "La Régie"}}}),
        ("POST", "/ties", {"json": {"source": ACTOR, "target": "rtes", "kind": "partnership"}}),
        ("DELETE", "/imports/{id}", {}),
        ("POST", "/imports/{id}/redo", {}),
        (
            "POST",
            "/imports",
            {"data": {"as": "members", "pole": ACTOR}, "files": {"file": ("a.csv", b"Nom\nUne\n")}},
        ),
    ],
)
def test_every_write_upon_another_revision_is_refused(
    own_client: TestClient, method: str, route: str, asked: dict[str, Any]
) -> None:
    id_ = own_client.get(f"{API}/imports").json()["items"][0]["id"]
    before = tag_of(own_client)
    answer = own_client.request(
        method, API + route.format(id=id_), headers={"If-Match": 'W/"1"'}, **asked
    )
    assert (answer.status_code, answer.json()["type"]) == (412, "urn:maillage:problem:changed")
    assert tag_of(own_client) == before


def test_what_is_made_is_told_with_its_address_and_its_tag(own_client: TestClient) -> None:
    fields = {"name": "La Régie", "kind": "enterprise"}
    made = own_client.post(f"{API}/actors", json={"fields": fields})
    id_ = made.json()["actor"]["actor"]["id"]
    assert own_client.get(made.headers["location"]).json()["actor"]["id"] == id_
    said, seen = {"fields": {"jobs": 7}}, {"If-Match": made.headers["etag"]}
    amended = own_client.patch(made.headers["location"], json=said, headers=seen)
    assert amended.status_code == 200
    tie = {"source": id_, "target": "rtes", "kind": "partnership"}
    tied = own_client.post(f"{API}/ties", json=tie, headers={"If-Match": amended.headers["etag"]})
    assert tied.status_code == 201
    told = own_client.get(tied.headers["location"]).json()["tie"]
    assert told == tied.json()["tie"]["tie"]
    assert own_client.post(f"{API}/ties", json=tie, headers=seen).status_code == 412


def test_another_program_that_writes_in_between_is_not_written_over(
    own_client: TestClient,
) -> None:
    app = own_client.app
    assert isinstance(app, FastAPI)
    state: State = app.state.maillage
    item = state.store.imports()[0]

    def late(store: Store) -> Outcome:
        plan = planning.plan(store, replace(item, id="own"), [])
        with closing(open_store(state.store.url)) as other:
            amend_actor(other, ACTOR, {"jobs": 7}, Hand(author="elsewhere"))
        return plan.carry_out(store)

    revision = state.store.revision()
    with pytest.raises(Outdated):
        Writing(state, {revision}, MutableHeaders())(late)
    assert state.store.revision() == revision + 1
