"""What is derived alone, of what a change touches, and what is derived with the whole."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from never_whole import NeverWhole, add, fresh, load, told
from small_truth import Evidence, by_id, by_name, by_siren, edit, row, tie
from store_content import graph_in

from maillage.graph import kept, ledger
from maillage.graph.planning import plan, plan_near
from maillage.graph.stores.sqlite import SqliteStore
from maillage.graph.truth import circle

ONE = "111111111"


@pytest.fixture
def store() -> Iterator[SqliteStore]:
    with fresh(NeverWhole) as opened:
        yield opened


def test_a_small_change_never_reads_the_whole_store(store: SqliteStore) -> None:
    evidence = Evidence()
    evidence.load(row(by_id("a", "Acme")), row(by_siren(ONE, "Bois")), tie("a", "p", "membership"))
    evidence.load(tie(by_name("Bois"), by_name("Nouveau")), by="a", act=True)
    evidence.load(edit("p", name="Pôle"), voice="reviewer", act=True, name="edit")
    load(store, evidence)
    assert graph_in(store) == evidence.graph()
    ledger.undo(store, "edit")
    ledger.redo(store, "edit")
    ledger.judge(store, told("a", "same", f"siren-{ONE}"))
    ledger.undo_judgement(store, f"a same siren-{ONE}")
    assert graph_in(store) == evidence.graph()


def test_a_long_list_is_derived_with_the_whole(store: SqliteStore) -> None:
    evidence = Evidence()
    evidence.load(*(tie(f"a{n}", "p") for n in range(kept.SMALL + 1)))
    with pytest.raises(AssertionError, match="whole store"):
        load(store, evidence)


def test_a_list_short_beside_the_store_is_derived_alone(
    store: SqliteStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    evidence = Evidence()
    evidence.load(*(tie(f"a{n}", "p") for n in range(5 * kept.SHORT_BESIDE)), name="large")
    load(store, evidence)
    monkeypatch.setattr(kept, "SMALL", 2)
    evidence.load(*(tie(f"a{n}", f"a{n + 1}") for n in range(5)), name="short")
    add(store, evidence, "short")
    assert graph_in(store) == evidence.graph()
    evidence.load(*(tie(f"a{n}", "q") for n in range(6)), name="long")
    with pytest.raises(AssertionError, match="whole store"):
        add(store, evidence, "long")


def test_what_reaches_much_of_the_store_is_derived_with_the_whole(
    store: SqliteStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    evidence = Evidence()
    evidence.load(*(tie(f"a{n}", "p") for n in range(10)), name="list")
    evidence.load(edit("a1", name="Un"), voice="reviewer", act=True, name="of one")
    evidence.load(edit("p", name="Pôle"), voice="reviewer", act=True, name="of all")
    add(store, evidence, "list")
    monkeypatch.setattr(circle, "ALWAYS_RECORDS", 2)
    add(store, evidence, "of one")
    with pytest.raises(AssertionError, match="whole store"):
        add(store, evidence, "of all")


def test_who_comes_back_after_a_complete_list_is_derived_alone() -> None:
    evidence = Evidence()
    a, b = tie("a", "p", "membership"), tie("b", "p", "membership")
    evidence.load(a, b, seen="2021", complete="2021", scope="p", title="members")
    evidence.load(a, seen="2022", complete="2022", scope="p", title="members")
    with fresh() as store:
        load(store, evidence)
        name = evidence.load(a, b, seen="2023", scope="p", title="members")
        told = [record for record in evidence.records if record.import_id == name]
        near = plan_near(store, evidence.imports[name], told)
        assert near
        near.carry_out(store)
        assert graph_in(store) == evidence.graph()
        assert len(graph_in(store).ties) == 3


@pytest.mark.parametrize("short", [False, True])
def test_whom_a_list_merely_mentions_is_told_however_it_was_derived(*, short: bool) -> None:
    """`b` says what it said and has one line more; of `a` a year is new."""
    evidence = Evidence()
    evidence.load(row("a", name="Acme"), row("b", name="Bois"), name="actors")
    evidence.load(row("a", founded_year=2011), tie("a", "b"), name="ties")
    with fresh() as store:
        add(store, evidence, "actors")
        item = evidence.imports["ties"]
        records = [record for record in evidence.records if record.import_id == item.id]
        planned = (plan_near if short else plan)(store, item, records)
        assert planned
        assert set(planned.change.actors) == {"a", "b"}
        assert planned.change.mentioned == {"b"}
        planned.carry_out(store)
        assert graph_in(store) == evidence.graph()
