"""What is advised is called as the door calls it: typed, or read on the Import page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from maillage.graph.languages import LANGUAGES, Language
from maillage.graph.vocabulary import Label
from maillage.ingest.problems import CATALOGUE, Problem
from maillage.ingest.problems.doors import TOOLS, as_list, undoing

SOURCE = Path(__file__).parents[3] / "viz/web/src"
# The page has no such thing: it keeps nothing of the columns, and makes no sheets to fill in.
COMMANDS_ALONE = {
    "columns_remembered": "--forget-map",
    "answer_tie_gone": "maillage ask",
    "answer_not_its_tie": "maillage ask",
}
_TYPED = re.compile(r"--[a-z]|\bmaillage [a-z]")


def sentences() -> Iterator[tuple[str, str]]:
    for code, words in CATALOGUE.items():
        for language in LANGUAGES:
            yield code, f"{words.reason(language)} {words.hint(language)}"


@pytest.mark.parametrize(("code", "sentence"), list(sentences()))
def test_what_is_typed_is_always_named_by_its_door(code: str, sentence: str) -> None:
    as_it_is = re.sub(r"{[^}]*}", "", sentence)
    found = _TYPED.search(as_it_is)
    assert not found or COMMANDS_ALONE[code] in as_it_is


def words_of_the_page(language: Language) -> set[str]:
    place = LANGUAGES.index(language)
    pairs = re.compile(r"^  \w+: \['([^']*)', '([^']*)'\],$", re.M)
    files = [SOURCE / "words.ts", SOURCE / "views/import/words.ts"]
    return {pair[place] for file in files for pair in pairs.findall(file.read_text("utf-8"))}


@pytest.mark.parametrize("typed", sorted(TOOLS))
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_has_what_is_advised(typed: str, language: Language) -> None:
    said = TOOLS[typed].page.text(language)
    named = re.findall("«\u202f(.+?)\u202f»|“(.+?)”", said)
    assert named
    assert {fr or en for fr, en in named} <= words_of_the_page(language)


def test_a_hint_by_its_door() -> None:
    problem = Problem.of("sheets_of_poles", sheets="A, B", value="P")
    assert problem.hint("fr") == "Chargez chaque feuille à part (--sheet), avec son pôle (--pole)."
    assert problem.hint("fr", "page") == (
        "Chargez chaque feuille à part («\u202fFeuille\u202f»), avec son pôle («\u202fPôle\u202f»)."
    )
    assert problem.as_dict("en", "page")["hint"] == (
        "Load each sheet by itself (“Sheet”), with its pole (“Pole”)."
    )


def test_a_value_by_its_door() -> None:
    other = as_list("ties", Label("liens", "ties"))
    problem = Problem.of("another_list", list=Label("liens", "ties"), as_list=other)
    assert "(--as ties)" in problem.hint("fr")
    assert "(«\u202fC’est une liste de\u202f»\u202f: liens)" in problem.hint("fr", "page")
    twice = Problem.of("loaded_twice", how="", source="", undo=undoing("i-1"))
    assert "(maillage undo i-1)" in twice.hint("en")
    assert "(“Undo”, under “Imports”)" in twice.hint("en", "page")


def test_what_a_cell_holds_is_no_name_of_a_tool() -> None:
    problem = Problem.of("total_of_shares", value="{--pole}")
    assert "{--pole}" in problem.message("fr", "page")
