"""The list of gatherings: employer groups, places, working groups, joint purchases and tools."""

from __future__ import annotations

from typing import Annotated

from maillage.graph.dates import DateSpan
from maillage.graph.model import ActorClaim, Ref
from maillage.graph.vocabulary import ACTOR_KINDS, Label
from maillage.ingest.identity.numbers import siren_and_rna
from maillage.ingest.lists.described import KIND_WORDS
from maillage.ingest.lists.drafts import Draft, Scene, kept
from maillage.ingest.lists.located import located_by_commune
from maillage.ingest.lists.rows import ListSpec, Row, cell
from maillage.ingest.places.written import commune_name

# What lists say besides the label of a kind.
_SAID_TOO = {
    "employer_group": ("ge", "geiq"),
    "place": ("tiers-lieu", "lieu partagé", "espace partagé", "espace de coworking"),
    "working_group": ("commission", "groupe projet", "atelier"),
    "joint_purchase": ("groupement d’achats", "achat commun"),
    "governance_body": ("comité de pilotage", "copil", "conseil", "bureau"),
    "event_or_project": ("événement", "projet", "manifestation"),
}
GROUP_KINDS = {
    name: (*KIND_WORDS[name], *_SAID_TOO.get(name, ()))
    for name, kind in ACTOR_KINDS.items()
    if kind.gathering and name != "pole"
}


class GroupRow(Row):
    id: Annotated[str | None, cell("id", ("Identifiant", "Identifier"), example="grp-geiq-btp")] = (
        None
    )
    name: Annotated[
        str, cell("name", ("Nom du groupe", "Name of the group"), example="GEIQ BTP", required=True)
    ]
    kind: Annotated[
        str,
        cell(
            "choice",
            ("Nature", "Kind"),
            example="groupement d’employeurs",
            choices=GROUP_KINDS,
            required=True,
        ),
    ]
    pole_id: Annotated[
        str | None,
        cell(
            "text",
            ("Pôle", "Pole"),
            ("identifiant du pôle où il se trouve", "id of the pole it belongs to"),
            "ptce-sud-aquitaine",
        ),
    ] = None
    actor_id: Annotated[
        str | None,
        cell(
            "id",
            ("Acteur identique", "Same actor"),
            (
                "identifiant de l’acteur qui est le même objet",
                "id of the actor that is the same thing",
            ),
        ),
    ] = None
    siren: Annotated[str | None, cell("siren", ("SIREN", "SIREN"))] = None
    commune: Annotated[str | None, cell("text", ("Commune", "Municipality"))] = None
    member_count: Annotated[
        int | None, cell("integer", ("Nombre de membres", "Number of members"))
    ] = None
    jobs: Annotated[int | None, cell("integer", ("Emplois", "Jobs"))] = None
    year_of_figure: Annotated[
        int | None, cell("year", ("Année des chiffres", "Year of the figures"))
    ] = None
    source: Annotated[str | None, cell("text", ("Source", "Source"))] = None
    locator: Annotated[str | None, cell("text", ("Page ou section", "Page or section"))] = None
    observed_on: Annotated[DateSpan | None, cell("date", ("Constaté le", "Observed on"))] = None
    note: Annotated[str | None, cell("text", ("Note", "Note"))] = None


def says(row: GroupRow, scene: Scene) -> Draft:
    siren, rna = siren_and_rna(row.siren)
    place = located_by_commune(row.commune, scene, row.observed_on)
    claim = ActorClaim(
        ref=Ref(
            ids=tuple(id_ for id_ in (row.id, row.actor_id) if id_),
            siren=siren,
            rna=rna,
            name=row.name,
            commune=commune_name(row.commune),
        ),
        row_key=scene.row_key,
        attributes={
            "kind": row.kind,
            **place.attributes,
            **kept(
                pole=row.pole_id,
                member_count=row.member_count,
                jobs=row.jobs,
                note=(row.note,) if row.note else None,
            ),
            **scene.extra,
        },
        figures_year=row.year_of_figure,
    )
    return Draft(
        actors=(claim,),
        source=row.source or "",
        locator=row.locator or "",
        observed_on=row.observed_on,
        problems=place.problems,
    )


GROUPS = ListSpec(
    name="groups",
    label=Label("groupes et lieux", "groups and places"),
    purpose=Label(
        "un groupement d’employeurs, un lieu, un groupe de travail… par ligne",
        "one employer group, place, working group… a line",
    ),
    row=GroupRow,
    says=says,
)
