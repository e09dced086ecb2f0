"""What many lines of a list say alike is written once, and every line is read back whole."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from little_network import importing
from strategies import Evidence

from maillage.graph.dates import DateSpan
from maillage.graph.model import Record, Ref
from maillage.graph.stores import open_store

PLAIN = Record(id="i:0", import_id='i "1"', line=2, cells={"nom": "a", "ville": "Brest"})
SPOKEN = replace(
    PLAIN,
    sheet="Réalis",
    source="annuaire",
    author="cress",
    declared_by=Ref(ids=("pole",)),
    observed_on=DateSpan.parse("2024-03"),
)


def test_each_thing_is_written_once(tmp_path: Path) -> None:
    path = tmp_path / "network.db"
    records = (
        PLAIN,
        *(replace(SPOKEN, id=f"i:{line}", line=line) for line in range(2, 60)),
        replace(SPOKEN, id="i:another day", observed_on=DateSpan.parse("2024-04")),
        replace(SPOKEN, id="i:other headings", cells={"nom": "b"}, locator="page 3"),
    )
    store = open_store(f"sqlite:///{path}")
    store.commit(Evidence((importing('i "1"'),), records, ()).change, expected=0)
    assert {one.id: one for one in store.records()} == {one.id: one for one in records}
    store.close()
    with closing(sqlite3.connect(path)) as connection:
        count = "SELECT count(*) FROM {}"
        written = {
            table: connection.execute(count.format(table)).fetchone()[0]
            for table in ("record", "speech", "heading")
        }
        (said,) = connection.execute("SELECT payload FROM record WHERE id = 'i:2'").fetchone()
    assert written == {"record": len(records), "speech": 3, "heading": 2}
    assert said == b'{"line":2}'
