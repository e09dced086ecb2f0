"""What is worked out of texts, remembered: the lines of a list say the same things over and over.
A long text is told once; remembering it would only hold it."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import lru_cache, wraps
from typing import TypeVar, overload

Given = TypeVar("Given", bound=Hashable)
Answer = TypeVar("Answer")

# Characters.
LONGEST = 200


@overload
def remembered(most: int) -> Callable[[Callable[[str], Answer]], Callable[[str], Answer]]: ...
@overload
def remembered(
    most: int, *, length: Callable[[Given], int]
) -> Callable[[Callable[[Given], Answer]], Callable[[Given], Answer]]: ...
def remembered(
    most: int, *, length: Callable[..., int] = len
) -> Callable[[Callable[[Given], Answer]], Callable[[Given], Answer]]:
    """Of the last `most` texts; each is worked out anew where it is long. `length` tells how many
    characters there are in what is given, where that is no single text."""

    def of_short_texts(work: Callable[[Given], Answer]) -> Callable[[Given], Answer]:
        held = lru_cache(most)(work)

        @wraps(work)
        def answer(given: Given) -> Answer:
            return held(given) if length(given) <= LONGEST else work(given)

        return answer

    return of_short_texts
