"""« Autres » may stand for some who are not named: it is kept, as it may be a name, and said."""

from __future__ import annotations

import pytest
from loading import Desk, codes, fates


@pytest.mark.parametrize(
    ("as_list", "text"),
    [
        ("members", "Structure;Pôle\nDivers;P\n"),
        ("ties", "De;Vers;Nature\nA;Divers;partenariat\n"),
        ("shareholdings", "Associé;Société;% du capital\nAutres associés;SCIC;12\n"),
        ("actors", "Nom;Commune\nAutres;Redon\n"),
        ("ties", ";A;Autres;B\nA;;x;\nAutres;x;;\nB;;;\n"),
    ],
)
def test_it_is_to_look_at_in_every_list(as_list: str, text: str, desk: Desk) -> None:
    report = desk.bring(text, as_list)
    assert "perhaps_nobody" in {one.code for one in report.problems}
    assert fates(report)["changed"] == 1
    assert desk.names & {"Divers", "Autres", "Autres associés"}


def test_names_that_hold_such_a_word_are_names(desk: Desk) -> None:
    text = "Structure;Pôle\nAutres Regards;P\nDivers Gens;P\nL’Autre;P\n"
    assert fates(desk.bring(text, "members")) == {"accepted": 3}


def test_of_partners_it_is_said_once(desk: Desk) -> None:
    report = desk.bring("Partenaire 1;Partenaire 2;Partenaire 3\nA;B;Divers\n", "partnerships")
    assert codes(report, 2) == {"partners_unnamed", "actor_new"}
    assert desk.names == {"A", "B"}
