"""Extracts of public registers: read by a white list, indexed once, refused in a sentence."""

from __future__ import annotations

import gzip
import zipfile
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from registers_made import (
    PLACE_COLUMNS,
    UNIT_COLUMNS,
    company,
    csv_text,
    made_siren,
    place,
    unit,
    write_companies,
    write_places,
    write_units,
)

from maillage.graph.errors import MaillageError
from maillage.ingest.registers.companies import COMPANIES, directors_of
from maillage.ingest.registers.index import FILE_NAME, Added, Adding, RegisterIndex
from maillage.ingest.registers.layouts import ASSOCIATIONS, LISTED, UNITS


@pytest.fixture
def index(tmp_path: Path) -> Iterator[RegisterIndex]:
    opened = RegisterIndex.open(tmp_path / "home")
    yield opened
    opened.close()


def add(index: RegisterIndex, file: Path, register: str = "sirene", **how: Any) -> Added:
    return index.add(Adding(file=file, register=register, **how))


ROWS = [unit(1, "VAL HORIZON"), unit(2, "Élan & Cie", "5710")]


def _csv(folder: Path) -> Path:
    return write_units(folder / "units.csv", *ROWS)


def _semicolons_of_windows(folder: Path) -> Path:
    file = folder / "units.csv"
    file.write_bytes(csv_text(UNIT_COLUMNS, ROWS, ";").encode("cp1252"))
    return file


def _zip(folder: Path) -> Path:
    file = folder / "units.zip"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("LISEZMOI.md", "rien")
        archive.writestr("a.csv", csv_text(UNIT_COLUMNS, ROWS[:1]))
        archive.writestr("b.csv", csv_text(UNIT_COLUMNS, ROWS[1:]))
    return file


def _gzip(folder: Path) -> Path:
    file = folder / "units.csv.gz"
    file.write_bytes(gzip.compress(csv_text(UNIT_COLUMNS, ROWS).encode()))
    return file


def _parquet(folder: Path) -> Path:
    file = folder / "units.parquet"
    pl.DataFrame([{name: row.get(name) for name in UNIT_COLUMNS} for row in ROWS]).write_parquet(
        file
    )
    return file


@pytest.mark.parametrize("made", [_csv, _semicolons_of_windows, _zip, _gzip, _parquet])
def test_a_file_is_read_as_it_is_published(
    index: RegisterIndex, tmp_path: Path, made: Callable[[Path], Path]
) -> None:
    added = add(index, made(tmp_path))
    assert (added.lines, added.rows, added.as_of) == (2, 2, "2026-03-31")
    found = index.by_siren(UNITS, made_siren(2))
    assert found and (found["name"], found["category"]) == ("Élan & Cie", "5710")
    assert index.named(UNITS, "val horizon")[0]["siren"] == made_siren(1)


def test_natural_persons_are_counted_and_nothing_of_them_is_kept(
    index: RegisterIndex, tmp_path: Path
) -> None:
    person = unit(3, "", "1000", nomUniteLegale="DURANDAL", prenom1UniteLegale="ALIXE")
    added = add(index, write_units(tmp_path / "u.csv", *ROWS, person))
    assert (added.left["person"], added.rows) == (1, 2)
    kept = add(index, write_places(tmp_path / "p.csv", place(1), place(3)))
    assert (kept.lines, kept.rows) == (2, 1)
    board = [{"nom": "DURANDAL", "prenoms": "ALIXE", "type_dirigeant": "personne physique"}]
    add(index, write_companies(tmp_path / "c.json", company(2, "ÉLAN", dirigeants=board)),
        "recherche-entreprises")  # fmt: skip
    row = index.by_siren(COMPANIES, made_siren(2))
    assert row and (row["persons"], directors_of(row)) == ("1", ())
    content = (tmp_path / "home" / FILE_NAME).read_bytes()
    assert b"DURANDAL" not in content
    assert b"ALIXE" not in content
    assert made_siren(3).encode() not in content


def test_partial_diffusion_keeps_neither_name_nor_place(
    index: RegisterIndex, tmp_path: Path
) -> None:
    hidden = unit(4, "CACHEE SARL", "5499", statutDiffusionUniteLegale="P")
    added = add(index, write_units(tmp_path / "u.csv", hidden))
    add(index, write_places(tmp_path / "p.csv", place(4, statutDiffusionEtablissement="P")))
    file = write_companies(tmp_path / "c.json", company(5, "TUE SAS", statut_diffusion="P"))
    other = add(index, file, "recherche-entreprises")
    assert (added.restricted, other.restricted) == (1, 1)
    assert index.places(made_siren(4)) == []
    content = (tmp_path / "home" / FILE_NAME).read_bytes()
    assert b"CACHEE" not in content
    assert b"TUE SAS" not in content
    assert b"47.6512" not in content


def test_the_rna_and_the_list_of_the_social_economy(index: RegisterIndex, tmp_path: Path) -> None:
    rna = tmp_path / "rna.csv"
    rna.write_text(
        "id;siret;titre;titre_court;date_disso;adrs_codepostal;adrs_codeinsee;adrs_libcommune;"
        "position;maj_time\n"
        f"W401002345;{made_siren(1)}00012;VAL HORIZON;VH;0001-01-01;40220;40312;TARNOS;A;"
        "2026-02-01 10:00:00\nrien;;X;;;;;;A;\n"
    )
    added = add(index, rna, "rna")
    assert (added.rows, added.left["malformed"], added.as_of) == (1, 1, "2026-02-01")
    found = index.by_rna(ASSOCIATIONS, "W401002345")
    assert found and (found["siren"], found["commune"]) == (made_siren(1), "TARNOS")
    listed = tmp_path / "ess.csv"
    listed.write_text(f"SIREN,famille,ESUS\n{made_siren(1)},Association,oui\n12,,\n")
    assert add(index, listed, "ess-france").left["malformed"] == 1
    row = index.by_siren(LISTED, made_siren(1))
    assert row and row["esus"] == "1"


def refused(
    index: RegisterIndex, file: Path, register: str = "sirene", **how: object
) -> MaillageError:
    with pytest.raises(MaillageError) as error:
        add(index, file, register, **how)
    return error.value


def test_missing_columns_are_named(index: RegisterIndex, tmp_path: Path) -> None:
    old = tmp_path / "sirc.csv"
    old.write_text("SIREN;NIC;L1_NORMALISEE;APET700\n732829320;00074;X;8899B\n")
    error = refused(index, old)
    assert error.code == "register_columns"
    assert "siren" in error.text("fr")
    assert "2019" in error.text("en")
    columns = tuple(name for name in UNIT_COLUMNS if name != "categorieJuridiqueUniteLegale")
    some = tmp_path / "some.csv"
    some.write_text(csv_text(columns, ROWS))
    assert "categorieJuridiqueUniteLegale" in refused(index, some).text("fr")
    odd = tmp_path / "odd.json"
    odd.write_text('{"results": [{"siren": "732829320"}]}')
    assert refused(index, odd, "recherche-entreprises").code == "register_columns"


def test_an_extract_of_another_year_is_said_and_none_replaces_a_later_one(
    index: RegisterIndex, tmp_path: Path
) -> None:
    old = unit(1, "VAL HORIZON", dateDernierTraitementUniteLegale="2019-01-02T00:00:00")
    assert add(index, write_units(tmp_path / "old.csv", old)).of_another_year
    add(index, write_units(tmp_path / "new.csv", *ROWS))
    error = refused(index, tmp_path / "old.csv")
    assert error.code == "register_older"
    assert index.by_siren(UNITS, made_siren(2))  # what was there stays
    assert add(index, tmp_path / "old.csv", older=True).rows == 1
    assert index.by_siren(UNITS, made_siren(2)) is None
    on = index.add(Adding(file=tmp_path / "old.csv", register="sirene", on=date(2020, 5, 1)))
    assert on.as_of == "2020-05-01"
    assert refused(index, tmp_path / "old.csv", on=date(2999, 1, 1)).code == "date_to_come"


def test_establishments_wait_for_the_units(index: RegisterIndex, tmp_path: Path) -> None:
    file = write_places(tmp_path / "p.csv", place(1))
    assert refused(index, file).code == "register_units_first"


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("none.csv", None, "file_missing"),
        (".", None, "file_directory"),
        ("empty.csv", b"", "register_columns"),
        ("head.csv", csv_text(UNIT_COLUMNS, []).encode(), "file_header_only"),
        ("cut.zip", b"PK\x03\x04rien", "file_damaged"),
        ("cut.gz", b"\x1f\x8b\x08\x00rien", "file_damaged"),
        ("cut.parquet", b"PAR1rien", "file_damaged"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_and_changes_nothing(
    index: RegisterIndex, tmp_path: Path, name: str, content: bytes | None, code: str
) -> None:
    add(index, _csv(tmp_path))
    if content is not None:
        (tmp_path / name).write_bytes(content)
    error = refused(index, tmp_path / name)
    assert error.code == code
    assert error.text("fr") != error.text("en")
    assert index.by_siren(UNITS, made_siren(1))


def test_a_siren_with_a_wrong_key_is_counted(index: RegisterIndex, tmp_path: Path) -> None:
    rows = [unit(1, "A") | {"siren": wrong} for wrong in ("123456789", "7328293200007", "ABC")]
    added = add(index, write_units(tmp_path / "u.csv", *rows, unit(2, "B")))
    assert (added.left["malformed"], added.rows) == (3, 1)


def test_short_and_long_lines_are_read_by_their_headings(
    index: RegisterIndex, tmp_path: Path
) -> None:
    file = tmp_path / "p.csv"
    add(index, _csv(tmp_path))
    lines = csv_text(PLACE_COLUMNS, [place(1), place(2)]).splitlines()
    file.write_text("\n".join([lines[0], lines[1] + ",trop,de,cellules", lines[2][:40]]) + "\n")
    assert add(index, file).lines == 2
    assert index.places(made_siren(1))[0]["commune"] == "REDON"


def test_answers_of_the_api_add_up(index: RegisterIndex, tmp_path: Path) -> None:
    for number in (1, 2, 1):
        file = write_companies(tmp_path / "c.json", company(number, f"N{number}"))
        added = add(index, file, "recherche-entreprises")
    assert added.rows == 2
    assert len(index.extracts()) == 1
