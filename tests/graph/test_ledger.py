"""Acts upon a store: whatever their order, it holds what its evidence adds up to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from never_whole import NeverWhole, add, fresh, load
from small_truth import MORNING, Evidence, row, tie
from store_content import graph_in
from truth_strategies import World, namesakes, worlds, written

from maillage.graph import ledger, planning
from maillage.graph.errors import InvalidInput, NotFound, Refused, StoreConflict, UnknownName
from maillage.graph.model import Import
from maillage.graph.planning import Outcome
from maillage.graph.port import Change
from maillage.graph.stores.sqlite import SqliteStore
from maillage.graph.truth.derivation import derive


@pytest.fixture
def store() -> Iterator[SqliteStore]:
    with fresh(NeverWhole) as opened:
        yield opened


# ---------------------------------------------------------------------- whatever is done


Act = tuple[str, int]


@settings(max_examples=15, deadline=None)
@given(
    worlds(most=3) | namesakes(),
    st.lists(
        st.tuples(st.sampled_from(["add", "undo", "redo", "judge", "unjudge"]), st.integers(0, 4)),
        min_size=1,
        max_size=8,
    ),
)
def test_after_each_act_the_store_holds_what_its_evidence_adds_up_to(
    world: World, acts: list[Act]
) -> None:
    """A part that is derived alone is what the whole would be."""
    with fresh() as store:
        for name, number in [("add", 0), *acts]:
            revision = store.revision()
            try:
                outcome = perform(store, world, name, number)
            except (NotFound, Refused):
                assert store.revision() == revision
                continue
            assert outcome.revision == store.revision()
            expected = derive(store.imports(), store.records(), store.judgements())
            assert written(graph_in(store)) == written(expected)
            digests = planning.difference(expected, store.fingerprints())
            assert not (digests.actors or digests.ties or digests.redirects)


def perform(store: SqliteStore, world: World, name: str, number: int) -> Outcome:
    item = world.imports[number % len(world.imports)]
    if name == "add":
        own = [record for record in world.records if record.import_id == item.id]
        return ledger.add(store, item, own)
    if name in ("undo", "redo"):
        return (ledger.undo if name == "undo" else ledger.redo)(store, item.id)
    if not world.judgements:
        raise NotFound("not_found", what="judgement", id="")
    judgement = world.judgements[number % len(world.judgements)]
    if name == "unjudge":
        return ledger.undo_judgement(store, judgement.id)
    return ledger.judge(store, judgement)


# ---------------------------------------------------------------------- loading and undoing


def test_outcomes_tell_what_changed(store: SqliteStore) -> None:
    evidence = Evidence()
    evidence.load(tie("a", "b"), tie("b", "c"), name="one")
    evidence.load(tie("c", "d"), name="two")
    assert load(store, evidence) == [Outcome(1, 3, 2), Outcome(2, 2, 1)]
    again = add(store, evidence, "two")
    assert (again, again.changed) == (Outcome(2), False)
    assert ledger.undo(store, "two") == Outcome(3, 1, 0, 1, 1)  # c changes, d and c–d go
    assert ledger.redo(store, "two") == Outcome(4, 2, 1)
    assert ledger.redo(store, "two") == Outcome(4)


def test_a_list_loaded_after_its_undo_counts_again(store: SqliteStore) -> None:
    evidence = Evidence()
    evidence.load(tie("a", "b"), name="one")
    load(store, evidence)
    ledger.undo(store, "one")
    assert graph_in(store).actors == {}
    add(store, evidence, "one")
    assert graph_in(store) == evidence.graph()
    assert len(list(store.records_of("one"))) == 1


def test_what_an_import_took_the_place_of_counts_again_after_its_undo(store: SqliteStore) -> None:
    evidence = Evidence()
    evidence.load(tie("a", "b"), tie("b", "c"), name="one")
    add(store, evidence, "one")
    first = graph_in(store)
    evidence.load(tie("a", "b"), tie("b", "d"), name="mended")
    evidence.imports["mended"] = replace(evidence.imports["mended"], replaces="one")
    add(store, evidence, "mended")
    mended = graph_in(store)
    assert mended.actors.keys() != first.actors.keys()
    for _ in range(2):
        ledger.undo(store, "mended")
        assert (graph_in(store), counting(store)) == (first, ["one"])
        ledger.redo(store, "mended")
        assert (graph_in(store), counting(store)) == (mended, ["mended"])


def test_what_is_done_again_takes_back_the_place_that_it_gave(store: SqliteStore) -> None:
    """Whatever came in between: of those that replaced one another only one counts."""
    of_one_place(store)
    assert counting(store) == ["three"]
    for name, other in (("one", "b"), ("three", "d"), ("two", "c")):
        ledger.redo(store, name)
        assert counting(store) == [name] and set(graph_in(store).actors) == {"a", other}
    for left in ("three", "one"):
        ledger.undo(store, counting(store)[0])
        assert counting(store) == [left]


def test_what_another_took_the_place_of_is_not_loaded_again() -> None:
    """Only by an explicit `redo`; what was undone is."""
    with fresh() as store:
        evidence = of_one_place(store)
        for name in ("one", "two"):
            assert add(store, evidence, name) == Outcome(3)
            item = evidence.imports[name]
            records = [one for one in evidence.records if one.import_id == name]
            assert planning.plan_near(store, item, records) is None
            assert planning.plan(store, item, records).addition is None
        assert counting(store) == ["three"]
        ledger.undo(store, "one")
        assert add(store, evidence, "one").changed
        assert counting(store) == ["one"]


@settings(max_examples=20, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from(["undo", "redo"]), st.sampled_from(["one", "two", "three"])))
)
def test_what_was_undone_does_not_come_back_with_another_that_is(
    acts: list[tuple[str, str]],
) -> None:
    """f(records − that import), of those that replaced one another too: the last that was loaded
    or done again, and not undone since, counts."""
    loaded = ["one", "two", "three"]
    with fresh(NeverWhole) as store:
        records = of_one_place(store).records
        for act, name in acts:
            if act == "undo" and name not in loaded:
                with pytest.raises(Refused, match="undone already"):
                    ledger.undo(store, name)
                continue
            if act == "undo":
                ledger.undo(store, name)
                loaded.remove(name)
            elif name != next(reversed(loaded), None):
                ledger.redo(store, name)
                loaded = [*(one for one in loaded if one != name), name]
            assert counting(store) == loaded[-1:]
            assert graph_in(store) == derive(store.imports(), records, ())
            states = {item.id: item.state for item in store.imports()}
            expected = dict.fromkeys(states, "undone") | dict.fromkeys(loaded, "replaced")
            assert states == expected | dict.fromkeys(loaded[-1:], "counts")


def of_one_place(store: SqliteStore) -> Evidence:
    """Three imports, each in the place of the one before."""
    evidence, before = Evidence(), ""
    for name, other in (("one", "b"), ("two", "c"), ("three", "d")):
        evidence.load(tie("a", other), name=name)
        evidence.imports[name] = replace(evidence.imports[name], replaces=before)
        add(store, evidence, name)
        before = name
    return evidence


def counting(store: SqliteStore) -> list[str]:
    return [item.id for item in store.imports() if item.live]


def test_lines_refused_before_are_added_to_the_same_import() -> None:
    evidence = Evidence()
    evidence.load(tie("a", "b"), tie("b", "c"), name="one")
    with fresh() as store:
        ledger.add(store, evidence.imports["one"], evidence.records[:1])
        later = replace(evidence.imports["one"], loaded_at=MORNING + timedelta(days=1))
        ledger.add(store, later, evidence.records)
        assert graph_in(store) == evidence.graph()
        assert store.imports()[0].loaded_at == MORNING


def test_a_complete_list_ends_ties_that_it_does_not_name() -> None:
    evidence = Evidence()
    evidence.load(
        tie("a", "p", "membership"), tie("b", "p", "membership"), list_="members", scope="p"
    )
    evidence.load(
        tie("a", "p", "membership"), seen="2014", complete="2014", list_="members", scope="p",
        name="complete",
    )  # fmt: skip
    with fresh() as store:
        load(store, evidence)
        assert graph_in(store) == evidence.graph()
        assert {t.status.value for t in graph_in(store).ties.values()} == {"active", "ended"}
        ledger.undo(store, "complete")
        assert {t.status.value for t in graph_in(store).ties.values()} == {"active"}


def test_a_store_that_other_rules_wrote_is_derived_whole() -> None:
    evidence = Evidence()
    evidence.load(tie("a", "b"), name="one")
    evidence.load(tie("b", "c"), name="two")
    with fresh() as store:
        add(store, evidence, "one")
        wrong = replace(store.actor("b"), name="as it was derived once")
        store.commit(Change(actors={"b": wrong}), expected=1)
        add(store, evidence, "two")
        assert graph_in(store) == evidence.graph()


def test_who_writes_upon_what_has_changed_is_told() -> None:
    evidence = Evidence()
    evidence.load(tie("a", "b"), name="one")
    evidence.load(tie("b", "c"), name="two")
    with fresh() as store:
        late = planning.plan(store, evidence.imports["one"], evidence.records[:1])
        add(store, evidence, "two")
        with pytest.raises(StoreConflict):
            late.carry_out(store)
        assert len(graph_in(store).ties) == 1


@pytest.mark.parametrize("act", [ledger.undo, ledger.redo, ledger.undo_judgement])
def test_what_does_not_exist_is_not_undone(
    store: SqliteStore, act: Callable[[SqliteStore, str], object]
) -> None:
    with pytest.raises(NotFound):
        act(store, "nothing")
    assert store.revision() == 0


@pytest.mark.parametrize(
    "attributes", [{"kind": "pôle"}, {"legal_sector": "ess"}, {"ess": "peut-être"}]
)
def test_words_that_could_not_be_settled_are_refused_at_the_door(
    store: SqliteStore, attributes: dict[str, str]
) -> None:
    evidence = Evidence()
    evidence.load(replace(row("a"), attributes=attributes), name="one")
    with pytest.raises(UnknownName):
        load(store, evidence)
    with pytest.raises(UnknownName):
        planning.plan(store, evidence.imports["one"], evidence.records)
    assert store.revision() == 0


@pytest.mark.parametrize("wrong", [float("nan"), float("inf"), float("-inf")])
def test_what_is_no_number_is_refused_at_the_door(store: SqliteStore, wrong: float) -> None:
    """JSON has no word for it: it would be written as nothing and could not be read again."""
    evidence = Evidence()
    evidence.load(replace(row("a"), attributes={"jobs": wrong}), name="one")
    with pytest.raises(InvalidInput, match="jobs"):
        load(store, evidence)
    evidence = Evidence()
    evidence.load(replace(tie("a", "b"), attributes={"fte": wrong}), name="two")
    with pytest.raises(InvalidInput, match="fte"):
        load(store, evidence)
    assert store.revision() == 0


def test_what_is_undone_already_is_said(store: SqliteStore) -> None:
    evidence = Evidence()
    evidence.load(row("a"), name="one")
    load(store, evidence)
    ledger.undo(store, "one")
    with pytest.raises(Refused, match="undone already"):
        ledger.undo(store, "one")
    assert store.revision() == 2


def test_imports_are_compared_by_what_they_hold() -> None:
    """The import of a reloaded file is the same one: its first loading is what is remembered."""
    evidence = Evidence()
    evidence.load(tie("a", "b"), name="one")
    with fresh(NeverWhole) as store:
        load(store, evidence)
        item: Import = evidence.imports["one"]
        ledger.add(store, replace(item, loaded_at=MORNING + timedelta(days=9)), evidence.records)
        assert store.imports() == (item,)
