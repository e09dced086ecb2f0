"""A file that an older Maillage wrote is brought up to date as it is opened; nothing is lost."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from little_network import importing
from store_content import content
from strategies import HOSTILE, Evidence

from maillage.graph.model import ActorClaim, Record, Ref, TieClaim
from maillage.graph.planning import difference
from maillage.graph.stores import open_store

# As version 3 had it: each actor whole, and digests beside.
TO_VERSION_3 = """
    UPDATE actor SET payload = (
        SELECT CAST(json_insert(CAST(payload AS TEXT), '$.records', json(records)) AS BLOB)
        FROM (SELECT CAST(records AS TEXT) AS records FROM ground WHERE actor = n)
    );
    DROP TABLE ground;
    ALTER TABLE actor ADD COLUMN fingerprint TEXT NOT NULL DEFAULT '';
    ALTER TABLE tie ADD COLUMN fingerprint TEXT NOT NULL DEFAULT '';
    PRAGMA user_version = 3;
"""


def spoken(number: int, text: str) -> Record:
    """Twice, and not alike: actors with several records, a conflict and figures."""
    here = Ref(ids=(f"id {text}",), name=f"nom {text} {number}")
    claim = ActorClaim(ref=here, row_key=text, attributes={"note": text, "fte": 1.0 + number})
    tie = TieClaim(source=here, target=Ref(ids=("pole",)), kind="supply", subtype=text)
    return Record(id=f"{text} {number}", import_id="old", line=number, actors=(claim,), ties=(tie,))


def test_what_rested_upon_records_still_does(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    records = tuple(spoken(number, text) for text in HOSTILE for number in (1, 2))
    found = Evidence((importing("old"),), records, ())
    store = open_store(f"sqlite:///{path}")
    store.commit(found.change, expected=0)
    was = content(store)
    store.close()
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(TO_VERSION_3)
    store = open_store(f"sqlite:///{path}")
    assert content(store) == was
    assert was.graph == found.graph
    assert any(actor.conflicts and actor.figures for actor in was.graph.actors.values())
    again = difference(found.graph, store.fingerprints())
    assert not (again.actors or again.ties or again.redirects)
    store.close()
