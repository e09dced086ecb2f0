"""What leaves the explorer: pictures, portable maps, the network for other tools."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from exploring import Explorer
from openpyxl import load_workbook
from playwright.sync_api import expect

from maillage.ingest.formats.registry import FORMATS

pytestmark = pytest.mark.browser


def test_the_screen_is_exported_as_svg_and_pdf(page: Explorer, tmp_path: Path) -> None:
    page.go("?no.layer=affiliation&at=2013")
    page.page.get_by_role("button", name="Exporter").click()
    for key, begins in (("svg", b"<svg "), ("pdf", b"%PDF-")):
        with page.page.expect_download() as waited:
            page.page.locator(f"[data-key={key}]").click()
        path = tmp_path / waited.value.suggested_filename
        waited.value.save_as(path)
        assert path.suffix == f".{key}"
        assert path.read_bytes().startswith(begins)
        if key == "svg":
            drawn = path.read_text(encoding="utf-8")
            assert f"<title>{page.title}</title>" in drawn
            # Far from the chips, the picture says of when it is and what was left out.
            assert ">En 2013 · Sans\u202f: affiliation · 432 acteurs" in drawn
            assert "Affiliation (A)" not in drawn
            assert "Institution (I)" in drawn
            assert "Mise en commun\u202f: capital" in drawn
    # Colours and sizes that are only on this screen are drawn too, with their key.
    page.go("?colour=departement&size=same")
    page.page.get_by_role("button", name="Exporter").click()
    page.screenshot("export-coloured")
    with page.page.expect_download() as waited:
        page.page.locator("[data-key=svg]").click()
    drawn = waited.value.path().read_text(encoding="utf-8")
    assert "Couleur\u202f: département · Taille\u202f: toutes égales" in drawn
    assert "Non dit" in drawn
    assert "Non documenté (?)" not in drawn


def test_the_portable_map_of_what_the_view_is_about(page: Explorer) -> None:
    page.go()
    page.find("val horizon")
    page.page.locator("#scene").focus()
    page.press("1")
    page.page.get_by_role("checkbox", name="Institution").click()
    page.page.get_by_role("button", name="Exporter").click()
    with page.page.expect_download() as waited:
        page.page.get_by_role("button", name="Carte portable de cette vue").click()
    sent = waited.value.path().read_text(encoding="utf-8")
    assert "Val Horizon" in sent
    assert "Transméa" not in sent
    # What the filters hide is not in the file, which says so in both languages.
    for around in ("pas · Sans\u202f: institution ·", "Without: institution ·"):
        assert around in sent


def test_the_whole_network_leaves_in_the_formats_of_other_tools(page: Explorer) -> None:
    page.go("?no.layer=affiliation&lang=en")
    page.page.get_by_role("button", name="Export").click()
    dialog = page.page.get_by_role("dialog")
    formats = dialog.get_by_label("Format")
    # The dialog stands before its words have come.
    expect(formats.locator("option")).to_have_count(len(FORMATS))
    offered = formats.locator("option").evaluate_all("(all) => all.map((one) => one.value)")
    assert sorted(offered) == sorted(FORMATS)
    # Whole whatever is filtered, in the language of the screen.
    with page.page.expect_download() as waited:
        dialog.get_by_role("button", name="Download").click()
    assert waited.value.suggested_filename == "maillage.xlsx"
    book = load_workbook(io.BytesIO(waited.value.path().read_bytes()))
    assert {"Actors", "Poles", "Ties"} <= set(book.sheetnames)
    formats.select_option("kumu")
    with page.page.expect_download() as waited:
        dialog.get_by_role("button", name="Download").click()
    asked = page.page.request.get(f"{page.address}api/v1/export/kumu")
    assert waited.value.path().read_bytes() == asked.body()


def test_a_file_that_does_not_come_is_told_in_the_dialog(page: Explorer) -> None:
    page.go()
    page.page.get_by_role("button", name="Exporter").click()
    dialog = page.page.get_by_role("dialog")
    dialog.get_by_label("Format").select_option("bods")
    dialog.get_by_label("Sans les noms").check()
    dialog.get_by_role("button", name="Télécharger").click()
    expect(dialog.get_by_role("alert")).to_contain_text("bods")
    assert page.watched.complaints != []
    page.watched.complaints.clear()
