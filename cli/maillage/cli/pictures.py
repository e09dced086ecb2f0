"""The network to send: `maillage map` as a page, `picture` as an image, `report` in words."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import click

from maillage.cli.files import write_bytes, write_text
from maillage.cli.opening import existing_store
from maillage.cli.settings import Settings, pass_settings
from maillage.cli.whom import actor_id, pole_id
from maillage.graph.errors import InvalidInput
from maillage.graph.veil import veiled
from maillage.viz.cutting import MOST_STEPS
from maillage.viz.drawing import Part, scene_of
from maillage.viz.page import map_html
from maillage.viz.palette import Theme
from maillage.viz.picture import draw_picture, format_of
from maillage.viz.report_page import report_html
from maillage.viz.scene_model import Scene

REPORT_ENDINGS = (".html", ".htm")
Command = TypeVar("Command", bound=Callable[..., object])


def what_is_drawn(command: Command) -> Command:
    """The options that say which part of the network, at which date."""
    for option in (
        click.option("--steps", type=click.IntRange(1, MOST_STEPS), default=1, show_default=True),
        click.option("--ego", metavar="ACTOR"),
        click.option("--pole", metavar="POLE"),
        click.option("--at", metavar="DATE"),
    ):
        command = option(command)
    return command


@click.command()
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), default=Path("map.html"))
@what_is_drawn
@pass_settings
def map_command(
    settings: Settings, out: Path, at: str | None, pole: str | None, ego: str | None, steps: int
) -> None:
    scene = _scene(settings, at, pole, ego, steps)
    write_text(out, map_html(scene, settings.lang))
    settings.say(f"Carte écrite\u202f: {out}", f"Map written: {out}")


@click.command()
@click.option(
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    required=True,
    metavar="X.svg|.pdf|.png",
)
@click.option("--theme", type=click.Choice(["print", "light", "dark"]), default="print")
@what_is_drawn
@pass_settings
def picture_command(
    settings: Settings,
    out: Path,
    theme: Theme,
    at: str | None,
    pole: str | None,
    ego: str | None,
    steps: int,
) -> None:
    form = format_of(out)
    scene = _scene(settings, at, pole, ego, steps)
    write_bytes(out, draw_picture(scene, form, language=settings.lang, theme=theme))
    settings.say(f"Image écrite\u202f: {out}", f"Picture written: {out}")


@click.command()
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), default=Path("report.html"))
@click.option("--pole", metavar="POLE")
@click.option("--at", metavar="DATE")
@pass_settings
def report_command(settings: Settings, out: Path, at: str | None, pole: str | None) -> None:
    if out.suffix.lower() not in REPORT_ENDINGS:
        raise InvalidInput("report_format", path=out)
    with existing_store(settings) as store:
        shown = veiled(store, settings.lang)
        meant = shown.shown(pole_id(store, pole)) if pole else None
        page = report_html(shown, meant, at, settings.lang)
    write_text(out, page)
    settings.say(f"Rapport écrit\u202f: {out}", f"Report written: {out}")


def _scene(
    settings: Settings, at: str | None, pole: str | None, ego: str | None, steps: int
) -> Scene:
    """Of the part that is meant: by an id, or by a name that one alone bears. The file may be sent:
    no id in it tells who a sole trader is."""
    with existing_store(settings) as store:
        shown = veiled(store, settings.lang)
        part = Part(
            pole=shown.shown(pole_id(store, pole)) if pole else None,
            ego=shown.shown(actor_id(store, ego)) if ego else None,
            steps=steps,
        )
        return part.of(shown, scene_of(shown, at))
