"""The report as a file and in a browser: complete, closed, readable on a phone and by anybody."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from axe import violations
from browsing import Watched
from hostile_names import HOSTILE_NAMES
from playwright.sync_api import Browser

from maillage.graph.entries import Hand, add_actor, add_tie
from maillage.graph.model import Ref, TieClaim
from maillage.graph.port import Store
from maillage.graph.stores import open_store
from maillage.viz.report_page import report_html

POLE = "ptce-dombinnov"


def test_every_part_of_a_pole_is_told_with_what_it_rests_upon(demo_store: Store) -> None:
    page = report_html(demo_store, POLE)
    parts = re.findall(r'<h2 id="(\w+)">', page)
    assert parts == [
        "picture", "reliance", "dependence", "decloisonnement", "article9", "isolation", "economy",
        "typology", "suggestions", "sources",
    ]  # fmt: skip
    # What is not known is read before anything that is.
    assert page.index("Ce qu’on ne sait pas") < page.index("<svg") < page.index("Les actes")
    assert "Sur quoi cela repose\u202f: 1 acteur, 1 lien et 1 ligne citée" in page
    carrier = "Val Horizon → Domb&#39;Innov\u202f: portage, en cours, rapporté par un tiers"
    assert carrier in page.replace("&#x27;", "&#39;")
    assert "<cite>journee-2014, Annexe 3</cite>" in page
    assert "journee-2012\u202f: " in page[page.index('id="sources"') :]


def test_the_network_is_told_in_both_languages(demo_store: Store) -> None:
    french, english = (report_html(demo_store, language=lang) for lang in ("fr", "en"))
    assert "<h1>Le réseau</h1>" in french
    assert "<h1>The network</h1>" in english
    assert 'id="economy"' not in english
    assert "<p>Resto Passerelle\u202f: Non documenté\u202f: aucune liste complète" in french
    for word in ("What is not known", "The documents cited", "What it rests upon: 568 ties<"):
        assert word in english
        assert word not in french


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A pole, its members and its document, all of them named by an attacker."""
    store = open_store(f"sqlite:///{tmp_path_factory.mktemp('hostile') / 'h.db'}")
    hand = Hand(author="<b>me</b>")
    names = iter(HOSTILE_NAMES.values())
    pole = add_actor(store, {"name": next(names), "kind": "pole"}, hand).id
    for name in names:
        member = add_actor(store, {"name": name, "kind": "enterprise", "jobs": 3}, hand).id
        ends = Ref(ids=(member,)), Ref(ids=(pole,))
        add_tie(store, TieClaim(source=ends[0], target=ends[1], kind="membership"), hand)
    page = report_html(store, pole)
    store.close()
    return page


@pytest.mark.browser
@pytest.mark.parametrize("width", [390, 1440])
def test_it_is_read_by_anybody_and_no_name_runs(
    browser: Browser, demo_store: Store, hostile: str, tmp_path: Path, width: int
) -> None:
    for name, page in (("pole", report_html(demo_store, POLE)), ("hostile", hostile)):
        path = tmp_path / f"{name}.html"
        path.write_text(page, encoding="utf-8")
        context = browser.new_context(
            viewport={"width": width, "height": 844}, reduced_motion="reduce"
        )
        watched = Watched.of(context)
        opened = watched.open_file(path)
        opened.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
        watched.screenshot(f"report-{name}-{width}", full=True)
        assert (watched.requests, watched.dialogs, watched.complaints) == ([], [], [])
        assert opened.evaluate("window.fired") is None
        assert opened.locator("script, a, img, iframe, form").count() == 0
        assert opened.evaluate("document.documentElement.scrollWidth") <= width
        if name == "pole":
            assert violations(opened) == []
        context.close()
