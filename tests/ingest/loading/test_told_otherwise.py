"""Two lines of a file that tell one tie differently are named, with what differs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from loading import Desk, a_desk, fates
from workbooks import workbook

HEAD = "De;Vers;Nature;Précision;Depuis;Jusqu’à;État;Direction;Part du capital (%);Constaté le;Note"
CODE = "tie_told_otherwise"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with a_desk(tmp_path) as one:
        yield one


def said(desk: Desk, *lines: str) -> list[tuple[int | None, str]]:
    report = desk.bring("\n".join((HEAD, *lines)), "ties")
    assert not report.refused
    return [
        (problem.row, problem.message("en").partition("line 2: ")[2])
        for problem in report.problems
        if problem.code == CODE
    ]


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("partenariat;;;;;;;;", "partenariat;;;;prévu;;;;", "status “active” (kept) or “planned”."),
        (
            "partenariat;;2010;2013;;;;;",
            "partenariat;;2012;2015;;;;;",
            "since “2010” (kept) or “2012”; until “2015” (kept) or “2013”.",
        ),
        (
            "participation au capital;;;;;;33,3;;",
            "participation au capital;;;;;;40;;",
            "share of capital (%) “33.3” (kept) or “40”.",
        ),
        ("partenariat;;;;;;;;", "partenariat;;;;;orienté;;;", "directed or not (two ties)."),
    ],
)
def test_what_two_lines_tell_otherwise_is_said_at_the_later(
    one: str, other: str, told: str, desk: Desk
) -> None:
    assert said(desk, f"Alpha;Bêta;{one}", f"Alpha;Bêta;{other}") == [(3, told)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # Each adds what the other does not say, or says as precisely as it can.
        ("partenariat;;;;;;;;", "partenariat;;2010;;;;;;"),
        ("partenariat;;2010;;;;;;", "partenariat;;2010-03;;;;;;"),
        ("partenariat;;;;;;;;une note", "partenariat;;;;;;;;une autre"),
        ("participation au capital;;;;;;40 %;;", "participation au capital;;;;;;40,0;;"),
        # Two ties: parted by a gap, by what they are.
        ("partenariat;;2008;2009;terminé;;;;", "partenariat;;2012;;en cours;;;;"),
        ("partenariat;charte;2010;;;;;;", "partenariat;bail;2012;;;;;;"),
        # What changed from one day to another.
        (
            "participation au capital;;;;;;30;2010;",
            "participation au capital;;;;;;40;2012;",
        ),
    ],
)
def test_what_does_not_contradict_is_not_said(one: str, other: str, desk: Desk) -> None:
    assert not said(desk, f"Alpha;Bêta;{one}", f"Alpha;Bêta;{other}")


def test_a_tie_that_goes_both_ways_is_no_contradiction(desk: Desk) -> None:
    assert not said(desk, "Alpha;Bêta;financement;;2010", "Bêta;Alpha;financement;;2012")


def test_the_later_line_is_to_be_looked_at_and_named_in_french(desk: Desk) -> None:
    head = HEAD.split(";")
    row = ["Alpha", "Bêta", "partenariat", "", "2010"]
    book = workbook(Une=[head, row], Deux=[head, [*row[:4], "2011"]])
    report = desk.bring(book, "ties", name="liens.xlsx")
    (found,) = [problem for problem in report.problems if problem.code == CODE]
    assert (found.sheet, found.row) == ("Deux", 2)
    assert found.message("fr") == (
        "Le même lien est dit autrement à la ligne 2 de «\u202fUne\u202f»\u202f: "
        "depuis «\u202f2010\u202f» (gardé) ou «\u202f2011\u202f»."
    )
    assert fates(report) == {"accepted": 1, "changed": 1}


def test_lines_of_another_file_are_not_named(desk: Desk) -> None:
    assert not said(desk, "Alpha;Bêta;partenariat;;2010")
    assert not said(desk, "Alpha;Bêta;partenariat;;2012")
    assert desk.tie("Alpha", "Bêta", "partnership").conflicts


def test_whoever_is_named_in_two_ways_is_one(desk: Desk) -> None:
    desk.bring("Nom;SIREN\nAlpha;732829320\nBêta;\n", "actors", name="acteurs.csv")
    lines = "Alpha;Bêta;partenariat;;2010", "732 829 320;bêta;partenariat;;2011"
    assert said(desk, *lines) == [(3, "since “2010” (kept) or “2011”.")]


def told_of_actors(desk: Desk, text: str, as_list: str = "actors", **options: str) -> list[str]:
    report = desk.bring(text, as_list, **options)
    return [p.message("en") for p in report.problems if p.code == "actor_told_otherwise"]


def test_two_lines_that_tell_one_organisation_differently_are_named(desk: Desk) -> None:
    head = "Nom;SIREN;Forme juridique;Emplois;Année des chiffres;Couleur"
    text = f"{head}\nAlpha;732829320;Asso;4;2020;bleu\nAlpha;732829320;SAS;5;2020;vert\n"
    assert told_of_actors(desk, text) == [
        "“Alpha” is told otherwise on line 2: Couleur “bleu” (kept) or “vert”; legal form “Asso” "
        "(kept) or “SAS”; jobs “4” (kept) or “5”."
    ]


@pytest.mark.parametrize(
    "line",
    [
        "ALPHA;732829320;association;4;2020;Bleu",
        "Alpha;732829320;assoc. loi 1901;9;2021;",
        "Bêta;552100554;SAS;5;2020;vert",
    ],
)
def test_lines_that_agree_or_are_of_two_organisations_or_years_are_not(
    desk: Desk, line: str
) -> None:
    head = "Nom;SIREN;Forme juridique;Emplois;Année des chiffres;Couleur"
    assert not told_of_actors(desk, f"{head}\nAlpha;732829320;Asso;4;2020;bleu\n{line}\n")


def test_the_members_of_a_form_that_answered_twice_are_named(desk: Desk) -> None:
    text = "Structure;Commune;Emplois\nBrasserie;Paimpont;4\nBrasserie;Paimpont;5\n"
    assert len(told_of_actors(desk, text, "members", pole="P")) == 1
