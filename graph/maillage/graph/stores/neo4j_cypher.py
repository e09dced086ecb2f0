"""Every Cypher statement of the Neo4j adapter.

Values are always parameters. Labels and relationship types cannot be: they are written into the
text here, from the vocabulary, and from nowhere else.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from maillage.graph.vocabulary import (
    ACTOR_KINDS,
    BELONGING_KINDS,
    SOLE_TRADER,
    TIE_KINDS,
    ActorKind,
)

META = "maillage"  # the id of our one :Meta node
FORMAT = 1  # grows when what is written changes shape

TYPES: Mapping[str, str] = {kind.name: kind.relationship_type for kind in TIE_KINDS.values()}
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
    "CREATE CONSTRAINT maillage_staged IF NOT EXISTS FOR (n:Staged) REQUIRE n.part IS UNIQUE",
)

# ---------------------------------------------------------------------- the state of the store

CREATE_META = f"MERGE (m:Meta {{id: '{META}'}}) ON CREATE SET m.revision = 0, m.format = {FORMAT}"
_META = f"MATCH (m:Meta {{id: '{META}'}})"
_STATE = """RETURN m.revision, m.format, m.loading, m.load_token, m.load_phase, m.load_parts,
    coalesce(m.load_beat <= datetime.realtime() - duration({seconds: $lease}), false)"""
STATE = f"{_META} {_STATE}"
# Setting a property takes the node's lock: who comes second waits, then reads what is true.
LOCK = f"{_META} SET m.touched = datetime.realtime() WITH m {_STATE}"
FOREIGN = """MATCH (n:Actor|Record|Import|Judgement|Redirect|Waiting|Staged)
    RETURN count(n) > 0"""
SAVE = f"{_META} SET m.revision = $revision"
BEGIN_LOAD = f"""{_META} SET m.loading = $name, m.load_token = $token, m.load_phase = $phase,
    m.load_parts = 0, m.load_beat = datetime.realtime()"""
TAKE_OVER = f"{_META} SET m.load_token = $token, m.load_beat = datetime.realtime()"
# Nobody but the holder of the token goes on: a load that was taken over stops at its next batch.
FENCE = f"""{_META} SET m.touched = datetime.realtime() WITH m WHERE m.load_token = $token
    SET m.load_beat = datetime.realtime() RETURN m.load_phase"""
GO_LIVE = f"{_META} SET m.load_phase = 'applying', m.load_parts = $parts"
FINISH_LOAD = f"{_META} SET m.load_phase = 'sweeping', m.revision = m.revision + 1"
FINISH_FILLING = f"{_META} SET m.revision = 1"
END_LOAD = f"""{_META} REMOVE m.loading, m.load_token, m.load_phase, m.load_parts,
    m.load_beat"""
# What a large change must not contradict, asked before anything of it goes live.
KNOWN_ACTORS = "UNWIND $ids AS id MATCH (a:Actor {id: id}) RETURN collect(a.id)"
TIES_OF = "UNWIND $ids AS id MATCH (:Actor {id: id})-[r]-() RETURN collect(DISTINCT r.id)"
STAGE = "CREATE (:Staged {part: $part, statement: $statement, rows: $rows})"
STAGED = "MATCH (s:Staged {part: $part}) RETURN s.statement, s.rows"
SWEEP = "MATCH (s:Staged) WITH s LIMIT $limit DELETE s RETURN count(*)"
# Ties before actors: an actor may have more of them than fit in one transaction.
WIPE = (
    "MATCH (:Actor)-[r]->(:Actor) WITH r LIMIT $limit DELETE r RETURN count(*)",
    *(
        f"MATCH (n:{label}) WITH n LIMIT $limit DELETE n RETURN count(*)"
        for label in (*LABELS[1:], "Waiting")
    ),
)

# ---------------------------------------------------------------------- papers

PAPERS = "MATCH (p:Paper {shelf: $shelf}) RETURN p.name, p.text ORDER BY p.name"
PUT_PAPER = "MERGE (p:Paper {shelf: $shelf, name: $name}) SET p.text = $text"
DROP_PAPER = "MATCH (p:Paper {shelf: $shelf, name: $name}) DELETE p"

# ---------------------------------------------------------------------- writing


def _nodes(label: str) -> tuple[str, ...]:
    return (f"UNWIND $rows AS row MERGE (n:{label} {{id: row.id}}) SET n = row",)


def _dated(label: str, moment: str) -> tuple[str, ...]:
    return (f"{_nodes(label)[0]}, n.{moment} = datetime(row.{moment})",)


def _dropped(label: str) -> tuple[str, ...]:
    # Not DETACH: an actor that still has ties is a mistake of ours, and must undo the whole.
    return (f"UNWIND $rows AS row MATCH (n:{label} {{id: row.id}}) DELETE n",)


def actor_labels(kind: ActorKind) -> str:
    return f":{'Gathering' if kind.gathering else 'Organisation'}:{kind.neo4j_label}"


_ALL_LABELS = ":Organisation:Gathering" + "".join(
    f":{kind.neo4j_label}" for kind in ACTOR_KINDS.values()
)
_DATES = ("from_min", "from_max", "to_min", "to_max", "first_observed", "last_observed")
_SET_DATES = ", ".join(f"r.{name} = date(row.{name})" for name in _DATES)


def _merge_actor(kind: ActorKind) -> tuple[str, ...]:
    return (
        f"""UNWIND $rows AS row MERGE (a:Actor {{id: row.id}}) SET a = row
            REMOVE a{_ALL_LABELS} SET a{actor_labels(kind)}""",
    )


def _create_actor(kind: ActorKind) -> tuple[str, ...]:
    return (f"UNWIND $rows AS row CREATE (a:Actor{actor_labels(kind)}) SET a = row",)


def _create_tie(type_: str) -> str:
    return f"""UNWIND $rows AS row
        MATCH (a:Actor {{id: row.source}}) MATCH (b:Actor {{id: row.target}})
        CREATE (a)-[r:{type_}]->(b) SET r = row.properties, {_SET_DATES} RETURN count(r)"""


def _clear_tie(type_: str) -> str:
    return f"""UNWIND $rows AS row
        MATCH ()-[r:{type_} {{id: row.properties.id}}]->() DELETE r"""


def _each_type(clause: str, types: Iterable[str] = TYPES.values()) -> str:
    """The same clause for each type: an index on relationships serves one type only."""
    return "\nUNION ALL ".join(clause.replace("%", type_) for type_ in types)


_DROP_TIES = f"""UNWIND $rows AS row
    CALL (row) {{ {_each_type("MATCH ()-[r:% {id: row.id}]->() RETURN r")} }}
    DELETE r"""

# By name, the statements that write a batch of rows. Written so that doing it again changes
# nothing, for a load that was cut short is finished by doing all of it again.
WRITES: Mapping[str, tuple[str, ...]] = {
    "record": ("UNWIND $rows AS row MERGE (n:Record {id: row.id}) ON CREATE SET n = row",),
    "import": _dated("Import", "loaded_at"),
    "judgement": _dated("Judgement", "decided_at"),
    "redirect": _nodes("Redirect"),
    "waiting": ("MATCH (n:Waiting) DELETE n", "UNWIND $rows AS row CREATE (n:Waiting) SET n = row"),
    "drop_actor": _dropped("Actor"),
    "drop_redirect": _dropped("Redirect"),
    "drop_tie": (_DROP_TIES,),
    **{f"actor:{kind.name}": _merge_actor(kind) for kind in ACTOR_KINDS.values()},
    **{f"tie:{name}": (_clear_tie(type_), _create_tie(type_)) for name, type_ in TYPES.items()},
}
# The same on a store never written to, where nothing need be looked for first.
FIRST_WRITES: Mapping[str, tuple[str, ...]] = {
    **WRITES,
    "record": ("UNWIND $rows AS row CREATE (n:Record) SET n = row",),
    **{f"actor:{kind.name}": _create_actor(kind) for kind in ACTOR_KINDS.values()},
    **{f"tie:{name}": (_create_tie(type_),) for name, type_ in TYPES.items()},
}

# ---------------------------------------------------------------------- reading

IMPORTS = "MATCH (n:Import) RETURN n._payload"
JUDGEMENTS = "MATCH (n:Judgement) RETURN n._payload"
WAITING = "MATCH (n:Waiting) RETURN n._payload ORDER BY n.position"
RECORDS_AFTER = """MATCH (n:Record) WHERE n.id > $after WITH n ORDER BY n.id LIMIT $limit
    RETURN collect(n.id), collect(n._payload)"""
RECORD_IDS = """MATCH (n:Record) WHERE n.id > $after AND n.import_id = $of
    WITH n ORDER BY n.id LIMIT $limit RETURN collect(n.id)"""
RECORDS_OF_IMPORT = """MATCH (n:Record) WHERE n.id > $after AND n.import_id = $of
    WITH n ORDER BY n.id LIMIT $limit RETURN collect(n.id), collect(n._payload)"""
RECORDS_OF = """UNWIND $ids AS id MATCH (n:Record {id: id}) WITH n ORDER BY n.id
    RETURN n._payload"""
KNOWN = """UNWIND $ids AS id
    OPTIONAL MATCH (a:Actor {id: id}) OPTIONAL MATCH (r:Redirect {id: id})
    OPTIONAL MATCH (b:Actor {id: r.actor})
    WITH id, coalesce(a, b) AS known WHERE known IS NOT NULL RETURN id, known._payload"""
# Every actor is looked at, which no index spares (see `SCHEMA`), but only once for many names.
ACTORS_NAMED = """MATCH (a:Actor) WHERE any(name IN split(a.search, '|') WHERE name IN $names)
    RETURN a.id"""
KNOWN_TIES = f"""UNWIND $ids AS id
    CALL (id) {{ {_each_type("MATCH ()-[r:% {id: id}]->() RETURN r")} }}
    RETURN id, r._payload"""
REDIRECTS = "MATCH (r:Redirect) RETURN r.id, r.actor"
# Columns of values in chunks, as lists: a row a thing costs ten times as much to carry.
ACTOR_LINES = """MATCH (n:Actor) WITH collect(n) AS whole
    UNWIND range(0, size(whole) - 1, $chunk) AS first WITH whole[first..first + $chunk] AS part
    RETURN [n IN part | n._payload]"""
ACTOR_DIGESTS = """MATCH (n:Actor) WITH collect(n) AS whole
    UNWIND range(0, size(whole) - 1, $chunk) AS first WITH whole[first..first + $chunk] AS part
    RETURN [n IN part | n.id], [n IN part | n._fingerprint]"""
# A type that nobody used yet is not worth planning a query for.
TYPES_IN_USE = "CALL db.relationshipTypes() YIELD relationshipType RETURN relationshipType"
_TIES = """MATCH ()-[r:%]->() WITH collect(r) AS whole
    UNWIND range(0, size(whole) - 1, $chunk) AS first WITH whole[first..first + $chunk] AS part"""
TIE_LINES = {
    name: f"{_TIES.replace('%', type_)} RETURN [r IN part | r._line]"
    for name, type_ in TYPES.items()
}
TIE_DIGESTS = {
    name: f"{_TIES.replace('%', type_)} RETURN [r IN part | r.id], [r IN part | r._fingerprint]"
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
            RETURN a.id, a._payload ORDER BY a.id LIMIT $limit""",
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
                RETURN r.id, r._payload ORDER BY r.id LIMIT $limit""",
        )
    counts = _each_type(f"MATCH ()-[r:%]->() WHERE {where} RETURN count(r) AS n", types)
    pages = _each_type(
        f"""MATCH ()-[r:%]->() WHERE r.id > $after AND {where}
            RETURN r ORDER BY r.id LIMIT $limit""",
        types,
    )
    return (
        f"CALL () {{ {counts} }} RETURN sum(n)",
        f"CALL () {{ {pages} }} RETURN r.id, r._payload ORDER BY r.id LIMIT $limit",
    )
