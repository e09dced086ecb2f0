from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Response
from pydantic import BaseModel, ConfigDict, Field

from maillage.api.access.auth import TheEyes
from maillage.api.answers.downloads import attachment
from maillage.api.deps import TheLanguage, TheState
from maillage.api.requests.cut_asked import MOST_IDS, Ids
from maillage.api.requests.on_screen import OnScreen
from maillage.api.requests.sent import Sent
from maillage.viz.cutting import moved
from maillage.viz.palette import Theme
from maillage.viz.picture import Format, draw_picture
from maillage.viz.repainting import KeyRow, Paint, repainted
from maillage.viz.scene_model import Bounds
from maillage.viz.svg import Frame

router = APIRouter(prefix="/pictures", tags=["pictures"])

MEDIA: dict[Format, str] = {"svg": "image/svg+xml", "pdf": "application/pdf", "png": "image/png"}
MOST_PIXELS_WIDE = 8_000
MOST_MOVED = 10_000

Place = Annotated[float, Field(ge=-1e7, le=1e7, allow_inf_nan=False)]
Side = Annotated[float, Field(ge=100, le=MOST_PIXELS_WIDE, allow_inf_nan=False)]


class _Asked(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Camera(_Asked):
    """Where the explorer stood: px of screen = `k` × place + (`x`, `y`), in a window so large."""

    x: Place
    y: Place
    k: Annotated[float, Field(ge=0.01, le=20, allow_inf_nan=False)]
    width: Side
    height: Side

    @property
    def frame(self) -> Frame:
        bounds = Bounds(
            left=-self.x / self.k,
            top=-self.y / self.k,
            right=(self.width - self.x) / self.k,
            bottom=(self.height - self.y) / self.k,
        )
        return Frame(bounds, self.k)


Role = Annotated[str, Field(max_length=40)]
Words = Annotated[str, Field(max_length=300)]


class KeyAsked(_Asked):
    colour: Role
    text: Words
    hollow: bool = False


class PaintAsked(_Asked):
    """Colours and sizes of the screen, where they are not those of sectors and ties."""

    colours: Annotated[dict[Role, Ids], Field(max_length=20)] = {}
    hollow: Ids = []
    radii: Annotated[
        dict[str, Annotated[float, Field(gt=0, le=200)]], Field(max_length=MOST_IDS)
    ] = {}
    key: Annotated[list[KeyAsked], Field(max_length=20)] = []
    note: Words = ""

    def paint(self, sent: Sent) -> Paint:
        return Paint(
            {role: [*map(sent.id, ids)] for role, ids in self.colours.items()},
            frozenset(map(sent.id, self.hollow)),
            {sent.id(id_): radius for id_, radius in self.radii.items()},
            [KeyRow(row.colour, sent.words(row.text), row.hollow) for row in self.key],
        )


class PictureAsked(OnScreen):
    """What is on the screen. Without a camera, the whole scene; nothing given, all of it."""

    format: Format = "svg"
    theme: Theme = "print"
    camera: Camera | None = None
    selection: Ids = Field(default=[])
    moved: dict[str, tuple[Place, Place]] = Field(max_length=MOST_MOVED, default={})
    sentence: Annotated[str, Field(max_length=1_000)] = ""
    nuance: Annotated[str, Field(max_length=8_000)] = ""
    paint: PaintAsked = PaintAsked()


@router.post("", response_class=Response)
def picture(asked: PictureAsked, state: TheState, language: TheLanguage, eyes: TheEyes) -> Response:
    """The picture that is on the screen, with its sentence and its legend, as a file: without
    names of persons, whoever asks."""
    sent = Sent.by(state.held, eyes)
    places = {sent.id(id_): place for id_, place in asked.moved.items()}
    scene = moved(asked.scene(state, eyes), places)
    drawn = draw_picture(
        repainted(scene, asked.paint.paint(sent)),
        asked.format,
        language=asked.lang or language,
        theme=asked.theme,
        frame=asked.camera.frame if asked.camera else None,
        selection=frozenset(map(sent.id, asked.selection)),
        sentence=sent.words(asked.sentence),
        nuance=sent.words(asked.nuance),
        note=sent.words(asked.paint.note),
    )
    name = attachment(f"maillage.{asked.format}")
    return Response(drawn, media_type=MEDIA[asked.format], headers=name)
