"""Files, forms and texts over HTTP that cannot be taken as they are: said, and nothing written."""

from __future__ import annotations

import pytest
from bad_files import UNREADABLE, Bad
from fastapi.testclient import TestClient
from sent_files import IMPORTS, report, revision, send


@pytest.mark.parametrize("bad", UNREADABLE, ids=[bad.file for bad in UNREADABLE])
def test_a_file_that_cannot_be_read_is_said(own_client: TestClient, bad: Bad) -> None:
    before = revision(own_client)
    for fields in ({"dry_run": "true"}, {"as": "members"}):
        answer = send(own_client, bad.content(), name=bad.file, **fields)
        if answer.status_code == 202:
            job = own_client.get(f"/api/v1/jobs/{answer.json()['job']}/events").text
            assert "failed" in job
            answer = own_client.get(f"/api/v1/jobs/{answer.json()['job']}")
            problem = answer.json()["problem"]
        else:
            problem = answer.json()
        assert problem["status"] == 422
        assert problem["type"] == f"urn:maillage:problem:{bad.code}"
        assert "/tmp" not in answer.text
    assert revision(own_client) == before


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"as": "none"},
        {"as": "members", "date": "hier"},
        {"as": "members", "dry_run": "perhaps"},
        {"as": "members", "map": "{"},
        {"as": "members", "map": "[]"},
        {"as": "members", "map": '{"Ville": 3}'},
        {"as": "members", "map": '{"Ville": "none"}'},
        {"as": "members", "corrections": "{}"},
        {"as": "members", "corrections": '[{"row": 1}]'},
        {"as": "members", "corrections": '[{"sheet":"","row":-1,"column":"a","value":"b"}]'},
        {"as": "members", "corrections": "[" * 10_000},
        {"as": "members", "pole": "p" * 501},
    ],
)
def test_what_cannot_be_understood_is_said(own_client: TestClient, fields: dict[str, str]) -> None:
    before = revision(own_client)
    answer = send(own_client, **fields)
    assert answer.status_code == 422, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    assert revision(own_client) == before


def test_a_request_without_a_file(own_client: TestClient) -> None:
    for answer in (
        own_client.post(IMPORTS, data={"as": "members"}),
        own_client.post(IMPORTS, json={"as": "members"}),
        own_client.post(IMPORTS, content=b"--x", headers={"Content-Type": "multipart/form-data"}),
        own_client.post(
            IMPORTS,
            content=b"--x\r\nbroken",
            headers={"Content-Type": "multipart/form-data; boundary=x"},
        ),
    ):
        assert answer.status_code in (400, 422)
        assert answer.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("../../etc/passwd.csv", "passwd.csv"),
        ("C:\\Users\\x\\liste.csv", "liste.csv"),
        ("a\u202eb\u200d.csv", "ab.csv"),
        ("é" * 300 + ".csv", "é" * 146 + ".csv"),
        ("..", "fichier"),
        ("<img src=x onerror=alert(1)>.csv", "<img src=x onerror=alert(1)>.csv"),
    ],
)
def test_a_file_name_is_only_a_name(own_client: TestClient, name: str, shown: str) -> None:
    said = report(own_client, name=name, dry_run="true")
    assert said["file"] == shown


@pytest.mark.parametrize("text", ["'; DROP TABLE actor; --", "}) DETACH DELETE n //", "🚀/é%2F"])
def test_hostile_text_is_only_text(own_client: TestClient, text: str) -> None:
    content = f'Adhérent;Ville\n"{text}";Redon\n'
    report(own_client, content, **{"as": "members", "source": text})
    (found,) = own_client.get("/api/v1/search", params={"q": text}).json()["items"]
    assert found["label"] == text
    actor = own_client.get(f"/api/v1/actors/{found['id']}").json()["actor"]
    assert actor["name"] == text


def test_an_id_with_a_slash_can_be_asked_for(own_client: TestClient) -> None:
    report(own_client, "id;nom\na/b ç?#;Barre\n", **{"as": "actors"})
    url = "/api/v1/actors/a%2Fb%20%C3%A7%3F%23"
    assert own_client.get(url).json()["actor"]["id"] == "a/b ç?#"
    assert own_client.get(f"{url}/ties").json()["total"] == 0
    assert own_client.get(f"{url}/ego").json()["centre"] == "a/b ç?#"
