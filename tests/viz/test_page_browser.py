"""The portable map in a real browser: it works, it is accessible, and no name can run."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from axe import violations
from browsing import Watched
from drawn_networks import actor, many_poles, tie, two_poles
from hostile_names import FIRE, HOSTILE_NAMES, IMAGE
from playwright.sync_api import Browser, Page
from pyvis.network import Network as StockPyvis
from small_networks import net

from maillage.graph.model import Actor, Attributes, Tie
from maillage.graph.vocabulary import Label
from maillage.viz.page import map_html, network_html
from maillage.viz.scene import About, Scene, build_scene

pytestmark = pytest.mark.browser

LAPTOP, PHONE, WALL = (1440, 900), (390, 844), (1920, 1080)


@pytest.fixture(scope="module")
def demo_file(demo_scene: Scene, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "map.html"
    path.write_text(map_html(demo_scene), encoding="utf-8")
    return path


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


# --- names ----------------------------------------------------------------------------------------


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


def test_a_long_name_does_not_break_the_page(browser: Browser, tmp_path: Path) -> None:
    actors = [actor("a", "pole", "M" * 10_000), actor("b", name="mot " * 2_000)]
    path = tmp_path / "map.html"
    path.write_text(map_html(build_scene(actors, [tie("a", "b")])), encoding="utf-8")
    for size in (LAPTOP, PHONE):
        watched = opened(browser, path, size)
        wide = watched.page.evaluate("document.documentElement.scrollWidth")
        assert wide <= size[0]
        watched.page.context.close()


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


# --- use ------------------------------------------------------------------------------------------


def test_the_page_is_complete_without_network(browser: Browser, demo_file: Path) -> None:
    watched = opened(browser, demo_file)
    assert "432 acteurs" in counts(watched.page)
    assert_calm(watched)
    watched.page.context.close()


def test_the_legend_filters_and_the_chip_takes_it_back(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "map.html"
    path.write_text(map_html(build_scene(*two_poles())), encoding="utf-8")
    watched = opened(browser, path)
    page = watched.page
    before = page.evaluate("document.querySelectorAll('#table-ties tbody tr').length")
    page.uncheck("#row-layer-affiliation")
    assert "4 liens" in counts(page)
    # The words above follow, and say that they are of a part.
    assert page.inner_text("h1").startswith("5 acteurs, lieux et pôles, 4 liens, en ")
    assert page.title().startswith("5 acteurs")
    assert page.inner_text(".nuance") == "Sur 10 acteurs, lieux et pôles et 10 liens en tout"
    assert page.evaluate("document.querySelectorAll('#table-ties tbody tr').length") == before - 6
    page.uncheck("#row-sector-ess")
    assert "7 acteurs" in counts(page)
    assert page.inner_text("#row-sector-private ~ .count") == "3"
    page.click("[aria-label='Retirer le filtre «\u202fSans\u202f: affiliation\u202f»']")
    assert page.is_checked("#row-layer-affiliation")
    page.click("text=Tout effacer")
    assert "10 liens" in counts(page)
    assert page.inner_text("h1").startswith("Sans Conseil régional")
    assert_calm(watched)
    page.context.close()


def test_a_part_of_what_was_at_a_date_says_what_is_kept_for_want_of_one(
    browser: Browser, tmp_path: Path
) -> None:
    path = tmp_path / "map.html"
    scene = build_scene(*two_poles(), about=About(date="2013"))
    path.write_text(map_html(scene), encoding="utf-8")
    watched = opened(browser, path)
    watched.page.uncheck("#row-layer-affiliation")
    assert watched.page.inner_text(".nuance") == (
        "Situation en 2013 · Sur 10 acteurs, lieux et pôles et 10 liens en tout · "
        "3 liens au début inconnu, gardés faute de date"
    )
    assert_calm(watched)
    watched.page.context.close()


def test_one_kind_of_tie_can_be_left_out(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "map.html"
    path.write_text(map_html(build_scene(*two_poles())), encoding="utf-8")
    page = opened(browser, path).page
    page.click("#kinds-cooperation")
    page.uncheck("#row-kind-supply")
    assert "9 liens" in counts(page)
    assert page.inner_text("#chips").startswith("Sans\u202f: fourniture")
    page.context.close()


def test_nothing_moves_when_one_filters(browser: Browser, demo_file: Path) -> None:
    page = opened(browser, demo_file).page
    picture = page.locator("#canvas canvas")
    whole = picture.screenshot()
    page.uncheck("#row-layer-affiliation")
    page.wait_for_timeout(100)
    assert picture.screenshot() != whole
    page.check("#row-layer-affiliation")
    page.wait_for_timeout(100)
    assert picture.screenshot() == whole
    page.context.close()


def test_search_is_blind_to_case_and_accents_and_finds_what_filters_hide(
    browser: Browser, demo_file: Path
) -> None:
    page = opened(browser, demo_file).page
    page.uncheck("#row-sector-public")
    page.keyboard.press("/")
    page.keyboard.type("REGIONAL rhone")
    options = page.locator("#search-list [role=option]")
    assert "Conseil régional Rhône-Alpes" in options.first.inner_text()
    assert "hors des filtres" in options.first.inner_text()
    page.keyboard.press("Enter")
    assert page.inner_text("#detail h3") == "Conseil régional Rhône-Alpes"
    assert page.evaluate("document.activeElement.id") == "detail"
    page.context.close()


def test_the_keyboard_reaches_everything(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "map.html"
    path.write_text(map_html(build_scene(*two_poles())), encoding="utf-8")
    page = opened(browser, path).page
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "scene"
    page.keyboard.press("]")
    first = page.inner_text("#detail h3")
    page.keyboard.press("]")
    assert page.inner_text("#detail h3") != first
    page.keyboard.press("[")
    assert page.inner_text("#detail h3") == first == "Conseil régional"
    page.wait_for_timeout(600)
    assert page.inner_text("#live") == (
        "Conseil régional, collectivité, secteur public, 2 liens, 1 sur 10"
    )
    page.keyboard.press("1")
    assert "3 acteurs" in counts(page)
    page.keyboard.press("0")
    assert "10 acteurs" in counts(page)
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "detail"
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.id") == "scene"
    page.keyboard.press("t")
    assert page.evaluate("document.activeElement.id") == "tables"
    page.context.close()


def test_arrows_go_to_the_neighbour_on_that_side(browser: Browser, tmp_path: Path) -> None:
    actors = [actor("a", name="A"), actor("b", name="B"), actor("c", name="C")]
    places = {"a": (0.0, 0.0), "b": (100.0, 10.0), "c": (-5.0, -100.0)}
    path = tmp_path / "map.html"
    scene = build_scene(actors, [tie("a", "b"), tie("a", "c")], positions=places)
    path.write_text(map_html(scene), encoding="utf-8")
    page = opened(browser, path).page
    page.focus("#scene")
    page.keyboard.press("]")
    for key, expected in (("ArrowRight", "B"), ("ArrowLeft", "A"), ("ArrowUp", "C")):
        page.keyboard.press(key)
        assert page.inner_text("#detail h3") == expected
    page.context.close()


def test_a_click_opens_the_detail_and_the_ground_closes_it(
    browser: Browser, tmp_path: Path
) -> None:
    actors = [actor("a", name="Val Horizon", sector=1), actor("b", name="Ville", sector=0)]
    places = {"a": (0.0, 0.0), "b": (300.0, 0.0)}
    path = tmp_path / "map.html"
    one = tie("b", "a", "financing", since="2012")
    path.write_text(map_html(build_scene(actors, [one], positions=places)), encoding="utf-8")
    page = opened(browser, path).page
    box = page.locator("#canvas").bounding_box()
    assert box
    middle = (box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    scale = page.evaluate("document.querySelector('#canvas').clientWidth") / (300 + 2 * 66.8)
    page.mouse.click(middle[0] - 150 * min(scale, 2), middle[1])
    detail = page.inner_text("#detail")
    assert "Val Horizon a 1 lien avec 1 acteur\u202f: soutien 1." in detail
    assert "de Ville" in detail
    assert "financement, depuis 2012" in detail
    page.mouse.click(middle[0], middle[1] - 100)
    assert page.locator("#detail .name").count() == 0
    page.context.close()


def test_tables_sort_and_say_so(browser: Browser, demo_file: Path) -> None:
    page = opened(browser, demo_file).page
    page.click("#sort-actors-5")
    page.click("#sort-actors-5")
    head = page.locator("#table-actors thead th").nth(5)
    assert head.get_attribute("aria-sort") == "descending"
    degrees = page.evaluate(
        "[...document.querySelectorAll('#table-actors tbody .numeric')].map((e) => +e.textContent)"
    )
    assert degrees == sorted(degrees, reverse=True)
    assert degrees[0] > 100
    page.click("#more-actors")
    assert page.locator("#table-actors tbody tr").count() == 432
    page.context.close()


def test_both_languages_are_whole(browser: Browser, demo_file: Path) -> None:
    watched = opened(browser, demo_file)
    page = watched.page
    page.click("[data-language=en]")
    assert page.evaluate("document.documentElement.lang") == "en"
    assert "no longer linked to each other" in page.inner_text("h1")
    parts = ("header", "#legend", ".nuance", ".under", "#detail", "thead >> nth=0", "footer")
    text = " ".join(page.inner_text(part) for part in parts)
    kinds = page.inner_text("#table-actors tbody tr:nth-child(1) td:nth-child(2)")
    assert kinds in ("Other", "Joint purchase")
    for french in ("Légende", "Liens", "Chercher", "acteurs", "Nature", "Aspect", "graine", "lien"):
        assert french not in text, french
    assert page.get_attribute("#table-actors tbody button", "lang") == "fr"
    page.click("[data-language=fr]")
    assert "Légende et filtres" in page.inner_text("body")
    assert_calm(watched)
    page.context.close()


def test_paper_holds_the_picture_the_chips_and_the_whole_table(
    browser: Browser, demo_file: Path
) -> None:
    page = opened(browser, demo_file).page
    page.uncheck("#row-layer-affiliation")
    page.uncheck("#row-sector-public")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert page.is_visible("#paper svg")
    assert not page.is_visible("#scene")
    assert not page.is_visible("#search")
    assert "Sans\u202f: affiliation" in page.inner_text("#chips")
    paths = page.evaluate(
        "[...document.querySelectorAll('[data-part=ties] path')]"
        ".filter((e) => e.getAttribute('d') && e.dataset.key.startsWith('affiliation')).length"
    )
    assert paths == 0
    hidden = page.locator("#paper [data-part=nodes] [visibility=hidden]").count()
    assert hidden >= 130
    assert page.locator("#table-actors tbody tr").count() == 432 - 130
    assert len(page.pdf()) > 50_000
    page.context.close()


def test_an_old_browser_still_shows_the_picture_and_the_tables(
    browser: Browser, demo_file: Path
) -> None:
    context = browser.new_context()
    context.add_init_script("delete window.DecompressionStream")
    watched = Watched.of(context)
    page = watched.open_file(demo_file)
    page.wait_for_selector("html.still")
    assert page.is_visible("#paper svg")
    assert page.is_visible("#table-actors")
    assert "trop ancien" in page.inner_text(".still-note")
    page.uncheck("#row-layer-affiliation")
    context.close()


def test_without_any_script_the_picture_is_there(browser: Browser, demo_file: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(demo_file.as_uri())
    assert page.is_visible("#paper svg")
    assert page.is_visible("h1")
    assert not page.is_visible("#search")
    context.close()


def test_a_large_network_is_walked_by_its_poles(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "map.html"
    path.write_text(map_html(build_scene(*many_poles(60, 40, bridges=20))), encoding="utf-8")
    watched = opened(browser, path)
    page = watched.page
    assert "60 acteurs" in counts(page)
    assert "vue par pôle" in page.inner_text("h1")
    page.click("#sort-actors-5")
    page.click("#sort-actors-5")
    page.click("#table-actors tbody button >> nth=0")
    assert "lien ou partenaire commun" in page.inner_text("#detail")
    assert_calm(watched)
    page.context.close()


def test_a_network_shows_itself_in_a_notebook(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "notebook.html"
    path.write_text(f"<!doctype html>{network_html(net('ab bc'))}", encoding="utf-8")
    watched = Watched.of(browser.new_context())
    watched.open_file(path)
    inside = watched.page.frame_locator("iframe")
    inside.locator("html[data-ready=true]").wait_for()
    assert "3 acteurs" in inside.locator("#status").inner_text()
    assert_calm(watched)
    watched.page.context.close()


def test_facts_are_told_in_words(browser: Browser, tmp_path: Path) -> None:
    facts: Attributes = {
        "temoin": "not_attested",
        "turnover_eur": 9_000_000,
        "activity": "services",
    }
    person = {"legal_category": "1000"}
    actors = [actor("a", "pole", "Pôle", attributes=facts), actor("b", name="X", attributes=person)]
    path = tmp_path / "map.html"
    path.write_text(map_html(build_scene(actors, [tie("a", "b")])), encoding="utf-8")
    page = opened(browser, path).page
    page.click("#table-actors tbody button >> text=Pôle")
    told = page.inner_text("#detail dl")
    assert "non attesté" in told
    assert "9 000 000" in told
    assert "services" in told
    page.click("[data-language=en]")
    assert "not attested" in page.inner_text("#detail dl")
    assert "Sole trader (name not published)" in page.inner_text("#table-actors")
    page.context.close()


# --- accessibility and looks ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("size", "look"), [(LAPTOP, "light"), (PHONE, "dark")], ids=["laptop-light", "phone-dark"]
)
def test_axe_finds_nothing(
    browser: Browser, demo_file: Path, size: tuple[int, int], look: str
) -> None:
    page = opened(browser, demo_file, size, dark=look == "dark").page
    for language in ("fr", "en"):
        page.click(f"[data-language={language}]")
        assert violations(page) == []
        page.fill("#search", "dom")
        assert violations(page) == []
        page.keyboard.press("Enter")
        page.evaluate("document.getElementById('legend').open = true")
        page.uncheck("#row-layer-support")
        page.click("text=/^1 (pas|step)$/")
        assert violations(page) == []
        page.click("text=/^(Tout effacer|Clear all)$/")
    page.context.close()


@pytest.mark.parametrize("width", [320, 640, 1024, 1280])
def test_no_page_wide_scroll_at_any_width(browser: Browser, demo_file: Path, width: int) -> None:
    page = opened(browser, demo_file, (width, 720)).page
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.context.close()


def test_pictures_of_the_page(browser: Browser, demo_file: Path) -> None:
    """Kept under build/screens, to be looked at."""
    for name, size, dark in (
        ("map-laptop", LAPTOP, False),
        ("map-phone", PHONE, False),
        ("map-wall", WALL, True),
    ):
        watched = opened(browser, demo_file, size, dark=dark)
        watched.screenshot(name)
        watched.page.fill("#search", "domb")
        watched.page.keyboard.press("Enter")
        watched.page.wait_for_timeout(100)
        watched.screenshot(f"{name}-detail", full=size == PHONE)
        assert_calm(watched)
        watched.page.context.close()
