"""Mouse and finger on the scene: select, look around, drag, gather, zoom, pan."""

from __future__ import annotations

import pytest
from exploring import Explorer, explorer
from playwright.sync_api import Browser, expect

pytestmark = pytest.mark.browser

NAME = "Val Horizon"


def found_at(page: Explorer, *, hidden: float = 0) -> tuple[float, float]:
    """Where a mark stands that the search has just centred."""
    box = page.page.locator("#scene").bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + (box["height"] - hidden) / 2


def heading(page: Explorer) -> str:
    found = page.detail.get_by_role("heading", level=2)
    return found.inner_text() if found.count() else ""


def test_click_selects_and_the_ground_clears(page: Explorer) -> None:
    page.go()
    page.find(NAME)
    x, y = found_at(page)
    page.page.mouse.click(x + 170, y - 230)
    page.settle()
    assert heading(page) == ""
    page.page.mouse.move(x, y)
    expect(page.page.locator(".preview strong")).to_have_text(NAME)
    page.page.mouse.click(x, y)
    page.settle()
    assert heading(page) == NAME
    assert "sel=val-horizon" in page.page.url


def test_double_click_looks_around(page: Explorer) -> None:
    page.go()
    page.find(NAME)
    page.page.mouse.dblclick(*found_at(page))
    page.settle()
    assert page.chips == [f"{NAME}, 1 pas"]


def test_a_mark_is_dragged_and_undone(page: Explorer) -> None:
    page.go()
    page.find(NAME)
    x, y = found_at(page)
    page.page.mouse.move(x, y)
    page.page.mouse.down()
    page.page.mouse.move(x + 60, y + 40, steps=5)
    page.page.mouse.up()
    page.settle()
    assert "Positions déplacées" in page.chips
    assert "val-horizon" in page.page.url.partition("moved=")[2]
    page.page.mouse.move(x + 60, y + 40)
    expect(page.page.locator(".preview strong")).to_have_text(NAME)
    page.page.keyboard.press("Control+z")
    page.settle()
    assert page.chips == []


def test_shift_gathers_by_click_and_by_lasso(page: Explorer) -> None:
    page.go()
    page.find(NAME)
    x, y = found_at(page)
    page.page.keyboard.down("Shift")
    page.page.mouse.move(x - 250, y - 200)
    page.page.mouse.down()
    for corner in ((x + 250, y - 200), (x + 250, y + 150), (x - 250, y + 150)):
        page.page.mouse.move(*corner, steps=3)
    page.page.mouse.up()
    page.settle()
    gathered = int(heading(page).split()[0])
    assert gathered > 3
    page.page.mouse.click(x, y)
    page.page.keyboard.up("Shift")
    page.settle()
    assert int(heading(page).split()[0]) == gathered - 1


def test_the_wheel_zooms_and_a_stroke_pans(page: Explorer) -> None:
    page.go()
    x, y = found_at(page)
    page.page.mouse.move(x, y)
    page.page.mouse.wheel(0, -300)
    page.settle()
    zoomed = page.page.url.partition("cam=")[2]
    assert zoomed
    # The ground, above everything that is drawn.
    page.page.mouse.move(x, y - 300)
    page.page.mouse.down()
    page.page.mouse.move(x + 90, y - 260, steps=4)
    page.page.mouse.up()
    page.settle()
    assert page.page.url.partition("cam=")[2] != zoomed
    page.page.get_by_role("button", name="Tout voir").click()
    page.settle()
    expect(page.page.locator(".status")).to_contain_text("432 ")


def test_a_finger_taps(browser: Browser, address: str) -> None:
    with explorer(browser, address, "phone") as page:
        page.go()
        page.find(NAME)
        sheet = page.page.locator(".right").bounding_box()
        scene = page.page.locator("#scene").bounding_box()
        assert sheet is not None
        assert scene is not None
        hidden = scene["y"] + scene["height"] - sheet["y"]
        x, y = found_at(page, hidden=max(hidden, 0))
        page.detail.get_by_role("button", name="Fermer le détail").click()
        page.settle()
        assert heading(page) == ""
        page.page.touchscreen.tap(x, y)
        page.settle()
        assert heading(page) == NAME
