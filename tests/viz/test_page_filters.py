"""Filters of the portable map: what they leave, what is said of it, how they are taken back."""

from __future__ import annotations

from pathlib import Path

import pytest
from drawn_networks import two_poles
from playwright.sync_api import Browser
from portable_maps import assert_calm, counts, opened

from maillage.viz.page import map_html
from maillage.viz.scene import About, build_scene

pytestmark = pytest.mark.browser


def test_the_legend_filters_and_the_chip_takes_it_back(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "map.html"
    path.write_text(map_html(build_scene(*two_poles())), encoding="utf-8")
    watched = opened(browser, path)
    page = watched.page
    before = page.evaluate("document.querySelectorAll('#table-ties tbody tr').length")
    page.uncheck("#row-layer-affiliation")
    assert "4 liens" in counts(page)
    # The words above follow, and say that they are of a part.
    assert page.inner_text("h1").startswith("5 acteurs, lieux et pôles, 4 liens, en ")
    assert page.title().startswith("5 acteurs")
    assert page.inner_text(".nuance") == "Sur 10 acteurs, lieux et pôles et 10 liens en tout"
    assert page.evaluate("document.querySelectorAll('#table-ties tbody tr').length") == before - 6
    page.uncheck("#row-sector-ess")
    assert "7 acteurs" in counts(page)
    assert page.inner_text("#row-sector-private ~ .count") == "3"
    page.click("[aria-label='Retirer le filtre «\u202fSans\u202f: affiliation\u202f»']")
    assert page.is_checked("#row-layer-affiliation")
    page.click("text=Tout effacer")
    assert "10 liens" in counts(page)
    assert page.inner_text("h1").startswith("Sans Conseil régional")
    assert_calm(watched)
    page.context.close()


def test_a_part_of_what_was_at_a_date_says_what_is_kept_for_want_of_one(
    browser: Browser, tmp_path: Path
) -> None:
    path = tmp_path / "map.html"
    scene = build_scene(*two_poles(), about=About(date="2013"))
    path.write_text(map_html(scene), encoding="utf-8")
    watched = opened(browser, path)
    watched.page.uncheck("#row-layer-affiliation")
    assert watched.page.inner_text(".nuance") == (
        "Situation en 2013 · Sur 10 acteurs, lieux et pôles et 10 liens en tout · "
        "3 liens au début inconnu, gardés faute de date"
    )
    assert_calm(watched)
    watched.page.context.close()


def test_one_kind_of_tie_can_be_left_out(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "map.html"
    path.write_text(map_html(build_scene(*two_poles())), encoding="utf-8")
    page = opened(browser, path).page
    page.click("#kinds-cooperation")
    page.uncheck("#row-kind-supply")
    assert "9 liens" in counts(page)
    assert page.inner_text("#chips").startswith("Sans\u202f: fourniture")
    page.context.close()


def test_nothing_moves_when_one_filters(browser: Browser, demo_file: Path) -> None:
    page = opened(browser, demo_file).page
    picture = page.locator("#canvas canvas")
    whole = picture.screenshot()
    page.uncheck("#row-layer-affiliation")
    page.wait_for_timeout(100)
    assert picture.screenshot() != whole
    page.check("#row-layer-affiliation")
    page.wait_for_timeout(100)
    assert picture.screenshot() == whole
    page.context.close()
