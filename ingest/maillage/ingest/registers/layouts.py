"""The files of the public registers: their published columns, and what is kept of a line.

Only the columns named here are read: new ones appear in these files unannounced. Lines about
natural persons are counted and leave nothing; of a legal person whose diffusion is partial neither
name nor place is kept.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from maillage.graph.folding import fold
from maillage.graph.stores.sqlite_tables import Table
from maillage.graph.vocabulary import SOLE_TRADER
from maillage.ingest.identity.numbers import is_siren, read_rna

RegisterName = Literal["sirene", "recherche-entreprises", "rna", "ess-france"]
# Why a line is not kept; each is counted.
Left = Literal["person", "purged", "malformed"]
Kept = tuple[str, ...]

UNITS = Table(
    "sirene_unit",
    ("siren", "key", "rna", "name", "category", "naf", "naf_scheme", "ess", "state", "restricted"),
    ("siren", "key", "rna"),
)
PLACES = Table(
    "sirene_place",
    ("siren", "siret", "seat", "postal_code", "commune_code", "commune"),
    ("siren",),
)
ASSOCIATIONS = Table(
    "rna_association",
    ("rna", "siren", "key", "name", "postal_code", "commune_code", "commune", "state"),
    ("rna", "siren", "key"),
)
LISTED = Table("ess_listed", ("siren", "family", "esus"), ("siren",))


@dataclass(frozen=True, slots=True)
class Layout:
    """One published file. `dated`: the column whose latest day tells of when the extract is."""

    register: RegisterName
    part: str
    table: Table
    required: tuple[str, ...]
    optional: tuple[str, ...]
    keep: Callable[[Sequence[str]], Kept | Left]
    dated: str = ""
    # Lines are kept of what this other table holds.
    within: Table | None = None

    @property
    def columns(self) -> tuple[str, ...]:
        return (*self.required, *self.optional)


def name_key(name: str) -> str:
    """A name as registers are searched: without the words that say a form, or nothing.

    >>> name_key("ASSOCIATION LES JARDINS DU PAYS DE REDON"), name_key("SCIC Les Jardins du pays")
    ('jardins pays redon', 'jardins pays')
    """
    words = _WORD.findall(name.lower()) if name.isascii() else fold(name).split()
    return " ".join([word for word in words if word not in _UNTELLING] or words)


def _unit(row: Sequence[str]) -> Kept | Left:
    siren, diffusion, state, name, category, naf, scheme, *others, _ = row
    acronym, usual, ess, rna, purged = others
    if not is_siren(siren):
        return "malformed"
    if purged == "true":
        return "purged"
    if category == SOLE_TRADER or not category:
        return "person"
    restricted = "" if diffusion in ("O", "") else "1"
    shown = "" if restricted else name or usual or acronym
    return (
        siren, name_key(shown) if shown else "", rna, shown, category, naf, scheme, ess,
        state, restricted,
    )  # fmt: skip


def _place(row: Sequence[str]) -> Kept | Left:
    siren, siret, seat, state, diffusion, postal_code, commune_code, commune = row
    if not is_siren(siren):
        return "malformed"
    if state == "F" or diffusion not in ("O", ""):
        return "purged"
    return siren, siret, "1" if seat == "true" else "", postal_code, commune_code, commune


def _association(row: Sequence[str]) -> Kept | Left:
    rna, siret, title, short, dissolved, postal_code, commune_code, commune, position, _ = row
    if not read_rna(rna).value:
        return "malformed"
    siren = siret[:9] if is_siren(siret[:9]) else ""
    state = "C" if position in ("D", "S") or dissolved not in ("", "0001-01-01") else "A"
    name = title or short
    return rna, siren, name_key(name), name, postal_code, commune_code, commune, state


def _listed(row: Sequence[str]) -> Kept | Left:
    siren, family, esus = row
    siren = re.sub(r"\s", "", siren)
    if not is_siren(siren):
        return "malformed"
    return siren, family, "1" if esus.strip().lower() in ("oui", "o", "true", "1", "x") else ""


_WORD = re.compile(r"[a-z0-9]+")
_UNTELLING = frozenset(
    (
        "association", "assoc", "asso", "ass", "societe", "scic", "scop", "sarl", "sas", "sasu",
        "sa", "eurl", "sci", "gie", "loi", "1901", "cooperative", "coop", "d", "de", "des", "du",
        "en", "et", "l", "la", "le", "les", "un", "une",
    )
)  # fmt: skip

LAYOUTS: tuple[Layout, ...] = (
    Layout(
        "sirene",
        "StockUniteLegale",
        UNITS,
        (
            "siren", "statutDiffusionUniteLegale", "etatAdministratifUniteLegale",
            "denominationUniteLegale", "categorieJuridiqueUniteLegale",
            "activitePrincipaleUniteLegale", "nomenclatureActivitePrincipaleUniteLegale",
        ),
        (
            "sigleUniteLegale", "denominationUsuelle1UniteLegale",
            "economieSocialeSolidaireUniteLegale", "identifiantAssociationUniteLegale",
            "unitePurgeeUniteLegale", "dateDernierTraitementUniteLegale",
        ),
        _unit,
        dated="dateDernierTraitementUniteLegale",
    ),
    Layout(
        "sirene",
        "StockEtablissement",
        PLACES,
        (
            "siren", "siret", "etablissementSiege", "etatAdministratifEtablissement",
            "statutDiffusionEtablissement", "codePostalEtablissement", "codeCommuneEtablissement",
            "libelleCommuneEtablissement",
        ),
        (),
        _place,
        within=UNITS,
    ),
    Layout(
        "rna",
        "waldec",
        ASSOCIATIONS,
        ("id", "siret", "titre"),
        (
            "titre_court", "date_disso", "adrs_codepostal", "adrs_codeinsee", "adrs_libcommune",
            "position", "maj_time",
        ),
        _association,
        dated="maj_time",
    ),
    Layout("ess-france", "liste", LISTED, ("SIREN",), ("famille", "ESUS"), _listed),
)  # fmt: skip
