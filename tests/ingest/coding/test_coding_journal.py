"""Who coded what, what the rule alone says, and how far coders agree."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from datetime import UTC, date, datetime
from fractions import Fraction
from pathlib import Path

import pytest
from coding_sheets import coded
from loading import Desk, a_desk, fates
from openpyxl import load_workbook

from maillage.graph import ledger
from maillage.graph.errors import UnknownName
from maillage.graph.languages import LANGUAGES, Language
from maillage.graph.model import Judgement
from maillage.ingest.coding.blank import blank_sheets, to_be_coded
from maillage.ingest.coding.journal import journal
from maillage.ingest.coding.tables import appendix, coding_table
from maillage.ingest.coding.variables import VARIABLES
from maillage.ingest.coding.workbook import appendix_workbook

ON = date(2014, 9, 19)
ACTORS = (
    "id;Nom;Secteur;Forme juridique;Nature\na;Amap;;Association loi 1901;\nb;Banque;privé;;\n"
    "c;Commune;public;;\nd;Dépôt;;;\ne;Épicerie;;SAS;\nlieu;La Halle;;;lieu\n"
)
FIRST = {"a": "ESS", "b": "privé", "c": "public", "d": "ESS"}
SECOND = {"a": "ESS", "b": "ESS", "c": "public", "d": "indécidable", "e": "privé"}


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with a_desk(tmp_path) as desk:
        desk.bring(ACTORS, "actors", name="acteurs.csv")
        yield desk


def code(desk: Desk, coder: str, sectors: dict[str, str], on: str = "2014-01-01") -> str:
    lines = "".join(f"{id_};{coder};{word};{on};lu\n" for id_, word in sectors.items())
    text = f"actor_id;coder;sector;coded_on;note\n{lines}"
    report = desk.bring(text, "codings", name=f"{coder}-{on}.csv")
    assert not report.found_wrong and report.import_id
    return report.import_id


def test_two_coders_their_agreement_and_their_disagreements(desk: Desk) -> None:
    code(desk, "C1", FIRST)
    code(desk, "C2", SECOND)
    found = journal(desk.store)
    assert found.coders == ("C1", "C2") and len(found.actors) == 5
    (pair,) = found.pairs
    # Only what both coded is compared: a, b, c, d. Chance: (2·2 + 1·0 + 1·1 + 0·1) / 16.
    assert pair.agreement.items == 4
    assert pair.agreement.observed == Fraction(2, 4)
    assert pair.agreement.expected == Fraction(5, 16)
    assert pair.agreement.kappa == Fraction(3, 11)
    assert [one.actor.id for one in found.disagreements] == ["b", "d"]


def test_the_rule_is_what_the_network_says_without_any_coder(desk: Desk) -> None:
    code(desk, "C1", {"a": "public", "b": "ESS", "d": "privé", "e": "ESS"})
    found = journal(desk.store)
    told = {one.actor.id: (one.rule, one.rule_source, one.retained) for one in found.actors}
    assert told == {
        "a": ("ess", "legal_form", "public"),
        "b": ("private", "declared", "ess"),
        "d": ("unknown", None, "private"),
        "e": ("unknown", "legal_form", "ess"),
    }
    (beside,) = found.against_the_rule
    assert (beside.second, beside.agreement.items) == ("C1", 4)
    assert beside.agreement.observed == Fraction(0)


def test_of_one_coder_the_later_word_counts_and_what_is_undone_does_not(desk: Desk) -> None:
    code(desk, "C1", {"a": "public"})
    later = code(desk, "C1", {"a": "ESS"}, on="2014-06-01")
    (one,) = journal(desk.store).actors
    decision = one.decisions["C1"]
    assert (decision.value, decision.note) == ("ess", "lu")
    assert decision.on and decision.on.text == "2014-06-01"
    ledger.undo(desk.store, later)
    (one,) = journal(desk.store).actors
    assert one.decisions["C1"].value == "public"


def test_a_third_coding_settles_a_disagreement_and_it_stays_listed(desk: Desk) -> None:
    code(desk, "C1", {"a": "public"})
    code(desk, "C2", {"a": "ESS"})
    code(desk, "arbitre", {"a": "mixte"}, on="2014-12-01")
    found = journal(desk.store)
    (one,) = found.disagreements
    assert one.retained == "mixed" and set(one.decisions) == {"C1", "C2", "arbitre"}
    assert len(found.pairs) == 3


def test_codings_of_two_actors_that_are_one_are_of_one(desk: Desk) -> None:
    code(desk, "C1", {"a": "ESS"})
    code(desk, "C2", {"d": "public"})
    when = datetime(2014, 1, 1, tzinfo=UTC)
    same = Judgement(id="j-1", left="a", right="d", verdict="same", decided_at=when)
    ledger.judge(desk.store, same)
    (one,) = journal(desk.store).actors
    assert one.disputed and one.rule == "ess"


def test_without_two_coders_or_two_categories_there_is_no_kappa(desk: Desk) -> None:
    assert journal(desk.store).actors == () and journal(desk.store).pairs == ()
    code(desk, "C1", {"a": "ESS"})
    assert journal(desk.store).pairs == ()
    code(desk, "C2", {"b": "ESS"})
    (pair,) = journal(desk.store).pairs
    assert pair.agreement.undefined == "nothing_coded_by_both"
    code(desk, "C2", {"a": "ESS"}, on="2014-02-01")
    (pair,) = journal(desk.store).pairs
    assert pair.agreement.undefined == "one_category"


@pytest.mark.parametrize(
    ("by", "values"),
    [
        ("sector", {"a": "ess", "b": "private", "c": "public", "d": "ess"}),
        ("public_private", {"a": "private", "b": "private", "c": "public", "d": "private"}),
        ("inside_ess", {"a": "inside", "b": "outside", "c": "outside", "d": "inside"}),
        ("family", {}),
        ("kind", {}),
    ],
)
def test_each_partition_that_a_decision_settles(
    desk: Desk, by: str, values: dict[str, str]
) -> None:
    code(desk, "C1", FIRST)
    found = journal(desk.store, by)
    assert {one.actor.id: one.decisions["C1"].value for one in found.actors} == values
    assert set(values.values()) <= found.by.values.keys()


def test_what_no_coder_settles_is_no_variable(desk: Desk) -> None:
    with pytest.raises(UnknownName, match="departement"):
        journal(desk.store, "departement")
    assert set(VARIABLES) == {"sector", "public_private", "inside_ess", "family", "kind"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_appendix_holds_every_table(desk: Desk, language: Language) -> None:
    code(desk, "C1", FIRST)
    code(desk, "C2", SECOND)
    found = journal(desk.store)
    book = load_workbook(io.BytesIO(appendix_workbook(appendix(found, language, ON))))
    expected = {
        "fr": ["Méthode", "Accord", "Tableaux croisés", "Désaccords", "Codages"],
        "en": ["Method", "Agreement", "Confusion", "Disagreements", "Codings"],
    }
    assert book.sheetnames == expected[language]
    method, agreement, confusion, disputed, codings = book.worksheets
    assert "Cohen" in str(list(method.iter_rows(values_only=True)))
    kappa = agreement.cell(2, 6)
    assert kappa.value == pytest.approx(3 / 11) and kappa.number_format == "0.000"
    table = [row[1:] for row in confusion.iter_rows(values_only=True, min_row=2)]
    assert [row[-1] for row in table] == [1, 2, 1, 0, 4]
    assert disputed.max_row == 1 + 2 and codings.max_row == 1 + 9


def test_a_formula_in_a_name_is_text_in_the_appendix(desk: Desk) -> None:
    desk.bring("id;Nom\nx;=Atelier=\n", "actors", name="x.csv")
    code(desk, "=Égalité=", {"x": "ESS"})
    book = load_workbook(io.BytesIO(appendix_workbook(appendix(journal(desk.store), "fr", ON))))
    cells = [cell for row in book["Codages"].iter_rows() for cell in row]
    assert {cell.value for cell in cells} >= {"=Atelier=", "=Égalité="}
    assert all(cell.data_type != "f" for cell in cells)


def test_a_sole_trader_is_neither_asked_for_nor_named(desk: Desk) -> None:
    desk.bring("id;Nom;Catégorie juridique\ndupont;Jeanne Dupont;1000\n", "actors", name="ei.csv")
    assert "dupont" not in [actor.id for actor in to_be_coded(desk.store)]
    code(desk, "C1", {"dupont": "ESS"})
    code(desk, "C2", {"dupont": "public"})
    shown = str(appendix(journal(desk.store), "fr", ON))
    assert "nom non publié" in shown and "dupont" not in shown.casefold()


def test_every_decision_is_a_line_of_the_table(desk: Desk) -> None:
    code(desk, "C1", FIRST)
    code(desk, "C2", SECOND)
    table = coding_table(journal(desk.store), "en")
    out = io.StringIO()
    csv.writer(out).writerows([table.headings, *table.rows])
    lines = list(csv.DictReader(io.StringIO(out.getvalue())))
    assert len(lines) == 9
    assert {line["coder"]: line["coding"] for line in lines if line["id"] == "d"} == {
        "C1": "social economy",
        "C2": "not documented",
    }


# ---------------------------------------------------------------------- the sheets to fill in


def test_a_blank_sheet_for_each_coder_says_what_is_known_and_never_the_sector(desk: Desk) -> None:
    actors = to_be_coded(desk.store)
    assert [actor.id for actor in actors] == ["a", "b", "c", "d", "e"]
    book = load_workbook(io.BytesIO(blank_sheets(("C1", "C2"), actors, ON)))
    assert book.sheetnames == ["C1", "C2", "listes"]
    first, second, menus = book.worksheets
    assert menus.sheet_state == "veryHidden"
    lines = list(first.iter_rows(values_only=True))
    assert lines[1][:4] == ("a", "Amap", "Association loi 1901", "C1")
    assert {line[3] for line in list(second.iter_rows(values_only=True))[1:]} == {"C2"}
    shown = str([line[:3] for line in lines[1:]]).casefold()
    assert "public" not in shown and "privé" not in shown


def test_a_filled_sheet_comes_back_as_codings(desk: Desk) -> None:
    sheets = blank_sheets(("C1", "C2"), to_be_coded(desk.store), ON)
    words = {"Amap": {"Secteur codé": "ESS", "Motif": "statuts"}}
    report = desk.bring(coded(sheets, {"C1": words, "C2": words}), "codings", name="c.xlsx")
    assert fates(report) == {"accepted": 2}
    (one,) = journal(desk.store).actors
    assert {coder: told.note for coder, told in one.decisions.items()} == {
        "C1": "statuts",
        "C2": "statuts",
    }


def test_a_sheet_may_be_in_english(desk: Desk) -> None:
    sheets = blank_sheets(("C1",), to_be_coded(desk.store), ON, "en")
    book = load_workbook(io.BytesIO(sheets))
    sheet = book["C1"]
    columns = [cell.value for cell in sheet[1]]
    sheet.cell(2, columns.index("Coded sector") + 1).value = "social economy"
    content = io.BytesIO()
    book.save(content)
    assert fates(desk.bring(content.getvalue(), "codings", name="c.xlsx")) == {"accepted": 1}
