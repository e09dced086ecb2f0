"""A line of the sheet that a member is sent by `maillage ask`: what it asks, what is answered."""

from __future__ import annotations

from typing import Annotated

from maillage.graph.dates import DateSpan
from maillage.ingest.lists.rows import Row, cell
from maillage.ingest.lists.ties import TIE_WORDS

OUTGOING, INCOMING = "outgoing", "incoming"
DIRECTION_WORDS = {
    OUTGOING: ("nous → partenaire", "us → partner"),
    INCOMING: ("partenaire → nous", "partner → us"),
}
_UNTOUCHED = ("ne pas modifier", "do not change")


class AnswerRow(Row):
    partner: Annotated[
        str | None,
        cell(
            "name",
            ("Avec", "With"),
            ("l’autre bout du lien", "the other end of the tie"),
            "Domb’Innov",
        ),
    ] = None
    kind: Annotated[
        str | None,
        cell(
            "choice",
            ("Nature du lien", "Kind of tie"),
            example="partenariat",
            choices=TIE_WORDS,
            decisive=True,
        ),
    ] = None
    direction: Annotated[
        str | None, cell("choice", ("Sens", "Direction"), choices=DIRECTION_WORDS)
    ] = None
    subtype: Annotated[str | None, cell("text", ("Précision", "Subtype"))] = None
    since: Annotated[DateSpan | None, cell("date", ("Depuis", "Since"), example="2012")] = None
    said_by: Annotated[
        str | None,
        cell(
            "text",
            ("Qui le dit", "Who says so"),
            ("pour mémoire", "for your information"),
        ),
    ] = None
    confirms: Annotated[
        bool | None,
        cell(
            "flag", ("Je confirme", "I confirm"), ("oui, ou vide", "yes, or blank"), decisive=True
        ),
    ] = None
    contests: Annotated[
        bool | None,
        cell(
            "flag", ("Je conteste", "I contest"), ("oui, ou vide", "yes, or blank"), decisive=True
        ),
    ] = None
    adds: Annotated[
        bool | None,
        cell(
            "flag",
            ("J’ajoute", "I add"),
            ("oui, sur une ligne vide", "yes, on a blank line"),
            "oui",
            decisive=True,
        ),
    ] = None
    ended: Annotated[
        DateSpan | None,
        cell(
            "date",
            ("Terminé depuis", "Over since"),
            ("si le lien a existé et n’existe plus", "if the tie did exist and no longer does"),
            decisive=True,
        ),
    ] = None
    note: Annotated[
        str | None,
        cell("text", ("Remarque", "Note"), ("sans nom de personne", "without names of persons")),
    ] = None
    pole_id: Annotated[
        str | None, cell("id", ("Feuille du pôle", "Sheet of the pole"), _UNTOUCHED)
    ] = None
    answerer: Annotated[
        str, cell("id", ("Qui répond", "Who answers"), _UNTOUCHED, "val-horizon", required=True)
    ]
    tie_id: Annotated[
        str | None, cell("id", ("Numéro du lien", "Number of the tie"), _UNTOUCHED)
    ] = None
    partner_id: Annotated[
        str | None, cell("id", ("Numéro du partenaire", "Number of the partner"), _UNTOUCHED)
    ] = None
    asked_on: Annotated[
        DateSpan | None, cell("date", ("Demandé le", "Asked on"), _UNTOUCHED, "2014-09-19")
    ] = None

    @property
    def answered(self) -> bool:
        """Whether anything was written beside what the sheet already held."""
        told = (self.confirms, self.contests, self.adds, self.ended, self.note)
        added = (self.partner, self.kind) if not self.tie_id else ()
        return any(value is not None for value in (*told, *added))

    @property
    def ticked(self) -> int:
        return sum(bool(tick) for tick in (self.confirms, self.contests, self.adds))
