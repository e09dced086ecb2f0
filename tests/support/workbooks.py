"""Workbooks made for a test: the ordinary ones by openpyxl, the hostile ones part by part."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable, Mapping, Sequence

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"


def workbook(**sheets: Callable[[Worksheet], None] | Sequence[Sequence[object]]) -> bytes:
    """One sheet per name, filled by its rows or by a function."""
    book = openpyxl.Workbook()
    del book["Sheet"]
    for name, content in sheets.items():
        sheet = book.create_sheet(name)
        if callable(content):
            content(sheet)
        else:
            for row in content:
                sheet.append(row)
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


def raw_workbook(sheet_data: str, parts: Mapping[str, bytes] | None = None) -> bytes:
    """A workbook of one sheet « F » whose XML is written by hand."""
    contents = {
        "_rels/.rels": (
            f'<Relationships xmlns="{_RELATIONS}"><Relationship Id="rId1" '
            f'Type="{_DOCUMENT}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
        ).encode(),
        "xl/workbook.xml": (
            f'<workbook xmlns="{_MAIN}" xmlns:r="{_DOCUMENT}"><sheets>'
            '<sheet name="F" sheetId="1" r:id="rId1"/></sheets></workbook>'
        ).encode(),
        "xl/_rels/workbook.xml.rels": (
            f'<Relationships xmlns="{_RELATIONS}"><Relationship Id="rId1" '
            f'Type="{_DOCUMENT}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'
        ).encode(),
        "xl/worksheets/sheet1.xml": (
            f'<worksheet xmlns="{_MAIN}"><sheetData>{sheet_data}</sheetData></worksheet>'
        ).encode(),
    } | dict(parts or {})
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in contents.items():
            archive.writestr(name, content)
    return held.getvalue()


def with_announced_size(archive: bytes, name: str, size: int) -> bytes:
    """The same archive, whose directory lies about the size of one part."""
    changed = bytearray(archive)
    position = 0
    while (position := changed.find(b"PK\x01\x02", position)) >= 0:
        length = struct.unpack_from("<H", changed, position + 28)[0]
        if changed[position + 46 : position + 46 + length] == name.encode():
            struct.pack_into("<I", changed, position + 24, size)
        position += 4
    return bytes(changed)


def inline(reference: str, text: str) -> str:
    """The XML of a cell that holds a text."""
    return f'<c r="{reference}" t="inlineStr"><is><t>{text}</t></is></c>'


def mended(copy: bytes, **cells: str) -> bytes:
    """The workbook with these cells of its first sheet written anew."""
    book = openpyxl.load_workbook(io.BytesIO(copy))
    for place, text in cells.items():
        book.worksheets[0][place] = text
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
