"""What only the whole file shows: lines repeated or taken back by another, shares that add up to
more than a firm."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from maillage.graph.model import Record, Ref, Value
from maillage.graph.vocabulary import HOLDING
from maillage.ingest.lists.ends import meant_by
from maillage.ingest.problems import Problem
from maillage.ingest.tables.header import is_total

WHOLE = Decimal(100)


@dataclass(frozen=True, slots=True)
class _Holding:
    record: Record
    holder: str
    named: str
    firm: Ref
    share: Decimal


def over_whole(records: Iterable[Record]) -> Iterator[Problem]:
    """Every line of a firm of which the known shares of one date exceed 100 %; of a line « Total »
    that repeats the firm, itself alone: to look at, where all the others are of other dates."""
    holdings = list(_holdings(records))
    firms = _firms(holding.firm for holding in holdings)
    of_firm: dict[str, list[_Holding]] = defaultdict(list)
    for holding in holdings:
        of_firm[firms[holding.firm]].append(holding)
    parts: list[_Holding] = []
    for holding in holdings:
        others = _others(holding, of_firm[firms[holding.firm]]) if _is_total(holding) else ()
        apart = all(_of_another_date(holding, other) for other in others)
        if others:
            yield _total("perhaps_total" if apart else "total_of_shares", holding)
        # A firm held by « Total » alone is held by the company.
        if apart:
            parts.append(holding)
    yield from _exceeding(parts, firms)


def _others(holding: _Holding, of_firm: Iterable[_Holding]) -> Sequence[_Holding]:
    return [other for other in of_firm if other.holder != holding.holder]


def _of_another_date(one: _Holding, other: _Holding) -> bool:
    """Surely: what has no date may be of any."""
    seen, known = one.record.observed_on, other.record.observed_on
    if seen is None or known is None:
        return False
    return seen.latest < known.earliest or known.latest < seen.earliest


def _total(code: str, holding: _Holding) -> Problem:
    line, firm = holding.record, _shown(holding.firm)
    return Problem.of(code, sheet=line.sheet, row=line.line, value=firm, holder=holding.named)


def _is_total(holding: _Holding) -> bool:
    """The whole, of a holder that is known by such a name alone."""
    name = holding.named
    return holding.share == WHOLE and is_total(name) and holding.holder == _named(name)


def _exceeding(holdings: Iterable[_Holding], firms: Mapping[Ref, str]) -> Iterator[Problem]:
    held: dict[tuple[str, str], list[_Holding]] = defaultdict(list)
    for holding in holdings:
        held[firms[holding.firm], _date(holding.record)].append(holding)
    for of_firm in held.values():
        # A line that is there twice is one share, not two.
        total = sum((share for _, share in {(one.holder, one.share) for one in of_firm}), Decimal())
        if total > WHOLE:
            for holding in of_firm:
                yield Problem.of(
                    "shares_over_100",
                    sheet=holding.record.sheet,
                    row=holding.record.line,
                    value=_shown(holding.firm),
                    total=total,
                    share=holding.share,
                )


def _holdings(records: Iterable[Record]) -> Iterator[_Holding]:
    for record in records:
        for claim in record.ties:
            if claim.kind == HOLDING and "share_pct" in claim.attributes:
                share = Decimal(str(claim.attributes["share_pct"]))
                holder = claim.source
                yield _Holding(record, meant_by(holder), holder.name or "", claim.target, share)


def _firms(refs: Iterable[Ref]) -> dict[Ref, str]:
    """Who is meant by each: a bare name means the only firm that bears it beside a number."""
    meant = {ref: meant_by(ref) for ref in refs}
    numbered: dict[str, set[str]] = defaultdict(set)
    for ref, node in meant.items():
        if ref.name and node != _named(ref.name):
            numbered[_named(ref.name)].add(node)
    return {
        ref: min(numbered[node]) if len(numbered.get(node, ())) == 1 else node
        for ref, node in meant.items()
    }


def _named(name: str) -> str:
    return meant_by(Ref(name=name))


def _date(record: Record) -> str:
    return record.observed_on.text if record.observed_on else ""


def _shown(ref: Ref) -> str:
    return ref.name or ref.siren or ref.rna or (ref.ids[0] if ref.ids else "")


def first_lines(records: Sequence[Record]) -> Iterator[Problem]:
    """Lines that say exactly what an earlier line of the sheet says, and those by which a coder says
    otherwise than in an earlier one."""
    yield from _coded_otherwise(records)
    seen: dict[int, Record] = {}
    for record in records:
        # Ten bytes a cell would hold the file a second time: alike lines are looked up by a digest.
        first = seen.setdefault(hash((record.sheet, *record.cells.values())), record)
        if first is not record and first.sheet == record.sheet and first.cells == record.cells:
            yield Problem.of("row_repeated", sheet=record.sheet, row=record.line, first=first.line)


def _coded_otherwise(records: Iterable[Record]) -> Iterator[Problem]:
    """Of one coder, one day and one actor; another day's decision is a second thought."""
    first: dict[tuple[str, str, object, str], tuple[Value, Record]] = {}
    for record in records:
        if record.voice != "reviewer":
            continue
        for field, said, actor in _decided(record):
            key = (record.author, actor, record.observed_on, field)
            value, earlier = first.setdefault(key, (said, record))
            if value != said:
                yield Problem.of(
                    "coding_otherwise",
                    sheet=record.sheet,
                    row=record.line,
                    value=record.author,
                    first=earlier.line,
                )
                break


def _decided(record: Record) -> Iterator[tuple[str, Value, str]]:
    for claim in record.actors:
        for field, value in claim.attributes.items():
            yield field, value, meant_by(claim.ref)
