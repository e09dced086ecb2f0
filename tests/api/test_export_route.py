"""Exports over HTTP: streamed, of what who asks may see."""

from __future__ import annotations

import io
import json
import zipfile

import pytest
from fastapi.testclient import TestClient

from maillage.ingest.formats.registry import FORMATS

EXPORT = "/api/v1/export"


def unpacked(content: bytes) -> bytes:
    """With what a ZIP (a workbook is one) holds laid open."""
    if not content.startswith(b"PK"):
        return content
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return b"\n".join(map(archive.read, archive.namelist()))


@pytest.mark.parametrize("name", [one.name for one in FORMATS.values() if one.without_names])
def test_every_format_is_streamed(client: TestClient, name: str) -> None:
    with client.stream("GET", f"{EXPORT}/{name}", params={"anonymise": True}) as answer:
        assert answer.status_code == 200
        assert answer.headers["content-type"].startswith(FORMATS[name].media)
        assert f"maillage-anonyme.{FORMATS[name].suffix}" in answer.headers["content-disposition"]
        assert "content-length" not in answer.headers
        content = unpacked(b"".join(answer.iter_bytes()))
    assert b"Val Horizon" not in content


def test_readers_are_not_told_persons(own_client: TestClient) -> None:
    rows = "id;name;legal_category\nunteldupont;Jeanne Unteldupont;1000\n"
    file = {"file": ("a.csv", rows.encode())}
    assert own_client.post("/api/v1/imports", files=file, data={"as": "actors"}).status_code == 200
    assert "Unteldupont" in own_client.get(f"{EXPORT}/kumu").text
    made = own_client.post("/api/v1/tokens", json={"name": "r", "role": "reader"}).json()
    seen = {"Authorization": f"Bearer {made['token']}"}
    for name in FORMATS:
        content = unpacked(own_client.get(f"{EXPORT}/{name}", headers=seen).content)
        assert b"unteldupont" not in content.lower(), name
    body = json.loads(own_client.get(f"{EXPORT}/node-link", headers=seen).text)
    assert len(body["nodes"]) == 433


def test_unknown_formats_and_too_few_actors_are_said(
    client: TestClient, empty_client: TestClient
) -> None:
    assert client.get(f"{EXPORT}/xls").status_code == 422
    refused = client.get(f"{EXPORT}/bods?anonymise=1", headers={"accept-language": "en"})
    assert (refused.status_code, "without names" in refused.json()["detail"]) == (409, True)
    assert empty_client.get(f"{EXPORT}/graphml").status_code == 200
    said = {"fields": {"name": "Seule", "kind": "other"}}
    assert empty_client.post("/api/v1/actors", json=said).status_code == 201
    assert empty_client.get(f"{EXPORT}/graphml?anonymise=1").status_code == 409
