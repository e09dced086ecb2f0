"""The official table of communes, however a spreadsheet left it."""

from __future__ import annotations

from pathlib import Path

import pytest

from maillage.graph.errors import UnreadableFile
from maillage.ingest.places.communes import (
    Communes,
    plain_name,
    read_commune_code,
    read_postal_code,
)

COMMUNES = Communes.load(Path(__file__).parent.parent / "data" / "communes.csv")


def test_the_table_is_read_whatever_excel_did_to_it() -> None:
    assert len(COMMUNES) == 18
    assert COMMUNES.unread == (20,)
    redon = COMMUNES.get("35236")
    assert redon is not None
    assert (redon.latitude, redon.longitude, redon.vintage) == (47.651, -2.084, "2026")
    arboys = COMMUNES.get("01015")
    assert arboys is not None
    assert arboys.departement == "01"


def test_a_table_without_its_columns_is_refused(tmp_path: Path) -> None:
    wrong = tmp_path / "communes.csv"
    wrong.write_text("insee,libelle\n35236,Redon\n")
    with pytest.raises(UnreadableFile, match="code, nom"):
        Communes.load(wrong)
    with pytest.raises(UnreadableFile):
        Communes.load(tmp_path / "absent.csv")


def test_the_later_vintage_of_a_code_is_kept(tmp_path: Path) -> None:
    table = tmp_path / "communes.csv"
    table.write_bytes(
        "code,nom,millesime\n50129,Cherbourg-Octeville,2014\n50129,Équeurdreville,2026".encode(
            "cp1252"
        )
    )
    kept = Communes.load(table).get("50129")
    assert kept is not None
    assert (kept.name, kept.vintage) == ("Équeurdreville", "2026")


@pytest.mark.parametrize(
    ("cell", "value", "code"),
    [
        ("35 600", "35600", None),
        ("1000", "01000", "postal_code_zeros"),
        (1000.0, "01000", "postal_code_zeros"),
        ("F-35600", None, "postal_code_pattern"),
        ("356", None, "postal_code_pattern"),
        ("", None, None),
    ],
)
def test_postal_codes_come_back_from_excel(
    cell: str | float, value: str | None, code: str | None
) -> None:
    reading = read_postal_code(cell)
    assert (reading.value, reading.code) == (value, code)


@pytest.mark.parametrize(
    ("cell", "value", "code"),
    [
        ("2a004", "2A004", None),
        ("1015", "01015", "commune_code_zeros"),
        (35236.0, "35236", None),
        ("Redon", None, "commune_code_pattern"),
        ("2C004", None, "commune_code_pattern"),
        (None, None, None),
    ],
)
def test_insee_codes_come_back_from_excel(
    cell: str | float | None, value: str | None, code: str | None
) -> None:
    reading = read_commune_code(cell)
    assert (reading.value, reading.code) == (value, code)


def test_names_of_communes_are_made_comparable() -> None:
    assert plain_name("ST-JEAN-DE-LUZ CEDEX 2") == plain_name("Saint Jean de Luz")
    assert plain_name("L'Haÿ-les-Roses") == plain_name("HAY LES ROSES")
    assert plain_name("Rennes (35)") == "rennes"
    assert plain_name("Paris-l'Hôpital") == "paris l hopital"
