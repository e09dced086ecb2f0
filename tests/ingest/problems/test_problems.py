"""The catalogue speaks both languages, plainly; the log stays small whatever the file."""

from __future__ import annotations

import json
import pickle
import re
import string
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from maillage.ingest.lists.members import MEMBERS
from maillage.ingest.lists.readers import reader_of
from maillage.ingest.problems import CATALOGUE, KEPT_PER_CODE, Problem, ProblemLog, shown
from maillage.ingest.problems.words import Level

CODES = sorted(CATALOGUE)
# A plain or ordinary no-break space before these is a slip of French typography.
_WRONG_SPACE = re.compile("[ \u00a0][;:!?%»]|«[ \u00a0]|[\\w»)}][;!?»]|«\\w")


def _names(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


@pytest.mark.parametrize("code", CODES)
def test_each_code_says_the_same_in_both_languages(code: str) -> None:
    words = CATALOGUE[code]
    assert words.level in get_args(Level)
    assert words.fr and words.en
    assert bool(words.hint_fr) == bool(words.hint_en)
    assert _names(words.fr) == _names(words.en)
    assert _names(words.hint_fr) == _names(words.hint_en)


@pytest.mark.parametrize("code", CODES)
def test_french_typography(code: str) -> None:
    for sentence in (CATALOGUE[code].fr, CATALOGUE[code].hint_fr):
        assert "'" not in sentence
        assert not _WRONG_SPACE.search(sentence), sentence


@pytest.mark.parametrize("code", CODES)
def test_reasons_fit_inside_a_sentence(code: str) -> None:
    for reason in (CATALOGUE[code].fr, CATALOGUE[code].en):
        assert not reason.endswith((".", " "))
        assert reason[0].islower() or reason[0] in "«“{" or reason.split()[0].isupper()
        assert len(reason.split()) <= 25
    for hint in (CATALOGUE[code].hint_fr, CATALOGUE[code].hint_en):
        assert not hint or (hint[0].isupper() and hint.endswith("."))


@pytest.mark.parametrize("code", CODES)
def test_nobody_is_blamed(code: str) -> None:
    words = CATALOGUE[code]
    french = f"{words.fr} {words.hint_fr}".lower()
    english = f"{words.en} {words.hint_en}".lower()
    assert not re.search(r"\b(erreur|faute|invalide|incorrect)", french)
    assert not re.search(r"\b(error|wrong|invalid|incorrect|illegal)", english)


@pytest.mark.parametrize("code", CODES)
def test_every_sentence_can_be_filled(code: str) -> None:
    words = CATALOGUE[code]
    names = _names(words.fr) | _names(words.hint_fr)
    extra = tuple((name, "x") for name in names - {"row", "column", "value"})
    problem = Problem(code, "", 7, "Nom", "valeur", words.level, extra)
    for language in ("fr", "en"):
        assert "{" not in problem.message(language) or code.startswith("json")
        problem.hint(language)


def test_a_refused_line_says_that_nothing_else_is_touched() -> None:
    problem = Problem.of("date_zero", sheet="Adhésions", row=7, column="Date", value="00/00/0000")
    assert problem.message("fr") == (
        "Ligne 7 refusée\u202f: «\u202f00/00/0000\u202f» est une date vide."
        " Rien d’autre n’est touché."
    )
    assert problem.message("en") == (
        "Line 7 refused: “00/00/0000” is an empty date. Nothing else is affected."
    )


def test_a_value_left_out_says_that_the_line_is_kept() -> None:
    problem = Problem.of("not_a_number", row=7, value="douze").at_level("warning")
    assert problem.message("fr").endswith("n’est pas un nombre. Ligne gardée sans cette valeur.")
    assert problem.message("en").endswith("is not a number. Line kept without this value.")


def test_the_words_of_the_design_are_reused() -> None:
    siren = Problem.of("siren_digits_lost", row=7, level="warning")
    assert siren.message().startswith("SIREN illisible\u202f: le tableur a arrondi le numéro.")


def test_numbers_are_written_as_in_the_language() -> None:
    problem = Problem.of("line_too_long", row=12345, limit=1_000_000)
    assert "1\u202f000\u202f000" in problem.message("fr")
    assert "1,000,000" in problem.message("en")
    assert "12345" in problem.message("fr")


@pytest.mark.parametrize(
    ("field", "cell", "said"),
    [
        ("jobs", "1,2E+06", "compris comme 1\u202f200\u202f000."),
        ("fte", "1.234", "compris comme 1,234."),
        ("since", "41000", "compris comme 1er avril 2012."),
    ],
)
def test_what_was_understood_is_written_as_in_french(field: str, cell: str, said: str) -> None:
    read = reader_of(MEMBERS.row.cells()[field])(cell)
    problem = Problem(read.code, "", 2, field, cell, "info", read.values)
    assert problem.message("fr").endswith(said)


def test_as_dict_is_plain_json() -> None:
    problem = Problem.of("not_a_date", sheet="F", row=3, column="Depuis", value="x" * 500)
    shape = json.loads(json.dumps(problem.as_dict("en")))
    assert list(shape) == ["code", "level", "sheet", "row", "column", "value", "message", "hint"]
    assert len(shape["value"]) <= 60
    assert shape["row"] == 3


def test_problems_can_be_hashed_compared_and_sent_to_another_process() -> None:
    one = Problem.of("line_too_long", row=2, limit=10)
    assert one == Problem.of("line_too_long", row=2, limit=10)
    assert len({one, Problem.of("line_too_long", row=2, limit=10)}) == 1
    assert pickle.loads(pickle.dumps(one)) == one


def test_an_unknown_code_is_a_fault_of_ours() -> None:
    with pytest.raises(KeyError):
        Problem.of("no_such_code")


def test_the_log_keeps_the_first_of_each_code_and_counts_the_rest() -> None:
    log = ProblemLog(keep=3)
    log.extend(Problem.of("not_a_date", row=row, value="x") for row in range(1, 11))
    log.add(Problem.of("totals_row", row=11, value="Total"))
    assert [problem.row for problem in log] == [1, 2, 3, 11]
    assert len(log) == 11
    assert log.counts == {"not_a_date": 10, "totals_row": 1}
    assert log.beyond == {"not_a_date": 7}
    assert (log.count("not_a_date"), log.count("bidi_removed")) == (10, 0)
    assert (log.count_level("refused"), log.count_level("warning")) == (10, 1)
    assert ProblemLog().keep == KEPT_PER_CODE


def test_the_log_is_read_by_sheet_then_line() -> None:
    log = ProblemLog()
    for sheet, row in (("B", 9), ("A", 4), ("B", None), ("A", 2)):
        log.add(Problem.of("title_rows", sheet=sheet, row=row, count=1))
    assert [(p.sheet, p.row) for p in log.in_order()] == [
        ("B", None), ("B", 9), ("A", 2), ("A", 4),
    ]  # fmt: skip


def test_shown_cannot_turn_the_text_around_nor_break_the_line() -> None:
    assert shown("abc\u202edef\nx\ty\x00") == "abcdef x y"
    assert shown("  a  ") == "a"
    assert shown("{row} {0}") == "{row} {0}"
    assert shown("x" * 61) == "x" * 59 + "…"


@settings(deadline=None)
@given(st.text())
def test_any_value_can_be_said(value: str) -> None:
    problem = Problem.of("not_a_date", row=1, column=value, value=value)
    message = problem.message("fr")
    assert "\n" not in message
    message.encode("utf-8")
    assert len(shown(value)) <= 60
