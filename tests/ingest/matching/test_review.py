"""What a reviewer is asked, with what reasons, and what her answers do."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from maillage.graph import ledger
from maillage.graph.contradictions import worth
from maillage.graph.errors import NotFound, Refused
from maillage.graph.port import ActorQuery, Store
from maillage.graph.stores import open_store
from maillage.ingest.loading.load import Options, load
from maillage.ingest.matching import review
from maillage.ingest.matching.candidates import Feature
from maillage.ingest.matching.comparison import card, changes, compare, newcomer_first
from maillage.ingest.matching.reasons import reasons
from maillage.ingest.matching.review import Item, decide, judged, pair_id, queue, waiting_item

KNOWN = """id;nom;commune;département;nature
mde;SCIC Maison des Énergies;Redon;35;entreprise de l’ESS
fdj;Foyer des jeunes;Redon;35;
fdj-nantes;Foyer des jeunes;Nantes;44;
"""
MEMBERS = """membre;commune;pole_id
Maison des energies;REDON;ptce-x
Foyer des jeunes;;ptce-x
"""


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    found = open_store(f"sqlite:///{tmp_path / 'review.db'}")
    load(found, KNOWN.encode(), "actors", name="acteurs.csv")
    load(found, MEMBERS.encode(), "members", Options(pole="ptce-x"), name="membres.csv")
    yield found
    found.close()


def about(store: Store, test: Callable[[Item], bool]) -> Item:
    (found,) = filter(test, queue(store).items)
    return found


def energies(store: Store) -> Item:
    return about(store, lambda item: "mde" in (item.left, item.right))


def test_names_that_wait_and_names_alike_are_asked_about(store: Store) -> None:
    found = queue(store)
    assert found.compared
    assert {item.why for item in found.items} == {"name_waits", "alike"}
    sureness = [(item.score, item.points) for item in found.items]
    assert sureness == sorted(sureness, reverse=True)
    waiting = [item for item in found.items if item.why == "name_waits"]
    assert {item.right for item in waiting} == {"fdj", "fdj-nantes"}
    assert all(item.reasons[0].fr == "un nom que plusieurs acteurs portent" for item in waiting)


def test_reasons_are_sentences_in_both_languages(store: Store) -> None:
    said = [(reason.fr, reason.en) for reason in energies(store).reasons]
    assert said[0][0].startswith("noms semblables\u202f: «\u202f")
    assert said[0][1].startswith("similar names: “")
    assert ("même commune\u202f: ", "same municipality: ") in [
        (french[:15], english[:19]) for french, english in said
    ]


@pytest.mark.parametrize(
    ("other", "said"), [("Les Jardins", "même nom"), ("Le Jardin", "noms semblables")]
)
def test_names_that_are_the_same_are_not_called_alike(other: str, said: str) -> None:
    (reason,) = reasons([Feature("name", "Les Jardins", other, 4)])
    assert reason.fr.startswith(f"{said}\u202f: «\u202fLes Jardins\u202f»")


THREE = """id;nom;commune;département
a;Les Jardins du Pays;Redon;35
b;Les Jardin du Pays;Redon;35
c;Les Jardins du Pay;Redon;35
"""
SHORT = "id;nom;commune;département\napes;APES;Lille;59\napeas;APEAS;Lille;59\n"


def test_every_item_shows_its_features_and_their_points_add_up(store: Store) -> None:
    load(store, SHORT.encode(), "actors", name="courts.csv")
    found = queue(store).items
    assert {"name", "commune", "waits", "short"} <= {
        one.name for item in found for one in item.features
    }
    for item in found:
        assert item.points == sum(one.points for one in item.told)
        assert item.score == min(100, max(0, item.points)) / 100
        assert len(item.reasons) == len(item.told)  # no feature without a sentence
        other = item.seen_from(item.right)
        assert (other.left, other.points) == (item.right, item.points)
        assert [one.left for one in other.told] == [one.right for one in item.told]


def test_the_same_becomes_one_and_parts_again(store: Store) -> None:
    item, before = energies(store), store.actors(ActorQuery()).total
    decided = decide(store, item, "same", "Camille")
    assert store.actors(ActorQuery()).total == before - 1
    assert store.actor(item.left).id == store.actor(item.right).id == "mde"
    assert all("mde" not in (other.left, other.right) for other in queue(store).items)
    assert judged(store, 20)[0] == decided.judgement
    assert decided.judgement.author == "Camille"
    assert decided.judgement.evidence["score"] == f"{item.score:.2f}"
    with pytest.raises(Refused, match=decided.judgement.id):
        waiting_item(store, item.id)
    ledger.undo_judgement(store, decided.judgement.id)
    assert waiting_item(store, item.id) == item
    assert store.actors(ActorQuery()).total == before
    assert energies(store) == item
    assert not judged(store, 20)[0].live


def test_a_match_is_found_again_once_an_end_was_joined_to_another(store: Store) -> None:
    load(store, THREE.encode(), "actors", name="trois.csv")
    sides = {frozenset((item.left, item.right)): item for item in queue(store).items}
    first, second = sides[frozenset("ab")], sides[frozenset("bc")]
    decide(store, first, "same", "")
    again = waiting_item(store, second.id)
    assert {again.left, again.right} == {"a", "c"}
    decide(store, again, "same", "")
    assert store.actor("c").id == "a"


NUMBERED = """id;nom;siren;commune;département
a;Les Jardins du Pays;732829320;Redon;35
b;Les Jardin du Pays;;Redon;35
c;Les Jardins du Pay;552032534;Redon;35
"""


def test_of_a_pair_that_is_no_longer_asked_about_it_is_said_why(store: Store) -> None:
    load(store, THREE.encode(), "actors", name="trois.csv")
    sides = {frozenset((item.left, item.right)): item for item in queue(store).items}
    parted = decide(store, sides[frozenset("ac")], "different", "").judgement
    joined = decide(store, sides[frozenset("ab")], "same", "").judgement
    with pytest.raises(Refused, match=parted.id):  # b is a, which is not c
        waiting_item(store, sides[frozenset("bc")].id)
    ledger.undo_judgement(store, parted.id)
    load(store, NUMBERED.encode(), "actors", name="avec-siren.csv")
    with pytest.raises(Refused, match=r"732829320.*552032534"):
        waiting_item(store, sides[frozenset("bc")].id)
    assert worth(store, joined) == "counts"
    with pytest.raises(NotFound):
        waiting_item(store, "p-0")


def test_a_judgement_says_what_it_is_worth_now(store: Store) -> None:
    first = load(store, THREE.encode(), "actors", name="trois.csv")
    for pair in ("ab", "bc"):
        (item,) = [
            one
            for one in queue(store).items
            if {store.actor(each).id for each in pair} == {one.left, one.right}
        ]
        decide(store, item, "same", "")
    assert {worth(store, one) for one in judged(store, 2)} == {"counts"}
    numbers = load(store, NUMBERED.encode(), "actors", name="avec-siren.csv")
    (said,) = [one for one in numbers.problems if one.code == "judgement_overruled"]
    assert judged(store, 1)[0].id in said.message("en")
    assert (said.level, "Les Jardin" in said.message("fr")) == ("warning", True)
    assert [worth(store, one) for one in judged(store, 2)] == ["overruled", "counts"]
    for report in (first, numbers):
        ledger.undo(store, report.import_id or "")
    assert {worth(store, one) for one in judged(store, 2)} == {"sleeps"}
    undone = judged(store, 1)[0]
    ledger.undo_judgement(store, undone.id)
    assert worth(store, judged(store, 1)[0]) == "undone"


def test_two_that_differ_are_not_asked_about_again(store: Store) -> None:
    item = energies(store)
    decide(store, item, "different", "")
    with pytest.raises(NotFound):
        queue(store).item(item.id)
    with pytest.raises(Refused):
        decide(store, item, "same", "")


def test_a_judged_pair_stays_judged_when_its_actor_is_joined_to_another(store: Store) -> None:
    other = about(store, lambda item: item.why == "name_waits" and item.right == "fdj-nantes")
    decide(store, other, "different", "")
    left = [item for item in queue(store).items if item.why == "name_waits"]
    assert all(item.id != other.id for item in queue(store).items)
    for item in left:
        decide(store, item, "same", "")
    assert all("fdj" not in (item.left, item.right) for item in queue(store).items)


def test_pairs_have_one_id() -> None:
    assert pair_id("a", "b") == pair_id("b", "a") != pair_id("a", "c")


def test_cards_put_the_newcomer_first(store: Store) -> None:
    item = energies(store)
    imports = {one.id: one for one in store.imports()}
    cards = [card(store, store.actor(id_), imports) for id_ in (item.left, item.right)]
    left, right = newcomer_first(*cards)
    assert newcomer_first(*cards[::-1]) == (left, right)
    assert right.actor.id == "mde"
    assert (left.ties, right.ties) == (1, 0)
    assert (left.where, right.where) == ("REDON", "Redon (35)")
    assert left.sources == ("membres.csv",)
    assert left.first
    assert left.first.list == "members"
    assert changes(left, right).fr == (
        "Le lien de Maison des energies deviendrait celui de SCIC Maison des Énergies."
    )
    fields = {field.name: field for field in compare(left.actor, right.actor)}
    assert (fields["commune"].same, fields["name"].same) == (True, False)
    assert fields["commune"].label.en == "municipality"


def test_too_many_names_without_a_place_are_not_compared_and_it_is_said(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(review, "MOST_COMPARISONS", 10)
    found = queue(store)
    assert not found.compared
    assert {item.why for item in found.items} == {"name_waits"}


def test_an_empty_network_asks_nothing(tmp_path: Path) -> None:
    empty = open_store(f"sqlite:///{tmp_path / 'empty.db'}")
    assert queue(empty).items == ()
    empty.close()
