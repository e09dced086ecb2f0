"""When the documents that rows cite as their source spoke: a small table `id,title,date`."""

from __future__ import annotations

from pathlib import Path

from maillage.graph.dates import DateSpan
from maillage.ingest.reference import given


def read_source_dates(path: Path) -> dict[str, DateSpan]:
    return {
        row["id"]: DateSpan.parse(row["date"])
        for row in given(path, required=("id", "date"))
        if row["date"]
    }
