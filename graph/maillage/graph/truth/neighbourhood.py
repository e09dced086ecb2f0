"""The part of the graph that a small change can touch, derived alone: before it and after it.

Who is who is decided among mentions that share a node, a name or a judgement. The *circle* of a
change is all that is reached that way from what it says; everybody else stays who they are. Their
ties change only where a claim of the change, or a claim whose ends or speaker became somebody
else, bears on them. The answer equals that of a whole derivation (a property test says so), or
there is none and the whole must be derived.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from maillage.graph.model import (
    Actor,
    ActorClaim,
    Graph,
    Import,
    Record,
    Ref,
    TieClaim,
)
from maillage.graph.truth.actors import derive_actors
from maillage.graph.truth.circle import (
    MOST_TIES,
    Circle,
    LookUps,
    State,
    Step,
    TooFar,
    changed_imports,
    refs_of,
)
from maillage.graph.truth.completeness import Completeness
from maillage.graph.truth.evidence import acts_of
from maillage.graph.truth.hearing import Identity, hear, identity_of
from maillage.graph.truth.identity import Resolution, resolve, waiting_of
from maillage.graph.truth.mentions import alone, only_id
from maillage.graph.truth.nodes import nodes_of
from maillage.graph.truth.ties import derive_ties


@dataclass(frozen=True)
class Part:
    """What a step touches, as it was and as it is."""

    before: Graph
    after: Graph
    # Actors of whom nothing changes but that they rest upon more records.
    mentioned: Collection[str] = frozenset()


def part_of(store: LookUps, step: Step) -> Part | None:
    """What the step touches; None if the whole must be derived."""
    try:
        return _Derivation(store, step).part()
    except TooFar:
        return None


class _Derivation:
    def __init__(self, store: LookUps, step: Step) -> None:
        self._store, self._step = store, step
        self._circle = Circle(store, step)
        self._records = dict(self._circle.records)
        # Actors outside of the circle, by each of their nodes, as far as they were needed; nobody
        # is "".
        self._outside: dict[str, str] = {}
        self._outsiders: dict[str, Actor] = {}

    def part(self) -> Part:
        self._check_lists()
        before, after = self._resolve(self._step.before), self._resolve(self._step.after)
        self._check_scopes(before, after)
        touched = self._touched(before, after)
        was = self._graph(self._step.before, before, touched)
        self._check_stored(was)
        return Part(was, self._graph(self._step.after, after, touched))

    # ------------------------------------------------------------------ who is who

    def _resolve(self, state: State) -> Resolution:
        """Of the circle alone: of each record, what it says of those inside."""
        live = state.live
        inside = [
            self._inside(record)
            for record in self._circle.records.values()
            if record.import_id in live
        ]
        scopes = [item for item in live.values() if item.scope and self._is_inside(item.scope)]
        return resolve(scopes, inside, state.judgements)

    def _inside(self, record: Record) -> Record:
        claims = [claim for claim in record.actors if self._claim_is_inside(claim)]
        claims += [ActorClaim(ref=ref) for ref in refs_of(record) if self._is_inside(ref)]
        return Record(
            id=record.id, import_id=record.import_id, line=record.line, actors=tuple(claims)
        )

    def _is_inside(self, ref: Ref) -> bool:
        return self._circle.holds(node for node, _ in nodes_of(ref))

    def _claim_is_inside(self, claim: ActorClaim) -> bool:
        return self._circle.holds(node for node, _ in nodes_of(claim.ref, claim.row_key))

    def _who(self, ref: Ref, resolution: Resolution) -> str:
        """The actor meant: by the resolution if it is of the circle, else as it is stored."""
        return resolution.actor(ref) if self._is_inside(ref) else self._outsider(ref)

    def _outsider(self, ref: Ref) -> str:
        self._meet([ref])
        return self._one([self._outside.get(node) or _nobody(node) for node, _ in nodes_of(ref)])

    def _meet(self, refs: Iterable[Ref]) -> None:
        """Ask who these are, all at once, as far as it is not known."""
        nodes = {node for ref in refs for node, _ in nodes_of(ref)} - self._outside.keys()
        if not nodes:
            return
        self._outside |= dict.fromkeys(nodes, "")
        for actor in self._store.known_actors(nodes).values():
            self._outsiders[actor.id] = actor
            self._outside |= dict.fromkeys((actor.id, *actor.aliases), actor.id)

    def _one(self, found: Sequence[str]) -> str:
        if len(set(found)) > 1:  # parted by a veto: who is meant takes the whole rule
            raise TooFar
        return found[0]

    # ------------------------------------------------------------------ which ties

    def _touched(self, before: Resolution, after: Resolution) -> set[Identity]:
        told = {record.id for record in self._step.told}
        changed = {
            ref
            for record in self._circle.records.values()
            for ref in refs_of(record)
            if self._is_inside(ref) and _get(before, ref) != _get(after, ref)
        }
        turned = [
            (record, claim)
            for record in self._circle.records.values()
            for claim in record.ties
            if record.id in told
            or not changed.isdisjoint((record.declared_by, claim.source, claim.target))
        ]
        ends = (ref for _, claim in turned for ref in (claim.source, claim.target))
        self._meet(ref for ref in ends if not self._is_inside(ref))
        touched = {
            identity
            for record, claim in turned
            for identity in self._identities(record, claim, before, after)
        }
        if len(touched) > MOST_TIES:
            raise TooFar
        for identity in touched:
            self._fetch(identity, {*before.actor_of_node.values(), *after.actor_of_node.values()})
        return touched

    def _identities(
        self, record: Record, claim: TieClaim, before: Resolution, after: Resolution
    ) -> Iterator[Identity]:
        for state, resolution in ((self._step.before, before), (self._step.after, after)):
            if record.import_id in state.live:
                source = self._who(claim.source, resolution)
                yield identity_of(claim, source, self._who(claim.target, resolution))

    def _fetch(self, identity: Identity, inside: Collection[str]) -> None:
        """All that is said of a tie of which the circle holds no end, but perhaps a speaker."""
        source, target, *_ = identity
        if source in inside or target in inside:
            return
        both = set(self._outsiders[source].records) & set(self._outsiders[target].records)
        for record in self._store.records(both - self._records.keys()):
            self._records[record.id] = record

    # ------------------------------------------------------------------ deriving

    def _graph(self, state: State, resolution: Resolution, touched: Collection[Identity]) -> Graph:
        live = state.live
        records = [record for record in self._records.values() if record.import_id in live]
        whole = self._completed(resolution, records, live, touched)
        heard = hear(records, whole, acts_of(live.values()))
        inside = set(resolution.actor_of_node.values())
        actors = derive_actors(
            {id_: told for id_, told in heard.actors.items() if id_ in inside}, resolution
        )
        ties = {identity: said for identity, said in heard.ties.items() if identity in touched}
        return Graph(
            actors=actors,
            ties=derive_ties(ties, Completeness(live, whole)),
            redirects={alias: id_ for id_, actor in actors.items() for alias in actor.aliases},
            waiting=waiting_of(resolution, {id_: actor.records for id_, actor in actors.items()}),
        )

    def _completed(
        self,
        resolution: Resolution,
        records: Iterable[Record],
        live: Mapping[str, Import],
        touched: Collection[Identity],
    ) -> Resolution:
        """The resolution with those outside whom the records mention; who matters to no touched
        tie may stay nobody."""
        ends = {id_ for identity in touched for id_ in identity[:2]}
        names = _Names(resolution)
        for record in records:
            for claim in record.actors:
                if alone(claim) and not self._claim_is_inside(claim):
                    names.add_row(claim)
            for ref in refs_of(record):
                if not self._is_inside(ref):
                    names.add(ref, self._by_what_is_known(ref))
            if record.declared_by and not self._is_inside(record.declared_by):
                who = names.resolution.actor
                if any(ends & {who(tie.source), who(tie.target)} for tie in record.ties):
                    names.add(record.declared_by, self._outsider(record.declared_by))
        if any(item.complete_on for item in live.values()):
            for item in live.values():
                if item.scope and not self._is_inside(item.scope):
                    names.add(item.scope, self._outsider(item.scope))
        return names.resolution

    def _by_what_is_known(self, ref: Ref) -> str:
        """Without asking the store: those who matter are known already."""
        nodes = [node for node, _ in nodes_of(ref)]
        found = [actor for node in nodes if (actor := self._outside.get(node))]
        return self._one(found) if found else _nobody(nodes[0])

    # ------------------------------------------------------------------ too far

    def _check_lists(self) -> None:
        """A complete list speaks of ties that it does not name; a list that grows may be an act
        no longer, for all of its lines."""
        before = self._step.before.imports
        for item in changed_imports(self._step):
            known = before.get(item.id)
            if item.complete_on or (known and known.live and item.live):
                raise TooFar

    def _check_scopes(self, before: Resolution, after: Resolution) -> None:
        """Lists that become of one subject, or no longer, may end ties far from here."""
        live = {**self._step.before.live, **self._step.after.live}
        if not any(item.complete_on for item in live.values()):
            return
        for item in live.values():
            scope = item.scope
            if scope and self._is_inside(scope) and _get(before, scope) != _get(after, scope):
                raise TooFar

    def _check_stored(self, was: Graph) -> None:
        """What is stored must be what these rules derive, or it cannot be mended in part."""
        if was.actors != self._circle.actors or len(was.ties) > MOST_TIES:
            raise TooFar
        if self._store.known_ties(was.ties.keys()) != was.ties:
            raise TooFar


class _Names:
    """A resolution of the circle, added to by those outside."""

    def __init__(self, inside: Resolution) -> None:
        self._nodes = dict(inside.actor_of_node)
        self._refs, self._lines = dict(inside.refs), dict(inside.lines)
        self.resolution = replace(
            inside, actor_of_node=self._nodes, refs=self._refs, lines=self._lines
        )

    def add(self, ref: Ref, actor: str) -> None:
        self._refs[ref] = actor
        if only_id(ref):
            self._nodes[ref.ids[0]] = actor

    def add_row(self, claim: ActorClaim) -> None:
        """A row outside: of nobody that matters here."""
        self._lines[claim.row_key, claim.ref.name] = _nobody(claim.row_key)


# ---------------------------------------------------------------------- small words


def _get(resolution: Resolution, ref: Ref) -> str | None:
    try:
        return resolution.actor(ref)
    except KeyError:
        return None  # nobody says it at that moment


def _nobody(node: str) -> str:
    """Stands for an actor outside that no touched tie is about."""
    return f"\0{node}"
