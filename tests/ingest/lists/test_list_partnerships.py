"""Partnerships: two partners make a tie, three or more an agreement, never a clique."""

from __future__ import annotations

import pytest
from loading import Desk, codes, fates

from maillage.graph.vocabulary import Status
from maillage.ingest.lists.several import KnownNames


def test_two_partners_make_a_tie(desk: Desk) -> None:
    desk.bring(
        "Partenaires;Précision;Objet;Montant (€);Du;Au\n"
        "Val Ferme | Le Fournil;convention;pain;12 000;2012;2013\n",
        "partnerships",
    )
    tie = desk.tie("Le Fournil", "Val Ferme", "partnership")
    assert not tie.directed and tie.subtype == "convention"
    assert tie.attributes == {"purpose": "pain", "amount_eur": 12_000.0}
    assert tie.start and tie.end and (tie.start.text, tie.end.text) == ("2012", "2013")


def test_three_partners_make_an_agreement(desk: Desk) -> None:
    desk.bring("Partenaires;Objet;Nature\nA|B|C|D;Cantine;recherche\n", "partnerships")
    agreement = desk.actor("Accord : Cantine")
    assert agreement.kind == "agreement"
    ends = {(frozenset(names), kind) for *names, kind in desk.ties}
    assert ends == {(frozenset((name, "Accord : Cantine")), "research") for name in "ABCD"}


def test_an_agreement_without_a_purpose_is_called_by_its_partners(desk: Desk) -> None:
    desk.bring("Partenaires\nA;B;C;D\n".replace("A;B;C;D", '"A;B;C;D"'), "partnerships")
    assert "Accord : A, B, C…" in desk.names


@pytest.mark.parametrize("partners", ["A | B", "A / B", '"A;B"'])
def test_partners_are_parted_as_people_part_them(partners: str, desk: Desk) -> None:
    desk.bring(f"Partenaires;Type\n{partners};achats groupés\n", "partnerships")
    assert desk.ties.keys() == {("A", "B", "joint_purchase")}


def test_a_slash_within_a_name_parts_nothing(desk: Desk) -> None:
    desk.bring("Partenaires;Objet\nGE/GEIQ du Rhône | B;x\n", "partnerships")
    assert desk.names == {"GE/GEIQ du Rhône", "B"}


def test_partners_in_columns(desk: Desk) -> None:
    desk.bring("Partenaire 1;Partenaire 2;Partenaire 3\nA;B;\nA;C;D\n", "partnerships")
    kinds = [actor.kind for actor in desk.graph.actors.values()]
    assert kinds.count("agreement") == 1
    assert len(desk.ties) == 4


@pytest.mark.parametrize("partners", ["A", "A|A", "Le Fournil | LE  FOURNIL"])
def test_one_partner_is_none(partners: str, desk: Desk) -> None:
    report = desk.bring(f"Partenaires;Objet\n{partners};x\n", "partnerships")
    assert (fates(report), codes(report, 2)) == ({"refused": 1}, {"one_partner"})


def test_a_partner_named_twice_counts_once(desk: Desk) -> None:
    desk.bring("Partenaires;Objet\nA|B|a;x\n", "partnerships")
    assert len(desk.ties) == 1 and desk.names == {"A", "B"}


def test_the_same_agreement_again_is_the_same(desk: Desk) -> None:
    text = "Partenaires;Objet\nA|B|C;Cantine\n"
    desk.bring(text, "partnerships")
    before = desk.graph
    report = desk.bring(text, "partnerships")
    assert report.again and desk.graph == before


def test_a_status_in_the_feminine_and_an_end_that_has_not_come(desk: Desk) -> None:
    report = desk.bring(
        "Partenaires;Fin;Statut\nA | B;à ce jour;Signée\nC | D;2013;Terminée\n", "partnerships"
    )
    assert fates(report) == {"accepted": 2}
    assert desk.tie("A", "B", "partnership").end is None
    assert desk.tie("C", "D", "partnership").status is Status.ENDED


def test_only_kinds_of_cooperation(desk: Desk) -> None:
    report = desk.bring("Partenaires;Nature\nA|B;adhésion\n", "partnerships")
    assert (fates(report), codes(report, 2)) == ({"refused": 1}, {"unknown_choice"})


def test_a_partner_told_by_the_line_above_is_refused(desk: Desk) -> None:
    report = desk.bring("Partenaires;Objet\nA | B;pain\nA | idem;bois\n", "partnerships")
    assert codes(report, 3) == {"ditto"}
    assert desk.names == {"A", "B"}


KNOWN = "Nom\nVal Ferme\nÉole\nRedon\nCulture et Coopération\n"


def ends_of(desk: Desk) -> set[str]:
    return {name for *ends, _ in desk.ties for name in ends if not name.startswith("Accord")}


@pytest.mark.parametrize(
    ("cell", "partners"),
    [
        ("Val Ferme, Éole et Redon", {"Val Ferme", "Éole", "Redon"}),
        ("Val Ferme & eole", {"Val Ferme", "Éole"}),
        ("Val Ferme, Éole, and Redon", {"Val Ferme", "Éole", "Redon"}),
        ("Culture et Coopération, Éole", {"Culture et Coopération", "Éole"}),
        ("Éole et Culture et Coopération", {"Culture et Coopération", "Éole"}),
        ("Le Fournil | Éole et Redon", {"Le Fournil", "Éole", "Redon"}),
    ],
)
def test_known_names_in_one_cell_are_partners_of_their_own(
    desk: Desk, cell: str, partners: set[str]
) -> None:
    desk.bring(KNOWN, "actors", name="acteurs.csv")
    report = desk.bring(f"Partenaires;Objet\n{cell};pain\n", "partnerships")
    assert "names_parted" in codes(report, 2) and fates(report) == {"changed": 1}
    assert ends_of(desk) == partners


def test_names_of_other_lines_of_the_file_are_known_too(desk: Desk) -> None:
    report = desk.bring(
        "Partenaire 1;Partenaire 2\nVal Ferme;Le Fournil et Éole\nÉole;Le Fournil\n",
        "partnerships",
    )
    (said,) = [one for one in report.problems if one.code == "names_parted"]
    assert (said.row, said.column) == (2, "Partenaire 2")
    assert ends_of(desk) == {"Val Ferme", "Le Fournil", "Éole"}


@pytest.mark.parametrize(
    "name",
    [
        "Café, théâtre et compagnie?",  # a comma parts more often than it names
        "Éole et Vent debout?",
        "Terre et Humanisme",
        "Dupont & fils",
        "Culture et Coopération",
    ],
)
def test_what_is_not_known_in_all_its_parts_stays_one_partner(desk: Desk, name: str) -> None:
    """It is to look at (« ? » here) if it has a comma, or if a part is known."""
    desk.bring(KNOWN, "actors", name="acteurs.csv")
    written = name.rstrip("?")
    report = desk.bring(f"Partenaires;Objet\nRedon | {written};pain\n", "partnerships")
    assert ("names_together" in codes(report, 2)) == (written != name)
    assert ends_of(desk) == {"Redon", written}


def test_a_name_that_is_known_is_one_whatever_its_parts_are(desk: Desk) -> None:
    desk.bring(f"{KNOWN}Éole et Redon\n", "actors", name="acteurs.csv")
    desk.bring("Partenaires;Objet\nVal Ferme | Éole et Redon;pain\n", "partnerships")
    assert ends_of(desk) == {"Val Ferme", "Éole et Redon"}


TOGETHER = "Partenaires;Objet\nRedon | Val Ferme, Éole et Le Fournil;{}\n"


def test_a_cell_once_read_as_one_name_is_parted_when_its_parts_are_known(desk: Desk) -> None:
    first = desk.bring(TOGETHER.format("pain"), "partnerships", name="a.csv")
    assert "names_together" in codes(first, 2)
    desk.bring(f"{KNOWN}Le Fournil\n", "actors", name="acteurs.csv")
    later = desk.bring(TOGETHER.format("vent"), "partnerships", name="b.csv")
    assert "names_parted" in codes(later, 2)
    assert ends_of(desk) >= {"Redon", "Val Ferme", "Éole", "Le Fournil"}


def test_what_a_cell_was_read_as_is_asked_once_however_many_lines_hold_it() -> None:
    asked: list[str] = []

    def in_cells(name: str) -> bool:
        asked.append(name)
        return True

    known = KnownNames(lambda: ["Éole et Redon", "Éole", "Redon"], only_in_cells=in_cells)
    for cell in ("Éole et Redon", "éole et  REDON", "Éole et Redon"):
        assert len(known.parted(cell)) == 2
    assert asked == ["eole et redon"]


def test_a_file_loaded_again_is_read_as_it_was(desk: Desk) -> None:
    desk.bring(TOGETHER.format("pain"), "partnerships")
    desk.bring(f"{KNOWN}Le Fournil\n", "actors", name="acteurs.csv")
    again = desk.bring(TOGETHER.format("pain"), "partnerships")
    assert "names_parted" not in codes(again, 2) and not (again.outcome and again.outcome.changed)
    assert ends_of(desk) == {"Redon", "Val Ferme, Éole et Le Fournil"}


def test_a_name_that_another_list_tells_too_stays_one(desk: Desk) -> None:
    whole = "Val Ferme, Éole et Le Fournil"
    desk.bring(TOGETHER.format("pain"), "partnerships", name="a.csv")
    desk.bring(f'Membre;Pôle\n"{whole}";P1\n', "members", name="membres.csv")
    desk.bring(f"{KNOWN}Le Fournil\n", "actors", name="acteurs.csv")
    later = desk.bring(TOGETHER.format("vent"), "partnerships", name="b.csv")
    assert "names_parted" not in codes(later, 2)
    assert ends_of(desk) >= {"Redon", whole}


def test_a_cell_that_tells_a_story_is_not_parted(desk: Desk) -> None:
    desk.bring(KNOWN, "actors", name="acteurs.csv")
    story = ", ".join(["Val Ferme", "Éole"] * 2_000)
    report = desk.bring(f"Partenaires;Objet\nRedon | {story[:900]};x\n", "partnerships")
    assert codes(report, 2).isdisjoint({"names_parted", "names_together"})


@pytest.mark.parametrize(
    "partners",
    [
        "- A\n- B",
        "1) A\n2) B",
        "1. A ; 2. B",
        "- 1) A ; - 2) B",
        "• A | • B",
        "A (porteur) ; B",
        "A [chef de file] | B",
    ],
)
def test_bullets_numbers_and_roles_are_no_part_of_a_name(partners: str, desk: Desk) -> None:
    report = desk.bring(f'Partenaires;Objet\n"{partners}";x\n', "partnerships")
    assert desk.ties.keys() == {("A", "B", "partnership")}
    assert fates(report) == {"accepted": 1}


@pytest.mark.parametrize(
    "names",
    [
        ("44° Nord", "A"),
        ("2. Rue", "A"),
        ("2) Rue", "4) Bis"),
        ("1. Rue", "A"),
        ("2. Rue", "1. Rue"),
    ],
)
def test_a_number_that_does_not_count_is_part_of_the_name(
    names: tuple[str, str], desk: Desk
) -> None:
    desk.bring(f'Partenaires;Objet\n"{" ; ".join(names)}";x\n', "partnerships")
    desk.bring("Partenaire 1;Partenaire 2\n{};{}\n".format(*names), "partnerships", name="b.csv")
    assert desk.names == set(names)


def test_what_follows_a_count_needs_no_number(desk: Desk) -> None:
    desk.bring('Partenaires;Objet\n"1) A ; 2) B ; etc.";x\n', "partnerships")
    assert desk.names == {"A", "B"}


@pytest.mark.parametrize("others", ["etc.", "?", "...", "…", "divers", "autres partenaires"])
def test_what_says_that_there_are_more_is_no_partner(others: str, desk: Desk) -> None:
    report = desk.bring(
        f'Partenaires;Objet\n"A ; B ; {others}";x\n"A ; {others}";y\n', "partnerships"
    )
    assert desk.names == {"A", "B"}
    assert (fates(report), codes(report, 2)) == (
        {"changed": 1, "refused": 1},
        {"partners_unnamed", "actor_new"},
    )
    # One sentence, not two: it is not for want of a semicolon that the second is not named.
    (refused,) = [one for one in report.problems if one.row == 3]
    assert (refused.code, refused.level) == ("partners_unnamed", "refused")
    assert refused.message("fr").startswith("Ligne 3 refusée\u202f: «\u202f")


def test_more_partners_behind_the_last_name_leave_the_name(desk: Desk) -> None:
    desk.bring('Partenaires;Objet\n"A ; Ville de Die, etc.";x\n', "partnerships")
    assert desk.names == {"A", "Ville de Die"}


def test_the_mark_of_a_note_is_no_part_of_a_partners_name(desk: Desk) -> None:
    report = desk.bring(
        'Partenaires;Objet\n"Val Ferme * ; Éole (porteur) ; Le Gué¹";x\n', "partnerships"
    )
    assert "note_mark" in codes(report, 2)
    assert desk.names >= {"Val Ferme", "Éole", "Le Gué"}


@pytest.mark.parametrize("person", ["1) Mme Prat", "Mme Prat (porteuse)", "- M. Petit, etc."])
def test_a_person_behind_a_bullet_is_a_person(person: str, desk: Desk) -> None:
    report = desk.bring(f'Partenaires;Objet\n"A ; {person}";x\n', "partnerships")
    assert codes(report, 2) == {"person_named"}
    report = desk.bring(f"Partenaire 1;Partenaire 2\nA;{person}\n", "partnerships")
    assert "person_named" in codes(report, 2)
    assert desk.names == set()


@pytest.mark.parametrize(
    "word", ["Convention cadre", "convention-cadre", "Accord-cadre", "Accords de partenariat"]
)
def test_a_word_that_says_more_than_partnership_stays_as_its_subtype(word: str, desk: Desk) -> None:
    report = desk.bring(f"Partenaires;Type\nAlpha | Bêta;{word}\n", "partnerships")
    assert codes(report, 2) >= {"kind_finer"}
    assert fates(report) == {"accepted": 1}
    assert desk.tie("Alpha", "Bêta", "partnership").subtype == word


def test_a_subtype_that_is_told_is_the_one(desk: Desk) -> None:
    desk.bring("Partenaires;Type;Précision\nAlpha | Bêta;Accord-cadre;formation\n", "partnerships")
    assert desk.tie("Alpha", "Bêta", "partnership").subtype == "formation"
    desk.bring("Partenaires;Type\nAlpha | Gamma;convention\n", "partnerships")
    assert desk.tie("Alpha", "Gamma", "partnership").subtype == ""


def test_a_framework_for_public_purchases_is_none(desk: Desk) -> None:
    report = desk.bring("Partenaires;Type\nAlpha | Bêta;marché-cadre\n", "partnerships")
    assert fates(report) == {"refused": 1}
