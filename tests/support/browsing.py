"""A real browser for tests: Debian's chromium, and everything a page does, written down."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Dialog,
    Page,
    Request,
    sync_playwright,
)

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
SCREENS = Path(__file__).parents[2] / "build" / "screens"


@dataclass
class Watched:
    """A page, and what it asked for, said and broke."""

    page: Page
    requests: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, context: BrowserContext) -> Watched:
        watched = cls(context.new_page())
        watched.page.on("request", watched._asked)
        watched.page.on("dialog", watched._spoke)
        watched.page.on("console", watched._logged)
        watched.page.on("pageerror", lambda error: watched.complaints.append(str(error)))
        return watched

    def open_file(self, path: Path) -> Page:
        """Open a page from disk; whatever it then asks for is refused and written down."""
        address = path.resolve().as_uri()
        self.page.context.route(
            lambda url: url != address, lambda route: route.abort("internetdisconnected")
        )
        self.page.goto(address)
        self.requests.remove(address)
        return self.page

    def screenshot(self, name: str, *, full: bool = False) -> None:
        SCREENS.mkdir(parents=True, exist_ok=True)
        self.page.screenshot(path=SCREENS / f"{name}.png", full_page=full)

    def _asked(self, request: Request) -> None:
        if not request.url.startswith(("data:", "blob:")):
            self.requests.append(request.url)

    def _spoke(self, dialog: Dialog) -> None:
        self.dialogs.append(dialog.message)
        dialog.dismiss()

    def _logged(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.complaints.append(message.text)


@contextmanager
def a_browser() -> Iterator[Browser]:
    """Debian's chromium; never a downloaded one."""
    executable = shutil.which("chromium")
    if not executable:
        pytest.skip("no chromium on this machine (apt-get install chromium)")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=ARGUMENTS)
        yield browser
        browser.close()
