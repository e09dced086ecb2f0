"""What comes back of a file that was sent: its report for a while, its lines in a workbook."""

from __future__ import annotations

import io

import openpyxl
from fastapi.testclient import TestClient
from sent_files import IMPORTS, MEMBERS, report, send
from workbooks import workbook


def test_a_workbook_comes_back_marked(own_client: TestClient) -> None:
    rows = [["Adhérent", "SIREN", "Ville"], ["Val Horizon", "12", ""], ["", "", "Redon"]]
    book = workbook(Membres=rows)
    said = report(own_client, book, name="liste.xlsx", **{"as": "members"})
    answer = own_client.get(f"{IMPORTS}/{said['import_id']}/report.xlsx")
    assert "liste-%C3%A0-regarder.xlsx" in answer.headers["content-disposition"]
    sheet = openpyxl.load_workbook(io.BytesIO(answer.content))["Membres"]
    assert sheet["B2"].comment
    assert sheet["A3"].comment
    assert "refusée" in sheet["A3"].comment.text
    english = own_client.get(
        f"{IMPORTS}/{said['import_id']}/report.xlsx", headers={"Accept-Language": "en"}
    )
    assert (
        "refused"
        in openpyxl.load_workbook(io.BytesIO(english.content))["Membres"]["A3"].comment.text
    )


def test_a_text_file_comes_back_as_a_workbook_even_of_a_dry_run(own_client: TestClient) -> None:
    said = report(own_client, MEMBERS + '=cmd|"/c calc"!A1;Redon;;;\n', dry_run="true")
    answer = own_client.get(f"{IMPORTS}/{said['import_id']}/report.xlsx")
    sheet = openpyxl.load_workbook(io.BytesIO(answer.content)).worksheets[0]
    assert sheet["A4"].comment
    assert all(cell.data_type != "f" for row in sheet.rows for cell in row)


def test_who_sent_a_file_reads_its_report_for_a_while(own_client: TestClient) -> None:
    said = send(own_client, "Adhérent;Ville\nUne;Redon\n", **{"as": "members"}).json()
    made = own_client.get(f"{IMPORTS}/{said['import_id']}").json()
    assert made["report"]["fates"] == said["fates"]
    token = own_client.post("/api/v1/tokens", json={"name": "p", "role": "editor"}).json()["token"]
    seen = {"Authorization": f"Bearer {token}"}
    told = own_client.get(f"{IMPORTS}/{said['import_id']}", headers=seen).json()
    assert (told["rows"], told["report"]) == (1, None)


def test_a_file_that_is_no_longer_kept(client: TestClient) -> None:
    old = client.get(IMPORTS).json()["items"][0]["id"]
    assert client.get(f"{IMPORTS}/{old}").json()["report"] is None
    assert client.get(f"{IMPORTS}/{old}/report.xlsx").status_code == 410
    assert client.get(f"{IMPORTS}/i-none/report.xlsx").status_code == 404


def test_lines_left_aside_are_told_among_the_findings_of_the_file(own_client: TestClient) -> None:
    rows = "La Fédé;Redon\nBiocoop;Rieux\nTotal;\n\nFait à Redon le 12/01/2023;\n;Die\n"
    said = report(own_client, "Adhérent;Ville\n" + rows, dry_run="true", **{"as": "members"})
    told = [(one["row"], one["code"]) for one in said["problems"] if one["row"]]
    assert told == [(4, "totals_row"), (6, "note_row")]
    assert [line["row"] for line in said["lines"]] == [2, 3, 7]


def test_columns_known_by_a_part_of_their_heading_are_told_too(own_client: TestClient) -> None:
    rows = "Structure (au 1er janvier);Commune\nLa Fédé;Redon\n"
    said = report(own_client, rows, dry_run="true", **{"as": "members"})
    (told,) = [one for one in said["problems"] if one["code"] == "columns_by_part"]
    assert "Structure (au 1er janvier)" in told["message"]
    assert told["hint"]


def test_advice_names_what_the_page_has(own_client: TestClient) -> None:
    text = "Nom;Commune;Adhésion depuis\nAlpha;Rennes;2012\n"
    said = report(own_client, text, name="liste.csv", dry_run="true", **{"as": "shareholdings"})
    (found,) = [one for one in said["problems"] if one["code"] == "another_list"]
    assert "«\u202fC’est une liste de\u202f»\u202f: membres" in found["hint"]
    report(own_client, MEMBERS, **{"as": "members"})
    again = report(own_client, MEMBERS, source="Autre", **{"as": "members"})
    (found,) = [one for one in again["problems"] if one["code"] == "loaded_otherwise"]
    assert "sous un autre titre" in found["message"]
    assert "--" not in found["message"] + found["hint"]
    assert "«\u202fAnnuler\u202f»" in found["hint"]


def test_so_does_the_marked_copy_that_it_gives(own_client: TestClient) -> None:
    said = report(
        own_client,
        "De;Vers;Nature;Depuis\nA;B;partenariat;2099\n",
        dry_run="true",
        **{"as": "ties"},
    )
    answer = own_client.get(f"{IMPORTS}/{said['import_id']}/report.xlsx")
    (sheet, *_) = openpyxl.load_workbook(io.BytesIO(answer.content)).worksheets
    told = " ".join(cell.comment.text for row in sheet.rows for cell in row if cell.comment)
    assert "À la date du" in told
    assert "--" not in told


def test_whom_a_new_pole_may_be_is_told_of_the_file(own_client: TestClient) -> None:
    text = "Adhérent;Ville\nLa Fédé;Redon\n"
    known = own_client.get("/api/v1/poles").json()["items"][0]["actor"]
    asked = {"as": "members", "pole": f"{known['name']}s", "new_pole": "true", "dry_run": "true"}
    said = report(own_client, text, **asked)
    kinds = {one["id"]: (one["kind"], one["kind_label"]) for one in said["candidates"]}
    assert kinds[known["id"]] == ("pole", "pôle")
    assert [line["candidates"] for line in said["lines"]] == [[]]
    assert "same_actor" in [one["code"] for one in said["problems"]]
    assert report(own_client, text, **(asked | {"pole": known["id"]}))["candidates"] == []
