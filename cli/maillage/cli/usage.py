"""What is said of a command line that is not understood, and the fixed words of `--help`, in the
reader's language. English is click's own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

import click

from maillage.cli.option_words import OPTION_WORDS
from maillage.cli.settings import help_language
from maillage.graph.languages import Language

_WORDS = {
    "Options": "Options",
    "Commands": "Commandes",
    "Arguments": "Arguments",
    "Positional arguments": "Arguments",
}
_SUFFIXES = (
    (re.compile(r"\[required\]"), "[obligatoire]"),
    (re.compile(r"\[default: "), "[par défaut\u202f: "),
    (re.compile(r"; required\]"), "\u202f; obligatoire]"),
)
_ALWAYS = {
    "Show this message and exit.": "--help",
    "Show the version and exit.": "--version",
}


class Formatter(click.HelpFormatter):
    """Writes help; the language is that of the command line being read."""

    @property
    def _french(self) -> bool:
        return _language() == "fr"

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, "Usage\u202f: " if self._french else prefix)

    @contextmanager
    def section(self, name: str) -> Iterator[None]:
        with super().section(_WORDS.get(name, name) if self._french else name):
            yield

    def write_heading(self, heading: str) -> None:
        colon = "\u202f:" if self._french else ":"
        self.write(f"{'':>{self.current_indent}}{heading}{colon}\n")

    def write_dl(
        self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2
    ) -> None:
        shown = [(term, self._told(text)) for term, text in rows]
        super().write_dl(shown, col_max, col_spacing)

    def _told(self, text: str) -> str:
        if option := _ALWAYS.get(text):
            return OPTION_WORDS[option].text(_language())
        if self._french:
            for pattern, word in _SUFFIXES:
                text = pattern.sub(word, text)
        return text


class Context(click.Context):
    formatter_class = Formatter


def say_usage(error: click.ClickException, language: Language) -> None:
    """The sentence, how the command is used, and where to look."""
    context = error.ctx if isinstance(error, click.UsageError) else None
    if language == "en" or isinstance(error, click.exceptions.NoArgsIsHelpError):
        error.show()
        return
    if context:
        click.echo(context.get_usage(), err=True)
        click.echo(f"«\u202f{context.command_path} --help\u202f» en dit plus.\n", err=True)
    click.echo(f"Erreur\u202f: {_sentence(error)}", err=True)


def _sentence(error: click.ClickException) -> str:
    match error:
        case click.exceptions.NoSuchCommand():
            said = f"la commande «\u202f{error.command_name}\u202f» n’existe pas."
            said += _near(error.possibilities)
        case click.NoSuchOption():
            said = f"l’option {error.option_name} n’existe pas.{_near(error.possibilities)}"
        case click.MissingParameter():
            said = f"il manque {_parameter(error)}."
        case click.BadParameter():
            said = f"{_parameter(error)}\u202f: {_expected(error)}"
        case click.BadOptionUsage() if "requires" in error.message:
            said = f"l’option {error.option_name} attend une valeur."
        case click.BadOptionUsage():
            said = f"l’option {error.option_name} n’attend pas de valeur."
        case _:
            extra = re.search(r"extra arguments? \((.*)\)", error.message, re.DOTALL)
            said = f"en trop\u202f: {extra[1]}." if extra else error.format_message()
    return said


def _near(possibilities: Sequence[str] | None) -> str:
    return f" Est-ce {' ou '.join(possibilities)}\u202f?" if possibilities else ""


def _parameter(error: click.BadParameter) -> str:
    parameter = error.param
    if parameter is None or error.ctx is None:
        return str(error.param_hint or "une valeur")
    if isinstance(parameter, click.Argument):
        return parameter.make_metavar(error.ctx).rstrip(".")
    return f"l’option {max(parameter.opts, key=len)}"


def _expected(error: click.BadParameter) -> str:
    kind = error.param.type if error.param else None
    if isinstance(kind, click.Choice):
        return f"attendu {', '.join(map(str, kind.choices))}."
    if isinstance(kind, click.IntRange):
        least, most = kind.min, kind.max
        if most is None:
            return f"attendu un nombre entier, au moins {least}."
        return f"attendu un nombre entier, de {least} à {most}."
    if isinstance(kind, click.types.IntParamType):
        return "attendu un nombre entier."
    return error.message


def _language() -> Language:
    return help_language(click.get_current_context(silent=True))
