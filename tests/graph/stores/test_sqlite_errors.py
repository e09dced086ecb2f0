"""Whatever sqlite3 throws reaches the user as one sentence, and the file is left as it was."""

from __future__ import annotations

import inspect
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from little_network import little_network

from maillage.graph.errors import (
    StoreCorrupt,
    StoreError,
    StoreFull,
    StoreUnavailable,
    StoreUrlError,
    StoreVersionError,
)
from maillage.graph.port import Change
from maillage.graph.stores import open_store
from maillage.graph.stores.sqlite import SqliteStore
from maillage.graph.stores.sqlite_link import translate

# All that Python documents. `Warning` is none of the errors, and no statement of ours causes it.
KNOWN = {
    "DataError", "DatabaseError", "Error", "IntegrityError", "InterfaceError", "InternalError",
    "NotSupportedError", "OperationalError", "ProgrammingError", "Warning",
}  # fmt: skip


def exceptions() -> Iterator[type[Exception]]:
    for _, class_ in inspect.getmembers(sqlite3, inspect.isclass):
        if issubclass(class_, Exception):
            yield class_


def test_every_exception_of_sqlite_is_known() -> None:
    found = {class_.__name__ for class_ in exceptions()}
    assert found == KNOWN, "sqlite3 grew an exception: say what it means in stores/sqlite_link.py"
    uncaught = {class_.__name__ for class_ in exceptions() if not issubclass(class_, sqlite3.Error)}
    assert uncaught == {"Warning"}


@pytest.mark.parametrize("class_", [c for c in exceptions() if issubclass(c, sqlite3.Error)])
def test_every_exception_is_a_sentence(class_: type[sqlite3.Error]) -> None:
    assert_said(translate(class_("why"), Path("reseau.db")))


@pytest.mark.parametrize(
    "code", [code for name, code in vars(sqlite3).items() if name.startswith("SQLITE_")]
)
def test_every_code_of_sqlite_is_a_sentence(code: object) -> None:
    if isinstance(code, int):
        error = sqlite3.OperationalError("why")
        error.sqlite_errorcode = code
        assert_said(translate(error, Path("reseau.db")))


def assert_said(error: object) -> None:
    assert isinstance(error, StoreError)
    for sentence in (error.text("fr"), error.text("en")):
        assert "reseau.db" in sentence
        assert "{" not in sentence


def test_a_file_with_no_room_left(tmp_path: Path) -> None:
    path = tmp_path / "small.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA max_page_count = 2")
        connection.execute("CREATE TABLE t (x)")
        with pytest.raises(sqlite3.Error) as full:
            connection.execute("INSERT INTO t VALUES (zeroblob(100000))")
    assert isinstance(translate(full.value, path), StoreFull)


def refusal(path: Path | str) -> StoreError:
    with pytest.raises(StoreError) as refused:
        open_store(f"sqlite:///{path}", "read")
    return refused.value


def test_a_file_that_is_missing_or_is_none(tmp_path: Path) -> None:
    assert isinstance(refusal(""), StoreUrlError)
    assert refusal(tmp_path / "none.db").code == "store_missing"
    assert not (tmp_path / "none.db").exists()
    assert refusal(tmp_path).code == "store_directory"
    with pytest.raises(StoreUnavailable):
        open_store(f"sqlite:///{tmp_path / 'no' / 'folder.db'}")


def test_a_file_that_is_not_a_store(tmp_path: Path) -> None:
    text = tmp_path / "list.db"
    text.write_text("nom;commune\nLe Périscope;Lyon\n" * 200)
    kept = text.read_bytes()
    assert isinstance(refusal(text), StoreCorrupt)
    assert text.read_bytes() == kept
    other = tmp_path / "photos.db"
    with closing(sqlite3.connect(other)) as connection:
        connection.execute("CREATE TABLE photos (x)")
        connection.commit()
    assert refusal(other).code == "store_not_ours"


def test_a_file_of_a_newer_maillage(tmp_path: Path) -> None:
    path = tmp_path / "newer.db"
    open_store(f"sqlite:///{path}").close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 99")
    error = refusal(path)
    assert isinstance(error, StoreVersionError)
    assert "99" in error.text("fr")


def test_a_file_cut_in_the_middle(tmp_path: Path) -> None:
    path = tmp_path / "cut.db"
    store = open_store(f"sqlite:///{path}")
    store.commit(little_network().change, expected=0)
    store.close()
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    with pytest.raises(StoreError) as damaged:
        store = open_store(f"sqlite:///{path}", "read")
        store.columns()
    assert damaged.value.code in ("store_corrupt", "store_not_ours")
    store.close()


def test_a_file_that_somebody_holds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("maillage.graph.stores.sqlite_link.BUSY_SECONDS", 0.1)
    path = tmp_path / "held.db"
    store = open_store(f"sqlite:///{path}")
    store.commit(Change(), expected=0)
    with closing(sqlite3.connect(path, isolation_level=None)) as holder:
        holder.execute("BEGIN IMMEDIATE")
        impatient = SqliteStore(f"sqlite:///{path}", path)
        with pytest.raises(StoreUnavailable) as busy:
            impatient.commit(Change(), expected=1)
        assert busy.value.code == "store_locked"
        assert impatient.revision() == 1, "readers are not disturbed"
        holder.execute("ROLLBACK")
    assert impatient.commit(Change(), expected=1) == 2
    impatient.close()
    store.close()
