"""A question about the network as it is: data, so that it can be kept, compared and sent."""

from __future__ import annotations

from typing import Protocol

from pydantic import BaseModel

from maillage.api.eyes import Eyes
from maillage.api.held import Held

# Ties beyond which what is not linear is left to another process.
FEW_TIES = 20_000
# And draws beyond which a measure is, however small the network.
FEW_DRAWS = 10_000


class Question(Protocol):
    @property
    def eyes(self) -> Eyes: ...

    def is_heavy(self, held: Held) -> bool:
        """Whether this process has better things to do."""

    def answer(self, held: Held) -> BaseModel: ...


def is_large(held: Held) -> bool:
    return len(held.columns().ties.ids) > FEW_TIES
