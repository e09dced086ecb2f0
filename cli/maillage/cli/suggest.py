"""`maillage suggest`: who should meet whom and why, and what became of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypedDict, Unpack

import click

from maillage.cli.opening import existing_store
from maillage.cli.output import Cell, number, print_json, print_table
from maillage.cli.settings import Settings, pass_settings
from maillage.cli.statements import print_readouts_json, print_sections
from maillage.cli.whom import actor_id
from maillage.graph.dates import DateSpan
from maillage.graph.errors import InvalidInput
from maillage.graph.port import Store
from maillage.graph.readouts.statement import Readout, Statement
from maillage.graph.readouts.subject import Subject
from maillage.graph.readouts.suggestions import introductions
from maillage.graph.readouts.suggestions.readout import MOST, suggestions
from maillage.graph.readouts.suggestions.reasons import PART_LABELS
from maillage.graph.wording import when
from maillage.ingest.loading.author import user_of_this_machine

PROPOSED = ("suggestions", "between_members")
ACTS = ("dismiss", "introduced", "undo")


class Asked(TypedDict):
    """The options, as click hands them over."""

    whom: str | None
    at: str | None
    top: int
    dismiss: str | None
    introduced: str | None
    on: str | None
    undo: str | None


@click.command()
@click.argument("whom", metavar="[POLE_OR_ACTOR]", required=False)
@click.option("--at", metavar="DATE")
@click.option("--top", type=click.IntRange(1), default=MOST, show_default=True)
@click.option("--dismiss", metavar="ID")
@click.option("--introduced", metavar="ID")
@click.option("--on", metavar="D")
@click.option("--undo", metavar="ID")
@pass_settings
def suggest_command(settings: Settings, **asked: Unpack[Asked]) -> None:
    with existing_store(settings) as store:
        if _act(asked):
            _write(settings, store, asked)
        else:
            _show(settings, store, asked)


# ---------------------------------------------------------------------- what was done of them


def _act(asked: Asked) -> str:
    """The one thing to write, if there is any."""
    chosen = [name for name in ACTS if asked.get(name)]
    if len(chosen) > 1:
        raise InvalidInput("one_of_two", one=f"--{chosen[0]}", other=f"--{chosen[1]}")
    if (asked["on"] is not None) != (chosen == ["introduced"]):
        raise InvalidInput("introduced_when")
    return next(iter(chosen), "")


def _write(settings: Settings, store: Store, asked: Asked) -> None:
    author, pair = user_of_this_machine(), _pair(store, asked)
    if asked["undo"]:
        introductions.take_back(store, pair)
    elif asked["dismiss"]:
        introductions.dismiss(store, pair, author=author)
    else:
        on = DateSpan.parse(asked["on"] or "")
        introductions.introduce(store, pair, on, author=author)
    written = introductions.pair_id(*pair)
    if settings.format == "json":
        print_json({"suggestion": written, "act": _act(asked)})
    undo = f"maillage suggest --undo {written}"
    if asked["undo"]:
        _say_undone(settings, introductions.acts(store).get(pair))
    elif asked["dismiss"]:
        settings.say(f"Écarté. Pour annuler\u202f: {undo}", f"Dismissed. To undo: {undo}")
    else:
        day = when(asked["on"] or "")
        settings.say(
            f"Présentés ({day.fr}). Pour annuler\u202f: {undo}",
            f"Introduced ({day.en}). To undo: {undo}",
        )


def _pair(store: Store, asked: Asked) -> introductions.Pair:
    """Of whom the suggestion is: by its id, or by the two that it is of."""
    said = asked["dismiss"] or asked["introduced"] or asked["undo"] or ""
    whom = actor_id(store, asked["whom"])
    if whom is not None and introductions.BETWEEN not in said:
        said = introductions.pair_id(whom, actor_id(store, said))
    return introductions.pair_of(store, said)


def _say_undone(settings: Settings, left: introductions.Said | None) -> None:
    """What was said before of the same two counts again."""
    if left is None:
        settings.say("Oublié.", "Forgotten.")
        return
    day = when(left.on)
    fr, en = {
        "introduced": ("présentés", "introduced"),
        "dismissed": ("écartés", "dismissed"),
    }[left.act]
    settings.say(
        f"Oublié. Ce qui en était dit avant compte de nouveau\u202f: {fr} ({day.fr}).",
        f"Forgotten. What was said before counts again: {en} ({day.en}).",
    )


# ---------------------------------------------------------------------- whom


def _show(settings: Settings, store: Store, asked: Asked) -> None:
    subject = Subject.actor_or_all(store, actor_id(store, asked["whom"]), asked["at"])
    found = suggestions(subject, asked["top"])
    if settings.format == "json":
        print_readouts_json([found], subject.view("cooperation").provenance)
    elif settings.format == "csv":
        _print_csv(settings, found)
    else:
        _print(settings, found)


def _print(settings: Settings, found: Readout) -> None:
    """Sentences by section; under each suggestion what its score is made of, and its id."""
    print_sections(settings, found.statements, _under)
    if any(said.section in PROPOSED and said.figures for said in found.statements):
        settings.say(
            "Pour en garder trace\u202f: --introduced ID --on DATE, ou --dismiss ID",
            "To keep track: --introduced ID --on DATE, or --dismiss ID",
        )


def _under(settings: Settings, said: Statement) -> Sequence[str]:
    if not said.about:
        return ()
    parts = said.figures.get("parts")
    if not isinstance(parts, dict):
        return (f"id {said.about}",)
    shown = ", ".join(
        f"{PART_LABELS[name].text(settings.lang)} {_score(settings, score)}"
        for name, score in parts.items()
        if score
    )
    return (f"{_score(settings, said.figures['score'])} = {shown}", f"id {said.about}")


def _score(settings: Settings, score: object) -> str:
    return number(round(score, 2), settings.lang) if isinstance(score, int | float) else "–"


def _print_csv(settings: Settings, found: Readout) -> None:
    """One line for each statement about a pair; what is not known is in the other formats."""
    rows: list[tuple[Cell, ...]] = []
    for said in found.statements:
        if said.about:
            parts = said.figures.get("parts")
            scores = parts if isinstance(parts, dict) else {}
            each = [scores.get(name) for name in PART_LABELS]
            numbers = [value if isinstance(value, int | float) else None for value in each]
            total = said.figures.get("score")
            rows.append((
                said.about,
                said.section,
                said.verdict,
                *said.evidence.actors[:2],
                total if isinstance(total, int | float) else None,
                *numbers,
                said.sentence.text(settings.lang),
            ))  # fmt: skip
    headings = ("id", "section", "verdict", "one", "other", "score", *PART_LABELS, "why")
    print_table(settings, headings, rows)
