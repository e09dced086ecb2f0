from __future__ import annotations

import gzip
from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request, Response

from maillage.api.access.auth import TheEyes
from maillage.api.access.eyes import Eyes
from maillage.api.deps import TheDateTold, TheState
from maillage.api.requests.on_screen import SceneScope
from maillage.api.state import SceneForm, State
from maillage.viz import scene_bytes

router = APIRouter(prefix="/scene", tags=["pictures"])

MEDIA_TYPES: dict[SceneForm, str] = {
    "json": "application/json",
    "bytes": scene_bytes.MEDIA_TYPE,
    "ties": "application/json",
}

TheScope = Annotated[
    SceneScope,
    Query(alias="as", description="auto: the poles if there are more than 2,000 marks"),
]


@router.get("", responses={200: {"content": {scene_bytes.MEDIA_TYPE: {}}}})
def scene(
    request: Request,
    state: TheState,
    eyes: TheEyes,
    at: TheDateTold,
    scope: TheScope = "auto",
    form: Annotated[
        Literal["json", "bytes"],
        Query(description="bytes: as a browser takes it fastest (`maillage.viz.scene_bytes`)"),
    ] = "json",
) -> Response:
    """What the explorer draws, in columns (`maillage.viz.scene_pack`)."""
    return _sent(request, state, eyes, at, scope, form)


@router.get("/ties")
def ties(
    request: Request, state: TheState, eyes: TheEyes, at: TheDateTold, scope: TheScope = "auto"
) -> Response:
    """Ids of the ties of that scene, row by row: its bytes leave them out if they are many."""
    return _sent(request, state, eyes, at, scope, "ties")


def _sent(
    request: Request, state: State, eyes: Eyes, at: str | None, scope: str, form: SceneForm
) -> Response:
    drawn = state.scene(at, scope, eyes, form)
    headers = {"Vary": "Accept-Encoding"}
    if "gzip" in request.headers.get("accept-encoding", ""):
        headers["Content-Encoding"] = "gzip"
    else:
        drawn = gzip.decompress(drawn)
    return Response(drawn, headers=headers, media_type=MEDIA_TYPES[form])
