"""Public or private, inside the social economy or not, of which family, and who says so.

Voices are heard in the `ORDER_OF_TRUST`, and each field is settled by the first that speaks of it.
A voice that contradicts the legal sector already settled is not heard on the social economy. What
no voice says stays unknown: a SAS is private law, and nothing more.

>>> classify(legal_category="5710").ess.value, classify(legal_form="SCIC SAS").ess_family
('unknown', 'cooperative')
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from maillage.graph.vocabulary import Ess, Label, LegalSector
from maillage.ingest.identity.forms import split_name
from maillage.ingest.identity.legal_categories import Categories, Category
from maillage.ingest.identity.sector_voices import (
    Evidence,
    Source,
    activity,
    category_voice,
    declared,
    declared_form,
    form_voice,
    registry,
    registry_flag,
)

# From the surest voice to the least. A name is heard twice: no code says SCIC, SCOP or CAE.
ORDER_OF_TRUST: Sequence[tuple[Source, Label]] = (
    ("declared", Label("colonnes secteur et famille", "sector and family columns")),
    ("legal_form", Label("forme juridique déclarée", "declared legal form")),
    (
        "registry_flag",
        Label(
            "mention d’un registre (relève de l’ESS, numéro RNA)",
            "flag of a registry (social economy, RNA number)",
        ),
    ),
    ("name", Label("SCIC, SCOP ou CAE dans le nom", "SCIC, SCOP or CAE in the name")),
    ("category", Label("catégorie juridique de l’INSEE", "INSEE legal category")),
    ("name", Label("toute autre forme dans le nom", "any other form in the name")),
)
# A sector is as sure as the weaker of its two halves; a name, as at its last hearing.
TRUST: Mapping[Source, int] = {source: place for place, (source, _) in enumerate(ORDER_OF_TRUST)}


@dataclass(frozen=True, slots=True)
class Classification:
    """The answer. `marks`: `person` (a sole trader: readers do not see the name), `administration`
    (listed as a public administration), `public_mission`, `review`."""

    legal_sector: LegalSector = LegalSector.UNKNOWN
    ess: Ess = Ess.UNKNOWN
    ess_family: str | None = None
    flags: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    kind_hint: str | None = None
    sector_source: Source | None = None
    evidence: tuple[Evidence, ...] = ()
    to_review: bool = False


def classify(
    *,
    declared_sector: str = "",
    declared_family: str = "",
    legal_form: str = "",
    legal_category: str = "",
    ess_registry_flag: str | bool | None = None,
    registry_family: str = "",
    association_number: str = "",
    name: str = "",
    naf: str = "",
    categories: Categories | None = None,
) -> Classification:
    """Settle the sector from every voice there is, and say when they disagree.

    `ess_registry_flag` is `economieSocialeSolidaireUniteLegale` (O, N) or presence in a register's
    list, `registry_family` the family that this list gives. An N says nothing of a firm: the
    registers lack the commercial companies of the social economy; it does say that a form which
    would belong was left out for its activity.
    """
    table = categories or Categories.bundled()
    category = table.get(legal_category)
    forms = split_name(name).forms if name else ()
    flag = registry_flag(flag=ess_registry_flag)
    voices = [
        *declared(declared_sector, declared_family),
        *declared_form(legal_form),
        *registry(flag, association_number, category, registry_family),
        *(form_voice(form, "name") for form in forms if form.outranks_code),
        *activity(naf, category),
        *category_voice(category, legal_category),
        *(form_voice(form, "name") for form in forms if not form.outranks_code),
    ]
    return _settle(voices, category, flag)


def is_sole_trader(legal_form: str) -> bool:
    """Whether a declared form is that of a person."""
    return "person" in classify(legal_form=legal_form).marks


def _settle(
    voices: Sequence[Evidence], category: Category | None, flag: Ess | None
) -> Classification:
    by_law = next((voice for voice in voices if voice.legal_sector), None)
    sector = by_law.legal_sector if by_law and by_law.legal_sector else LegalSector.UNKNOWN
    agreeing = [voice for voice in voices if voice.legal_sector in (None, sector)]
    by_ess = next((voice for voice in agreeing if voice.ess), None)
    ess = by_ess.ess if by_ess and by_ess.ess else Ess.UNKNOWN
    family, doubtful = _family(agreeing, ess, category, flag)
    # Who is a person stays one, whatever sector somebody declared.
    marks = _union(voice.marks for voice in voices if voice in agreeing or "person" in voice.marks)
    return Classification(
        legal_sector=sector,
        ess=ess,
        ess_family=family,
        flags=_union(voice.flags for voice in voices),
        marks=tuple(mark for mark in marks if mark != "review"),
        kind_hint=_kind(agreeing, ess),
        sector_source=_weakest(by_law, by_ess if sector is LegalSector.PRIVATE else None),
        evidence=tuple(voices),
        to_review=doubtful or "review" in marks or _disagree(voices),
    )


def _family(
    voices: Sequence[Evidence], ess: Ess, category: Category | None, flag: Ess | None
) -> tuple[str | None, bool]:
    if ess is not Ess.YES:
        return None, False
    family = next((voice.ess_family for voice in voices if voice.ess_family), None)
    if family or not (flag is Ess.YES and category and category.commercial):
        return family, False
    # A company by its code, of the social economy by the register. A SAS may yet be a cooperative.
    return "commercial_ess", category.code.startswith("57")


def _kind(voices: Sequence[Evidence], ess: Ess) -> str | None:
    kind = next((voice.kind for voice in voices if voice.kind), None)
    if kind == "enterprise" and ess is Ess.YES:
        return "ess_enterprise"
    if kind == "ess_enterprise" and ess is Ess.NO:
        return "other"
    return kind


def _weakest(*voices: Evidence | None) -> Source | None:
    sources: list[Source] = [voice.source for voice in voices if voice]
    if not sources:
        return None
    weakest: Source = max(sources, key=lambda source: TRUST[source])
    return weakest


def _disagree(voices: Sequence[Evidence]) -> bool:
    for values in (
        {voice.legal_sector for voice in voices},
        {voice.ess for voice in voices},
        {voice.ess_family for voice in voices if voice.ess is Ess.YES},
    ):
        if len(values - {None}) > 1:
            return True
    return False


def _union(tuples: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(item for items in tuples for item in items))
