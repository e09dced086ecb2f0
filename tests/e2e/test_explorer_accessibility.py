"""axe on every state of the explorer, in both languages, light and dark, on every size."""

from __future__ import annotations

import pytest
from axe import violations
from exploring import Explorer, explorer
from playwright.sync_api import Browser

pytestmark = pytest.mark.browser


def walk(page: Explorer, name: str) -> dict[str, list[str]]:
    """What axe finds in each state of the Network view, one after the other."""
    found: dict[str, list[str]] = {}

    def look(state: str) -> None:
        found[state] = violations(page.page)
        page.screenshot(f"{state}-{name}")

    page.go()
    look("first")
    page.find("val horizon")
    page.detail.locator("button.source").first.click()
    page.settle()
    look("detail")
    page.page.locator("#scene").focus()
    page.press("1")
    look("around")
    page.press("0", "t")
    look("table")
    page.press("?")
    look("settings")
    page.press("Escape")
    page.page.locator(".tool-row button").nth(1).click()
    look("export")
    return found


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_no_violation(browser: Browser, address: str, language: str, theme: str) -> None:
    with explorer(browser, address, dark=theme == "dark", language=language) as page:
        found = walk(page, f"laptop-{theme}-{language}")
    assert {state: broken for state, broken in found.items() if broken} == {}


@pytest.mark.parametrize(
    ("size", "theme"),
    [("phone", "light"), ("phone", "dark"), ("tablet", "light"), ("wall", "dark")],
)
def test_no_violation_at_other_sizes(browser: Browser, address: str, size: str, theme: str) -> None:
    with explorer(browser, address, size, dark=theme == "dark") as page:
        page.go()
        first = violations(page.page)
        page.screenshot(f"first-{size}-{theme}")
        page.find("val horizon")
        chosen = violations(page.page)
        page.screenshot(f"detail-{size}-{theme}")
    assert (first, chosen) == ([], [])


def test_the_legend_is_a_sheet_on_a_phone(browser: Browser, address: str) -> None:
    with explorer(browser, address, "phone") as page:
        page.go()
        filters = page.page.get_by_role("button", name="Filtres")
        filters.click()
        page.settle()
        assert violations(page.page) == []
        page.screenshot("legend-phone-light")
        page.page.get_by_role("checkbox", name="Affiliation").uncheck()
        page.settle()
        page.press("Escape")
        assert filters.inner_text() == "Filtres · 1"
        assert page.page.evaluate("document.activeElement.textContent") == "Filtres · 1"


@pytest.mark.parametrize("width", [320, 390])
def test_nothing_scrolls_sideways_when_zoomed(browser: Browser, address: str, width: int) -> None:
    """400 % at 1280 px is 320 px."""
    with explorer(browser, address, "phone") as page:
        page.page.set_viewport_size({"width": width, "height": 720})
        page.go()
        page.find("val horizon")
        wide = page.page.evaluate("document.documentElement.scrollWidth")
        assert wide <= width
