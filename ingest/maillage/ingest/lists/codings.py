"""What a coder decides of an organisation: its sector, its family, its kind.

Each line is a reviewer's record, with the coder as its author: it is believed over every other
source, and two coders who disagree both stay in the coding journal. A line without a decision says
nothing.
"""

from __future__ import annotations

from typing import Annotated, ClassVar

from maillage.graph.dates import DateSpan
from maillage.graph.model import ActorClaim, Value
from maillage.graph.vocabulary import ESS_FAMILY_LABELS, Ess, Label, LegalSector, Sector
from maillage.ingest.identity.sector import classify
from maillage.ingest.lists.described import KIND_WORDS, SECTOR_WORDS
from maillage.ingest.lists.drafts import Draft, Scene, kept
from maillage.ingest.lists.ends import end
from maillage.ingest.lists.rows import ListSpec, Row, cell, id_cell, name_cell
from maillage.ingest.problems import Problem

CODED_SECTORS = {
    **SECTOR_WORDS,
    Sector.UNKNOWN.value: (
        "indécidable",
        "cannot tell",
        "inconnu",
        "non documenté",
        "not documented",
    ),
}
CODED_FAMILIES = {name: (label.fr, label.en) for name, label in ESS_FAMILY_LABELS.items()}


class CodingRow(Row):
    one_of: ClassVar[tuple[tuple[str, ...], ...]] = (("actor", "actor_id"),)

    actor_id: Annotated[str | None, id_cell("acteur", "actor")] = None
    actor: Annotated[str | None, name_cell("Acteur", "Actor", "Val Horizon")] = None
    known: Annotated[
        str | None,
        cell(
            "text",
            ("Ce qu’on en sait", "What is known"),
            ("pour mémoire ; jamais le secteur", "for your information; never the sector"),
        ),
    ] = None
    coder: Annotated[
        str,
        cell(
            "author",
            ("Codeur", "Coder"),
            ("des initiales ou un numéro suffisent", "initials or a number will do"),
            "C1",
            required=True,
        ),
    ]
    sector: Annotated[
        str | None,
        cell(
            "choice",
            ("Secteur codé", "Coded sector"),
            example="ESS",
            choices=CODED_SECTORS,
            decisive=True,
        ),
    ] = None
    family: Annotated[
        str | None,
        cell("choice", ("Famille codée", "Coded family"), choices=CODED_FAMILIES, decisive=True),
    ] = None
    kind: Annotated[
        str | None,
        cell("choice", ("Nature codée", "Coded kind"), choices=KIND_WORDS, decisive=True),
    ] = None
    coded_on: Annotated[
        DateSpan | None, cell("date", ("Codé le", "Coded on"), example="2014-09-19")
    ] = None
    note: Annotated[
        str | None,
        cell("text", ("Motif", "Reason"), ("sur quoi la décision repose", "what it rests upon")),
    ] = None


def says(row: CodingRow, scene: Scene) -> Draft | None:
    del scene
    if not (row.sector or row.family or row.kind):
        return None
    # Beside an id the name stands for people: the id alone says who is meant.
    ref = end(id=row.actor_id) or end(name=row.actor)
    if ref is None or (row.family and row.sector not in (None, Sector.ESS)):
        shown = row.actor or row.actor_id or ""
        return Draft(problems=(Problem.of("coding_family_outside", value=shown),))
    claim = ActorClaim(ref=ref, attributes=_decided(row))
    return Draft(actors=(claim,), voice="reviewer", author=row.coder, observed_on=row.coded_on)


def _decided(row: CodingRow) -> dict[str, Value]:
    """What is coded as undecided is a decision: it is believed over a rule that would tell."""
    if row.sector == Sector.UNKNOWN:
        sector: dict[str, Value] = {
            "legal_sector": LegalSector.UNKNOWN.value,
            "ess": Ess.UNKNOWN.value,
        }
    elif row.sector:
        found = classify(declared_sector=row.sector)
        sector = {"legal_sector": found.legal_sector.value, "ess": found.ess.value}
    else:
        sector = {}
    return sector | kept(
        sector_source="reviewer" if row.sector else None,
        ess_family=row.family,
        kind=row.kind or ("citizen_group" if row.sector == Sector.CITIZENS else None),
    )


CODINGS = ListSpec(
    name="codings",
    label=Label("codages", "codings"),
    purpose=Label(
        "la décision d’un codeur sur une organisation par ligne",
        "a coder's decision on one organisation a line",
    ),
    row=CodingRow,
    says=says,
    known_only=True,
)
