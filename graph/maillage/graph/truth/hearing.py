"""Each claim of each record brought to the actor or the tie that it is about. Nothing is lost."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from maillage.graph.fields import SET_FIELDS, YEARLY_FIELDS
from maillage.graph.model import ActorClaim, Record, Ref, TieClaim
from maillage.graph.truth.evidence import Evidence, Trust, Word, trust_of, word_of
from maillage.graph.truth.identity import Resolution
from maillage.graph.truth.spells import Said
from maillage.graph.vocabulary import TIE_KINDS

# (first end, second end, kind, subtype, directed): in order if directed, else sorted.
Identity = tuple[str, str, str, str, bool]
Year = int | None


@dataclass(slots=True)
class Gathered:
    """What the records say of one actor, before it is settled."""

    evidence: dict[str, list[Evidence]] = field(default_factory=dict)
    sets: dict[str, list[Evidence]] = field(default_factory=dict)
    yearly: dict[tuple[str, Year], list[Evidence]] = field(default_factory=dict)
    # How those who point at it write its name and its commune, each with the best word for it.
    names: dict[str, Word] = field(default_factory=dict)
    communes: dict[str, Word] = field(default_factory=dict)
    records: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Heard:
    actors: dict[str, Gathered] = field(default_factory=dict)
    ties: dict[Identity, list[Said]] = field(default_factory=dict)


def hear(records: Iterable[Record], resolution: Resolution, acts: Mapping[str, float]) -> Heard:
    hearing = _Hearing(resolution, acts)
    for record in records:
        hearing.hear(record)
    return hearing.heard


class _Words(NamedTuple):
    """A record's word on others, and on itself: better if it is the one who speaks."""

    speaker: str | None
    of_others: Word
    of_itself: Word

    def on(self, actor: str) -> Word:
        return self.of_itself if actor == self.speaker else self.of_others


class _Hearing:
    def __init__(self, resolution: Resolution, acts: Mapping[str, float]) -> None:
        self.heard = Heard()
        self._resolution, self._acts = resolution, acts

    def hear(self, record: Record) -> None:
        words = self._words(record)
        if record.declared_by and words.speaker:
            third = word_of(record, Trust.THIRD_PARTY, self._acts)
            _point(self._actor(words.speaker, record.id), record.declared_by, third)
        for claim in record.actors:
            actor = self._resolution.actor_of_claim(claim)
            _take(self._actor(actor, record.id), claim, words.on(actor))
        for tie in record.ties:
            self._tie(record, tie, words)

    def _words(self, record: Record) -> _Words:
        others = word_of(record, trust_of(record, own=False), self._acts)
        if record.declared_by is None:
            return _Words(None, others, others)
        own = word_of(record, trust_of(record, own=True), self._acts)
        return _Words(self._resolution.actor(record.declared_by), others, own)

    def _tie(self, record: Record, claim: TieClaim, words: _Words) -> None:
        source, target = self._resolution.actor(claim.source), self._resolution.actor(claim.target)
        for actor, ref in ((source, claim.source), (target, claim.target)):
            _point(self._actor(actor, record.id), ref, words.on(actor))
        word = words.of_itself if words.speaker in (source, target) else words.of_others
        said = Said(word.trust, self._acts, record, claim, words.speaker)
        identity, ties = identity_of(claim, source, target), self.heard.ties
        if identity in ties:
            ties[identity].append(said)
        else:
            ties[identity] = [said]

    def _actor(self, id_: str, record: str) -> Gathered:
        gathered = self.heard.actors.get(id_)
        if gathered is None:
            gathered = self.heard.actors[id_] = Gathered()
        gathered.records.append(record)
        return gathered


def identity_of(claim: TieClaim, source: str, target: str) -> Identity:
    """Of which tie the claim is, its ends being these actors."""
    directed = TIE_KINDS[claim.kind].directed if claim.directed is None else claim.directed
    if not directed and target < source:
        source, target = target, source
    return (source, target, claim.kind, claim.subtype, directed)


def _point(gathered: Gathered, ref: Ref, word: Word) -> None:
    """A row that merely points at the actor: its spelling of the name decides nothing."""
    if ref.name and word < gathered.names.get(ref.name, _NOBODY):
        gathered.names[ref.name] = word
    if ref.commune and word < gathered.communes.get(ref.commune, _NOBODY):
        gathered.communes[ref.commune] = word
    _number(gathered, ref, word)


def _number(gathered: Gathered, ref: Ref, word: Word) -> None:
    if ref.siren:
        gathered.evidence.setdefault("siren", []).append(Evidence(word, ref.siren))
    if ref.rna:
        gathered.evidence.setdefault("rna", []).append(Evidence(word, ref.rna))


def _take(gathered: Gathered, claim: ActorClaim, word: Word) -> None:
    if not claim.row_key:
        _point(gathered, claim.ref, word)
    else:
        _number(gathered, claim.ref, word)
        if claim.ref.name:
            gathered.evidence.setdefault("name", []).append(Evidence(word, claim.ref.name))
        if claim.ref.commune:
            gathered.evidence.setdefault("commune", []).append(Evidence(word, claim.ref.commune))
    for name, value in claim.attributes.items():
        item = Evidence(word, value)
        if name in SET_FIELDS:
            gathered.sets.setdefault(name, []).append(item)
        elif name in YEARLY_FIELDS:
            gathered.yearly.setdefault((name, claim.figures_year), []).append(item)
        else:
            gathered.evidence.setdefault(name, []).append(item)


_NOBODY = Word(Trust.THIRD_PARTY, 1, 1.0, "")
