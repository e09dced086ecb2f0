"""Two coders, from the sheet to the appendix, as `docs/coding.md` tells it."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from coding_sheets import code_file
from commands import Ran, maillage
from openpyxl import load_workbook
from shell_documents import run, steps

from maillage.graph.stores import open_store

DOCUMENT = Path(__file__).parents[2] / "docs" / "coding.md"
SECTOR, FAMILY = "Secteur codé", "Famille codée"


@dataclass(frozen=True)
class Told:
    folder: Path
    ran: tuple[tuple[str | None, Ran], ...]

    def maillage(self, *words: str) -> Ran:
        return maillage(*words, cwd=self.folder, MAILLAGE_STORE=_store(self.folder))


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Told]:
    """The commands of the document; the coders work between the first block and the second."""
    folder = tmp_path_factory.mktemp("coding")
    first, *others = steps(DOCUMENT)
    ran = [(first.printed, run(first, folder, _store(folder)))]
    code_file(folder / "codage.xlsx", _decisions())
    ran += [(step.printed, run(step, folder, _store(folder))) for step in others]
    yield Told(folder, tuple(ran))


def test_what_is_printed_is_what_the_document_says(told: Told) -> None:
    compared = [(printed, ran.out) for printed, ran in told.ran if printed is not None]
    assert len(compared) == 2
    for printed, out in compared:
        assert out == printed


def test_one_category_has_no_kappa_but_a_reason(told: Told) -> None:
    (found,) = [ran.json for _, ran in told.ran if ran.out.startswith("{")]
    (pair,) = found["agreements"]
    assert (pair["kappa"], pair["standard_error"]) == (None, None)
    assert (pair["items"], pair["reason"], pair["categories"]) == (
        1,
        "one_category",
        ["cooperative"],
    )


def test_the_appendix_is_written_in_both_languages_and_as_data(told: Told) -> None:
    french, english = (
        load_workbook(told.folder / name).sheetnames for name in ("annexe.xlsx", "appendix.xlsx")
    )
    assert (french[1], english[1]) == ("Accord", "Agreement")
    with (told.folder / "codages.csv").open(encoding="utf-8", newline="") as file:
        lines = list(csv.DictReader(file))
    assert len(lines) == 12 and {line["codeur"] for line in lines} == {"C1", "C2"}
    data = json.loads((told.folder / "codages.json").read_text(encoding="utf-8"))
    assert data["disagreements"] == ["eess"]
    (eess,) = [one for one in data["actors"] if one["id"] == "eess"]
    assert (eess["rule"], eess["rule_source"], eess["retained"]) == ("ess", "declared", "private")
    assert data["agreements"][0]["kappa"] == pytest.approx(13 / 19)
    assert data["provenance"]["revision"] > 0


def test_the_network_follows_the_coders(told: Told) -> None:
    store = open_store(_store(told.folder))
    try:
        eess = store.actor("eess")
        assert (eess.sector, eess.attributes["sector_source"]) == ("private", "reviewer")
        assert store.actor("replic-languedoc-roussillon").attributes["ess_family"] == "cooperative"
    finally:
        store.close()


def test_a_sheet_being_filled_in_is_not_written_over(told: Told) -> None:
    kept = (told.folder / "codage.xlsx").read_bytes()
    ran = told.maillage("coding", "--for", "C1", "--out", "codage.xlsx")
    assert ran.code == 1 and "--force" in ran.err
    assert (told.folder / "codage.xlsx").read_bytes() == kept


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--by", "departement"), "departement"),
        (("--out", "journal.pdf"), ".xlsx, .csv, .json"),
        (("--for", "C1"), ".xlsx"),
        (("--for", " ", "--out", "x.xlsx"), "--for"),
        (("--for", "C1", "--pole", "nowhere", "--out", "x.xlsx"), "nowhere"),
    ],
)
def test_what_cannot_be_done_is_said(told: Told, words: tuple[str, ...], sentence: str) -> None:
    ran = told.maillage("coding", *words)
    assert (ran.code, ran.out) == (1, "") and sentence in ran.err
    assert not (told.folder / "x.xlsx").exists()


def test_an_empty_store_has_an_empty_journal(tmp_path: Path) -> None:
    store = f"sqlite:///{tmp_path / 'vide.db'}"
    open_store(store).close()
    found = maillage("coding", "--format", "json", MAILLAGE_STORE=store).json
    assert (found["coders"], found["agreements"], found["actors"]) == ([], [], [])
    lines = maillage("coding", "--format", "csv", "--lang", "en", MAILLAGE_STORE=store).out
    assert lines.splitlines() == [
        "id,organisation,coder,coding,coded on,reason,by the rule,source of the rule,retained,"
        "disagreement"
    ]


def _store(folder: Path) -> str:
    return f"sqlite:///{folder / 'demo' / 'demo.db'}"


def _decisions() -> dict[str, dict[str, dict[str, str]]]:
    """As the table of the document says."""
    alike = {
        "Alter'Incub": {SECTOR: "ESS"},
        "CRES Languedoc-Roussillon": {SECTOR: "ESS"},
        "Conseil régional Languedoc-Roussillon": {SECTOR: "public"},
        "Scic Replic (Languedoc-Roussillon)": {SECTOR: "ESS", FAMILY: "coopérative"},
        "Union régionale des Scop Languedoc-Roussillon": {SECTOR: "ESS"},
    }
    return {
        "C1": alike | {"EESS": {SECTOR: "privé"}},
        "C2": alike | {"EESS": {SECTOR: "indécidable"}},
    }
