from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Response

from maillage.api.caching import by_revision
from maillage.api.deps import TheState
from maillage.viz.drawing import scene_of
from maillage.viz.scene import pack

router = APIRouter(prefix="/scene", tags=["pictures"])


@router.get("", dependencies=[by_revision])
def scene(
    state: TheState,
    at: Annotated[str | None, Query(max_length=21)] = None,
) -> Response:
    """What the explorer draws, in columns (`maillage.viz.scene_pack`)."""
    drawn = pack(scene_of(state.store, at))
    return Response(drawn.model_dump_json(), media_type="application/json")
