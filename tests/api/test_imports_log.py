"""The log of what was loaded, the kinds of list, their templates."""

from __future__ import annotations

import io
from typing import Any

import openpyxl
import pytest
from fastapi.testclient import TestClient

from maillage.graph.languages import Language
from maillage.ingest.lists.registry import LISTS

KEYS = {"id", "title", "file", "list", "list_label", "loaded_at", "author", "rows", "live",
        "state", "replaces", "replaced_by", "complete_on", "undoable"}  # fmt: skip


def test_the_newest_comes_first(client: TestClient) -> None:
    log = client.get("/api/v1/imports").json()
    moments = [item["loaded_at"] for item in log["items"]]
    assert moments == sorted(moments, reverse=True)
    assert log["total"] == len(log["items"]) == 7
    assert all(item.keys() == KEYS for item in log["items"])
    ties = next(item for item in log["items"] if item["list"] == "ties")
    assert (ties["rows"], ties["live"], ties["undoable"]) == (596, True, True)
    assert ties["list_label"] == {"fr": "liens", "en": "ties"}
    found = client.get(f"/api/v1/imports/{ties['id']}").json()
    assert found == {**ties, "report": None}
    shown, asked = [], {"limit": "3"}
    while page := client.get("/api/v1/imports", params=asked).json():
        shown += page["items"]
        if page["next"] is None:
            break
        asked["cursor"] = page["next"]
    assert shown == log["items"]


@pytest.mark.parametrize(
    "path", ["measures", "imports/lists", "jobs", "views", "tokens", "search?q=val&limit=1"]
)
def test_short_lists_are_told_as_long_ones(client: TestClient, path: str) -> None:
    told = client.get(f"/api/v1/{path}").json()
    assert told.keys() == {"items", "next", "total"}
    assert told["next"] is None
    assert told["total"] >= len(told["items"])


def test_an_undone_import_stays_in_the_log(own_client: TestClient) -> None:
    ties = next(
        item for item in own_client.get("/api/v1/imports").json()["items"] if item["list"] == "ties"
    )
    answer = own_client.delete(f"/api/v1/imports/{ties['id']}").json()
    assert answer["undone"] == ties["id"]
    assert answer["revision"] == own_client.get("/api/v1/health").json()["revision"]
    assert own_client.get("/api/v1/ties").json()["total"] == 0
    kept = own_client.get(f"/api/v1/imports/{ties['id']}").json()
    assert (kept["live"], kept["state"], kept["undoable"]) == (False, "undone", False)


def test_a_list_that_was_mended_says_by_which_it_was_replaced(own_client: TestClient) -> None:
    def sent(name: str, content: bytes) -> dict[str, Any]:
        file = {"file": (name, content)}
        answer = own_client.post("/api/v1/imports", files=file, data={"as": "ties"})
        return dict(answer.json())

    content = b"De;Vers;Nature\nA;B;partenariat\nA;A;partenariat\n"
    first = sent("liens.csv", content)["import_id"]
    copy = own_client.get(f"/api/v1/imports/{first}/report.xlsx").content
    second = sent("copie.xlsx", copy)["import_id"]
    again = sent("liens.csv", content)
    assert again["already"] and any(
        problem["code"] == "copy_counts" and second in problem["message"]
        for problem in again["problems"]
    )
    told = own_client.get(f"/api/v1/imports/{first}").json()
    assert (told["live"], told["state"], told["replaced_by"]) == (False, "replaced", second)
    copy = own_client.get(f"/api/v1/imports/{second}").json()
    assert (copy["replaces"], copy["replaced_by"]) == (first, None)
    assert told["undoable"] and own_client.delete(f"/api/v1/imports/{first}").status_code == 200
    told = own_client.get(f"/api/v1/imports/{first}").json()
    assert (told["state"], told["replaced_by"]) == ("undone", None)


def test_no_such_import(own_client: TestClient) -> None:
    for answer in (
        own_client.get("/api/v1/imports/i-none"),
        own_client.delete("/api/v1/imports/i-none"),
        own_client.delete("/api/v1/imports/..%2F..%2Fetc%2Fpasswd"),
    ):
        assert answer.status_code == 404
        assert answer.headers["content-type"] == "application/problem+json"


def test_the_kinds_of_list_have_names_in_both_languages(client: TestClient) -> None:
    lists = client.get("/api/v1/imports/lists").json()["items"]
    assert [item["name"] for item in lists] == list(LISTS)
    for item in lists:
        assert all(item[key][tongue] for key in ("label", "hint") for tongue in ("fr", "en"))


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_templates_open_in_a_spreadsheet(client: TestClient, name: str, language: Language) -> None:
    headers = {"Accept-Language": language}
    answer = client.get(f"/api/v1/templates/{name}", headers=headers)
    assert "attachment" in answer.headers["content-disposition"]
    sheet = openpyxl.load_workbook(io.BytesIO(answer.content)).worksheets[0]
    headings = [cell.value for cell in sheet[1]]
    expected = [cell.label.text(language) for cell in LISTS[name].row.cells().values()]
    assert headings == expected
    text = client.get(f"/api/v1/templates/{name}?format=csv", headers=headers).content.decode()
    assert text.startswith("\ufeff" + expected[0])


@pytest.mark.parametrize(
    "url", ["templates/none", "templates/members?format=exe", "templates/..%2F..%2Fapp.py"]
)
def test_no_such_template(client: TestClient, url: str) -> None:
    answer = client.get(f"/api/v1/{url}")
    assert answer.status_code in (404, 422)
    assert answer.headers["content-type"] == "application/problem+json"
