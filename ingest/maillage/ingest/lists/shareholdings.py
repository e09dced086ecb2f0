"""Who holds which share of what: capital and votes are two columns, seldom equal."""

from __future__ import annotations

from typing import Annotated, ClassVar

from maillage.graph.dates import DateSpan
from maillage.graph.model import TieClaim
from maillage.graph.vocabulary import HOLDING, Label, Tier
from maillage.ingest.lists.drafts import Draft, Scene, kept, reversed_dates
from maillage.ingest.lists.ends import end
from maillage.ingest.lists.rows import ListSpec, Row, cell, id_cell, name_cell
from maillage.ingest.problems import Problem


class ShareholdingRow(Row):
    spell: ClassVar[tuple[str, str] | None] = ("since", "until")
    one_of: ClassVar[tuple[tuple[str, ...], ...]] = (
        ("holder", "holder_id", "holder_siren"),
        ("firm", "firm_id", "firm_siren"),
    )

    holder: Annotated[str | None, name_cell("Détenteur", "Holder", "Région Rhône-Alpes")] = None
    holder_id: Annotated[str | None, id_cell("détenteur", "holder")] = None
    holder_siren: Annotated[
        str | None, cell("siren", ("SIREN du détenteur", "SIREN of the holder"))
    ] = None
    firm: Annotated[str | None, name_cell("Société", "Firm", "Transméa")] = None
    firm_id: Annotated[str | None, id_cell("société", "firm")] = None
    firm_siren: Annotated[
        str | None, cell("siren", ("SIREN de la société", "SIREN of the firm"))
    ] = None
    share_pct: Annotated[
        str | None,
        cell(
            "share",
            ("Part du capital (%)", "Share of capital (%)"),
            ("en pour cent : 51 ou 33,4", "in per cent: 51 or 33.4"),
            "33,4",
        ),
    ] = None
    votes_pct: Annotated[
        str | None,
        cell(
            "share",
            ("Part des voix (%)", "Share of votes (%)"),
            (
                "en pour cent ; n’est pas la part du capital",
                "in per cent; not the share of capital",
            ),
            "25",
        ),
    ] = None
    college: Annotated[
        str | None,
        cell(
            "text",
            ("Collège", "College"),
            ("où vote le détenteur, dans une SCIC", "where the holder votes, in a SCIC"),
            "usagers",
        ),
    ] = None
    college_votes_pct: Annotated[
        str | None,
        cell(
            "share",
            ("Voix du collège (%)", "Votes of the college (%)"),
            (
                "en pour cent, pour tout le collège",
                "in per cent, for the whole college",
            ),
            "20",
        ),
    ] = None
    amount_eur: Annotated[
        float | None, cell("money", ("Montant (€)", "Amount (€)"), example="1 000 000")
    ] = None
    at: Annotated[
        DateSpan | None,
        cell(
            "date",
            ("À la date du", "At date"),
            ("quand ces parts étaient vraies", "when these shares held"),
            "2012-12-31",
        ),
    ] = None
    since: Annotated[DateSpan | None, cell("date", ("Depuis", "Since"))] = None
    until: Annotated[DateSpan | None, cell("date", ("Jusqu’à", "Until"))] = None
    source: Annotated[str | None, cell("text", ("Source", "Source"))] = None
    note: Annotated[str | None, cell("text", ("Note", "Note"))] = None


def says(row: ShareholdingRow, scene: Scene) -> Draft:
    holder = end(id=row.holder_id, siren=row.holder_siren, name=row.holder)
    firm = end(id=row.firm_id, siren=row.firm_siren, name=row.firm)
    if holder is None or firm is None:
        missing = "Détenteur" if holder is None else "Société"
        return Draft(problems=(Problem.of("value_missing", column=missing),))
    tie = TieClaim(
        source=holder,
        target=firm,
        kind=HOLDING,
        start=row.since,
        end=row.until,
        tier=Tier.CAPITAL,
        attributes={
            **kept(
                share_pct=row.share_pct,
                votes_pct=row.votes_pct,
                college=row.college,
                college_votes_pct=row.college_votes_pct,
                amount_eur=row.amount_eur,
                note=row.note,
            ),
            **scene.extra,
        },
    )
    return Draft(
        ties=(tie,),
        source=row.source or "",
        observed_on=row.at,
        problems=reversed_dates(row.since, row.until),
    )


SHAREHOLDINGS = ListSpec(
    name="shareholdings",
    label=Label("participations au capital", "shareholdings"),
    purpose=Label("une participation par ligne", "one shareholding a line"),
    row=ShareholdingRow,
    says=says,
    shared=("firm", "firm_id", "firm_siren"),
)
