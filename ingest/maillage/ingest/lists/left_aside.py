"""Lines of a table that name nobody, for what stands around them: titles within a list, legends,
remarks, a second table below.

Each is left aside and said. A doubt is only said: the line is read as the others are, and is to
look at. Where most lines hold a name alone, a name alone is one of the list.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from statistics import median_low
from typing import NamedTuple

from maillage.graph.folding import fold
from maillage.graph.vocabulary import Label
from maillage.graph.wording import count
from maillage.ingest.columns.assigning import ColumnMap, is_known_heading, may_mean
from maillage.ingest.lists.remarks import is_remark, opens_legend
from maillage.ingest.lists.rows import ListSpec
from maillage.ingest.lists.subtitles import is_class, is_subtitle, sets_apart
from maillage.ingest.persons.headings import is_personal_heading
from maillage.ingest.persons.removal import mask_personal, mask_titled
from maillage.ingest.problems import Problem
from maillage.ingest.tables import Row, Table
from maillage.ingest.tables.header import is_figure, is_subtotal

# Fields that say how a tie stands: the title above need not be asked then.
_STANDING = frozenset({"status", "until"})
# « jaune | cotisation non réglée »
_LEGEND_CELLS = 2
# Nobody writes more than this below a table: such lines are of it.
_MOST_HELD = 1_000
# A sub-total fills as many cells as the lines that it adds up; one of its cells begins so.
_SUBTOTAL_STARTS = ("s", "S", " ")
_LINES = ("{n} ligne", "{n} lignes", "{n} line", "{n} lines")


def rows_kept(table: Table, spec: ListSpec, columns: ColumnMap) -> Iterator[Row]:
    """The rows of a table but those left aside, which are said in its problems."""
    return _Sieve(_Shape.of(table, spec, columns), table, spec).rows()


class _Shape(NamedTuple):
    """What the lines of a table fill: `shared`, the columns of what stands alike on many of them,
    as the firm that others hold; `standing`, those that say how a tie stands; `ids`, those of
    identifiers; `naming`, those of whom a line is about."""

    columns: int
    shared: frozenset[int]
    standing: tuple[int, ...]
    ids: frozenset[int]
    naming: frozenset[int]

    @classmethod
    def of(cls, table: Table, spec: ListSpec, columns: ColumnMap) -> _Shape:
        fields = [columns.mapped.get(heading, "") for heading in table.columns]
        alike = {*spec.whose, *spec.shared}
        shared = frozenset(place for place, name in enumerate(fields) if name in alike)
        standing = tuple(place for place, name in enumerate(fields) if name in _STANDING)
        ids = frozenset(place for place, name in enumerate(fields) if name.split("_")[-1] == "id")
        names = _names_of(spec)
        naming = frozenset(place for place, name in enumerate(fields) if name in names)
        return cls(len(fields), shared, standing, ids - shared, naming)

    def own(self, cells: Sequence[str]) -> list[str]:
        """What a line says that others do not; all it says if that is nothing, or if it tells
        somebody by an identifier, which any word may be: « lieu »."""
        filled = {place: text for place, cell in enumerate(cells) if (text := cell.strip())}
        if not self.ids.isdisjoint(filled):
            return list(filled.values())
        own = [text for place, text in filled.items() if place not in self.shared]
        return own or list(filled.values())

    def usual(self, table: Table) -> int:
        """How many cells the lines fill: those above the first blank line, with titles, remarks
        and what follows the heading of a legend aside."""
        filled: list[int] = []
        last, in_legend = table.header_line, False
        for row in table.sample:
            after_blank, last = row.line > last + 1, row.line
            if filled and after_blank:
                break
            own = self.own(row.cells)
            in_legend = opens_legend("".join(own[:1])) or (in_legend and not after_blank)
            if not (in_legend or (len(own) == 1 and _names_nobody(own[0]))):
                filled.append(len(own))
        return median_low(filled) if filled else 1


class _Held(NamedTuple):
    """A row that may stand below the table: what comes after it tells."""

    row: Row
    after_blank: bool
    in_legend: bool


@dataclass
class _Sieve:
    shape: _Shape
    table: Table
    spec: ListSpec
    held: list[_Held] = field(default_factory=list)
    in_legend: bool = False
    # The title that sets apart the lines below it.
    title: str = ""
    # Whether a name stands alone on a line amid the others.
    alone_amid: bool = False

    def __post_init__(self) -> None:
        self._usual = self.shape.usual(self.table)
        self._tells_standing = not _STANDING.isdisjoint(self.spec.row.cells())
        # What heads a column of a table of who is with whom is one of them.
        self._across = frozenset(map(fold, self.table.across))

    def rows(self) -> Iterator[Row]:
        columns, shared = self.shape.columns, self.shape.shared
        last, below_one = self.table.header_line, False
        for row in self.table.rows:
            after_blank, last = row.line > last + 1, row.line
            # The cheap questions first: nearly all lines fill more.
            full = columns - row.cells.count("") > _LEGEND_CELLS + len(shared)
            if full and shared:
                full = not any(cell.startswith(_SUBTOTAL_STARTS) for cell in row.cells)
            if full and not (after_blank or below_one or self.in_legend or self.title):
                yield row
                continue
            own = self.shape.own(row.cells)
            apart = after_blank or below_one
            if apart and self._heads_another(row.cells, below_title=below_one):
                yield from self._another(row)
                return
            below_one = len(own) == 1
            yield from self._told(row, own, after_blank=after_blank)
        yield from self._below()

    def _told(self, row: Row, own: Sequence[str], *, after_blank: bool) -> Iterator[Row]:
        """The rows that this one tells of, itself among them if it is one."""
        if code := self._left_for(row.cells, own, after_blank=after_blank):
            if code == "subtitle":
                yield from self._amid()
                self.title = own[0] if sets_apart(own[0]) else ""
            self.in_legend = code == "legend_row" or (code == "note_row" and self.in_legend)
            self._say(code, row.line, " | ".join(own) if code == "legend_row" else own[0])
        elif self._may_be_below(own, after_blank=after_blank):
            blank = after_blank or (bool(self.held) and self.held[-1].after_blank)
            self.held.append(_Held(row, blank, self.in_legend))
            if len(self.held) > _MOST_HELD:
                yield from self._amid()
        else:
            yield from self._amid()
            self.in_legend = self.in_legend and not after_blank and len(own) <= _LEGEND_CELLS
            yield self._doubted(row) if self.in_legend else self._under_title(row)

    def _left_for(self, cells: Sequence[str], own: Sequence[str], *, after_blank: bool) -> str:
        """Why a line is left aside, if it surely is; one whose cells were all lost is not."""
        if own and is_subtotal(own[0]) and all(map(is_figure, own[1:])):
            return "totals_row"
        if self._is_scant(own) and opens_legend(own[0]):
            return "legend_row"
        if self.in_legend and not after_blank and self._is_scant(own):
            return "legend_row"
        named_across = own and fold(own[0]) in self._across
        if len(own) != 1 or named_across or self.shape.columns == 1:
            return ""
        return self._alone_for(own[0], filled=sum(1 for cell in cells if cell.strip()))

    def _alone_for(self, text: str, *, filled: int) -> str:
        """Why what is all that its line says names nobody."""
        if is_class(text):
            # « lieu » beside the pole it is of may be the id of one.
            return "subtitle" if filled == 1 else ""
        if self._usual == 1:
            return ""
        if is_remark(text):
            return "note_row"
        return "subtitle" if is_subtitle(text) else ""

    def _may_be_below(self, own: Sequence[str], *, after_blank: bool) -> bool:
        if self.in_legend:
            return (after_blank or bool(self.held)) and self._is_scant(own)
        return len(own) == 1 < self._usual

    def _is_scant(self, own: Sequence[str]) -> bool:
        return 0 < len(own) <= _LEGEND_CELLS and len(own) < self._usual

    def _heads_another(self, cells: Sequence[str], *, below_title: bool) -> bool:
        """Whether a line heads another table. « La Source | Ville » are words for columns too, and
        an organisation in its commune: a word for names must stand where names do, or, below a
        title, be no word for a kind."""
        given = {place: text for place, cell in enumerate(cells) if (text := cell.strip())}
        if len(given) < 2 or not all(
            is_known_heading(one, self.spec.name) for one in given.values()
        ):
            return False
        at_names = [text for place, text in given.items() if place in self.shape.naming]
        if any(is_personal_heading(text) or self._heads_names(text) for text in at_names):
            return True
        return below_title and any(
            self._heads_names(text) and not is_class(text) for text in given.values()
        )

    def _heads_names(self, text: str) -> bool:
        return not may_mean(text, self.spec.name).isdisjoint(_names_of(self.spec))

    def _amid(self) -> Iterator[Row]:
        """The rows held, once a line of the table comes below them."""
        for one in self.held:
            self.alone_amid = True
            yield self._doubted(one.row) if one.in_legend else self._under_title(one.row)
        self.held.clear()

    def _below(self) -> Iterator[Row]:
        """The rows held, once no line of the table comes any more."""
        for one in self.held:
            if one.in_legend:
                self._say("legend_row", one.row.line, self._shown(one.row))
            elif one.after_blank and not self.alone_amid:
                yield self._doubted(one.row)
            else:
                yield self._under_title(one.row)
        self.held.clear()

    def _another(self, head: Row) -> Iterator[Row]:
        """What stands above the heading of another table; nothing below it is read."""
        above = self.held.pop() if self.held else None
        yield from self._below()
        if above:
            self._say("subtitle", above.row.line, self._shown(above.row))
        unread = count(_LINES, sum(1 for _ in self.table.rows))
        self._say("second_table", head.line, self._shown(head), lines=unread)

    def _under_title(self, row: Row) -> Row:
        told = any(row.cells[place].strip() for place in self.shape.standing)
        if self.title and self._tells_standing and not told:
            self._say("under_title", row.line, self.title)
        return row

    def _doubted(self, row: Row) -> Row:
        self._say("perhaps_remark", row.line, self._shown(row))
        return row

    def _shown(self, row: Row) -> str:
        return " | ".join(self.shape.own(row.cells))

    def _say(self, code: str, line: int, text: str, *, lines: Label | str = "") -> None:
        """`lines` counts those that follow it."""
        value, sheet = mask_titled(mask_personal(text)), self.table.name
        self.table.problems.add(Problem.of(code, sheet=sheet, row=line, value=value, lines=lines))


def _names_nobody(text: str) -> bool:
    return is_remark(text) or is_subtitle(text)


def _names_of(spec: ListSpec) -> frozenset[str]:
    """The fields that say whom a line is about: it needs one of them."""
    return frozenset(name for names in spec.row.needed() for name in names)
