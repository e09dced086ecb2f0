"""A workbook over HTTP: a list for each sheet, or the sheets that are named."""

from __future__ import annotations

import io
import json

import openpyxl
from fastapi.testclient import TestClient
from sent_files import IMPORTS, report, send
from workbooks import workbook


def test_a_workbook_of_several_lists_is_read_list_by_list(empty_client: TestClient) -> None:
    book = workbook(
        Acteurs=[["Nom"], ["Une"], ["Deux"]],
        Liens=[["De", "Vers", "Nature"], ["Une", "Deux", "amitié"]],
    )
    sent = {"file": ("reseau.xlsx", book)}
    mended = {"sheet": "Liens", "row": 2, "column": "Nature", "value": "partenariat"}
    tag = empty_client.get("/api/v1/actors").headers["etag"]
    for said in ({"dry_run": "true"}, {}):
        data = {**said, "corrections": json.dumps([mended])}
        answer = empty_client.post(IMPORTS, data=data, files=sent, headers={"If-Match": tag})
        assert answer.status_code == 200, answer.text
        told = answer.json()
        codes = [p["code"] for one in (told, *told["others"]) for p in one["problems"]]
        assert codes == ["sheets_read", "sheet_of_others"] * 2
        assert told["others"][0]["fates"]["accepted"] == 1
        assert [told["list"], *(other["list"] for other in told["others"])] == ["actors", "ties"]
        assert empty_client.get(IMPORTS).json()["total"] == (0 if said else 2)
    assert empty_client.get("/api/v1/actors").json()["total"] == 2
    ids = [told["import_id"], *(other["import_id"] for other in told["others"])]
    for id_ in ids:
        copy = io.BytesIO(empty_client.get(f"{IMPORTS}/{id_}/report.xlsx").content)
        assert openpyxl.load_workbook(copy).properties.identifier == f"maillage:{' '.join(ids)}"
    seen = {"If-Match": answer.headers["etag"]}
    assert empty_client.delete(f"{IMPORTS}/{ids[-1]}", headers=seen).status_code == 200
    assert empty_client.delete(f"{IMPORTS}/{ids[0]}", headers=seen).status_code == 412


def test_the_sheets_that_are_named_alone_are_read(own_client: TestClient) -> None:
    rows = [["Adhérent"], ["Alpha"]]
    book = workbook(Réalis=rows, Vilaine=rows, Bureau=rows)
    said = send(own_client, book, dry_run="true", sheet=["Vilaine", "bureau"]).json()
    assert [sheet["name"] for sheet in said["sheets"]] == ["Vilaine", "Bureau"]
    aside = {one["sheet"] for one in said["problems"] if one["code"] == "sheet_not_asked"}
    assert aside == {"Réalis"}
    assert len(report(own_client, book, dry_run="true", sheet="")["sheets"]) == 3
    refused = send(own_client, book, dry_run="true", sheet="Vilain")
    assert refused.status_code == 422 and "Réalis, Vilaine, Bureau" in refused.json()["detail"]
