"""A spreadsheet over HTTP: tried, corrected, loaded, undone, loaded again."""

from __future__ import annotations

import json
import threading
from hashlib import sha256

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response
from sent_files import IMPORTS, report, revision, send

REPORT = {"file", "list", "list_label", "guessed", "import_id", "written", "already", "sheets",
          "fields", "rows", "fates", "lines", "lines_left_out", "not_shown", "problems",
          "graph"}  # fmt: skip
LINE = {"sheet", "row", "fate", "cells", "does", "problems", "candidates"}


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


def test_a_pole_that_nobody_knows_is_asked_about_and_refused_until_it_is_said_to_be_new(
    own_client: TestClient,
) -> None:
    said = {"as": "members", "pole": "Domb Inov"}
    tried = report(own_client, LIST_OF_NAMES, name="liste.csv", dry_run="true", **said)
    (asked,) = (one for one in tried["problems"] if one["code"] == "pole_asked_near")
    assert "Domb’Innov" in asked["message"].replace("'", "’")
    sent = {"file": ("liste.csv", LIST_OF_NAMES.encode())}
    refused = own_client.post(IMPORTS, data=said, files=sent)
    assert refused.status_code == 409
    assert refused.json()["type"] == "urn:maillage:problem:unknown_pole_near"
    assert "Domb’Innov" in refused.json()["detail"].replace("'", "’")
    written = report(own_client, LIST_OF_NAMES, name="liste.csv", new_pole="true", **said)
    assert written["written"]
    assert "pole_new" in {one["code"] for one in written["problems"]}


def test_a_pole_that_is_nothing_like_those_known_is_asked_about_too(
    own_client: TestClient,
) -> None:
    said = {"as": "members", "dry_run": "true", "pole": "Quincaille"}
    tried = report(own_client, LIST_OF_NAMES, name="liste.csv", **said)
    assert "pole_asked" in {one["code"] for one in tried["problems"]}


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
