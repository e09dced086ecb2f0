"""The first minute: an empty network, a members' list whose pole nobody knows yet."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from exploring import Explorer, explorer, served
from openpyxl import load_workbook
from playwright.sync_api import Browser, expect
from workbooks import workbook

from maillage.graph.stores import open_store
from maillage.ingest.loading.load import load

pytestmark = pytest.mark.browser
MEMBERS = Path(__file__).parents[2] / "examples" / "membres-du-pole.xlsx"


def test_a_new_pole_is_named_and_its_members_saved(browser: Browser, tmp_path: Path) -> None:
    url = _network(tmp_path)
    open_store(url).close()
    with served(url) as address, explorer(browser, address, "laptop") as page:
        _choose(page, MEMBERS)
        field = page.page.locator("[data-key='option:pole']")
        expect(page.page.locator(".options .wrong")).to_contain_text("De quel pôle")
        # One question, not the same reproach on each of 21 lines.
        assert page.title == "21 lignes lues\u202f: de quel pôle est-ce la liste\u202f?"
        expect(page.page.locator(".read-line")).to_have_count(0)
        expect(page.page.locator("[data-key='save']")).to_be_disabled()
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
        # A page that is loaded anew goes on where it was: the file, and what was said of it.
        page.page.reload()
        expect(page.page.locator("[data-key='option:pole']")).to_have_value("Pôle du Val-de-Brume")
        expect(page.page.locator("h1")).to_contain_text("21 lignes lues")
        page.settle()
        page.page.locator("[data-key='save']").click()
        page.settle()
        page.page.reload()
        expect(page.page.locator("[data-key='choose-file']")).to_be_visible()
        page.go()
        assert page.status.startswith("22 "), page.status


def test_a_pole_mistyped_is_asked_about_before_it_is_a_new_one(
    browser: Browser, tmp_path: Path
) -> None:
    with _mistyped(browser, tmp_path, "Pôle du Val-de-Brume") as page:
        field = page.page.locator("[data-key='option:pole']")
        wrong = page.page.locator(".options .wrong")
        expect(wrong).to_contain_text("noms proches\u202f: Pôle du Val-de-Brume")
        save = page.page.locator("[data-key='save']")
        expect(save).to_be_disabled()
        page.screenshot("first-file-mistyped")
        page.page.locator("[data-key='option:new-pole']").check()
        expect(wrong).to_have_count(0)
        expect(save).to_be_enabled()
        field.fill("Pôle du Val-de-Brume")
        field.press("Tab")
        expect(page.page.locator("[data-key='option:new-pole']")).to_have_count(0)
        expect(save).to_be_enabled()


def test_whether_a_new_pole_is_a_known_one_is_asked_at_the_head(
    browser: Browser, tmp_path: Path
) -> None:
    with _mistyped(browser, tmp_path, "Pôle du Val-de-Brume") as page:
        field = page.page.locator("[data-key='option:pole']")
        page.page.locator("[data-key='option:new-pole']").check()
        owner = page.page.locator(".of-file.owner")
        expect(owner).to_contain_text("Déjà dans le réseau ? « Pôle du Val-de-Brume »")
        page.screenshot("first-file-owner")
        other, same = (
            owner.locator(f"button[data-key^='{one}:']") for one in ("different", "same")
        )
        other.click()
        expect(owner).to_contain_text("Ce sera un acteur à part.")
        owner.locator("button[data-key^='undecide:']").click()
        same.click()
        expect(owner).to_have_count(0)
        expect(field).to_have_value("Pôle du Val-de-Brume")
        expect(page.page.locator("[data-key='save']")).to_be_enabled()


def test_that_a_new_pole_is_none_of_those_known_is_kept_of_each(
    browser: Browser, tmp_path: Path
) -> None:
    with _mistyped(browser, tmp_path, "Pôle du Val-de-Brume", "Pôle du Val de Brunel") as page:
        page.page.locator("[data-key='option:new-pole']").check()
        owner = page.page.locator(".owner")
        other = owner.locator("button[data-key^='different:']")
        undo = owner.locator("button[data-key^='undecide:']")
        expect(other).to_have_count(2)
        other.first.click()
        other.click()
        expect(undo).to_have_count(2)
        undo.first.click()
        expect(undo).to_have_count(1)
        other.click()
        page.screenshot("first-file-others")
        page.page.locator("[data-key='save']").click()
        page.settle()
    with closing(open_store(_network(tmp_path))) as store:
        judged = {
            (one.verdict, frozenset(store.actor(id_).name for id_ in (one.left, one.right)))
            for one in store.judgements()
        }
    assert judged == {
        ("different", frozenset({known, "Pôle du Val de Brune"}))
        for known in ("Pôle du Val-de-Brume", "Pôle du Val de Brunel")
    }


def test_that_a_new_pole_is_a_known_association_is_kept(browser: Browser, tmp_path: Path) -> None:
    """It is no pole that a list may be of: the two are joined once the list is saved."""
    url = _network(tmp_path)
    known = tmp_path / "acteurs.csv"
    known.write_text("Nom;Forme juridique\nDombInnov Territoire;Association\n", encoding="utf-8")
    with closing(open_store(url)) as store:
        load(store, known, "actors")
    with served(url) as address, explorer(browser, address, "laptop") as page:
        _choose(page, MEMBERS)
        field = page.page.locator("[data-key='option:pole']")
        field.fill("Domb’Innov Territoire")
        field.press("Tab")
        owner = page.page.locator(".of-file.owner")
        owner.locator("button[data-key^='same:']").click()
        expect(owner).to_contain_text("DombInnov Territoire")
        expect(owner.locator("button[data-key^='undecide:']")).to_be_visible()
        expect(field).to_have_value("Domb’Innov Territoire")
        page.page.locator("[data-key='save']").click()
        page.settle()
    with closing(open_store(url)) as store:
        (judged,) = store.judgements()
        joined = {store.actor(id_).id for id_ in (judged.left, judged.right)}
    assert (judged.verdict, len(joined)) == ("same", 1)


def test_a_template_comes_in_the_language_of_the_page(browser: Browser, tmp_path: Path) -> None:
    url = _network(tmp_path)
    with served(url) as address, explorer(browser, address, "laptop") as page:
        for lang, sheet in (("en", "actors"), ("fr", "acteurs")):
            page.go(f"?view=import&lang={lang}")
            with page.page.expect_download() as waited:
                page.page.locator("[data-key='template-actors']").click()
            template = io.BytesIO(waited.value.path().read_bytes())
            assert load_workbook(template).sheetnames[0] == sheet


def test_a_phone_shows_why_all_lines_are_refused(browser: Browser, tmp_path: Path) -> None:
    names = tmp_path / "sans-noms.csv"
    names.write_text("Nom;SIREN\n;123\n;456\nTotal;\n", encoding="utf-8")
    url = _network(tmp_path)
    with served(url) as address, explorer(browser, address, "phone") as page:
        _choose(page, names)
        expect(page.page.locator("h1")).to_contain_text("2 refusées")
        refused = page.page.locator("[data-key='show:refused']")
        expect(refused).to_have_attribute("aria-pressed", "true")
        expect(page.page.locator(".read-line.refused")).to_have_count(2)
        expect(page.page.locator(".of-file")).to_contain_text("ligne 4\u202f: Ligne de total")
        page.screenshot("first-file-refused-phone")
        with page.page.expect_download() as waited:
            page.page.locator("[data-key='marked']").click()
        assert waited.value.suggested_filename == "sans-noms-à-regarder.xlsx"
        page.page.locator("[data-key='show:look']").click()
        expect(page.page.locator(".lines")).to_contain_text("Aucune ligne n’est dans ce cas.")


def test_one_sheet_of_a_workbook_is_read_and_lines_tell_theirs(
    browser: Browser, tmp_path: Path
) -> None:
    book = tmp_path / "poles.xlsx"
    rows = [["Nom", "Depuis"], ["Val Ferme", "2012"], ["Le Fournil", "hier"]]
    book.write_bytes(workbook(Réalis=rows, Vilaine=rows[:2]))
    url = _network(tmp_path)
    with served(url) as address, explorer(browser, address, "laptop") as page:
        _choose(page, book)
        numbers = page.page.locator(".read-line .number")
        expect(numbers).to_have_text(["Réalis 2", "Réalis 3", "Vilaine 2"])
        page.screenshot("first-file-sheets")
        page.page.locator("[data-key='options']").click()
        page.page.locator("[data-key='option:sheet']").select_option("Vilaine")
        expect(numbers).to_have_text(["2"])
        page.screenshot("first-file-one-sheet")
        expect(page.page.locator(".of-file")).to_contain_text("Réalis")
        page.page.locator("[data-key='option:sheet']").select_option("")
        expect(numbers).to_have_count(3)


def _network(folder: Path) -> str:
    return f"sqlite:///{folder / 'first.db'}"


@contextmanager
def _mistyped(browser: Browser, folder: Path, *known: str) -> Iterator[Explorer]:
    """These poles are known, and the list is said to be of one that is spelt nearly so."""
    url = _network(folder)
    poles = folder / "poles.csv"
    poles.write_text("\n".join(("Nom", *known)), encoding="utf-8")
    with closing(open_store(url)) as store:
        load(store, poles, "poles")
    with served(url) as address, explorer(browser, address, "laptop") as page:
        _choose(page, MEMBERS)
        field = page.page.locator("[data-key='option:pole']")
        field.fill("Pôle du Val de Brune")
        field.press("Tab")
        yield page


def _choose(page: Explorer, file: Path) -> None:
    page.go("?view=import")
    with page.page.expect_file_chooser() as chooser:
        page.page.locator("[data-key='choose-file']").click()
    chooser.value.set_files(file)
