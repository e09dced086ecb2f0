"""Of a file that is read as another list than it is, it is said which its headings look like."""

from __future__ import annotations

import pytest
from loading import Desk

CODE = "another_list"
MEMBERS = "Nom;Commune;Adhésion depuis;Collège\nAlpha;Rennes;2012;usagers\n"
SHARES = "Associé;Société;% du capital\nAlpha;Bêta;10\n"
ORGANISATIONS = "Nom;Commune\nAlpha;Rennes\n"
TIES = "De;Vers;Nature;Depuis\nAlpha;Bêta;partenariat;2012\n"


@pytest.mark.parametrize(
    ("text", "read_as", "meant"),
    [
        (MEMBERS, "shareholdings", "members"),
        (MEMBERS, "ties", "members"),
        (MEMBERS, "partnerships", "members"),
        (SHARES, "judgements", "shareholdings"),
        (TIES, "shareholdings", "ties"),
    ],
)
def test_the_list_that_the_headings_look_like(
    text: str, read_as: str, meant: str, desk: Desk
) -> None:
    (found,) = [one for one in desk.bring(text, read_as).problems if one.code == CODE]
    assert (found.level, found.row) == ("warning", None)
    assert f"(--as {meant})" in found.hint("fr") and f"(--as {meant})" in found.hint("en")


def test_organisations_of_a_pole_are_its_members(desk: Desk) -> None:
    report = desk.bring(ORGANISATIONS, "shareholdings", pole="P", new_pole=True)
    (found,) = [one for one in report.problems if one.code == CODE]
    assert "(--as members)" in found.hint("fr")


@pytest.mark.parametrize(
    ("text", "read_as"),
    [
        # Lines are read of it: it may be the list that it is said to be.
        (f"{SHARES};Bêta;10\n", "shareholdings"),
        # Whose members they are is still to be told.
        (ORGANISATIONS, "members"),
        # It is of this list, whatever its lines lack.
        ("Associé;Société;% du capital\n;Bêta;10\n", "shareholdings"),
        ("a;b\n1;2\n", "ties"),
    ],
)
def test_a_list_that_is_the_one_said_or_none(text: str, read_as: str, desk: Desk) -> None:
    report = desk.bring(text, read_as, ask_pole=True)
    assert report.refused and CODE not in {one.code for one in report.problems}
