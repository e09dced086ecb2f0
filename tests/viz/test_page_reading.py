"""Reading the portable map: search, keyboard, pointer, tables, facts, both languages."""

from __future__ import annotations

from pathlib import Path

import pytest
from drawn_networks import actor, tie, two_poles
from playwright.sync_api import Browser
from portable_maps import assert_calm, counts, opened

from maillage.graph.model import Attributes
from maillage.viz.page import map_html
from maillage.viz.scene import build_scene

pytestmark = pytest.mark.browser


def test_search_is_blind_to_case_and_accents_and_finds_what_filters_hide(
    browser: Browser, demo_file: Path
) -> None:
    page = opened(browser, demo_file).page
    page.uncheck("#row-sector-public")
    page.keyboard.press("/")
    page.keyboard.type("REGIONAL rhone")
    options = page.locator("#search-list [role=option]")
    assert "Conseil régional Rhône-Alpes" in options.first.inner_text()
    assert "hors des filtres" in options.first.inner_text()
    page.keyboard.press("Enter")
    assert page.inner_text("#detail h3") == "Conseil régional Rhône-Alpes"
    assert page.evaluate("document.activeElement.id") == "detail"
    page.context.close()


def test_the_keyboard_reaches_everything(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "map.html"
    path.write_text(map_html(build_scene(*two_poles())), encoding="utf-8")
    page = opened(browser, path).page
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "scene"
    page.keyboard.press("]")
    first = page.inner_text("#detail h3")
    page.keyboard.press("]")
    assert page.inner_text("#detail h3") != first
    page.keyboard.press("[")
    assert page.inner_text("#detail h3") == first == "Conseil régional"
    page.wait_for_timeout(600)
    assert page.inner_text("#live") == (
        "Conseil régional, collectivité, secteur public, 2 liens, 1 sur 10"
    )
    page.keyboard.press("1")
    assert "3 acteurs" in counts(page)
    page.keyboard.press("0")
    assert "10 acteurs" in counts(page)
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "detail"
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.id") == "scene"
    page.keyboard.press("t")
    assert page.evaluate("document.activeElement.id") == "tables"
    page.context.close()


def test_arrows_go_to_the_neighbour_on_that_side(browser: Browser, tmp_path: Path) -> None:
    actors = [actor("a", name="A"), actor("b", name="B"), actor("c", name="C")]
    places = {"a": (0.0, 0.0), "b": (100.0, 10.0), "c": (-5.0, -100.0)}
    path = tmp_path / "map.html"
    scene = build_scene(actors, [tie("a", "b"), tie("a", "c")], positions=places)
    path.write_text(map_html(scene), encoding="utf-8")
    page = opened(browser, path).page
    page.focus("#scene")
    page.keyboard.press("]")
    for key, expected in (("ArrowRight", "B"), ("ArrowLeft", "A"), ("ArrowUp", "C")):
        page.keyboard.press(key)
        assert page.inner_text("#detail h3") == expected
    page.context.close()


def test_a_click_opens_the_detail_and_the_ground_closes_it(
    browser: Browser, tmp_path: Path
) -> None:
    actors = [actor("a", name="Val Horizon", sector=1), actor("b", name="Ville", sector=0)]
    places = {"a": (0.0, 0.0), "b": (300.0, 0.0)}
    path = tmp_path / "map.html"
    one = tie("b", "a", "financing", since="2012")
    path.write_text(map_html(build_scene(actors, [one], positions=places)), encoding="utf-8")
    page = opened(browser, path).page
    box = page.locator("#canvas").bounding_box()
    assert box
    middle = (box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    scale = page.evaluate("document.querySelector('#canvas').clientWidth") / (300 + 2 * 66.8)
    page.mouse.click(middle[0] - 150 * min(scale, 2), middle[1])
    detail = page.inner_text("#detail")
    assert "Val Horizon a 1 lien avec 1 acteur\u202f: soutien 1." in detail
    assert "de Ville" in detail
    assert "financement, depuis 2012" in detail
    page.mouse.click(middle[0], middle[1] - 100)
    assert page.locator("#detail .name").count() == 0
    page.context.close()


def test_tables_sort_and_say_so(browser: Browser, demo_file: Path) -> None:
    page = opened(browser, demo_file).page
    page.click("#sort-actors-5")
    page.click("#sort-actors-5")
    head = page.locator("#table-actors thead th").nth(5)
    assert head.get_attribute("aria-sort") == "descending"
    degrees = page.evaluate(
        "[...document.querySelectorAll('#table-actors tbody .numeric')].map((e) => +e.textContent)"
    )
    assert degrees == sorted(degrees, reverse=True)
    assert degrees[0] > 100
    page.click("#more-actors")
    assert page.locator("#table-actors tbody tr").count() == 432
    page.context.close()


def test_both_languages_are_whole(browser: Browser, demo_file: Path) -> None:
    watched = opened(browser, demo_file)
    page = watched.page
    page.click("[data-language=en]")
    assert page.evaluate("document.documentElement.lang") == "en"
    assert "no longer linked to each other" in page.inner_text("h1")
    parts = ("header", "#legend", ".nuance", ".under", "#detail", "thead >> nth=0", "footer")
    text = " ".join(page.inner_text(part) for part in parts)
    kinds = page.inner_text("#table-actors tbody tr:nth-child(1) td:nth-child(2)")
    assert kinds in ("Other", "Joint purchase")
    for french in ("Légende", "Liens", "Chercher", "acteurs", "Nature", "Aspect", "graine", "lien"):
        assert french not in text, french
    assert page.get_attribute("#table-actors tbody button", "lang") == "fr"
    page.click("[data-language=fr]")
    assert "Légende et filtres" in page.inner_text("body")
    assert_calm(watched)
    page.context.close()


def test_facts_are_told_in_words(browser: Browser, tmp_path: Path) -> None:
    facts: Attributes = {
        "temoin": "not_attested",
        "turnover_eur": 9_000_000,
        "activity": "services",
    }
    person = {"legal_category": "1000"}
    actors = [actor("a", "pole", "Pôle", attributes=facts), actor("b", name="X", attributes=person)]
    path = tmp_path / "map.html"
    path.write_text(map_html(build_scene(actors, [tie("a", "b")])), encoding="utf-8")
    page = opened(browser, path).page
    page.click("#table-actors tbody button >> text=Pôle")
    told = page.inner_text("#detail dl")
    assert "non attesté" in told
    assert "9 000 000" in told
    assert "services" in told
    page.click("[data-language=en]")
    assert "not attested" in page.inner_text("#detail dl")
    assert "Sole trader (name not published)" in page.inner_text("#table-actors")
    page.context.close()
