"""`maillage`: the door to every command. It loads nothing that `--help` does not need."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import import_module
from typing import NamedTuple

import click

from maillage.cli.global_options import language_asked, with_global_options
from maillage.cli.not_begun import not_begun_told
from maillage.cli.settings import Settings, help_language, settings_from
from maillage.cli.usage import say_usage
from maillage.graph.errors import InvalidInput, MaillageError
from maillage.graph.vocabulary import Label

DONE, REFUSED, INTERRUPTED = 0, 1, 130


class Entry(NamedTuple):
    """A command: the module that holds it, and its line of help."""

    module: str
    help: Label


COMMANDS: dict[str, Entry] = {
    "demo": Entry(
        "demo",
        Label(
            "le réseau de démonstration\u202f: ses chiffres, sa carte, l’explorateur",
            "the demonstration network: its figures, its map, the explorer",
        ),
    ),
    "load": Entry("load", Label("charger une liste", "load a list")),
    "imports": Entry("load", Label("ce qui a été chargé", "what was loaded")),
    "undo": Entry("load", Label("annuler un chargement", "take a load back")),
    "template": Entry("templates", Label("un modèle de liste à remplir", "a list to fill in")),
    "review": Entry(
        "review",
        Label("ce qui est peut-être le même acteur", "what may be the same actor"),
    ),
    "places": Entry(
        "places",
        Label(
            "la table des communes, et les communes à préciser",
            "the table of municipalities, and those to tell apart",
        ),
    ),
    "coding": Entry(
        "coding",
        Label(
            "le journal de codage\u202f: qui a codé quoi, et l’accord entre codeurs",
            "the coding journal: who coded what, and how far coders agree",
        ),
    ),
    "ask": Entry(
        "ask",
        Label(
            "demander aux membres d’un pôle si leurs liens sont justes",
            "ask the members of a pole whether their ties are right",
        ),
    ),
    "registers": Entry(
        "registers",
        Label("les registres publics, hors ligne", "public registers, offline"),
    ),
    "prefill": Entry(
        "prefill",
        Label("ce que les registres proposent", "what the registers propose"),
    ),
    "tie": Entry("tie", Label("répondre d’un lien", "answer for a tie")),
    "measure": Entry("measure", Label("mesurer le réseau", "measure the network")),
    "compare": Entry(
        "compare", Label("ce qui a changé entre deux dates", "what changed between two dates")
    ),
    "ownership": Entry(
        "ownership",
        Label("qui détient, qui décide", "who owns, who decides"),
    ),
    "reliance": Entry(
        "reliance",
        Label(
            "reliance, dépendance et décloisonnement, en phrases",
            "reliance, dependence and crossings, in words",
        ),
    ),
    "isolation": Entry(
        "isolation", Label("les pôles, du plus isolé au plus relié", "poles, most isolated first")
    ),
    "suggest": Entry(
        "suggest",
        Label(
            "qui devrait rencontrer qui, et la suite", "who should meet whom, and what came of it"
        ),
    ),
    "article9": Entry(
        "article9",
        Label("les conditions de la loi, pôle par pôle", "the law’s conditions, by pole"),
    ),
    "referentiel": Entry(
        "referentiel",
        Label("les indicateurs d’un pôle, vus du graphe", "a pole’s indicators, seen in the graph"),
    ),
    "economy": Entry(
        "economy",
        Label(
            "les chiffres d’un pôle, leur année, leur source",
            "a pole’s figures, their year, their source",
        ),
    ),
    "typology": Entry(
        "typology",
        Label(
            "le type dit, celui que montrent les liens, les logiques de coopération",
            "the type told, that which ties show, the logics of cooperation",
        ),
    ),
    "sharing": Entry(
        "sharing",
        Label(
            "les groupements d’employeurs et les moyens partagés",
            "employer groups and shared means",
        ),
    ),
    "map": Entry("pictures", Label("la carte en un fichier", "the map as one file")),
    "picture": Entry(
        "pictures",
        Label("l’image du réseau (SVG, PDF, PNG)", "the network as a picture (SVG, PDF, PNG)"),
    ),
    "report": Entry(
        "pictures",
        Label(
            "l’état d’un pôle ou du réseau, à imprimer", "the state of a pole or network, to print"
        ),
    ),
    "export": Entry(
        "exports", Label("le réseau pour d’autres outils", "the network for other tools")
    ),
    "serve": Entry("serve", Label("l’API et l’explorateur", "the API and the explorer")),
    "token": Entry("tokens", Label("qui peut demander, et quoi", "who may ask, and for what")),
    "copy": Entry(
        "stores", Label("copier tout vers une autre base", "copy all into another store")
    ),
    "sample": Entry(
        "sample", Label("un réseau d’essai vraisemblable", "a plausible network for trials")
    ),
}


PURPOSE = Label(
    "Maillage\u202f: cartographier la coopération, la mesurer, la montrer.",
    "Maillage: map cooperation, measure it, show it.",
)


class Commands(click.Group):
    """Commands that are imported when they are run."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        entry = COMMANDS.get(cmd_name)
        if entry is None:
            return None
        with not_begun_told(settings_from(ctx)):
            module = import_module(f"maillage.cli.{entry.module}")
        command: click.Command = getattr(module, f"{cmd_name}_command")
        language = help_language(ctx)
        command.name = cmd_name
        return with_global_options(command, entry.help.text(language), language)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        language = help_language(ctx)
        with formatter.section("Commands"):
            formatter.write_dl(
                [(name, entry.help.text(language)) for name, entry in COMMANDS.items()]
            )


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="maillage", prog_name="maillage")
def cli() -> None:
    """The door; `PURPOSE` is its help."""


def run(arguments: Sequence[str] | None = None) -> int:
    """Run a command line; every error a user can cause is one sentence on stderr."""
    arguments = list(sys.argv[1:] if arguments is None else arguments)
    settings = Settings()
    settings.lang = language_asked(arguments) or settings.lang
    command = with_global_options(cli, PURPOSE.text(settings.lang), settings.lang)
    context: click.Context | None = None
    try:
        with command.make_context("maillage", arguments, obj=settings) as context:
            outcome = command.invoke(context)
        return outcome if isinstance(outcome, int) else DONE
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except click.ClickException as wrong:
        say_usage(wrong, settings.lang)
        return wrong.exit_code
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except (MaillageError, OSError) as error:
        return _say(error, context)


def _say(error: MaillageError | OSError, context: click.Context | None) -> int:
    if isinstance(error, BrokenPipeError):
        return DONE
    if isinstance(error, OSError):
        # What the terminal itself points at: a full disk behind `>`, a folder without rights.
        detail, path = error.strerror or str(error), error.filename or "stdout"
        error = InvalidInput("file_unwritable", path=path, detail=detail)
    language = settings_from(context).lang if context else "fr"
    click.echo(error.text(language), err=True)
    return REFUSED


def main() -> None:
    sys.exit(run())


if __name__ == "__main__":
    main()
