"""Numbers and ids that contradict each other are said, in both languages, and merge nobody."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from loading import Desk, a_desk
from registers_made import made_siren

from maillage.ingest.identity.numbers import is_siret
from maillage.ingest.problems import Problem

HEADING = "Identifiant;Nom;SIREN;SIRET;RNA\n"
ONE, TWO = made_siren(1), made_siren(2)
SIRET_OF_ONE = next(f"{ONE}0001{key}" for key in range(10) if is_siret(f"{ONE}0001{key}"))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with a_desk(tmp_path) as desk:
        yield desk


def said(desk: Desk, name: str, *lines: str) -> dict[str, Problem]:
    text = HEADING + "".join(f"{line}\n" for line in lines)
    report = desk.bring(text, "actors", name=name)
    assert report.written
    return {one.code: one for one in report.problems}


FIRST, SECOND = f"a;Val Horizon;{ONE};;W401002345", "b;Les Jardins;{};;W401002345"


@pytest.mark.parametrize("apart", [True, False])
@pytest.mark.parametrize(
    ("lines", "code", "words"),
    [
        ((FIRST, SECOND.format(TWO)), "rna_of_another", ("Val Horizon (a, SIREN", "two SIRENs")),
        ((FIRST, f"a;Les Jardins;{TWO};;"), "id_of_another", ("autre acteur", "another actor")),
        (("a;Val Horizon;;;", "a;Mairie de Redon;;;"), "id_of_another_name", ("« Val", "“Val")),
    ],
)
def test_a_number_that_is_another_s_is_said(
    desk: Desk, lines: tuple[str, str], code: str, words: tuple[str, str], apart: object
) -> None:
    if apart:
        assert said(desk, "1.csv", lines[0]) == {}
        (found,) = said(desk, "2.csv", lines[1]).values()
    else:
        (found,) = said(desk, "1.csv", *lines).values()
    assert (found.code, found.level, bool(found.hint("en"))) == (code, "warning", True)
    shown = found.message("fr").replace("\u202f", " "), found.message("en")
    assert words[0] in shown[0] and words[1] in shown[1]
    assert len(desk.graph.actors) == (1 if code == "id_of_another_name" else 2)


@pytest.mark.parametrize(
    "lines",
    [
        ("a;Val Horizon;;;", f"a;VAL HORIZON (association);{ONE};;"),
        ("a;Réseau des territoires;;;", "a;R.D.T.;;;"),
        (f"a;Val Horizon;{ONE};;W401002345", f"a;Le Tilleul;{ONE};{SIRET_OF_ONE};W401002345"),
    ],
)
def test_what_agrees_is_not_talked_about(desk: Desk, lines: tuple[str, str]) -> None:
    assert said(desk, "1.csv", lines[0]) == said(desk, "2.csv", lines[1]) == {}
    assert len(desk.graph.actors) == 1


def test_a_siret_beside_the_siren_of_another_is_left_out_and_said(desk: Desk) -> None:
    found = said(desk, "1.csv", f"a;Val Horizon;{TWO};{SIRET_OF_ONE};")["siret_of_another"]
    assert (found.column, found.row) == ("SIRET", 2)
    assert TWO in found.message("fr") and "no establishment" in found.message("en")
    actor = desk.actor("Val Horizon")
    assert (actor.siren, actor.attributes.get("sirets")) == (TWO, None)
    members = f"Membre;SIREN;SIRET;Pôle\nVal Horizon;{TWO};{SIRET_OF_ONE};Pôle X\n"
    report = desk.bring(members, "members", name="m.csv")
    assert "siret_of_another" in {one.code for one in report.problems}
