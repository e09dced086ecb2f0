"""The animator's hour, end to end: from her spreadsheet to a map that she can send.

Each journey is written down as it goes: a picture of every step under `build/screens`, and a
recording that `playwright show-trace` plays again under `build/journeys`.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from axe import ROOT, violations
from browsing import Watched
from exploring import Explorer, explorer, served
from neo4j_server import RunningNeo4j
from playwright.sync_api import Browser, Route, expect

from maillage.graph.stores import open_store
from maillage.ingest.loading.load import Options, load

pytestmark = pytest.mark.browser

EXAMPLES = ROOT / "examples"
MEMBERS = EXAMPLES / "membres-du-pole.xlsx"
RECORDINGS = ROOT / "build" / "journeys"
# Newcomers of the list, and who of the directory they turn out to be.
SAME = {
    "Lueurs d'Ouest": "SCIC Lueurs d'Ouest",
    "Roue libre - atelier vélo": "Atelier vélo Roue Libre",
}


class Words(NamedTuple):
    """What the page must say, in one language."""

    read: str
    damaged: str
    known: str
    nothing_saved: str
    reviewed: str
    chip: str
    ego: str
    other_end: str
    path: str
    undone: str


SAID = {
    "fr": Words(
        "21 lignes lues\u202f: 18 sont prêtes, 1 à regarder, 2 attendent votre avis, "
        "aucune n’est refusée.",
        "SIREN illisible\u202f: le tableur a arrondi le numéro.",
        "Déjà dans le réseau\u202f?",
        "Rien n’est encore enregistré.",
        "Rien à vérifier.",
        "Sans\u202f: affiliation",
        "SCIC Lueurs d'Ouest, 1 pas",
        "choisissez l’autre bout",
        "De SCIC Lueurs d'Ouest à Atelier vélo Roue Libre",
        "Import annulé",
    ),
    "en": Words(
        "21 lines read: 18 are ready, 1 to look at, 2 wait for your decision, none is refused.",
        "Unreadable SIREN: the spreadsheet rounded it.",
        "Already in the network?",
        "Nothing is saved yet.",
        "Nothing to review.",
        "Without: affiliation",
        "SCIC Lueurs d'Ouest, 1 step",
        "choose the other end",
        "From SCIC Lueurs d'Ouest to Atelier vélo Roue Libre",
        "Import undone",
    ),
}


def with_the_territory(url: str) -> str:
    """A store that knows the organisations and poles of the territory, not yet their ties."""
    store = open_store(url)
    try:
        for name, as_list, date in (
            ("annuaire-du-territoire.csv", "actors", "2014-06-02"),
            ("poles-de-la-region.xlsx", "poles", None),
        ):
            load(store, (EXAMPLES / name).read_bytes(), as_list, Options(date=date), name=name)
    finally:
        store.close()
    return url


@pytest.fixture
def territory(tmp_path: Path) -> Iterator[str]:
    with served(with_the_territory(f"sqlite:///{tmp_path / 'territory.db'}")) as address:
        yield address


# Each size once, either language, either theme; the others at night.
@pytest.mark.parametrize(
    ("size", "language", "dark"),
    [
        ("laptop", "fr", False),
        ("phone", "en", True),
        ("wall", "fr", True),
        pytest.param("laptop", "en", True, marks=pytest.mark.nightly),
        pytest.param("phone", "fr", False, marks=pytest.mark.nightly),
        pytest.param("wall", "en", False, marks=pytest.mark.nightly),
    ],
)
def test_from_a_spreadsheet_to_a_map_that_is_sent(
    browser: Browser, territory: str, tmp_path: Path, size: str, language: str, *, dark: bool
) -> None:
    with explorer(browser, territory, size, language=language, dark=dark) as page:
        Journey(page, size, language).go_all_the_way(tmp_path)


@pytest.mark.neo4j
@pytest.mark.xdist_group("neo4j")
def test_the_same_on_neo4j(browser: Browser, neo4j_server: RunningNeo4j, tmp_path: Path) -> None:
    neo4j_server.empty()
    try:
        url = with_the_territory(neo4j_server.url_with_credentials)
        with served(url) as address, explorer(browser, address) as page:
            Journey(page, "neo4j", "fr").go_all_the_way(tmp_path)
    finally:
        neo4j_server.empty()


class Journey:
    """One animator, one hour, one browser from which no other machine is reached."""

    def __init__(self, explorer: Explorer, name: str, language: str) -> None:
        self.explorer, self.page = explorer, explorer.page
        self.name, self.said = f"{name}-{language}", SAID[language]
        self.page.context.route("**/*", self._only_here)

    def go_all_the_way(self, folder: Path) -> None:
        tracing = self.page.context.tracing
        tracing.start(screenshots=True, snapshots=True)
        try:
            self.drop_the_file()
            self.map_the_columns()
            self.read_the_lines()
            self.save()
            self.accept_the_matches()
            self.filter_the_map()
            self.look_around_a_member()
            self.follow_a_path()
            sent = self.take_the_map(folder)
            self.take_the_import_back()
        finally:
            RECORDINGS.mkdir(parents=True, exist_ok=True)
            tracing.stop(path=RECORDINGS / f"{self.name}.zip")
        self.open_where_there_is_no_network(sent)

    def drop_the_file(self) -> None:
        self.explorer.go("?view=import")
        self.look("1-door")
        with self.page.expect_file_chooser() as chooser:
            self.press("choose-file")
        chooser.value.set_files(MEMBERS)
        self.page.locator(".columns").wait_for()
        # Whose members they are is asked before anything else: no line says it.
        field = self.page.locator("[data-key='option:pole']")
        field.fill("Pôle du Val-de-Brume")
        field.press("Tab")
        self.explorer.settle()
        self.page.locator("[data-key='option:date']").fill("2014-09-19")
        self.page.keyboard.press("Enter")
        self.explorer.settle()

    def map_the_columns(self) -> None:
        self.press("columns")
        editor = self.page.locator(".column-editor")
        fee = editor.locator("[data-key='column:Cotis. (€)']")
        expect(fee).to_have_value("fee_eur")
        expect(editor.locator("tr", has_text="Courriel").locator("select")).to_have_count(0)
        self.look("2-columns")
        # What a member pays concerns nobody else.
        fee.select_option("")
        self.press("columns-done")
        self.explorer.settle()
        expect(self.page.locator(".columns")).not_to_contain_text("Cotis.")

    def read_the_lines(self) -> None:
        expect(self.page.locator("h1")).to_have_text(self.said.read)
        expect(self.page.locator(".nuance")).to_contain_text(self.said.nothing_saved)
        self.press("show:all")
        orange = self.page.locator("tr.read-line:is(.changed, .waiting, .refused)")
        expect(orange).to_have_count(3)
        self.press("show:look")
        self.explorer.settle()
        expect(orange).to_have_count(3)
        expect(self.page.locator("tr.why")).to_have_count(3)
        for newcomer, known in SAME.items():
            line = orange.filter(has_text=newcomer)
            expect(line).to_contain_text(self.said.known)
            expect(line).to_contain_text(known)
        expect(self.page.locator("tr.why.changed")).to_contain_text(self.said.damaged)
        self.look("3-lines")

    def save(self) -> None:
        self.press("save")
        self.page.locator("[data-key='undo-saved']").wait_for()
        self.explorer.settle()
        assert self.explorer.title.startswith("21 ")
        self.look("4-saved")

    def accept_the_matches(self) -> None:
        self.press("review")
        self.explorer.settle()
        expect(self.page.locator(".queue-item")).to_have_count(2)
        self.look("5-review")
        for left in (1, 0):
            self.press("verdict:same")
            expect(self.page.locator(".queue-item")).to_have_count(left)
        self.explorer.settle()
        expect(self.page.locator("h1")).to_have_text(self.said.reviewed)
        self.look("6-reviewed")

    def filter_the_map(self) -> None:
        self.page.locator(".nav [data-key=network]").click()
        self.explorer.settle()
        self.look("7-map")
        whole = self.explorer.status
        self.in_the_legend("layer:affiliation", on=False)
        self.chips(self.said.chip)
        assert self.explorer.status != whole
        self.look("8-filtered")
        self.page.locator(".chip button").first.click()
        self.explorer.settle()
        assert self.explorer.status == whole

    def look_around_a_member(self) -> None:
        self.explorer.find("lueurs d'ouest")
        heading = self.explorer.detail.get_by_role("heading", level=2)
        expect(heading).to_have_text("SCIC Lueurs d'Ouest")
        self.page.locator("#scene").focus()
        self.explorer.press("1")
        self.chips(self.said.ego)
        self.look("9-member")
        self.page.locator("#scene").focus()
        self.explorer.press("0")
        self.chips()

    def follow_a_path(self) -> None:
        self.page.locator("#scene").focus()
        self.explorer.press("p")
        expect(self.explorer.detail).to_contain_text(self.said.other_end)
        self.explorer.find("roue libre")
        self.chips(self.said.path)
        expect(self.page.locator(".path .leg")).to_have_count(2)
        self.look("10-path")
        self.page.keyboard.press("Control+z")
        self.explorer.settle()
        self.chips()

    def take_the_map(self, folder: Path) -> Path:
        # On a phone the detail lies over the tools.
        self.page.locator(".detail [data-key=close]").click()
        self.explorer.settle()
        self.page.locator(".tool-row button").nth(1).click()
        self.explorer.settle()
        self.look("11-export")
        with self.page.expect_download() as waited:
            self.page.locator(".dialog [data-key=map]").click()
        sent = folder / "sent.html"
        waited.value.save_as(sent)
        self.page.keyboard.press("Escape")
        return sent

    def take_the_import_back(self) -> None:
        before = self.explorer.status
        self.page.locator(".nav [data-key=import]").click()
        self.explorer.settle()
        # What was true when it was saved is not said again after the review.
        expect(self.page.locator("[data-key='choose-file']")).to_be_visible()
        self.page.locator(".log [data-key^='undo:']").first.click()
        expect(self.page.locator(".log tr.undone")).to_have_count(1)
        self.explorer.settle()
        self.look("12-undone")
        self.page.locator(".nav [data-key=network]").click()
        self.explorer.settle()
        assert self.explorer.status != before

    def open_where_there_is_no_network(self, sent: Path) -> None:
        """On another machine: a browser that has never seen the explorer."""
        browser, size = self.page.context.browser, self.page.viewport_size
        assert browser is not None
        context = browser.new_context(viewport=size, offline=True)
        watched = Watched.of(context)
        page = watched.open_file(sent)
        page.wait_for_selector("html[data-ready=true]")
        assert "Lueurs d'Ouest" in page.content()
        assert watched.requests == watched.complaints == watched.dialogs == []
        assert violations(page) == []
        watched.screenshot(f"journey-{self.name}-13-sent")
        context.close()

    def in_the_legend(self, key: str, *, on: bool) -> None:
        """On a phone the legend is a sheet."""
        sheet = self.page.locator(".pill.only-narrow")
        if sheet.is_visible():
            sheet.click()
            self.explorer.settle()
        self.page.locator(f"[data-key='{key}']").set_checked(on)
        self.explorer.settle()
        if sheet.is_visible():
            self.page.keyboard.press("Escape")
            self.explorer.settle()

    def chips(self, *texts: str) -> None:
        expect(self.page.locator(".chip > span")).to_have_text(list(texts))

    def press(self, key: str) -> None:
        self.page.locator(f"[data-key='{key}']").first.click()

    def look(self, step: str) -> None:
        """A picture of the step; nothing on it may be out of somebody's reach."""
        self.explorer.settle()
        self.explorer.watched.screenshot(f"journey-{self.name}-{step}", full="laptop" in self.name)
        assert violations(self.page) == []

    def _only_here(self, route: Route) -> None:
        if route.request.url.startswith((self.explorer.address, "blob:", "data:")):
            route.continue_()
        else:
            route.abort("internetdisconnected")
