"""The Cypher statements that look for, create, alter and delete things, a batch at a time.

What repeats in a batch is sent once: rows are lists, and where they hold a number it is that of a
map in `$heads` or of dates in `$spans` (see `neo4j_rows`). One statement creates ties of whatever
type and actors of whatever labels, for planning one takes the server longer than a thousand rows;
a tie is found again by a statement of its own type, which its index serves.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from maillage.graph.stores.neo4j_cypher import TYPES
from maillage.graph.vocabulary import ACTOR_KINDS, ActorKind

What = Literal["record", "import", "judgement", "actor", "tie", "redirect", "waiting"]
SPAN_FIELDS = ("from_min", "from_max", "to_min", "to_max", "first_observed", "last_observed")


@dataclass(frozen=True, slots=True)
class Statements:
    """What is done to things of one sort, by `$ids` or by `$rows`."""

    look: str  # which of them are there
    keep: str  # the same, and what they are is kept as a :Before
    create: str
    alter: str | None  # None: what is there stays as it is
    drop: str


_KEEP = """CREATE (:Before {part: $part, what: $what, type: $type, dropped: $dropped, ids: $ids,
    known: known, was: was})"""


def _statements(match: str, create: str, alter: str | None, was: str = "n._payload") -> Statements:
    """`match` finds one of them, `n`, by its `id`; `was` is what it is made again of."""
    found = f"UNWIND $ids AS id MATCH {match}"
    return Statements(
        look=f"{found} RETURN collect(n.id)",
        keep=f"{found} WITH collect(n.id) AS known, collect({was}) AS was {_KEEP} RETURN known",
        create=create,
        alter=alter,
        # Not DETACH: an actor that still has ties is a mistake of ours, and must undo the whole.
        drop=f"{found} DELETE n",
    )


def _node(label: str, create: str, alter: str | None, was: str = "n._payload") -> Statements:
    return _statements(f"(n:{label} {{id: id}})", create, alter, was)


def _merged(label: str, also: str = "", was: str = "n._payload") -> Statements:
    merge = f"UNWIND $rows AS row MERGE (n:{label} {{id: row.id}}) SET n = row{also}"
    return _node(label, merge, merge, was)


def actor_labels(kind: ActorKind) -> tuple[str, str]:
    return "Gathering" if kind.gathering else "Organisation", kind.neo4j_label


_EVERY_LABEL = ":Organisation:Gathering" + "".join(
    f":{kind.neo4j_label}" for kind in ACTOR_KINDS.values()
)
_DATES = ", ".join(f"{name}: date(dates[{number}])" for number, name in enumerate(SPAN_FIELDS))
_SPANS = f"WITH [dates IN $spans | {{{_DATES}}}] AS spans"
_SET_TIE = """SET r = head, r += span, r.id = row[0], r.records = row[5], r._line = row[6],
    r._payload = row[7], r._fingerprint = row[8] RETURN count(r)"""

NODES: Mapping[What, Statements] = {
    "record": _node(
        "Record",
        """UNWIND $rows AS row CREATE (n:Record) SET n = $heads[row[1]], n.id = row[0],
            n.line = row[2], n.locator = row[3], n._payload = row[4]""",
        None,
        was="null",
    ),
    "import": _merged("Import", ", n.loaded_at = datetime(row.loaded_at)"),
    "judgement": _merged("Judgement", ", n.decided_at = datetime(row.decided_at)"),
    "actor": _node(
        "Actor",
        "UNWIND $rows AS row CREATE (a:Actor:$(row[1])) SET a = row[2]",
        f"""UNWIND $rows AS row MATCH (a:Actor {{id: row[0]}})
            FOREACH (_ IN CASE a.kind WHEN row[2].kind THEN [] ELSE [1] END |
                REMOVE a{_EVERY_LABEL} SET a:$(row[1]))
            SET a = row[2]""",
    ),
    "redirect": _merged("Redirect", was="n.actor"),
}
# Neo4j would silently leave out a tie whose end it does not find: hence the count.
_CREATE_TIE = f"""{_SPANS} UNWIND $rows AS row
    MATCH (a:Actor {{id: row[1]}}) MATCH (b:Actor {{id: row[2]}})
    WITH a, b, row, $heads[row[3]] AS head, spans[row[4]] AS span
    CREATE (a)-[r:$($type)]->(b) {_SET_TIE}"""
TIES: Mapping[str, Statements] = {
    type_: _statements(
        f"()-[n:{type_} {{id: id}}]->()",
        _CREATE_TIE,
        f"""{_SPANS} UNWIND $rows AS row MATCH ()-[r:{type_} {{id: row[0]}}]->()
            WITH r, row, $heads[row[3]] AS head, spans[row[4]] AS span {_SET_TIE}""",
    )
    for type_ in TYPES.values()
}

# Of ties of a type that is not in use: none of them is there.
KEEP_NEW = f"WITH [] AS known, [] AS was {_KEEP}"
_WAITED = "MATCH (n:Waiting) WITH n ORDER BY n.position WITH collect(n._payload) AS was"
KEEP_WAITING = f"{_WAITED} WITH was, [] AS known {_KEEP}"
DROP_WAITING = "MATCH (n:Waiting) DELETE n"
CREATE_WAITING = "UNWIND $rows AS row CREATE (n:Waiting) SET n = row"
