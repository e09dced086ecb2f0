"""A question about the network as it is: data, so that it can be kept, compared and sent."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Protocol

from pydantic import BaseModel

from maillage.api.access.eyes import Eyes
from maillage.api.work.held import Held
from maillage.graph.measures.entry import Cost, Measure

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


def answer_json(question: Question, held: Held) -> bytes:
    """The answer as it is kept and sent, whichever process worked it out."""
    return question.answer(held).model_dump_json(exclude_unset=True).encode()


def takes_long(
    held: Held, entries: Iterable[Measure[Any]], draws: int | None, *, times: int = 1
) -> bool:
    """Whether measures are the other process's work: very many draws, or more than one pass over a
    large network."""
    measures = list(entries)
    drawn = sum(entry.drawn for entry in measures)
    if (draws or 0) * (1 + drawn) * times > FEW_DRAWS:
        return True
    quick = not draws and not drawn and all(one.cost is Cost.LINEAR for one in measures)
    return not quick and is_large(held)


def is_large(held: Held) -> bool:
    return len(held.columns().ties.ids) > FEW_TIES
