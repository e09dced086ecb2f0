"""The sheet that each member of a pole receives, and what is made of it when it comes back."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from answer_sheets import POLE, a_pole, filled, headings
from hypothesis import given
from hypothesis import strategies as st
from loading import Desk, a_desk, fates
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from maillage.graph.errors import Refused
from maillage.graph.languages import LANGUAGES, Language
from maillage.graph.model import Actor
from maillage.graph.veil import unnamed
from maillage.graph.vocabulary import Standing
from maillage.ingest.asking.files import file_names
from maillage.ingest.asking.questions import members_of_pole, questions
from maillage.ingest.asking.sheet import BLANK_LINES, Asking, answer_sheet
from maillage.ingest.lists.which_list import guess_lists

ON = date(2014, 9, 19)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with a_desk(tmp_path) as desk:
        a_pole(desk)
        yield desk


def sheet_of(desk: Desk, member: str, language: Language = "fr") -> bytes:
    store = desk.store
    who = store.actor(member)
    asking = Asking(member=who, pole=store.actor(POLE), on=ON, language=language)
    return answer_sheet(asking, questions(unnamed(store, language), who))


def opened(sheet: bytes) -> Worksheet:
    first = load_workbook(io.BytesIO(sheet)).worksheets[0]
    assert isinstance(first, Worksheet)
    return first


def lines(sheet: bytes) -> list[dict[str, object]]:
    """The lines that ask something, by heading, blank cells left out."""
    first = opened(sheet)
    head, columns = headings(first)
    found = [
        {heading: first.cell(line, column).value for heading, column in columns.items()}
        for line in range(head + 1, first.max_row + 1)
    ]
    return [{name: text for name, text in line.items() if text} for line in found]


def test_the_ties_of_a_member_who_says_so_and_since_when(desk: Desk) -> None:
    asked = [line for line in lines(sheet_of(desk, "val")) if "Numéro du lien" in line]
    shown = [
        tuple(line.get(name) for name in ("Avec", "Nature du lien", "Sens", "Depuis", "Qui le dit"))
        for line in asked
    ]
    assert shown == [
        ("Le Fournil", "partenariat", None, "2010", "Journal"),
        ("Banque Verte", "financement", "partenaire → nous", None, "Journal – prévu"),
        ("Pôle de la Brume", "adhésion", "nous → partenaire", "2012", "members.csv"),
    ]
    # A tie that is over is not asked about.
    assert "SCIC Éole" not in str(shown)


def test_who_speaks_stands_in_the_answers_of_the_other_end(desk: Desk) -> None:
    sheet = filled(sheet_of(desk, "val"), {"Le Fournil": {"Je confirme": "oui"}})
    desk.bring(sheet, "answers", name="val.xlsx")
    (line,) = [one for one in lines(sheet_of(desk, "four")) if one.get("Avec") == "Val Ferme"]
    assert line["Qui le dit"] == "Val Ferme, Journal"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_letter_stands_above_and_the_sheet_is_known_again(
    desk: Desk, language: Language
) -> None:
    sheet = sheet_of(desk, "val", language)
    first = opened(sheet)
    letter = " ".join(str(first.cell(line, 1).value) for line in range(1, 7))
    words = ("Val Ferme", "Pôle de la Brume", "19 septembre 2014" if language == "fr" else "2014")
    assert all(word in letter for word in words)
    assert guess_lists(sheet, name="feuille.xlsx") == ("answers",)


@pytest.mark.parametrize(
    ("language", "tick", "yes"), [("fr", "Je confirme", "oui"), ("en", "I confirm", "yes")]
)
def test_a_sheet_comes_back_as_the_members_own_word(
    desk: Desk, language: Language, tick: str, yes: str
) -> None:
    sheet = filled(sheet_of(desk, "val", language), {"Le Fournil": {tick: yes}})
    report = desk.bring(sheet, "answers", name="val.xlsx", pole=POLE)
    assert fates(report) == {"accepted": 1}
    tie = desk.tie("Val Ferme", "Le Fournil", "partnership")
    assert (tie.standing, tie.declared_by) == (Standing.ONE_SIDED, ("val",))


def test_blank_lines_serve_to_add(desk: Desk) -> None:
    added = {"Avec": "SCIC Éole", "Nature du lien": "projet", "Sens": "nous → partenaire"}
    sheet = filled(sheet_of(desk, "four"), {}, [added | {"J’ajoute": "oui"}] * 2)
    desk.bring(sheet, "answers", name="four.xlsx")
    tie = desk.tie("Le Fournil", "SCIC Éole", "project")
    assert tie.declared_by == ("four",) and len(tie.records) == 2
    blank = [line for line in lines(sheet_of(desk, "four")) if "Avec" not in line]
    assert len(blank) == BLANK_LINES
    assert all(line.keys() == {"Feuille du pôle", "Qui répond", "Demandé le"} for line in blank)


def test_a_sheet_offers_words_hides_its_numbers_and_locks_what_is_asked(desk: Desk) -> None:
    first = opened(sheet_of(desk, "val"))
    head, columns = headings(first)
    offered = {
        next(iter(menu.sqref.ranges)).min_col: str(menu.formula1)
        for menu in first.data_validations.dataValidation
    }
    for heading in ("Je confirme", "Je conteste", "J’ajoute"):
        assert offered[columns[heading]] == '"oui"'
    assert columns["Nature du lien"] in offered and columns["Sens"] in offered
    hidden = {name for name in columns if first.column_dimensions[_letter(columns[name])].hidden}
    assert hidden == {
        "Feuille du pôle", "Qui répond", "Numéro du lien", "Numéro du partenaire", "Demandé le",
    }  # fmt: skip
    assert first.protection.sheet
    asked, blank = head + 1, first.max_row
    assert first.cell(asked, columns["Avec"]).protection.locked
    assert not first.cell(asked, columns["Je confirme"]).protection.locked
    assert not first.cell(blank, columns["Avec"]).protection.locked
    assert first.cell(blank, columns["Qui répond"]).protection.locked


def test_who_has_nobody_to_answer_is_left_out(desk: Desk) -> None:
    more = (
        "id;Nom;Nature;Collectif;Nommé\nquinze;une quinzaine de fermes;;oui;\n"
        "anonyme;une banque;;;non\nlieu;La Halle;lieu;;\n"
    )
    desk.bring(more, "actors", name="autres.csv")
    ids = ("quinze", "anonyme", "lieu")
    desk.bring("member_id;pole_id\n" + "".join(f"{id_};{POLE}\n" for id_ in ids), "members")
    members = members_of_pole(desk.store, POLE)
    assert [one.id for one in members.asked] == ["four", "val"]
    assert {one.id for one in members.left_out} == set(ids)


def test_only_a_pole_asks(desk: Desk) -> None:
    with pytest.raises(Refused) as fault:
        members_of_pole(desk.store, "val")
    assert fault.value.code == "not_a_pole"


def test_a_sole_trader_is_not_named(desk: Desk) -> None:
    desk.bring(
        "id;Nom;Catégorie juridique\ndupont-jeanne;Jeanne Dupont;1000\n", "actors", name="ei.csv"
    )
    desk.bring(f"member_id;pole_id\ndupont-jeanne;{POLE}\n", "members", name="ei-membre.csv")
    desk.bring(
        "source_id;target_id;kind\ndupont-jeanne;val;partnership\n", "ties", name="ei-liens.csv"
    )
    desk.bring(
        "source_id;target_id;kind;subtype;source\n"
        "four;val;partnership;bail de Jeanne Dupont;Lettre de Jeanne Dupont\n",
        "ties",
        name="liens.csv",
    )
    person = desk.store.actor("dupont-jeanne")
    others, own = sheet_of(desk, "val"), sheet_of(desk, "dupont-jeanne")
    assert "dupont" not in f"{lines(others)}".casefold()
    # Its own sheet has the id by which its answers are known again, and nothing else.
    assert "Dupont" not in f"{lines(own)}{opened(own)['A1'].value}"
    ((_, name),) = file_names([person])
    assert name == "entreprise-individuelle-nom-non-publie.xlsx"
    back = filled(
        sheet_of(desk, "val"), {"Entreprise individuelle (nom non publié)": {"Je confirme": "oui"}}
    )
    assert fates(desk.bring(back, "answers", name="val.xlsx")) == {"accepted": 1}


def test_a_name_that_looks_like_a_formula_is_a_name(desk: Desk) -> None:
    desk.bring("id;Nom\neq;=Égalité=\n", "actors", name="eq.csv")
    desk.bring("source_id;target_id;kind\neq;val;partnership\n", "ties", name="eq-liens.csv")
    sheet = sheet_of(desk, "val")
    first = opened(sheet)
    (cell,) = [one for (one,) in first.iter_rows(max_col=1) if one.value == "=Égalité="]
    assert cell.data_type == "s"
    back = filled(sheet, {"=Égalité=": {"Je conteste": "oui"}})
    desk.bring(back, "answers", name="val.xlsx")
    assert desk.tie("=Égalité=", "Val Ferme", "partnership").standing is Standing.CONTESTED


@given(st.lists(st.text(max_size=80), max_size=12))
def test_file_names_are_safe_and_each_its_own(names: list[str]) -> None:
    members = [Actor(id=f"a{number}", kind="other", name=name) for number, name in enumerate(names)]
    found = [name for _, name in file_names(members)]
    assert len(set(found)) == len(names)
    for name in found:
        stem = name.removesuffix(".xlsx")
        assert stem.replace("-", "").isalnum() and name.isascii() and name == name.lower()
        assert len(name) < 80


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("../../etc/passwd", "etc-passwd.xlsx"),
        ("CON", "membre-con.xlsx"),
        ("北京", "membre.xlsx"),
        ("L’Œuvre « d’Élise »", "l-oeuvre-d-elise.xlsx"),
    ],
)
def test_the_name_of_a_file(name: str, expected: str) -> None:
    ((_, found),) = file_names([Actor(id="a", kind="other", name=name)])
    assert found == expected


def _letter(column: int) -> str:
    return chr(ord("A") + column - 1)
