"""The sheet of one member: a short letter, a line for each of its ties, blank lines to add some.

What is not to be changed is locked (without a password: it is a guard against slips), and the
numbers by which the answers are known again stand in hidden columns.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from openpyxl.styles import Alignment, Font, PatternFill, Protection
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from maillage.graph.dates import DateSpan
from maillage.graph.languages import Language
from maillage.graph.model import Actor
from maillage.graph.redaction import is_person
from maillage.graph.vocabulary import STATUS_LABELS, TIE_KINDS, Label, Status
from maillage.graph.wording import fill, joined, when
from maillage.ingest.asking.questions import Question
from maillage.ingest.asking.words import LETTER, SHEET_TITLE, YES
from maillage.ingest.lists.answer_row import DIRECTION_WORDS, INCOMING, OUTGOING
from maillage.ingest.lists.answers import ANSWERS
from maillage.ingest.lists.asked import shown_name
from maillage.ingest.lists.form import INK, Form, offer, write
from maillage.ingest.lists.rows import choice_label

BLANK_LINES = 20
FIELDS = tuple(ANSWERS.row.cells())
_HIDDEN = ("pole_id", "answerer", "tie_id", "partner_id", "asked_on")
_TICKS = ("confirms", "contests", "adds")
# What a member writes about a tie that the sheet asks about, and about one that it adds.
_ANSWERS = {"since", "confirms", "contests", "ended", "note"}
_ADDED = {"partner", "kind", "direction", "subtype", "since", "adds", "ended", "note"}
_ASKED_GROUND, _OPEN_GROUND = "F1EFEA", "FFFFFF"
_WIDTHS = {"partner": 34, "kind": 24, "said_by": 30, "note": 40, "subtype": 24}
_LETTER_WIDTH, _LINE_HEIGHT = 110, 16


@dataclass(frozen=True, kw_only=True)
class Asking:
    """To whom, by which pole, on which day."""

    member: Actor
    pole: Actor
    on: date
    language: Language = "fr"


def answer_sheet(asking: Asking, asked: Sequence[Question]) -> bytes:
    """The workbook, as the bytes of an .xlsx file."""
    form = Form.new(asking.language)
    sheet = form.sheet(SHEET_TITLE[asking.language == "en"])
    line = _letter(sheet, asking)
    form.head(sheet, tuple(ANSWERS.row.cells().values()), line)
    sheet.freeze_panes = f"B{line + 1}"
    lines = [_asked(question, asking) for question in asked]
    blank = _known(asking)
    for number, cells in enumerate((*lines, *[blank] * BLANK_LINES), start=line + 1):
        _line(sheet, number, cells)
    _finish(sheet, line, line + len(lines) + BLANK_LINES, asking.language)
    return form.content()


def _letter(sheet: Worksheet, asking: Asking) -> int:
    """The line below it, where the headings stand."""
    values = {
        "member": shown_name(asking.member),
        "pole": shown_name(asking.pole),
        "day": when(asking.on.isoformat()),
    }
    last = get_column_letter(FIELDS.index("note") + 1)
    for line, (name, words) in enumerate(LETTER.items(), start=1):
        text = fill(words, **values).text(asking.language)
        top = sheet.cell(line, 1)
        write(top, text)
        sheet.merge_cells(f"A{line}:{last}{line}")
        top.alignment = Alignment(wrap_text=True, vertical="top")
        top.font = Font(bold=name == "title", size=14 if name == "title" else 11, color=INK)
        sheet.row_dimensions[line].height = _LINE_HEIGHT * (1 + len(text) // _LETTER_WIDTH) + 4
    return len(LETTER) + 2


def _asked(question: Question, asking: Asking) -> Mapping[str, str]:
    tie, language = question.tie, asking.language
    way = DIRECTION_WORDS[OUTGOING if question.outgoing else INCOMING]
    return {
        **_known(asking),
        "partner": shown_name(question.partner).text(language),
        "kind": TIE_KINDS[tie.kind].label.text(language),
        "direction": choice_label("", way).text(language) if tie.directed else "",
        "subtype": tie.subtype,
        "since": _since(tie.start),
        "said_by": _said_by(question).text(language),
        "tie_id": tie.id,
        # An id may be made of a name.
        "partner_id": "" if is_person(question.partner.attributes) else question.partner.id,
    }


def _said_by(question: Question) -> Label:
    if question.tie.status is Status.PLANNED:
        return joined((question.said_by, STATUS_LABELS[Status.PLANNED]), " – ")
    return question.said_by


def _known(asking: Asking) -> Mapping[str, str]:
    """What a line added by the member needs to be known as its own."""
    return {
        "pole_id": asking.pole.id,
        "answerer": asking.member.id,
        "asked_on": asking.on.isoformat(),
    }


def _since(start: DateSpan | None) -> str:
    """A start of which both sides are known: as people write dates, and read back the same."""
    if start is None or date.min == start.earliest or date.max == start.latest:
        return ""
    return start.text


def _line(sheet: Worksheet, number: int, cells: Mapping[str, str]) -> None:
    open_ = _ANSWERS if "tie_id" in cells else _ADDED
    for position, field in enumerate(FIELDS, start=1):
        cell = sheet.cell(number, position)
        write(cell, cells.get(field, ""))
        unlocked = field in open_
        cell.number_format = "@"
        cell.protection = Protection(locked=not unlocked)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        cell.fill = PatternFill("solid", fgColor=_OPEN_GROUND if unlocked else _ASKED_GROUND)


def _finish(sheet: Worksheet, head: int, last: int, language: Language) -> None:
    yes = YES[language == "en"]
    for position, field in enumerate(FIELDS, start=1):
        letter = get_column_letter(position)
        if field in _TICKS:
            offer(sheet, position, f'"{yes}"', head + 1, last)
        if field in _WIDTHS:
            sheet.column_dimensions[letter].width = _WIDTHS[field]
        sheet.column_dimensions[letter].hidden = field in _HIDDEN
    sheet.protection.sheet = True
    # Who reads may widen a column or a line.
    sheet.protection.formatColumns = False
    sheet.protection.formatRows = False
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = f"{head}:{head}"
