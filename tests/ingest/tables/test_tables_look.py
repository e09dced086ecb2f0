"""The quick look at a sheet never promises more than the scan finds."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from maillage.ingest.tables.xlsx_look import look_at_sheet
from maillage.ingest.tables.xlsx_scan import scan_sheet
from maillage.ingest.tables.xlsx_styles import Styles
from maillage.ingest.tables.xlsx_xml import DamagedXml

STYLES = Styles(percent=frozenset({"7"}), struck=frozenset({"8"}))
CELLS = st.sampled_from(
    [
        '<c r="B2"><v>1</v></c>', '<c r="D9"><v>2</v></c>', '<c r="A1" s="3"/>',
        '<c r="C3" s="7"><v>0.5</v></c>', "<c r='C4' s='7'><v>0.5</v></c>",
        '<c r="C2" s="8"><v>1</v></c>', "<c r='C1' s='8'><is><t>a</t></is></c>",
        '<c r="C5" t="e"><v>#N/A</v></c>', "<c t='e' r='C6'><v>#N/A</v></c>",
        '<c r="C7"><f>1+1</f></c>', '<c r="C8"><f>1</f><v>1</v></c>', "<c><v>1</v></c>",
        '<x:c xmlns:x="u" r="Z99"><x:v>1</x:v></x:c>', '<c\nr="Y98"><v>1</v></c>',
        '<c s="1" r="X97"><v>1</v></c>', '<c r="&#87;96"><v>1</v></c>',
        '<!-- <c r="V95"><v>1</v></c> -->', '<c r="U94"><is><t>a:c b</t></is></c>',
    ]
)  # fmt: skip


@settings(deadline=None)
@given(st.lists(CELLS, max_size=12), st.integers(1, 40))
def test_what_the_look_lets_pass_the_scan_finds_plain(cells: list[str], size: int) -> None:
    xml = f"<worksheet><sheetData><row>{''.join(cells)}</row></sheetData></worksheet>".encode()
    pieces = [xml[start : start + size] for start in range(0, len(xml), size)]
    look, scan = look_at_sheet(pieces, STYLES), scan_sheet(pieces, STYLES)
    if look is not None:
        assert look.area >= scan.area
        if not look.needs_scan:
            assert not (scan.errors or scan.uncomputed or scan.percents or scan.struck_rows)


@pytest.mark.parametrize(
    "xml",
    [
        b"<worksheet><c r='A1'/></worksheet>",
        b'<x:worksheet><x:c r="A1"/></x:worksheet>',
        b'<worksheet><c r="a1"/></worksheet>',
        '<?xml version="1.0" encoding="UTF-16"?><c r="A1"/>'.encode("utf-16"),
        b'<?xml version="1.0" encoding="iso-8859-1"?><c r="A1"/>',
        b'<!DOCTYPE x><c r="A1"/>',
        b'<worksheet><c r="A1" r="XFD9"/></worksheet>',
        b'<worksheet><c r="A1" x=">"\tr = "XFD9"/></worksheet>',
    ],
)
def test_the_look_gives_up_on_what_is_unusual(xml: bytes) -> None:
    assert look_at_sheet([xml], STYLES) is None


@pytest.mark.parametrize(
    "xml", [b"", b"<worksheet>", b"<!DOCTYPE a><a/>", b"\xff\xfe<a/>", b"text"]
)
def test_the_scan_refuses_what_is_no_xml(xml: bytes) -> None:
    with pytest.raises(DamagedXml):
        scan_sheet([xml], STYLES)
