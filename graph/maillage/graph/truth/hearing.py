"""Each claim of each record brought to the actor or the tie that it is about. Nothing is lost."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

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
    heard = Heard()
    for record in records:
        _Hearing(heard, record, resolution, acts).all()
    return heard


class _Hearing:
    """One record, as it is distributed."""

    __slots__ = (
        "_acts",
        "_heard",
        "_others_word",
        "_own_word",
        "_record",
        "_resolution",
        "_speaker",
    )

    def __init__(
        self, heard: Heard, record: Record, resolution: Resolution, acts: Mapping[str, float]
    ) -> None:
        self._heard, self._record, self._resolution, self._acts = heard, record, resolution, acts
        self._speaker = resolution.actor(record.declared_by) if record.declared_by else None
        self._others_word = word_of(record, trust_of(record, own=False), acts)
        self._own_word: Word | None = None

    def all(self) -> None:
        record = self._record
        if record.declared_by and self._speaker:
            third = word_of(record, Trust.THIRD_PARTY, self._acts)
            _point(self._actor(self._speaker), record.declared_by, third)
        for claim in record.actors:
            actor = self._resolution.actor_of_claim(claim)
            _take(self._actor(actor), claim, self._word(actor))
        for tie in record.ties:
            self._tie(tie)

    def _tie(self, claim: TieClaim) -> None:
        source, target = self._resolution.actor(claim.source), self._resolution.actor(claim.target)
        own = self._speaker is not None and self._speaker in (source, target)
        for actor, ref in ((source, claim.source), (target, claim.target)):
            _point(self._actor(actor), ref, self._word(actor))
        directed = TIE_KINDS[claim.kind].directed if claim.directed is None else claim.directed
        if not directed and target < source:
            source, target = target, source
        identity = (source, target, claim.kind, claim.subtype, directed)
        said = Said(
            self._word(self._speaker) if own else self._others_word,
            self._record,
            claim,
            self._speaker,
        )
        self._heard.ties.setdefault(identity, []).append(said)

    def _word(self, actor: str | None) -> Word:
        """The record's word on an actor, or on a tie of its: better if it speaks of itself."""
        if actor is None or actor != self._speaker:
            return self._others_word
        if self._own_word is None:
            self._own_word = word_of(self._record, trust_of(self._record, own=True), self._acts)
        return self._own_word

    def _actor(self, id_: str) -> Gathered:
        gathered = self._heard.actors.get(id_)
        if gathered is None:
            gathered = self._heard.actors[id_] = Gathered()
        records = gathered.records
        if not records or records[-1] != self._record.id:
            records.append(self._record.id)
        return gathered


def _point(gathered: Gathered, ref: Ref, word: Word) -> None:
    """A row that merely points at the actor: its spelling of the name decides nothing."""
    if ref.name and word < gathered.names.get(ref.name, _NOBODY):
        gathered.names[ref.name] = word
    if ref.commune and word < gathered.communes.get(ref.commune, _NOBODY):
        gathered.communes[ref.commune] = word
    _number(gathered, ref, word)


def _number(gathered: Gathered, ref: Ref, word: Word) -> None:
    for name, value in (("siren", ref.siren), ("rna", ref.rna)):
        if value:
            gathered.evidence.setdefault(name, []).append(Evidence(word, value))


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
