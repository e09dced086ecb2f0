"""A command line that is not understood, and `--help`: in the reader's language, wherever named."""

from __future__ import annotations

from collections.abc import Iterator

import click
import pytest
from commands import maillage

from maillage.cli.main import COMMANDS, cli, run
from maillage.cli.option_words import OPTION_WORDS, option_words

WRONG = [
    (["load"], "il manque FILES.", "Missing argument"),
    (["tie", "confirm", "t-1"], "il manque l’option --by.", "Missing option"),
    (["lod"], "la commande «\u202flod\u202f» n’existe pas.", "No such command 'lod'."),
    (["imports", "--stor", "x"], "Est-ce --store\u202f?", "Did you mean '--store'?"),
    (["imports", "more"], "en trop\u202f: more.", "unexpected extra argument (more)"),
    (["imports", "--format", "xml"], "attendu table, json, csv.", "not one of"),
    (["serve", "--port", "0"], "nombre entier, de 1 à 65535.", "not in the range"),
    (["sample", "--seed", "x", "--out", "y"], "au moins 0.", "not a valid integer"),
    (["measure", "--permutations", "x"], "attendu un nombre entier.", "not a valid integer"),
    (["imports", "--store"], "l’option --store attend une valeur.", "requires an argument"),
    (["imports", "--quiet=1"], "l’option --quiet n’attend pas de valeur.", "not take a value"),
]


@pytest.mark.parametrize(("arguments", "french", "english"), WRONG)
def test_wrong_usage_is_said_in_both_languages(
    arguments: list[str], french: str, english: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["--lang=fr", *arguments]) == 2
    said = capsys.readouterr()
    assert french in said.err and "Erreur\u202f:" in said.err and "Error" not in said.err
    assert run(["--lang", "en", *arguments]) == 2
    assert english in capsys.readouterr().err


def test_the_language_is_that_of_the_option_wherever_it_stands() -> None:
    assert "Options\u202f:" in maillage("load", "--help", "--lang", "fr", lang="en_GB.UTF-8").out
    assert "Usage: maillage" in maillage("--help", "--lang=en").out
    assert "map cooperation" in maillage("--help", "--lang=en").out
    assert "[obligatoire]" in maillage("tie", "--help").out.replace("\n", " ")


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_option_says_what_it_does(
    command: str, language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    run([command, "--help", "--lang", language])
    shown = " ".join(capsys.readouterr().out.split())
    for option in _options(command):
        assert option.help, f"{command} {option.opts[0]}: a line in cli/option_words.py"
        if words := option_words(command, option.opts[0]):
            assert words.fr != words.en
            told = words.fr if language == "fr" else words.en
            assert " ".join(told.split()) in shown.replace("- ", "-")


def test_no_words_are_kept_of_an_option_that_is_gone() -> None:
    known = {"--help", "--version"}
    for command in COMMANDS:
        for option in _options(command):
            known |= {option.opts[0], f"{command} {option.opts[0]}"}
    assert OPTION_WORDS.keys() <= known


def _options(command: str) -> Iterator[click.Option]:
    with click.Context(cli, obj=None) as context:
        found = cli.get_command(context, command)
    assert found is not None
    yield from (each for each in found.params if isinstance(each, click.Option))
