"""Every error can be said in both languages, and every code that is raised has its sentence."""

from __future__ import annotations

import ast
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

from maillage.graph import errors
from maillage.graph.sentences import SENTENCES
from maillage.graph.sentences.things import THINGS

ROOT = Path(__file__).parents[2]
ROOMS = ("graph", "ingest", "viz", "api", "cli")
KINDS = {
    name
    for name, kind in vars(errors).items()
    if isinstance(kind, type) and issubclass(kind, Exception)
}


def raised() -> Iterator[tuple[str, ast.Call]]:
    """Every call of one of our errors with a literal code."""
    for room in ROOMS:
        for file in (ROOT / room / "maillage").rglob("*.py"):
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and _name(node.func) in KINDS and node.args:
                    yield f"{file.name}:{node.lineno}", node


def _name(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def _text(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


CALLS = list(raised())


def test_the_errors_raised_are_found() -> None:
    assert len(CALLS) > 40


@pytest.mark.parametrize(("place", "call"), CALLS, ids=[place for place, _ in CALLS])
def test_what_is_raised_can_be_said(place: str, call: ast.Call) -> None:
    code = _text(call.args[0])
    if code is None:
        return  # a code taken from a table, which the test of that table covers
    given = {keyword.arg for keyword in call.keywords}
    for sentence in SENTENCES[code]:
        needed = {name for _, name, _, _ in string.Formatter().parse(sentence) if name}
        assert None in given or needed <= given, place
    for keyword in call.keywords:
        if keyword.arg == "what" and (what := _text(keyword.value)):
            assert what in THINGS or what.startswith("--"), place


def test_where_there_is_no_name_none_is_proposed() -> None:
    said = errors.UnknownName("unknown_name", what="version", name="2020", known="")
    assert said.text("en") == "Unknown version: “2020”. There is none here."
    assert "Possibles" not in said.text("fr")


@pytest.mark.parametrize("code", SENTENCES)
def test_both_languages_take_the_same_values(code: str) -> None:
    french, english = (
        {name for _, name, _, _ in string.Formatter().parse(sentence) if name}
        for sentence in SENTENCES[code]
    )
    assert french == english


def test_an_error_speaks_the_language_asked() -> None:
    error = errors.NotFound("not_found", what="tie", id="t-1")
    assert error.text("fr") == "Rien ne porte l’identifiant «\u202ft-1\u202f» (lien)."
    assert error.text("en") == str(error) == "No tie has the id “t-1”."
