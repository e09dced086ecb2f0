"""Same organisation or not: rows, references by name, judgements, SIRENs."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import permutations

import pytest
from small_truth import Evidence, actor_of, by_id, by_name, by_siren, edit, named, row, tie

from maillage.graph.model import ActorClaim, Graph, Ref, TieClaim, Waiting

ONE, TWO = "111111111", "222222222"


def one_actor(graph: Graph, *nodes: str) -> bool:
    return len({actor_of(graph, node) for node in nodes}) == 1


# ---------------------------------------------------------------------- rows


def test_equal_siren_or_rna_merges_by_itself() -> None:
    evidence = Evidence()
    evidence.load(row(Ref(ids=("a",), siren=ONE)), row(Ref(ids=("b",), rna="W401002345")))
    evidence.load(row(Ref(siren=ONE, rna="W401002345", name="Acme")))
    graph = evidence.graph()
    assert list(graph.actors) == ["a"]
    assert graph.actors["a"].aliases == ("b", "rna-w401002345", f"siren-{ONE}")
    assert (graph.actors["a"].siren, graph.actors["a"].rna) == (ONE, "W401002345")


def test_a_name_alone_never_merges_two_rows() -> None:
    evidence = Evidence()
    evidence.load(row(by_name("Acme"), "line 1"), row(by_name("ACME"), "line 2"))
    assert len(evidence.graph().actors) == 2


def test_the_same_line_of_a_later_edition_is_the_same_actor() -> None:
    evidence = Evidence()
    evidence.load(row(by_name("Acme"), "line 1"))
    evidence.load(row(by_name("Acme"), "line 1"))
    assert len(evidence.graph().actors) == 1


def test_an_id_on_a_known_actor_is_an_alias() -> None:
    evidence = Evidence()
    evidence.load(row(Ref(ids=("a",), siren=ONE)))
    evidence.load(row(Ref(ids=("b",), siren=ONE)))
    graph = evidence.graph()
    assert graph.redirects == {"b": "a", f"siren-{ONE}": "a"}


def test_a_group_that_is_an_actor_is_one_node_and_a_gathering() -> None:
    evidence = Evidence()
    evidence.load(row("geiq-btp", kind="enterprise"), seen="2014")
    evidence.load(row(Ref(ids=("grp-geiq", "geiq-btp")), kind="employer_group"), seen="2012")
    graph = evidence.graph()
    assert graph.redirects == {"grp-geiq": "geiq-btp"}
    assert graph.actors["geiq-btp"].kind == "employer_group"


def test_two_sirens_are_two_actors_and_the_row_lands_on_its_own() -> None:
    evidence = Evidence()
    first = evidence.load(row(Ref(ids=("a",), siren=ONE)))
    second = evidence.load(row(Ref(ids=("a",), siren=TWO)))
    graph = evidence.graph()
    assert graph.actors["a"].siren == ONE
    assert graph.actors["a"].records == (f"{first}#0",)
    assert graph.actors[f"siren-{TWO}"].records == (f"{second}#0",)


def test_a_third_party_never_joins_two_sirens() -> None:
    evidence = Evidence()
    evidence.load(row(Ref(ids=("a",), siren=ONE)), row(Ref(ids=("b",), siren=TWO)), row("c"))
    evidence.judge("a", "same", "c")
    evidence.judge("c", "same", "b")
    graph = evidence.graph()
    assert one_actor(graph, "a", "c")  # the older judgement
    assert not one_actor(graph, "a", "b")


def test_an_id_that_was_minted_from_a_siren_is_that_siren() -> None:
    evidence = Evidence()
    evidence.load(row(by_siren(ONE, "Acme")), row(by_siren(TWO, "Bois")))
    evidence.load(edit(by_id(f"siren-{ONE}"), activity="bois"))
    evidence.judge(f"siren-{ONE}", "same", f"siren-{TWO}")
    graph = evidence.graph()
    assert sorted(graph.actors) == [f"siren-{ONE}", f"siren-{TWO}"]
    assert graph.actors[f"siren-{ONE}"].attributes == {"activity": "bois"}
    # The edit alone still tells the number.
    assert evidence.graph(without="import 0").actors[f"siren-{ONE}"].siren == ONE


# ---------------------------------------------------------------------- references


def test_a_name_means_the_only_known_actor_that_bears_it() -> None:
    evidence = Evidence()
    evidence.load(row(by_id("bois", "L’Éco-Bois")))
    evidence.load(tie(by_name("l'eco bois"), by_name("Nobody knows")))
    graph = evidence.graph()
    (found,) = graph.ties.values()
    assert "bois" in (found.source, found.target)
    assert len(graph.actors) == 2  # none of that name: a new actor
    assert {graph.actors[id_].name for id_ in graph.actors} == {"L’Éco-Bois", "Nobody knows"}


def test_other_names_are_names() -> None:
    evidence = Evidence()
    evidence.load(row(by_id("ptce", "PTCE Sud Aquitain"), other_names=("Pôle Sud Aquitaine",)))
    evidence.load(tie(by_name("Pôle Sud Aquitaine"), "x"))
    assert one_actor(evidence.graph(), "ptce", named("Pôle Sud Aquitaine"))


def test_a_cell_for_a_name_may_hold_an_id() -> None:
    evidence = Evidence()
    evidence.load(row(by_id("ptce-x", "Pôle X")))
    evidence.load(tie("a", by_name("ptce-x"), "membership"))
    graph = evidence.graph()
    (found,) = graph.ties.values()
    assert found.target == "ptce-x"
    assert graph.actors["ptce-x"].other_names == ()  # an id is no name


def test_a_cell_for_a_name_may_hold_the_id_minted_from_a_bare_name() -> None:
    evidence = Evidence()
    evidence.load(tie(by_name("Café Gras"), "b"))
    shown = named("Café Gras")  # the id that the network gave, and shows
    evidence.load(tie(by_name(shown), "c"))
    graph = evidence.graph()
    assert sorted(graph.actors) == sorted([shown, "b", "c"])
    assert graph.actors[shown].name == "Café Gras"
    assert graph.actors[shown].other_names == ()


def test_two_candidates_wait_and_meanwhile_it_is_an_actor_of_its_own() -> None:
    evidence = Evidence()
    evidence.load(row(by_id("a", "Acme")), row(by_id("b", "Acme")))
    said = evidence.load(tie(by_name("Acme"), "x"))
    graph = evidence.graph()
    name = named("Acme")
    assert graph.waiting == (Waiting(actor=name, candidates=("a", "b"), records=(f"{said}#0",)),)
    assert name in graph.actors


def test_what_waits_is_placed_by_either_answer_of_a_reviewer() -> None:
    evidence = Evidence()
    evidence.load(row(by_id("a", "Acme")), row(by_id("b", "Acme")), tie(by_name("Acme"), "x"))
    before = evidence.graph()
    accepted = evidence.judge(named("Acme"), "same", "b")
    assert one_actor(evidence.graph(), named("Acme"), "b")
    assert evidence.graph().waiting == ()
    evidence.judgements.remove(accepted)
    assert evidence.graph() == before
    evidence.judge(named("Acme"), "different", "b")  # then it can only be the other one
    assert one_actor(evidence.graph(), named("Acme"), "a")


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Dax", "in dax"),
        ("DAX", "in dax"),
        ("Bayonne", "nowhere"),  # in no known commune: the one whose commune nobody gives
        (None, None),  # three of that name
    ],
)
def test_a_reference_is_read_in_the_commune_it_gives(
    said: str | None, expected: str | None
) -> None:
    evidence = Evidence()
    evidence.load(
        row(Ref(ids=("in dax",), name="Mairie", commune="Dax")),
        row(by_id("in tarnos", "Mairie"), commune="Tarnos"),
        row(by_id("nowhere", "Mairie")),
    )
    evidence.load(tie(by_name("Mairie", said), "x"))
    graph = evidence.graph()
    assert graph.redirects.get(named("Mairie", said or "")) == expected
    assert bool(graph.waiting) == (expected is None)


def test_of_another_commune_it_is_a_new_actor() -> None:
    evidence = Evidence()
    evidence.load(row(Ref(ids=("in dax",), name="Mairie", commune="Dax")))
    evidence.load(tie(by_name("Mairie", "Tarnos"), "x"))
    graph = evidence.graph()
    assert named("Mairie", "Tarnos") in graph.actors
    assert graph.actors[named("Mairie", "Tarnos")].attributes == {"commune": "Tarnos"}


def test_a_commune_whose_departement_nobody_tells_may_be_of_any() -> None:
    evidence = Evidence()
    evidence.load(row(by_id("known", "Mairie"), commune="Lannion"))
    evidence.load(tie(by_name("Mairie", "LANNION (22)"), "x"))
    assert one_actor(evidence.graph(), "known", named("Mairie", "Lannion (22)"))


def test_one_whose_departement_is_told_comes_before_it() -> None:
    evidence = Evidence()
    evidence.load(
        row(by_id("somewhere", "Mairie"), commune="Lannion"),
        row(by_id("there", "Mairie"), commune="Lannion", departement="22"),
    )
    evidence.load(tie(by_name("Mairie", "Lannion (22)"), "x"))
    graph = evidence.graph()
    assert one_actor(graph, "there", named("Mairie", "Lannion (22)"))
    assert not one_actor(graph, "there", "somewhere")


def test_of_two_departements_neither_is_preferred() -> None:
    evidence = Evidence()
    evidence.load(row(by_id("known", "Mairie"), commune="Saint-Denis"))
    names = [by_name("Mairie", f"Saint-Denis ({area})") for area in ("93", "974")]
    evidence.load(*(tie(name, "x") for name in names))
    waiting = {item.actor: item.candidates for item in evidence.graph().waiting}
    ids = (named("Mairie", name.commune or "") for name in names)
    assert waiting == dict.fromkeys(ids, ("known",))


@pytest.mark.parametrize("number", [None, ONE])
def test_of_a_commune_in_another_departement_it_is_a_new_actor(number: str | None) -> None:
    """Wherever its row tells the département."""
    evidence = Evidence()
    evidence.load(row(by_id("known", "Mairie"), commune="Saint-Denis", departement="974"))
    other = Ref(siren=number, name="Mairie", commune="Saint-Denis")
    evidence.load(edit(other, departement="93"), tie(other, "x"))
    graph = evidence.graph()
    assert len([one for one in graph.actors.values() if one.name == "Mairie"]) == 2


def test_without_a_commune_a_new_name_is_the_only_one_that_was_given_one() -> None:
    evidence = Evidence()
    evidence.load(tie(by_name("Mairie", "Tarnos"), "x"), tie(by_name("Mairie"), "y"))
    assert one_actor(evidence.graph(), named("Mairie"), named("Mairie", "Tarnos"))


@pytest.mark.parametrize(
    "declared",
    [
        (),
        (row(Ref(name="Mairie"), "row"),),
        (row(Ref(name="Mairie"), "row", commune="Tarnos"),),
        (row(Ref(name="Mairie"), "row", commune="TARNOS", departement="40"),),
    ],
)
def test_a_commune_is_one_however_it_is_written_and_where_none_is_given(
    declared: Sequence[ActorClaim],
) -> None:
    """Whoever lists the actor, if anybody does, and in whatever order."""
    written = (None, "Tarnos", "Tarnos (40)")
    references = [tie(Ref(name="Mairie", commune=commune), "x") for commune in written]
    claims: list[ActorClaim | TieClaim] = [*declared, *references]
    for order in permutations(claims):
        evidence = Evidence()
        for claim in order:
            evidence.load(claim)
        graph = evidence.graph()
        assert [actor.name for actor in graph.actors.values()].count("Mairie") == 1
        assert not graph.waiting


def test_a_number_that_nobody_knows_is_read_by_its_name_unless_it_is_contrary() -> None:
    evidence = Evidence()
    evidence.load(row(by_id("a", "Acme")), row(Ref(ids=("b",), name="Bois", siren=TWO)))
    evidence.load(tie(by_siren(ONE, "Acme"), by_siren(ONE[:-1] + "2", "Bois")))
    graph = evidence.graph()
    assert one_actor(graph, "a", f"siren-{ONE}")
    assert graph.actors["a"].siren == ONE
    assert not one_actor(graph, "b", f"siren-{ONE[:-1]}2")  # Bois is known by another SIREN
    assert graph.waiting == ()


def test_two_numbers_that_claim_one_name_both_wait() -> None:
    evidence = Evidence()
    evidence.load(row(by_id("a", "Acme")), tie(by_siren(ONE, "Acme"), by_siren(TWO, "Acme")))
    graph = evidence.graph()
    assert [(w.actor, w.candidates) for w in graph.waiting] == [
        (f"siren-{ONE}", ("a",)),
        (f"siren-{TWO}", ("a",)),
    ]
    assert graph.actors["a"].siren is None


def test_an_id_of_another_list_is_contrary_to_an_id() -> None:
    evidence = Evidence()
    evidence.load(row(by_id("a", "Acme")), row(by_name("Bois"), "line"))
    evidence.load(tie(by_id("k1", "Acme"), by_id("k2", "Bois")))
    graph = evidence.graph()
    assert not one_actor(graph, "a", "k1")
    assert graph.actors["k2"].aliases != ()  # the row without an id is meant, and has one now


def test_an_actor_that_is_only_referred_to_by_a_number_is_known_by_its_name() -> None:
    evidence = Evidence()
    evidence.load(tie(by_siren(ONE, "Acme"), "x"))
    evidence.load(tie(by_name("Acme"), "y"))
    graph = evidence.graph()
    assert one_actor(graph, f"siren-{ONE}", named("Acme"))
    assert graph.actors[f"siren-{ONE}"].name == "Acme"


# ---------------------------------------------------------------------- judgements


def test_ties_follow_a_match_and_come_back_when_it_is_undone() -> None:
    evidence = Evidence()
    evidence.load(row("a"), row("b"), tie("a", "x"), tie("b", "x"), tie("b", "y"))
    before = evidence.graph()
    match = evidence.judge("b", "same", "a")
    merged = evidence.graph()
    assert sorted(t.target for t in merged.ties.values()) == ["x", "y"]
    assert {t.source for t in merged.ties.values()} == {"a"}
    assert merged.redirects == {"b": "a"}
    evidence.judgements.remove(match)
    assert evidence.graph() == before


def test_a_judgement_sleeps_while_its_evidence_is_gone_and_wakes_on_reload() -> None:
    evidence = Evidence()
    evidence.load(row("a"))
    second = evidence.load(row("b"))
    evidence.judge("a", "same", "b")
    together = evidence.graph()
    assert one_actor(together, "a", "b")
    alone = evidence.graph(without=second)
    assert (list(alone.actors), alone.redirects) == (["a"], {})
    assert evidence.graph() == together


def test_the_later_judgement_on_a_pair_replaces_the_earlier() -> None:
    evidence = Evidence()
    evidence.load(row("a"), row("b"))
    evidence.judge("a", "same", "b")
    evidence.judge("b", "different", "a")
    assert not one_actor(evidence.graph(), "a", "b")
    evidence.judge("a", "same", "b")
    assert one_actor(evidence.graph(), "a", "b")


def test_different_holds_through_a_third() -> None:
    evidence = Evidence()
    evidence.load(row("a"), row("b"), row("c"))
    evidence.judge("a", "same", "b")
    evidence.judge("b", "same", "c")
    evidence.judge("a", "different", "c")
    graph = evidence.graph()
    assert one_actor(graph, "a", "b")
    assert not one_actor(graph, "a", "c")


def test_different_holds_against_an_equal_siren_and_each_row_stays_with_its_actor() -> None:
    evidence = Evidence()
    evidence.load(row(Ref(ids=("a",), siren=ONE)), row(Ref(ids=("b",), siren=ONE)))
    evidence.judge("a", "different", "b")
    graph = evidence.graph()
    assert sorted(graph.actors) == ["a", "b"]
    assert {actor.siren for actor in graph.actors.values()} == {ONE}
    # and the SIREN that was said of both keeps each from any other
    evidence.load(row(Ref(ids=("c",), siren=TWO)))
    evidence.judge("b", "same", "c")
    assert not one_actor(evidence.graph(), "b", "c")
