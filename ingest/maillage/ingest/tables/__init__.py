"""Files people really keep → tables of text with their sheet and their lines.

>>> table, = read_tables("Nom;Commune\\nLe Labo;Paris\\n".encode(), name="adherents.csv")
>>> table.columns, list(table.rows)
(('Nom', 'Commune'), [Row(line=2, cells=('Le Labo', 'Paris'))])

Only a file from which no row can be read raises `UnreadableFile`; all else is a `Problem` in the
log that the tables of a file share, complete once their rows have been read.
"""

from __future__ import annotations

import os
from collections.abc import Collection

from maillage.ingest.problems import ProblemLog
from maillage.ingest.tables import csv_reader
from maillage.ingest.tables.csv_reader import read_csv
from maillage.ingest.tables.header import IsKnown, nothing_known
from maillage.ingest.tables.json_reader import read_json
from maillage.ingest.tables.model import Limits, Row, Table
from maillage.ingest.tables.reading import Reading
from maillage.ingest.tables.source import Source, format_of
from maillage.ingest.tables.xlsx_reader import Choice, everything, read_xlsx

__all__ = ["Limits", "Row", "Table", "raw_lines", "read_tables"]


def read_tables(
    file: str | os.PathLike[str] | bytes,
    *,
    name: str = "",
    limits: Limits | None = None,
    is_known_header: IsKnown = nothing_known,
    fewest_headings: int = 1,
    sheets: Collection[str] = (),
    choose: Choice = everything,
    log: ProblemLog | None = None,
) -> tuple[Table, ...]:
    """The tables of a CSV, XLSX or JSON file: one for a CSV, one per sheet that holds rows.

    `is_known_header` tells the words that head a column: it finds the heading below title lines,
    the delimiter, and the sheets worth reading. A line with fewer than `fewest_headings` of them
    may head a table of who is with whom. `sheets` names those to read, hidden ones too; where it
    names none, all that are seen are. Of these `choose` is given the titles and answers those to
    read.
    """
    source = Source.of(file, name=name)
    log = ProblemLog() if log is None else log
    reading = Reading(source, limits or Limits(), is_known_header, log, fewest_headings)
    kind = format_of(source)
    if sheets and kind != "xlsx":
        raise reading.unreadable("file_without_sheets", name=", ".join(sheets))
    match kind:
        case "xlsx":
            return read_xlsx(reading, sheets, choose)
        case "json":
            return read_json(reading)
        case "csv":
            return (read_csv(reading),)


def raw_lines(file: str | os.PathLike[str] | bytes, wanted: Collection[int]) -> dict[int, str]:
    """Some lines of a text file as they stand in it, by their numbers."""
    reading = Reading(Source.of(file), Limits(), nothing_known, ProblemLog())
    return csv_reader.raw_lines(reading, wanted)
