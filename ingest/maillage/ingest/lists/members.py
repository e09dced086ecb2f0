"""Who is a member of what: of a pole, or of a network."""

from __future__ import annotations

from typing import Annotated, ClassVar

from maillage.graph.dates import DateSpan
from maillage.graph.model import ActorClaim, Ref, TieClaim
from maillage.graph.vocabulary import Label, Status
from maillage.ingest.lists.described import Described, described, number_findings, ref_of
from maillage.ingest.lists.drafts import Draft, Scene, kept, reversed_dates, same_end
from maillage.ingest.lists.ends import end, reference
from maillage.ingest.lists.located import Located, located
from maillage.ingest.lists.rows import ListSpec, cell, id_cell, name_cell
from maillage.ingest.lists.ties import STATUS_WORDS
from maillage.ingest.problems import Problem


class MemberRow(Described):
    spell: ClassVar[tuple[str, str] | None] = ("since", "until")
    one_of: ClassVar[tuple[tuple[str, ...], ...]] = (
        ("member", "member_id", "siren", "siret", "rna"),
    )

    member: Annotated[str | None, name_cell("Membre", "Member", "Val Horizon")] = None
    member_id: Annotated[str | None, id_cell("membre", "member")] = None
    pole: Annotated[
        str | None,
        cell(
            "name",
            ("Pôle", "Pole"),
            (
                "nom ou identifiant ; inutile si le pôle est dit au chargement",
                "name or id; not needed if the pole is said on loading",
            ),
            "Domb’Innov",
        ),
    ] = None
    pole_id: Annotated[str | None, id_cell("pôle", "pole")] = None
    network: Annotated[
        str | None,
        cell(
            "name",
            ("Réseau", "Network"),
            ("si la liste est celle d’un réseau", "if the list is a network's"),
            "RTES",
        ),
    ] = None
    role: Annotated[str | None, cell("text", ("Rôle", "Role"), example="administrateur")] = None
    college: Annotated[str | None, cell("text", ("Collège", "College"), example="usagers")] = None
    votes: Annotated[float | None, cell("number", ("Voix", "Votes"), example="1")] = None
    fee_eur: Annotated[float | None, cell("money", ("Cotisation (€)", "Fee (€)"), example="60")] = (
        None
    )
    since: Annotated[DateSpan | None, cell("date", ("Depuis", "Since"), example="2012")] = None
    until: Annotated[DateSpan | None, cell("date", ("Jusqu’à", "Until"))] = None
    status: Annotated[str | None, cell("choice", ("État", "Status"), choices=STATUS_WORDS)] = None
    source: Annotated[str | None, cell("text", ("Source", "Source"))] = None
    observed_on: Annotated[DateSpan | None, cell("date", ("Constaté le", "Observed on"))] = None


def says(row: MemberRow, scene: Scene) -> Draft:
    place = located(row, scene, row.observed_on)
    member = _member(row, place)
    joined, kind = _joined(row, scene)
    if joined is None:
        return Draft(problems=(Problem.of("value_missing", column="Pôle"),))
    tie = TieClaim(
        source=member,
        target=joined,
        kind="network_affiliation" if kind == "network" else "membership",
        start=row.since,
        end=row.until,
        status=Status(row.status) if row.status else None,
        attributes=kept(role=row.role, college=row.college, votes=row.votes, fee_eur=row.fee_eur),
    )
    return Draft(
        actors=_actors(
            row, member, ActorClaim(ref=joined, attributes={"kind": kind}), scene, place
        ),
        ties=(tie,),
        source=row.source or "",
        observed_on=row.observed_on,
        problems=(
            *place.problems,
            *number_findings(row),
            *same_end(member, joined, row.member or ""),
            *reversed_dates(row.since, row.until),
        ),
    )


def _member(row: MemberRow, place: Located) -> Ref:
    described_ref = ref_of(row, name=row.member, ids=(row.member_id,) if row.member_id else ())
    if described_ref.siren or described_ref.rna or described_ref.ids or not row.member:
        return described_ref
    return reference(row.member, place.commune)


def _joined(row: MemberRow, scene: Scene) -> tuple[Ref | None, str]:
    """The pole or the network, and which of the two it is."""
    if row.network:
        return reference(row.network), "network"
    told = end(id=row.pole_id, name=row.pole)
    return (told, "pole") if told else (scene.pole, scene.pole_kind)


def _actors(
    row: MemberRow, member: Ref, joined: ActorClaim, scene: Scene, place: Located
) -> tuple[ActorClaim, ...]:
    said = {**described(row), **place.attributes, **scene.extra}
    of_member = ActorClaim(ref=member, attributes=said, figures_year=row.year_of_figure)
    return (of_member, joined) if said else (joined,)


MEMBERS = ListSpec(
    name="members",
    label=Label("membres", "members"),
    purpose=Label(
        "un membre d’un pôle ou d’un réseau par ligne", "one member of a pole or network a line"
    ),
    row=MemberRow,
    says=says,
    whose=("pole", "pole_id", "network"),
)
