"""A scene as a file: SVG, PDF or PNG, with its sentence and its legend."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, get_args

from maillage.graph.errors import InvalidInput
from maillage.graph.languages import Language
from maillage.viz.palette import Theme
from maillage.viz.scene_model import Scene
from maillage.viz.sheet import draw_sheet
from maillage.viz.svg import Frame
from maillage.viz.typeset import typeset

Format = Literal["svg", "pdf", "png"]
FORMATS: tuple[Format, ...] = get_args(Format)
WIDTH = 1_600.0


def draw_picture(
    scene: Scene,
    form: Format,
    *,
    language: Language = "fr",
    theme: Theme = "print",
    frame: Frame | None = None,
    selection: frozenset[str] = frozenset(),
    sentence: str = "",
    nuance: str = "",
    note: str = "",
) -> bytes:
    """The file's content. Without a frame, the whole scene; `sentence` and `nuance` replace its
    own, `note` stands at its foot."""
    svg = draw_sheet(
        scene,
        frame or Frame.whole(scene, WIDTH),
        language=language,
        theme=theme,
        selection=selection,
        sentence=sentence,
        nuance=nuance,
        note=note,
    )
    if form == "svg":
        return svg.encode()
    title = sentence or scene.caption.sentence.text(language)
    return typeset(svg, form, title=title, language=language)


def format_of(path: Path) -> Format:
    """What a file's name asks for."""
    for form in FORMATS:
        if path.suffix.lower() == f".{form}":
            return form
    raise InvalidInput("picture_format", path=path, formats=", ".join(f".{f}" for f in FORMATS))
