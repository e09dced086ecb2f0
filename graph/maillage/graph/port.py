"""What a store must do, on one page. It keeps and finds; it decides nothing.

Truth is derived by `maillage.graph.truth` and written by `maillage.graph.ledger`; a store only
holds records, judgements and the graph that they add up to, and changes them all at once or not
at all.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, Protocol, TypeVar

from maillage.graph.arrays import GraphColumns
from maillage.graph.dates import DateSpan
from maillage.graph.measures.ownership.holdings import Holdings
from maillage.graph.model import Actor, Import, Judgement, Record, Tie, Waiting
from maillage.graph.network import Network
from maillage.graph.papers import Shelf
from maillage.graph.projection import Projection
from maillage.graph.views import Lens

Item_co = TypeVar("Item_co", covariant=True)

DEFAULT_PAGE = 100


@dataclass(frozen=True, slots=True)
class Page(Generic[Item_co]):
    """Some of the items in the order of their ids; `next` continues after the last one."""

    items: tuple[Item_co, ...]
    next: str | None
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorQuery:
    """Filters on actors, all of which must hold. `q` is found in names, accents and case folded.

    `pole`: those that belong to it as things stand (`belonging`), planned and ended ties apart.
    `at`: those that may be there at some moment of it: neither founded after (`valid_from`,
    `founded_year`) nor gone before (`valid_to`), who says nothing being there; and `pole` is read
    at that date. A sole trader is always there: when a person began is nobody's to find out.
    Without `persons`, sole traders are not among them: not even a count tells that one is there.
    """

    q: str | None = None
    kinds: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    departement: str | None = None
    pole: str | None = None
    at: DateSpan | None = None
    persons: bool = True
    after: str = ""
    limit: int = DEFAULT_PAGE


@dataclass(frozen=True, slots=True, kw_only=True)
class TieQuery:
    """Filters on ties, all of which must hold."""

    actor: str | None = None
    kinds: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    standings: tuple[str, ...] = ()
    after: str = ""
    limit: int = DEFAULT_PAGE


@dataclass(frozen=True, slots=True)
class Fingerprints:
    """The digest of every stored actor (`serial.actor_digest`) and tie, so that a write touches
    only what changed."""

    actors: Mapping[str, str]
    ties: Mapping[str, str]
    redirects: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One act of writing: new evidence, and what it changes in the graph.

    Texts may hold whatever UTF-8 can write, NUL included. An id of a tie stands for one kind and
    two ends, as `truth` makes it.
    """

    imports: Sequence[Import] = ()
    # Each once, read once; one that is already stored is kept as it is. An error while they are
    # read undoes the whole.
    records: Iterable[Record] = ()
    judgements: Sequence[Judgement] = ()
    actors: Mapping[str, Actor] = field(default_factory=dict)
    # Those of them that are stored as they are but for the records that they rest upon, as far as
    # is known: no more need be written of these.
    mentioned: Collection[str] = frozenset()
    ties: Mapping[str, Tie] = field(default_factory=dict)
    redirects: Mapping[str, str] = field(default_factory=dict)
    dropped_actors: Sequence[str] = ()
    dropped_ties: Sequence[str] = ()
    dropped_redirects: Sequence[str] = ()
    # The whole queue of names that wait, which is short; None leaves it as it is.
    waiting: Sequence[Waiting] | None = None


class Reader(Protocol):
    """The read-only face."""

    @property
    def url(self) -> str: ...

    def revision(self) -> int:
        """Grows by one with each change; 0 for a store never written to."""

    def imports(self) -> tuple[Import, ...]:
        """Every import, undone ones too, oldest first."""

    def records(self, ids: Iterable[str] | None = None) -> Iterator[Record]:
        """These records, or all of them, those of undone imports too. In the order of their ids."""

    def record_ids(self, import_id: str) -> frozenset[str]:
        """The ids of the records of one import, live or not."""

    def judgements(self) -> tuple[Judgement, ...]:
        """Every judgement, undone ones too, oldest first."""

    def waiting(self) -> tuple[Waiting, ...]: ...

    def actor(self, id: str) -> Actor:
        """By its id or one that redirects to it; `NotFound` otherwise."""

    def tie(self, id: str) -> Tie: ...

    def actors(self, query: ActorQuery) -> Page[Actor]: ...

    def ties(self, query: TieQuery) -> Page[Tie]: ...

    def columns(self) -> GraphColumns:
        """The whole graph as arrays, for views and measures."""

    def fingerprints(self) -> Fingerprints: ...

    def network(
        self,
        *,
        view: str = "cooperation",
        at: str | None = None,
        certain_dates: bool = False,
        pole: str | None = None,
        projection: Projection = "newman",
        weights: Mapping[str, float] | None = None,
        directed: bool = False,
    ) -> Network:
        """A view of the graph (`viewing.Viewing` gives it to every store)."""

    def holdings(
        self, *, at: str | None = None, certain_dates: bool = False, pole: str | None = None
    ) -> Holdings:
        """The view `ownership` as exact shares, with the votes that go with them."""

    def view(self, lens: Lens) -> Network: ...

    def papers(self, shelf: Shelf) -> Mapping[str, str]:
        """What is kept on a shelf beside the network, by id."""


class Store(Reader, Protocol):
    """A reader that can also be written to; what a small change looks up, so that it need not be
    derived with all the rest."""

    def known_actors(self, ids: Collection[str]) -> Mapping[str, Actor]:
        """Those of these ids that are an actor's, or redirect to one's: each with the actor."""

    def known_ties(self, ids: Collection[str]) -> Mapping[str, Tie]: ...

    def records_of(self, import_id: str) -> Iterator[Record]:
        """The records of one import, live or not, in the order of their ids."""

    def actors_named(self, names: Collection[str]) -> tuple[str, ...]:
        """The ids of the actors of which a name or other name, folded, is one of these."""

    def commit(self, change: Change, *, expected: int) -> int:
        """All of the change or none of it; the new revision.

        `StoreConflict` if the store is no longer at revision `expected`.
        """

    def put_paper(self, shelf: Shelf, id: str, text: str) -> None:
        """Keep a paper, or another in its place. It is no evidence: the revision stays."""

    def drop_paper(self, shelf: Shelf, id: str) -> None:
        """Throw a paper away, if there is one."""

    def close(self) -> None: ...
