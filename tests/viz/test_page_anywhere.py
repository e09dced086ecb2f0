"""Where the portable map is opened: without network or script, in a notebook, on paper."""

from __future__ import annotations

from pathlib import Path

import pytest
from browsing import Watched
from drawn_networks import many_poles
from playwright.sync_api import Browser
from portable_maps import assert_calm, counts, opened
from small_networks import net

from maillage.viz.page import map_html, network_html
from maillage.viz.scene import build_scene

pytestmark = pytest.mark.browser


def test_the_page_is_complete_without_network(browser: Browser, demo_file: Path) -> None:
    watched = opened(browser, demo_file)
    assert "432 acteurs" in counts(watched.page)
    assert_calm(watched)
    watched.page.context.close()


def test_paper_holds_the_picture_the_chips_and_the_whole_table(
    browser: Browser, demo_file: Path
) -> None:
    page = opened(browser, demo_file).page
    page.uncheck("#row-layer-affiliation")
    page.uncheck("#row-sector-public")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert page.is_visible("#paper svg")
    assert not page.is_visible("#scene")
    assert not page.is_visible("#search")
    assert "Sans\u202f: affiliation" in page.inner_text("#chips")
    paths = page.evaluate(
        "[...document.querySelectorAll('[data-part=ties] path')]"
        ".filter((e) => e.getAttribute('d') && e.dataset.key.startsWith('affiliation')).length"
    )
    assert paths == 0
    hidden = page.locator("#paper [data-part=nodes] [visibility=hidden]").count()
    assert hidden >= 130
    assert page.locator("#table-actors tbody tr").count() == 432 - 130
    assert len(page.pdf()) > 50_000
    page.context.close()


def test_an_old_browser_still_shows_the_picture_and_the_tables(
    browser: Browser, demo_file: Path
) -> None:
    context = browser.new_context()
    context.add_init_script("delete window.DecompressionStream")
    watched = Watched.of(context)
    page = watched.open_file(demo_file)
    page.wait_for_selector("html.still")
    assert page.is_visible("#paper svg")
    assert page.is_visible("#table-actors")
    assert "trop ancien" in page.inner_text(".still-note")
    page.uncheck("#row-layer-affiliation")
    context.close()


def test_without_any_script_the_picture_is_there(browser: Browser, demo_file: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(demo_file.as_uri())
    assert page.is_visible("#paper svg")
    assert page.is_visible("h1")
    assert not page.is_visible("#search")
    context.close()


def test_a_large_network_is_walked_by_its_poles(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "map.html"
    path.write_text(map_html(build_scene(*many_poles(60, 40, bridges=20))), encoding="utf-8")
    watched = opened(browser, path)
    page = watched.page
    assert "60 acteurs" in counts(page)
    assert "vue par pôle" in page.inner_text("h1")
    page.click("#sort-actors-5")
    page.click("#sort-actors-5")
    page.click("#table-actors tbody button >> nth=0")
    assert "lien ou partenaire commun" in page.inner_text("#detail")
    assert_calm(watched)
    page.context.close()


def test_a_network_shows_itself_in_a_notebook(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "notebook.html"
    path.write_text(f"<!doctype html>{network_html(net('ab bc'))}", encoding="utf-8")
    watched = Watched.of(browser.new_context())
    watched.open_file(path)
    inside = watched.page.frame_locator("iframe")
    inside.locator("html[data-ready=true]").wait_for()
    assert "3 acteurs" in inside.locator("#status").inner_text()
    assert_calm(watched)
    watched.page.context.close()
