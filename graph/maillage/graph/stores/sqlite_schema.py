"""The tables of the embedded store, as numbered migrations: `user_version` counts those applied.

Append only: a migration that has been released is never edited.
"""

from __future__ import annotations

APPLICATION_ID = 0x4D41494C  # « MAIL »: tells our files from any other SQLite file

MIGRATIONS = (
    """
    CREATE TABLE meta (key TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
    INSERT INTO meta VALUES ('revision', 0);
    CREATE TABLE import (
        n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, loaded_at TEXT NOT NULL,
        payload BLOB NOT NULL
    );
    CREATE TABLE record (
        n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
        import INTEGER NOT NULL REFERENCES import(n), payload BLOB NOT NULL
    );
    CREATE TABLE judgement (
        n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, decided_at TEXT NOT NULL,
        payload BLOB NOT NULL
    );
    CREATE TABLE actor (
        n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, name TEXT NOT NULL, kind TEXT NOT NULL,
        sector TEXT NOT NULL, legal_sector TEXT NOT NULL, departements TEXT NOT NULL,
        named INTEGER NOT NULL, collective INTEGER NOT NULL, search TEXT NOT NULL,
        attributes BLOB NOT NULL, payload BLOB NOT NULL, fingerprint TEXT NOT NULL
    );
    CREATE TABLE redirect (
        alias TEXT PRIMARY KEY, actor TEXT NOT NULL
    ) WITHOUT ROWID;
    CREATE TABLE tie (
        n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
        source INTEGER NOT NULL REFERENCES actor(n),
        target INTEGER NOT NULL REFERENCES actor(n),
        kind TEXT NOT NULL, tier TEXT NOT NULL, status TEXT NOT NULL,
        standing TEXT NOT NULL, directed INTEGER NOT NULL,
        start_min INTEGER NOT NULL, start_max INTEGER NOT NULL,
        end_min INTEGER NOT NULL, end_max INTEGER NOT NULL, last_seen INTEGER NOT NULL,
        share TEXT NOT NULL,
        payload BLOB NOT NULL, fingerprint TEXT NOT NULL
    );
    CREATE INDEX tie_source ON tie(source);
    CREATE INDEX tie_target ON tie(target);
    CREATE TABLE waiting (n INTEGER PRIMARY KEY, payload BLOB NOT NULL);
    """,
    # What a small change looks up: who bears a name, what an import said.
    """
    CREATE TABLE name (
        folded TEXT NOT NULL, actor INTEGER NOT NULL REFERENCES actor(n) ON DELETE CASCADE,
        PRIMARY KEY (folded, actor)
    ) WITHOUT ROWID;
    CREATE INDEX name_actor ON name(actor);
    CREATE INDEX record_import ON record(import);
    WITH RECURSIVE split(actor, folded, rest) AS (
        SELECT n, '', search || '|' FROM actor
        UNION ALL
        SELECT actor, substr(rest, 1, instr(rest, '|') - 1), substr(rest, instr(rest, '|') + 1)
        FROM split WHERE rest <> ''
    )
    INSERT OR IGNORE INTO name SELECT folded, actor FROM split WHERE folded <> '';
    """,
    # What is kept beside the network, each shelf for one purpose: tokens, jobs, saved views.
    """
    CREATE TABLE paper (
        shelf TEXT NOT NULL, id TEXT NOT NULL, text TEXT NOT NULL, PRIMARY KEY (shelf, id)
    ) WITHOUT ROWID;
    """,
    # The records that an actor rests upon, apart from what it is: each list that mentions it adds
    # to them. Digests are taken of what is stored, by who asks for them.
    """
    CREATE TABLE ground (
        actor INTEGER PRIMARY KEY REFERENCES actor(n) ON DELETE CASCADE, records BLOB NOT NULL
    );
    INSERT INTO ground
    SELECT n, CAST(coalesce(json_extract(CAST(payload AS TEXT), '$.records'), '[]') AS BLOB)
    FROM actor;
    UPDATE actor SET payload = CAST(json_remove(CAST(payload AS TEXT), '$.records') AS BLOB);
    ALTER TABLE actor DROP COLUMN fingerprint;
    ALTER TABLE tie DROP COLUMN fingerprint;
    """,
    # The headings that lines of a list fill, once for all the lines that fill the same; of each
    # line, the cells under them. Records written before hold theirs themselves.
    """
    CREATE TABLE heading (n INTEGER PRIMARY KEY, texts BLOB NOT NULL UNIQUE);
    ALTER TABLE record ADD COLUMN headings INTEGER REFERENCES heading(n);
    ALTER TABLE record ADD COLUMN cells BLOB;
    """,
    # What a tie says in columns, it says no longer in JSON as well. Days are numbered as in Python,
    # 0 where nobody says.
    """
    ALTER TABLE tie RENAME COLUMN payload TO rest;
    ALTER TABLE tie ADD COLUMN first_seen_min INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE tie ADD COLUMN first_seen_max INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE tie ADD COLUMN last_seen_max INTEGER NOT NULL DEFAULT 0;
    UPDATE tie SET
        first_seen_min = coalesce(CAST(julianday(json_extract(
            CAST(rest AS TEXT), '$.first_observed.earliest')) - 1721424.5 AS INTEGER), 0),
        first_seen_max = coalesce(CAST(julianday(json_extract(
            CAST(rest AS TEXT), '$.first_observed.latest')) - 1721424.5 AS INTEGER), 0),
        last_seen_max = coalesce(CAST(julianday(json_extract(
            CAST(rest AS TEXT), '$.last_observed.latest')) - 1721424.5 AS INTEGER), 0);
    UPDATE tie SET rest = CAST(json_remove(CAST(rest AS TEXT), '$.id', '$.source', '$.target',
        '$.kind', '$.directed', '$.status', '$.standing', '$.tier', '$.start', '$.end',
        '$.first_observed', '$.last_observed') AS BLOB);
    """,
    # Who says a line, where and when, once for all the lines of which it is said; and the names of
    # the line and of its import, which columns hold, no longer in JSON as well. Records written
    # before hold all that themselves.
    """
    CREATE TABLE speech (n INTEGER PRIMARY KEY, texts BLOB NOT NULL UNIQUE);
    ALTER TABLE record RENAME COLUMN headings TO heading;
    ALTER TABLE record ADD COLUMN speech INTEGER REFERENCES speech(n);
    """,
    # The records of a tie stand behind its conflicts, as those of an actor do.
    """
    UPDATE tie SET rest = CAST(json_set(
        json_remove(CAST(rest AS TEXT), '$.records'), '$.records',
        json(json_extract(CAST(rest AS TEXT), '$.records'))) AS BLOB)
    WHERE json_type(CAST(rest AS TEXT), '$.conflicts') IS NOT NULL
        AND json_type(CAST(rest AS TEXT), '$.records') IS NOT NULL;
    """,
)

# What is laid aside while most rows of a table are written, as the migrations have it.
INDEXES = {
    "record": {"record_import": "CREATE INDEX record_import ON record(import)"},
    "tie": {
        "tie_source": "CREATE INDEX tie_source ON tie(source)",
        "tie_target": "CREATE INDEX tie_target ON tie(target)",
    },
}
