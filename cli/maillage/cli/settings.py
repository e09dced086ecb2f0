"""What was asked for whatever the command: which store, in which language and format."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

import click

from maillage.graph.languages import Language

Format = Literal["table", "json", "csv"]

STORE_VARIABLE = "MAILLAGE_STORE"


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
    lang: Language = field(default_factory=language_of_locale)
    format: Format = "table"
    quiet: bool = False

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


def help_language(context: click.Context | None) -> Language:
    return settings_from(context).lang


pass_settings = click.make_pass_decorator(Settings)
