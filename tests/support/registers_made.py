"""Little extracts of public registers, with the columns that are published."""

from __future__ import annotations

import json
from pathlib import Path

from maillage.ingest.identity.numbers import luhn

UNIT_COLUMNS = (
    "siren", "statutDiffusionUniteLegale", "unitePurgeeUniteLegale", "sigleUniteLegale",
    "prenom1UniteLegale", "identifiantAssociationUniteLegale", "dateDernierTraitementUniteLegale",
    "etatAdministratifUniteLegale", "nomUniteLegale", "denominationUniteLegale",
    "denominationUsuelle1UniteLegale", "categorieJuridiqueUniteLegale",
    "activitePrincipaleUniteLegale", "nomenclatureActivitePrincipaleUniteLegale",
    "economieSocialeSolidaireUniteLegale", "uneColonneNouvelle",
)  # fmt: skip
PLACE_COLUMNS = (
    "siren", "nic", "siret", "statutDiffusionEtablissement", "etablissementSiege",
    "codePostalEtablissement", "libelleCommuneEtablissement", "codeCommuneEtablissement",
    "etatAdministratifEtablissement",
)  # fmt: skip


def made_siren(number: int) -> str:
    """A number of a range that is not given, with its right key."""
    digits = f"9999{number:04d}"
    return next(digits + str(key) for key in range(10) if luhn(digits + str(key)))


def unit(number: int, name: str, category: str = "9220", **other: str) -> dict[str, str]:
    return {
        "siren": made_siren(number),
        "statutDiffusionUniteLegale": "O",
        "etatAdministratifUniteLegale": "A",
        "denominationUniteLegale": name,
        "categorieJuridiqueUniteLegale": category,
        "activitePrincipaleUniteLegale": "88.99B",
        "nomenclatureActivitePrincipaleUniteLegale": "NAFRev2",
        "dateDernierTraitementUniteLegale": "2026-03-31T10:00:00",
    } | other


def place(number: int, code: str = "35236", name: str = "REDON", **other: str) -> dict[str, str]:
    return {
        "siren": made_siren(number),
        "nic": "00012",
        "siret": f"{made_siren(number)}00012",
        "statutDiffusionEtablissement": "O",
        "etablissementSiege": "true",
        "codePostalEtablissement": "35600",
        "libelleCommuneEtablissement": name,
        "codeCommuneEtablissement": code,
        "etatAdministratifEtablissement": "A",
    } | other


def csv_text(columns: tuple[str, ...], rows: list[dict[str, str]], delimiter: str = ",") -> str:
    lines = [columns, *(tuple(row.get(name, "") for name in columns) for row in rows)]
    return "".join(delimiter.join(line) + "\n" for line in lines)


def write_units(file: Path, *rows: dict[str, str]) -> Path:
    file.write_text(csv_text(UNIT_COLUMNS, list(rows)), encoding="utf-8")
    return file


def write_places(file: Path, *rows: dict[str, str]) -> Path:
    file.write_text(csv_text(PLACE_COLUMNS, list(rows)), encoding="utf-8")
    return file


def company(number: int, name: str, **other: object) -> dict[str, object]:
    return {
        "siren": made_siren(number),
        "nom_raison_sociale": name,
        "nature_juridique": "5710",
        "activite_principale": "01.13Z",
        "statut_diffusion": "O",
        "etat_administratif": "A",
        "siege": {
            "siret": f"{made_siren(number)}00012",
            "code_postal": "35600",
            "commune": "35236",
            "libelle_commune": "REDON",
            "latitude": "47.6512",
            "longitude": "-2.0841",
        },
        "complements": {"est_ess": True, "est_siae": True},
        "dirigeants": [],
    } | other


def write_companies(file: Path, *results: dict[str, object]) -> Path:
    file.write_text(json.dumps({"results": results, "total_results": len(results)}))
    return file
