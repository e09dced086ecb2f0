"""Ties between known ids, derived without the rest, are what a whole derivation would make."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from never_whole import fresh
from small_truth import Evidence, by_id, by_name, by_siren, edit, row, tie
from store_content import graph_in
from truth_strategies import START, World, optional_days, tie_claims, worlds, written

from maillage.graph import kept, ledger, planning
from maillage.graph.model import Import, Record, Ref, TieClaim
from maillage.graph.port import Store
from maillage.graph.truth.derivation import derive

# Actors of whom nothing is said but that they are.
PLAIN = ("x", "y", "z")


@pytest.fixture
def store() -> Iterator[Store]:
    with fresh() as opened:
        yield opened


def added_alone(store: Store, item: Import, records: Sequence[Record]) -> bool:
    """Whether it could be planned without the rest, however short it is; it is added."""
    with patch.object(kept, "SMALL", 0), patch.object(kept, "SHORT_BESIDE", 1_000_000):
        plan = planning.plan_near(store, item, records)
    if plan is not None:
        assert plan.change.mentioned == plan.change.actors.keys()
        plan.carry_out(store)
    return plan is not None


# ---------------------------------------------------------------------- whatever is told


@st.composite
def lines(draw: st.DrawFn, ids: Sequence[str], name: str) -> list[Record]:
    """Ties between these ids, and what is said of them by these ids."""
    ref = st.sampled_from(ids).map(by_id)
    pairs = st.tuples(ref, ref).filter(lambda ends: ends[0] != ends[1])
    return [
        Record(
            id=f"{name}#{number}",
            import_id=name,
            line=number,
            voice=draw(st.sampled_from(["statement", "statement", "registry", "reviewer"])),
            declared_by=draw(st.none() | ref),
            observed_on=draw(optional_days),
            ties=(replace(draw(tie_claims()), source=source, target=target),),
        )
        for number, (source, target) in enumerate(draw(st.lists(pairs, min_size=1, max_size=4)))
    ]


@settings(max_examples=20, deadline=None)
@given(worlds(most=1), st.data())
def test_it_is_what_the_whole_adds_up_to(world: World, data: st.DataObject) -> None:
    plain = Evidence()
    plain.load(*map(row, PLAIN), name="rows")
    # No list is complete: that one asks for the whole.
    imports = [replace(each, complete_on=None) for each in world.imports]
    with fresh() as store:
        for item in (*plain.imports.values(), *imports):
            own = [each for each in (*plain.records, *world.records) if each.import_id == item.id]
            ledger.add(store, item, own)
        for name in ("first", "second", "third"):
            known = graph_in(store)
            records = data.draw(lines([*known.actors, *known.redirects, *PLAIN * 4], name))
            item = Import(
                id=name, sha256=name, title=name, list="ties", loaded_at=START, rows=len(records)
            )
            if not added_alone(store, item, records):
                ledger.add(store, item, records)
            expected = derive(store.imports(), store.records(), ())
            assert written(graph_in(store)) == written(expected)
            rest = planning.difference(expected, store.fingerprints())
            assert not (rest.actors or rest.ties or rest.redirects)


# ---------------------------------------------------------------------- alone, or not


def known(store: Store) -> Evidence:
    """a, b and c known by their ids, c also by a number; Bois by its name alone; a tie a–b."""
    evidence = Evidence()
    rows = (row(by_id("a", "Acme")), row("b"), row(Ref(ids=("c",), siren="111111111")))
    evidence.load(*rows, row(by_name("Bois"), key="x"), name="actors")
    evidence.load(tie("a", "b", start="2010"), tie("b", "c"), name="ties")
    for id_, item in evidence.imports.items():
        ledger.add(store, item, [each for each in evidence.records if each.import_id == id_])
    return evidence


def test_what_was_said_of_a_tie_counts_with_what_is_told(store: Store) -> None:
    evidence = known(store)
    name = evidence.load(tie("b", "a", end="2011"), tie("siren-111111111", "a"), by="a")
    told = [each for each in evidence.records if each.import_id == name]
    assert added_alone(store, evidence.imports[name], told)
    assert graph_in(store) == evidence.graph()
    assert len(store.columns().ties.ids) == 3
    ledger.undo(store, name)
    assert graph_in(store) == evidence.graph(without=name)


@pytest.mark.parametrize(
    "claim",
    [
        tie("a", "nobody"),
        tie("a", by_id("b", "Bê")),
        tie("a", by_siren("111111111")),
        tie("a", by_name("Bois")),
        tie("a", "a"),
        edit("a", name="Alpha"),
        row("d"),
    ],
)
def test_what_tells_more_is_derived_with_the_whole(store: Store, claim: TieClaim) -> None:
    evidence = known(store)
    name = evidence.load(tie("a", "c"), claim)
    told = [each for each in evidence.records if each.import_id == name]
    assert not added_alone(store, evidence.imports[name], told)


def test_silence_is_heard_by_the_whole(store: Store) -> None:
    evidence = known(store)
    name = evidence.load(tie("a", "c"), complete="2013")
    told = [each for each in evidence.records if each.import_id == name]
    assert not added_alone(store, evidence.imports[name], told)
    assert added_alone(store, replace(evidence.imports[name], complete_on=None), told)
