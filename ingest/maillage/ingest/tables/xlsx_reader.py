"""XLSX by calamine, with what calamine leaves out (`xlsx_scan`) and the care of `xlsx_archive`."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice
from typing import TypeVar

from python_calamine import (
    CalamineError,
    CalamineWorkbook,
    PasswordError,
    SheetMetadata,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from maillage.graph.errors import UnreadableFile
from maillage.graph.folding import fold, near_names
from maillage.ingest.problems import Problem, ProblemLog
from maillage.ingest.problems.words import Level
from maillage.ingest.tables.copy_mark import is_mark
from maillage.ingest.tables.header import (
    SUSPECT_FIRST,
    best_header,
    headings_at,
    leftover,
    name_columns,
    note_leftover,
)
from maillage.ingest.tables.matrix import CORNER, head_across
from maillage.ingest.tables.model import Row, Table
from maillage.ingest.tables.reading import Reading
from maillage.ingest.tables.source import Source
from maillage.ingest.tables.xlsx_archive import Archive, open_archive
from maillage.ingest.tables.xlsx_grid import Grid
from maillage.ingest.tables.xlsx_look import look_at_sheet
from maillage.ingest.tables.xlsx_parts import (
    SMALL_PART,
    commented_cells,
    main_part,
    relations_part,
    sheet_parts,
)
from maillage.ingest.tables.xlsx_scan import SheetScan, letters, scan_sheet
from maillage.ingest.tables.xlsx_styles import Styles, styles_of
from maillage.ingest.tables.xlsx_unsaid import unsaid
from maillage.ingest.tables.xlsx_xml import DamagedXml

T = TypeVar("T")
# Of the titles of sheets, those to read.
Choice = Callable[[Sequence[str]], Collection[str]]


@dataclass(frozen=True, slots=True)
class _Found:
    """A sheet that holds something, and where its heading seems to be."""

    grid: Grid
    hidden: bool
    head: int
    above: Sequence[Sequence[str]]
    known: int
    across: tuple[str, ...]


def everything(titles: Sequence[str]) -> Sequence[str]:
    return titles


def read_xlsx(
    reading: Reading, sheets: Collection[str], choose: Choice = everything
) -> tuple[Table, ...]:
    """One table per sheet that holds rows and, if any does, a known heading."""
    archive = open_archive(reading)
    workbook = _asked(reading, lambda: _open(reading.source))
    wanted = _wanted(reading, workbook, sheets, choose)
    found = [
        _find(reading, grid, hidden=meta.visible != SheetVisibleEnum.Visible)
        for meta, grid in _grids(reading, archive, workbook, wanted)
    ]
    kept = _worth_reading([sheet for sheet in found if sheet], reading.log)
    tables = tuple(table for sheet in kept if (table := _table(reading, sheet)))
    if not tables:
        raise _nothing(reading, headed=bool(kept))
    return tables


def _nothing(reading: Reading, *, headed: bool) -> UnreadableFile:
    """Why no sheet gave a row."""
    log = reading.log
    if log.count("sheet_damaged"):
        return reading.unreadable("file_damaged")
    if log.count("sheet_too_wide"):
        cell = next(problem.value for problem in log if problem.code == "sheet_too_wide")
        return reading.unreadable("file_too_wide", cell=cell)
    return reading.unreadable("file_header_only" if headed else "file_empty")


def _open(source: Source) -> CalamineWorkbook:
    if source.path is not None:
        return CalamineWorkbook.from_path(str(source.path))
    return CalamineWorkbook.from_filelike(source.open())


def _asked(reading: Reading, call: Callable[[], T]) -> T:
    """What calamine answers; its refusals, and the panics of its Rust, as errors of ours."""
    try:
        return call()
    except PasswordError:
        raise reading.unreadable("file_password") from None
    except (CalamineError, OSError, ValueError):
        raise reading.unreadable("file_damaged") from None
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        raise reading.unreadable("file_damaged") from None


def _wanted(
    reading: Reading, workbook: CalamineWorkbook, asked: Collection[str], choose: Choice
) -> list[SheetMetadata]:
    """The sheets to read: of those asked for, else of all that are seen, the ones chosen."""
    found = (sheet for sheet in workbook.sheets_metadata if not is_mark(sheet.name))
    sheets = [sheet for sheet in found if sheet.typ == SheetTypeEnum.WorkSheet]
    offered = _asked_for(reading, sheets, asked) if asked else _seen(sheets, reading.log)
    chosen = set(choose([sheet.name for sheet in offered]))
    for sheet in offered:
        if sheet.name not in chosen:
            reading.log.add(Problem.of("sheet_of_others", sheet=sheet.name))
    return [sheet for sheet in offered if sheet.name in chosen]


def _seen(sheets: Sequence[SheetMetadata], log: ProblemLog) -> list[SheetMetadata]:
    for sheet in sheets:
        if sheet.visible != SheetVisibleEnum.Visible:
            level: Level = "info" if _of_a_program(sheet) else "warning"
            log.add(Problem.of("sheet_hidden", sheet=sheet.name, level=level))
    return [sheet for sheet in sheets if sheet.visible == SheetVisibleEnum.Visible]


def _asked_for(
    reading: Reading, sheets: Sequence[SheetMetadata], asked: Collection[str]
) -> list[SheetMetadata]:
    """Those of these names, as they are written or but for case and accents."""
    names = [sheet.name for sheet in sheets]
    found = {_sheet_meant(reading, name, names) for name in asked}
    for sheet in sheets:
        if sheet.name not in found and not _of_a_program(sheet):
            reading.log.add(Problem.of("sheet_not_asked", sheet=sheet.name))
    return [sheet for sheet in sheets if sheet.name in found]


def _sheet_meant(reading: Reading, asked: str, names: Sequence[str]) -> str:
    alike = [name for name in names if fold(name) == fold(asked)]
    if asked in names or len(alike) == 1:
        return asked if asked in names else alike[0]
    known = ", ".join(names)
    if near := near_names(asked, names):
        raise reading.unreadable("sheet_unknown_near", name=asked, near=near[0], known=known)
    raise reading.unreadable("sheet_unknown", name=asked, known=known)


def _of_a_program(sheet: SheetMetadata) -> bool:
    """Only a program hides a sheet so that no menu shows it: the words of a template."""
    return sheet.visible == SheetVisibleEnum.VeryHidden


def _grids(
    reading: Reading, archive: Archive, workbook: CalamineWorkbook, wanted: list[SheetMetadata]
) -> Iterator[tuple[SheetMetadata, Grid]]:
    """The sheets that can be held in memory, each scanned before calamine unfolds it."""
    try:
        parts, styles = _described(archive)
    except DamagedXml:
        raise reading.unreadable("file_damaged") from None
    free = reading.limits.grid_cells
    for meta in wanted:
        try:
            scan = _scanned(archive, parts.get(meta.name, ""), styles, free)
            if not _fits(scan, free, meta.name, reading.log):
                continue
            sheet = _asked(reading, partial(workbook.get_sheet_by_name, meta.name))
        except (DamagedXml, UnreadableFile):
            reading.log.add(Problem.of("sheet_damaged", sheet=meta.name))
            continue
        free -= scan.area
        yield meta, Grid(meta.name, sheet, scan)


def _described(archive: Archive) -> tuple[dict[str, str], Styles]:
    """The part of each sheet, and the styles."""
    main = main_part(archive.content("_rels/.rels", SMALL_PART))
    folder = main.rpartition("/")[0]
    parts = sheet_parts(
        archive.content(main, SMALL_PART),
        archive.content(relations_part(main), SMALL_PART),
        folder,
    )
    styles = archive.content(f"{folder}/styles.xml", SMALL_PART) or b"<styles/>"
    return parts, styles_of(styles)


def _scanned(archive: Archive, part: str, styles: Styles, free: int) -> SheetScan:
    """What calamine does not tell of a sheet, at the price the sheet needs."""
    look = look_at_sheet(archive.pieces(part), styles)
    if look and not look.needs_scan and 0 < look.area <= free:
        scan = SheetScan(area=look.area)
    else:
        scan = scan_sheet(archive.pieces(part), styles)
    scan.commented = commented_cells(archive, part)
    return scan


def _fits(scan: SheetScan, free: int, name: str, log: ProblemLog) -> bool:
    if not scan.area:
        log.add(Problem.of("sheet_empty", sheet=name))
    elif scan.area > free:
        corner = f"{letters(scan.last.column)}{scan.last.row + 1}"
        log.add(Problem.of("sheet_too_wide", sheet=name, value=corner))
    return 0 < scan.area <= free


def _find(reading: Reading, grid: Grid, *, hidden: bool) -> _Found | None:
    """Where the heading of a sheet is, among its first rows that are not blank."""
    filled = ((number, cells) for number, cells in grid.rows() if any(map(str.strip, cells)))
    first = list(islice(filled, reading.limits.header_rows))
    if not first:
        reading.log.add(Problem.of("sheet_empty", sheet=grid.name))
        return None
    rows = [cells for _, cells in first]
    index, known = best_header(rows, reading.is_known)
    index, across = head_across(rows, index, headed=known >= reading.fewest_headings)
    return _Found(grid, hidden, first[index][0], rows[:index], known, across)


def _worth_reading(found: list[_Found], log: ProblemLog) -> list[_Found]:
    known = [sheet for sheet in found if sheet.known or sheet.across]
    for sheet in found:
        if known and sheet not in known:
            log.add(Problem.of("sheet_ignored", sheet=sheet.grid.name))
    return known or found


def _table(reading: Reading, found: _Found) -> Table | None:
    grid, head = found.grid, found.head
    columns = _columns(reading, found)
    most = reading.limits.sample_rows
    sample = tuple(islice(_rows(grid, head, columns, ProblemLog()), most))
    if not sample:
        reading.log.add(Problem.of("sheet_empty", sheet=grid.name))
        return None
    reading.log.extend(unsaid(grid, head))
    known = bool(found.across or found.known)
    reading.note_header(sheet=grid.name, line=head + 1, known=known, above=found.above)
    return Table(
        name=grid.name,
        columns=columns,
        header_line=head + 1,
        rows=_rows(grid, head, columns, reading.log),
        sample=sample,
        problems=reading.log,
        hidden=found.hidden,
        first_column=grid.first_column,
        across=found.across,
    )


def _columns(reading: Reading, found: _Found) -> tuple[str, ...]:
    grid, head = found.grid, found.head
    start = max(head - 1, 0)
    rows = [cells for _, cells in islice(grid.rows(), start, head + reading.limits.sample_rows)]
    reading.refuse_width(len(rows[0]))
    cells = headings_at(rows, head - start, reading.is_known)
    if found.across:
        cells[0] = found.across[0] or CORNER
    return name_columns(
        cells,
        rows[head - start + 1 :],
        sheet=grid.name,
        line=head + 1,
        log=reading.log,
        label=lambda position: letters(grid.first_column + position - 1),
    )


def _rows(grid: Grid, head: int, columns: tuple[str, ...], log: ProblemLog) -> Iterator[Row]:
    suspect = SUSPECT_FIRST + columns[0][:1]
    width = len(columns)
    for number, cells in grid.rows():
        if number <= head:
            continue
        kept = cells[:width]
        kind = leftover(kept, columns) if kept[0][:1] in suspect else ""
        if kind == "blank" and number in grid.lost_rows:
            kind = ""
        if kind:
            note_leftover(kind, cells, sheet=grid.name, line=number + 1, log=log)
            continue
        for stray in filter(str.strip, cells[width:]):
            log.add(Problem.of("stray_value", sheet=grid.name, row=number + 1, value=stray))
        if number in grid.telling_rows:
            log.extend(grid.findings(number, cells, columns))
        yield Row(number + 1, tuple(kept))
