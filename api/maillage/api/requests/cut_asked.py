"""What the filters of a screen leave, as it is posted."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from maillage.graph.cut import Cut

MOST_IDS = 1_000_000

Ids = Annotated[list[str], Field(max_length=MOST_IDS)]


class Kept(BaseModel):
    model_config = ConfigDict(extra="forbid")

    nodes: Ids = []
    ties: Ids = []


class CutAsked(Kept):
    """What filters hide of the whole scene, or (`only`) what they keep, whichever is shorter."""

    only: Kept | None = None

    @property
    def cut(self) -> Cut:
        said = self.only or self
        return Cut(frozenset(said.nodes), frozenset(said.ties), only=self.only is not None)
