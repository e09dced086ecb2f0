"""Shares of one firm that several files tell, and that add up to more than the firm."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import chain

from maillage.graph.model import Import, Record, Tie
from maillage.graph.paging import every
from maillage.graph.planning import NearPlan, Plan
from maillage.graph.port import Reader, TieQuery
from maillage.graph.vocabulary import HOLDING, Label, Status
from maillage.graph.wording import joined, same
from maillage.ingest.lists.checks import WHOLE
from maillage.ingest.problems import Problem

# Firms beyond which the shares of all are read at once.
FEW = 20
_PAGE = 10_000


def over_whole_with_others(
    records: Sequence[Record], plan: Plan | NearPlan, store: Reader
) -> Iterator[Problem]:
    """One finding for each firm, at the first line that speaks of it: the shares of this file and
    of others, none of which is said to have ended, exceed 100 %."""
    lines = {
        record.id: record for record in records for claim in record.ties if claim.kind == HOLDING
    }
    if not lines:
        return
    told: dict[str, list[Tie]] = defaultdict(list)
    for tie in _holdings(plan, store, lines):
        if tie.status is not Status.ENDED and tie.end is None and "share_pct" in tie.attributes:
            told[tie.target].append(tie)
    imports = {item.id: item for item in store.imports()}
    for firm, ties in told.items():
        total = sum((Decimal(str(tie.attributes["share_pct"])) for tie in ties), Decimal())
        own = [lines[id_] for tie in ties for id_ in tie.records if id_ in lines]
        others = [tie for tie in ties if lines.keys().isdisjoint(tie.records)]
        if total > WHOLE and own and others:
            first = min(own, key=lambda record: (record.sheet, record.line))
            yield Problem.of(
                "shares_over_100_with_others",
                sheet=first.sheet,
                row=first.line,
                value=plan.graph.actors[firm].name,
                total=total,
                files=_files(others, imports),
            )


def _holdings(plan: Plan | NearPlan, store: Reader, lines: Collection[str]) -> Iterator[Tie]:
    """What there will be of shares in the firms that these lines speak of."""
    planned = [tie for tie in plan.graph.ties.values() if tie.kind == HOLDING]
    firms = {tie.target for tie in planned if not set(tie.records).isdisjoint(lines)}
    found = {tie.id: tie for tie in planned if tie.target in firms}
    if isinstance(plan, NearPlan):
        gone = set(plan.change.dropped_ties)
        for tie in _stored(store, firms & plan.before.actors.keys()):
            if tie.target in firms and tie.id not in gone:
                found.setdefault(tie.id, tie)
    yield from found.values()


def _stored(store: Reader, firms: Collection[str]) -> Iterator[Tie]:
    """What is stored of shares in these firms, at least."""
    if len(firms) > FEW:
        return _shares(store, None)
    return chain.from_iterable(_shares(store, firm) for firm in firms)


def _shares(store: Reader, of: str | None) -> Iterator[Tie]:
    return every(
        lambda after: store.ties(TieQuery(actor=of, kinds=(HOLDING,), after=after, limit=_PAGE))
    )


def _files(ties: Iterable[Tie], imports: dict[str, Import]) -> Label:
    titles = {
        imports[import_id].title
        for tie in ties
        for record in tie.records
        if (import_id := record.partition(":")[0]) in imports
    }
    return joined([same(title) for title in sorted(titles)], ", ")
