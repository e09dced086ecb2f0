from __future__ import annotations

from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Query, Response
from pydantic import BaseModel, ConfigDict, Field

from maillage.api.access.auth import TheEyes
from maillage.api.access.eyes import Eyes
from maillage.api.deps import TheDateTold, TheLanguage, TheState
from maillage.api.requests.asked import ActorId, PoleId
from maillage.api.requests.on_screen import OnScreen
from maillage.api.requests.sent import Sent
from maillage.api.state import State
from maillage.graph.languages import Language
from maillage.graph.vocabulary import Label
from maillage.viz.cutting import MOST_STEPS, closed
from maillage.viz.drawing import Part
from maillage.viz.page import map_html
from maillage.viz.scene_model import Scene

router = APIRouter(prefix="/maps", tags=["pictures"])

# The page carries its own policy, by hashes; the API's would stop its inlined script.
SANDBOX = "sandbox allow-scripts allow-downloads allow-modals"

Nuance = Annotated[str, Field(max_length=8_000)]


class NuanceAsked(BaseModel):
    model_config = ConfigDict(extra="forbid")

    fr: Nuance
    en: Nuance


class MapAsked(OnScreen):
    """What filters leave on the screen; `nuance` says them, in both languages."""

    nuance: NuanceAsked | None = None

    def part(self, state: State, eyes: Eyes) -> Scene:
        part = closed(self.scene(state, eyes))
        if self.nuance is None:
            return part
        sent = Sent.by(state.held, eyes)
        said = Label(fr=sent.words(self.nuance.fr), en=sent.words(self.nuance.en))
        caption = part.caption.model_copy(update={"nuance": said})
        return part.model_copy(update={"caption": caption})


@router.get("/network.html", response_class=Response)
def network_map(
    state: TheState,
    eyes: TheEyes,
    language: TheLanguage,
    at: TheDateTold,
    pole: PoleId | None = None,
    lang: Language | None = None,
    ego: ActorId | None = None,
    steps: Annotated[int, Query(ge=1, le=MOST_STEPS)] = 1,
) -> Response:
    """The portable map: one file that opens anywhere. Of the whole network, of a pole (`pole`), or
    of what is within `steps` of an actor (`ego`); everything stands where it does in the whole.
    Without names of persons, whoever asks."""
    asked, sent = Part(pole=pole, ego=ego, steps=steps), Sent.by(state.held, eyes)
    part = replace(asked, pole=pole and sent.actor(pole), ego=ego and sent.actor(ego))
    whole = state.drawing_to_send(at, "all", eyes)
    return _page(part.of(sent.reader, whole), lang or language)


@router.post("/network.html", response_class=Response)
def map_of_the_view(
    asked: MapAsked, state: TheState, eyes: TheEyes, language: TheLanguage
) -> Response:
    """The portable map of what is on the screen, as filters leave it."""
    return _page(asked.part(state, eyes), asked.lang or language)


def _page(scene: Scene, language: Language) -> Response:
    page = map_html(scene, language)
    return Response(page, media_type="text/html", headers={"Content-Security-Policy": SANDBOX})
