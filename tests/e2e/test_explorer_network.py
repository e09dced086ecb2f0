"""The Network view, journey by journey, on a really served store."""

from __future__ import annotations

import csv
import io
import json
import urllib.request
from pathlib import Path
from typing import Any

import pytest
from exploring import Explorer, explorer
from playwright.sync_api import Browser, Route, expect

pytestmark = pytest.mark.browser

WORDS_CUT = """all => all.flatMap((one) => {
  const text = one.lastElementChild.firstChild;
  const range = document.createRange();
  return [...text.data.matchAll(/\\S+/g)].filter((word) => {
    range.setStart(text, word.index);
    range.setEnd(text, word.index + word[0].length);
    return range.getClientRects().length > 1;
  }).map(([word]) => word);
})"""


def scene_of(address: str) -> Any:
    with urllib.request.urlopen(f"{address}api/v1/scene") as answer:
        return json.load(answer)


def test_the_first_page_says_the_sentence_and_draws(page: Explorer, address: str) -> None:
    scene = scene_of(address)
    page.go()
    assert page.title == scene["caption"]["sentence"]["fr"]
    assert page.page.locator("html").get_attribute("lang") == "fr"
    assert f"{scene['caption']['ties']} liens" in page.status
    # Something is drawn: the canvas holds more than its ground.
    colours = page.page.evaluate(
        """() => {
          const canvas = document.querySelector('canvas');
          const {data} = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
          const seen = new Set();
          for (let i = 0; i < data.length; i += 4)
            seen.add(data[i] << 16 | data[i + 1] << 8 | data[i + 2]);
          return seen.size;
        }"""
    )
    assert colours > 100
    page.screenshot("network-laptop-light")


def test_no_file_is_asked_twice_and_hashed_ones_are_kept(page: Explorer) -> None:
    kept: dict[str, str] = {}
    page.page.on(
        "response",
        lambda answer: kept.update({answer.url: answer.headers.get("cache-control", "")}),
    )
    page.go()
    static = {url: said for url, said in kept.items() if "/static/" in url}
    assert static
    # The network is on its way with the page, and asked for no second time.
    assert sum("/scene" in url for url in page.watched.requests) == 1
    assert all("immutable" in said for said in static.values())
    assert kept[page.page.url.partition("?")[0]] == "no-cache"
    assert len(page.watched.requests) == len(set(page.watched.requests))


def test_a_row_of_the_legend_is_a_filter_and_a_chip(page: Explorer) -> None:
    page.go()
    page.page.get_by_role("checkbox", name="Affiliation").uncheck()
    page.settle()
    assert page.chips == ["Sans\u202f: affiliation"]
    assert "357 liens" in page.status
    assert "no.layer=affiliation" in page.page.url
    # What the others leave is still counted beside the row.
    row = page.page.locator("label.row", has_text="Affiliation").locator(".count")
    assert row.inner_text() == "239"
    page.page.get_by_role("button", name="Retirer le filtre").click()
    page.settle()
    assert page.chips == []
    assert page.page.get_by_role("checkbox", name="Affiliation").is_checked()
    page.page.keyboard.press("Control+z")
    page.settle()
    assert page.chips == ["Sans\u202f: affiliation"]
    page.page.keyboard.press("Control+Shift+z")
    page.settle()
    assert page.chips == []


def test_a_search_selects_and_says_who_says_so(page: Explorer) -> None:
    page.go()
    page.find("VAL HORIZ")
    expect(page.detail.get_by_role("heading", level=2)).to_have_text("Val Horizon")
    assert "Val Horizon a 10 liens" in page.detail.locator(".lead").inner_text()
    page.screenshot("detail-laptop-light")
    page.detail.locator("button.source").first.click()
    records = page.detail.locator(".records li")
    expect(records.first).to_be_visible()
    assert records.first.locator("strong").inner_text()
    assert records.first.locator("dd").count() > 2


def test_around_an_actor_and_back(page: Explorer) -> None:
    page.go()
    page.find("val horizon")
    page.press("1")
    assert page.chips == ["Val Horizon, 1 pas"]
    assert page.title.startswith("Val Horizon a 10 liens avec 10 acteurs")
    assert page.status.startswith("11 acteurs")
    one = page.status
    page.press("2")
    assert page.chips == ["Val Horizon, 2 pas"]
    assert page.status != one
    page.screenshot("ego-laptop-light")
    page.press("0")
    assert page.chips == []
    page.page.go_back()
    page.settle()
    assert page.chips == ["Val Horizon, 2 pas"]


def test_the_ties_of_a_path_are_named(page: Explorer) -> None:
    page.go()
    page.find("domb'innov")
    page.press("p")
    assert "Chemin depuis Domb'Innov" in page.detail.inner_text()
    page.find("pole sud")
    assert page.title.startswith("Domb'Innov et Pôle Sud se touchent en 2 pas, par ")
    legs = page.page.locator(".path .leg p")
    assert legs.count() >= 2
    assert "Domb'Innov" in legs.first.inner_text()
    assert page.chips == ["De Domb'Innov à Pôle Sud"]
    page.screenshot("path-laptop-light")


def test_no_path_is_said(page: Explorer) -> None:
    page.go("?no.layer=affiliation,institutional,support,cooperation")
    page.find("domb'innov")
    page.press("p")
    page.find("pole sud")
    assert page.title == "Aucun chemin de Domb'Innov à Pôle Sud avec ces filtres."


def test_an_actor_outside_the_filters_is_found_and_said_so(page: Explorer) -> None:
    page.go("?no.family=network")
    page.page.fill("#search", "coorace")
    option = page.page.get_by_role("option").first
    expect(option).to_contain_text("hors des filtres, l’afficher")
    page.page.keyboard.press("Enter")
    page.settle()
    assert page.chips == []
    expect(page.detail.get_by_role("heading", level=2)).to_have_text("COORACE")


def test_the_address_opens_the_same_view(page: Explorer, browser: Browser, address: str) -> None:
    page.go()
    page.page.get_by_role("checkbox", name="Soutien").uncheck()
    page.find("conseil régional rhône")
    page.press("2")
    page.page.get_by_role("button", name="EN", exact=True).click()
    page.settle()
    said = (page.title, page.chips, page.status)
    with explorer(browser, address) as other:
        other.go(page.page.url.removeprefix(address))
        assert (other.title, other.chips, other.status) == said
        assert other.page.locator("html").get_attribute("lang") == "en"


def test_the_tables_hold_what_is_drawn(page: Explorer, tmp_path: Path) -> None:
    page.go("?no.layer=affiliation,institutional,support")
    page.page.get_by_role("button", name="Tableau").click()
    page.page.locator("[data-key='table:ties']").click()
    page.settle()
    assert "178 liens sur 596" in page.page.locator("caption").first.inner_text()
    with page.page.expect_download() as waited:
        page.page.get_by_role("button", name="Télécharger").click()
    path = tmp_path / "ties.csv"
    waited.value.save_as(path)
    rows = list(csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig")), delimiter=";"))
    assert rows[0][:3] == ["De", "Sorte de lien", "Vers"]
    assert len(rows) == 179
    page.screenshot("table-laptop-light")


def test_a_table_sorts_by_its_headings(page: Explorer) -> None:
    page.go("?table=actors")
    page.page.get_by_role("button", name="Liens").nth(1).click()
    heading = page.page.locator("th[aria-sort]")
    assert heading.get_attribute("aria-sort") == "descending"
    degrees = [int(text) for text in page.page.locator("td.numeric").all_inner_texts()]
    assert degrees == sorted(degrees, reverse=True)
    assert degrees[0] > 100
    page.page.locator("tbody th button").first.click()
    page.settle()
    expect(page.detail.get_by_role("heading", level=2)).to_contain_text("RTES")


def test_the_figures_follow_the_filters(page: Explorer) -> None:
    page.go()
    figures = page.page.locator(".figures")
    whole = figures.locator(".kept p").first.inner_text()
    assert whole == "Retenus 211 organisations, 20 liens"
    # 211 and 221 are the 432 of the view: who has no known group is not left out of it.
    assert figures.locator(".kept .hint").inner_text() == (
        "Retenus, mais hors de l’indice faute de groupe connu\u202f: 51 acteurs, 7 liens."
    )
    assert figures.locator(".kept summary").inner_text().startswith("Laissés hors 221 acteurs")
    assert "le hasard suffirait" in figures.locator(".lead").inner_text()
    assert figures.locator(".index .value").inner_text() == "+0,38"
    cell = figures.locator("td[aria-label^='Public et ESS']")
    assert cell.get_attribute("aria-label") == (
        "Public et ESS\u202f: 9 observés, 4,9 attendus, plus que le hasard"
    )
    page.page.get_by_role("checkbox", name="ESS", exact=False).first.uncheck()
    page.settle()
    assert figures.locator(".kept p").first.inner_text() != whole
    assert figures.locator("td[aria-label^='Public et ESS']").count() == 0


def test_colour_and_size_by_what_is_known(page: Explorer) -> None:
    page.go("?colour=kind&size=neighbours")
    key = page.page.locator(".legend .key li")
    assert key.first.inner_text().startswith("Collectivité")
    page.page.get_by_label("Couleur").select_option("measure:betweenness")
    page.settle()
    expect(page.page.locator(".legend .ramp svg")).to_have_count(5)
    assert "colour=measure%3Abetweenness" in page.page.url
    # A year is no quantity.
    page.page.get_by_label("Couleur").select_option("field:founded_year")
    page.settle()
    expect(page.page.locator(".legend .key .hint")).to_have_text("de 2003 à 2012")


def test_filters_of_pole_date_and_nothing_left(page: Explorer) -> None:
    page.go()
    page.page.get_by_label("Pôle", exact=True).select_option(label="Domb'Innov")
    page.settle()
    assert page.chips == ["Pôle\u202f: Domb'Innov"]
    assert not page.status.startswith("432")
    page.page.get_by_label("À la date").fill("1890")
    page.page.get_by_label("À la date").press("Enter")
    page.settle()
    assert page.chips == ["Pôle\u202f: Domb'Innov", "En 1890, dont 30 au début inconnu"]
    page.page.get_by_label("À la date").fill("hier")
    page.page.get_by_label("À la date").press("Enter")
    assert page.page.get_by_label("À la date").get_attribute("aria-invalid") == "true"
    page.page.get_by_role("button", name="Tout effacer").click()
    for layer in ("Coopération", "Soutien", "Affiliation", "Institution"):
        page.page.get_by_role("checkbox", name=layer).uncheck()
    page.settle()
    assert page.title == "Aucun lien avec ces filtres."
    lift = page.page.locator(".lift button")
    assert lift.count() == 5
    lift.first.click()
    page.settle()
    assert page.title != "Aucun lien avec ces filtres."


def test_english_speaks_english(browser: Browser, address: str) -> None:
    with explorer(browser, address, language="en") as page:
        page.go()
        assert page.page.locator("html").get_attribute("lang") == "en"
        assert page.title == scene_of(address)["caption"]["sentence"]["en"]
        assert page.page.get_by_role("checkbox", name="Cooperation").is_checked()
        figures = page.page.locator(".figures .lead").inner_text()
        assert "chance would be enough" in figures
        # No word of the heat map is cut in two: each stands on one line.
        assert page.page.locator(".heat thead th, .heat tbody th").evaluate_all(WORDS_CUT) == []


def test_a_server_that_is_gone_is_said_and_tried_again(page: Explorer) -> None:
    page.page.route("**/api/v1/scene*", lambda route: route.abort())
    page.page.goto(page.address)
    expect(page.page.get_by_role("alert").first).to_contain_text("Le serveur ne répond pas.")
    page.watched.complaints.clear()
    page.page.unroute("**/api/v1/scene*")
    page.page.get_by_role("button", name="Réessayer").click()
    page.settle()
    assert page.title


def test_figures_that_become_a_job_are_followed(page: Explorer) -> None:
    jobs = ["long"]
    told = {"state": "running", "done": 400, "total": 1000, "lasted": 21}

    def measures(route: Route) -> None:
        if jobs:
            route.fulfill(status=202, json={"job": jobs.pop()})
        else:
            route.continue_()

    page.page.route("**/api/v1/measures", measures)
    page.page.route("**/api/v1/jobs/long", lambda route: route.fulfill(json=told))
    page.page.goto(page.address)
    figures = page.page.locator(".figures")
    expect(figures).to_contain_text("Calcul des figures… 400 sur 1\u202f000")
    told |= {"total": None}
    expect(figures).to_contain_text("Calcul des figures… depuis 21 s")
    told |= {"state": "done"}
    expect(figures).to_contain_text("hasard")
    expect(figures).not_to_contain_text("Calcul")
