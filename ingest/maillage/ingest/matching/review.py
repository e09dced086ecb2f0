"""The queue of a reviewer: actors that may be one, with the reasons; and what she decides.

In the queue are the names that could mean several known actors, and the pairs that `matching`
proposes over all actors; pairs already judged are not asked about again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from hashlib import blake2s
from typing import Literal

from maillage.graph import ledger
from maillage.graph.contradictions import names_then, two_sirens
from maillage.graph.errors import NotFound, Refused
from maillage.graph.model import Actor, Judgement, Verdict
from maillage.graph.paging import every
from maillage.graph.planning import Outcome
from maillage.graph.port import ActorQuery, Store
from maillage.graph.truth.identity import latest_judgements
from maillage.graph.vocabulary import Label
from maillage.ingest.matching.alike import mention, mentions
from maillage.ingest.matching.candidates import THRESHOLD, Candidate, Feature, Mention, candidates
from maillage.ingest.matching.pairs import comparisons
from maillage.ingest.matching.reasons import Told, reasons, told

# Beyond this many actors, or comparisons of names (16 million a second), only the names that wait
# are asked about.
MOST_COMPARED = 150_000
MOST_COMPARISONS = 1_000_000_000
_PAGE = 5_000

Why = Literal["name_waits", "alike"]


@dataclass(frozen=True, slots=True)
class Item:
    """Two actors to decide upon. `score` is between 0 and 1; `left` is the one that waits, if a
    name does, else the first by id."""

    id: str
    left: str
    right: str
    score: float
    features: tuple[Feature, ...]
    why: Why

    @property
    def points(self) -> int:
        """What the features add up to; `score` is that, between 0 and 100 of 100."""
        return sum(feature.points for feature in self.features)

    @property
    def reasons(self) -> tuple[Label, ...]:
        return reasons(self.features)

    def seen_from(self, actor: str) -> Item:
        """The same, with that actor on the left."""
        if self.left == actor:
            return self
        features = tuple(feature.turned() for feature in self.features)
        return replace(self, left=self.right, right=self.left, features=features)

    @property
    def told(self) -> tuple[Told, ...]:
        return told(self.features)


@dataclass(frozen=True, slots=True)
class Queue:
    """The surest first. `compared` tells whether all actors were compared with each other."""

    items: tuple[Item, ...]
    compared: bool

    def item(self, id_: str) -> Item:
        for item in self.items:
            if item.id == id_:
                return item
        raise NotFound("not_found", what="match", id=id_)


@dataclass(frozen=True, slots=True)
class Decided:
    judgement: Judgement
    outcome: Outcome


def waiting_item(store: Store, id_: str, found: Queue | None = None) -> Item:
    """The item to decide upon, also by the id it had before one of its ends was joined to another;
    of one that is not asked about any more, it is said why."""
    found = found or queue(store)
    try:
        return found.item(id_)
    except NotFound:
        for item in found.items:
            if id_ in _pair_ids(store.actor(item.left), store.actor(item.right)):
                return item
        _say_decided(store, id_)
        raise


def queue(store: Store) -> Queue:
    """Everything that waits for a decision."""
    total = store.actors(ActorQuery(limit=1)).total
    known = total <= MOST_COMPARED
    actors = {actor.id: actor for actor in (_all(store) if known else _named(store))}
    named = mentions(actors.values())
    compared = known and comparisons(one.departement for one in named) <= MOST_COMPARISONS
    decided = _decided(store.judgements(), actors)
    found = {item.id: item for item in _alike(named, decided)} if compared else {}
    for item in _waiting(store, actors, decided):
        found[item.id] = item
    items = sorted(found.values(), key=lambda item: (-item.score, -item.points, item.id))
    return Queue(tuple(items), compared)


def decide(store: Store, item: Item, verdict: Verdict, author: str) -> Decided:
    """Say that the two are one, or that they are not."""
    now = datetime.now(UTC)
    text = "\x1f".join((item.id, verdict, now.isoformat()))
    judgement = Judgement(
        id="j-" + blake2s(text.encode(), digest_size=8).hexdigest(),
        left=item.left,
        right=item.right,
        verdict=verdict,
        author=author,
        decided_at=now,
        evidence={
            "why": item.why,
            "score": f"{item.score:.2f}",
            "reasons": " ; ".join(reason.fr for reason in item.reasons),
            **names_then(store.actor(item.left), store.actor(item.right)),
        },
    )
    return Decided(judgement, ledger.judge(store, judgement))


def judged(store: Store, limit: int) -> tuple[Judgement, ...]:
    """The latest decisions, undone ones too."""
    return store.judgements()[::-1][:limit]


def pair_id(one: str, other: str) -> str:
    """The same whichever comes first."""
    text = "\x1f".join(sorted((one, other)))
    return "p-" + blake2s(text.encode(), digest_size=8).hexdigest()


# ---------------------------------------------------------------------- what waits


def _pair_ids(left: Actor, right: Actor) -> Iterator[str]:
    """By which the two were asked about, whatever has been joined to them since."""
    for one in (left.id, *left.aliases):
        for other in (right.id, *right.aliases):
            yield pair_id(one, other)


def _say_decided(store: Store, id_: str) -> None:
    """Refused with the judgement that settled the pair, or with the SIRENs that it would join."""
    judged: dict[str, Actor] = {}
    for judgement in latest_judgements(store.judgements()):
        pair = (judgement.left, judgement.right)
        ends = [actor for actor in map(partial(_known, store), pair) if actor]
        if id_ == pair_id(*pair) or (len(ends) == 2 and id_ in _pair_ids(*ends)):
            raise Refused("match_decided", judgement=judgement.id)
        judged |= {actor.id: actor for actor in ends if actor.siren}
    if not judged:
        return
    for other in _all(store):
        for actor in judged.values():
            if other.siren not in (None, actor.siren) and id_ in _pair_ids(actor, other):
                raise two_sirens(actor, other)


def _known(store: Store, id_: str) -> Actor | None:
    try:
        return store.actor(id_)
    except NotFound:
        return None


def _alike(named: Sequence[Mention], decided: set[frozenset[str]]) -> Iterator[Item]:
    for pair in candidates(named, decided=decided):
        yield _item(pair.left, pair.right, pair, "alike")


def _waiting(
    store: Store, actors: Mapping[str, Actor], decided: set[frozenset[str]]
) -> Iterator[Item]:
    for waiting in store.waiting():
        for other in waiting.candidates:
            pair = frozenset((waiting.actor, other))
            if pair not in decided and pair <= actors.keys():
                yield _item(
                    waiting.actor,
                    other,
                    _compared(actors[waiting.actor], actors[other]),
                    "name_waits",
                )


def _compared(one: Actor, other: Actor) -> Candidate | None:
    """The two alone, however little alike."""
    return next(candidates([mention(one), mention(other)], threshold=1), None)


def _item(left: str, right: str, pair: Candidate | None, why: Why) -> Item:
    features = pair.seen_from(left) if pair else ()
    total = sum(feature.points for feature in features)
    if why == "name_waits":
        # It is asked about however little alike the two are otherwise.
        features = (Feature("waits", "", "", max(0, THRESHOLD - total)), *features)
    score = pair.score if pair else 0
    score = max(score, THRESHOLD) if why == "name_waits" else score
    return Item(pair_id(left, right), left, right, score / 100, features, why)


def _decided(judgements: Iterable[Judgement], actors: Mapping[str, Actor]) -> set[frozenset[str]]:
    """Pairs with a live word, by the ids that their actors have now."""
    now = {alias: actor.id for actor in actors.values() for alias in actor.aliases}
    return {
        frozenset((now.get(item.left, item.left), now.get(item.right, item.right)))
        for item in latest_judgements(judgements)
    }


def _all(store: Store) -> Iterator[Actor]:
    return every(lambda after: store.actors(ActorQuery(after=after, limit=_PAGE)))


def _named(store: Store) -> Sequence[Actor]:
    """The actors that wait, and those they may be."""
    ids = {id_ for item in store.waiting() for id_ in (item.actor, *item.candidates)}
    return [store.actor(id_) for id_ in sorted(ids)]
