"""What is read of a store once for each of its revisions: its columns, who sees what, networks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from maillage.api.access.eyes import ALL, Eyes
from maillage.api.work.memory import PerRevision
from maillage.graph.around import Around
from maillage.graph.arrays import GraphColumns
from maillage.graph.cut import Cut, cut_network
from maillage.graph.dates import DateSpan
from maillage.graph.hidden import NOBODY, Hidden, hidden_in
from maillage.graph.network import Network
from maillage.graph.port import Store
from maillage.graph.veil import Veiled
from maillage.graph.views import Lens, network_of

# Numbers held by the networks kept: some 250 MB at the most.
ROOM_FOR_NETWORKS = 40_000_000
# Each some 30 MB for half a million ties.
DATES_WALKED = 4


class Held:
    def __init__(self, store: Store) -> None:
        self.store = store
        self._columns = PerRevision(store.revision, room=1)
        self._hidden = PerRevision(store.revision, room=1)
        self._readers = PerRevision(store.revision, room=3)
        self._walks = PerRevision(store.revision, room=DATES_WALKED)
        self._networks = PerRevision(store.revision, room=ROOM_FOR_NETWORKS)

    @property
    def kept(self) -> Mapping[str, PerRevision]:
        """What is kept in memory, by what it is."""
        return {"networks": self._networks}

    def columns(self) -> GraphColumns:
        """The whole graph as arrays."""
        return self._columns.get("columns", self.store.columns)

    def reader(self, eyes: Eyes = ALL) -> Veiled:
        """The store as these eyes see it."""
        hidden = self._unseen(eyes)
        return self._readers.get(
            _sight(eyes, hidden), lambda: Veiled(self.store, self.columns(), hidden, eyes.language)
        )

    def at_hand(self, eyes: Eyes) -> Veiled | None:
        """The same, where nothing need be read for it."""
        hidden = NOBODY if eyes.persons else self._hidden.find("hidden")
        if not isinstance(hidden, Hidden):
            return None
        found = self._readers.find(_sight(eyes, hidden))
        return found if isinstance(found, Veiled) else None

    def sight(self, eyes: Eyes) -> str:
        """The same for all who see the same."""
        return _sight(eyes, self._unseen(eyes))

    def around(self, at: DateSpan | None, eyes: Eyes) -> Around:
        """The stored graph as it is walked at a date."""
        return self._walks.get(
            (repr(at), self.sight(eyes)), lambda: Around(self.reader(eyes).columns(), at)
        )

    def network(self, lens: Lens, eyes: Eyes = ALL) -> Network:
        """The network of a view."""
        lens = self.known(lens, eyes)
        return self._networks.get(
            (repr(lens), self.sight(eyes)),
            lambda: network_of(self.reader(eyes).columns(), lens, self.origin),
            _weight,
        )

    def cut(self, lens: Lens, cut: Cut, eyes: Eyes = ALL) -> Network:
        """The network of a view of what filters leave; kept by nobody, filters move fast."""
        return cut_network(self.reader(eyes).columns(), self.known(lens, eyes), self.origin, cut)

    def known(self, lens: Lens, eyes: Eyes) -> Lens:
        """A pole may be named by an id that redirects to it."""
        return replace(lens, pole=self.reader(eyes).actor(lens.pole).id) if lens.pole else lens

    @property
    def origin(self) -> dict[str, str]:
        return {"store": self.store.url, "revision": str(self.store.revision())}

    def _unseen(self, eyes: Eyes) -> Hidden:
        """Who is not told of to these eyes."""
        if eyes.persons:
            return NOBODY
        return self._hidden.get("hidden", lambda: hidden_in(self.store, self.columns()))


def _sight(eyes: Eyes, hidden: Hidden) -> str:
    """Words stand in what is shown instead; who sees all sees it in no language."""
    return eyes.language if hidden else ""


def _weight(network: Network) -> int:
    return network.n * (len(network.columns) + 2) + 6 * len(network.ties.source)
