"""The application: one store, its routes, its errors, its headers."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.metadata import version

from fastapi import FastAPI
from fastapi.middleware.gzip import GZipMiddleware

from maillage.api import errors, explorer
from maillage.api.deps import State
from maillage.api.headers import SecurityHeaders
from maillage.api.routes import actors, health, maps, measures, poles, scene, ties
from maillage.graph.stores import open_store

API = "/api/v1"
GZIP_FROM_BYTES = 1_000


def create_app(store_url: str) -> FastAPI:
    """The API and the explorer over the store at this address."""

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        app.state.maillage = State(open_store(store_url))
        try:
            yield
        finally:
            app.state.maillage.store.close()

    app = FastAPI(
        title="Maillage",
        version=version("maillage"),
        summary="Cooperation networks of French PTCE",
        lifespan=lifespan,
        docs_url="/docs",
        redoc_url=None,
    )
    errors.install(app)
    app.add_middleware(GZipMiddleware, minimum_size=GZIP_FROM_BYTES)
    app.add_middleware(SecurityHeaders)
    for room in (health, actors, poles, ties, measures, scene, maps):
        app.include_router(room.router, prefix=API)
    explorer.install(app)
    return app
