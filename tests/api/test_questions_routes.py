"""Answers in words and figures that may take long: the same as the library gives, typed, kept."""

from __future__ import annotations

from contextlib import closing
from dataclasses import fields
from typing import Any

import pytest
from fastapi.testclient import TestClient

from maillage.api.answers.results import ResultOut
from maillage.api.questions import question
from maillage.api.work import worker
from maillage.graph.measures.result import Result
from maillage.graph.readouts.economy import economy
from maillage.graph.readouts.isolation import isolation
from maillage.graph.readouts.reliance import reliance
from maillage.graph.readouts.sharing import sharing
from maillage.graph.readouts.statement import Readout
from maillage.graph.readouts.subject import Subject
from maillage.graph.readouts.two_poles import two_poles
from maillage.graph.readouts.typology import typology
from maillage.graph.stores import open_store

API = "/api/v1"
POLE = "ptce-sud-aquitaine"


def asked(client: TestClient, route: str, **query: Any) -> dict[str, Any]:
    answer = client.get(f"{API}/{route}", params=query)
    assert answer.status_code == 200, answer.text
    body: dict[str, Any] = answer.json()
    return body


def without_sections(readout: dict[str, Any]) -> dict[str, Any]:
    """As the library has it: what the API adds are labels."""
    statements = [
        {name: value for name, value in said.items() if name != "section_label"}
        for said in readout["statements"]
    ]
    return {"readout": readout["readout"], "subject": readout["subject"], "statements": statements}


def test_read_outs_are_those_of_the_library(client: TestClient, demonstration: str) -> None:
    store = open_store(demonstration, "read")
    expected: list[tuple[str, dict[str, str], Readout]] = [
        ("isolation", {}, isolation(store)),
        ("isolation", {"at": "2013"}, isolation(store, "2013")),
        ("reliance", {"pole": POLE}, reliance(Subject.pole_of(store, POLE))),
        ("economy", {"pole": POLE}, economy(Subject.pole_of(store, POLE))),
        ("sharing", {"whom": POLE}, sharing(Subject.actor_of(store, POLE))),
        ("sharing", {}, sharing(Subject.network_of(store))),
        ("typology", {"pole": POLE}, typology(Subject.pole_of(store, POLE))),
        ("typology", {"at": "2013"}, typology(Subject.network_of(store, "2013"))),
        ("reliance", {"actor": "rtes"}, reliance(Subject.actor_of(store, "rtes"))),
    ]
    for route, query, readout in expected:
        body = asked(client, route, **query)
        assert without_sections(body["readouts"][0]) == readout.to_json()
        assert body["provenance"]["store"] == "sqlite"
    store.close()


def test_the_whole_network_in_words(client: TestClient) -> None:
    told = asked(client, "reliance", permutations=19, by="sector")["readouts"]
    assert [one["readout"] for one in told] == ["reliance", "dependence", "decloisonnement"]
    nine = asked(client, "article9")["readouts"]
    assert nine[0]["subject"] is None
    assert len(nine) == 47
    assert asked(client, "article9", pole=POLE)["readouts"][0] in nine
    sheet = asked(client, f"referentiel/{POLE}")["readouts"][0]
    assert any(said["verdict"] for said in sheet["statements"])


def test_a_pole_tells_all_of_itself(client: TestClient) -> None:
    profile = asked(client, f"poles/{POLE}")
    assert profile["pole"]["actor"]["id"] == POLE
    assert profile["member_count"] == len(profile["members"]) > 0
    assert {one["readout"] for one in profile["readouts"]} == {
        "reliance", "dependence", "article9", "isolation"
    }  # fmt: skip
    links = asked(client, "poles/graph")
    assert len(links["poles"]) == 46
    named = {pole["id"] for pole in links["poles"]}
    assert all({link["source"], link["target"]} <= named for link in links["links"])


def test_whatever_a_result_holds_is_answered() -> None:
    told = {field.name for field in fields(Result)} - {"advice_code"} | {"advice", "reasons"}
    assert told <= set(ResultOut.model_fields)


def test_two_dates_and_two_modes(client: TestClient) -> None:
    body = asked(client, "compare", **{"from": "2012", "to": "2014"})
    assert {result["at"] for result in body["results"]} == {"2012", "2014", "2012/2014"}
    assert any(result.get("change") is not None for result in body["results"])
    assert body["provenance"]["seed"] == 0
    (nodf,) = asked(client, "measures/nodf")["results"]
    assert nodf["view"] == "affiliation"
    wrong = client.get(f"{API}/compare", params={"from": "2014", "to": "2012"})
    assert wrong.status_code == 422


def test_changes_and_two_poles_are_told_in_words(client: TestClient, demonstration: str) -> None:
    body = asked(client, "compare/changes", **{"from": "2012", "to": "2014", "yearly": True})
    assert [one["readout"] for one in body["readouts"]] == ["changes", "changes"]
    of_pole = {"from": "2012", "to": "2014", "pole": POLE, "view": "direct"}
    (told,) = asked(client, "compare/changes", **of_pole)["readouts"]
    assert told["subject"] == POLE
    other = "ptce-dombinnov"
    body = asked(client, "compare/poles", **{"pole": POLE, "with": other, "at": "2014"})
    with closing(open_store(demonstration, "read")) as store:
        expected = two_poles(store, POLE, other, "2014")
    assert without_sections(body["readouts"][0]) == expected.to_json()
    for wrong, status in ((POLE, 422), ("nobody", 404), ("rtes", 404)):
        query = {"pole": POLE, "with": wrong}
        assert client.get(f"{API}/compare/poles", params=query).status_code == status, wrong


@pytest.fixture
def owning(own_client: TestClient) -> TestClient:
    """A holds 60 % of B, which holds half of C."""
    rows = "source;target;kind;share_pct\nA;B;shareholding;60\nB;C;shareholding;50\n"
    file = {"file": ("t.csv", rows.encode())}
    sent = own_client.post(f"{API}/imports", files=file, data={"as": "ties"})
    assert sent.status_code == 200, sent.text
    return own_client


def test_who_owns_whom(owning: TestClient) -> None:
    found = {
        item["label"]: item["id"]
        for name in "ABC"
        for item in owning.get(f"{API}/search", params={"q": name}).json()["items"]
        if item["label"] == name
    }
    of_a = asked(owning, f"ownership/{found['A']}")["results"]
    (row,) = [
        one for one in of_a if (one["measure"], one["variant"]) == ("network_value", "corrected")
    ]
    assert row["value"]
    of_b = asked(owning, f"ownership/{found['B']}")["results"]
    (known,) = [one for one in of_b if one["measure"] == "direct_total_known"]
    assert known["value"] == {found["B"]: pytest.approx(0.6)}
    everybody = asked(owning, "ownership", name="direct_total_known")["results"]
    assert everybody[0]["value"][found["C"]] == pytest.approx(0.5)
    elsewhere = owning.get(f"{API}/measures/circular_groups").json()["detail"]
    assert "/ownership" in elsewhere
    assert "/ownership/" not in elsewhere


# ---------------------------------------------------------------------- what takes long


def test_what_is_heavy_is_answered_by_another_process(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same answer, kept; given up, the process is ended and the next one answers."""
    here = asked(client, "measures/betweenness")
    monkeypatch.setattr(question, "FEW_TIES", 0)
    there = asked(client, "measures/betweenness", seed=1)
    assert there["results"][0]["value"] == here["results"][0]["value"]
    job = client.get(f"{API}/jobs").json()["items"][0]
    assert (job["kind"], job["state"]) == ("question", "done")
    assert job["where"] == f"{API}/measures/betweenness?seed=1"
    assert asked(client, "measures/betweenness", seed=1) == there
    assert len(client.get(f"{API}/jobs").json()["items"]) == 1
    wrong = client.get(f"{API}/reliance", params={"pole": "nobody"})
    assert wrong.status_code == 404
    figures = {"names": ["ei_network"], "permutations": 19, "without": {"nodes": ["rtes"]}}
    drawn = client.post(f"{API}/measures", json=figures)
    assert drawn.status_code == 200
    # What is asked by a body has no address; asked again, it is kept.
    assert client.get(f"{API}/jobs").json()["items"][0]["where"] == ""
    asked_so_far = len(client.get(f"{API}/jobs").json()["items"])
    assert client.post(f"{API}/measures", json=figures).json() == drawn.json()
    assert len(client.get(f"{API}/jobs").json()["items"]) == asked_so_far


def test_an_answer_that_takes_too_long_for_waiting_is_a_job(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(question, "FEW_TIES", 0)
    answer = client.get(
        f"{API}/measures/qap_same_group",
        params={"permutations": 100_000},
        headers={"Prefer": "wait=0, respond-async"},
    )
    assert (answer.status_code, answer.headers["preference-applied"]) == (202, "wait=0")
    assert "etag" not in answer.headers
    where = answer.headers["location"]
    assert where == f"{API}/jobs/{answer.json()['job']}"
    assert client.get(where).json()["state"] in ("queued", "running")
    assert client.delete(where).status_code == 200
    with client.stream("GET", f"{where}/events") as events:
        assert "cancelled" in list(events.iter_lines())[-2]
    assert asked(client, "measures/qap_same_group", permutations=19)["results"]


@pytest.mark.parametrize(
    ("prefer", "applied", "status"),
    [
        ("respond-async", "respond-async", 202),
        ("Wait = 0;why=here", "wait=0", 202),
        ("handling=lenient, wait=999999, wait=1", "wait=120", 200),
        ("wait=soon", None, 200),
    ],
)
def test_who_asks_says_how_long_to_wait(
    client: TestClient,
    monkeypatch: pytest.MonkeyPatch,
    prefer: str,
    applied: str | None,
    status: int,
) -> None:
    monkeypatch.setattr(question, "FEW_TIES", 0)
    # Asked by nobody before: what is kept is answered at once.
    figures = {"names": ["ei_network"], "permutations": 19 + len(prefer)}
    answer = client.post(f"{API}/measures", json=figures, headers={"Prefer": prefer})
    assert (answer.status_code, answer.headers.get("preference-applied")) == (status, applied)
    if status == 202:
        client.delete(answer.headers["location"])


def test_another_process_that_dies_is_replaced(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(question, "FEW_TIES", 0)
    asked(client, "measures/betweenness", seed=2)
    other: worker.Worker = client.app.state.maillage.worker  # type: ignore[attr-defined]  # `app` is any ASGI one
    assert other.process is not None
    other.process.kill()
    other.process.join()
    asked(client, "measures/betweenness", seed=3)
