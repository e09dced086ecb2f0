from __future__ import annotations

from fastapi import APIRouter, Response

from maillage.api.deps import TheLanguage, TheState
from maillage.viz.drawing import scene_of
from maillage.viz.page import map_html

router = APIRouter(prefix="/maps", tags=["pictures"])

# The page carries its own policy, by hashes; the API's would stop its inlined script.
SANDBOX = "sandbox allow-scripts allow-downloads allow-modals"


@router.get("/network.html", response_class=Response)
def network_map(state: TheState, language: TheLanguage) -> Response:
    """The portable map of the whole network: one file that opens anywhere."""
    page = map_html(scene_of(state.store, None), language)
    return Response(page, media_type="text/html", headers={"Content-Security-Policy": SANDBOX})
