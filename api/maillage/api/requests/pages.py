"""Lists in pages. A cursor continues the very list that it was given with, and no other.

It holds the id after which the next page begins, so that what is written meanwhile moves nothing,
and a digest of what was asked.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterable, Mapping
from hashlib import blake2s
from typing import Annotated, Generic, Self, TypeVar

from fastapi import Depends, Query, Request
from pydantic import BaseModel

from maillage.graph.errors import InvalidInput
from maillage.graph.port import DEFAULT_PAGE, Page

Item = TypeVar("Item")

MOST_PER_PAGE = 500
LONGEST_CURSOR = 4_000
_OWN = ("cursor", "limit")
_DIGEST = 6


class Listing(BaseModel, Generic[Item]):
    """A page of a list: `next` continues it, `total` counts it all."""

    items: list[Item]
    next: str | None
    total: int

    @classmethod
    def whole(cls, items: Iterable[Item]) -> Self:
        """A list that is short enough for one page."""
        told = list(items)
        return cls(items=told, next=None, total=len(told))


class Paging:
    """Which page is asked for."""

    def __init__(self, asked: object, cursor: str, limit: int) -> None:
        self._digest = blake2s(repr(asked).encode(), digest_size=_DIGEST).digest()
        self.limit = limit
        self.after = self._after(cursor) if cursor else ""

    def listing(self, page: Page[object], items: Iterable[Item]) -> Listing[Item]:
        """The page, its items as they are shown."""
        following = None if page.next is None else self._cursor(page.next)
        return Listing(items=list(items), next=following, total=page.total)

    def among(self, items: Mapping[str, Item]) -> Page[Item]:
        """The page of what is held by id, in its order, and never left out again."""
        ids = list(items)
        if self.after and self.after not in items:
            raise InvalidInput("cursor_foreign")
        start = ids.index(self.after) + 1 if self.after else 0
        shown = ids[start : start + self.limit]
        more = start + self.limit < len(ids)
        return Page(tuple(items[id_] for id_ in shown), shown[-1] if more else None, len(ids))

    def _cursor(self, after: str) -> str:
        return base64.urlsafe_b64encode(self._digest + after.encode()).decode().rstrip("=")

    def _after(self, cursor: str) -> str:
        try:
            padded = cursor.encode("ascii") + b"=" * (-len(cursor) % 4)
            told = base64.b64decode(padded, altchars=b"-_", validate=True)
            digest, after = told[:_DIGEST], told[_DIGEST:].decode()
        except (UnicodeError, binascii.Error):
            raise InvalidInput("cursor_foreign") from None
        if digest != self._digest:
            raise InvalidInput("cursor_foreign")
        return after


Cursor = Annotated[str, Query(max_length=LONGEST_CURSOR, description="`next` of the page before")]


async def paging_of(
    request: Request,
    cursor: Cursor = "",
    limit: Annotated[int, Query(ge=1, le=MOST_PER_PAGE)] = DEFAULT_PAGE,
) -> Paging:
    return paging(request, cursor, limit)


def paging(request: Request, cursor: str, limit: int) -> Paging:
    """Of the very list that is asked for."""
    asked = [pair for pair in request.query_params.multi_items() if pair[0] not in _OWN]
    return Paging((request.url.path, sorted(asked)), cursor, limit)


ThePage = Annotated[Paging, Depends(paging_of)]
