"""Who is a member of a pole or of a network: said, complete, ended, taken back."""

from __future__ import annotations

import pytest
from loading import Desk, codes, fates

from maillage.graph import ledger
from maillage.graph.errors import InvalidInput, Refused, UnreadableFile
from maillage.graph.vocabulary import Standing, Status
from maillage.ingest.persons.removal import MASK

POLE = "id,name\nptce-die,Pôle du Diois\n"


def test_a_line_becomes_a_membership(desk: Desk) -> None:
    desk.bring(
        "Structure;Pôle;Rôle;Collège;Voix;Depuis;Forme juridique\n"
        "Val Ferme;Pôle du Diois;administrateur;usagers;2;mars 2012;Association loi 1901\n",
        "members",
    )
    tie = desk.tie("Val Ferme", "Pôle du Diois", "membership")
    assert tie.directed and tie.start and tie.start.text == "2012-03"
    assert tie.attributes == {"role": "administrateur", "college": "usagers", "votes": 2.0}
    assert (tie.status, tie.standing) == (Status.ACTIVE, Standing.REPORTED)
    assert desk.actor("Pôle du Diois").kind == "pole"
    assert desk.actor("Val Ferme").attributes["ess_family"] == "association"


def test_the_pole_of_the_option(desk: Desk) -> None:
    desk.bring(POLE, "poles")
    desk.bring("Nom\nVal Ferme\nLe Fournil\n", "members", pole="ptce-die")
    ties = desk.ties
    assert ties.keys() == {
        ("Val Ferme", "Pôle du Diois", "membership"),
        ("Le Fournil", "Pôle du Diois", "membership"),
    }
    # The pole speaks of its own members: one end has said so.
    assert {tie.standing for tie in ties.values()} == {Standing.ONE_SIDED}
    assert {tie.declared_by for tie in ties.values()} == {("ptce-die",)}


def test_another_may_speak(desk: Desk) -> None:
    desk.bring(POLE, "poles")
    desk.bring("Nom\nVal Ferme\n", "members", pole="ptce-die", declared_by="RTES")
    tie = desk.tie("Val Ferme", "Pôle du Diois", "membership")
    assert (tie.standing, tie.declared_by) == (Standing.REPORTED, (desk.actor("RTES").id,))


def test_both_ends_make_it_confirmed(desk: Desk) -> None:
    desk.bring(POLE, "poles")
    desk.bring("Nom\nVal Ferme\n", "members", pole="ptce-die")
    desk.bring("Nom;Pôle\nVal Ferme;ptce-die\n", "members", declared_by="Val Ferme", name="v.csv")
    tie = desk.tie("Val Ferme", "Pôle du Diois", "membership")
    assert tie.standing is Standing.CONFIRMED
    assert len(tie.records) == 2


def test_the_list_of_a_network(desk: Desk) -> None:
    desk.bring("Membre;Réseau\nVille de Die;RTES\n", "members")
    assert ("Ville de Die", "RTES", "network_affiliation") in desk.ties
    assert desk.actor("RTES").kind == "network"


def test_the_list_of_a_network_by_the_option(desk: Desk) -> None:
    """What is a network stays one."""
    desk.bring("id;Nom;Nature\nrtes;RTES;réseau\n", "actors")
    for said, member in (("rtes", "Ville de Die"), ("RTES", "Ville de Crest")):
        desk.bring(f"Nom\n{member}\n", "members", pole=said)
        assert (member, "RTES", "network_affiliation") in desk.ties
    assert desk.actor("RTES").kind == "network" and not desk.actor("RTES").conflicts


def test_a_list_that_never_says_whose_it_is_gets_one_refusal(desk: Desk) -> None:
    with pytest.raises(UnreadableFile) as fault:
        desk.bring("Nom;Rôle\nVal Ferme;x\nLe Fournil;y\n", "members", name="m.csv")
    assert fault.value.code == "pole_needed"
    for told in (fault.value.text("fr"), fault.value.text("en")):
        assert all(said in told for said in ("m.csv", '--pole "', "--new-pole", "--new-network"))
    assert not desk.names


def test_without_a_pole_a_line_is_refused(desk: Desk) -> None:
    report = desk.bring("Nom;Pôle\nVal Ferme;\nLe Fournil;Pôle du Diois\n", "members")
    assert fates(report) == {"accepted": 1, "refused": 1}
    assert codes(report, 2) == {"value_missing"}
    # In a form the pole can still be asked for.
    report = desk.bring("Nom\nVal Ferme\n", "members", ask_pole=True)
    assert codes(report, 2) == {"value_missing"}


def test_a_pole_that_is_mistyped_is_not_a_new_one(desk: Desk) -> None:
    desk.bring(POLE, "poles")
    for said in ("pole du DIOIS", "ptce-die"):
        assert desk.bring("Nom\nVal Ferme\n", "members", pole=said).references["by_number"] < 2
    with pytest.raises(Refused) as refusal:
        desk.bring("Nom\nVal Ferme\n", "members", pole="Pôle du Dios")
    assert "Vouliez-vous dire\u202f: Pôle du Diois (ptce-die)" in refusal.value.text("fr")
    with pytest.raises(Refused) as refusal:
        desk.bring("Nom\nVal Ferme\n", "members", pole="Zzyzx")
    assert refusal.value.code == "unknown_pole" and "--new-pole" in refusal.value.text("en")
    assert desk.names == {"Pôle du Diois", "Val Ferme"}


def test_a_speaker_that_is_mistyped_is_not_a_new_one(desk: Desk) -> None:
    desk.bring("Nom\nFédération des Scop\n", "actors")
    text = "Nom;Pôle\nVal Ferme;Pôle P\n"
    with pytest.raises(Refused) as refusal:
        desk.bring(text, "members", declared_by="Fédération des Scops")
    assert "Fédération des Scop (" in refusal.value.text("fr")
    report = desk.bring(text, "members", declared_by="Union des Scic", name="b.csv")
    assert "speaker_new" in report.problems.counts
    report = desk.bring(text, "members", declared_by="fédération des SCOP", name="c.csv")
    assert "speaker_new" not in report.problems.counts


def test_a_new_network_is_said_to_be_one_and_is_no_pole(desk: Desk) -> None:
    desk.bring(POLE, "poles")
    report = desk.bring("Nom\nVal Ferme\n", "members", pole="CRESS du Diois", new_network=True)
    assert report.problems.count("network_new") == 1
    assert desk.actor("CRESS du Diois").kind == "network"
    assert ("Val Ferme", "CRESS du Diois", "network_affiliation") in desk.ties
    with pytest.raises(InvalidInput):
        desk.bring("Nom\nA\n", "members", pole="Z", new_network=True, new_pole=True)


def test_a_new_pole_is_said_to_be_one(desk: Desk) -> None:
    first = desk.bring("Nom\nVal Ferme\n", "members", pole="Pôle A")
    second = desk.bring("Nom\nVal Ferme\n", "members", pole="Pôle AB", new_pole=True)
    again = desk.bring("Nom\nVal Ferme\nB\n", "members", pole="Pôle AB")
    told = [report.problems.count("pole_new") for report in (first, second, again)]
    assert told == [1, 1, 0]
    assert {"Pôle A", "Pôle AB"} <= desk.names


def test_an_actor_is_not_a_pole(desk: Desk) -> None:
    desk.bring("id,name,kind\nf,Le Fournil,enterprise\n", "actors")
    with pytest.raises(Refused) as refusal:
        desk.bring("Nom\nVal Ferme\n", "members", pole="f")
    assert refusal.value.code == "neither_pole_nor_network"


def test_a_complete_list_ends_who_is_no_longer_on_it(desk: Desk) -> None:
    desk.bring(POLE, "poles")
    earlier = desk.bring(
        "Nom\nA\nB\nC\n",
        "members",
        pole="ptce-die",
        date="2012-06-01",
        complete=True,
        name="12.csv",
    )
    assert earlier.written
    before = desk.ties
    later = desk.bring(
        "Nom\nA\nC\n", "members", pole="ptce-die", date="2014-06-01", complete=True, name="14.csv"
    )
    ended = desk.tie("B", "Pôle du Diois", "membership")
    assert ended.status is Status.ENDED
    assert ended.end and ended.end.text == "2012-06/2014-05"
    assert desk.tie("A", "Pôle du Diois", "membership").status is Status.ACTIVE
    assert later.import_id is not None
    ledger.undo(desk.store, later.import_id)
    assert desk.ties == before


def test_a_list_that_is_not_complete_ends_nothing(desk: Desk) -> None:
    desk.bring(POLE, "poles")
    desk.bring("Nom\nA\nB\n", "members", pole="ptce-die", date="2012", complete=True, name="12.csv")
    desk.bring("Nom\nA\n", "members", pole="ptce-die", date="2014", name="14.csv")
    assert {tie.status for tie in desk.ties.values()} == {Status.ACTIVE}


def test_complete_needs_a_date(desk: Desk) -> None:
    with pytest.raises(InvalidInput) as wrong:
        desk.bring("Nom\nA\n", "members", pole="ptce-die", complete=True)
    assert wrong.value.code == "complete_without_date"


def test_dates_the_wrong_way_round(desk: Desk) -> None:
    report = desk.bring("Nom;Depuis;Jusqu’à\nA;2014;2012\n", "members", pole="p")
    assert codes(report, 2) >= {"dates_reversed"}
    assert fates(report) == {"refused": 1}


def test_a_line_that_repeats_the_pole_above_by_a_word_is_refused(desk: Desk) -> None:
    report = desk.bring(
        "Nom;Pôle;Rôle\nVal Ferme;Pôle du Diois;usager\nLe Fournil;idem;usager\n"
        "La Bobine;Pôle du Diois;idem\n",
        "members",
    )
    assert codes(report, 3) == {"ditto"}
    assert "ditto" in codes(report, 4)
    assert desk.names == {"Val Ferme", "La Bobine", "Pôle du Diois"}
    assert "role" not in desk.tie("La Bobine", "Pôle du Diois", "membership").attributes


def test_a_person_is_refused_by_her_title_and_asked_about_by_her_first_name(desk: Desk) -> None:
    report = desk.bring(
        "Nom;Cotisation\nMme Le Gall;10\nJean Dupont;10\nSARL Jean Dupont;10\n"
        "LE GOFF Yann;10\nMorvan P.;10\n",
        "members",
        pole="p",
    )
    assert codes(report, 2) == {"person_named"}
    assert all("person_maybe" in codes(report, line) for line in (3, 5, 6))
    assert codes(report, 4).isdisjoint({"person_named", "person_maybe"})
    assert desk.names >= {"Jean Dupont", "SARL Jean Dupont"}
    assert not any("Gall" in str(record) for record in desk.store.records())


def test_an_address_or_a_number_alone_names_no_organisation(desk: Desk) -> None:
    report = desk.bring(
        "Nom;Commune\nVal Ferme;Die\nyann@rdm.fr;Die\n06 11 22 33 44;Crest\nLe Gué;Die\n"
        "Ti Coop 06 11 22 33 44;Die\n",
        "members",
        pole="p",
    )
    assert codes(report, 3) == codes(report, 4) == {"personal_masked", "person_named"}
    assert "person_named" not in codes(report, 6)
    assert fates(report)["refused"] == 2
    assert desk.names == {"Val Ferme", "Le Gué", f"Ti Coop {MASK}", "p"}


def test_whom_to_ask_for_is_no_part_of_a_name(desk: Desk) -> None:
    report = desk.bring(
        "Nom;Commune\nVal Ferme (contact : Yann Le Goff);Die\nLe Gué - présidente : Anne;Die\n"
        "Éole (ex : Hélios);Die\n",
        "members",
        pole="p",
    )
    assert desk.names == {"Val Ferme", "Le Gué", "Éole (ex : Hélios)", "p"}
    assert "personal_name_masked" in codes(report, 2) & codes(report, 3)
    assert "personal_name_masked" not in codes(report, 4)
    kept = str([dict(record.cells) for record in desk.store.records()])
    assert "Goff" not in kept and "Anne" not in kept


def test_a_sole_trader_who_is_refused_enters_as_the_advice_says(desk: Desk) -> None:
    head = "Nom;SIREN;Forme juridique\n"
    refused = desk.bring(f"{head}Mme Prat;;EI\n", "members", pole="P")
    (told,) = [one for one in refused.problems if one.code == "person_named"]
    assert "entreprise individuelle" in told.hint("fr") and "SIREN" in told.hint("fr")
    mended = f"{head}Mme Prat;732829320;EI\nL’Aiguille;;EI\n"
    desk.bring(mended, "members", pole="P", name="mended.csv")
    assert desk.names == {"P", "siren-732829320", "L’Aiguille"}


@pytest.mark.parametrize("mark", [" *", "*", "**", " (*)", "¹", " ¹", " ²", " ¹²", "†"])
def test_the_mark_of_a_note_is_no_part_of_a_name(mark: str, desk: Desk) -> None:
    text = f"Nom;Commune\nVal Ferme{mark};Die\nMme Prat{mark};Die\nYann Le Goff{mark};Die\n"
    report = desk.bring(f"{text}\n{mark.strip()} cotisation non réglée\n", "members", pole="P")
    for line, code in ((2, "note_mark"), (3, "person_named"), (4, "person_maybe"), (6, "note_row")):
        assert code in codes(report, line)
    assert desk.names == {"P", "Val Ferme", "Yann Le Goff"}
    (marked,) = [one for one in report.problems if one.code == "note_mark"]
    assert mark.strip(" ()") in marked.message("fr")
    assert any(f"Val Ferme{mark}" in record.cells.values() for record in desk.store.records())


@pytest.mark.parametrize(
    "name",
    [
        "Éco²", "Cube³", "Val Ferme (1)", "Val Ferme (35)", "Les 2*3 Rives", "Coop 2",
        "Val Ferme (SCIC*)", "Val Ferme (SCIC *", "Val Ferme (SCIC ¹", "Val Ferme *)",
    ],
)  # fmt: skip
def test_what_may_be_part_of_a_name_stays(name: str, desk: Desk) -> None:
    report = desk.bring(f"Nom;Commune\n{name};Die\n", "members", pole="P")
    assert desk.names == {"P", name} and "note_mark" not in codes(report, 2)


def test_persons_where_something_else_is_expected_are_not_kept(desk: Desk) -> None:
    report = desk.bring(
        "Nom;Depuis;Voix\nVal Ferme;Yann Le Goff;2\nLe Gué;2013;Anne Prat, M. Riou\n"
        "La Source;bientôt;3\n",
        "members",
        pole="p",
    )
    assert codes(report, 2) >= {"personal_name_masked", "not_a_date"}
    assert codes(report, 3) >= {"personal_name_masked", "not_a_number"}
    kept = [dict(record.cells) for record in desk.store.records()]
    assert kept[0]["Depuis"] == kept[1]["Voix"] == MASK
    assert kept[2]["Depuis"] == "bientôt"
    assert not [one for one in ("Goff", "Prat", "Riou") if one in str(kept + list(report.problems))]


def test_members_who_left_are_told_by_a_column_statut(desk: Desk) -> None:
    desk.bring(
        "Structure;Statut\nAlpha;Actif\nBêta;Radiée\nGamma;Démissionnaire\nDelta;En attente\n",
        "members",
        pole="P",
        new_pole=True,
    )
    told = {who: tie.status for (who, _, _), tie in desk.ties.items()}
    ended = Status.ENDED
    assert told == {
        "Alpha": Status.ACTIVE, "Bêta": ended, "Gamma": ended, "Delta": Status.PLANNED,
    }  # fmt: skip
    assert "legal_form" not in desk.actor("Bêta").attributes


def test_a_column_of_legal_forms_that_holds_none_is_said(desk: Desk) -> None:
    text = "Structure;Statut\nAlpha;{}\nBêta;Historique\n"
    said = [
        [problem.column for problem in report.problems if problem.code == "no_legal_form"]
        for report in (
            desk.bring(text.format("Fondateur"), "members", pole="P", new_pole=True),
            desk.bring(text.format("SCIC"), "members", pole="P"),
        )
    ]
    assert said == [["Statut"], []]


def test_what_was_removed_from_a_cell_is_no_state(desk: Desk) -> None:
    """A mask that is folded reads « retiré »."""
    text = "Structure;État\nAlpha;x@exemple.fr\nBêta;actif\nGamma;actif\n"
    report = desk.bring(text, "members", pole="P", new_pole=True)
    assert "unknown_choice" in codes(report, 2)
    assert desk.tie("Alpha", "P", "membership").status is Status.ACTIVE
