"""What registers propose for an actor, and what becomes of it when it is accepted."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from loading import Desk, a_desk
from registers_made import (
    company,
    made_siren,
    place,
    unit,
    write_companies,
    write_places,
    write_units,
)

from maillage.graph import ledger
from maillage.graph.model import Value
from maillage.graph.vocabulary import Ess, LegalSector
from maillage.ingest.places.communes import Communes
from maillage.ingest.registers.accepting import accept
from maillage.ingest.registers.index import Adding, RegisterIndex
from maillage.ingest.registers.proposals import Proposal, propose

COMMUNES = Communes.load(Path(__file__).parents[1] / "data" / "communes.csv")
HEADING = "Identifiant;Nom;SIREN;RNA;Commune;Département;Secteur\n"


class Office(Desk):
    index: RegisterIndex
    folder: Path

    def actors(self, *lines: str) -> None:
        self.bring(HEADING + "".join(f"{line}\n" for line in lines), "actors", communes=COMMUNES)

    def sirene(self, *rows: dict[str, str], places: tuple[dict[str, str], ...] = ()) -> None:
        file = write_units(self.folder / "u.csv", *rows)
        self.index.add(Adding(file=file, register="sirene"))
        if places:
            file = write_places(self.folder / "p.csv", *places)
            self.index.add(Adding(file=file, register="sirene"))

    def answers(self, *results: dict[str, object]) -> None:
        file = write_companies(self.folder / "c.json", *results)
        self.index.add(Adding(file=file, register="recherche-entreprises"))

    def proposal(self, id_: str) -> Proposal | None:
        return propose(self.store.actor(id_), self.index, COMMUNES, self.store)

    def offered(self, id_: str) -> dict[str, Value]:
        found = self.proposal(id_)
        assert found
        return {offer.field: offer.value for offer in found.offers}


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with a_desk(tmp_path) as desk:
        made = Office(desk.store)
        made.folder, made.index = tmp_path, RegisterIndex.open(tmp_path / "home")
        yield made
        made.index.close()


def test_a_siren_brings_form_activity_place_and_sector(office: Office) -> None:
    office.sirene(
        unit(1, "VAL HORIZON", identifiantAssociationUniteLegale="W401002345"), places=(place(1),)
    )
    office.actors(f"vh;Val Horizon;{made_siren(1)};;;;")
    offered = office.offered("vh")
    assert offered["legal_category"] == "9220"
    assert (offered["naf"], offered["naf_scheme"]) == ("88.99B", "NAFRev2")
    assert (offered["commune"], offered["commune_code"], offered["departement"]) == (
        "Redon", "35236", "35",
    )  # fmt: skip
    assert (offered["legal_sector"], offered["ess"], offered["ess_family"]) == (
        "private", "yes", "association",
    )  # fmt: skip
    assert offered["rna"] == "W401002345"
    assert "siren" not in offered


def test_what_is_accepted_is_the_register_s_word_and_can_be_taken_back(office: Office) -> None:
    office.sirene(unit(1, "VAL HORIZON"), places=(place(1),))
    office.actors(f"vh;Val Horizon;{made_siren(1)};;;;")
    before = office.graph
    proposal = office.proposal("vh")
    assert proposal
    item, _ = accept(office.store, [proposal], "moi")
    actor = office.actor("Val Horizon")
    assert (actor.legal_sector, actor.ess) == (LegalSector.PRIVATE, Ess.YES)
    (record,) = [one for one in office.store.records() if one.import_id == item.id]
    assert (record.voice, record.source) == ("registry", "SIRENE")
    assert record.observed_on and record.observed_on.text == "2026-03-31"
    again = office.proposal("vh")
    assert again and again.empty
    ledger.undo(office.store, item.id)
    assert office.graph == before


def test_the_actor_s_own_word_stands_before_the_register_s(office: Office) -> None:
    office.sirene(unit(1, "VAL HORIZON", "5710"))
    office.bring(
        f"Identifiant;Nom;SIREN;Forme juridique\nvh;Val Horizon;{made_siren(1)};SCIC SAS\n",
        "actors",
        declared_by="vh",
    )
    proposal = office.proposal("vh")
    assert proposal
    accept(office.store, [proposal], "")
    actor = office.actor("Val Horizon")
    assert actor.attributes["legal_form"] == "SCIC SAS"
    assert actor.attributes["ess_family"] == "cooperative"
    again = office.proposal("vh")
    assert again and again.empty  # what stands against it is not proposed for ever


@pytest.mark.parametrize(
    ("form", "code", "family"),
    [
        ("SCIC SAS", "5710", "cooperative"),
        ("Association loi 1901", "7210", "association"),
        ("SCOP SARL", "5499", "cooperative"),
    ],
)
def test_a_code_does_not_undo_the_form_that_a_list_declares(
    office: Office, form: str, code: str, family: str
) -> None:
    office.sirene(unit(1, "VAL HORIZON", code))
    office.bring(
        f"Identifiant;Nom;SIREN;Forme juridique\nvh;Val Horizon;{made_siren(1)};{form}\n", "actors"
    )
    before = office.actor("Val Horizon")
    proposal = office.proposal("vh")
    assert proposal
    accept(office.store, [proposal], "")
    actor = office.actor("Val Horizon")
    assert actor.attributes["legal_category"] == code
    assert (actor.attributes["legal_form"], actor.sector) == (form, before.sector)
    assert (actor.attributes["ess_family"], actor.ess) == (family, Ess.YES)
    assert actor.attributes["sector_source"] == "legal_form"
    # What the register says otherwise is not lost on the reader.
    said = {offer.value for offer in proposal.outranked}
    assert bool(said) == (code == "7210")


def test_a_register_says_more_than_the_company_that_carries_it(office: Office) -> None:
    office.sirene(unit(1, "VAL HORIZON", "5460"), unit(2, "SCIC LA FABRIQUE", "5710"))
    office.bring(
        f"Identifiant;Nom;SIREN;Forme juridique\nvh;Val Horizon;{made_siren(1)};SARL\n"
        f"fa;La Fabrique;{made_siren(2)};\n",
        "actors",
    )
    company, cooperative = office.offered("vh"), office.offered("fa")
    assert (company["ess_family"], company["sector_source"]) == ("cooperative", "category")
    assert (cooperative["ess_family"], cooperative["sector_source"]) == ("cooperative", "name")


def test_the_list_of_the_social_economy_tells_the_family_that_no_code_does(
    office: Office,
) -> None:
    flagged = {"economieSocialeSolidaireUniteLegale": "O"}
    office.sirene(unit(1, "VAL HORIZON", "5710", **flagged), unit(2, "TERRES", "5710", **flagged))
    listed = office.folder / "ess.csv"
    listed.write_text(f"SIREN,famille,ESUS\n{made_siren(1)},Coopérative,oui\n")
    office.index.add(Adding(file=listed, register="ess-france"))
    office.actors(f"vh;Val Horizon;{made_siren(1)};;;;", f"t;Terres;{made_siren(2)};;;;")
    assert office.offered("vh")["ess_family"] == "cooperative"
    assert office.offered("vh")["sector_source"] == "registry_flag"
    assert office.offered("t")["ess_family"] == "commercial_ess"


def test_a_name_proposes_a_sector_that_nobody_told_and_any_word_stands_before_it(
    office: Office,
) -> None:
    office.actors("cc;Communauté de communes du Pays;;;;;", "uo;Université d’Orléans;;;;;")
    office.actors("sc;SCOP Alma;;;;;privé")
    office.bring("Identifiant;Nom du pôle\np;PTCE coopérative des lacs\n", "poles")
    assert office.proposal("p") is None
    offered, doubtful = office.proposal("cc"), office.proposal("uo")
    assert offered and doubtful and office.proposal("sc") is None
    assert (offered.how, offered.sure_part().empty) == ("name", False)
    assert doubtful.sure_part().empty and not doubtful.empty
    accept(office.store, [offered], "")
    pays = office.actor("Communauté de communes du Pays")
    assert (pays.legal_sector, pays.attributes["sector_source"]) == (LegalSector.PUBLIC, "name")
    again = office.proposal("cc")
    assert again is None
    office.sirene(unit(1, "PAYS", "5710"))
    office.bring(
        f"Identifiant;Nom;SIREN\ncc;Communauté de communes du Pays;{made_siren(1)}\n", "actors"
    )
    assert office.offered("cc")["legal_sector"] == "private"


def test_a_name_and_a_commune_find_one_and_tell_two_apart_by_number(office: Office) -> None:
    office.sirene(
        unit(1, "ASSOCIATION LES JARDINS DU PAYS"),
        unit(2, "LES JARDINS DU PAYS"),
        unit(3, "MENUISERIE A", "5499"),
        unit(4, "SARL MENUISERIE A", "5499"),
        places=(place(1), place(2, "35238", "RENNES"), place(3), place(4)),
    )
    office.actors(
        "jp;Jardins du Pays;;;Redon;35;", "men;Menuiserie A;;;Redon;35;",
        "nowhere;Les Jardins du pays;;;;;",
    )  # fmt: skip
    one, several = office.proposal("jp"), office.proposal("men")
    assert one and (one.how, one.sure_part().empty) == ("name_and_commune", True)
    assert office.offered("jp")["siren"] == made_siren(1)
    assert several and (several.namesakes, several.empty) == (2, True)
    assert office.proposal("nowhere") is None
    accept(office.store, [one], "")
    assert office.actor("Jardins du Pays").siren == made_siren(1)


def test_legal_persons_who_direct_become_ties_and_natural_persons_a_count(office: Office) -> None:
    board: list[dict[str, object]] = [
        {"siren": made_siren(1), "denomination": "VAL HORIZON", "qualite": "Présidente"},
        {"nom": "X", "prenoms": "Y", "qualite": "Directeur général"},
    ]
    office.answers(company(2, "LES JARDINS", dirigeants=board))
    office.actors(f"vh;Val Horizon;{made_siren(1)};;;;", f"j;Les Jardins;{made_siren(2)};;;;")
    proposal = office.proposal("j")
    assert proposal and proposal.persons == 1
    accept(office.store, [proposal], "")
    tie = office.tie("Val Horizon", "Les Jardins", "governance")
    assert (tie.source, tie.attributes["role"]) == (office.actor("Val Horizon").id, "Présidente")
    jardins = office.actor("Les Jardins").attributes
    assert (jardins["geo_precision"], jardins["latitude"]) == ("address", 47.6512)
    assert jardins["flags"] == ("insertion",)
    again = office.proposal("j")
    assert again and again.empty


def test_of_partial_diffusion_neither_name_nor_place_is_proposed(office: Office) -> None:
    office.sirene(
        unit(1, "CACHEE", statutDiffusionUniteLegale="P"),
        places=(place(1, statutDiffusionEtablissement="P"),),
    )
    office.actors(f"c;Cachée;{made_siren(1)};;;;")
    proposal = office.proposal("c")
    assert proposal and proposal.restricted
    assert office.offered("c").keys() >= {"legal_category", "naf"}
    assert not office.offered("c").keys() & {"other_names", "commune", "postal_code", "latitude"}
    # Nor by another register, nor the organisations that sit in it; a sole trader is no such one.
    board: list[dict[str, object]] = [{"siren": made_siren(2), "denomination": "RTES"}]
    office.answers(company(1, "CACHEE", dirigeants=board))
    told = office.proposal("c")
    assert told and (told.directors, told.persons) == ((), 0)
    assert not office.offered("c").keys() & {"other_names", "commune", "sirets", "latitude"}


def test_a_board_that_partial_diffusion_covers_is_not_kept(office: Office) -> None:
    board: list[dict[str, object]] = [
        {"siren": made_siren(2), "denomination": "RTES"},
        {"siren": made_siren(3), "nom": "X", "type_dirigeant": "personne physique"},
    ]
    office.answers(company(1, "CACHEE", dirigeants=board, statut_diffusion="P"))
    office.answers(company(4, "CONNUE", dirigeants=board))
    office.actors(f"c;Cachée;{made_siren(1)};;;;", f"d;Connue;{made_siren(4)};;;;")
    covered, shown = office.proposal("c"), office.proposal("d")
    assert covered and (covered.restricted, covered.directors, covered.persons) == (True, (), 1)
    assert shown and ([one.name for one in shown.directors], shown.persons) == (["RTES"], 1)


def test_a_closed_unit_is_said_closed(office: Office) -> None:
    office.sirene(unit(1, "VAL HORIZON", etatAdministratifUniteLegale="C"))
    office.actors(f"vh;Val Horizon;{made_siren(1)};;;;")
    proposal = office.proposal("vh")
    assert proposal and proposal.closed


def test_the_table_of_communes_places_what_was_loaded_before_it(office: Office) -> None:
    # The centroid of the 75 has the longitude of Paris.
    text = "Identifiant;Nom;Commune;Département\na;Foyer;Redon;35\nb;Autre;Saint-Denis;\n"
    text += "c;Labo;Paris;75\n"
    office.bring(text, "actors")
    assert office.actor("Foyer").attributes["geo_precision"] == "departement"
    found = [office.proposal(id_) for id_ in "abc"]
    accept(office.store, [one for one in found if one], "")
    place = office.actor("Foyer").attributes
    assert (place["commune_code"], place["geo_precision"]) == ("35236", "commune")
    assert not office.actor("Foyer").conflicts
    point = office.actor("Labo").attributes
    assert (point["latitude"], point["longitude"]) == (48.859, 2.347)
    doubtful = office.actor("Autre").attributes
    candidates = doubtful["commune_candidates"]
    assert isinstance(candidates, tuple)
    assert len(candidates) == 3
    assert "commune_code" not in doubtful
    assert [office.proposal(id_) for id_ in "abc"] == [None] * 3


def test_a_register_does_not_say_what_a_known_actor_is(office: Office) -> None:
    office.sirene(unit(1, "VAL HORIZON"), unit(2, "RTES"))
    office.bring(
        f"Identifiant;Nom;SIREN;Nature\na;Val Horizon;{made_siren(1)};\n"
        f"b;RTES;{made_siren(2)};réseau\n",
        "actors",
    )
    assert office.offered("a")["kind"] == "ess_enterprise"
    assert "kind" not in office.offered("b")
