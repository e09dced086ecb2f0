"""Décloisonnement: what crosses, against chance, on small networks and on the documents."""

from __future__ import annotations

import pytest
from small_truth import Evidence, row, tie
from told_store import Telling

from maillage.graph.errors import UnknownName
from maillage.graph.port import Reader
from maillage.graph.readouts.decloisonnement import DOMAIN, decloisonnement
from maillage.graph.readouts.index_words import FEWEST_TIES
from maillage.graph.readouts.statement import UNKNOWN
from maillage.graph.readouts.subject import Subject

SIDE = 6


def two_sides(*, crossing: bool) -> Evidence:
    """Six public and six social-economy organisations, all ties across or all ties within."""
    told = Evidence()
    told.load(
        *(row(f"a{k}", name=f"A{k}", kind="local_authority", legal_sector="public")
          for k in range(SIDE)),
        *(row(f"b{k}", name=f"B{k}", kind="ess_enterprise", legal_sector="private", ess="yes")
          for k in range(SIDE)),
        row("x", name="X", kind="other"),
    )  # fmt: skip
    across = [tie(f"a{j}", f"b{k}") for j in range(SIDE) for k in range(SIDE) if (j + k) % 2]
    inside = [tie(f"{s}{j}", f"{s}{k}") for s in "ab" for j in range(SIDE) for k in range(j)]
    told.load(*(across if crossing else inside), tie("a0", "x"))
    return told


def test_more_than_chance_with_its_doubt(tell: Telling) -> None:
    found = decloisonnement(Subject.network_of(tell(two_sides(crossing=True))), ["sector"])
    index = found.said("index", "sector")
    assert index.sentence.fr.startswith(
        "Secteurs\u202f: 18 liens sur 18 franchissent une frontière\u202f; indice E-I +1,00, "
        "le hasard donnerait +0,09"
    )
    assert index.sentence.fr.endswith("plus que le hasard, très peu probable par hasard.")
    assert index.figures["value"] == 1.0
    assert index.figures["seed"] == 0
    mixing = index.figures["mixing"]
    assert isinstance(mixing, dict)
    assert mixing["groups"] == ["ess", "public", "unknown"]
    bounds = found.said("bounds", "sector")
    assert bounds.evidence.actors == ("x",)
    assert bounds.sentence.en == (
        "Sectors: depending on how 1 unknown is coded, the index would range from +0.89 to +1.00."
    )


def test_groups_that_never_meet_where_chance_would_have_them_meet(tell: Telling) -> None:
    found = decloisonnement(Subject.network_of(tell(two_sides(crossing=False))), ["sector"])
    never = found.said("never_meet", "sector")
    assert never.sentence.fr == (
        "Secteurs\u202f: ne se rencontrent jamais, ESS et public (16,4 attendus)."
    )
    assert found.said("index").sentence.en.endswith("less than chance, very unlikely by chance.")
    assert "carriers" not in {said.code for said in found.statements}


def test_whether_clusters_follow_the_groups(tell: Telling) -> None:
    found = decloisonnement(Subject.network_of(tell(two_sides(crossing=False))), ["sector"])
    said = found.said("communities", "sector")
    assert said.figures["nmi"] == pytest.approx(1.0)
    assert said.sentence.fr.endswith("plus que le hasard, très peu probable par hasard.")


def test_the_years_told_stop_at_the_date_asked(tell: Telling) -> None:
    told = two_sides(crossing=True)
    told.load(*(tie("a1", f"b{year % SIDE}", start=str(year)) for year in range(2010, 2014)))
    found = decloisonnement(Subject.network_of(tell(told), at="2012"), ["sector"])
    years = [said.about for said in found.statements if said.code == "year"]
    assert years == ["2010", "2011", "2012"]


def test_few_ties_conclude_nothing(tell: Telling) -> None:
    told = Evidence()
    told.load(
        row("a", kind="local_authority", legal_sector="public"),
        row("b", kind="ess_enterprise", legal_sector="private", ess="yes"),
        row("c", kind="enterprise", legal_sector="private", ess="no"),
    )
    told.load(tie("a", "b"))
    found = decloisonnement(Subject.network_of(tell(told)), ["sector"])
    assert found.said("index").figures["ties"] == 1 < FEWEST_TIES
    assert found.said("index").sentence.fr.endswith("trop peu de liens pour conclure.")
    # One of the three pairs meets; of the two others chance would not expect a tie.
    assert found.said("too_few_pairs", "sector").figures == {"pairs": 2}


def test_who_carries_the_crossings(tell: Telling) -> None:
    found = decloisonnement(Subject.network_of(tell(two_sides(crossing=True))), ["sector"])
    carriers = found.said("carriers", "sector")
    assert set(carriers.figures.values()) == {3}
    assert len(carriers.evidence.ties) == 18


def test_each_layer_and_kind_is_told_beside(tell: Telling) -> None:
    told = two_sides(crossing=True)
    told.load(tie("a0", "a1", "membership"), tie("a2", "a1", "membership"))
    found = decloisonnement(Subject.network_of(tell(told)), ["sector"])
    assert found.said("layer", "layer:cooperation").figures["ei"] == 1.0
    affiliation = found.said("layer", "layer:affiliation")
    assert affiliation.figures["ei"] == -1.0
    assert len(affiliation.evidence.ties) == 2


def test_a_partition_of_one_group_compares_nothing(tell: Telling) -> None:
    told = Evidence()
    told.load(*(row(x, kind="local_authority", legal_sector="public") for x in "ab"))
    told.load(tie("a", "b"))
    found = decloisonnement(Subject.network_of(tell(told)), ["sector"])
    assert found.said("one_group", "sector").section == UNKNOWN


def test_nothing_to_compare_and_no_such_partition(tell: Telling) -> None:
    told = two_sides(crossing=True)
    store = tell(told)
    with pytest.raises(UnknownName):
        decloisonnement(Subject.network_of(store), ["nonsense"])


def test_an_empty_store(tell: Telling) -> None:
    found = decloisonnement(Subject.network_of(tell(Evidence())))
    assert [said.code for said in found.statements] == ["no_tie", "no_time"]


def test_the_index_is_that_of_the_measure(demonstration: Reader) -> None:
    found = decloisonnement(Subject.network_of(demonstration), ["sector"])
    assert found.said("index").figures["value"] == pytest.approx(5 / 13)
    measured = demonstration.network().measure("ei_network", by="sector", permutations=1000, seed=0)
    assert found.said("index").figures["p"] == measured.p
    said = found.said("index").sentence.fr
    assert said.startswith(
        "Secteurs\u202f: 9 liens sur 13 franchissent une frontière\u202f; indice E-I +0,38, le "
        "hasard donnerait −0,25, intervalle [−0,17\u202f; +0,94], p = 0,0"
    )
    # The layer decides the sign.
    assert found.said("layer", "layer:affiliation").figures["ei"] == pytest.approx(-0.98, abs=0.005)


def test_every_partition_of_the_domain_is_told(demonstration: Reader) -> None:
    found = decloisonnement(Subject.network_of(demonstration), permutations=10)
    told = {said.about for said in found.statements if said.code in ("index", "one_group")}
    assert told == {*DOMAIN, "pole"}


def test_the_fiche_of_a_pole(demonstration: Reader) -> None:
    found = decloisonnement(Subject.pole_of(demonstration, "ptce-culture-cooperation"))
    assert found.subject == "ptce-culture-cooperation"
    assert found.said("mix").evidence.actors
