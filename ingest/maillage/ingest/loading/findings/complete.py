"""Of which earlier lists a list speaks that is said to be complete, and why it may end nothing.

Lists replace one another if they are of one kind and of one pole or network (`--pole`); without
one, if they bear the same title, which is the name of the file unless `--source` says otherwise.
That is how `truth.completeness` reads them: here it is told, so that nothing ends, or fails to
end, in silence. A list of which something is refused is not complete, whatever is said of it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from maillage.graph.dates import DateSpan
from maillage.graph.errors import NotFound
from maillage.graph.model import Import, Ref
from maillage.graph.planning import NearPlan, Plan
from maillage.graph.port import Reader
from maillage.graph.truth.completeness import list_date
from maillage.graph.truth.nodes import nodes_of
from maillage.graph.vocabulary import Label
from maillage.graph.wording import count, fill, joined, when
from maillage.ingest.loading.findings.ends_changed import Turned, ties_named
from maillage.ingest.problems import Problem

SHOWN = 5


def nothing_ends(item: Import, plan: Plan | NearPlan, store: Reader) -> Iterator[Problem]:
    """Why a complete list that changes no end does not."""
    if item.complete_on is None:
        return
    day = when(item.complete_on.text)
    others = [one for one in store.imports() if _is_alike(one, item)]
    before = [one for one in others if _of_one_series(one, item, plan, store)]
    if any(list_date(one) < item.complete_on.latest for one in before):
        yield Problem.of("complete_kept", day=day)
    elif any(one.complete_on is one.observed_on is None for one in before):
        yield Problem.of("complete_not_later", lists=_lists(before), day=day)
    elif before:
        yield Problem.of("complete_first", day=day)
    elif item.scope is None and others:
        yield Problem.of("complete_other_title", lists=_lists(others), value=item.title)
    elif of_nobody := [one for one in others if one.scope is None]:
        yield Problem.of("complete_other_pole", lists=_lists(of_nobody))
    else:
        yield Problem.of("complete_first", day=day)


def perhaps_listed(ended: Sequence[Turned], candidates: Collection[str]) -> Iterator[Problem]:
    """Which of the ties that end may be on the list all the same: those of whom a name of it that
    waits for a decision may mean."""
    if doubtful := [one for one in ended if not one.ends.isdisjoint(candidates)]:
        yield Problem.of("complete_waiting", ties=ties_named(doubtful))


def cut_short(day: DateSpan, *, refused: int) -> Problem:
    """What there is to say of a list called complete of which lines, or a sheet, are refused."""
    forms = (
        "{n} ligne en est refusée",
        "{n} lignes en sont refusées",
        "{n} line of it is refused",
        "{n} lines of it are refused",
    )
    unread = Label("une partie n’en est pas lue", "a part of it is not read")
    why = count(forms, refused) if refused else unread
    return Problem.of("complete_refused", day=when(day.text), why=why)


def _is_alike(one: Import, item: Import) -> bool:
    return one.live and one.list == item.list and one.id not in (item.id, item.replaces)


def _of_one_series(one: Import, item: Import, plan: Plan | NearPlan, store: Reader) -> bool:
    if item.scope is None or one.scope is None:
        return one.scope is item.scope and one.title == item.title
    redirects = plan.graph.redirects
    return _actor(one.scope, redirects, store) == _actor(item.scope, redirects, store)


def _actor(ref: Ref, redirects: Mapping[str, str], store: Reader) -> str:
    node, _ = nodes_of(ref)[0]
    if node in redirects:
        return redirects[node]
    try:
        return store.actor(node).id
    except NotFound:
        return node


def _lists(found: Iterable[Import]) -> Label:
    """The latest ones, each with the day it speaks of."""
    latest = sorted(found, key=list_date, reverse=True)[:SHOWN]
    return joined([_list(one) for one in latest], ", ")


def _list(one: Import) -> Label:
    spoken = one.complete_on or one.observed_on
    undated = ("chargée le {day}, sans date", "loaded on {day}, without a date")
    day = when(spoken.text) if spoken else fill(undated, day=when(list_date(one).isoformat()))
    return fill(("« {title} » ({day})", "“{title}” ({day})"), title=one.title, day=day)
