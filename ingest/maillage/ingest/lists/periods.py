"""A period in the cell where a tie begins, « 2019-2021 »: where it ends is told with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from maillage.graph.dates import DateSpan
from maillage.graph.wording import when
from maillage.ingest.cells.dates import period
from maillage.ingest.lists.rows import Row
from maillage.ingest.problems import Problem


def with_period(
    row: type[Row], values: dict[str, object], said: Mapping[str, Problem]
) -> Mapping[str, Problem]:
    """`said` of the cells of a line, by field. If its start is a period, and nothing stands where
    its end would, `values` take both."""
    if row.spell is None:
        return said
    start, end = row.spell
    found = said.get(start)
    if found is None or found.code != "date_is_period" or values[end] is not None or end in said:
        return said
    if (ends := period(found.value)) is None:
        return said
    values |= {start: DateSpan.parse(ends[0]), end: DateSpan.parse(ends[1])}
    told = (("first", when(ends[0])), ("last", when(ends[1])))
    read = replace(found, code="date_period_read", level="warning", values=told)
    return {**said, start: read}
