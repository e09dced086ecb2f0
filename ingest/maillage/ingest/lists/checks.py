"""What only the whole file shows: lines repeated, shares that add up to more than a firm."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal

from maillage.graph.model import Record, Ref
from maillage.ingest.problems import Problem

WHOLE = Decimal(100)


def over_whole(records: Iterable[Record]) -> Iterator[Problem]:
    """Every line of a firm of which the known shares of one date exceed 100 %."""
    lines: dict[tuple[Ref, str], list[tuple[Record, Decimal]]] = defaultdict(list)
    for record in records:
        for claim in record.ties:
            if claim.kind == "shareholding" and "share_pct" in claim.attributes:
                share = Decimal(str(claim.attributes["share_pct"]))
                lines[claim.target, _date(record)].append((record, share))
    for (firm, _), held in lines.items():
        total = sum((share for _, share in held), Decimal(0))
        if total > WHOLE:
            for record, share in held:
                yield Problem.of(
                    "shares_over_100",
                    sheet=record.sheet,
                    row=record.line,
                    value=_shown(firm),
                    total=f"{total:f}",
                    share=f"{share:f}",
                )


def _date(record: Record) -> str:
    return record.observed_on.text if record.observed_on else ""


def _shown(ref: Ref) -> str:
    return ref.name or ref.siren or ref.rna or (ref.ids[0] if ref.ids else "")


def first_lines(records: Iterable[Record]) -> Iterator[Problem]:
    """Lines that say exactly what an earlier line of the sheet says."""
    seen: dict[tuple[str, int], Record] = {}
    for record in records:
        # Ten bytes a cell would hold the file a second time: alike lines are looked up by a digest.
        first = seen.setdefault((record.sheet, hash(tuple(record.cells.values()))), record)
        if first is not record and first.cells == record.cells:
            yield Problem.of("row_repeated", sheet=record.sheet, row=record.line, first=first.line)
