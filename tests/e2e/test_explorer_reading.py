"""What is drawn can be read: near enough, named, on a wall too; and a link that leads nowhere."""

from __future__ import annotations

import pytest
from exploring import Explorer, explorer
from playwright.sync_api import Browser, expect

pytestmark = pytest.mark.browser

ZOOM = "() => document.querySelector('#scene canvas').__zoom.k"
# Where names and marks are, as parts of the height of the scene.
DRAWN = """() => {
  const canvas = document.querySelector('#scene canvas');
  const { width, height } = canvas;
  const { data } = canvas.getContext('2d').getImageData(0, 0, width, height);
  const inked = (y) => {
    for (let at = y * width * 4; at < (y + 1) * width * 4; at += 4)
      if (data[at] + data[at + 1] + data[at + 2] < 300) return true;
    return false;
  };
  const rows = [...Array(height).keys()].filter(inked);
  return [rows[0] / height, rows.at(-1) / height];
}"""


@pytest.mark.parametrize(("size", "named"), [("laptop", 27), ("phone", 14)])
def test_a_focus_that_is_followed_from_a_link_fills_the_scene(
    browser: Browser, address: str, size: str, named: int
) -> None:
    with explorer(browser, address, size) as page:
        page.go("?ego=1:val-horizon")
        assert page.status.startswith("11 acteurs")
        assert page.status.endswith("11 noms affichés")
        top, bottom = page.page.evaluate(DRAWN)
        assert bottom - top > 0.6
        page.go("?pole=ptce-dombinnov")
        near = page.page.evaluate(ZOOM)
        assert page.status.startswith("27 acteurs")
        assert int(page.status.split(" · ")[2].split("\u202f")[0].split()[0]) >= named
        # A part that is no more asked for is left, and the whole is there again.
        page.page.locator(".chip button").click()
        page.settle()
        assert page.page.evaluate(ZOOM) < near / 1.5
        assert "cam=" not in page.page.url


def test_a_wall_names_few_and_breaks_no_word(browser: Browser, address: str) -> None:
    with explorer(browser, address, "wall", dark=True) as page:
        page.page.add_init_script("localStorage['maillage.settings'] = '{\"large\": true}'")
        page.go()
        assert page.status.endswith("24 noms affichés")
        too_wide = page.page.locator(".left .row-name, .heat th").evaluate_all(
            "all => all.filter(one => one.scrollWidth > one.clientWidth + 1).length"
        )
        assert too_wide == 0
        page.screenshot("network-wall-large")


def test_a_link_about_somebody_unknown_says_so(page: Explorer) -> None:
    page.go("?ego=1:parti-depuis")
    assert page.title == "«\u202fparti-depuis\u202f» n’est pas dans ce réseau."
    assert page.status.startswith("432 acteurs")
    page.page.get_by_role("button", name="Chercher un acteur").click()
    expect(page.page.locator("#search")).to_be_focused()
    page.page.get_by_role("button", name="Oublier ce lien").click()
    page.settle()
    assert page.chips == []


def test_ties_kept_for_want_of_a_date_are_said(page: Explorer) -> None:
    page.go("?at=1900")
    expect(page.page.locator(".nuance")).to_contain_text("au début inconnu, gardés faute de date")
    assert "dont" in page.chips[0]
    assert "au début inconnu" in page.chips[0]


def test_a_server_that_goes_away_is_said_until_it_is_back(page: Explorer) -> None:
    page.go()
    bar = page.page.locator(".reach")
    expect(bar).to_be_hidden()
    page.page.route("**/api/v1/**", lambda route: route.abort())
    page.page.get_by_role("checkbox", name="Affiliation").uncheck()
    expect(bar).to_contain_text("Le serveur ne répond pas.")
    # What is on the screen goes on working.
    assert page.chips == ["Sans\u202f: affiliation"]
    page.watched.complaints.clear()
    page.page.unroute("**/api/v1/**")
    expect(bar).to_be_hidden()
    page.watched.complaints.clear()


def test_paper_has_the_scene_in_its_shape_its_legend_and_its_tables(page: Explorer) -> None:
    page.go("?pole=ptce-dombinnov")
    canvas = page.page.locator("#scene canvas")
    shape = "canvas => [canvas.width, canvas.height]"
    screen = canvas.evaluate(shape)
    page.page.emulate_media(media="print")
    page.page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    wide, tall = canvas.evaluate(shape)
    box = canvas.bounding_box()
    assert box is not None
    assert box["width"] / box["height"] == pytest.approx(wide / tall, rel=0.01)
    expect(page.page.locator(".tables tbody tr")).to_have_count(27 + 30)
    expect(page.page.locator(".legend .row", has_text="Soutien")).to_be_visible()
    expect(page.page.locator(".figures")).to_be_visible()
    expect(page.page.locator(".header")).to_be_hidden()
    page.page.emulate_media(media="screen")
    page.page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    expect(page.page.locator(".tables")).to_be_hidden()
    assert canvas.evaluate(shape) == screen
