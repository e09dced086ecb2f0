"""Pictures and portable maps over HTTP: what was on the screen, or a part, as a file."""

from __future__ import annotations

import json
import re
from typing import Any
from xml.etree import ElementTree

import pytest
from fastapi.testclient import TestClient

SVG = "{http://www.w3.org/2000/svg}"
CAMERA = {"x": 400, "y": 300, "k": 0.5, "width": 800, "height": 600}


def drawn(client: TestClient, **asked: Any) -> ElementTree.Element:
    answer = client.post("/api/v1/pictures", json=asked)
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "image/svg+xml"
    return ElementTree.fromstring(answer.content)


def marks(picture: ElementTree.Element) -> int:
    (nodes,) = [group for group in picture.iter(f"{SVG}g") if group.get("data-part") == "nodes"]
    return len({element.get("data-n") for element in nodes.iter()} - {None})


def lines(picture: ElementTree.Element) -> int:
    (ties,) = [group for group in picture.iter(f"{SVG}g") if group.get("data-part") == "ties"]
    return sum(path.get("d", "").count("M") for path in ties.iter(f"{SVG}path"))


@pytest.mark.parametrize(
    ("form", "media", "begins"),
    [
        ("svg", "image/svg+xml", b"<svg"),
        ("pdf", "application/pdf", b"%PDF-"),
        ("png", "image/png", b"\x89PNG"),
    ],
)
def test_each_format_is_a_file_of_its_name(
    client: TestClient, form: str, media: str, begins: bytes
) -> None:
    answer = client.post("/api/v1/pictures", json={"format": form, "camera": CAMERA})
    assert answer.status_code == 200
    assert answer.headers["content-type"] == media
    assert f'filename="maillage.{form}"' in answer.headers["content-disposition"]
    assert answer.content.startswith(begins)


def test_the_camera_is_the_window_and_the_filters_are_kept(client: TestClient) -> None:
    scene = client.get("/api/v1/scene").json()
    whole = drawn(client, camera=CAMERA)
    assert whole.get("width") == "800"
    assert marks(whole) == len(scene["nodes"]["id"])
    hidden = scene["nodes"]["id"][:5]
    assert marks(drawn(client, without={"nodes": hidden})) == marks(whole) - 5
    kept = drawn(client, without={"only": {"nodes": hidden, "ties": []}})
    assert (marks(kept), lines(kept)) == (5, 0)


def test_words_are_those_of_the_screen(client: TestClient) -> None:
    picture = drawn(client, lang="en", sentence="What <b>I</b> saw.", nuance="In <i>2013</i>")
    title = picture.find(f"{SVG}title")
    assert title is not None
    assert title.text == "What <b>I</b> saw."
    assert {"Cooperation (C)", "In <i>2013</i>"} <= {
        text.text for text in picture.iter(f"{SVG}text")
    }


@pytest.mark.parametrize(
    "asked",
    [
        {"format": "exe"},
        {"camera": {**CAMERA, "k": 0}},
        {"camera": {**CAMERA, "width": 1_000_000}},
        {"camera": {**CAMERA, "x": "NaN"}},
        {"theme": "red"},
        {"surprise": 1},
        {"at": "hier"},
        {"moved": {"a": [1]}},
        {"paint": {"colours": {"url(#x)": ["a"]}}},
        {"paint": {"radii": {"a": -1}}},
    ],
)
def test_what_cannot_be_drawn_is_refused(client: TestClient, asked: dict[str, Any]) -> None:
    answer = client.post("/api/v1/pictures", json=asked)
    assert answer.status_code in (400, 422)
    assert answer.headers["content-type"] == "application/problem+json"


def test_the_map_of_a_pole_and_of_an_actor(client: TestClient) -> None:
    pole = client.get("/api/v1/poles").json()["items"][0]["actor"]
    whole = client.get("/api/v1/maps/network.html")
    part = client.get("/api/v1/maps/network.html", params={"pole": pole["id"]})
    near = client.get("/api/v1/maps/network.html", params={"ego": pole["id"], "steps": 1})
    for answer in (whole, part, near):
        assert answer.status_code == 200
        assert pole["name"] in answer.text
        assert answer.headers["content-security-policy"].startswith("sandbox")
    assert len(part.content) < len(whole.content)


def test_the_map_of_what_filters_leave_says_what_they_are(client: TestClient) -> None:
    scene = client.get("/api/v1/scene").json()
    pole, *others = scene["nodes"]["id"][:40]
    said = {"fr": "Sans lien d’appui", "en": "Without support"}
    asked = {"without": {"only": {"nodes": [pole, *others], "ties": []}}, "nuance": said}
    part = client.post("/api/v1/maps/network.html", json=asked)
    assert part.status_code == 200
    assert part.headers["content-security-policy"].startswith("sandbox")
    for sentence in said.values():
        assert sentence in part.text
    drawn = json.loads(re.findall(r'<script[^>]*id="scene-data"[^>]*>(.*?)</script>', part.text)[0])
    assert set(drawn["nodes"]["id"]) == {pole, *others}
    assert drawn["ties"]["id"] == []
    unknown = client.post("/api/v1/maps/network.html", json={"nuance": {"fr": "sans"}})
    assert unknown.status_code == 422


def test_a_map_of_nothing_is_a_problem(client: TestClient) -> None:
    route = "/api/v1/maps/network.html"
    assert client.get(route, params={"pole": "nobody"}).status_code == 404
    assert client.get(route, params={"ego": "nobody"}).status_code == 404
    assert client.get(route, params={"pole": "a", "ego": "b"}).status_code == 422
    assert client.get(route, params={"ego": "a", "steps": 0}).status_code == 422


def test_an_empty_network_has_a_picture(empty_client: TestClient) -> None:
    assert drawn(empty_client).find(f"{SVG}title") is not None
    assert empty_client.get("/api/v1/maps/network.html").status_code == 200


def test_a_scene_is_sent_compressed_or_plain(client: TestClient) -> None:
    small = client.get("/api/v1/scene", headers={"Accept-Encoding": "gzip"})
    plain = client.get("/api/v1/scene", headers={"Accept-Encoding": "identity"})
    assert small.headers["content-encoding"] == "gzip"
    assert "content-encoding" not in plain.headers
    assert "Accept-Encoding" in small.headers["vary"]
    assert small.json() == plain.json()
