"""How a file is to be read, and who is speaking."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from maillage.graph.dates import DateSpan
from maillage.graph.edits import check_years
from maillage.graph.errors import InvalidInput
from maillage.graph.wording import when
from maillage.ingest.columns.memory import ColumnMemory
from maillage.ingest.lists.which_list import Of
from maillage.ingest.loading.corrections import Correction
from maillage.ingest.places.communes import NO_COMMUNES, Communes


@dataclass(frozen=True, kw_only=True)
class Options:
    """How a file is to be read, and who is speaking."""

    pole: str | None = None
    # The employer group whose list it is.
    group: str | None = None
    # Whether that pole may be one that nobody knows yet, whatever poles there are.
    new_pole: bool = False
    # The same of a network (a federation, a CRESS), whose members are affiliated to it.
    new_network: bool = False
    # Whether somebody can still be asked whose list it is: each line says that it lacks it.
    ask_pole: bool = False
    declared_by: str | None = None
    source: str | None = None
    date: str | None = None
    complete: bool = False
    # The sheets of a workbook to read, by their names; all of them if none is named.
    sheets: Collection[str] = ()
    # column → field, as the person says; no field leaves the column out of the match
    columns: Mapping[str, str] = field(default_factory=dict)
    # Columns of which nothing is kept, and cells corrected on the way in.
    left_out: Collection[str] = ()
    corrections: Sequence[Correction] = ()
    # What was said of the columns of other files, offered again to a file with the same heading.
    memory: ColumnMemory | None = None
    forget_columns: bool = False
    strict: bool = False
    # A line that names an actor nobody knows is refused, rather than bringing a new one.
    known_only: bool = False
    # A line that speaks of another pole than `pole` refuses the file.
    of_pole_only: bool = False
    dry_run: bool = False
    author: str = ""
    # When the documents that rows cite as their source spoke.
    source_dates: Mapping[str, DateSpan] = field(default_factory=dict)
    # The official table, if the person has imported it.
    communes: Communes = NO_COMMUNES

    def __post_init__(self) -> None:
        if self.new_pole and self.new_network:
            raise InvalidInput("pole_or_network")
        if self.complete and not self.date:
            raise InvalidInput("complete_without_date")
        if self.date:
            _check_come(DateSpan.parse(self.date))

    @property
    def of(self) -> Of:
        """Whose members organisations are, as far as it is told."""
        return "group" if self.group else "pole" if self.pole else ""

    @property
    def said(self) -> dict[str, str]:
        """What makes two loads of the same bytes say different things, columns aside."""
        given = {
            "pole": self.pole,
            "group": self.group,
            "declared_by": self.declared_by,
            "source": self.source,
            "date": self.date,
            "complete": "yes" if self.complete else None,
            **{f"out:{heading}": "-" for heading in self.left_out},
            **{f"cell:{one.place}": one.value or "-" for one in self.corrections},
        }
        return {name: value for name, value in sorted(given.items()) if value}


def _check_come(day: DateSpan) -> None:
    """A list was seen on a day that has come: somewhere on earth it may be tomorrow already."""
    check_years(day)
    if day.earliest > datetime.now(UTC).date() + timedelta(days=1):
        raise InvalidInput("list_date_to_come", day=when(day.text))
