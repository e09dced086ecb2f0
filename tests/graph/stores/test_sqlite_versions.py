"""A file that an older Maillage wrote is brought up to date as it is opened; nothing is lost."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from little_network import importing
from store_content import content
from strategies import HOSTILE, Evidence

from maillage.graph.dates import DateSpan
from maillage.graph.model import ActorClaim, Graph, Record, Ref, Tie, TieClaim
from maillage.graph.planning import difference
from maillage.graph.port import Change
from maillage.graph.serial import ACTOR, RECORD, TIE, payload_of
from maillage.graph.stores import open_store
from maillage.graph.vocabulary import Tier

TO_VERSION_3 = """
    DROP TABLE ground;
    ALTER TABLE actor ADD COLUMN fingerprint TEXT NOT NULL DEFAULT '';
    ALTER TABLE tie ADD COLUMN fingerprint TEXT NOT NULL DEFAULT '';
    ALTER TABLE record DROP COLUMN speech;
    DROP TABLE speech;
    ALTER TABLE record DROP COLUMN heading;
    ALTER TABLE record DROP COLUMN cells;
    DROP TABLE heading;
    ALTER TABLE tie RENAME COLUMN rest TO payload;
    ALTER TABLE tie DROP COLUMN first_seen_min;
    ALTER TABLE tie DROP COLUMN first_seen_max;
    ALTER TABLE tie DROP COLUMN last_seen_max;
    PRAGMA user_version = 3;
"""


# Nothing is said; both sides are; one is open, as far as dates go.
SPANS = (None, DateSpan.parse("2012-03"), DateSpan.parse("../2013"))


def to_version_3(path: Path, records: Iterable[Record], graph: Graph) -> None:
    """Records, actors and ties whole, and digests beside."""
    whole = "UPDATE {} SET payload = ? WHERE id = ?"
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.executemany(
            whole.format("record"), [(payload_of(RECORD, one), one.id) for one in records]
        )
        connection.executemany(
            whole.format("actor"),
            [(payload_of(ACTOR, one), one.id) for one in graph.actors.values()],
        )
        connection.executescript(TO_VERSION_3)
        connection.executemany(
            whole.format("tie"), [(as_it_was(one), one.id) for one in graph.ties.values()]
        )


def as_it_was(tie: Tie) -> bytes:
    """What is said of it in conflict stood last."""
    said = json.loads(payload_of(TIE, tie))
    said["conflicts"] = said.pop("conflicts", None)
    given = {name: value for name, value in said.items() if value is not None}
    return json.dumps(given, ensure_ascii=False, separators=(",", ":")).encode()


def spoken(number: int, text: str) -> Record:
    """Twice, and not alike: actors with several records, a conflict and figures."""
    here = Ref(ids=(f"id {text}",), name=f"nom {text} {number}")
    claim = ActorClaim(ref=here, row_key=text, attributes={"note": text, "fte": 1.0 + number})
    tie = TieClaim(
        source=here,
        target=Ref(ids=("pole",)),
        kind="supply",
        subtype=text,
        start=SPANS[number],
        end=DateSpan.parse("2020"),
        tier=Tier.MEANS if number == 1 else None,
        attributes={"note": text, "part": f"{number}"},
    )
    return Record(
        id=f"{text} {number}",
        import_id="old",
        line=number,
        observed_on=SPANS[number],
        cells={"nom": text, text: "oui"},
        actors=(claim,),
        ties=(tie,),
    )


def test_an_older_file_is_read_and_added_to(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    records = tuple(spoken(number, text) for text in HOSTILE for number in (0, 1, 2))
    found = Evidence((importing("old"),), records, ())
    store = open_store(f"sqlite:///{path}")
    store.commit(found.change, expected=0)
    was = content(store)
    store.close()
    to_version_3(path, records, was.graph)
    store = open_store(f"sqlite:///{path}")
    assert content(store) == was
    assert was.graph == found.graph
    assert any(actor.conflicts and actor.figures for actor in was.graph.actors.values())
    ties = was.graph.ties.values()
    for field in ("subtype", "tier", "start", "end", "first_observed", "last_observed"):
        assert any(getattr(tie, field) for tie in ties), field
    assert any(tie.conflicts for tie in ties)
    again = difference(found.graph, store.fingerprints())
    assert not (again.actors or again.ties or again.redirects)
    later = replace(records[0], id="later")
    store.commit(Change(records=[later]), expected=1)
    assert sorted(store.records(), key=_id) == sorted((later, *records), key=_id)
    store.close()


def _id(record: Record) -> str:
    return record.id
