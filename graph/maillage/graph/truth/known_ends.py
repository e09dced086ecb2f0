"""Ties told between known ids alone, as the longest lists tell them: derived without the rest.

Such a line names nobody and joins nobody: everybody stays who they are, and each actor that it
mentions rests upon one record more. A tie changes only with what is said of it, and all of that is
in the records that both of its ends rest upon. The answer equals that of a whole derivation (a
property test says so), or there is none and the whole must be derived.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from maillage.graph.bulk import altered, unchecked, uncollected
from maillage.graph.model import Actor, Graph, Record, Ref, Tie, Waiting
from maillage.graph.truth.circle import (
    MOST_RECORDS,
    LookUps,
    Step,
    TooFar,
    changed_imports,
    changed_judgements,
    refs_of,
)
from maillage.graph.truth.completeness import Completeness
from maillage.graph.truth.evidence import acts_of
from maillage.graph.truth.hearing import Heard, Identity, hear
from maillage.graph.truth.identity import Resolution
from maillage.graph.truth.mentions import only_id
from maillage.graph.truth.neighbourhood import Part
from maillage.graph.truth.spells import Said
from maillage.graph.truth.ties import derive_ties

# Actors looked up at a time.
_BATCH = 5_000


def ties_between_known(store: LookUps, step: Step) -> Part | None:
    """What the step touches, if all that it tells is ties between known ids."""
    try:
        with uncollected():
            return _Derivation(store, step).part()
    except TooFar:
        return None


class _Derivation:
    def __init__(self, store: LookUps, step: Step) -> None:
        self._store, self._step = store, step
        self._acts = acts_of(step.after.live.values())
        self._actors: dict[str, Actor] = {}
        # Whom each id means.
        self._meant: dict[str, str] = {}
        self._resolution = Resolution(self._meant, {}, {}, {}, {}, {})
        self._no_lists = Completeness({}, self._resolution)

    def part(self) -> Part:
        self._check_lists()
        heard = self._heard(self._step.told)
        before = self._said_before(heard.ties)
        ties = derive_ties(dict(before), self._no_lists)
        if self._store.known_ties(ties.keys()) != ties:  # stored by other rules
            raise TooFar
        for identity, said in before.items():
            heard.ties[identity].extend(said)
        was = {id_: self._actors[id_] for id_ in heard.actors}
        now = {
            id_: altered(actor, records=_joined(actor, heard.actors.pop(id_).records))
            for id_, actor in was.items()
        }
        waiting = tuple(
            replace(each, records=now[each.actor].records)
            for each in self._store.waiting()
            if each.actor in now
        )
        after = _graph(now, derive_ties(heard.ties, self._no_lists), waiting)
        return Part(_graph(was, ties), after, mentioned=now.keys())

    def _check_lists(self) -> None:
        """One list more, of which all records are new, and none that silence would tell of."""
        changed = changed_imports(self._step)
        if len(changed) != 1 or changed_judgements(self._step):
            raise TooFar
        (item,) = changed
        if item.id in self._step.before.imports or not item.live:
            raise TooFar
        if any(each.complete_on for each in self._step.after.live.values()):
            raise TooFar
        if not all(record.id.startswith(item.id) for record in self._step.told):
            raise TooFar
        if item.scope:
            self._meet([item.scope])

    def _heard(self, records: Sequence[Record]) -> Heard:
        if any(record.actors for record in records):
            raise TooFar
        self._meet(ref for record in records for ref in refs_of(record))
        return hear(records, self._resolution, self._acts)

    def _meet(self, refs: Iterable[Ref]) -> None:
        new: set[str] = set()
        for ref in refs:
            if not only_id(ref):
                raise TooFar
            if ref.ids[0] not in self._meant:
                new.add(ref.ids[0])
        ids = sorted(new)
        for first in range(0, len(ids), _BATCH):
            batch = ids[first : first + _BATCH]
            found = self._store.known_actors(batch)
            if len(found) < len(batch):
                raise TooFar
            self._actors |= {actor.id: actor for actor in found.values()}
            self._meant |= {id_: actor.id for id_, actor in found.items()}

    # ------------------------------------------------------------------ what was said before

    def _said_before(self, ties: Iterable[Identity]) -> dict[Identity, list[Said]]:
        told = {id_ for source, target, *_ in ties for id_ in self._shared(source, target)}
        if len(told) > MOST_RECORDS:
            raise TooFar
        heard = self._heard(list(self._store.records(told)))
        return {identity: heard.ties[identity] for identity in ties if identity in heard.ties}

    def _shared(self, source: str, target: str) -> Iterator[str]:
        """The records that both rest upon."""
        if source == target:  # joined since, or by mistake: it takes the whole rule
            raise TooFar
        few, many = sorted((self._actors[source].records, self._actors[target].records), key=len)
        for id_ in few:
            place = bisect_left(many, id_)
            if place < len(many) and many[place] == id_:
                yield id_


def _joined(actor: Actor, records: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted({*actor.records, *records}))


# Of actors and ties that were checked when they were made; the mappings of them are not copied.
_made = unchecked(Graph)


def _graph(
    actors: Mapping[str, Actor], ties: Mapping[str, Tie], waiting: tuple[Waiting, ...] = ()
) -> Graph:
    redirects = {alias: id_ for id_, actor in actors.items() for alias in actor.aliases}
    return _made(actors=actors, ties=ties, redirects=redirects, waiting=waiting)
