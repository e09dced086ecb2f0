"""The marked copy of a file, mended and loaded: its lines instead of those, however often."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import openpyxl
import pytest
from loading import Desk, a_desk, fates
from workbooks import mended, workbook

from maillage.graph import ledger
from maillage.ingest.lists.registry import list_spec
from maillage.ingest.lists.templates import xlsx_template
from maillage.ingest.loading.marked import marked_copy

TIES = "De;Vers;Nature\nA;B;amitié\nC;C;partenariat\n"
MORE = f"{TIES}D;E;partenariat\n"
AS_WORKBOOK = workbook(Liens=[line.split(";") for line in MORE.splitlines()])
BOUGHT = TIES.replace("amitié", "achat")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with a_desk(tmp_path) as desk:
        yield desk


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


def test_what_a_copy_took_the_place_of_changes_nothing_when_it_is_loaded_again(desk: Desk) -> None:
    """Neither the file nor an earlier step, tried or loaded: the copy is not lost unasked."""
    first = desk.bring(BOUGHT, "ties", name="liens.csv")
    copy = marked_copy(BOUGHT.encode(), [first])
    one, other = mended(copy, B3="D"), mended(copy, B3="E")
    steps = [desk.bring(content, "ties", name="copie.xlsx") for content in (one, other)]
    last, before = str(steps[1].import_id), desk.graph
    revision = desk.store.revision()
    for content, name in ((BOUGHT, "autre nom.csv"), (one, "copie.xlsx")):
        for trial in (True, False):
            report = desk.bring(content, "ties", name=name, dry_run=trial)
            assert report.again and report.outcome and not report.outcome.changed
            said = [one.message() for one in report.problems if one.code == "copy_counts"]
            assert len(said) == 1 and last in said[0]
    assert (counting(desk), desk.store.revision(), desk.graph) == ([last], revision, before)


def test_an_earlier_step_that_is_done_again_takes_the_place_of_a_later_one(desk: Desk) -> None:
    first = desk.bring(BOUGHT, "ties", name="liens.csv")
    copy = marked_copy(BOUGHT.encode(), [first])
    one, other = (
        str(desk.bring(mended(copy, B3=partner), "ties", name="copie.xlsx").import_id)
        for partner in ("D", "E")
    )
    for counts, partner in ((other, "E"), (one, "D")):
        ledger.redo(desk.store, counts)
        assert counting(desk) == [counts]
        assert ("C", partner, "partnership") in desk.ties and len(desk.ties) == 2
    ledger.undo(desk.store, one)
    assert ("C", "E", "partnership") in desk.ties and counting(desk) == [other]
    ledger.undo(desk.store, other)
    ledger.undo(desk.store, str(first.import_id))
    assert not desk.bring(BOUGHT, "ties", name="liens.csv").again
    assert counting(desk) == [first.import_id]


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


# ---------------------------------------------------------------------- as spreadsheets write it


def rewritten(copy: bytes, part: str, change: Callable[[str], str]) -> bytes:
    """The copy with the text of its parts of that name changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(copy)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, change(content.decode()) if part in name else content)
    return out.getvalue()


def without_properties(copy: bytes) -> bytes:
    return rewritten(copy, "core.xml", lambda _: "<cp:coreProperties xmlns:cp='x'/>")


def without_sheets_of_ours(copy: bytes) -> bytes:
    book = openpyxl.load_workbook(io.BytesIO(copy))
    for sheet in book.worksheets[1:]:
        book.remove(sheet)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def declared_on_the_element(copy: bytes) -> bytes:
    told = '<dc:identifier xmlns:dc="http://purl.org/dc/elements/1.1/">'
    return rewritten(copy, "core.xml", lambda text: text.replace("<dc:identifier>", told))


@pytest.mark.parametrize(
    "saved",
    [
        declared_on_the_element,
        without_properties,
        without_sheets_of_ours,
        lambda copy: declared_on_the_element(without_sheets_of_ours(copy)),
    ],
)
@pytest.mark.parametrize("content", [MORE.encode(), AS_WORKBOOK], ids=["text", "workbook"])
def test_it_is_known_however_a_spreadsheet_saves_it(
    desk: Desk, saved: Callable[[bytes], bytes], content: bytes
) -> None:
    first = desk.bring(content, "ties", name="liens")
    copy = saved(mended(marked_copy(content, [first]), C2="partenariat"))
    second = desk.bring(copy, "ties", name="copie.xlsx")
    assert second.replaces == first.import_id
    assert {"sheets_read", "sheet_hidden", "copy_unmarked"}.isdisjoint(
        problem.code for problem in second.problems
    )
    # Nor does a copy of it say of which import it was one.
    third = desk.bring(mended(marked_copy(copy, [second]), B3="B"), "ties", name="copie.xlsx")
    assert third.replaces == second.import_id


def test_one_that_has_lost_its_mark_says_so(desk: Desk) -> None:
    first = desk.bring(MORE, "ties", name="liens.csv")
    copy = without_properties(without_sheets_of_ours(marked_copy(MORE.encode(), [first])))
    second = desk.bring(copy, "ties", name="copie.xlsx")
    assert not second.replaces
    assert second.problems.count("copy_unmarked") == 1


def test_the_comments_of_a_template_are_no_mark(desk: Desk) -> None:
    filled = mended(xlsx_template(list_spec("actors")), B2="Val Horizon")
    assert not desk.bring(filled, "actors", name="modèle.xlsx").problems.count("copy_unmarked")
