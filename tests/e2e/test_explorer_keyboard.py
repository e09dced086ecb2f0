"""Everything by the keyboard, and what a screen reader is told."""

from __future__ import annotations

import pytest
from exploring import Explorer
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def active_name(page: Explorer) -> str:
    """The name of the mark that a screen reader reads in the scene."""
    found: str = page.page.evaluate(
        """() => {
          const id = document.getElementById('scene').getAttribute('aria-activedescendant');
          return id ? document.getElementById(id).textContent : '';
        }"""
    )
    return found


def test_skip_links_come_first(page: Explorer) -> None:
    page.go()
    page.press("Tab")
    expect(page.page.locator(":focus")).to_have_text("Aller au contenu")
    page.press("Enter")
    expect(page.page.locator(":focus")).to_have_attribute("id", "sentence")


def test_the_scene_is_walked_and_left(page: Explorer) -> None:
    page.go()
    page.page.locator("#scene").focus()
    page.press("ArrowRight")
    first = active_name(page)
    assert ", 432" not in first
    assert " sur 432" in first
    page.press("ArrowRight")
    assert active_name(page) != first
    page.press("]")
    named = active_name(page)
    page.press("[", "]")
    assert active_name(page) == named
    page.press("Enter")
    heading = page.detail.get_by_role("heading", level=2)
    assert named.startswith(heading.inner_text())
    # Detail opened, the focus stayed; Tab leaves.
    expect(page.page.locator(":focus")).to_have_attribute("id", "scene")
    page.press("Tab")
    assert page.page.evaluate("document.activeElement.id") != "scene"


def test_escape_closes_then_clears(page: Explorer) -> None:
    page.go()
    page.find("domb")
    page.press("?")
    expect(page.page.get_by_role("dialog")).to_be_visible()
    page.press("Escape")
    expect(page.page.get_by_role("dialog")).to_have_count(0)
    expect(page.detail.get_by_role("heading", level=2)).to_be_visible()
    page.page.locator("#scene").focus()
    page.press("Escape")
    expect(page.detail.get_by_role("heading", level=2)).to_have_count(0)


def test_selection_and_results_are_announced(page: Explorer) -> None:
    page.go()
    page.find("val horizon")
    said = page.page.get_by_role("status").filter(has_text="Val Horizon, ")
    expect(said).to_have_count(1)
    assert "10 liens" in said.inner_text()
    page.page.get_by_role("checkbox", name="Affiliation").uncheck()
    expect(page.page.get_by_role("status").filter(has_text="357 liens sur 596")).to_have_count(1)


def test_single_keys_can_be_turned_off(page: Explorer) -> None:
    page.go()
    page.press("?")
    page.page.get_by_label("Raccourcis d’une touche").uncheck()
    page.press("Escape")
    page.find("domb")
    page.page.locator("#scene").focus()
    page.press("1")
    assert page.chips == []


def test_a_mark_is_carried_and_put_back(page: Explorer) -> None:
    page.go()
    page.find("domb")
    page.page.locator("#scene").focus()
    page.press("m", "ArrowRight", "ArrowRight", "m")
    assert page.chips == ["Positions déplacées"]
    assert "moved=" in page.page.url
    page.page.get_by_role("button", name="Retirer le filtre").click()
    page.settle()
    assert "moved=" not in page.page.url


def test_space_gathers_a_selection(page: Explorer) -> None:
    page.go()
    page.page.locator("#scene").focus()
    page.press("ArrowRight", "Space", "ArrowLeft", "Space")
    expect(page.detail.get_by_role("heading", level=2)).to_have_text("2 acteurs choisis")
    assert page.detail.locator(".chosen li").count() >= 2


def test_cells_of_a_table_and_regions_are_walked(page: Explorer) -> None:
    page.go()
    page.page.locator("#scene").focus()
    page.press("t")
    assert page.page.evaluate("document.activeElement.id") == "table"
    page.page.locator("tbody th button").first.focus()
    page.press("ArrowDown", "End")
    where = page.page.evaluate(
        """() => { const cell = document.activeElement.closest('td, th');
          return [cell.parentElement.rowIndex, cell.cellIndex]; }"""
    )
    assert where == [2, 5]
    page.press("F6")
    assert page.page.evaluate("document.activeElement.closest('aside') !== null")
