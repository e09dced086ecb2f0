"""What each source says of a sector, one voice at a time; `sector` settles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from maillage.graph.folding import normalise
from maillage.graph.vocabulary import ESS_FAMILY_LABELS, Ess, LegalSector, Sector
from maillage.ingest.identity.forms import Form, declared_forms
from maillage.ingest.identity.legal_categories import Category
from maillage.ingest.identity.numbers import read_rna
from maillage.ingest.reference import bundled

Source = Literal["declared", "legal_form", "registry_flag", "category", "name"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """What one voice says; `None` is what it does not say."""

    source: Source
    said: str
    legal_sector: LegalSector | None = None
    ess: Ess | None = None
    ess_family: str | None = None
    kind: str | None = None
    flags: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()


def declared(sector: str, family: str) -> list[Evidence]:
    """The `sector` and `family` columns, read together."""
    said = " / ".join(text.strip() for text in (sector, family) if text.strip())
    voice = _declared_sector(_SECTORS.get(normalise(sector)), said)
    voice = _declared_family(voice, _FAMILIES.get(normalise(family.replace("_", " ")), ""))
    return [voice] if voice != Evidence("declared", said) else []


def _declared_sector(sector: Sector | None, said: str) -> Evidence:
    voice = Evidence("declared", said)
    match sector:
        case Sector.PUBLIC:
            return replace(voice, legal_sector=LegalSector.PUBLIC)
        case Sector.ESS:
            return replace(voice, legal_sector=LegalSector.PRIVATE, ess=Ess.YES)
        case Sector.PRIVATE:
            return replace(voice, legal_sector=LegalSector.PRIVATE, ess=Ess.NO)
        case Sector.MIXED:
            return replace(voice, legal_sector=LegalSector.MIXED)
        case Sector.CITIZENS:
            return replace(voice, legal_sector=LegalSector.NONE, kind="citizen_group")
    return voice


def _declared_family(voice: Evidence, family: str) -> Evidence:
    if family == "insertion":
        return replace(voice, flags=("insertion",))
    if not family:
        return voice
    marks: tuple[str, ...] = ()
    if family == "social_enterprise":
        family, marks = "commercial_ess", ("review",)
    if voice.ess is Ess.NO:
        return replace(voice, marks=("review",))
    if voice.legal_sector is None:
        # A family is one of the social economy's: naming it says that it belongs.
        voice = replace(voice, legal_sector=LegalSector.PRIVATE, ess=Ess.YES)
    return replace(voice, ess_family=family, marks=marks)


def declared_form(text: str) -> list[Evidence]:
    """Several forms in one cell agree on what they share, and no further."""
    forms = declared_forms(text) if text else ()
    deciding = [form for form in forms if form.rank == "form"]
    deciding = deciding or [form for form in forms if form.rank == "vehicle"]
    labels = [form for form in forms if form.rank == "label"]
    voices = [form_voice(form, "legal_form", text) for form in labels]
    if deciding:
        common = _common([form_voice(form, "legal_form", text) for form in deciding])
        voices.insert(0, common)
    return voices


def _common(voices: Sequence[Evidence]) -> Evidence:
    first, *others = voices
    for other in others:
        first = Evidence(
            first.source,
            first.said,
            first.legal_sector if first.legal_sector == other.legal_sector else None,
            first.ess if first.ess == other.ess else None,
            first.ess_family if first.ess_family == other.ess_family else None,
            first.kind if first.kind == other.kind else None,
            (*first.flags, *other.flags),
            (*first.marks, *other.marks, "review"),
        )
    return first


def form_voice(form: Form, source: Source, said: str = "") -> Evidence:
    # In a name, a word that often stands for something else asks for a look.
    doubt = (
        ("review",) if source == "name" and form.confidence == "low" and form.legal_sector else ()
    )
    return Evidence(
        source,
        said or form.name,
        form.legal_sector,
        form.ess,
        form.ess_family,
        form.kind,
        form.flags,
        (*form.marks, *doubt),
    )


def registry(
    flag: Ess | None, association_number: str, category: Category | None, family: str = ""
) -> list[Evidence]:
    """`family` is the word of a register's list for it, beside the flag."""
    voices = []
    if flag is Ess.YES:
        known = _FAMILIES.get(normalise(family.replace("_", " ")))
        known = known if known in ESS_FAMILY_LABELS else None
        voices.append(Evidence("registry_flag", "ESS : O", LegalSector.PRIVATE, Ess.YES, known))
    if flag is Ess.NO and category is not None and category.ess is Ess.YES:
        voices.append(Evidence("registry_flag", "ESS : N", ess=Ess.NO))
    if rna := read_rna(association_number).value:
        voices.append(
            Evidence(
                "registry_flag",
                rna,
                LegalSector.PRIVATE,
                Ess.YES,
                "association",
            )
        )
    return voices


def registry_flag(*, flag: str | bool | None) -> Ess | None:
    """`economieSocialeSolidaireUniteLegale` (O, N) as a word of ours.

    >>> registry_flag(flag="O").value, registry_flag(flag="")
    ('yes', None)
    """
    if flag is None:
        return None
    if isinstance(flag, bool):
        return Ess.YES if flag else Ess.NO
    return {"o": Ess.YES, "oui": Ess.YES, "n": Ess.NO, "non": Ess.NO}.get(flag.strip().lower())


def activity(naf: str, category: Category | None) -> list[Evidence]:
    """INSEE leaves some activities out of the forms that would belong."""
    if category and category.ess is Ess.YES and naf in _excluded_activities():
        return [Evidence("category", f"NAF {naf}", ess=Ess.NO)]
    return []


def category_voice(category: Category | None, code: str) -> list[Evidence]:
    if category is None:
        return []
    return [
        Evidence(
            "category",
            code.strip(),
            None if category.legal_sector is LegalSector.UNKNOWN else category.legal_sector,
            None if category.ess is Ess.UNKNOWN else category.ess,
            category.ess_family,
            category.kind,
            category.flags,
            category.marks,
        )
    ]


_SECTORS: Mapping[str, Sector] = {
    "public": Sector.PUBLIC,
    "ess": Sector.ESS,
    "economie sociale et solidaire": Sector.ESS,
    "economie sociale": Sector.ESS,
    "social economy": Sector.ESS,
    "prive": Sector.PRIVATE,
    "private": Sector.PRIVATE,
    "prive hors ess": Sector.PRIVATE,
    "prive lucratif": Sector.PRIVATE,
    "mixte": Sector.MIXED,
    "mixed": Sector.MIXED,
    "citoyens": Sector.CITIZENS,
    "citoyen": Sector.CITIZENS,
    "citizens": Sector.CITIZENS,
    "habitants": Sector.CITIZENS,
}
_FAMILIES: Mapping[str, str] = {
    **{family.replace("_", " "): family for family in ESS_FAMILY_LABELS},
    "associations": "association",
    "cooperative": "cooperative",
    "cooperatives": "cooperative",
    "mutuelle": "mutual",
    "mutuelles": "mutual",
    "fondation": "foundation",
    "fondations": "foundation",
    "societe commerciale de l ess": "commercial_ess",
    "societe commerciale": "commercial_ess",
    "societes commerciales": "commercial_ess",
    "autre organisme sans but lucratif": "other_nonprofit",
    "social enterprise": "social_enterprise",
    "entreprise sociale": "social_enterprise",
    "insertion": "insertion",
}


@cache
def _excluded_activities() -> frozenset[str]:
    return frozenset(row["code"] for row in bundled("excluded_activities.csv"))
