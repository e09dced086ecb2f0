"""Names, notes, flags, lists and choices as people write them."""

from __future__ import annotations

import pytest

from maillage.ingest.cells import (
    Parsed,
    parse_choice,
    parse_flag,
    parse_list,
    parse_name,
    parse_note,
)

NBSP = "\u00a0"


@pytest.mark.parametrize("cell", ["oui", "Oui ", "O", "yes", "X", "VRAI", "true", "1", "✔"])
def test_yes(cell: str) -> None:
    assert parse_flag(cell) == Parsed(value=True)


@pytest.mark.parametrize("cell", ["non", "N", "no", "FAUX", "False", "0", "✗"])
def test_no(cell: str) -> None:
    assert parse_flag(cell) == Parsed(value=False)


def test_neither_yes_nor_no() -> None:
    assert parse_flag("peut-être").code == "not_a_flag"
    assert parse_flag("NC").code == "missing_mark"
    assert parse_flag(f" {NBSP} ") == Parsed()


def test_lists_are_parted_by_bars_semicolons_and_line_breaks() -> None:
    assert parse_list("Alpha | Bêta;Gamma\nAlpha\r\n").value == ("Alpha", "Bêta", "Gamma")
    assert parse_list("Nantes, Rezé").value == ("Nantes, Rezé",)
    assert parse_list(" ; | ") == Parsed()
    assert parse_list("a|" + "x" * 501).code == "name_too_long"


def test_choices_are_found_whatever_their_case_and_accents() -> None:
    choices = {"prevu": "planned", "en cours": "active"}
    assert parse_choice("Prévu", choices) == Parsed("planned")
    assert parse_choice("EN_COURS", choices) == Parsed("active")
    assert parse_choice("", choices) == Parsed()
    refused = parse_choice("demain", choices)
    assert refused.code == "unknown_choice"
    assert dict(refused.values)["known"] == "planned, active"


def test_names_are_cleaned_and_said() -> None:
    assert parse_name("  Le   Labo\nde l’ESS ") == Parsed("Le Labo de l’ESS")
    assert parse_name("e\u0301te") == Parsed("éte")
    assert parse_name("abc\u202edef")[:2] == ("abcdef", "bidi_removed")
    assert parse_name("a\x00b\u200bc")[:2] == ("abc", "text_cleaned")
    assert parse_name("AssociÃ© lâ€™ESS")[:2] == ("Associé l’ESS", "letters_repaired")
    assert parse_name("مؤسسة")[:2] == ("مؤسسة", "")


def test_a_name_too_long_is_refused_and_a_note_is_cut() -> None:
    name = parse_name("x" * 10_000)
    assert name == Parsed(None, "name_too_long", (("length", 10_000), ("limit", 500)))
    note = parse_note("x" * 20_000)
    assert note.code == "text_cut"
    assert len(note.value or "") == 10_000


@pytest.mark.parametrize("cell", ["=1+1", "+33", "-Alpha", "@mairie", "=cmd|' /C calc'!A0"])
def test_a_text_that_looks_like_a_formula_stays_text(cell: str) -> None:
    assert parse_name(cell) == Parsed(cell)


def test_notes_keep_their_lines() -> None:
    assert parse_note("a\r\n\r\nb  c\u2028d").value == "a\nb c\nd"
