"""The Cypher statements of the Neo4j adapter: the state of the store, and what is asked of it.

Those that write things are in `neo4j_writes`. Values are always parameters; what must stand in the
text, a label or a type that an index serves, comes from the vocabulary and from nowhere else.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from maillage.graph.vocabulary import (
    BELONGING_KINDS,
    SOLE_TRADER,
    TIE_KINDS,
)

META = "maillage"  # the id of our one :Meta node
FORMAT = 3  # grows when what is written changes shape

TYPES: Mapping[str, str] = {kind.name: kind.relationship_type for kind in TIE_KINDS.values()}
KINDS: Mapping[str, str] = {type_: name for name, type_ in TYPES.items()}
# Nodes known by their id; :Actor comes with two more labels, its mode and its kind.
LABELS = ("Meta", "Import", "Record", "Judgement", "Actor", "Redirect")

# No index on `search`: one would refuse an actor whose names make more than 32 kB.
SCHEMA = (
    *(
        f"CREATE CONSTRAINT maillage_{label.lower()} IF NOT EXISTS "
        f"FOR (n:{label}) REQUIRE n.id IS UNIQUE"
        for label in LABELS
    ),
    *(
        f"CREATE CONSTRAINT maillage_tie_{name} IF NOT EXISTS "
        f"FOR ()-[r:{type_}]-() REQUIRE r.id IS UNIQUE"
        for name, type_ in TYPES.items()
    ),
    "CREATE INDEX maillage_record_import IF NOT EXISTS FOR (n:Record) ON (n.import_id)",
    "CREATE CONSTRAINT maillage_paper IF NOT EXISTS "
    "FOR (n:Paper) REQUIRE (n.shelf, n.name) IS UNIQUE",
)

# ---------------------------------------------------------------------- the state of the store

CREATE_META = f"MERGE (m:Meta {{id: '{META}'}}) ON CREATE SET m.revision = 0, m.format = {FORMAT}"
_META = f"MATCH (m:Meta {{id: '{META}'}})"
_STATE = """RETURN m.revision, m.format, m.loading, m.load_token, m.load_phase,
    coalesce(m.load_beat <= datetime.realtime() - duration({seconds: $lease}), false)"""
STATE = f"{_META} {_STATE}"
# Setting a property takes the node's lock: who comes second waits, then reads what is true.
LOCK = f"{_META} SET m.touched = datetime.realtime() WITH m {_STATE}"
FOREIGN = """MATCH (n:Actor|Record|Import|Judgement|Redirect|Waiting|Before)
    RETURN count(n) > 0"""
SAVE = f"{_META} SET m.revision = $revision, m.format = {FORMAT}"
BEGIN_LOAD = f"""{_META} SET m.loading = $name, m.load_token = $token, m.load_phase = 'writing',
    m.load_beat = datetime.realtime()"""
TAKE_OVER = f"{_META} SET m.load_token = $token, m.load_beat = datetime.realtime()"
# Nobody but the holder of the token goes on: a load that was taken over stops at its next batch.
FENCE = f"""{_META} SET m.touched = datetime.realtime() WITH m WHERE m.load_token = $token
    SET m.load_beat = datetime.realtime() RETURN m.load_phase"""
FINISH_LOAD = f"""{_META} SET m.load_phase = 'sweeping', m.revision = m.revision + 1,
    m.format = {FORMAT}"""
END_LOAD = f"{_META} REMOVE m.loading, m.load_token, m.load_phase, m.load_beat"
# What was there before each batch of a large change, and the last of them first.
LAST_BEFORE = """MATCH (s:Before) WITH s ORDER BY s.part DESC LIMIT 1
    RETURN elementId(s), s.what, s.type, s.dropped,
        CASE s.ids WHEN '' THEN [] ELSE split(s.ids, s.parting) END,
        s.known, s.was, s.grounds, s.sizes"""
FORGET = "MATCH (s:Before) WHERE elementId(s) = $node DELETE s"
SWEEP = "MATCH (s:Before) WITH s LIMIT $limit DELETE s RETURN count(*)"

# ---------------------------------------------------------------------- papers

PAPERS = "MATCH (p:Paper {shelf: $shelf}) RETURN p.name, p.text ORDER BY p.name"
PUT_PAPER = "MERGE (p:Paper {shelf: $shelf, name: $name}) SET p.text = $text"
DROP_PAPER = "MATCH (p:Paper {shelf: $shelf, name: $name}) DELETE p"

# ---------------------------------------------------------------------- reading


def _each_type(clause: str, types: Iterable[str] = TYPES.values()) -> str:
    """The same clause for each type: an index on relationships serves one type only."""
    return "\nUNION ALL ".join(clause.replace("%", type_) for type_ in types)


def told(name: str) -> str:
    """A tie, whole, as `neo4j_lines.tie_payload` reads it."""
    return f"type({name}) + '\\n' + {name}._line + '\\n' + {name}._payload"


def by_id(name: str, label: str, id: str) -> str:
    """A pattern. The planner is told to seek: where its counts are behind, it reads the whole
    index for each id."""
    return f"({name}:{label} {{id: {id}}}) USING INDEX SEEK {name}:{label}(id)"


def tie_by_id(name: str, type: str, id: str) -> str:
    return f"()-[{name}:{type} {{id: {id}}}]->() USING INDEX SEEK {name}:{type}(id)"


IMPORTS = "MATCH (n:Import) RETURN n._payload"
JUDGEMENTS = "MATCH (n:Judgement) RETURN n._payload"
WAITING = "MATCH (n:Waiting) RETURN n._payload ORDER BY n.position"
RECORDS_AFTER = """MATCH (n:Record) WHERE n.id > $after WITH n ORDER BY n.id LIMIT $limit
    RETURN collect(n.id), collect(n._payload)"""
RECORD_IDS = """MATCH (n:Record) WHERE n.id > $after AND n.import_id = $of
    WITH n ORDER BY n.id LIMIT $limit RETURN collect(n.id)"""
RECORDS_OF_IMPORT = """MATCH (n:Record) WHERE n.id > $after AND n.import_id = $of
    WITH n ORDER BY n.id LIMIT $limit RETURN collect(n.id), collect(n._payload)"""
RECORDS_OF = f"""UNWIND $ids AS id MATCH {by_id("n", "Record", "id")} WITH n ORDER BY n.id
    RETURN n._payload"""
KNOWN = """UNWIND $ids AS id
    OPTIONAL MATCH (a:Actor {id: id}) OPTIONAL MATCH (r:Redirect {id: id})
    OPTIONAL MATCH (b:Actor {id: r.actor})
    WITH id, coalesce(a, b) AS known WHERE known IS NOT NULL
    RETURN id, known._payload, known.records"""
# Every actor is looked at, which no index spares (see `SCHEMA`), but only once for many names.
ACTORS_NAMED = """MATCH (a:Actor) WHERE any(name IN split(a.search, '|') WHERE name IN $names)
    RETURN a.id"""
KNOWN_TIES = f"""UNWIND $ids AS id
    CALL (id) {{ {_each_type(f"MATCH {tie_by_id('r', '%', 'id')} RETURN r")} }}
    RETURN id, {told("r")}"""
REDIRECTS = "MATCH (r:Redirect) RETURN r.id, r.actor"
# Columns of values in chunks, as lists: a row a thing costs ten times as much to carry.
ACTOR_LINES = """MATCH (n:Actor) WITH collect(n) AS whole
    UNWIND range(0, size(whole) - 1, $chunk) AS first WITH whole[first..first + $chunk] AS part
    RETURN [n IN part | n._line]"""
EVERY_ACTOR = """MATCH (n:Actor) WITH collect(n) AS whole
    UNWIND range(0, size(whole) - 1, $chunk) AS first WITH whole[first..first + $chunk] AS part
    RETURN [n IN part | n.id], [n IN part | n._payload], [n IN part | n.records]"""
# Counts that Neo4j keeps. A type that nobody used yet is not worth planning a query for.
TYPES_IN_USE = _each_type("MATCH ()-[r:%]->() WITH count(r) AS n WHERE n > 0 RETURN '%' AS used")
IS_IN_USE = {type_: f"MATCH ()-[r:{type_}]->() RETURN count(r) > 0" for type_ in TYPES.values()}
_TIES = """MATCH ()-[r:%]->() WITH collect(r) AS whole
    UNWIND range(0, size(whole) - 1, $chunk) AS first WITH whole[first..first + $chunk] AS part"""
TIE_LINES = {
    name: f"{_TIES.replace('%', type_)} RETURN [r IN part | r._line]"
    for name, type_ in TYPES.items()
}
EVERY_TIE = {
    name: f"{_TIES.replace('%', type_)} RETURN [r IN part | r.id], [r IN part | {told('r')}]"
    for name, type_ in TYPES.items()
}


# What each filter asks of an actor and of a tie; the value is the parameter of the same name.
ACTOR_CONDITIONS: Mapping[str, str] = {
    "kinds": "a.kind IN $kinds",
    # Not a.sector, which is written for people: what makes a sector may be said anew one day.
    "codings": "a.legal_sector + ' ' + a.ess IN $codings",
    "q": "a.search CONTAINS $q",
    "departement": "$departement IN a._departements",
    "not_of": "coalesce(a.legal_category, '') <> $not_of",
    # A year or a month is compared with as much of the day as it says.
    "at": f"""(a.legal_category = '{SOLE_TRADER}' OR NOT (
        coalesce(any(begins IN split(toStringOrNull(a.valid_from), '/')[..1]
            WHERE begins =~ '[0-9]{{4}}.*' AND begins > left($at.last, size(begins))), false)
        OR coalesce(any(ends IN split(toStringOrNull(a.valid_to), '/')[-1..]
            WHERE ends =~ '[0-9]{{4}}.*' AND ends < left($at.first, size(ends))), false)
        OR coalesce(toIntegerOrNull(a.founded_year) > $at.year, false)))""",
}
TIE_CONDITIONS: Mapping[str, str] = {
    "statuses": "r.status IN $statuses",
    "standings": "r.standing IN $standings",
}


# How a member is tied to the pole: as things stand, and at the date asked.
_BELONGING_NOW = "r.status = 'active'"
_BELONGING_AT = """r.status <> 'planned'
    AND coalesce(r.from_min <= date($at.last), true) AND coalesce(r.to_max >= date($at.first), true)
    """


def actors_page(conditions: Iterable[str], *, of_pole: bool, dated: bool) -> tuple[str, str]:
    """How many actors meet the conditions, and those that follow `$after`."""
    where = " AND ".join(("true", *conditions))
    belongs = "|".join(sorted(TYPES[kind] for kind in BELONGING_KINDS))
    match = "MATCH (a:Actor)"
    if of_pole:
        alive = _BELONGING_AT if dated else _BELONGING_NOW
        match = f"""MATCH (:Actor {{id: $pole}})<-[r:{belongs}]-(a:Actor) WHERE {alive}
            WITH DISTINCT a"""
    return (
        f"{match} WHERE {where} RETURN count(a)",
        f"""{match} WHERE {where} AND a.id > $after
            RETURN a.id, a._payload, a.records ORDER BY a.id LIMIT $limit""",
    )


def ties_page(
    kinds: Iterable[str], conditions: Iterable[str], *, of_actor: bool
) -> tuple[str, str]:
    """How many ties meet the conditions, and those that follow `$after`."""
    where = " AND ".join(("true", *conditions))
    types = [TYPES[kind] for kind in kinds]
    if of_actor:
        match = f"""MATCH (:Actor {{id: $actor}})-[r:{"|".join(types)}]-()
            WITH DISTINCT r WHERE {where}"""
        return (
            f"{match} RETURN count(r)",
            f"""{match} AND r.id > $after
                RETURN r.id, {told("r")} ORDER BY r.id LIMIT $limit""",
        )
    counts = _each_type(f"MATCH ()-[r:%]->() WHERE {where} RETURN count(r) AS n", types)
    pages = _each_type(
        f"""MATCH ()-[r:%]->() WHERE r.id > $after AND {where}
            RETURN r ORDER BY r.id LIMIT $limit""",
        types,
    )
    return (
        f"CALL () {{ {counts} }} RETURN sum(n)",
        f"CALL () {{ {pages} }} RETURN r.id, {told('r')} ORDER BY r.id LIMIT $limit",
    )
