"""When records disagree: who is believed, and what is kept of the others."""

from __future__ import annotations

from collections import defaultdict

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_truth import Evidence, by_id, by_name, edit, row, tie
from truth_strategies import thorough

from maillage.graph.model import Conflict, Figure, Value, Voice
from maillage.graph.vocabulary import Ess, LegalSector, Sector

CLAIMS = st.lists(
    st.tuples(
        st.sampled_from(["bois", "laine", "textile"]),
        st.sampled_from(["statement", "registry", "reviewer"]),
        st.sampled_from([None, "a", "x"]),
        st.sampled_from([None, "2010", "2012-03", "2012", "2014"]),
    ),
    min_size=1,
    max_size=7,
)
# Reviewer, then the actor itself (1), then a registry, then a third party.
TRUST = {"reviewer": 0, "registry": 2, "statement": 3}
LATEST = {None: "", "2010": "2010-12-31", "2012-03": "2012-03-31", "2012": "2012-12-31"}


@thorough
@given(CLAIMS)
def test_the_best_word_is_kept_and_every_other_value_with_its_records(
    claims: list[tuple[str, Voice, str | None, str | None]],
) -> None:
    evidence = Evidence()
    weighed = []
    for number, (value, voice, speaker, seen) in enumerate(claims):
        item = evidence.load(row("a", activity=value), voice=voice, by=speaker, seen=seen)
        trust = TRUST[voice] if voice == "reviewer" or speaker != "a" else 1
        # Of a reviewer and of itself the later load; of others no order of loading counts.
        moment = -number if trust <= 1 else 0
        weighed.append((trust, LATEST.get(seen, "2014-12-31"), moment, f"{item}#0", value))
    best = min(trust for trust, *_ in weighed)
    latest = max(day for trust, day, *_ in weighed if trust == best)
    *_, kept = min(rest for trust, day, *rest in weighed if (trust, day) == (best, latest))
    actor = evidence.graph().actors["a"]
    assert actor.attributes["activity"] == kept
    losing: dict[Value, list[str]] = defaultdict(list)
    for *_, id_, value in sorted(weighed, key=lambda each: each[3]):
        if value != kept:
            losing[value].append(id_)
    (conflict,) = actor.conflicts or (Conflict(field="activity", kept=kept, others=()),)
    assert conflict.kept == kept
    assert {value: list(records) for value, records in conflict.others} == losing


def test_eighteen_or_sixteen_firms() -> None:
    # Two documents of the same weight, no year given: the later one is believed, both are shown.
    evidence = Evidence()
    june = evidence.load(row("initiatives", member_count=18), seen="2012-06-25")
    evidence.load(row("initiatives", member_count=16), seen="2013-03")
    actor = evidence.graph().actors["initiatives"]
    assert actor.attributes["member_count"] == 16
    assert actor.conflicts == (
        Conflict(field="member_count", kept=16, others=((18, (f"{june}#0",)),)),
    )


def test_a_share_written_in_two_ways_is_one() -> None:
    evidence = Evidence()
    for share in ("40", "40.0", "35.00", "35"):
        evidence.load(tie("a", "b", "shareholding", attributes={"share_pct": share}))
    (held,) = evidence.graph().ties.values()
    ((conflict),) = held.conflicts
    kept, ((lost, records),) = conflict.kept, conflict.others
    assert {float(str(kept)), float(str(lost))} == {40, 35} and len(records) == 2


def test_another_year_is_an_evolution() -> None:
    evidence = Evidence()
    later = evidence.load(row("a", year=2014, jobs=300), seen="2014")
    before = evidence.load(row("a", year=2012, jobs=200), seen="2014")
    actor = evidence.graph().actors["a"]
    assert (actor.attributes["jobs"], actor.conflicts) == (300, ())
    assert actor.figures == (
        Figure(field="jobs", year=2012, value=200, records=(f"{before}#0",)),
        Figure(field="jobs", year=2014, value=300, records=(f"{later}#0",)),
    )


def test_a_reviewer_s_figure_stands_even_without_a_year() -> None:
    evidence = Evidence()
    evidence.load(row("a", year=2014, jobs=300), seen="2014")
    evidence.load(edit("a", jobs=12), seen="2015", voice="reviewer", act=True)
    assert evidence.graph().actors["a"].attributes["jobs"] == 12


def test_a_figure_without_a_year_is_of_the_year_it_was_seen() -> None:
    evidence = Evidence()
    evidence.load(row("a", year=2012, jobs=200), seen="2014")
    evidence.load(row("a", jobs=250), seen="2013")
    assert evidence.graph().actors["a"].attributes["jobs"] == 250


def test_of_two_edits_on_one_day_the_later_is_kept() -> None:
    # Their names sort the other way round.
    evidence = Evidence()
    evidence.load(edit("a", name="First"), name="z", seen="2014-09-19", voice="reviewer", act=True)
    evidence.load(edit("a", name="Second"), name="b", seen="2014-09-19", voice="reviewer", act=True)
    assert evidence.graph().actors["a"].name == "Second"
    assert evidence.graph().actors["a"].other_names == ("First",)


def test_the_order_in_which_third_parties_are_loaded_says_nothing() -> None:
    one, other = Evidence(), Evidence()
    for evidence, names in ((one, ("a", "b")), (other, ("b", "a"))):
        for name in names:
            evidence.load(row("x", activity=name), name=name, act=True)
    assert one.graph() == other.graph()


def test_a_source_that_does_not_know_contradicts_nobody() -> None:
    evidence = Evidence()
    evidence.load(row("a", kind="ess_enterprise", legal_sector="private", ess="yes"), seen="2012")
    evidence.load(row("a", kind="other", legal_sector="unknown", ess="unknown"), seen="2014")
    actor = evidence.graph().actors["a"]
    assert (actor.kind, actor.legal_sector, actor.ess) == (
        "ess_enterprise",
        LegalSector.PRIVATE,
        Ess.YES,
    )
    assert actor.sector is Sector.ESS
    assert actor.conflicts == ()


def test_only_unknown_stays_unknown() -> None:
    evidence = Evidence()
    evidence.load(row("a", legal_sector="private", ess="unknown"))
    assert evidence.graph().actors["a"].sector is Sector.UNKNOWN


def test_a_list_of_groups_tells_the_kind_better_than_a_list_of_actors() -> None:
    evidence = Evidence()
    evidence.load(row("a", kind="place"), seen="2010")
    other = evidence.load(row("a", kind="enterprise"), seen="2014")
    actor = evidence.graph().actors["a"]
    assert actor.kind == "place"
    assert actor.conflicts == (
        Conflict(field="kind", kept="place", others=(("enterprise", (f"{other}#0",)),)),
    )
    evidence.load(edit("a", kind="enterprise"), voice="reviewer", act=True)
    assert evidence.graph().actors["a"].kind == "enterprise"


def test_sets_add_up_until_a_reviewer_says_the_whole() -> None:
    evidence = Evidence()
    evidence.load(row("a", tags=("x", "y")))
    other = evidence.load(row("a", tags=("z",)))
    assert evidence.graph().actors["a"].attributes["tags"] == ("x", "y", "z")
    evidence.load(edit("a", tags=("x", "y")), voice="reviewer", act=True)
    actor = evidence.graph().actors["a"]
    assert actor.attributes["tags"] == ("x", "y")
    assert actor.conflicts == (
        Conflict(field="tags", kept=("x", "y"), others=((("z",), (f"{other}#0",)),)),
    )


def test_a_row_names_its_actor_and_those_who_point_at_it_add_a_spelling() -> None:
    evidence = Evidence()
    evidence.load(row(by_id("a", "Acme")), seen="2010")
    evidence.load(tie(by_id("a", "ACME"), by_id("a", "Société Acme")), seen="2014")
    actor = evidence.graph().actors["a"]
    assert (actor.name, actor.other_names, actor.conflicts) == ("Acme", ("Société Acme",), ())


def test_what_nobody_names_is_called_by_its_id() -> None:
    evidence = Evidence()
    evidence.load(tie("a", by_name("Acme")))
    graph = evidence.graph()
    assert sorted(actor.name for actor in graph.actors.values()) == ["Acme", "a"]


def test_ties_settle_their_attributes_alike() -> None:
    evidence = Evidence()
    evidence.load(tie("a", "b", attributes={"share_pct": "51"}), by="b", seen="2010")
    other = evidence.load(tie("a", "b", attributes={"share_pct": "49"}), seen="2014")
    found = evidence.only_tie()
    assert found.attributes == {"share_pct": "51"}
    assert found.conflicts == (
        Conflict(field="share_pct", kept="51", others=(("49", (f"{other}#0",)),)),
    )


@pytest.mark.parametrize(
    ("careful", "hurried"),
    [
        ("Pôle d'Auray", "POLE D'AURAY"),
        ("Pôle d'Auray", "Pole d'Auray"),
        ("Pole d'Auray", "POLE D'AURAY"),
        ("Pole d'Auray", "PÔLE D'AURAY"),
        ("Enercoop", "enercoop"),
    ],
)
@pytest.mark.parametrize("voice", ["statement", "registry"])
def test_of_one_name_the_writing_that_took_care_is_borne(
    careful: str, hurried: str, voice: Voice
) -> None:
    for first, second in ((careful, hurried), (hurried, careful)):
        listed, pointed = Evidence(), Evidence()
        for name, seen in ((first, "2010"), (second, "2014")):
            listed.load(row(by_id("a", name)), seen=seen, voice=voice)
            pointed.load(tie(by_id("a", name), "b"), seen=seen, voice=voice)
        for evidence in (listed, pointed):
            actor = evidence.graph().actors["a"]
            assert (actor.name, actor.other_names, actor.conflicts) == (careful, (), ())


def test_an_acronym_is_no_name_in_capitals() -> None:
    evidence = Evidence()
    evidence.load(row(by_id("a", "Rtes")), seen="2010")
    evidence.load(row(by_id("a", "RTES")), seen="2014")
    assert evidence.graph().actors["a"].name == "RTES"


def test_a_writing_is_mended_by_a_reviewer() -> None:
    evidence = Evidence()
    evidence.load(row(by_id("a", "Pôle d'Auray")), seen="2010")
    evidence.load(row(by_id("a", "POLE D'AURAY")), voice="reviewer", seen="2009")
    assert evidence.graph().actors["a"].name == "POLE D'AURAY"


def test_of_two_names_the_one_that_is_believed_is_borne_as_it_is_best_written() -> None:
    evidence = Evidence()
    evidence.load(row(by_id("a", "Éts Martin")), seen="2010")
    evidence.load(row(by_id("a", "ATELIER DU GUE")), voice="registry", seen="2009")
    evidence.load(tie(by_id("a", "Atelier du Gué"), "b"), seen="2014")
    actor = evidence.graph().actors["a"]
    assert (actor.name, actor.other_names) == ("Atelier du Gué", ("Éts Martin",))
    assert [(each.field, each.kept) for each in actor.conflicts] == [("name", "Atelier du Gué")]
