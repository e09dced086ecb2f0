"""Workbooks as nobody should send them: what they are is said, and nothing is held of them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import pytest
from ole_files import OLE_MAGIC, large_ole, ole
from workbook_tables import read
from workbooks import inline, raw_workbook, with_announced_size, workbook

from maillage.graph.errors import UnreadableFile

MEGABYTE = 1_000_000


def refused(data: bytes, **limits: int) -> str:
    with pytest.raises(UnreadableFile) as caught:
        read(data, **limits)
    assert caught.value.text("fr") and caught.value.text("en")
    return caught.value.code


def _without_workbook(*names: str) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name in names:
            archive.writestr(name, b"x")
    return held.getvalue()


def _truncated() -> bytes:
    return workbook(F=[["Nom"], ["A"]])[:-200]


def _open_document(sort: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("mimetype", f"application/vnd.oasis.opendocument.{sort}")
        archive.writestr("content.xml", "")
    return file.getvalue()


def _spoilt() -> bytes:
    """The same archive with one byte of a sheet changed."""
    data = bytearray(workbook(F=[["Nom"], *([f"nom {n}"] for n in range(500))]))
    position = data.find(b"xl/worksheets/sheet1.xml") + 60
    data[position : position + 30] = b"\xff" * 30
    return bytes(data)


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (lambda: ole("EncryptionInfo", "EncryptedPackage"), "file_password"),
        (lambda: OLE_MAGIC, "file_old_excel"),
        (lambda: OLE_MAGIC + b"\0" * 600, "file_old_excel"),
        (_truncated, "file_damaged"),
        (_spoilt, "file_damaged"),
        (lambda: b"PK\x03\x04" + b"x" * 100, "file_damaged"),
        (lambda: b"PK\x05\x06" + b"\0" * 18, "file_archive"),
        (lambda: _without_workbook("content.xml"), "file_other_spreadsheet"),
        (lambda: _without_workbook("xl/workbook.xml"), "file_damaged"),
        (lambda: workbook(F=[]), "file_empty"),
        (lambda: workbook(F=[["Nom", "Commune"]]), "file_header_only"),
        (lambda: workbook(F=[["Nom"] * 1001, ["x"] * 1001]), "file_too_many_columns"),
        (lambda: raw_workbook("<row><c"), "file_damaged"),
        (lambda: raw_workbook(inline("A0", "x")), "file_damaged"),
        (lambda: raw_workbook(inline("AAAA1", "x")), "file_damaged"),
        (lambda: raw_workbook(inline("a1", "x")), "file_damaged"),
    ],
)
def test_workbooks_from_which_nothing_can_be_read(make: Callable[[], bytes], code: str) -> None:
    assert refused(make()) == code


@pytest.mark.parametrize(
    ("data", "code", "kind"),
    [
        (ole("Workbook", embedded="WordDocument"), "file_old_excel", ".xls"),
        (ole("Book"), "file_old_excel", ".xls"),
        (ole("WordDocument", embedded="Workbook"), "file_binary", "Word"),
        (ole("Current User", "PowerPoint Document", "Pictures"), "file_binary", "PowerPoint"),
        (large_ole("A", "B", "C", "EncryptedPackage"), "file_password", "mot de passe"),
        (_open_document("text"), "file_binary", ".odt"),
        (_open_document("presentation"), "file_binary", ".odp"),
        (_open_document("formula"), "file_binary", "OpenDocument"),
        (_open_document("spreadsheet"), "file_other_spreadsheet", ".ods"),
        (_open_document("spreadsheet-template"), "file_other_spreadsheet", ".ods"),
        (_without_workbook("Index/Document.iwa"), "file_binary", "Pages"),
        (
            _without_workbook("Index/Document.iwa", "Index/Slide.iwa", "Index/Tables/A.iwa"),
            "file_binary", "Keynote",
        ),
        (
            _without_workbook("Index/Document.iwa", "Index/Tables/DataList.iwa"),
            "file_other_spreadsheet", "Numbers",
        ),
        (_without_workbook("word/document.xml"), "file_binary", "Word"),
        (_without_workbook("ppt/presentation.xml"), "file_binary", "PowerPoint"),
        (_without_workbook("xl/workbook.bin"), "file_other_spreadsheet", ".xlsb"),
    ],
)  # fmt: skip
def test_what_else_a_file_is_is_named(data: bytes, code: str, kind: str) -> None:
    with pytest.raises(UnreadableFile) as caught:
        read(data)
    assert caught.value.code == code
    assert kind in caught.value.text("fr")


def test_a_bomb_is_refused_before_it_unfolds() -> None:
    bomb = raw_workbook("", {"xl/media/zeros.bin": bytes(60 * MEGABYTE)})
    assert len(bomb) < MEGABYTE
    assert refused(bomb) == "file_expands"
    assert refused(bomb, ratio=10_000, expanded_bytes=50 * MEGABYTE) == "file_expands"
    small = raw_workbook(inline("A1", "Nom"), {f"xl/{n}": b"" for n in range(30)})
    assert refused(small, parts=20) == "file_many_parts"
    assert refused(small, workbook_bytes=10) == "file_too_large"


def test_a_bomb_that_lies_about_its_size_is_refused() -> None:
    name = "xl/media/zeros.bin"
    bomb = raw_workbook(inline("A1", "Nom"), {name: bytes(60 * MEGABYTE)})
    assert refused(with_announced_size(bomb, name, 100)) == "file_expands"
    modest = raw_workbook(inline("A1", "Nom"), {name: bytes(MEGABYTE)})
    assert refused(with_announced_size(modest, name, 100)) == "file_damaged"
    assert refused(with_announced_size(modest, name, MEGABYTE + 1)) == "file_damaged"


def test_a_cell_far_away_is_refused_before_the_sheet_is_held() -> None:
    """calamine would hold seventeen thousand million cells."""
    sheet = f'<row r="1">{inline("A1", "Nom")}</row><row r="2">{inline("A2", "A")}</row>'
    far = sheet + f'<row r="1048576">{inline("XFD1048576", "x")}</row>'
    with pytest.raises(UnreadableFile) as caught:
        read(raw_workbook(far))
    assert caught.value.code == "file_too_wide"
    assert "XFD1048576" in caught.value.text("fr")
    # Hidden in the first row, where a reader that trusts rows would not look.
    sly = f'<row r="1">{inline("A1", "Nom")}{inline("XFD1048576", "x")}</row>'
    assert refused(raw_workbook(sly)) == "file_too_wide"


def test_entities_are_refused() -> None:
    laughs = b'<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet><sheetData/></worksheet>'
    assert refused(raw_workbook("", {"xl/worksheets/sheet1.xml": laughs})) == "file_damaged"
