"""Stores that are only read: in a folder where nothing may be written, or with unknown words."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from small_ledgers import one_tie

from maillage.graph import ledger
from maillage.graph.errors import StoreCorrupt, StoreUnavailable, StoreVersionError
from maillage.graph.port import ActorQuery, Store, TieQuery
from maillage.graph.stores import open_store


@pytest.fixture
def path() -> Iterator[Path]:
    """In a folder that any user may enter."""
    folder = Path(tempfile.mkdtemp(prefix="maillage-"))
    folder.chmod(0o755)
    store = open_store(f"sqlite:///{folder / 's #1?.db'}")
    ledger.add(store, *one_tie("financing"))
    store.close()
    yield folder / "s #1?.db"
    folder.chmod(0o755)
    shutil.rmtree(folder)


def test_a_folder_where_nothing_may_be_written(path: Path) -> None:
    """Root may write anywhere: the child becomes another user once it has loaded what it needs."""
    program = f"""
import os
from maillage.graph.port import ActorQuery
from maillage.graph.stores import open_store
url = "sqlite:///" + {str(path)!r}
def read():
    store = open_store(url, "read")
    found = store.actors(ActorQuery()).total, store.columns().ties.kind.size, store.revision()
    store.close()
    return found
first = read()
os.chmod({str(path)!r}, 0o444)
os.chmod({str(path.parent)!r}, 0o555)
if os.geteuid() == 0:
    os.seteuid(65534)
assert not os.access({str(path.parent)!r}, os.W_OK, effective_ids=True)
assert read() == first, read()
print(first)
"""
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "(2, 1, 1)"
    assert list(path.parent.iterdir()) == [path]


def test_a_journal_that_is_left_is_not_passed_over(path: Path) -> None:
    """What it holds is not in the file yet: better a refusal than an answer without it."""
    journal = path.with_name(f"{path.name}-wal")
    journal.mkdir()  # not even root can open it as a file
    (journal / "something").write_text("x")
    with pytest.raises(StoreUnavailable):
        open_store(f"sqlite:///{path}", "read")
    shutil.rmtree(journal)


@pytest.mark.parametrize(
    ("table", "column", "known", "other"),
    [
        ("tie", "kind", "financing", "friendship"),
        ("tie", "status", "active", "dormant"),
        ("actor", "kind", "other", "robot"),
        ("record", "", "financing", "friendship"),
    ],
)
def test_a_word_that_this_version_does_not_know(
    table: str, column: str, known: str, other: str, path: Path
) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        if table != "tie":  # what it says in columns, it says there alone
            connection.execute(
                f"UPDATE {table} SET payload = CAST(replace(CAST(payload AS TEXT), ?, ?) AS BLOB)",
                (f'"{known}"', f'"{other}"'),
            )
        if column:
            connection.execute(f"UPDATE {table} SET {column} = ?", (other,))
    store = open_store(f"sqlite:///{path}", "read")
    with pytest.raises(StoreVersionError) as fault:
        _all_of(store)
    store.close()
    assert fault.value.code == "store_words" and other in fault.value.text("fr")


def test_the_columns_alone_say_so_too(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE tie SET kind = 'friendship'")
    store = open_store(f"sqlite:///{path}", "read")
    with pytest.raises(StoreVersionError, match="friendship"):
        store.columns()
    store.close()


@pytest.mark.parametrize(
    "damage",
    [
        "record SET payload = x'7b7b'",
        "tie SET rest = x'7b7b'",
        "tie SET start_min = 99999999",
        "tie SET source = 99999999",
    ],
)
def test_what_is_no_longer_readable_is_damaged(damage: str, path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(f"UPDATE {damage}")
    store = open_store(f"sqlite:///{path}", "read")
    with pytest.raises(StoreCorrupt):
        _all_of(store)
    store.close()


def _all_of(store: Store) -> None:
    store.actors(ActorQuery())
    store.ties(TieQuery())
    list(store.records())
