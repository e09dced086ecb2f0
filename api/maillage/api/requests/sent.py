"""Files that people send on are told as to anybody, whoever asks for them.

Who sees names of persons asks by ids and in words that hold them. Those of a reader stay as they
are: what she guesses is not known to be right.
"""

from __future__ import annotations

from dataclasses import dataclass

from maillage.api.access.eyes import Eyes
from maillage.api.work.held import Held
from maillage.graph.veil import Veiled


@dataclass(frozen=True, slots=True)
class Sent:
    """`reader`: the network as it is sent; `seen`, as who asks sees it."""

    reader: Veiled
    seen: Veiled
    sees_names: bool

    @classmethod
    def by(cls, held: Held, eyes: Eyes) -> Sent:
        return cls(held.reader(eyes.of_anybody), held.reader(eyes), eyes.persons)

    def actor(self, id: str) -> str:
        """The id as it is sent of an actor that must be there, asked also by one that redirects."""
        return self.reader.shown(self.seen.actor(id).id)

    def id(self, id: str) -> str:
        """The same of any id, on the screen or not."""
        return self.reader.shown(id) if self.sees_names else id

    def words(self, text: str) -> str:
        return self.reader.words(text) if self.sees_names else text
