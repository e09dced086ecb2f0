"""The list of actors: one organisation a line, as it describes itself or is described."""

from __future__ import annotations

from typing import Annotated, ClassVar

from maillage.graph.dates import DateSpan
from maillage.graph.model import ActorClaim
from maillage.graph.redaction import is_person
from maillage.graph.truth.names import unnamed_id
from maillage.graph.vocabulary import Label
from maillage.ingest.lists.described import Described, described, number_findings, ref_of
from maillage.ingest.lists.drafts import Draft, Scene, kept, reversed_counts
from maillage.ingest.lists.located import located
from maillage.ingest.lists.rows import ListSpec, cell

VOTING_WORDS = {
    "capital": ("capital", "capital"),
    "said": ("voix dites", "said"),
    "member": ("un membre une voix", "member", "une personne une voix"),
    "college": ("collèges", "college", "collège"),
}


class ActorRow(Described):
    one_of: ClassVar[tuple[tuple[str, ...], ...]] = (("name", "siren", "siret", "rna", "id"),)

    id: Annotated[
        str | None,
        cell(
            "id",
            ("Identifiant", "Identifier"),
            ("le vôtre, s’il existe", "yours, if you have one"),
            "val-horizon",
        ),
    ] = None
    name: Annotated[str | None, cell("name", ("Nom", "Name"), example="Val Horizon")] = None
    other_names: Annotated[
        tuple[str, ...] | None,
        cell("set", ("Autres noms", "Other names"), ("séparés par |", "separated by |")),
    ] = None
    fees_eur: Annotated[float | None, cell("money", ("Cotisations (€)", "Fees (€)"))] = None
    public_eur: Annotated[
        float | None, cell("money", ("Ressources publiques (€)", "Public resources (€)"))
    ] = None
    private_eur: Annotated[
        float | None, cell("money", ("Ressources privées (€)", "Private resources (€)"))
    ] = None
    own_eur: Annotated[
        float | None, cell("money", ("Ressources propres (€)", "Own resources (€)"))
    ] = None
    voting: Annotated[
        str | None,
        cell(
            "choice",
            ("Règle de vote", "Voting rule"),
            (
                "si elle a des parts : capital, voix dites, un membre une voix, ou collèges",
                "if it has shares: capital, votes said, one member one vote, or colleges",
            ),
            choices=VOTING_WORDS,
        ),
    ] = None
    named: Annotated[
        bool | None,
        cell(
            "flag",
            ("Nommé", "Named"),
            ("non : la source la décrit sans nom", "no: the source gives no name"),
        ),
    ] = None
    collective: Annotated[
        bool | None,
        cell(
            "flag",
            ("Collectif", "Collective"),
            (
                "oui : plusieurs organisations sur une ligne",
                "yes: several organisations on one line",
            ),
        ),
    ] = None
    stands_for_min: Annotated[int | None, cell("integer", ("Effectif au moins", "At least"))] = None
    stands_for_max: Annotated[int | None, cell("integer", ("Effectif au plus", "At most"))] = None
    valid_from: Annotated[DateSpan | None, cell("date", ("Depuis", "Since"), example="2010")] = None
    valid_to: Annotated[DateSpan | None, cell("date", ("Jusqu’à", "Until"))] = None
    source: Annotated[str | None, cell("text", ("Source", "Source"))] = None
    locator: Annotated[str | None, cell("text", ("Page ou section", "Page or section"))] = None
    observed_on: Annotated[
        DateSpan | None, cell("date", ("Constaté le", "Observed on"), example="2012")
    ] = None


def says(row: ActorRow, scene: Scene) -> Draft:
    place, said = located(row, scene, row.observed_on), described(row)
    own = row.id or (unnamed_id(row.siren or scene.row_key) if is_person(said) else None)
    claim = ActorClaim(
        ref=ref_of(row, ids=(own,) if own else (), name=row.name),
        row_key=scene.row_key,
        attributes={
            **said,
            **place.attributes,
            **kept(
                other_names=row.other_names,
                voting=row.voting,
                named=row.named,
                collective=row.collective,
                stands_for_min=row.stands_for_min,
                stands_for_max=row.stands_for_max,
                fees_eur=row.fees_eur,
                public_eur=row.public_eur,
                private_eur=row.private_eur,
                own_eur=row.own_eur,
                valid_from=row.valid_from.text if row.valid_from else None,
                valid_to=row.valid_to.text if row.valid_to else None,
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
        problems=(
            *place.problems,
            *number_findings(row),
            *reversed_counts(row.stands_for_min, row.stands_for_max),
        ),
    )


ACTORS = ListSpec(
    name="actors",
    label=Label("acteurs", "actors"),
    purpose=Label("une organisation par ligne", "one organisation a line"),
    row=ActorRow,
    says=says,
)
