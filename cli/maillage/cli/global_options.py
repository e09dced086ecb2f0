"""The global options: the same before and after any command."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date
from typing import Any, cast

import click

from maillage.cli.option_words import option_words
from maillage.cli.settings import Settings, settings_from
from maillage.cli.usage import Context
from maillage.graph.errors import InvalidDate
from maillage.graph.languages import Language

# Options that ask what there was on a day: `--at`, and `--from` and `--to` of a comparison.
_DATES = frozenset({"at", "first", "last"})


def with_global_options(
    command: click.Command, help_text: str, language: Language
) -> click.Command:
    """The command with the global options added (once), and its help in this language."""
    if not any(parameter.name == "lang" for parameter in command.params):
        command.params.extend(_options())
    command.context_class = Context
    command.help = help_text
    for option in command.params:
        if isinstance(option, click.Option) and (
            words := option_words(command.name or "", option.opts[0])
        ):
            option.help = words.text(language)
        if isinstance(option, click.Option) and option.name in _DATES:
            option.callback = _say_to_come
    return command


def language_asked(arguments: Sequence[str]) -> Language | None:
    """The language that a command line names, wherever it does: help and refusals are in it."""
    for place, word in enumerate(arguments):
        given = word.removeprefix("--lang=") if "=" in word else ""
        if word == "--lang":
            given = arguments[place + 1] if place + 1 < len(arguments) else ""
        if word.startswith("--lang") and given in ("fr", "en"):
            return "fr" if given == "fr" else "en"
    return None


def _options() -> list[click.Option]:
    return [
        click.Option(["--store"], metavar="URL", expose_value=False, callback=_keep("store")),
        click.Option(
            ["--lang"],
            type=click.Choice(["fr", "en"]),
            expose_value=False,
            is_eager=True,
            callback=_keep("lang"),
        ),
        click.Option(
            ["--format"],
            type=click.Choice(["table", "json", "csv"]),
            expose_value=False,
            callback=_keep("format"),
        ),
        click.Option(
            ["--quiet"], is_flag=True, is_eager=True, expose_value=False, callback=_keep("quiet")
        ),
    ]


def _say_to_come(context: click.Context, parameter: click.Parameter, value: Any) -> Any:
    """A date that has not come is answered as if nothing changed until then: that is said."""
    from maillage.graph.dates import DateSpan  # noqa: PLC0415 -- not needed to print help

    del parameter
    with suppress(InvalidDate):  # the command says it
        if value and DateSpan.parse(value).earliest > date.today():
            settings_from(context).say(
                f"{value} est à venir\u202f: ce qui suit suppose que rien ne change d’ici là.",
                f"{value} has not come yet: what follows supposes that nothing changes until then.",
            )
    return value


def _keep(name: str) -> Callable[[click.Context, click.Parameter, Any], None]:
    def callback(context: click.Context, parameter: click.Parameter, value: object) -> None:
        del parameter
        # What was said before the command stays unless it is said again after it.
        if value:
            setattr(cast(Settings, context.find_object(Settings)), name, value)

    return callback
