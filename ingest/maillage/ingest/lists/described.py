"""What any list may say of an organisation it names: its numbers, its sector, its figures."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, NamedTuple

from maillage.graph.model import Ref, Value
from maillage.graph.remembered import remembered
from maillage.graph.vocabulary import (
    ACTOR_KINDS,
    ESS_FAMILY_LABELS,
    SOLE_TRADER,
    Ess,
    LegalSector,
    Sector,
)
from maillage.ingest.identity.legal_categories import Categories
from maillage.ingest.identity.numbers import SIRET_LENGTH, siren_and_rna, siren_of
from maillage.ingest.identity.sector import Classification, classify
from maillage.ingest.lists.drafts import kept
from maillage.ingest.lists.rows import Row, cell
from maillage.ingest.places.written import commune_name
from maillage.ingest.problems import Problem

KIND_WORDS = {name: (kind.label.fr, kind.label.en) for name, kind in ACTOR_KINDS.items()}
SECTOR_WORDS = {
    Sector.PUBLIC.value: ("public", "public", "secteur public", "publique"),
    Sector.ESS.value: ("ESS", "social economy", "économie sociale et solidaire"),
    Sector.PRIVATE.value: (
        "privé",
        "private",
        "privée",
        "privé hors ess",
        "entreprise classique",
        "lucratif",
    ),
    Sector.MIXED.value: ("mixte", "mixed"),
    Sector.CITIZENS.value: ("citoyens", "citizens", "habitants"),
}
_OF_ANOTHER = {"siret": "siret_of_another", "rna": "siren_of_another"}
FAMILY_WORDS = {
    **{name: (label.fr, label.en) for name, label in ESS_FAMILY_LABELS.items()},
    "social_enterprise": ("entreprise sociale", "social enterprise"),
    "insertion": ("structure d’insertion", "work integration", "iae"),
}


class Described(Row):
    """What any list may say of an organisation it names."""

    siren: Annotated[
        str | None,
        cell("siren", ("SIREN", "SIREN"), ("9 chiffres", "9 digits"), "732829320"),
    ] = None
    siret: Annotated[
        str | None,
        cell(
            "siret",
            ("SIRET", "SIRET"),
            ("14 chiffres ; un établissement", "14 digits; one site"),
            "73282932000074",
        ),
    ] = None
    rna: Annotated[
        str | None,
        cell("rna", ("RNA", "RNA"), ("W et 9 caractères", "W and 9 characters"), "W401002345"),
    ] = None
    legal_form: Annotated[
        str | None, cell("text", ("Forme juridique", "Legal form"), example="Association loi 1901")
    ] = None
    legal_category: Annotated[
        str | None,
        cell(
            "category",
            ("Catégorie juridique", "Legal category"),
            ("code INSEE à 4 chiffres", "4-digit INSEE code"),
            "9220",
        ),
    ] = None
    kind: Annotated[
        str | None,
        cell("choice", ("Nature", "Kind"), example="entreprise de l’ESS", choices=KIND_WORDS),
    ] = None
    sector: Annotated[
        str | None, cell("choice", ("Secteur", "Sector"), example="ess", choices=SECTOR_WORDS)
    ] = None
    family: Annotated[
        str | None,
        cell(
            "choice",
            ("Famille de l’ESS", "Social-economy family"),
            example="association",
            choices=FAMILY_WORDS,
        ),
    ] = None
    flags: Annotated[
        tuple[str, ...] | None,
        cell(
            "flags",
            ("Marques", "Flags"),
            ("insertion, GE, GEIQ, ESUS", "insertion, GE, GEIQ, ESUS"),
            "GEIQ",
        ),
    ] = None
    naf: Annotated[str | None, cell("naf", ("Code NAF", "NAF code"), example="88.99B")] = None
    activity: Annotated[
        str | None, cell("text", ("Activité", "Activity"), example="recyclerie")
    ] = None
    commune: Annotated[str | None, cell("text", ("Commune", "Municipality"), example="Tarnos")] = (
        None
    )
    commune_code: Annotated[
        str | None,
        cell("text", ("Code commune", "Municipality code"), ("code INSEE", "INSEE code"), "40312"),
    ] = None
    postal_code: Annotated[
        str | None, cell("postal", ("Code postal", "Postal code"), example="40220")
    ] = None
    departement_code: Annotated[
        str | None, cell("departement", ("Code département", "Département code"), example="40")
    ] = None
    departement: Annotated[
        str | None, cell("text", ("Département", "Département"), example="Landes")
    ] = None
    region: Annotated[str | None, cell("text", ("Région", "Region"), example="Aquitaine")] = None
    jobs: Annotated[int | None, cell("integer", ("Emplois", "Jobs"), example="12")] = None
    fte: Annotated[
        float | None,
        cell("number", ("ETP", "FTE"), ("équivalents temps plein", "full-time equivalents"), "9,5"),
    ] = None
    turnover_eur: Annotated[
        float | None, cell("money", ("Chiffre d’affaires (€)", "Turnover (€)"), example="350 000")
    ] = None
    subsidy_share: Annotated[
        float | None,
        cell("percent", ("Part de subventions (%)", "Subsidy share (%)"), example="45 %"),
    ] = None
    year_of_figure: Annotated[
        int | None, cell("year", ("Année des chiffres", "Year of the figures"), example="2013")
    ] = None
    web: Annotated[str | None, cell("web", ("Site", "Web site"))] = None
    tags: Annotated[tuple[str, ...] | None, cell("set", ("Étiquettes", "Tags"))] = None
    note: Annotated[str | None, cell("text", ("Note", "Note"))] = None


def described(row: Described) -> dict[str, Value]:
    """The attributes that the row gives its organisation, its sector read from all it says; where
    it is, `located` tells."""
    found = _classified(row)
    flags = tuple(sorted({*(row.flags or ()), *found.flags}))
    return kept(
        kind="citizen_group" if row.sector == Sector.CITIZENS else row.kind or found.kind_hint,
        legal_sector=_known(found.legal_sector),
        ess=_known(found.ess),
        ess_family=found.ess_family or (row.family if row.family in ESS_FAMILY_LABELS else None),
        sector_source=found.sector_source,
        flags=flags,
        sirets=(siret,) if (siret := _own_siret(row)) else None,
        legal_form=row.legal_form,
        legal_category=_category(row) or (SOLE_TRADER if "person" in found.marks else None),
        # What is no RNA number is kept as it is written, and says nothing of who it is.
        rna=None if row.rna is None or any(siren_and_rna(row.rna)) else row.rna,
        naf=row.naf,
        activity=row.activity,
        jobs=row.jobs,
        fte=row.fte,
        turnover_eur=row.turnover_eur,
        subsidy_share=row.subsidy_share,
        web=row.web,
        tags=row.tags,
        note=(row.note,) if row.note else None,
    )


def ref_of(row: Described, *, name: str | None, ids: tuple[str, ...] = ()) -> Ref:
    """How the row points at the organisation it describes: a SIRET is a place of a SIREN."""
    siren, rna = _numbers(row)
    return Ref(ids=ids, siren=siren, rna=rna, name=name, commune=commune_name(row.commune))


def number_findings(row: Described) -> tuple[Problem, ...]:
    return (*_siren_findings(row), *_category_findings(row))


def _category_findings(row: Described) -> tuple[Problem, ...]:
    """A code that no table knows is kept, and says nothing of the sector."""
    code = row.legal_category
    if code is None or Categories.bundled().get(code):
        return ()
    return (Problem.of("category_unknown", column="legal_category", value=code),)


def _siren_findings(row: Described) -> Iterator[Problem]:
    """Numbers beside the SIREN of another organisation: one of the two is wrong, the SIREN stands."""
    siren, _ = _numbers(row)
    for column, number in (("siret", row.siret), ("rna", row.rna)):
        own, _ = siren_and_rna(number)
        if number and own not in (None, siren):
            yield Problem.of(_OF_ANOTHER[column], column=column, value=number, read=siren)


def _own_siret(row: Described) -> str | None:
    """Not what is only the SIREN of the organisation, nor of another."""
    siret = row.siret
    if siret is None or len(siret) < SIRET_LENGTH:
        return None
    return siret if _numbers(row)[0] == siren_of(siret) else None


def _numbers(row: Described) -> tuple[str | None, str | None]:
    """Its SIREN and its RNA number, whichever column each stands in."""
    return siren_and_rna(row.siren, row.siret, row.rna)


class _Declared(NamedTuple):
    """What a line tells of its sector, by the names that `classify` gives to each."""

    declared_sector: str
    declared_family: str
    legal_form: str
    legal_category: str
    association_number: str
    naf: str


def _characters(declared: _Declared) -> int:
    return sum(map(len, declared))


# The lines of a list declare few forms and sectors.
@remembered(4_096, length=_characters)
def _classify(declared: _Declared) -> Classification:
    return classify(**declared._asdict())


def _classified(row: Described) -> Classification:
    """By what the line declares. A name alone proposes a sector (`prefill`); it does not set one."""
    declared = _Declared(
        declared_sector=row.sector or "",
        # A family says which part of the social economy, not whether: « association » beside a
        # blank sector leaves the sector unknown.
        declared_family=(row.family or "") if row.sector else "",
        legal_form=row.legal_form or "",
        legal_category=_category(row) or "",
        association_number=_numbers(row)[1] or "",
        naf=row.naf or "",
    )
    return _classify(declared)


def _category(row: Described) -> str | None:
    """The code, which some write in the column of legal forms."""
    form = row.legal_form or ""
    return row.legal_category or (form if Categories.bundled().get(form) else None)


def _known(value: LegalSector | Ess) -> str | None:
    """What is unknown is not claimed: silence contradicts nobody."""
    return None if value == LegalSector.UNKNOWN else value.value
