"""How the portable map looks: accessible, and never wider than its window."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe import violations
from drawn_networks import actor, tie
from playwright.sync_api import Browser
from portable_maps import LAPTOP, PHONE, WALL, assert_calm, opened

from maillage.viz.page import map_html
from maillage.viz.scene import build_scene

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(
    ("size", "look"), [(LAPTOP, "light"), (PHONE, "dark")], ids=["laptop-light", "phone-dark"]
)
def test_axe_finds_nothing(
    browser: Browser, demo_file: Path, size: tuple[int, int], look: str
) -> None:
    page = opened(browser, demo_file, size, dark=look == "dark").page
    for language in ("fr", "en"):
        page.click(f"[data-language={language}]")
        assert violations(page) == []
        page.fill("#search", "dom")
        assert violations(page) == []
        page.keyboard.press("Enter")
        page.evaluate("document.getElementById('legend').open = true")
        page.uncheck("#row-layer-support")
        page.click("text=/^1 (pas|step)$/")
        assert violations(page) == []
        page.click("text=/^(Tout effacer|Clear all)$/")
    page.context.close()


@pytest.mark.parametrize("width", [320, 640, 1024, 1280])
def test_no_page_wide_scroll_at_any_width(browser: Browser, demo_file: Path, width: int) -> None:
    page = opened(browser, demo_file, (width, 720)).page
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.context.close()


def test_a_long_name_does_not_break_the_page(browser: Browser, tmp_path: Path) -> None:
    actors = [actor("a", "pole", "M" * 10_000), actor("b", name="mot " * 2_000)]
    path = tmp_path / "map.html"
    path.write_text(map_html(build_scene(actors, [tie("a", "b")])), encoding="utf-8")
    for size in (LAPTOP, PHONE):
        watched = opened(browser, path, size)
        wide = watched.page.evaluate("document.documentElement.scrollWidth")
        assert wide <= size[0]
        watched.page.context.close()


def test_pictures_of_the_page(browser: Browser, demo_file: Path) -> None:
    """Kept under build/screens, to be looked at."""
    for name, size, dark in (
        ("map-laptop", LAPTOP, False),
        ("map-phone", PHONE, False),
        ("map-wall", WALL, True),
    ):
        watched = opened(browser, demo_file, size, dark=dark)
        watched.screenshot(name)
        watched.page.fill("#search", "domb")
        watched.page.keyboard.press("Enter")
        watched.page.wait_for_timeout(100)
        watched.screenshot(f"{name}-detail", full=size == PHONE)
        assert_calm(watched)
        watched.page.context.close()
