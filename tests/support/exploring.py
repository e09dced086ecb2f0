"""The explorer as a person meets it: really served, in a real browser, everything written down."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import uvicorn
from browsing import SCREENS, Watched
from playwright.sync_api import Browser, Locator, Page, expect

from maillage.api.app import create_app

SIZES = {
    "phone": (390, 844),
    "tablet": (820, 1180),
    "laptop": (1440, 900),
    "wall": (2560, 1440),
}


@contextmanager
def served(store_url: str) -> Iterator[str]:
    """The application on a free port of this machine; its address."""
    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    config = uvicorn.Config(create_app(store_url), log_level="error", lifespan="on")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    while not server.started:
        if not thread.is_alive():
            raise RuntimeError("the server did not start")
        time.sleep(0.02)
    try:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}/"
    finally:
        server.should_exit = True
        thread.join(10)
        listening.close()


@dataclass
class Explorer:
    """A page of the explorer."""

    watched: Watched
    address: str

    @property
    def page(self) -> Page:
        return self.watched.page

    def go(self, query: str = "") -> Explorer:
        self.page.goto(self.address + query)
        self.page.wait_for_selector("h1:not(:empty)")
        self.settle()
        return self

    def settle(self) -> None:
        """Until the camera rests and nothing is waited for."""
        self.page.wait_for_timeout(200)
        expect(self.page.locator("[aria-busy=true]")).to_have_count(0, timeout=30_000)

    @property
    def title(self) -> str:
        return self.page.locator("h1").inner_text()

    @property
    def chips(self) -> list[str]:
        return self.page.locator(".chip > span").all_inner_texts()

    @property
    def status(self) -> str:
        return self.page.locator(".status").text_content() or ""

    @property
    def detail(self) -> Locator:
        return self.page.locator(".detail")

    def find(self, text: str) -> None:
        """Search and choose the first suggestion."""
        if self.page.locator(".nav button").first.is_visible():
            self.page.locator(".nav button").first.click()
        self.page.fill("#search", text)
        self.page.wait_for_selector("#search-list [role=option]")
        self.page.keyboard.press("Enter")
        self.settle()

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)
        self.settle()

    def screenshot(self, name: str) -> None:
        SCREENS.mkdir(parents=True, exist_ok=True)
        self.page.screenshot(path=SCREENS / f"explorer-{name}.png")

    def check_quiet(self) -> None:
        """Nothing was asked of another machine, and nothing complained."""
        elsewhere = [url for url in self.watched.requests if not url.startswith(self.address)]
        assert elsewhere == []
        assert self.watched.complaints == []
        assert self.watched.dialogs == []


@contextmanager
def explorer(
    browser: Browser,
    address: str,
    size: str = "laptop",
    *,
    dark: bool = False,
    language: str = "fr",
) -> Iterator[Explorer]:
    width, height = SIZES[size]
    phone = size == "phone"
    context = browser.new_context(
        viewport={"width": width, "height": height},
        is_mobile=phone,
        has_touch=phone,
        device_scale_factor=2 if phone else 1,
        color_scheme="dark" if dark else "light",
        locale="fr-FR" if language == "fr" else "en-GB",
        reduced_motion="reduce",
        accept_downloads=True,
    )
    found = Explorer(Watched.of(context), address)
    try:
        yield found
        found.check_quiet()
    finally:
        context.close()
