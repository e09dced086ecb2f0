"""Reliance: acts before states, on ties told by hand, then on the documents."""

from __future__ import annotations

import pytest
from small_truth import Evidence, row, tie
from told_store import Telling

from maillage.graph.errors import NotFound
from maillage.graph.port import Reader
from maillage.graph.readouts.peers import LEAST_PEERS
from maillage.graph.readouts.reliance import reliance
from maillage.graph.readouts.statement import UNKNOWN
from maillage.graph.readouts.subject import Subject


def three_actors() -> Evidence:
    """a and b: created in 2010, said by a in 2012, by b in 2013, by a again in 2014; a holds b.
    b and c: said by a third party, ended in 2013."""
    told = Evidence()
    told.load(
        row("a", name="A", kind="ess_enterprise", legal_sector="private", ess="yes"),
        row("b", name="B", kind="local_authority", legal_sector="public"),
        row("c", name="C", kind="enterprise", legal_sector="private", ess="no"),
    )
    told.load(tie("a", "b", start="2010"), seen="2012", by="a")
    told.load(tie("a", "b", start="2010"), seen="2013", by="b")
    told.load(tie("a", "b", start="2010"), seen="2014", by="a")
    told.load(tie("a", "b", "shareholding", tier="capital"), seen="2012")
    told.load(tie("b", "c", start="2011", end="2013", status="ended"), seen="2012")
    return told


def test_acts_by_year_and_kind(tell: Telling) -> None:
    found = reliance(Subject.network_of(tell(three_actors())))
    by_year = {
        said.about: {kind: n for kind, n in said.figures.items() if n}
        for said in found.statements
        if said.code == "acts_year"
    }
    assert by_year == {
        "2010": {"created": 1},
        "2011": {"created": 1},
        "2012": {"seen": 3},
        "2013": {"confirmed": 1, "ended": 1},
        "2014": {"renewed": 1},
    }
    assert found.said("acts").sentence.fr == (
        "Actes de reliance\u202f: 2 liens créés, 3 constatés pour la première fois, 1 confirmé, "
        "1 redit, 1 terminé."
    )
    assert found.said("acts_year", "2013").sentence.en == "2013: 1 confirmed, 1 ended."


def test_too_many_ties_tell_their_starts_and_ends_alone(
    tell: Telling, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("maillage.graph.readouts.reliance.MOST_TOLD", 2)
    found = reliance(Subject.network_of(tell(three_actors())))
    assert found.said("too_many_acts").section == UNKNOWN
    assert {kind: n for kind, n in found.said("acts").figures.items() if n} == {
        "created": 2, "ended": 1,
    }  # fmt: skip
    assert found.said("acts_year", "2013").figures["ended"] == 1


def test_states_of_the_ties(tell: Telling) -> None:
    found = reliance(Subject.network_of(tell(three_actors())))
    said = {statement.code: statement.sentence.fr for statement in found.statements}
    assert said["ties"] == "2 liens entre 2 acteurs (1 terminé)."
    assert said["kinds"] == (
        "2 natures de lien\u202f: partenariat (1), participation au capital (1)."
    )
    assert said["multiplexity"] == "1 paire d’acteurs liés, dont 1 par plusieurs natures de lien."
    assert said["tiers"] == "Niveaux de mutualisation\u202f: capital (1)\u202f; 1 sans niveau."
    assert said["standing"] == (
        "Qui le dit\u202f: confirmé par les deux (1), rapporté par un tiers (1)."
    )
    assert said["reciprocity"] == (
        "1 lien déclaré par un de ses bouts au moins\u202f; 1 l’est par les deux."
    )
    assert said["undated"] == "1 lien sur 2 est sans date de début."


def test_a_tie_lasts_from_its_start_to_when_it_was_last_seen(tell: Telling) -> None:
    found = reliance(Subject.network_of(tell(three_actors()))).said("durability")
    # From the end of 2010 to the beginning of 2014.
    assert found.figures["median_years"] == pytest.approx(3.0, abs=0.01)


def test_what_comes_after_the_date_asked_is_neither_told_nor_over(tell: Telling) -> None:
    found = reliance(Subject.network_of(tell(three_actors()), at="2010"))
    # The tie of b and c begins in 2011: it has not ended.
    assert found.said("ties").sentence.fr == "2 liens entre 2 acteurs (1 commencé ensuite)."
    assert found.said("ties").figures["ended"] == 0
    assert [said.about for said in found.statements if said.code == "acts_year"] == ["2010"]
    assert found.said("acts").figures["ended"] == found.said("acts").figures["confirmed"] == 0
    # Surely seen from the end of 2010, and later is not asked.
    assert found.said("durability").figures["median_years"] == 0


def test_a_broker_between_sectors(tell: Telling) -> None:
    told = three_actors()
    told.load(tie("b", "c", start="2014"), seen="2015")
    found = reliance(Subject.network_of(tell(told))).said("broker", "b")
    assert found.figures["total"] == found.figures["liaison"] == 2
    assert found.sentence.en == (
        "B (public) stands 2 times between actors that are not tied: between two other sectors 2."
    )


def test_an_actor_has_its_own_ties(tell: Telling) -> None:
    found = reliance(Subject.actor_of(tell(three_actors()), "c", at="2012"))
    assert found.said("ties").figures["ties"] == 1
    assert found.subject == "c"


def test_nobody_tied_and_nobody_there(tell: Telling) -> None:
    store = tell(Evidence())
    assert [said.code for said in reliance(Subject.network_of(store)).statements] == ["no_tie"]
    with pytest.raises(NotFound):
        Subject.actor_of(store, "nobody")
    with pytest.raises(NotFound) as refused:
        Subject.pole_of(store, "nobody")
    assert "pôle" in refused.value.text("fr")


def poles(n: int) -> Evidence:
    """Poles of one type: the k-th has k members."""
    told = Evidence()
    told.load(
        *(row(f"p{k}", kind="pole", name=f"P{k}", typology_adam="place") for k in range(n)),
        *(row(f"m{k}", name=f"M{k}", kind="enterprise") for k in range(n)),
    )
    told.load(*(tie(f"m{j}", f"p{k}", "membership") for k in range(n) for j in range(k)))
    return told


def test_peers_are_refused_below_five(tell: Telling) -> None:
    found = reliance(Subject.pole_of(tell(poles(LEAST_PEERS)), "p2"))
    few = found.said("too_few_peers", "type")
    assert few.section == UNKNOWN
    assert few.sentence.fr == (
        "4 autres pôles du même type (lieu)\u202f: moins de 5, pas de comparaison."
    )


def test_a_rank_among_peers(tell: Telling) -> None:
    found = reliance(Subject.pole_of(tell(poles(LEAST_PEERS + 1)), "p2")).said("peers", "type")
    # Of p0, p1, p3, p4, p5 two have fewer ties; all but p0 have one kind, as it has.
    assert found.figures["quantile_ties"] == pytest.approx(2 / 5)
    assert found.figures["quantile_kinds"] == pytest.approx((1 + 4 / 2) / 5)
    assert found.sentence.en == (
        "Among 5 other poles of the same type (place): 2 ties (more than 2 of them), 1 kind of "
        "tie (more than 1 of them)."
    )


def test_what_is_not_known_comes_first(demonstration: Reader) -> None:
    for subject in (
        Subject.network_of(demonstration),
        Subject.pole_of(demonstration, "ptce-dombinnov"),
        Subject.actor_of(demonstration, "val-horizon"),
    ):
        sections = [said.section for said in reliance(subject).statements]
        assert sections[0] == UNKNOWN
        assert sections == sorted(sections, key=lambda section: section != UNKNOWN)


def test_the_documents(demonstration: Reader) -> None:
    found = reliance(Subject.network_of(demonstration))
    ties, planned = (found.said("ties").figures[name] for name in ("ties", "planned"))
    assert isinstance(ties, int) and isinstance(planned, int)
    assert ties + planned == 596
    # No document is the word of an end: nothing is confirmed.
    assert found.said("acts").figures["confirmed"] == 0
    assert found.said("reported").figures["ties"] == found.said("reported").figures["of"]
    pole = reliance(Subject.pole_of(demonstration, "ptce-dombinnov"))
    assert pole.said("peers", "size").figures["peers"] == 7
    assert pole.said("too_few_peers", "type").figures["peers"] == 1


def test_the_employer_groups_of_sud_aquitaine(demonstration: Reader) -> None:
    found = reliance(Subject.pole_of(demonstration, "ptce-sud-aquitaine")).said("gatherings")
    groups = [
        demonstration.actor(id_)
        for id_ in found.evidence.actors
        if demonstration.actor(id_).kind == "employer_group"
    ]
    flags = {group.id: str(group.attributes.get("flags")) for group in groups}
    assert {id_ for id_, said in flags.items() if "geiq" in said} == {
        "geiq-btp-seignanx", "geiq-interpro-seignanx",
    }  # fmt: skip
    # And a fourth group that no document says to be one of these: it stays apart.
    assert "ge-multisectoriel-seignanx" in flags and found.figures["employer_group"] == 4


def test_18_or_16_firms_and_three_tiers(demonstration: Reader) -> None:
    pole = reliance(Subject.pole_of(demonstration, "ptce-lille-metropole-solidaire"))
    conflict = pole.said("conflict", "member_count")
    others = conflict.figures["others"]
    assert isinstance(others, list)
    assert {str(conflict.figures["kept"]), *others} == {"16", "18"}
    cluster = reliance(Subject.actor_of(demonstration, "initiatives-et-cite"))
    tiers = cluster.said("tiers").figures
    assert all(tiers[tier] for tier in ("capital", "means", "affiliation"))
