"""The Cypher statements that look for, create, alter and delete things, a batch at a time.

What repeats in a batch is sent once: where a row of `neo4j_rows` holds a number, it is that of a
map in `$heads` or of dates in `$spans`, which is one text. One statement creates ties of whatever
type and actors of whatever labels, for planning one takes the server longer than a thousand rows; a
tie is found again by a statement of its own type, which its index serves.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from maillage.graph.stores.neo4j_columns import split, split_lists
from maillage.graph.stores.neo4j_cypher import TYPES, by_id, tie_by_id, told
from maillage.graph.vocabulary import ACTOR_KINDS, ActorKind

What = Literal["record", "import", "judgement", "actor", "ground", "tie", "redirect", "waiting"]
SPAN_FIELDS = ("from_min", "from_max", "to_min", "to_max", "first_observed", "last_observed")


@dataclass(frozen=True, slots=True)
class Statements:
    """What is done to things of one sort, by `$ids` or by what `neo4j_columns.sent` makes."""

    look: str  # which of them are there
    keep: str  # the same, and what they are is kept as a :Before
    create: str
    alter: str | None  # None: what is there stays as it is
    drop: str


_KEEP = """CREATE (:Before {part: $part, what: $what, type: $type, dropped: $dropped,
    ids: $ids[0], parting: $ids[1], known: known, was: was, grounds: grounds, sizes: sizes})
    RETURN known"""
_UNGROUNDED = "WITH known, was, null AS grounds, null AS sizes"


def _grounded(was: str) -> str:
    """The records of all of them go end to end, for a property holds no list of lists."""
    return f"""WITH {split("ids")} UNWIND ids AS id MATCH {by_id("n", "Actor", "id")}
        WITH collect(n) AS found CALL (found) {{
            UNWIND found AS n UNWIND n.records AS record RETURN collect(record) AS grounds }}
        WITH [n IN found | n.id] AS known, {was} AS was, grounds,
            [n IN found | size(n.records)] AS sizes {_KEEP}"""


def _statements(match: str, create: str, alter: str | None, was: str = "n._payload") -> Statements:
    """`match` finds one of them, `n`, by its `id`; `was` is what it is made again of."""
    found = f"WITH {split('ids')} UNWIND ids AS id MATCH {match}"
    return Statements(
        look=f"{found} RETURN collect(n.id)",
        keep=f"{found} WITH collect(n.id) AS known, collect({was}) AS was {_UNGROUNDED} {_KEEP}",
        create=create,
        alter=alter,
        # Not DETACH: an actor that still has ties is a mistake of ours, and must undo the whole.
        drop=f"{found} DELETE n",
    )


def _node(label: str, create: str, alter: str | None, was: str = "n._payload") -> Statements:
    return _statements(by_id("n", label, "id"), create, alter, was)


def _merged(label: str, also: str = "", was: str = "n._payload") -> Statements:
    merge = f"UNWIND $rows AS row MERGE (n:{label} {{id: row.id}}) SET n = row{also}"
    return _node(label, merge, merge, was)


def _labels(kind: ActorKind) -> list[str]:
    return ["Gathering" if kind.gathering else "Organisation", kind.neo4j_label]


ACTOR_LABELS = {name: _labels(kind) for name, kind in ACTOR_KINDS.items()}
_EVERY_LABEL = ":Organisation:Gathering" + "".join(
    f":{kind.neo4j_label}" for kind in ACTOR_KINDS.values()
)
_DATES = ", ".join(
    f"{name}: date(nullIf(dates[{number}], ''))" for number, name in enumerate(SPAN_FIELDS)
)
_SPANS = f"""[dates IN [span IN split($spans, ';') | split(span, ',')] | {{{_DATES}}}] AS spans"""
_EACH = "UNWIND range(0, size(id) - 1) AS n"
_RECORD = f"WITH {split('id')}, {split('locator')}, {split('payload')} {_EACH}"
_ACTOR = f"""WITH {", ".join(map(split, ("id", "line", "payload")))}, {split_lists("records")}
    {_EACH}"""
_TIE = f"""WITH {_SPANS}, {", ".join(map(split, ("id", "source", "target", "line", "payload")))},
    {split_lists("records")} {_EACH}"""
_GROUNDS = "records[begins[n]..begins[n + 1]]"
_GROUND = f"""WITH {split("id")}, {split_lists("records")} {_EACH}
    MATCH {by_id("a", "Actor", "id[n]")} SET a.records = {_GROUNDS} RETURN count(a)"""
_ACTOR_SAYS = f"""SET a = $properties[n], a._line = line[n], a._payload = payload[n],
    a.records = {_GROUNDS}"""
_TIE_ITSELF = f"{{id: id[n], records: {_GROUNDS}, _line: line[n], _payload: payload[n]}}"
_TIE_SAYS = "SET r += $heads[$head[n]], r += spans[$span[n]] RETURN count(r)"

NODES: Mapping[What, Statements] = {
    "record": _node(
        "Record",
        f"""{_RECORD} CREATE (r:Record {{id: id[n], line: $line[n],
            locator: nullIf(locator[n], ''), _payload: payload[n]}}) SET r += $heads[$head[n]]""",
        None,
        was="null",
    ),
    "import": _merged("Import", ", n.loaded_at = datetime(row.loaded_at)"),
    "judgement": _merged("Judgement", ", n.decided_at = datetime(row.decided_at)"),
    "actor": replace(
        _node(
            "Actor",
            f"{_ACTOR} CREATE (a:Actor:$($labels[n])) {_ACTOR_SAYS}",
            f"""{_ACTOR} MATCH {by_id("a", "Actor", "id[n]")}
                FOREACH (_ IN CASE a.kind WHEN $properties[n].kind THEN [] ELSE [1] END |
                    REMOVE a{_EVERY_LABEL} SET a:$($labels[n]))
                {_ACTOR_SAYS}""",
        ),
        keep=_grounded("[n IN found | n._payload]"),
    ),
    # The records that an actor rests upon, where nothing else changes.
    "ground": replace(_node("Actor", _GROUND, _GROUND), keep=_grounded("[]")),
    "redirect": _merged("Redirect", was="n.actor"),
}
# Neo4j would silently leave out a tie whose end it does not find: hence the count.
_CREATE_TIE = f"""{_TIE}
    MATCH {by_id("a", "Actor", "source[n]")} MATCH {by_id("b", "Actor", "target[n]")}
    CREATE (a)-[r:$($type) {_TIE_ITSELF}]->(b) {_TIE_SAYS}"""
TIES: Mapping[str, Statements] = {
    type_: _statements(
        tie_by_id("n", type_, "id"),
        _CREATE_TIE,
        f"""{_TIE} MATCH {tie_by_id("r", type_, "id[n]")} SET r = {_TIE_ITSELF} {_TIE_SAYS}""",
        was=told("n"),
    )
    for type_ in TYPES.values()
}

# Of ties of a type that is not in use: none of them is there.
KEEP_NEW = f"WITH [] AS known, [] AS was {_UNGROUNDED} {_KEEP}"
_WAITED = "MATCH (n:Waiting) WITH n ORDER BY n.position WITH collect(n._payload) AS was"
KEEP_WAITING = f"{_WAITED} WITH was, [] AS known {_UNGROUNDED} {_KEEP}"
DROP_WAITING = "MATCH (n:Waiting) DELETE n"
CREATE_WAITING = "UNWIND $rows AS row CREATE (n:Waiting) SET n = row"
