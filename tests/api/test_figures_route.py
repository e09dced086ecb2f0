"""Figures of a filtered view: cut first, accounted for, read in words."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient

NAMES = ["mixing_matrix", "mixing_perm_expected", "mixing_perm_z", "ei_network"]


def figures(client: TestClient, language: str = "fr", **asked: Any) -> dict[str, Any]:
    answer = client.post(
        "/api/v1/measures",
        json={"names": NAMES, **asked},
        headers={"Accept-Language": language},
    )
    assert answer.status_code == 200, answer.text
    body: dict[str, Any] = answer.json()
    return body


def of(body: dict[str, Any], measure: str) -> dict[str, Any]:
    found: dict[str, Any] = next(item for item in body["results"] if item["measure"] == measure)
    return found


def test_the_whole_view(client: TestClient) -> None:
    body = figures(client)
    assert {result["measure"] for result in body["results"]} == set(NAMES)
    index = of(body, "ei_network")
    assert index["value"] == pytest.approx(5 / 13)
    assert index["draws"] == 1_000
    assert (body["ties"], body["by"]["fr"], body["view"]["en"]) == (20, "secteur", "cooperation")
    left = {item["reason"]: item for item in body["left_out"]}
    assert left["planned"]["ties"] == 28
    assert left["gatherings"]["nodes"] > 0
    assert left["undecided_group"]["ties"] == 7
    assert body["verdict"]["code"] == "within_chance"
    assert "le hasard suffirait" in body["verdict"]["sentence"]["fr"]
    assert "chance would be enough" in body["verdict"]["sentence"]["en"]


def test_groups_are_the_rows_of_the_matrix(client: TestClient) -> None:
    body = figures(client)
    assert [group["key"] for group in body["groups"]] == of(body, "mixing_matrix")["groups"]
    public = next(group for group in body["groups"] if group["key"] == "public")
    assert (public["letter"], public["colour"]) == ("P", "sector.public")
    assert sum(group["size"] for group in body["groups"]) == body["nodes"]
    labels = [
        {group["key"]: group["label"] for group in figures(client, language)["groups"]}["ess"]
        for language in ("fr", "en")
    ]
    assert labels == ["ESS", "social economy"]


def test_the_same_seed_the_same_figures(client: TestClient) -> None:
    assert figures(client, seed=7) == figures(client, seed=7)


def test_what_is_hidden_is_cut_before_the_view(client: TestClient) -> None:
    whole = figures(client)
    scene = client.get("/api/v1/scene").json()
    kinds = scene["codes"]["tie"]
    partnerships = {
        id_
        for id_, kind in zip(scene["ties"]["id"], scene["ties"]["kind"], strict=True)
        if kinds[kind] == "partnership"
    }
    others = sorted(set(scene["ties"]["id"]) - partnerships)
    hidden = figures(client, without={"nodes": [], "ties": others})
    kept = figures(
        client, without={"only": {"nodes": scene["nodes"]["id"], "ties": sorted(partnerships)}}
    )
    assert hidden == kept
    assert 0 < hidden["ties"] < whole["ties"]
    assert hidden["nodes"] == whole["nodes"]


def test_too_few_ties_are_said(client: TestClient) -> None:
    body = figures(client, without={"only": {"nodes": [], "ties": []}})
    assert (body["nodes"], body["verdict"]["code"]) == (0, "too_few")
    assert of(body, "ei_network")["reason"] == "no_ties"


@pytest.mark.parametrize("by", ["sector", "public_private", "inside_ess", "family", "departement",
                                "region", "pole", "kind", "activity", "legal_form"])  # fmt: skip
@pytest.mark.parametrize("view", ["cooperation", "direct", "layer:affiliation", "kinds:research"])
def test_every_partition_of_every_view_has_a_verdict(
    client: TestClient, by: str, view: str
) -> None:
    body = figures(client, by=by, view=view, permutations=20)
    assert body["verdict"]["sentence"]["fr"].endswith(".")
    assert body["verdict"]["code"] in (
        "more", "less", "within_chance", "too_few", "sign_unknown", "one_group"
    )  # fmt: skip
    assert all(item["label"]["fr"] and item["label"]["en"] for item in body["left_out"])


@pytest.mark.parametrize(
    "asked",
    [
        {"names": []},
        {"names": ["none"]},
        {"names": "ei_network"},
        {"names": NAMES, "by": "none"},
        {"names": NAMES, "view": "layer:none"},
        {"names": NAMES, "at": "demain"},
        {"names": NAMES, "permutations": -1},
        {"names": NAMES, "permutations": 10**9},
        {"names": NAMES, "seed": "x"},
        {"names": NAMES, "without": []},
        {"names": NAMES, "without": {"nodes": [1]}},
        {"names": NAMES, "without": {"only": {"nodes": None}}},
        {"names": NAMES, "surprise": 1},
        [],
        None,
        "text",
    ],
)
def test_what_cannot_be_understood_is_said(client: TestClient, asked: object) -> None:
    answer = client.post("/api/v1/measures", json=asked, headers={"Accept-Language": "fr"})
    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"
    body = answer.json()
    assert all(field["message"] for field in body.get("errors", []))


@pytest.mark.parametrize(
    "body",
    [
        b"{",
        b"[" * 100_000,
        b"\xff\xfe\x00",
        b'{"names": ["\xc3\x28"]}',
        b"NaN",
        b'{"names":[1e999]}',
    ],
)
def test_bodies_that_are_no_json(client: TestClient, body: bytes) -> None:
    answer = client.post(
        "/api/v1/measures", content=body, headers={"Content-Type": "application/json"}
    )
    assert answer.status_code in (400, 422)
    assert answer.headers["content-type"] == "application/problem+json"
    assert "Traceback" not in answer.text
