"""A spreadsheet over HTTP: tried, corrected, loaded, undone, loaded again."""

from __future__ import annotations

import io
import json
import threading
from hashlib import sha256
from typing import Any

import openpyxl
import pytest
from bad_files import UNREADABLE, Bad
from fastapi.testclient import TestClient
from httpx2 import Response
from workbooks import workbook

IMPORTS = "/api/v1/imports"
MEMBERS = (
    "Adhérent;Ville;Depuis;SIREN;Courriel\n"
    "Val Horizon;;2012;;a@b.fr\n"
    "Atelier neuf;Redon;2014;12345;e@f.fr\n"
    ";Redon;2014;;\n"
)
REPORT = {"file", "list", "list_label", "guessed", "import_id", "written", "already", "sheets",
          "fields", "rows", "fates", "lines", "lines_left_out", "not_shown", "problems",
          "graph"}  # fmt: skip
LINE = {"sheet", "row", "fate", "cells", "does", "problems", "candidates"}


def send(
    client: TestClient,
    content: str | bytes = MEMBERS,
    name: str = "membres.csv",
    language: str = "fr",
    **fields: str | list[str],
) -> Response:
    data = content.encode() if isinstance(content, str) else content
    answer: Response = client.post(
        IMPORTS,
        files={"file": (name, data)},
        data={"pole": "ptce-realis", **fields},
        headers={"Accept-Language": language},
    )
    return answer


def report(client: TestClient, content: str | bytes = MEMBERS, **fields: str) -> dict[str, Any]:
    answer = send(client, content, **fields)
    assert answer.status_code == 200, answer.text
    body: dict[str, Any] = answer.json()
    return body


def revision(client: TestClient) -> int:
    return int(client.get("/api/v1/health").json()["revision"])


def test_a_dry_run_guesses_the_list_and_writes_nothing(own_client: TestClient) -> None:
    before = revision(own_client)
    said = report(own_client, dry_run="true")
    assert said.keys() >= REPORT
    assert (said["list"], said["guessed"], said["written"]) == ("members", True, False)
    assert said["fates"] == {"accepted": 1, "changed": 1, "waiting": 0, "refused": 1}
    assert said["graph"]["ties_written"] == 2
    assert revision(own_client) == before
    assert own_client.get(f"{IMPORTS}/{said['import_id']}").status_code == 404


LIST_OF_NAMES = "Nom;Commune;SIREN\nAtelier neuf;Redon;\nFerme neuve;Redon;\n"


@pytest.mark.parametrize(
    ("fields", "guessed", "does"),
    [
        ({"pole": ""}, "actors", "1 nouvel acteur"),
        ({"pole": "ptce-realis"}, "members", "1 nouvel acteur, 1 lien ajouté (adhésion)"),
        (
            {"pole": "Fédération neuve", "new_network": "true"},
            "members",
            "1 nouvel acteur, 1 lien ajouté (adhésion à un réseau)",
        ),
        ({"pole": "", "group": "GEIQ neuf"}, "employers", "1 nouvel acteur"),
    ],
)
def test_whose_list_it_is_tells_which_list_it_is(
    own_client: TestClient, fields: dict[str, str], guessed: str, does: str
) -> None:
    said = report(own_client, LIST_OF_NAMES, name="liste.csv", dry_run="true", **fields)
    assert (said["list"], said["guessed"]) == (guessed, True)
    assert said["lines"][0]["does"]["fr"].startswith(does)


def test_a_pole_that_must_be_known_is_refused_with_those_that_are_near(
    own_client: TestClient,
) -> None:
    said = {"as": "members", "dry_run": "true", "pole": "Domb Inov", "new_pole": "false"}
    sent = {"file": ("liste.csv", LIST_OF_NAMES.encode())}
    answer = own_client.post(IMPORTS, data=said, files=sent)
    assert answer.status_code == 409
    assert answer.json()["type"] == "urn:maillage:problem:unknown_pole_near"
    assert "Domb’Innov" in answer.json()["detail"].replace("'", "’")


def test_lines_bring_their_cells_their_problems_and_what_they_do(own_client: TestClient) -> None:
    lines = {line["row"]: line for line in report(own_client, dry_run="true")["lines"]}
    assert all(line.keys() == LINE for line in lines.values())
    assert lines[2]["does"] == {
        "fr": "Acteur connu, 1 lien ajouté (adhésion)",
        "en": "Known actor, 1 tie added (membership)",
    }
    assert lines[2]["cells"] == {"Adhérent": "Val Horizon", "Depuis": "2012"}
    (refused,) = lines[4]["problems"]
    assert (refused["code"], refused["level"]) == ("value_missing", "refused")
    assert refused["message"].startswith("Ligne 4 refusée\u202f:")
    (siren,) = [p for p in lines[3]["problems"] if p["column"] == "SIREN"]
    assert siren["hint"]


def test_columns_and_the_fields_they_may_be(own_client: TestClient) -> None:
    said = report(own_client, dry_run="true")
    (sheet,) = said["sheets"]
    columns = {column["heading"]: column for column in sheet["columns"]}
    assert (columns["Courriel"]["status"], columns["Courriel"]["examples"]) == ("personal", [])
    assert columns["Ville"]["field_label"] == {"fr": "Commune", "en": "Municipality"}
    assert {"member", "commune"} <= {field["name"] for field in said["fields"]}
    assert [p["code"] for p in said["problems"]] == ["personal_removed"]
    assert "a@b.fr" not in json.dumps(said)


def test_messages_follow_the_reader(own_client: TestClient) -> None:
    said = [
        send(own_client, language=tongue, dry_run="true").json()["lines"][2]["problems"][0]
        for tongue in ("fr", "en")
    ]
    assert said[0]["code"] == said[1]["code"]
    assert said[1]["message"].startswith("Line 4 refused:")


def test_loading_is_the_same_request_without_dry_run(own_client: TestClient) -> None:
    dry = report(own_client, dry_run="true")
    done = report(own_client, **{"as": "members"})
    assert (done["written"], done["already"], done["guessed"]) == (True, False, False)
    same = ("import_id", "fates", "graph", "lines", "rows")
    assert {key: done[key] for key in same} == {key: dry[key] for key in same}
    (item,) = [
        item for item in own_client.get(IMPORTS).json()["items"] if item["id"] == done["import_id"]
    ]
    assert (item["file"], item["rows"]) == ("membres.csv", 2)
    assert item["author"] == own_client.get("/api/v1/me").json()["name"]


def test_the_same_load_again_is_already_there(own_client: TestClient) -> None:
    report(own_client, **{"as": "members"})
    after = revision(own_client)
    for fields in ({"dry_run": "true"}, {}):
        again = report(own_client, **{"as": "members"}, **fields)
        assert again["already"]
        assert set(again["graph"].values()) == {0}
    assert revision(own_client) == after


def test_undo_then_redo(own_client: TestClient) -> None:
    done = report(own_client, **{"as": "members"})
    ties = own_client.get("/api/v1/ties").json()["total"]
    url = f"{IMPORTS}/{done['import_id']}"
    assert own_client.delete(url).status_code == 200
    assert own_client.get("/api/v1/ties").json()["total"] == ties - 2
    again = own_client.post(f"{url}/redo").json()
    assert again.keys() >= REPORT
    assert (again["written"], again["already"], again["rows"]) == (True, False, 2)
    assert again["graph"]["ties_written"] == 2
    assert [line["does"] for line in again["lines"]] == [
        line["does"] for line in done["lines"] if line["fate"] != "refused"
    ]
    assert own_client.get("/api/v1/ties").json()["total"] == ties
    assert own_client.post(f"{url}/redo").json()["already"]
    assert own_client.post(f"{IMPORTS}/i-none/redo").status_code == 404


def test_columns_are_mapped_or_left_out(own_client: TestClient) -> None:
    told = json.dumps({"Ville": "", "Depuis": "until"})
    said = report(own_client, **{"as": "members", "map": told})
    columns = {column["heading"]: column for column in said["sheets"][0]["columns"]}
    assert columns["Ville"]["status"] == "left_out"
    assert (columns["Depuis"]["field"], columns["Depuis"]["status"]) == ("until", "mapped")
    assert all("Ville" not in line["cells"] for line in said["lines"])


MENDED = json.dumps([{"sheet": "", "row": 4, "column": "Adhérent", "value": "Ferme des Prés"}])


def test_cells_are_corrected_on_the_way_in(own_client: TestClient) -> None:
    said = report(own_client, **{"as": "members", "corrections": MENDED})
    assert said["fates"]["refused"] == 0
    line = next(line for line in said["lines"] if line["row"] == 4)
    assert line["cells"]["Adhérent"] == "Ferme des Prés"
    (farm,) = own_client.get("/api/v1/search", params={"q": "ferme des pres"}).json()["items"]
    (tie,) = own_client.get(f"/api/v1/actors/{farm['id']}/ties").json()["items"]
    (record,) = own_client.get(f"/api/v1/ties/{tie['tie']['id']}").json()["records"]
    assert record["corrected"] == {"Adhérent": ""}


def test_a_complete_list_needs_its_date_and_all_its_lines(own_client: TestClient) -> None:
    told = {"as": "members", "complete": "true"}
    assert send(own_client, **told).status_code == 422
    for corrections, complete_on in (("", None), (MENDED, "2014-09")):
        said = report(own_client, **told, date="2014-09", corrections=corrections)
        item = own_client.get(f"{IMPORTS}/{said['import_id']}").json()
        assert item["complete_on"] == complete_on


def test_a_list_of_a_day_to_come_is_refused_at_its_date(own_client: TestClient) -> None:
    answer = send(own_client, **{"as": "members", "date": "2999"})
    assert answer.status_code == 422
    assert [wrong["field"] for wrong in answer.json()["errors"]] == ["date"]
    assert "n’est pas encore venu" in answer.json()["detail"]


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


# ---------------------------------------------------------------------- bad input


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


# ---------------------------------------------------------------------- at once


def test_two_at_once_are_both_written(own_client: TestClient) -> None:
    answers: list[Response] = []

    def load(number: int) -> None:
        names = [sha256(f"{number} {n}".encode()).hexdigest()[:12] for n in range(40)]
        lines = "".join(f"{name};Redon\n" for name in names)
        answers.append(send(own_client, f"Adhérent;Ville\n{lines}", **{"as": "members"}))

    before = own_client.get("/api/v1/ties").json()["total"]
    threads = [threading.Thread(target=load, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [answer.status_code for answer in answers] == [200] * 4
    assert all(answer.json()["written"] for answer in answers)
    assert own_client.get("/api/v1/ties").json()["total"] == before + 160


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
