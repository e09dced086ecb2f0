"""Ties of any kind, one a line."""

from __future__ import annotations

from collections.abc import Mapping
from operator import attrgetter
from typing import Annotated, ClassVar

from maillage.graph.bulk import unchecked
from maillage.graph.dates import DateSpan
from maillage.graph.model import TieClaim, Value
from maillage.graph.remembered import remembered
from maillage.graph.vocabulary import (
    HOLDING,
    STATUS_LABELS,
    TIE_KINDS,
    TIER_LABELS,
    Label,
    Status,
    Tier,
)
from maillage.ingest.lists.drafts import Draft, Scene, kept, reversed_dates, same_end
from maillage.ingest.lists.ends import end
from maillage.ingest.lists.finer_kinds import FINER_KINDS
from maillage.ingest.lists.rows import ListSpec, Row, cell, id_cell, name_cell
from maillage.ingest.problems import Problem

# What lists say besides the label of a kind and its verb.
_SAID_TOO = {
    "partnership": ("convention", "convention de partenariat", "coopération", "partenaire"),
    "financing": ("subvention", "aide financière", "financeur"),
    "supply": ("fournisseur", "achat", "vente", "prestation", "sous-traitance"),
    "membership": ("adhérent", "membre"),
    "shareholding": ("participation au capital", "parts sociales", "actionnaire", "associé"),
    "shared_premises": (
        "locaux communs", "hébergement", "mutualisation de locaux", "partage de locaux",
    ),
    "shared_staff": (
        "mise à disposition de personnel", "mise à disposition de salariés", "prêt de salariés",
        "prêt de main d’œuvre", "mise à disposition",
    ),
    "joint_purchase": ("achat commun", "groupement d’achats", "mutualisation d’achats"),
    "governance": ("administrateur", "siège au conseil"),
    "carrier": ("structure porteuse", "porteur"),
}  # fmt: skip
TIE_WORDS = {
    name: (kind.label.fr, kind.label.en, kind.verb.fr, *_SAID_TOO.get(name, ()))
    for name, kind in TIE_KINDS.items()
}
# Of memberships too.
_STATUS_SAID_TOO = {
    Status.PLANNED: (
        "à venir", "en projet", "envisagé", "en attente", "candidat", "candidature", "pending",
    ),
    Status.ACTIVE: (
        "actif", "active", "signé", "en vigueur", "adhérent", "adhérent actif", "membre",
        "membre actif", "à jour", "à jour de cotisation", "renouvelé",
    ),
    Status.ENDED: (
        "fini", "échu", "clos", "radié", "démissionnaire", "démission", "démissionné", "sorti",
        "retiré", "parti", "exclu", "inactif", "résilié", "non renouvelé", "ancien", "ancienne",
        "ancien adhérent", "ancien membre", "former", "left",
    ),
}  # fmt: skip
STATUS_WORDS = {
    status.value: (label.fr, label.en, *_STATUS_SAID_TOO[status])
    for status, label in STATUS_LABELS.items()
}
TIER_WORDS = {tier.value: (label.fr, label.en) for tier, label in TIER_LABELS.items()}
DIRECTION_WORDS = {
    "directed": ("orienté", "directed", "dirigé"),
    "undirected": ("non orienté", "undirected", "mutuel", "mutual"),
}
CERTAINTY_WORDS = {"stated": ("dit", "stated", "attesté"), "deduced": ("déduit", "deduced")}


_STATUSES: Mapping[str | None, Status | None] = {None: None} | {each.value: each for each in Status}
_TIERS: Mapping[str | None, Tier | None] = {None: None} | {each.value: each for each in Tier}

# Of a row that was read every field is of its type, and the kind a word of the vocabulary.
_tie_claim = unchecked(TieClaim)


class TieRow(Row):
    spell: ClassVar[tuple[str, str] | None] = ("valid_from", "valid_to")
    one_of: ClassVar[tuple[tuple[str, ...], ...]] = (
        ("source_name", "source_id", "source_siren"),
        ("target_name", "target_id", "target_siren"),
    )

    source_id: Annotated[str | None, id_cell("de", "from")] = None
    source_name: Annotated[str | None, name_cell("De", "From", "Val Horizon")] = None
    source_siren: Annotated[str | None, cell("siren", ("SIREN : de", "SIREN: from"))] = None
    target_id: Annotated[str | None, id_cell("vers", "to")] = None
    target_name: Annotated[str | None, name_cell("Vers", "To", "Domb’Innov")] = None
    target_siren: Annotated[str | None, cell("siren", ("SIREN : vers", "SIREN: to"))] = None
    kind: Annotated[
        str,
        cell(
            "choice",
            ("Nature du lien", "Kind of tie"),
            example="partenariat",
            choices=TIE_WORDS,
            finer=FINER_KINDS,
            required=True,
        ),
    ]
    subtype: Annotated[str | None, cell("text", ("Précision", "Subtype"))] = None
    direction: Annotated[
        str | None, cell("choice", ("Direction", "Direction"), choices=DIRECTION_WORDS)
    ] = None
    share_pct: Annotated[
        str | None, cell("share", ("Part du capital (%)", "Share of capital (%)"))
    ] = None
    votes_pct: Annotated[str | None, cell("share", ("Part des voix (%)", "Share of votes (%)"))] = (
        None
    )
    amount_eur: Annotated[float | None, cell("money", ("Montant (€)", "Amount (€)"))] = None
    fee_eur: Annotated[float | None, cell("money", ("Cotisation (€)", "Fee (€)"))] = None
    programme: Annotated[str | None, cell("text", ("Programme", "Programme"))] = None
    fte: Annotated[float | None, cell("number", ("ETP", "FTE"))] = None
    hours: Annotated[float | None, cell("number", ("Heures", "Hours"))] = None
    role: Annotated[str | None, cell("text", ("Rôle", "Role"))] = None
    college: Annotated[str | None, cell("text", ("Collège", "College"))] = None
    votes: Annotated[float | None, cell("number", ("Voix", "Votes"))] = None
    college_votes_pct: Annotated[
        str | None, cell("share", ("Voix du collège (%)", "Votes of the college (%)"))
    ] = None
    purpose: Annotated[str | None, cell("text", ("Objet", "Purpose"))] = None
    strength: Annotated[float | None, cell("number", ("Intensité", "Strength"))] = None
    valid_from: Annotated[DateSpan | None, cell("date", ("Depuis", "Since"), example="2010")] = None
    valid_to: Annotated[DateSpan | None, cell("date", ("Jusqu’à", "Until"))] = None
    observed_on: Annotated[
        DateSpan | None,
        cell(
            "date",
            ("Constaté le", "Observed on"),
            (
                "quand la source l’a vu, si le début est inconnu",
                "when the source saw it, if its start is unknown",
            ),
            "2012",
        ),
    ] = None
    status: Annotated[str | None, cell("choice", ("État", "Status"), choices=STATUS_WORDS)] = None
    tier: Annotated[str | None, cell("choice", ("Niveau", "Tier"), choices=TIER_WORDS)] = None
    certainty: Annotated[
        str | None, cell("choice", ("Certitude", "Certainty"), choices=CERTAINTY_WORDS)
    ] = None
    source: Annotated[
        str | None,
        cell("text", ("Source", "Source"), ("le document qui le dit", "the document that says so")),
    ] = None
    locator: Annotated[str | None, cell("text", ("Page ou section", "Page or section"))] = None
    note: Annotated[str | None, cell("text", ("Note", "Note"))] = None


def says(row: TieRow, scene: Scene) -> Draft:
    source = end(id=row.source_id, siren=row.source_siren, name=row.source_name)
    target = end(id=row.target_id, siren=row.target_siren, name=row.target_name)
    if source is None or target is None:
        missing = "De" if source is None else "Vers"
        return Draft(problems=(Problem.of("value_missing", column=missing),))
    carried = _carried(_values_of(row))
    tie = _tie_claim(
        source=source,
        target=target,
        kind=row.kind,
        subtype=row.subtype or "",
        directed=row.direction == "directed" if row.direction else None,
        status=_STATUSES[row.status],
        start=row.valid_from,
        end=row.valid_to,
        tier=_TIERS[row.tier],
        attributes={**carried, **scene.extra} if scene.extra else carried,
    )
    shown = row.source_name or row.source_id or row.source_siren or ""
    # A firm may hold its own shares; nothing else ties anybody to itself.
    itself = () if row.kind == HOLDING else same_end(source, target, shown)
    return Draft(
        ties=(tie,),
        source=row.source or "",
        locator=row.locator or "",
        observed_on=row.observed_on,
        problems=itself + reversed_dates(row.valid_from, row.valid_to),
    )


_CARRIED = (
    "share_pct", "votes_pct", "amount_eur", "fee_eur", "programme", "fte", "hours", "role",
    "college", "votes", "college_votes_pct", "purpose", "strength", "certainty", "note",
)  # fmt: skip
_values_of = attrgetter(*_CARRIED)


def _characters(values: tuple[str | float | None, ...]) -> int:
    return sum(len(value) for value in values if isinstance(value, str))


# Most ties of a list carry what others carry.
@remembered(4_096, length=_characters)
def _carried(values: tuple[str | float | None, ...]) -> Mapping[str, Value]:
    return kept(**dict(zip(_CARRIED, values, strict=True)))


TIES = ListSpec(
    name="ties",
    label=Label("liens", "ties"),
    purpose=Label("un lien de n’importe quelle nature par ligne", "one tie of any kind a line"),
    row=TieRow,
    says=says,
)
