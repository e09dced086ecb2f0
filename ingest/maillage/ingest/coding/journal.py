"""The coding journal: what each coder decided, what the rule alone would say, how far they agree.

A coder is the author of a reviewer's record. Of what one coder says twice of an actor the later
word counts; what was undone does not. The rule's answer is that of the network without any coder.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import combinations

from maillage.graph.agreement import Agreement, agreement
from maillage.graph.dates import DateSpan
from maillage.graph.errors import NotFound
from maillage.graph.kept import Evidence
from maillage.graph.model import Actor, ActorClaim, Import, Record
from maillage.graph.port import Store
from maillage.graph.truth.evidence import Trust, Word, acts_of, word_of
from maillage.graph.truth.nodes import nodes_of
from maillage.ingest.coding.variables import Variable, variable
from maillage.ingest.columns.assigning import match_columns
from maillage.ingest.lists.codings import CODINGS

# The rule as if it were a coder, and a coder who left no name.
RULE, NAMELESS = "", "?"


@dataclass(frozen=True, slots=True)
class Decision:
    """A value of the variable, when it was decided, and why."""

    value: str
    on: DateSpan | None
    note: str
    record: str


@dataclass(frozen=True, slots=True)
class Coded:
    """An actor that somebody coded: `rule` says nothing where it could not tell at all."""

    actor: Actor
    decisions: Mapping[str, Decision]
    rule: str | None
    rule_source: str | None
    retained: str | None

    @property
    def disputed(self) -> bool:
        return len({decision.value for decision in self.decisions.values()}) > 1

    def value_of(self, coder: str) -> str | None:
        if coder == RULE:
            return self.rule
        decision = self.decisions.get(coder)
        return decision.value if decision else None


@dataclass(frozen=True, slots=True)
class Pair:
    """Two coders, over the actors that both coded."""

    first: str
    second: str
    agreement: Agreement


@dataclass(frozen=True, slots=True)
class Journal:
    by: Variable
    coders: tuple[str, ...]
    actors: tuple[Coded, ...]
    revision: int

    @property
    def disagreements(self) -> tuple[Coded, ...]:
        return tuple(coded for coded in self.actors if coded.disputed)

    @property
    def pairs(self) -> tuple[Pair, ...]:
        return tuple(self._pair(*two) for two in combinations(self.coders, 2))

    @property
    def against_the_rule(self) -> tuple[Pair, ...]:
        """Each coder beside the rule: how far an automatic coding can be trusted."""
        return tuple(self._pair(RULE, coder) for coder in self.coders)

    def _pair(self, first: str, second: str) -> Pair:
        answers = ((one.value_of(first), one.value_of(second)) for one in self.actors)
        both = [(left, right) for left, right in answers if left and right]
        return Pair(first, second, agreement(both, tuple(self.by.values)))


@dataclass(frozen=True, slots=True)
class _Told:
    coder: str
    word: Word
    decision: Decision


def journal(store: Store, by: str = "sector") -> Journal:
    """Every coded actor, by name; `by` names the variable (`variables.VARIABLES`)."""
    wanted, evidence = variable(by), Evidence.of(store)
    told: dict[str, tuple[Actor, list[_Told]]] = {}
    for actor, item in _decisions(store, evidence, wanted):
        told.setdefault(actor.id, (actor, []))[1].append(item)
    rule = _without_coders(evidence) if told else {}
    actors = [_coded(actor, items, rule.get(actor.id), wanted) for actor, items in told.values()]
    coders = {coder for coded in actors for coder in coded.decisions}
    in_order = sorted(actors, key=lambda coded: (coded.actor.name, coded.actor.id))
    return Journal(wanted, tuple(sorted(coders)), tuple(in_order), evidence.revision)


def _decisions(store: Store, evidence: Evidence, by: Variable) -> Iterator[tuple[Actor, _Told]]:
    live = {item.id: item for item in evidence.imports.values() if item.live}
    acts = acts_of(live.values())
    for record in evidence.records.values():
        if record.voice != "reviewer" or record.import_id not in live:
            continue
        word = word_of(record, Trust.REVIEWER, acts)
        for claim in record.actors:
            value = by.of_claim(claim)
            actor = _meant(store, claim) if value else None
            if value and actor:
                decision = Decision(value, record.observed_on, _note(record), record.id)
                yield actor, _Told(_coder(record, live[record.import_id]), word, decision)


def _coded(actor: Actor, told: Iterable[_Told], rule: Actor | None, by: Variable) -> Coded:
    latest: dict[str, Decision] = {}
    for item in sorted(told, key=lambda one: one.word):
        latest.setdefault(item.coder, item.decision)
    source = rule.attributes.get("sector_source") if rule else None
    return Coded(
        actor=actor,
        decisions=dict(sorted(latest.items())),
        rule=by.of_actor(rule) if rule else None,
        rule_source=str(source) if source else None,
        retained=by.of_actor(actor),
    )


def _without_coders(evidence: Evidence) -> Mapping[str, Actor]:
    """The actors of the network that nobody coded, by every id that leads to them."""
    uncoded = {id_: one for id_, one in evidence.records.items() if one.voice != "reviewer"}
    graph = replace(evidence, records=uncoded).graph()
    merged = {alias: graph.actors[id_] for alias, id_ in graph.redirects.items()}
    return {**merged, **graph.actors}


def _meant(store: Store, claim: ActorClaim) -> Actor | None:
    node, _ = nodes_of(claim.ref, claim.row_key)[0]
    try:
        return store.actor(node)
    except NotFound:
        return None


def _coder(record: Record, item: Import) -> str:
    return record.author or item.author or NAMELESS


def _note(record: Record) -> str:
    fields = match_columns(tuple(record.cells), CODINGS.name).mapped
    return next((text for name, text in record.cells.items() if fields.get(name) == "note"), "")
