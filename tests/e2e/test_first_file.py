"""The first minute: an empty network, a members' list whose pole nobody knows yet."""

from __future__ import annotations

from pathlib import Path

import pytest
from exploring import explorer, served
from playwright.sync_api import Browser, expect

from maillage.graph.stores import open_store

pytestmark = pytest.mark.browser
MEMBERS = Path(__file__).parents[2] / "examples" / "membres-du-pole.xlsx"


def test_a_new_pole_is_named_and_its_members_saved(browser: Browser, tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'first.db'}"
    open_store(url).close()
    with served(url) as address, explorer(browser, address, "laptop") as page:
        page.go("?view=import")
        with page.page.expect_file_chooser() as chooser:
            page.page.locator("[data-key='choose-file']").click()
        chooser.value.set_files(MEMBERS)
        field = page.page.locator("[data-key='option:pole']")
        expect(page.page.locator(".options .wrong")).to_contain_text("De quel pôle")
        page.screenshot("first-file-asked")
        field.fill("Pôle du Val-de-Brume")
        field.press("Tab")
        page.settle()
        expect(page.page.locator(".options .wrong")).to_have_count(0)
        page.page.locator("[data-key='option:date']").fill("19/09/2014")
        page.page.keyboard.press("Enter")
        page.settle()
        assert page.title.endswith("aucune n’est refusée.")
        page.screenshot("first-file-read")
        page.page.locator("[data-key='save']").click()
        page.settle()
        page.go()
        assert page.status.startswith("22 "), page.status
