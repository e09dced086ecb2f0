"""A mended copy without lines that the load before had kept: they are counted, and said."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from loading import Desk, a_desk

from maillage.ingest.loading.marked import marked_copy
from maillage.ingest.loading.report import Report

# Lines 3 and 6 are refused.
TIES = (
    "De;Vers;Nature\n"
    "A;B;partenariat\nC;C;partenariat\nD;E;partenariat\nF;G;partenariat\nH;H;achat\nI;J;achat\n"
)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with a_desk(tmp_path) as desk:
        yield desk


def mended(desk: Desk, cells: dict[str, str], *deleted: int, added: int = 0) -> Report:
    """The load of the copy: cells changed, lines deleted, lines put below the headings."""
    first = desk.bring(TIES, "ties", name="liens.csv")
    book = openpyxl.load_workbook(io.BytesIO(marked_copy(TIES.encode(), [first])))
    sheet = book.worksheets[0]
    for place, text in cells.items():
        sheet[place] = text
    for line in sorted(deleted, reverse=True):
        sheet.delete_rows(line)
    for number in range(added):
        sheet.insert_rows(2)
        for column, text in enumerate((f"N{number}", "Z", "achat"), start=1):
            sheet.cell(2, column, text)
    out = io.BytesIO()
    book.save(out)
    return desk.bring(out.getvalue(), "ties", name="copie.xlsx")


def said(report: Report) -> list[str]:
    return [one.message() for one in report.problems if one.code == "copy_lacks_lines"]


MENDED = {"B3": "K", "B6": "K"}


@pytest.mark.parametrize(
    ("cells", "deleted", "added"),
    [
        (MENDED, (), 0),
        ({}, (3, 6), 0),  # what was refused is taken out
        (MENDED | {"C4": "achat", "A7": "L"}, (), 0),
        ({"C4": "achat", "B7": "K"}, (3, 6), 0),  # changed, and moved up with the others
        (MENDED | {"C4": "achat"}, (), 3),
        ({"B4": "D"}, (), 0),  # refused from now on: it says so itself
        ({f"C{line}": "achat" for line in range(2, 6)} | {"C7": "partenariat"}, (), 0),
    ],
)
def test_nothing_is_said_of_a_copy_that_has_all_lines(
    desk: Desk, cells: dict[str, str], deleted: tuple[int, ...], added: int
) -> None:
    report = mended(desk, cells, *deleted, added=added)
    assert report.replaces and said(report) == []


@pytest.mark.parametrize(
    ("cells", "deleted", "added", "gone"),
    [
        (MENDED, (2, 4, 5, 7), 0, 4),  # the mended lines alone
        (MENDED, (4, 5), 0, 2),
        (MENDED, (4,), 2, 1),
        (MENDED | {"A7": "L"}, (3, 5), 0, 1),
        ({}, (3, 5, 6, 7), 0, 2),
    ],
)
def test_lines_that_are_no_longer_in_the_copy_are_counted(
    desk: Desk, cells: dict[str, str], deleted: tuple[int, ...], added: int, gone: int
) -> None:
    report = mended(desk, cells, *deleted, added=added)
    (sentence,) = said(report)
    lines = "1 ligne" if gone == 1 else f"{gone} lignes"
    assert sentence.startswith(f"{lines} du chargement précédent ({report.replaces}) ")
    (problem,) = (one for one in report.problems if one.code == "copy_lacks_lines")
    assert problem.level == "warning" and "no longer count" in problem.message("en")


def test_each_copy_is_compared_with_the_load_whose_place_it_takes(desk: Desk) -> None:
    """And what takes the place of nothing lacks nothing."""
    assert said(desk.bring("De;Vers;Nature\nA;B;achat\n", "ties", name="autre.csv")) == []
    short = mended(desk, MENDED, 2, 4, 5, 7)
    whole = mended(desk, MENDED)
    assert whole.replaces == short.import_id and said(whole) == []
