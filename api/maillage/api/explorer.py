"""The explorer's built files, served at the root.

A hashed name never changes its content: it is kept for a year. The page that names them, and
anything else, is asked again each time.
"""

from __future__ import annotations

import gzip
import re
from functools import cache
from importlib.resources import files
from mimetypes import guess_type
from pathlib import Path

from fastapi import FastAPI, HTTPException, Request
from fastapi.responses import FileResponse, RedirectResponse
from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from maillage.api.access.auth import person_of

FOREVER = "public, max-age=31536000, immutable"
ASK_AGAIN = "no-cache"
_HASHED = re.compile(r"-[0-9A-Z]{8}\.\w+$")


def static_folder() -> Path:
    return Path(str(files("maillage.viz") / "static"))


def install(app: FastAPI) -> None:
    """The page at `/`, what it asks for under `/static`."""
    folder = static_folder()

    async def index(request: Request) -> Response:
        try:
            await person_of(request)
        except HTTPException:
            return RedirectResponse("/login", 303)
        headers = {"Cache-Control": ASK_AGAIN, **_scene_ahead(request)}
        return FileResponse(folder / "index.html", headers=headers)

    app.add_api_route("/", index, methods=["GET", "HEAD"], include_in_schema=False)
    app.mount("/static", _Built(directory=folder, check_dir=False), name="static")


def _scene_ahead(request: Request) -> dict[str, str]:
    """The network is asked for with the page, not when its scripts have run: as they will ask."""
    asked = request.query_params
    if asked.get("view", "network") != "network":
        return {}
    scope = asked.get("scope", "")
    address = "api/v1/scene?form=bytes" + (f"&as={scope}" if scope in ("all", "poles") else "")
    return {"Link": f"<{address}>; rel=preload; as=fetch; crossorigin=anonymous"}


class _Built(StaticFiles):
    async def get_response(self, path: str, scope: Scope) -> Response:
        hashed = _HASHED.search(path) is not None
        packs = "gzip" in Headers(scope=scope).get("accept-encoding", "")
        if hashed and packs and path in _built_names():
            return _as_kept(_packed(path), path)
        response = await super().get_response(path, scope)
        response.headers["Cache-Control"] = FOREVER if hashed else ASK_AGAIN
        return response


@cache
def _built_names() -> frozenset[str]:
    return frozenset(file.name for file in static_folder().iterdir())


@cache
def _packed(name: str) -> bytes:
    """A built file, compressed once and for all."""
    return gzip.compress((static_folder() / name).read_bytes(), 9, mtime=0)


def _as_kept(content: bytes, name: str) -> Response:
    headers = {"Cache-Control": FOREVER, "Content-Encoding": "gzip", "Vary": "Accept-Encoding"}
    return Response(content, media_type=guess_type(name)[0], headers=headers)
