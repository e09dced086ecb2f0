"""What the application holds while it runs: one store, what was computed of it, who writes."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Mapping
from dataclasses import replace
from threading import Lock
from typing import TypeVar

from maillage.api.desk import Desk
from maillage.api.jobs import Jobs
from maillage.api.limits import Limit
from maillage.api.memory import PerRevision
from maillage.api.tokens import Tokens
from maillage.graph.again import again
from maillage.graph.arrays import GraphColumns
from maillage.graph.cut import Cut, cut_network
from maillage.graph.model import Import
from maillage.graph.network import Network
from maillage.graph.port import Store
from maillage.graph.views import Lens, network_of
from maillage.ingest.matching.review import Queue, queue
from maillage.ingest.places.communes import NO_COMMUNES, Communes
from maillage.viz.aggregate import by_pole, small_enough
from maillage.viz.drawing import scene_of
from maillage.viz.scene import Scene, pack
from maillage.viz.scene_pack import DETAIL_LIMIT

T = TypeVar("T")

# Numbers held by the networks kept: some 250 MB at the most.
ROOM_FOR_NETWORKS = 40_000_000
GZIP_LEVEL = 5
ROOM_FOR_SCENES = 64_000_000  # bytes
ROOM_FOR_DRAWINGS = 200_000  # marks and ties, of 1 kB each


class State:
    """`alone`: only this machine can ask, so that without tokens whoever does is at home."""

    def __init__(self, store: Store, *, alone: bool, communes: Communes = NO_COMMUNES) -> None:
        self.store, self.alone, self.communes = store, alone, communes
        self.tokens = Tokens(store)
        # Files that one person may send, and wrong tokens that one machine may try, in a minute.
        self.uploads, self.tries = Limit(120, 60), Limit(10, 60)
        self._columns = PerRevision(store.revision, room=1)
        self._networks = PerRevision(store.revision, room=ROOM_FOR_NETWORKS)
        self._imports = PerRevision(store.revision, room=1)
        self._queue = PerRevision(store.revision, room=1)
        self._scenes = PerRevision(store.revision, room=ROOM_FOR_SCENES)
        self._drawings = PerRevision(store.revision, room=ROOM_FOR_DRAWINGS)
        # Writers of this process take turns: only those of another can collide with them.
        self.turn = Lock()
        self.jobs = Jobs()
        self.desk = Desk()

    def columns(self) -> GraphColumns:
        """The whole graph as arrays."""
        return self._columns.get("columns", self.store.columns)

    def imports(self) -> Mapping[str, Import]:
        """The log of imports by id, oldest first."""
        return self._imports.get(
            "imports", lambda: {item.id: item for item in self.store.imports()}
        )

    def queue(self) -> Queue:
        """What waits for a reviewer."""
        return self._queue.get("queue", lambda: queue(self.store))

    def network(self, lens: Lens) -> Network:
        """The network of a view."""
        lens = self._known(lens)
        return self._networks.get(
            repr(lens), lambda: network_of(self.columns(), lens, self.origin), _weight
        )

    def cut(self, lens: Lens, cut: Cut) -> Network:
        """The network of a view of what filters leave; kept by nobody, filters move fast."""
        return cut_network(self.columns(), self._known(lens), self.origin, cut)

    def scene(self, at: str | None, scope: str) -> bytes:
        """The scene as it is sent, of all, of the poles, or of what fits one page: compressed
        once, which takes seconds for a large one."""
        return self._scenes.get(
            (at, scope),
            lambda: gzip.compress(
                pack(self.drawing(at, scope)).model_dump_json().encode(), GZIP_LEVEL, mtime=0
            ),
            len,
        )

    def drawing(self, at: str | None, scope: str = "all") -> Scene:
        """The scene of all, of the poles, or of what fits one page; pictures are parts of it."""
        whole = self._drawings.get(
            at, lambda: scene_of(self.store, at), lambda drawn: len(drawn.nodes) + len(drawn.ties)
        )
        if scope == "poles":
            return by_pole(whole)
        return small_enough(whole, DETAIL_LIMIT) if scope == "auto" else whole

    def write(self, act: Callable[[], T]) -> T:
        """An act upon the store, done again if another program wrote in between."""
        with self.turn:
            return again(act)

    @property
    def origin(self) -> dict[str, str]:
        return {"store": self.store.url, "revision": str(self.store.revision())}

    def close(self) -> None:
        self.jobs.close()
        self.desk.close()
        self.store.close()

    def _known(self, lens: Lens) -> Lens:
        """A pole may be named by an id that redirects to it."""
        return replace(lens, pole=self.store.actor(lens.pole).id) if lens.pole else lens


def _weight(network: Network) -> int:
    return network.n * (len(network.columns) + 2) + 6 * len(network.ties.source)
