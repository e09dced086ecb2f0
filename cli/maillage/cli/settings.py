"""The global options: the same before and after any command."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Literal, TypeVar, cast

import click

from maillage.cli.option_words import option_words
from maillage.cli.usage import Context
from maillage.graph.errors import InvalidDate
from maillage.graph.languages import Language

Format = Literal["table", "json", "csv"]
Value = TypeVar("Value")

STORE_VARIABLE = "MAILLAGE_STORE"
# Options that ask what there was on a day: `--at`, and `--from` and `--to` of a comparison.
_DATES = frozenset({"at", "first", "last"})


def language_of_locale() -> Language:
    """French unless the locale names another language; a locale without a language is French."""
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if named := os.environ.get(variable):
            language = named.partition(".")[0].partition("_")[0].lower()
            return "fr" if language in ("", "c", "posix", "fr") else "en"
    return "fr"


@dataclass
class Settings:
    store: str | None = None
    lang: Language = "fr"
    format: Format = "table"
    quiet: bool = False

    def __post_init__(self) -> None:
        self.lang = language_of_locale()

    @property
    def store_url(self) -> str:
        """As asked, else by the environment, else the user's own store."""
        return self.store or os.environ.get(STORE_VARIABLE) or default_store()

    def text(self, fr: str, en: str) -> str:
        return fr if self.lang == "fr" else en

    def say(self, fr: str, en: str) -> None:
        """A message: never on stdout, which belongs to results."""
        if not self.quiet:
            click.echo(self.text(fr, en), err=True)


def default_store() -> str:
    folder = user_folder()
    folder.mkdir(parents=True, exist_ok=True)
    return f"sqlite:///{folder / 'maillage.db'}"


def user_folder() -> Path:
    """Where what a person keeps is: her store, what she said of columns."""
    from platformdirs import user_data_path

    return user_data_path("maillage", appauthor=False)


def settings_from(context: click.Context | None) -> Settings:
    found = context.find_object(Settings) if context else None
    return found or Settings()


def help_language(context: click.Context) -> Language:
    return settings_from(context).lang


pass_settings = click.make_pass_decorator(Settings)


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
