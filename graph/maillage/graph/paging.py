"""Every item of an answer that comes in pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

from maillage.graph.port import Page

Item = TypeVar("Item")


def every(ask: Callable[[str], Page[Item]]) -> Iterator[Item]:
    """The items of all pages; `ask` is given the id after which a page begins."""
    after: str | None = ""
    while after is not None:
        page = ask(after)
        yield from page.items
        after = page.next
