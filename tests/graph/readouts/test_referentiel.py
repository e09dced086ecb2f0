"""The référentiel of a pole: what the graph shows of each indicator, and the scores beside."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from loading import Desk, a_desk

from maillage.graph.errors import NotFound, UnknownName
from maillage.graph.port import Reader
from maillage.graph.readouts.referentiel import CANNOT_BE_SEEN, referentiel
from maillage.graph.readouts.referentiel_rows import HEADINGS, INDICATORS, SCORES
from maillage.graph.readouts.signs import CONTRADICTS, SIGNS, SUPPORTS
from maillage.graph.readouts.statement import Readout
from maillage.ingest.lists.registry import list_spec

POLES = "id,name,common_place,jobs,year_of_figure\np,Pôle,no,12,2012\n"
SHEET = (
    "Version;Objectif général;Objectif principal;Code de l’indicateur;Indicateur\n"
    "2012;Territoire;a;a1;Lieu identifié\n"
    "2012;Territoire;a;a2;Connaissance du milieu\n"
    "2012;Économie;g;g1;Emplois\n"
)
SCORED = (
    "Pôle;Version;Code de l’indicateur;Répondant;Note de 1 à 6;Date\n"
    "Pôle;2012;a1;CBE;2;2012\n"
    "Pôle;2012;a1;CBE;4;2014\n"
    "Pôle;2012;a1;GEIQ;5;2014\n"
    "Pôle;2012;a2;GEIQ;6;2014\n"
)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with a_desk(tmp_path) as found:
        found.bring(POLES, "poles", name="p.csv")
        found.bring(SHEET, "referentiel", name="r.csv")
        yield found


def verdicts(found: Readout) -> dict[str, str]:
    return {said.about: said.verdict for said in found.statements if said.code == "indicator"}


def test_supported_contradicted_or_not_to_be_seen(desk: Desk) -> None:
    found = referentiel(desk.store, "p")
    assert verdicts(found) == {"a1": CONTRADICTS, "a2": CANNOT_BE_SEEN, "g1": CANNOT_BE_SEEN}
    assert [said.sentence.fr for said in found.statements] == [
        "Aucun répondant n’a noté ce pôle.",
        "Version 2012, 3 indicateurs\u202f: le graphe en appuie 0, en contredit 1\u202f; 2 ne "
        "peuvent s’y voir.",
        "a1. Lieu identifié\u202f: il est dit qu’il n’y a pas de lieu commun.",
        "a2. Connaissance du milieu\u202f: ne peut se voir dans un graphe.",
        "g1. Emplois\u202f: rien n’en est connu.",
    ]
    assert found.said("indicator", "a2").sentence.en == (
        "a2. Connaissance du milieu: cannot be seen in a graph."
    )


@pytest.mark.parametrize(
    ("jobs", "verdict"), [(20, SUPPORTS), (5, CONTRADICTS), (12, CANNOT_BE_SEEN)]
)
def test_jobs_of_two_years(desk: Desk, jobs: int, verdict: str) -> None:
    desk.bring(f"id,jobs,year_of_figure\np,{jobs},2014\n", "poles", name="q.csv")
    found = referentiel(desk.store, "p").said("indicator", "g1")
    assert found.verdict == verdict
    before = referentiel(desk.store, "p", at="2013").said("indicator", "g1")
    assert before.verdict == CANNOT_BE_SEEN
    # Records of both figures, and the line of the référentiel.
    assert len(found.evidence.records) == (3 if verdict != CANNOT_BE_SEEN else 1)


def test_scores_have_their_mean_and_spread(desk: Desk) -> None:
    desk.bring(SCORED, "referentiel-scores", name="s.csv")
    found = referentiel(desk.store, "p")
    assert "no_score" not in {said.code for said in found.statements}
    place = found.said("indicator", "a1")
    # Of one respondent the latest word holds: CBE 4, GEIQ 5.
    assert (place.figures["mean"], place.figures["spread"]) == (4.5, 0.5)
    assert place.sentence.fr.endswith("Noté 4,5 sur 6 par 2 répondants (de 4 à 5).")
    alone = found.said("indicator", "a2")
    assert (alone.figures["mean"], alone.figures["spread"]) == (6.0, None)
    assert alone.sentence.en.endswith("Scored 6.0 of 6 by 1 respondent.")


def test_scores_of_another_version_or_an_undone_load_do_not_count(desk: Desk) -> None:
    desk.bring(SCORED.replace(";2012;", ";2014;"), "referentiel-scores", name="s.csv")
    assert referentiel(desk.store, "p").said("no_score")


def test_another_version_has_the_signs_of_what_it_repeats(desk: Desk) -> None:
    other = "2014;Servir;x;x1;Lieu identifié\n2014;Servir;x;x2;Autre chose\n"
    desk.bring(SHEET.splitlines()[0] + "\n" + other, "referentiel", name="n.csv")
    found = referentiel(desk.store, "p")
    assert verdicts(found) == {"x1": CONTRADICTS, "x2": CANNOT_BE_SEEN}
    assert list(verdicts(referentiel(desk.store, "p", "2012"))) == ["a1", "a2", "g1"]
    with pytest.raises(UnknownName) as refused:
        referentiel(desk.store, "p", "2015")
    assert "2012" in refused.value.text("fr")


def test_without_a_referentiel_it_says_so(tmp_path: Path) -> None:
    with a_desk(tmp_path) as found:
        found.bring(POLES, "poles", name="p.csv")
        (only,) = referentiel(found.store, "p").statements
        assert only.code == "no_referentiel"
        with pytest.raises(NotFound):
            referentiel(found.store, "nobody")


def test_columns_are_known_by_the_headings_of_the_lists() -> None:
    """The graph may not read the lists: their headings are written twice, and compared here."""
    cells = {**list_spec(SCORES).row.cells(), **list_spec(INDICATORS).row.cells()}
    for field, words in HEADINGS.items():
        assert (cells[field].label.fr, cells[field].label.en) == words


# ---------------------------------------------------------------------- the documents


def test_the_27_indicators_of_2012(demonstration: Reader) -> None:
    found = referentiel(demonstration, "ptce-dombinnov")
    told = verdicts(found)
    assert len(told) == 27
    assert set(SIGNS) <= set(told)
    assert told["g1"] == SUPPORTS  # 200 then 300 jobs
    assert "de 200 en 2012 à 300 en 2014" in found.said("indicator", "g1").sentence.fr
    generals = {str(said.figures["general_objective"]) for said in found.statements if said.verdict}
    assert len(generals) == 3


def test_smac_07_has_no_place(demonstration: Reader) -> None:
    assert verdicts(referentiel(demonstration, "ptce-smac-07"))["a1"] == CONTRADICTS


def test_of_2014_only_the_objectives_were_published(demonstration: Reader) -> None:
    (only,) = referentiel(demonstration, "ptce-smac-07", "2014").statements
    assert only.sentence.fr == "De la version 2014, aucun indicateur n’est connu."
