"""What the embedded store does otherwise where much is written at once, it does as exactly."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from little_network import importing, tie_record
from store_content import content, graph_in

from maillage.graph import ledger, planning
from maillage.graph.model import ActorClaim, Import, Record, Ref, Value
from maillage.graph.port import Store, TieQuery
from maillage.graph.stores import open_store
from maillage.graph.truth.derivation import derive

ACTORS = 1_100


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "large.db"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    store = open_store(f"sqlite:///{path}")
    yield store
    store.close()


def named(year: str) -> list[Record]:
    return [
        Record(
            id=f"{year}:{number}",
            import_id=year,
            line=number,
            actors=(
                ActorClaim(
                    ref=Ref(ids=(f"a-{number}",), name=f"Structure {number} de {year}"),
                    row_key=f"{year} {number}",
                ),
            ),
        )
        for number in range(ACTORS)
    ]


def of_that_year(year: str) -> Import:
    return replace(importing(year), rows=ACTORS)


def many_ties() -> list[Record]:
    pairs = [(n, (n + step) % ACTORS) for step in (1, 2) for n in range(ACTORS)]
    return [tie_record(f"a-{one}", f"a-{other}", "partnership") for one, other in pairs]


def tables_and_indexes(path: Path) -> set[str]:
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        return {sql for (sql,) in connection.execute("SELECT sql FROM sqlite_master") if sql}


def test_many_ties_and_new_names_at_once(store: Store, path: Path) -> None:
    before, records = tables_and_indexes(path), many_ties()
    ledger.add(store, of_that_year("2014"), named("2014"))
    ledger.add(store, importing("ties"), records)
    assert store.actors_named(["structure 7 de 2014"]) == ("a-7",)
    ledger.undo(store, "2014")
    ledger.add(store, of_that_year("2015"), named("2015"))
    imports = [of_that_year("2015"), importing("ties")]
    assert graph_in(store) == derive(imports, [*named("2015"), *records], [])
    assert store.actors_named(["structure 7 de 2014"]) == ()
    assert store.actors_named(["structure 7 de 2015"]) == ("a-7",)
    ledger.undo(store, "ties")
    assert graph_in(store) == derive(imports[:1], named("2015"), [])
    assert tables_and_indexes(path) == before


def test_a_tie_that_cannot_be_written_leaves_all_as_it_was(store: Store, path: Path) -> None:
    ledger.add(store, importing("2014"), named("2014"))
    before, held = content(store), tables_and_indexes(path)
    change = planning.plan(store, importing("ties"), many_ties()).change
    last = max(change.ties)
    broken = {**change.ties, last: replace(change.ties[last], target="nobody")}
    with pytest.raises(KeyError):
        store.commit(replace(change, ties=broken), expected=store.revision())
    assert content(store) == before
    assert tables_and_indexes(path) == held


def test_ties_that_say_nearly_the_same_keep_what_each_says(store: Store) -> None:
    ledger.add(store, importing("2014"), named("2014"))
    said: list[Value] = [True, 1, 1.0, "1"]
    records = []
    for number, value in enumerate(said):
        record = tie_record(f"a-{number}", "a-9", "partnership")
        ties = (replace(record.ties[0], attributes={"Présence": value}),)
        records.append(replace(record, ties=ties))
    ledger.add(store, importing("ties"), records)
    page = store.ties(TieQuery(actor="a-9"))
    found = {tie.source: tie.attributes["Présence"] for tie in page.items}
    assert [repr(found[f"a-{number}"]) for number in range(len(said))] == list(map(repr, said))
