"""The marked copy of a file, mended and loaded: its lines instead of those, however often."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from loading import Desk, a_desk, fates

from maillage.graph import ledger
from maillage.ingest.loading.marked import marked_copy

TIES = "De;Vers;Nature\nA;B;amitié\nC;C;partenariat\n"
BOUGHT = TIES.replace("amitié", "achat")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with a_desk(tmp_path) as desk:
        yield desk


def mended(copy: bytes, **cells: str) -> bytes:
    book = openpyxl.load_workbook(io.BytesIO(copy))
    for place, text in cells.items():
        book.worksheets[0][place] = text
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def counting(desk: Desk) -> list[str]:
    return [item.id for item in desk.store.imports() if item.live]


def test_the_same_copy_is_mended_step_by_step(desk: Desk) -> None:
    """Each time it means its lines, not those of the copy before beside them."""
    first = desk.bring(f"{TIES}D;E;partenariat\n", "ties", name="liens.csv")
    copy = marked_copy(f"{TIES}D;E;partenariat\n".encode(), [first])
    once = mended(copy, C2="partenariat")
    second = desk.bring(once, "ties", name="copie.xlsx")
    third = desk.bring(mended(once, B2="Z", B3="B"), "ties", name="copie.xlsx")
    assert (second.replaces, third.replaces) == (first.import_id, second.import_id)
    assert fates(third) == {"accepted": 3}
    assert {ends[:2] for ends in desk.ties} == {("A", "Z"), ("B", "C"), ("D", "E")}
    assert {item.title for item in desk.store.imports()} == {"liens.csv"}
    # Back to the step before, and forth again from there.
    ledger.undo(desk.store, str(third.import_id))
    assert counting(desk) == [second.import_id]
    again = desk.bring(once, "ties", name="copie.xlsx")
    assert again.again and counting(desk) == [second.import_id]


def test_an_earlier_step_takes_the_place_of_a_later_one(desk: Desk) -> None:
    first = desk.bring(BOUGHT, "ties", name="liens.csv")
    copy = marked_copy(BOUGHT.encode(), [first])
    one, other = mended(copy, B3="D"), mended(copy, B3="E")
    for content, partner in ((one, "D"), (other, "E"), (one, "D")):
        report = desk.bring(content, "ties", name="copie.xlsx")
        assert counting(desk) == [report.import_id]
        assert ("C", partner, "partnership") in desk.ties and len(desk.ties) == 2
    ledger.undo(desk.store, str(report.import_id))
    assert ("C", "E", "partnership") in desk.ties and len(counting(desk)) == 1


def test_a_step_that_is_undone_stays_so_whatever_else_is(desk: Desk) -> None:
    first = desk.bring(BOUGHT, "ties", name="liens.csv")
    copy = mended(marked_copy(BOUGHT.encode(), [first]), B3="D")
    second = desk.bring(copy, "ties", name="copie.xlsx")
    for report in (second, first):
        ledger.undo(desk.store, str(report.import_id))
    ledger.redo(desk.store, str(second.import_id))
    ledger.undo(desk.store, str(second.import_id))
    assert counting(desk) == [] and desk.graph.actors == {}


def test_the_copy_of_what_was_undone_and_that_never_count_both(desk: Desk) -> None:
    first = desk.bring(BOUGHT, "ties", name="liens.csv")
    ledger.undo(desk.store, str(first.import_id))
    copy = mended(marked_copy(BOUGHT.encode(), [first]), B3="D")
    second = desk.bring(copy, "ties", name="copie.xlsx")
    assert second.replaces == "" and counting(desk) == [second.import_id]
    ledger.redo(desk.store, str(first.import_id))
    assert counting(desk) == [first.import_id]
