"""The Review view: two cards, a verdict, its undoing, and the network that follows."""

from __future__ import annotations

import pytest
from axe import violations
from exploring import Explorer, explorer
from playwright.sync_api import Browser, expect

pytestmark = pytest.mark.browser


def waiting(page: Explorer) -> int:
    return int(page.page.locator(".nav .badge").inner_text())


def chosen(page: Explorer) -> str:
    return page.page.locator(".queue-item[aria-current] strong").inner_text()


def test_a_match_is_accepted_then_undone(own: Explorer) -> None:
    own.go()
    actors = int(own.status.split(" ")[0])
    own.page.get_by_role("link", name="À vérifier").click()
    own.settle()
    before = waiting(own)
    assert before >= 2
    assert own.title == f"{before} rapprochements attendent votre avis."
    name = chosen(own)
    # The sum is that of what stands before it.
    told = own.page.locator(".points").inner_text().replace("−", "-")
    terms, total = told.removeprefix("Points\u202f: ").split(" = ")
    assert sum(int(term.rsplit(" ", 1)[1]) for term in terms.split(", ")) == int(total)
    assert violations(own.page) == []
    own.screenshot("review-laptop-light")
    own.page.get_by_role("button", name="C’est le même").click()
    bar = own.page.locator(".bar p")
    expect(bar).to_contain_text("ne font qu’un")
    assert name in bar.inner_text()
    expect(own.page.locator(".nav .badge")).to_have_text(str(before - 1))
    own.page.get_by_role("link", name="Réseau").click()
    own.settle()
    assert own.status.startswith(f"{actors - 1} ")
    own.page.get_by_role("link", name="À vérifier").click()
    own.page.locator(".judged").get_by_role("button", name="Annuler").click()
    expect(own.page.locator(".nav .badge")).to_have_text(str(before))
    expect(own.page.locator(".judged li").first).to_contain_text("annulé")
    own.page.get_by_role("link", name="Réseau").click()
    own.settle()
    assert own.status.startswith(f"{actors} ")


def test_everything_by_the_keyboard(own: Explorer) -> None:
    own.go("?view=review")
    before = waiting(own)
    first = chosen(own)
    own.page.locator(".queue-item").first.focus()
    own.press("j")
    second = chosen(own)
    assert second != first
    own.press("k")
    assert chosen(own) == first
    own.press("p")
    expect(own.page.locator(".bar p")).to_have_text("Remis à plus tard.")
    assert waiting(own) == before
    expect(own.page.locator(".queue-item strong").last).to_have_text(first)
    own.press("n")
    expect(own.page.locator(".bar p")).to_contain_text("restent deux.")
    expect(own.page.locator(".nav .badge")).to_have_text(str(before - 1))
    own.page.get_by_role("button", name="Annuler", exact=True).first.click()
    expect(own.page.locator(".nav .badge")).to_have_text(str(before))


@pytest.mark.parametrize("language", ["fr", "en"])
def test_cards_on_a_phone(browser: Browser, address: str, language: str) -> None:
    with explorer(browser, address, "phone", dark=True, language=language) as page:
        page.go("?view=review")
        assert violations(page.page) == []
        # The three answers stand on one row: what they are about stays in sight.
        tops = page.page.locator(".verdicts button").evaluate_all(
            "all => all.map(one => one.getBoundingClientRect().top)"
        )
        assert len(tops) == 3
        assert len(set(tops)) == 1
        page.screenshot(f"review-phone-dark-{language}")
        sideways = page.page.evaluate("document.documentElement.scrollWidth")
        assert sideways <= 390
