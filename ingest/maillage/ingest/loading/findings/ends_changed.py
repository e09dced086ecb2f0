"""What a load changes in when ties end, as complete lists tell it, whichever list came first.

A complete list ends what it does not name. It, or any list loaded beside complete ones, may also
bring what a later one no longer names, tell more of an end that was known, or show that a tie
came back: each is said, so that no end moves in silence.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from maillage.graph.model import Import, Record, Tie
from maillage.graph.planning import NearPlan, Plan
from maillage.graph.port import Store
from maillage.graph.truth.hearing import Identity
from maillage.graph.truth.ties import tie_id
from maillage.graph.vocabulary import TIE_KINDS, Label, Status
from maillage.graph.wording import count, fill, listed, when
from maillage.ingest.loading.findings.values_told import name_told
from maillage.ingest.problems import Problem

SHOWN = 5


class Turn(StrEnum):
    """What becomes of the end of a tie; each is the code of what is said of it."""

    ENDED = "complete_ended"
    CUT = "ends_cut"
    SINCE = "ends_since"
    MOVED = "ends_moved"
    LIFTED = "ends_lifted"
    BACK = "ends_back"


@dataclass(frozen=True, slots=True)
class Turned:
    """A tie of which the end is no longer what it was."""

    turn: Turn
    tie: str
    source: str
    target: str
    kind: str
    # The ids of both.
    ends: frozenset[str]

    @property
    def shown(self) -> Label:
        return fill(
            ("{source} – {target} ({kind})", "{source} – {target} ({kind})"),
            source=self.source,
            target=self.target,
            kind=TIE_KINDS[self.kind].label,
        )


def ends_changed(
    item: Import, records: Iterable[Record], plan: Plan | NearPlan, store: Store
) -> tuple[Turned, ...]:
    """To be asked before the plan is carried out."""
    if item.complete_on is None and not any(
        one.live and one.complete_on for one in store.imports()
    ):
        return ()
    turns = _Turns(item, records, plan, store)
    found = [
        Turned(
            turn,
            tie.id,
            _name(tie.source, plan, store),
            _name(tie.target, plan, store),
            tie.kind,
            frozenset((tie.source, tie.target)),
        )
        for tie in plan.change.ties.values()
        if (turn := turns.of(tie))
    ]
    return tuple(sorted(found, key=lambda one: (one.source, one.target, one.kind, one.tie)))


def said_of(item: Import, changed: Iterable[Turned]) -> Iterator[Problem]:
    """One sentence for all that turn alike."""
    alike: dict[Turn, list[Turned]] = defaultdict(list)
    for one in changed:
        alike[one.turn].append(one)
    day = when(item.complete_on.text) if item.complete_on else ""
    for turn, found in sorted(alike.items(), key=lambda pair: list(Turn).index(pair[0])):
        what = count(_FORMS[turn], len(found))
        yield Problem.of(turn.value, what=what, ties=ties_named(found), day=day)


def ties_named(found: Sequence[Turned]) -> Label:
    few = [one.shown for one in found[:SHOWN]]
    if others := len(found) - len(few):
        few.append(count(("{n} autre", "{n} autres", "{n} other", "{n} others"), others))
    return listed(few)


# ---------------------------------------------------------------------- before and after


class _Turns:
    def __init__(
        self, item: Import, records: Iterable[Record], plan: Plan | NearPlan, store: Store
    ) -> None:
        self._store, self._change = store, plan.change
        self._complete = item.complete_on is not None
        self._own = f"{item.id}:"
        # Lines that tell themselves that a tie is over.
        self._over = {
            record.id
            for record in records
            if any(claim.stance == "ends" or claim.status is Status.ENDED for claim in record.ties)
        }
        self._records = {id_ for tie in self._change.ties.values() for id_ in tie.records}
        self._before = self._stored()
        # How many spells there are now of what was one.
        self._parts = Counter(
            was.id for tie in self._change.ties.values() if (was := self._was(tie))
        )

    def of(self, tie: Tie) -> Turn | None:
        was, own = self._was(tie), {id_ for id_ in tie.records if id_.startswith(self._own)}
        if was and self._parts[was.id] > 1:
            return Turn.CUT if tie.id != was.id else None
        lasted = was is None or was.status is not Status.ENDED
        if tie.status is not Status.ENDED:
            back = was is None and own and self._follows_an_end(tie)
            return Turn.BACK if back else None if lasted else Turn.LIFTED
        if own and own <= self._over:
            return None
        if lasted:
            return Turn.SINCE if own else Turn.ENDED if self._complete else None
        return Turn.MOVED if was and tie.end != was.end else None

    def _stored(self) -> Mapping[Identity, Sequence[Tie]]:
        ids = {*self._change.ties, *self._change.dropped_ties}
        stored: dict[Identity, list[Tie]] = defaultdict(list)
        for tie in self._store.known_ties(ids).values():
            stored[_identity(tie)].append(tie)
        return stored

    def _was(self, tie: Tie) -> Tie | None:
        """The spell that it was: a list that is loaded late may bring one before it. A copy that
        takes the place of another tells the same again."""
        stored = self._before.get(_identity(tie), ())
        same = (one for one in stored if not {*one.records}.isdisjoint(tie.records))
        told_again = (one for one in stored if one.id == tie.id and not self._holds(one))
        return next(same, None) or next(told_again, None)

    def _holds(self, was: Tie) -> bool:
        return not self._records.isdisjoint(was.records)

    def _follows_an_end(self, tie: Tie) -> bool:
        id_ = tie_id(_identity(tie), 0)
        if id_ == tie.id:
            return False
        first = self._change.ties.get(id_) or self._store.tie(id_)
        alone = all(record.startswith(self._own) for record in first.records)
        return first.status is Status.ENDED and not alone


def _identity(tie: Tie) -> Identity:
    return (tie.source, tie.target, tie.kind, tie.subtype, tie.directed)


def _name(id_: str, plan: Plan | NearPlan, store: Store) -> str:
    return name_told(plan.graph.actors.get(id_) or store.actor(id_))


_FORMS: Mapping[Turn, tuple[str, str, str, str]] = {
    Turn.ENDED: (
        "fin d’un lien qui n’y est plus",
        "fin de {n} liens qui n’y sont plus",
        "a tie that is no longer on it ends",
        "{n} ties that are no longer on it end",
    ),
    Turn.CUT: (
        "coupure d’un lien qui n’est pas sur une liste complète, et reprend sur une autre après",
        "coupure de {n} liens qui ne sont pas sur une liste complète, et reprennent sur une autre "
        "après",
        "a tie that is not on a complete list, and on another after it, is cut",
        "{n} ties that are not on a complete list, and on another after it, are cut",
    ),
    Turn.SINCE: (
        "fin d’un lien nommé ici\u202f: une liste complète d’après ne le nomme plus",
        "fin de {n} liens nommés ici\u202f: une liste complète d’après ne les nomme plus",
        "a tie named here ends: a later complete list no longer names it",
        "{n} ties named here end: a later complete list no longer names them",
    ),
    Turn.MOVED: (
        "un lien qui avait pris fin change de date de fin",
        "{n} liens qui avaient pris fin changent de date de fin",
        "a tie that had ended has another date of end",
        "{n} ties that had ended have another date of end",
    ),
    Turn.LIFTED: (
        "un lien qui avait pris fin dure",
        "{n} liens qui avaient pris fin durent",
        "a tie that had ended lasts",
        "{n} ties that had ended last",
    ),
    Turn.BACK: (
        "un lien qui avait pris fin reprend\u202f: c’en est un second",
        "{n} liens qui avaient pris fin reprennent\u202f: ce sont de seconds liens",
        "a tie that had ended begins again: it is a second one",
        "{n} ties that had ended begin again: they are second ones",
    ),
}
