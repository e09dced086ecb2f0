"""Networks that are not the demonstration: empty, hostile, too many to draw at once."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe import violations
from drawn_networks import Drawn, actor, many_poles, tie
from exploring import Explorer, explorer, served
from hostile_names import HOSTILE_NAMES
from playwright.sync_api import Browser, expect

from maillage.graph.model import Graph
from maillage.graph.planning import difference
from maillage.graph.stores import open_store

pytestmark = pytest.mark.browser


def holding(path: Path, drawn: Drawn) -> str:
    """The address of a store that holds these actors and ties."""
    url = f"sqlite:///{path}"
    store = open_store(url)
    actors, ties = drawn
    try:
        graph = Graph(
            actors={one.id: one for one in actors},
            ties={one.id: one for one in ties},
            redirects={},
        )
        change = difference(graph, store.fingerprints())
        store.commit(change, expected=store.revision())
    finally:
        store.close()
    return url


def test_an_empty_network_shows_the_door(browser: Browser, tmp_path: Path) -> None:
    with (
        served(holding(tmp_path / "empty.db", ([], []))) as address,
        explorer(browser, address) as page,
    ):
        page.go()
        assert page.title == "Ce réseau est encore vide."
        assert violations(page.page) == []
        page.screenshot("empty-laptop-light")
        page.page.get_by_role("button", name="Déposer mon tableur").click()
        expect(page.page.locator("h1")).to_have_text("Déposez votre tableur tel qu’il est.")


@pytest.fixture(scope="module")
def hostile_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    actors = [actor("p", "pole", "Pôle")]
    actors += [actor(f"h{i}", name=name) for i, name in enumerate(HOSTILE_NAMES.values())]
    actors += [actor("__proto__", name="proto"), actor("constructor", name="constructor")]
    ties = [tie(one.id, "p", "membership") for one in actors[1:]]
    ties += [tie("h0", "h1"), tie("__proto__", "constructor")]
    with served(holding(tmp_path_factory.mktemp("hostile") / "h.db", (actors, ties))) as address:
        yield address


def fired(page: Explorer) -> object:
    return page.page.evaluate("window.fired")


def test_no_name_runs(browser: Browser, hostile_address: str, tmp_path: Path) -> None:
    with explorer(browser, hostile_address) as page:
        page.go()
        page.page.locator("#scene").focus()
        for _ in range(len(HOSTILE_NAMES) + 3):
            page.page.keyboard.press("]")
            page.page.keyboard.press("Enter")
        page.settle()
        for text in ("script", "href", "proto", "constr", "=hyper", "{n}"):
            page.page.fill("#search", text)
            page.page.wait_for_selector("#search-list [role=option]")
        page.page.keyboard.press("Enter")
        page.press("1", "t")
        page.page.get_by_role("button", name="Tout effacer").or_(
            page.page.get_by_role("button", name="Retirer le filtre")
        ).first.click()
        page.settle()
        names = set(page.page.locator("tbody th").all_inner_texts())
        assert HOSTILE_NAMES["image"] in names
        assert HOSTILE_NAMES["template"] in names
        with page.page.expect_download() as waited:
            page.page.get_by_role("button", name="Télécharger").click()
        waited.value.save_as(tmp_path / "rows.csv")
        text = (tmp_path / "rows.csv").read_text(encoding="utf-8-sig")
        rows = list(csv.reader(io.StringIO(text), delimiter=";"))
        assert "'" + HOSTILE_NAMES["formula"] in [row[0] for row in rows]
        page.press("t")
        page.find("constructor")
        page.press("p")
        page.find("proto")
        page.page.get_by_role("button", name="Exporter").click()
        page.settle()
        assert fired(page) is None
        assert violations(page.page) == []


def test_a_hostile_address_opens_a_page(browser: Browser, hostile_address: str) -> None:
    with explorer(browser, hostile_address) as page:
        name = HOSTILE_NAMES["image"]
        page.go(f"?pole={name}&sel={name}&ego=1:{name}&dep={name}&no.kind={name}&at={name}")
        assert fired(page) is None
        assert page.page.locator(".chip img").count() == 0
        page.go("?moved=1,2:__proto__&sel=__proto__&colour=__proto__&size=constructor")
        expect(page.detail.get_by_role("heading", level=2)).to_have_text("proto")


@pytest.fixture(scope="module")
def large_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    drawn = many_poles(60, 40, bridges=25)
    with served(holding(tmp_path_factory.mktemp("large") / "large.db", drawn)) as address:
        yield address


def test_above_two_thousand_poles_come_first(browser: Browser, large_address: str) -> None:
    with explorer(browser, large_address) as page:
        page.go()
        assert page.title.endswith("vue par pôle, les liens sont additionnés.")
        assert page.status.startswith("60 ")
        assert violations(page.page) == []
        page.screenshot("poles-first-laptop-light")
        page.page.get_by_role("button", name="Tout dessiner").click()
        page.settle()
        assert page.status.startswith("2\u202f485 ")
        assert "scope=all" in page.page.url
        page.screenshot("all-drawn-laptop-light")
        page.page.get_by_role("button", name="Voir par pôle").click()
        page.settle()
        assert page.status.startswith("60 ")


def test_a_pole_of_a_large_network_is_opened(browser: Browser, large_address: str) -> None:
    with explorer(browser, large_address) as page:
        page.go()
        page.find("pole numero 7")
        page.page.get_by_role("button", name="Ouvrir ce pôle").click()
        page.settle()
        assert page.chips == ["Pôle\u202f: Pôle numéro 7"]
        assert page.status.startswith("41 ")


def test_an_actor_of_a_large_network_is_found(browser: Browser, large_address: str) -> None:
    with explorer(browser, large_address) as page:
        page.go()
        page.page.fill("#search", "quartier p0007m011")
        option = page.page.get_by_role("option").first
        expect(option).to_contain_text("p0007m011")
        option.click()
        page.settle()
        assert page.title.startswith("Association des amis du quartier p0007m011 a ")
        assert page.chips == ["Association des amis du quartier p0007m011, 1 pas"]
