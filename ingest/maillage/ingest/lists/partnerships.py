"""Partnerships: two or more partners on a line. Three or more make an agreement, never a clique."""

from __future__ import annotations

from typing import Annotated, ClassVar

from maillage.graph.dates import DateSpan
from maillage.graph.model import ActorClaim, Ref, TieClaim
from maillage.graph.truth.names import minted_id
from maillage.graph.vocabulary import TIE_KINDS, Label, Layer, Status
from maillage.ingest.lists.drafts import Draft, Scene, kept, reversed_dates
from maillage.ingest.lists.ends import meant_by, reference
from maillage.ingest.lists.finer_kinds import FINER_KINDS
from maillage.ingest.lists.rows import Cell, ListSpec, Row, cell, name_cell
from maillage.ingest.lists.several import several
from maillage.ingest.lists.ties import STATUS_WORDS, TIE_WORDS
from maillage.ingest.problems import Problem

COOPERATION_WORDS = {
    name: TIE_WORDS[name] for name, kind in TIE_KINDS.items() if kind.layer is Layer.COOPERATION
}
SHOWN_PARTNERS = 3
_NUMBERED = tuple(f"partner_{number}" for number in range(1, 7))


def _partner(number: int, example: str = "") -> Cell:
    return name_cell(f"Partenaire {number}", f"Partner {number}", example, reads="partner")


class PartnershipRow(Row):
    spell: ClassVar[tuple[str, str] | None] = ("since", "until")
    one_of: ClassVar[tuple[tuple[str, ...], ...]] = (("partners", "partner_1", "partner_2"),)

    partners: Annotated[
        tuple[str, ...] | None,
        cell(
            "names",
            ("Partenaires", "Partners"),
            ("deux ou plus, séparés par | ou ;", "two or more, separated by | or ;"),
            "Val Horizon | Recyclerie des Dombes",
        ),
    ] = None
    partner_1: Annotated[str | None, _partner(1, "Val Horizon")] = None
    partner_2: Annotated[str | None, _partner(2)] = None
    partner_3: Annotated[str | None, _partner(3)] = None
    partner_4: Annotated[str | None, _partner(4)] = None
    partner_5: Annotated[str | None, _partner(5)] = None
    partner_6: Annotated[str | None, _partner(6)] = None
    # What cannot be read is no partnership: « subvention » is none.
    kind: Annotated[
        str | None,
        cell(
            "choice",
            ("Nature", "Kind"),
            ("partenariat si vide", "partnership if blank"),
            "partenariat",
            COOPERATION_WORDS,
            finer=FINER_KINDS,
            decisive=True,
        ),
    ] = None
    subtype: Annotated[str | None, cell("text", ("Précision", "Subtype"), example="convention")] = (
        None
    )
    purpose: Annotated[
        str | None,
        cell("text", ("Objet", "Purpose"), example="réponse commune à un appel d’offres"),
    ] = None
    amount_eur: Annotated[float | None, cell("money", ("Montant (€)", "Amount (€)"))] = None
    since: Annotated[DateSpan | None, cell("date", ("Du", "From"), example="2012-03")] = None
    until: Annotated[DateSpan | None, cell("date", ("Au", "To"))] = None
    status: Annotated[str | None, cell("choice", ("État", "Status"), choices=STATUS_WORDS)] = None
    source: Annotated[str | None, cell("text", ("Source", "Source"))] = None
    observed_on: Annotated[DateSpan | None, cell("date", ("Constaté le", "Observed on"))] = None
    note: Annotated[str | None, cell("text", ("Note", "Note"))] = None


def says(row: PartnershipRow, scene: Scene) -> Draft:
    partners, said = _partners(row, scene)
    names, refs = list(partners.values()), [reference(name) for name in partners.values()]
    problems = reversed_dates(row.since, row.until)
    if len(refs) < 2:
        return Draft(problems=(*_alone(names, said), *problems))
    actors: tuple[ActorClaim, ...] = ()
    if len(refs) == 2:
        ties = [_tie(row, refs[0], refs[1], scene)]
    else:
        agreement = _agreement(row, names, scene)
        actors = (agreement,)
        ties = [_tie(row, ref, agreement.ref, scene) for ref in refs]
    return Draft(
        actors=actors,
        ties=tuple(ties),
        source=row.source or "",
        observed_on=row.observed_on,
        problems=(*said, *problems),
    )


def _alone(names: list[str], said: list[Problem]) -> list[Problem]:
    """Why a line is refused: the cell that stands for others, if there is one, names none of them."""
    if any(one.code == "partners_unnamed" for one in said):
        return [one.at_level("refused") if one.code == "partners_unnamed" else one for one in said]
    return [*said, Problem.of("one_partner", value=names[0] if names else "")]


def _partners(row: PartnershipRow, scene: Scene) -> tuple[dict[str, str], list[Problem]]:
    """Each partner once, as first written, in the order of the line; what there is to say of the
    cells that name several."""
    cells = {"partners": row.partners or ()}
    cells |= {name: (one,) for name in _NUMBERED if (one := getattr(row, name))}
    partners: dict[str, str] = {}
    problems: list[Problem] = []
    for column, given in cells.items():
        names, said = several(given, scene.names, column)
        problems += said
        for name in names:
            partners.setdefault(meant_by(reference(name)), name)
    return partners, problems


def _tie(row: PartnershipRow, source: Ref, target: Ref, scene: Scene) -> TieClaim:
    return TieClaim(
        source=source,
        target=target,
        kind=row.kind or "partnership",
        subtype=row.subtype or "",
        start=row.since,
        end=row.until,
        status=Status(row.status) if row.status else None,
        attributes={
            **kept(purpose=row.purpose, amount_eur=row.amount_eur, note=row.note),
            **scene.extra,
        },
    )


def _agreement(row: PartnershipRow, names: list[str], scene: Scene) -> ActorClaim:
    shown = ", ".join(names[:SHOWN_PARTNERS]) + ("…" if len(names) > SHOWN_PARTNERS else "")
    name = row.purpose or shown
    return ActorClaim(
        ref=Ref(ids=(minted_id(scene.row_key, f"accord {name}"),), name=f"Accord : {name}"),
        row_key=scene.row_key,
        attributes={"kind": "agreement"},
    )


PARTNERSHIPS = ListSpec(
    name="partnerships",
    label=Label("partenariats", "partnerships"),
    purpose=Label(
        "un partenariat de deux ou plus par ligne", "one partnership of two or more a line"
    ),
    row=PartnershipRow,
    says=says,
)
