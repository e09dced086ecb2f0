"""A sheet to fill in: headings with a comment each, drop-downs where the words are few, text cells
that no spreadsheet runs as a formula."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass

from openpyxl import Workbook
from openpyxl.cell import Cell as SheetCell
from openpyxl.cell import MergedCell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from maillage.graph.languages import Language
from maillage.ingest.lists.rows import Cell, choice_label

INK, GROUND = "1D2328", "F7F4EE"
ROWS_WITH_MENUS = 1_000
LONGEST_TITLE = 31
_SIGNATURE = "Maillage"
_WIDEST, _NARROWEST = 40, 14
# What the format of workbooks cannot hold, and what the name of a sheet cannot.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_NOT_IN_TITLES = re.compile(r"[\[\]:*?/\\]")


@dataclass(frozen=True)
class Form:
    """A workbook of sheets to fill in; their words stand in a hidden sheet, since a drop-down in
    place is limited in length."""

    book: Workbook
    menus: Worksheet
    language: Language

    @classmethod
    def new(cls, language: Language) -> Form:
        book = Workbook()
        menus = book.active
        if not isinstance(menus, Worksheet):
            raise TypeError(menus)
        menus.title = "listes" if language == "fr" else "lists"
        menus.sheet_state = "veryHidden"
        return cls(book, menus, language)

    def sheet(self, title: str) -> Worksheet:
        """A new sheet before that of the words."""
        named = _NOT_IN_TITLES.sub(" ", plain(title))[:LONGEST_TITLE].strip("' ") or _SIGNATURE
        sheet: Worksheet = self.book.create_sheet(named, len(self.book.worksheets) - 1)
        return sheet

    def head(self, sheet: Worksheet, cells: Sequence[Cell], line: int = 1) -> None:
        """Headings on a line, each with what is to be written below it."""
        for position, cell in enumerate(cells, start=1):
            self._heading(sheet.cell(line, position), cell)
            if cell.choices:
                self._menu(sheet, position, cell, line + 1)
            width = column_width(cell, self.language)
            sheet.column_dimensions[get_column_letter(position)].width = width

    def content(self) -> bytes:
        """The workbook, opening on its first sheet."""
        self.book.active = 0
        content = io.BytesIO()
        self.book.save(content)
        return content.getvalue()

    def _heading(self, heading: SheetCell | MergedCell, cell: Cell) -> None:
        write(heading, cell.label.text(self.language))
        dress_heading(heading)
        needed = {"fr": "Obligatoire.", "en": "Required."}[self.language] if cell.required else ""
        example = {"fr": "Exemple\u202f:", "en": "Example:"}[self.language]
        shown = f"{example} {cell.example}" if cell.example else ""
        note = "\n".join(filter(None, (needed, said_of(cell, self.language), shown)))
        if note:
            heading.comment = Comment(note, _SIGNATURE)

    def _menu(self, sheet: Worksheet, position: int, cell: Cell, first: int) -> None:
        words = menu_words(cell, self.language)
        letter = get_column_letter(position)
        for line, word in enumerate(words, start=1):
            self.menus.cell(line, position, word)
        source = f"='{self.menus.title}'!${letter}$1:${letter}${len(words)}"
        offer(sheet, position, source, first, first + ROWS_WITH_MENUS - 2)


def offer(sheet: Worksheet, position: int, source: str, first: int, last: int) -> None:
    """A drop-down in the cells of a column; what is not in it may be written all the same."""
    menu = DataValidation(type="list", formula1=source, allow_blank=True, showErrorMessage=False)
    letter = get_column_letter(position)
    menu.add(f"{letter}{first}:{letter}{last}")
    sheet.add_data_validation(menu)


def dress_heading(cell: SheetCell | MergedCell) -> None:
    cell.font = Font(bold=True, color=INK)
    cell.fill = PatternFill("solid", fgColor=GROUND)
    cell.alignment = Alignment(wrap_text=True, vertical="top")


def write(cell: SheetCell | MergedCell, text: str) -> None:
    """As text, whatever it looks like: a formula is not run, a number keeps its zeros."""
    if text and isinstance(cell, SheetCell):
        cell.value = plain(text)
        cell.data_type = "s"
        cell.number_format = "@"


def plain(text: str) -> str:
    return _FORBIDDEN.sub("", text)


def menu_words(cell: Cell, language: Language) -> list[str]:
    """What the drop-down shows for each code: its French (or English) word."""
    choices = (cell.choices or {}).items()
    return [choice_label(code, said).text(language) for code, said in choices]


def said_of(cell: Cell, language: Language) -> str:
    """What is to be written in a cell."""
    parts = [cell.help.text(language)]
    if cell.choices:
        parts.append(", ".join(menu_words(cell, language)))
    between = {"fr": "\u202f; ", "en": "; "}[language]
    return between.join(part for part in parts if part)


def column_width(cell: Cell, language: Language) -> int:
    longest = max(len(cell.label.text(language)), len(cell.example))
    return min(_WIDEST, max(_NARROWEST, longest + 2))
