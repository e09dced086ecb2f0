"""The same commune, however a list writes it; and those that only bear the same name."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations
from pathlib import Path

import pytest
from loading import Desk, a_desk, fates

from maillage.graph.model import Actor
from maillage.graph.paging import every
from maillage.graph.port import ActorQuery
from maillage.ingest.places.communes import Commune, Communes
from maillage.ingest.places.written import WrittenCommune, written_commune

WRITTEN = {
    "Saint-Brieuc": ("ST BRIEUC", "St. Brieuc", "22000 SAINT BRIEUC", "saint-brieuc (22)"),
    "Brest": ("BREST CEDEX 2", "29200 Brest", "Brest 29200", "Brest (29)", "Brest - 29200"),
    "Lorient": ("12 rue du Port, 56100 Lorient", "12 rue du Port, Lorient", "BP 3, LORIENT CEDEX"),
    "Paris": ("Paris 12e", "PARIS 12", "75012 Paris", "Paris XIIe", "Paris 1er arrondissement"),
}


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with a_desk(tmp_path) as found:
        yield found


@pytest.mark.parametrize("plain", WRITTEN)
def test_it_is_one_actor(desk: Desk, plain: str) -> None:
    first, *others = WRITTEN[plain]
    for number, commune in enumerate((first, plain, *others)):
        report = desk.bring(_list("Kan ar Mor", commune), "members", name=f"{number}.csv")
        assert fates(report) == {"accepted": 1}
    assert _named(desk, "Kan ar Mor") == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Paris", "Lyon"),
        ("93200 Saint-Denis", "97400 Saint-Denis"),
        ("Saint-Denis (93)", "97400 St Denis"),
        ("Quimper", "Quimper / Concarneau"),
    ],
)
def test_another_commune_is_another_actor(desk: Desk, one: str, other: str) -> None:
    desk.bring(_list("Foyer rural", one), "members", name="a.csv")
    desk.bring(_list("Foyer rural", other), "members", name="b.csv")
    assert _named(desk, "Foyer rural") == 2


@pytest.mark.parametrize("as_list", ["members", "employers"])
@pytest.mark.parametrize(
    ("heading", "one", "other"), [("Code postal", "93200", "97400"), ("Dép.", "93", "974")]
)
def test_the_departement_may_stand_in_a_column_of_its_own(
    desk: Desk, as_list: str, heading: str, one: str, other: str
) -> None:
    for number, area in enumerate((one, other, one)):
        text = f"Membre;Pôle;Groupement;Commune;{heading}\nFoyer rural;P1;GEIQ;Saint-Denis;{area}\n"
        desk.bring(text, as_list, name=f"{number}.csv")
    desk.bring(_list("Foyer rural", "Saint-Denis (93)"), "members", name="a.csv")
    assert _named(desk, "Foyer rural") == 2


def test_it_is_known_from_a_list_that_tells_no_departement(desk: Desk) -> None:
    desk.bring("Nom;Commune\nKan ar Mor;Lannion\n", "actors", name="a.csv")
    report = desk.bring(_list("Kan ar Mor", "22300 Lannion"), "members", name="b.csv")
    assert fates(report) == {"accepted": 1}
    assert _named(desk, "Kan ar Mor") == 1


LISTS = {
    "actors": ("Nom;Commune", "S.C.I.C. Val Horizon;Lannion"),
    "members": ("Structure;Pôle;Commune", "scic val horizon;P1;22300 LANNION"),
    "partnerships": ("Partenaire 1;Partenaire 2", "SCIC VAL HORIZON;S.C.I.C. Val Horizon"),
}


def test_no_order_of_loading_changes_who_is_who(tmp_path: Path) -> None:
    found = []
    for number, order in enumerate(permutations(LISTS)):
        (tmp_path / str(number)).mkdir()
        with a_desk(tmp_path / str(number)) as desk:
            for name in order:
                desk.bring("\n".join(LISTS[name]), name, name=f"{name}.csv")
            found.append((_actors(desk), desk.ties.keys(), desk.graph.waiting))
    assert all(each == found[0] for each in found)


def test_the_commune_before_a_comma_that_the_table_knows_is_that_of_other_lists(desk: Desk) -> None:
    table = Communes((Commune("53178", "Place", "53"), Commune("53147", "Mayenne", "53")))
    for name, commune in (("a.csv", "Place (53)"), ("b.csv", "Place, Mayenne")):
        desk.bring(_list("Kan ar Mor", commune), "members", name=name, communes=table)
    assert _named(desk, "Kan ar Mor") == 1


def test_one_that_may_be_in_two_waits(desk: Desk) -> None:
    desk.bring(_list("Foyer rural", "93200 Saint-Denis"), "members", name="a.csv")
    desk.bring(_list("Foyer rural", "97400 Saint-Denis"), "members", name="b.csv")
    report = desk.bring(_list("Foyer rural", "Saint-Denis"), "members", name="c.csv")
    assert fates(report) == {"waiting": 1}


def test_the_postal_code_of_the_cell_tells_the_departement(desk: Desk) -> None:
    desk.bring(_list("Le Phare", "12 rue du Port, 56100 LORIENT CEDEX 2"), "members")
    (actor,) = [one for one in _actors(desk) if one.name == "Le Phare"]
    told = {name: actor.attributes.get(name) for name in ("commune", "postal_code", "departement")}
    assert told == {"commune": "LORIENT", "postal_code": "56100", "departement": "56"}


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Rue, Somme", ("Rue", "80")),
        ("RUE (Somme)", ("RUE", "80")),
        ("Bourg en Bresse, Ain", ("Bourg en Bresse", "01")),
        ("Cours-la-Ville, Rhône", ("Cours-la-Ville", "69")),
        ("Lannion, Côtes d’Armor", ("Lannion", "22")),
        ("12 rue du Port, Lorient, Morbihan", ("Lorient", "56")),
        ("56 100 Lorient, Morbihan", ("Lorient", "56")),
        # A street is no commune, and Paris is one.
        ("Rue du Port, Mayenne", ("Mayenne", "")),
        ("3 place Foch, Mayenne", ("Mayenne", "")),
        ("Avenue Foch, Paris", ("Paris", "")),
        ("Lyon, Paris", ("Lyon, Paris", "")),
        # Mayenne, Vienne and Landes are communes as well, and a hamlet is none.
        ("Place, Mayenne", ("Place, Mayenne", "")),
        ("Le Bourg, Vienne", ("Le Bourg, Vienne", "")),
        ("Zone Artisanale, Landes", ("Zone Artisanale, Landes", "")),
        ("Résidence Bellevue, Mayenne", ("Résidence Bellevue, Mayenne", "")),
        ("Le Bourg, Lot", ("Le Bourg, Lot", "")),
        ("Immeuble A, Nord", ("Immeuble A, Nord", "")),
        ("Hameau, Orne", ("Hameau, Orne", "")),
        ("Z.A., Gers", ("Z.A., Gers", "")),
    ],
)
def test_the_departement_is_told_by_its_name(text: str, read: tuple[str, str]) -> None:
    written = written_commune(text)
    assert (written.name, written.departement) == read


@pytest.mark.parametrize("name", ["Lorient, Vannes", "Redon (Oust)", "Castres", "L'Isle-d'Abeau"])
def test_what_is_no_address_is_left_as_it_is(name: str) -> None:
    assert written_commune(name) == (name, "", "")


def _list(name: str, commune: str) -> str:
    return f'Structure;Commune;Pôle\n{name};"{commune}";P1\n'


def _named(desk: Desk, name: str) -> int:
    return sum(actor.name == name for actor in _actors(desk))


def _actors(desk: Desk) -> list[Actor]:
    return list(every(lambda after: desk.store.actors(ActorQuery(after=after, limit=500))))


def test_a_text_too_long_for_a_place_is_left_as_it_is() -> None:
    text = f"Brest{'-' * 10_000} 29200"
    assert written_commune(text) == WrittenCommune(text)
