"""Organisations that a list says to be poles or groups: the line that does says so."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from loading import Desk, a_desk

from maillage.ingest.loading.report import Report

MEMBERS = "Structure;Commune\nAlpha;Redon\nBêta;Rieux\n"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with a_desk(tmp_path) as found:
        found.bring(MEMBERS, "members", pole="P1")
        yield found


def told(report: Report, code: str = "member_now_pole") -> dict[int | None, str]:
    return {one.row: one.value for one in report.problems if one.code == code}


def grouped(report: Report) -> dict[int | None, str]:
    return told(report, "organisation_now_group")


def test_a_list_of_members_loaded_as_poles(desk: Desk) -> None:
    content = MEMBERS + "Gamma;Allaire\n"
    assert told(desk.bring(content, "poles", dry_run=True)) == {2: "Alpha", 3: "Bêta"}
    assert told(desk.bring(content, "poles")) == {2: "Alpha", 3: "Bêta"}
    assert not told(desk.bring(content + "Delta;Allaire\n", "poles"))


def test_a_member_given_as_the_pole_of_a_list(desk: Desk) -> None:
    assert told(desk.bring("Structure\nGamma\n", "members", pole="alpha")) == {2: "Alpha"}


def test_a_pole_known_by_the_lists_of_others_becomes_none(desk: Desk) -> None:
    desk.bring("De;Vers;Nature\nP2;Alpha;partenariat\n", "ties")
    assert not told(desk.bring("Nom\nP1\nP2\n", "poles"))


def test_a_member_that_a_list_says_to_be_a_group(desk: Desk) -> None:
    groups = "Nom du groupe;Nature;Commune\nAlpha;lieu;Redon\nGamma;lieu;Redon\n"
    for dry_run in (True, False):
        report = desk.bring(groups, "groups", dry_run=dry_run)
        assert grouped(report) == {2: "Alpha"} and not told(report)
    (said,) = [one for one in report.problems if one.code == "organisation_now_group"]
    plain = said.message("fr").replace("\u202f", " ")
    assert plain == "« Alpha » (organisation) devient « lieu » par cette ligne."
    assert not grouped(desk.bring(groups + "Delta;lieu;Redon\n", "groups"))


def test_an_organisation_that_is_no_member_in_the_place_of_an_employer_group(desk: Desk) -> None:
    desk.bring("Nom;SIREN;Forme juridique\nÉpi;732829320;SARL\n", "actors")
    lines = "Membre;Heures\nGamma;10\nDelta;10\n"
    assert grouped(desk.bring(lines, "employers", group="Epi", dry_run=True)) == {2: "Épi"}
    report = desk.bring("Groupement;Membre;Heures\nBêta;Zêta;5\nÉpi;Gamma;10\n", "employers")
    assert grouped(report) == {2: "Bêta", 3: "Épi"}
    (said,) = [
        one for one in report.problems if one.code == "organisation_now_group" and one.row == 3
    ]
    assert "(entreprise)" in said.message("fr") and "(firm)" in said.message("en")


@pytest.mark.parametrize(
    "group", ["GEIQ BTP", "Groupement d’employeurs du Val", "GE des Plateaux", "Epsilon"]
)
def test_who_is_called_so_or_was_merely_named_is_no_surprise(group: str, desk: Desk) -> None:
    if group == "Epsilon":
        desk.bring(f"De;Vers;Nature\nAlpha;{group};partenariat\n", "ties")
    else:
        desk.bring(f"Structure;Forme juridique\n{group};Association\n", "members", pole="P1")
    assert not grouped(desk.bring("Membre;Heures\nGamma;10\n", "employers", group=group))


def test_a_group_that_a_line_says_to_be_that_very_actor_is_no_surprise(desk: Desk) -> None:
    alpha = desk.actor("Alpha").id
    text = f"Nom du groupe;Nature;Acteur identique\nAlpha;lieu;{alpha}\n"
    assert not grouped(desk.bring(text, "groups"))
    assert desk.actor("Alpha").kind == "place"
