"""The marked copy of a file, mended and loaded: its lines instead of those, however often."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from loading import Desk, a_desk, fates
from workbooks import mended

from maillage.graph import ledger
from maillage.ingest.loading.marked import marked_copy

TIES = "De;Vers;Nature\nA;B;amitié\nC;C;partenariat\n"
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
