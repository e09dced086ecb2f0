from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Response

from maillage.api.auth import TheEyes, TheReader
from maillage.api.deps import TheDate, TheLanguage, TheState
from maillage.graph.languages import Language
from maillage.viz.cutting import MOST_STEPS
from maillage.viz.drawing import Part
from maillage.viz.page import map_html

router = APIRouter(prefix="/maps", tags=["pictures"])

# The page carries its own policy, by hashes; the API's would stop its inlined script.
SANDBOX = "sandbox allow-scripts allow-downloads allow-modals"


@router.get("/network.html", response_class=Response)
def network_map(
    state: TheState,
    reader: TheReader,
    eyes: TheEyes,
    language: TheLanguage,
    at: TheDate,
    pole: Annotated[str | None, Query(max_length=200)] = None,
    lang: Language | None = None,
    ego: Annotated[str | None, Query(max_length=200)] = None,
    steps: Annotated[int, Query(ge=1, le=MOST_STEPS)] = 1,
) -> Response:
    """The portable map: one file that opens anywhere. Of the whole network, of a pole (`pole`), or
    of what is within `steps` of an actor (`ego`); everything stands where it does in the whole."""
    whole = state.drawing(at.text if at else None, eyes=eyes)
    page = map_html(Part(pole=pole, ego=ego, steps=steps).of(reader, whole), lang or language)
    return Response(page, media_type="text/html", headers={"Content-Security-Policy": SANDBOX})
