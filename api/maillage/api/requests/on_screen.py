"""What is on the screen of the explorer, as it is posted: a scene, and what filters leave of it."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from maillage.api.access.eyes import Eyes
from maillage.api.requests.asked import Date
from maillage.api.requests.cut_asked import CutAsked
from maillage.api.requests.sent import Sent
from maillage.api.state import State
from maillage.graph.dates import DateSpan
from maillage.graph.languages import Language
from maillage.viz.cutting import left_by
from maillage.viz.scene_model import Scene

# All, the poles, or whichever of both fits one page.
SceneScope = Literal["auto", "all", "poles"]


class OnScreen(BaseModel):
    model_config = ConfigDict(extra="forbid")

    lang: Language | None = None
    at: Date | None = None
    scope: Annotated[SceneScope, Field(alias="as")] = "all"
    without: CutAsked = CutAsked()

    def scene(self, state: State, eyes: Eyes) -> Scene:
        """What is sent of it."""
        at, cut = DateSpan.parse(self.at).text if self.at else None, self.without.cut
        sent = Sent.by(state.held, eyes)
        cut = replace(cut, nodes=frozenset(map(sent.id, cut.nodes)))
        return left_by(state.drawing_to_send(at, self.scope, eyes), cut)
