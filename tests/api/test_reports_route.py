"""`GET /reports`: what is known of a pole or of the network, as a page to print."""

from __future__ import annotations

from urllib.parse import quote

from fastapi.testclient import TestClient

REPORTS = "/api/v1/reports"


def test_a_pole_in_the_language_of_who_asks(client: TestClient) -> None:
    told = {
        language: client.get(f"{REPORTS}/ptce-dombinnov", headers={"Accept-Language": language})
        for language in ("fr", "en")
    }
    assert all(page.headers["content-type"].startswith("text/html") for page in told.values())
    assert all(
        page.headers["content-security-policy"].startswith("sandbox ") for page in told.values()
    )
    assert '<html lang="fr">' in told["fr"].text
    assert "25 liens sur 27 sont sans date de début." in told["fr"].text
    assert "25 ties of 27 have no start date." in told["en"].text
    assert client.get(f"{REPORTS}/ptce-dombinnov?lang=en").text == told["en"].text


def test_the_network_at_a_date(client: TestClient) -> None:
    page = client.get(f"{REPORTS}?at=2013-05", headers={"Accept-Language": "fr"}).text
    assert "Situation\u202f: mai 2013" in page
    assert "Le réseau" in page


def test_only_a_pole_has_one(client: TestClient) -> None:
    for url, status in ((f"{REPORTS}/val-horizon", 404), (f"{REPORTS}?at=hier", 422)):
        answer = client.get(url)
        assert (answer.status_code, answer.headers["content-type"]) == (
            status,
            "application/problem+json",
        )


def test_an_empty_network_has_a_report_too(empty_client: TestClient) -> None:
    page = empty_client.get(REPORTS, headers={"Accept-Language": "fr"})
    assert page.status_code == 200
    assert "Aucune ligne n’est citée." in page.text


def test_what_is_done_of_a_suggestion_is_in_the_next_report(own_client: TestClient) -> None:
    pole = "ptce-niortais"
    before = own_client.get(f"{REPORTS}/{pole}").text
    said = own_client.get(f"/api/v1/suggestions/{pole}").json()["readouts"][0]["statements"]
    chosen = next(one["about"] for one in said if one["section"] == "suggestions" and one["about"])
    gone = own_client.post(f"/api/v1/suggestions/{quote(chosen)}/dismiss")
    assert gone.status_code == 200, gone.text
    assert own_client.get(f"{REPORTS}/{pole}").text != before
