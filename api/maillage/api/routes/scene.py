from __future__ import annotations

import gzip
from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request, Response

from maillage.api.auth import TheEyes
from maillage.api.caching import by_revision
from maillage.api.deps import TheDate, TheState

router = APIRouter(prefix="/scene", tags=["pictures"])


@router.get("", dependencies=[by_revision])
def scene(
    request: Request,
    state: TheState,
    eyes: TheEyes,
    at: TheDate,
    scope: Annotated[
        Literal["auto", "all", "poles"],
        Query(alias="as", description="auto: the poles if there are more than 2,000 marks"),
    ] = "auto",
) -> Response:
    """What the explorer draws, in columns (`maillage.viz.scene_pack`)."""
    drawn = state.scene(at.text if at else None, scope, eyes)
    headers = {"Vary": "Accept-Encoding"}
    if "gzip" in request.headers.get("accept-encoding", ""):
        headers["Content-Encoding"] = "gzip"
    else:
        drawn = gzip.decompress(drawn)
    return Response(drawn, headers=headers, media_type="application/json")
