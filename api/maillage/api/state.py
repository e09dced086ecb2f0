"""What the application holds while it runs: one store, what was computed of it, who writes."""

from __future__ import annotations

import gzip
import json
from collections.abc import Mapping
from threading import Lock
from typing import TYPE_CHECKING, Literal

from maillage.api.access.eyes import ALL, Eyes
from maillage.api.access.limits import Limit
from maillage.api.access.person import Person
from maillage.api.access.sessions import Sessions, Way
from maillage.api.access.tokens import Tokens
from maillage.api.files.desk import Desk
from maillage.api.running.settings import Settings
from maillage.api.work.held import Held
from maillage.api.work.jobs import Jobs
from maillage.api.work.memory import PerRevision
from maillage.api.work.worker import Worker
from maillage.graph.model import Import
from maillage.graph.port import Store
from maillage.ingest.matching.review import Queue, queue
from maillage.ingest.places.communes import NO_COMMUNES, Communes
from maillage.viz.aggregate import by_pole, small_enough
from maillage.viz.drawing import scene_of
from maillage.viz.scene import Scene, pack
from maillage.viz.scene_bytes import scene_bytes
from maillage.viz.scene_pack import DETAIL_LIMIT

if TYPE_CHECKING:  # an extra that is not always there
    from maillage.api.access.oidc import Provider

GZIP_LEVEL = 5
SESSION_SECONDS, WAY_SECONDS = 12 * 3600, 600
ROOM_FOR_ANSWERS = 64_000_000  # bytes
ROOM_FOR_SCENES = 64_000_000  # bytes
ROOM_FOR_DRAWINGS = 200_000  # marks and ties, of 1 kB each

# `bytes` is what a browser takes fastest, `ties` the ids that it leaves out.
SceneForm = Literal["json", "bytes", "ties"]


class State:
    """`alone`: only this machine can ask, so that without tokens whoever does is at home."""

    def __init__(
        self,
        store: Store,
        store_url: str,
        *,
        alone: bool,
        communes: Communes = NO_COMMUNES,
        settings: Settings,
        provider: Provider | None = None,
    ) -> None:
        self.store, self.alone, self.communes = store, alone, communes
        self.tokens = Tokens(store)
        self.provider, self.sessions = provider, Sessions[Person](SESSION_SECONDS)
        # Ways to the provider, until they come back.
        self.ways = Sessions[Way](WAY_SECONDS)
        self.held = Held(store)
        # Files that one person may send, and wrong tokens that one machine may try, in a minute.
        self.uploads = Limit(settings.uploads_a_minute, 60)
        self.tries = Limit(settings.tries_a_minute, 60)
        self._imports = PerRevision(store.revision, room=3)
        self._queue = PerRevision(store.revision, room=1)
        self._scenes = PerRevision(store.revision, room=ROOM_FOR_SCENES)
        self._drawings = PerRevision(store.revision, room=ROOM_FOR_DRAWINGS)
        # Of those who write (`writing`).
        self.turn = Lock()
        self.answers = PerRevision(store.revision, room=ROOM_FOR_ANSWERS)
        self.worker = Worker(store_url, settings.job_megabytes)
        self.jobs = Jobs(store, seconds=settings.job_seconds)
        self.desk = Desk()

    @property
    def is_near(self) -> bool:
        """Whether the store is a file of this machine."""
        return self.store.url.startswith("sqlite:")

    def imports(self, eyes: Eyes = ALL) -> Mapping[str, Import]:
        """The log of imports by id, oldest first."""
        return self._imports.get(
            self.held.sight(eyes),
            lambda: {item.id: item for item in self.held.reader(eyes).imports()},
        )

    def queue(self) -> Queue:
        """What waits for a reviewer."""
        return self._queue.get("queue", lambda: queue(self.store))

    def scene(self, at: str | None, scope: str, eyes: Eyes, form: SceneForm) -> bytes:
        """The scene as it is sent, of all, of the poles, or of what fits one page: compressed
        once, which takes seconds for a large one."""
        return self._scenes.get(
            (at, scope, self.held.sight(eyes), form),
            lambda: gzip.compress(
                _in_form(self.drawing(at, scope, eyes), form), GZIP_LEVEL, mtime=0
            ),
            len,
        )

    def drawing(self, at: str | None, scope: str = "all", eyes: Eyes = ALL) -> Scene:
        """The scene of all, of the poles, or of what fits one page; pictures are parts of it."""
        whole = self._drawings.get(
            (at, self.held.sight(eyes)), lambda: scene_of(self.held.reader(eyes), at), _marks
        )
        return _in_scope(whole, scope)

    def drawing_to_send(self, at: str | None, scope: str, eyes: Eyes) -> Scene:
        """The same without names of persons, where who asks sees it: places depend on ids."""
        reader, anybody = self.held.reader(eyes.of_anybody), self.held.sight(eyes.of_anybody)
        if anybody == self.held.sight(eyes):
            return self.drawing(at, scope, eyes)
        seen = self.drawing(at, eyes=eyes)
        whole = self._drawings.get(
            (at, anybody, "to send"),
            lambda: scene_of(
                reader, at, places={reader.shown(mark.id): (mark.x, mark.y) for mark in seen.nodes}
            ),
            _marks,
        )
        return _in_scope(whole, scope)

    @property
    def kept(self) -> Mapping[str, PerRevision]:
        """What is kept in memory, by what it is."""
        return {
            **self.held.kept,
            "answers": self.answers,
            "scenes": self._scenes,
            "drawings": self._drawings,
        }

    def close(self) -> None:
        self.jobs.close()
        self.worker.close()
        self.desk.close()
        self.store.close()


def _marks(scene: Scene) -> int:
    return len(scene.nodes) + len(scene.ties)


def _in_scope(whole: Scene, scope: str) -> Scene:
    if scope == "poles":
        return by_pole(whole)
    return small_enough(whole, DETAIL_LIMIT) if scope == "auto" else whole


def _in_form(scene: Scene, form: SceneForm) -> bytes:
    if form == "bytes":
        return scene_bytes(pack(scene))
    if form == "ties":
        named = {"revision": scene.revision, "id": [tie.id for tie in scene.ties]}
        return json.dumps(named).encode()
    return pack(scene).model_dump_json().encode()
