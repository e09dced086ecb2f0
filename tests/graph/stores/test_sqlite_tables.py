"""Tables of texts looked up by key: filled whole or left as they were."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from maillage.graph.errors import StoreCorrupt, StoreUnavailable
from maillage.graph.stores.sqlite_tables import Table, open_tables

FRUIT = Table("fruit", ("code", "name"), ("code", "name"))
BOX = Table("box", ("code", "weight"), ("code",))


def test_rows_are_found_by_key_and_a_blank_key_finds_nothing(tmp_path: Path) -> None:
    with closing(open_tables(tmp_path / "new" / "t.db", [FRUIT])) as tables:
        assert tables.replace(FRUIT, [("a", "pomme"), ("b", "poire"), ("", "pomme")]) == 3
        assert tables.find(FRUIT, "code", "b", limit=9) == [{"code": "b", "name": "poire"}]
        assert len(tables.find(FRUIT, "name", "pomme", limit=9)) == 2
        assert len(tables.find(FRUIT, "name", "pomme", limit=1)) == 1
        assert tables.find(FRUIT, "code", "", limit=9) == []
        assert tables.find(FRUIT, "name", "' OR 1 --", limit=9) == []


def test_a_fill_that_breaks_leaves_what_was_there(tmp_path: Path) -> None:
    def breaking() -> Iterator[tuple[str, str]]:
        yield "z", "nouvelle"
        raise KeyboardInterrupt

    with closing(open_tables(tmp_path / "t.db", [FRUIT])) as tables:
        tables.replace(FRUIT, [("a", "pomme")])
        with pytest.raises(KeyboardInterrupt):
            tables.replace(FRUIT, breaking())
        assert tables.all(FRUIT) == [{"code": "a", "name": "pomme"}]
        tables.replace(FRUIT, [("b", "poire")])
        assert tables.all(FRUIT) == [{"code": "b", "name": "poire"}]


def test_put_replaces_by_the_first_column(tmp_path: Path) -> None:
    with closing(open_tables(tmp_path / "t.db", [FRUIT])) as tables:
        tables.put(FRUIT, [("a", "pomme"), ("b", "poire")])
        assert tables.put(FRUIT, [("a", "abricot")]) == 2
        assert tables.find(FRUIT, "code", "a", limit=9) == [{"code": "a", "name": "abricot"}]


def test_what_another_table_does_not_know_leaves_no_trace(tmp_path: Path) -> None:
    file = tmp_path / "t.db"
    with closing(open_tables(file, [FRUIT, BOX])) as tables:
        tables.replace(FRUIT, [("a", "pomme")])
        rows = [("a", "12"), *((f"inconnu{n:05d}", "13") for n in range(2_000))]
        assert tables.replace(BOX, rows, known=("code", FRUIT)) == 1
    assert b"inconnu" not in file.read_bytes()


def test_the_index_is_used(tmp_path: Path) -> None:
    file = tmp_path / "t.db"
    with closing(open_tables(file, [FRUIT])) as tables:
        tables.replace(FRUIT, [("a", "pomme")])
    with closing(sqlite3.connect(file)) as connection:
        query = "EXPLAIN QUERY PLAN SELECT * FROM fruit WHERE name = ? AND name <> '' LIMIT 1"
        assert "USING INDEX fruit_name" in str(connection.execute(query, ("x",)).fetchall())


def test_another_s_file_or_folder_is_an_error_of_ours(tmp_path: Path) -> None:
    (tmp_path / "t.db").write_text("Nom;Commune\n" * 100)
    with pytest.raises(StoreCorrupt):
        open_tables(tmp_path / "t.db", [FRUIT])
    (tmp_path / "file").touch()
    with pytest.raises(StoreUnavailable):
        open_tables(tmp_path / "file" / "t.db", [FRUIT])
