"""The application: one store, its routes, its errors, its headers."""

from __future__ import annotations

from collections.abc import AsyncIterator, Collection
from contextlib import asynccontextmanager
from importlib.metadata import version
from typing import TYPE_CHECKING

from fastapi import Depends, FastAPI
from fastapi.middleware.gzip import GZipMiddleware

from maillage.api import errors, explorer
from maillage.api.access import login
from maillage.api.access.auth import person_of
from maillage.api.deps import API
from maillage.api.edge.at_start import AtStart
from maillage.api.edge.caching import Tagged, add_tag
from maillage.api.edge.declared import OnlyDeclared
from maillage.api.edge.guard import LOOPBACK_NAMES, Guard
from maillage.api.edge.headers import add_headers
from maillage.api.edge.heads import Heads
from maillage.api.manual import page as manual
from maillage.api.manual.document import Documented
from maillage.api.routes import (
    actors,
    compare,
    export,
    health,
    imports,
    jobs,
    maps,
    me,
    measures,
    metrics,
    ownership,
    paths,
    pictures,
    poles,
    readouts,
    reports,
    review,
    scene,
    search,
    suggestions,
    templates,
    ties,
    tokens,
    views,
)
from maillage.api.running.audit import note_change
from maillage.api.running.metrics import Metrics, Requests
from maillage.api.running.settings import OidcSettings, Settings
from maillage.api.state import GZIP_LEVEL, State
from maillage.graph.errors import Refused
from maillage.graph.papers import Shelf
from maillage.graph.stores import open_store
from maillage.ingest.places.communes import NO_COMMUNES, Communes

if TYPE_CHECKING:
    from maillage.api.access.oidc import Provider

GZIP_FROM_BYTES = 1_000
# What only those who are known may ask. Of two addresses that fit, the first is taken.
_ROOMS = (
    me,
    actors,
    search,
    paths,
    poles,
    ties,
    measures,
    compare,
    export,
    ownership,
    readouts,
    suggestions,
    scene,
    maps,
    reports,
    pictures,
    imports,
    jobs,
    templates,
    review,
    views,
    tokens,
    metrics,
)
# Rooms whose answers change otherwise than the graph does.
_UNTAGGED = (me, jobs, templates, tokens, metrics)
# What was said of a file goes to who sent it, for a while.
_OF_THE_DESK = (imports.one, imports.marked)
# What else than the graph answers rest upon.
_PAPERS = {
    suggestions: Shelf.INTRODUCTIONS,
    reports: Shelf.INTRODUCTIONS,
    views: Shelf.VIEWS,
}


def create_app(
    store_url: str,
    *,
    hosts: Collection[str] = LOOPBACK_NAMES,
    alone: bool = True,
    communes: Communes = NO_COMMUNES,
    settings: Settings | None = None,
) -> FastAPI:
    """The API and the explorer over the store at this address.

    `hosts` are the names it answers to. `alone`: nobody but the person at this machine can ask,
    who needs no token while there is none. `communes`: the table by which lists find their places.
    """
    told, requests = settings or Settings(), Requests()
    provider = _provider(told.oidc) if told.oidc else None

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        store = open_store(store_url)
        app.state.maillage = State(
            store,
            store_url,
            # Where somebody else says who it is, nobody is taken for the person at home.
            alone=alone and provider is None,
            communes=communes,
            settings=told,
            provider=provider,
        )
        try:
            yield
        finally:
            app.state.maillage.close()

    app = Documented(
        title="Maillage",
        version=version("maillage"),
        summary="Cooperation networks of French PTCE",
        responses=errors.RESPONSES,
        lifespan=lifespan,
        docs_url=None,
        redoc_url=None,
    )
    errors.install(app)
    app.add_middleware(Heads, under=API)
    app.add_middleware(GZipMiddleware, minimum_size=GZIP_FROM_BYTES, compresslevel=GZIP_LEVEL)
    app.add_middleware(
        Guard, hosts={*hosts, *told.names}, largest_upload=told.upload_megabytes << 20
    )
    app.add_middleware(AtStart, told=(Metrics(requests), add_headers, add_tag, note_change))
    app.state.requests = requests
    declared = Depends(OnlyDeclared())
    app.include_router(health.router, prefix=API, dependencies=[declared])
    for room in _ROOMS:
        asked = [Depends(person_of), declared]
        if room not in _UNTAGGED:
            asked.append(Depends(Tagged(_PAPERS.get(room), except_for=_OF_THE_DESK)))
        app.include_router(room.router, prefix=API, dependencies=asked)
    login.install(app)
    manual.install(app)
    explorer.install(app)
    return app


def _provider(settings: OidcSettings) -> Provider:
    try:
        from maillage.api.access.oidc import Provider  # noqa: PLC0415 -- an extra
    except ImportError:
        raise Refused("oidc_extra") from None
    return Provider(settings)
