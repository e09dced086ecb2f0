"""What routes are given: the state, the language of the reader, a view.

What waits for nothing is a coroutine, so that it runs where the request is read: anything else is
handed to a thread, which takes longer than it does. Each asks for as few others as it can: they are
gone through for every request.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, TypeVar

from fastapi import Depends, Request
from fastapi.concurrency import run_in_threadpool

from maillage.api.requests.asked import Date, PoleId, ViewName
from maillage.api.requests.language import language_of
from maillage.api.state import State
from maillage.graph.dates import DateSpan
from maillage.graph.languages import Language
from maillage.graph.projection import Projection
from maillage.graph.views import Lens

API = "/api/v1"
T = TypeVar("T")


def state_in(request: Request) -> State:
    state: State = request.app.state.maillage
    return state


async def state_of(request: Request) -> State:
    return state_in(request)


async def read_of(state: State, ask: Callable[[], T]) -> T:
    """A few rows of the store: those of a file are there at once, those of a server are waited for
    by a thread."""
    return ask() if state.is_near else await run_in_threadpool(ask)


async def language_asked(request: Request) -> Language:
    return language_of(request)


async def date_of(at: Date | None = None) -> DateSpan | None:
    return DateSpan.parse(at) if at else None


async def date_told(at: Date | None = None) -> str | None:
    """The same as questions and scenes are kept by: `2014`, `2014-09-19`."""
    return DateSpan.parse(at).text if at else None


async def lens_of(
    view: ViewName = "cooperation",
    at: Date | None = None,
    pole: PoleId | None = None,
    projection: Projection = "newman",
    *,
    certain_dates: bool = False,
) -> Lens:
    return Lens(
        view=view,
        at=await date_of(at),
        certain_dates=certain_dates,
        pole=pole,
        projection=projection,
    )


TheState = Annotated[State, Depends(state_of)]
TheLanguage = Annotated[Language, Depends(language_asked)]
TheLens = Annotated[Lens, Depends(lens_of)]
TheDate = Annotated[DateSpan | None, Depends(date_of)]
TheDateTold = Annotated[str | None, Depends(date_told)]
