"""What a name may hold: it never runs, neither in the portable map nor in a spreadsheet."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from browsing import Watched
from drawn_networks import actor, tie
from hostile_names import FIRE, HOSTILE_NAMES, IMAGE
from playwright.sync_api import Browser
from portable_maps import assert_calm, opened
from pyvis.network import Network as StockPyvis

from maillage.graph.model import Actor, Tie
from maillage.graph.vocabulary import Label
from maillage.viz.page import map_html
from maillage.viz.scene import About, build_scene

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("name", HOSTILE_NAMES.values(), ids=HOSTILE_NAMES)
def test_a_name_never_runs(browser: Browser, tmp_path: Path, name: str) -> None:
    actors = [
        Actor(id=name, kind="pole", name=name, other_names=(name,), attributes={"activity": name}),
        Actor(
            id="b",
            kind="enterprise",
            name=f"{name} bis",
            attributes={name: name, "departement": name, "region": name},
        ),
        actor("c", name="Voisin"),
    ]
    base = tie(name, "b", "membership")
    ties = [
        Tie(
            id=name,
            source=name,
            target="b",
            kind="membership",
            subtype=name,
            directed=True,
            status=base.status,
            standing=base.standing,
            attributes={"purpose": name, name: name},
            records=("r",),
        ),
        tie("b", "c"),
    ]
    title = Label(fr=name, en=name)
    about = About(revision=name, title=title, sources={"r": name}, date="2014")
    path = tmp_path / "map.html"
    path.write_text(map_html(build_scene(actors, ties, about=about)), encoding="utf-8")
    watched = opened(browser, path)
    page = watched.page
    page.focus("#scene")
    for _ in range(3):
        page.keyboard.press("]")
    box = page.locator("#canvas").bounding_box()
    assert box
    for step in range(5):
        page.mouse.move(box["x"] + box["width"] * step / 4, box["y"] + box["height"] / 2)
    page.fill("#search", name[:40])
    page.keyboard.press("Enter")
    page.click("#table-ties tbody button")
    page.click("text=1 pas")
    page.click("[data-language=en]")
    page.emulate_media(media="print")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.wait_for_timeout(50)
    shown = page.evaluate(
        "[...document.querySelectorAll('#table-actors tbody th')].map((e) => e.textContent)"
    )
    assert " ".join(name.split()) in shown
    assert (
        page.evaluate(
            "document.querySelectorAll('img, iframe, object, [onerror], [onload]').length"
        )
        == 0
    )
    assert_calm(watched)
    page.context.close()


# Without a space: pyvis takes spaces out of options.
SHAPE = f"<svg/onload={FIRE}>"


def stock(door: str, folder: Path) -> StockPyvis:
    """A door of pyvis 0.3.2 by which a name runs."""
    net = StockPyvis(
        cdn_resources="in_line",
        select_menu=door == "menu",
        heading=SHAPE if door == "heading" else "",
        bgcolor=f"red}}</style>{SHAPE}" if door == "bgcolor" else "#ffffff",
        height=f"9px}}</style>{SHAPE}" if door == "height" else "600px",
    )
    net.toggle_physics(status=False)
    net.add_node(f"</option></select>{SHAPE}" if door == "menu" else "a", x=0, y=0, size=200)
    if door == "title":
        net.nodes[0]["title"] = f"{IMAGE} href"
    if door == "options":
        net.set_options(f'{{"nodes":{{"title":"</script>{SHAPE}"}}}}')
    if door == "dot":
        (folder / "net.dot").write_text(f'digraph {{ a [label="</script>{SHAPE}"] }}')
        net.from_DOT(str(folder / "net.dot"))
    return net


@pytest.mark.filterwarnings("ignore:unclosed file:ResourceWarning")
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize(
    "door", ["title", "menu", "heading", "bgcolor", "height", "options", "dot"]
)
def test_these_names_do_run_in_stock_pyvis(browser: Browser, tmp_path: Path, door: str) -> None:
    """The control: what we guard against is real, and this bench sees it."""
    path = tmp_path / "stock.html"
    path.write_text(stock(door, tmp_path).generate_html(), encoding="utf-8")
    watched = Watched.of(browser.new_context())
    page = watched.open_file(path)
    if door == "title":
        page.wait_for_selector("canvas")
        page.wait_for_timeout(300)
        box = page.locator("canvas").bounding_box()
        assert box
        page.mouse.move(box["x"] + box["width"] / 2 - 3, box["y"] + box["height"] / 2)
        page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.wait_for_function("window.fired > 0", timeout=10_000)
    page.context.close()


def test_a_cell_that_a_spreadsheet_would_run_is_kept_as_text(
    browser: Browser, tmp_path: Path
) -> None:
    names = ["=1+1", "+33", "-2", "@x", "\tonglet", 'deux "mots"', "Val; Horizon"]
    path = tmp_path / "map.html"
    actors = [actor(f"a{i}", name=name) for i, name in enumerate(names)]
    path.write_text(map_html(build_scene(actors, [])), encoding="utf-8")
    watched = opened(browser, path)
    with watched.page.expect_download() as download:
        watched.page.click("#csv-actors")
    written = Path(download.value.path()).read_text(encoding="utf-8-sig")
    cells = [row[0] for row in csv.reader(io.StringIO(written), delimiter=";")][1:]
    assert set(cells) == {"'=1+1", "'+33", "'-2", "'@x", "onglet", 'deux "mots"', "Val; Horizon"}
    watched.page.context.close()
