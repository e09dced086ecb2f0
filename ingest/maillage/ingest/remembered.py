"""What is worked out of a text, remembered: the lines of a list say the same things over and over.
A long text is told once; remembering it would only hold it."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TypeVar

T = TypeVar("T")

# Characters.
LONGEST = 200


def remembered(most: int) -> Callable[[Callable[[str], T]], Callable[[str], T]]:
    """Of the last `most` texts; each is worked out anew where it is long."""

    def of_short_texts(work: Callable[[str], T]) -> Callable[[str], T]:
        held = lru_cache(most)(work)

        @wraps(work)
        def answer(text: str) -> T:
            return held(text) if len(text) <= LONGEST else work(text)

        return answer

    return of_short_texts
