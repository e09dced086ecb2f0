"""Who belongs to which employer group (GE, GEIQ), and for how much work."""

from __future__ import annotations

from typing import Annotated, ClassVar

from maillage.graph.dates import DateSpan
from maillage.graph.model import ActorClaim, TieClaim
from maillage.graph.vocabulary import Label, Tier
from maillage.ingest.lists.described import Described, described, number_findings, ref_of
from maillage.ingest.lists.drafts import Draft, Scene, kept, reversed_dates, same_end
from maillage.ingest.lists.ends import end, reference
from maillage.ingest.lists.located import located
from maillage.ingest.lists.rows import ListSpec, cell, id_cell, name_cell
from maillage.ingest.problems import Problem

EMPLOYER_GROUP = "employer_group"


class EmployerRow(Described):
    spell: ClassVar[tuple[str, str] | None] = ("since", "until")
    one_of: ClassVar[tuple[tuple[str, ...], ...]] = (
        ("member", "member_id", "siren", "siret", "rna"),
    )

    group: Annotated[
        str | None, name_cell("Groupement d’employeurs", "Employer group", "GEIQ BTP")
    ] = None
    group_id: Annotated[str | None, id_cell("groupement", "group")] = None
    member: Annotated[str | None, name_cell("Membre", "Member", "Val Horizon")] = None
    member_id: Annotated[str | None, id_cell("membre", "member")] = None
    shared_fte: Annotated[
        float | None,
        cell(
            "number",
            ("ETP partagés", "Shared FTE"),
            ("mis à disposition chez ce membre", "made available to this member"),
            "1,5",
        ),
    ] = None
    hours: Annotated[float | None, cell("number", ("Heures", "Hours"), example="820")] = None
    since: Annotated[DateSpan | None, cell("date", ("Depuis", "Since"), example="2012")] = None
    until: Annotated[DateSpan | None, cell("date", ("Jusqu’à", "Until"))] = None
    source: Annotated[str | None, cell("text", ("Source", "Source"))] = None
    observed_on: Annotated[DateSpan | None, cell("date", ("Constaté le", "Observed on"))] = None


def says(row: EmployerRow, scene: Scene) -> Draft:
    group = end(id=row.group_id, name=row.group)
    if group is None and scene.pole_kind == EMPLOYER_GROUP:
        group = scene.pole
    if group is None:
        return Draft(problems=(Problem.of("value_missing", column="Groupement d’employeurs"),))
    place = located(row, scene, row.observed_on)
    numbered = ref_of(row, name=row.member, ids=(row.member_id,) if row.member_id else ())
    known = numbered.siren or numbered.rna or numbered.ids or not row.member
    member = numbered if known else reference(row.member or "", place.commune)
    tie = TieClaim(
        source=member,
        target=group,
        kind=EMPLOYER_GROUP,
        start=row.since,
        end=row.until,
        tier=Tier.MEANS,
        attributes=kept(fte=row.shared_fte, hours=row.hours),
    )
    said = {**described(row), **place.attributes, **scene.extra}
    of_group = ActorClaim(ref=group, attributes={"kind": EMPLOYER_GROUP})
    of_member = ActorClaim(ref=member, attributes=said, figures_year=row.year_of_figure)
    return Draft(
        actors=(of_member, of_group) if said else (of_group,),
        ties=(tie,),
        source=row.source or "",
        observed_on=row.observed_on,
        problems=(
            *place.problems,
            *number_findings(row),
            *same_end(member, group, row.member or ""),
            *reversed_dates(row.since, row.until),
        ),
    )


EMPLOYERS = ListSpec(
    name="employers",
    label=Label("groupements d’employeurs", "employer groups"),
    purpose=Label(
        "un membre d’un GE ou d’un GEIQ par ligne", "one member of an employer group a line"
    ),
    row=EmployerRow,
    says=says,
    whose=("group", "group_id"),
)
