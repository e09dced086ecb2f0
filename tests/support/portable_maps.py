"""The portable map opened from disk in a real browser, everything it does written down."""

from __future__ import annotations

from pathlib import Path

from browsing import Watched
from playwright.sync_api import Browser, Page

LAPTOP, PHONE, WALL = (1440, 900), (390, 844), (1920, 1080)


def opened(
    browser: Browser, path: Path, size: tuple[int, int] = LAPTOP, *, dark: bool = False
) -> Watched:
    phone = size == PHONE
    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]},
        is_mobile=phone,
        has_touch=phone,
        device_scale_factor=2 if phone else 1,
        color_scheme="dark" if dark else "light",
        reduced_motion="reduce",
    )
    watched = Watched.of(context)
    watched.open_file(path).wait_for_selector("html[data-ready=true]")
    return watched


def assert_calm(watched: Watched) -> None:
    assert watched.requests == []
    assert watched.dialogs == []
    assert watched.complaints == []
    assert watched.page.evaluate("window.fired") is None


def counts(page: Page) -> str:
    return page.inner_text("#status")
