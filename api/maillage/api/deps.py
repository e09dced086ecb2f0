"""What routes are given: the store, the language of the reader, a page of a list."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated, Generic, TypeVar

from fastapi import Depends, Query, Request
from pydantic import BaseModel

from maillage.graph.dates import DateSpan
from maillage.graph.errors import Language
from maillage.graph.network import Network
from maillage.graph.port import Page, Store
from maillage.graph.projection import Projection
from maillage.graph.views import Lens

Item = TypeVar("Item")

MOST_PER_PAGE = 500
KEPT_NETWORKS = 16


@dataclass
class State:
    """What the application holds while it runs."""

    store: Store
    _networks: dict[tuple[int, str], Network] = field(default_factory=dict)

    def network(self, lens: Lens) -> Network:
        """The view, kept until the store changes."""
        key = (self.store.revision(), repr(lens))
        found = self._networks.get(key)
        if found is None:
            while len(self._networks) >= KEPT_NETWORKS:
                self._networks.pop(next(iter(self._networks)))
            found = self._networks[key] = self.store.view(lens)
        return found


def state_of(request: Request) -> State:
    state: State = request.app.state.maillage
    return state


def store_of(state: Annotated[State, Depends(state_of)]) -> Store:
    return state.store


def language_of(request: Request) -> Language:
    """The first language that the reader accepts and we speak; French first."""
    for part in request.headers.get("accept-language", "").split(","):
        tag = part.partition(";")[0].strip().lower()[:2]
        if tag in ("fr", "en"):
            return "fr" if tag == "fr" else "en"
    return "fr"


class Listing(BaseModel, Generic[Item]):
    """A page of a list: `next` continues it, `total` counts it all."""

    items: list[Item]
    next: str | None
    total: int

    @classmethod
    def of(cls, page: Page[Item]) -> Listing[Item]:
        return cls(items=list(page.items), next=page.next, total=page.total)


def lens_of(
    view: Annotated[str, Query(max_length=200)] = "cooperation",
    at: Annotated[str | None, Query(max_length=21)] = None,
    pole: Annotated[str | None, Query(max_length=200)] = None,
    projection: Projection = "newman",
    certain_dates: bool = False,  # noqa: FBT001, FBT002 -- a query parameter
) -> Lens:
    return Lens(
        view=view,
        at=DateSpan.parse(at) if at else None,
        certain_dates=certain_dates,
        pole=pole,
        projection=projection,
    )


TheState = Annotated[State, Depends(state_of)]
TheStore = Annotated[Store, Depends(store_of)]
TheLanguage = Annotated[Language, Depends(language_of)]
TheLens = Annotated[Lens, Depends(lens_of)]
Cursor = Annotated[str, Query(max_length=600, description="`next` of the page before")]
Limit = Annotated[int, Query(ge=1, le=MOST_PER_PAGE)]
