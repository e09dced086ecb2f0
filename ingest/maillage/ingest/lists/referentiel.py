"""The référentiel of the poles (3 general objectives → 9 principal → indicators), and its scores.

These rows say nothing of actors or ties: they are kept as records and read by the read-outs.
"""

from __future__ import annotations

from typing import Annotated

from maillage.graph.dates import DateSpan
from maillage.graph.model import ActorClaim
from maillage.graph.vocabulary import Label
from maillage.ingest.lists.drafts import Draft, Scene
from maillage.ingest.lists.ends import end
from maillage.ingest.lists.rows import ListSpec, Row, cell, id_cell, name_cell
from maillage.ingest.problems import Problem


class IndicatorRow(Row):
    version: Annotated[str, cell("text", ("Version", "Version"), example="2012", required=True)]
    general_objective: Annotated[
        str,
        cell(
            "text",
            ("Objectif général", "General objective"),
            example="Cultiver et servir un territoire",
            required=True,
        ),
    ]
    principal_objective: Annotated[
        str | None, cell("text", ("Objectif principal", "Principal objective"), example="a")
    ] = None
    principal_objective_title: Annotated[
        str | None,
        cell("text", ("Intitulé de l’objectif principal", "Title of the principal objective")),
    ] = None
    indicator_code: Annotated[
        str | None, cell("text", ("Code de l’indicateur", "Indicator code"), example="a1")
    ] = None
    indicator: Annotated[
        str | None,
        cell("text", ("Indicateur", "Indicator"), example="Lieu identifié et accessible"),
    ] = None
    importance_class: Annotated[
        str | None, cell("text", ("Classe d’importance", "Importance class"))
    ] = None
    source: Annotated[str | None, cell("text", ("Source", "Source"))] = None
    locator: Annotated[str | None, cell("text", ("Page ou section", "Page or section"))] = None
    note: Annotated[str | None, cell("text", ("Note", "Note"))] = None


class ScoreRow(Row):
    pole: Annotated[str | None, name_cell("Pôle", "Pole", "Domb’Innov")] = None
    pole_id: Annotated[str | None, id_cell("pôle", "pole")] = None
    version: Annotated[str, cell("text", ("Version", "Version"), example="2012", required=True)]
    indicator_code: Annotated[
        str, cell("text", ("Code de l’indicateur", "Indicator code"), example="a1", required=True)
    ]
    respondent: Annotated[
        str | None,
        cell(
            "text",
            ("Répondant", "Respondent"),
            ("une organisation, jamais une personne", "an organisation, never a person"),
        ),
    ] = None
    score: Annotated[
        int, cell("score", ("Note de 1 à 6", "Score from 1 to 6"), example="4", required=True)
    ]
    observed_on: Annotated[DateSpan | None, cell("date", ("Date", "Date"), example="2014")] = None
    source: Annotated[str | None, cell("text", ("Source", "Source"))] = None


def says_indicator(row: IndicatorRow, scene: Scene) -> Draft:
    del scene
    return Draft(source=row.source or "", locator=row.locator or "")


def says_score(row: ScoreRow, scene: Scene) -> Draft:
    """A score is about a pole: it rests in the pole's records."""
    pole = end(id=row.pole_id, name=row.pole) or scene.pole
    if pole is None:
        return Draft(problems=(Problem.of("value_missing", column="Pôle"),))
    about = ActorClaim(ref=pole)
    return Draft(actors=(about,), source=row.source or "", observed_on=row.observed_on)


REFERENTIEL = ListSpec(
    name="referentiel",
    label=Label("référentiel", "référentiel"),
    purpose=Label("un indicateur par ligne", "one indicator a line"),
    row=IndicatorRow,
    says=says_indicator,
)
SCORES = ListSpec(
    name="referentiel-scores",
    label=Label("notes du référentiel", "référentiel scores"),
    purpose=Label(
        "la note d’un répondant à un indicateur par ligne",
        "one respondent's score of one indicator a line",
    ),
    row=ScoreRow,
    says=says_score,
    whose=("pole", "pole_id"),
)
