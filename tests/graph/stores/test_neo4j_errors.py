"""Whatever Neo4j or its driver throws reaches the user as one sentence, and soon."""

from __future__ import annotations

import inspect
from collections.abc import Iterator

import pytest
from bolt_stub import BoltStub, closed_port, rude_server, silent_server
from neo4j import exceptions
from neo4j_server import RunningNeo4j

from maillage.graph.errors import (
    StoreCorrupt,
    StoreError,
    StoreFull,
    StoreRefused,
    StoreUnavailable,
    StoreUrlError,
    StoreVersionError,
)
from maillage.graph.model import Actor
from maillage.graph.port import Change
from maillage.graph.stores import open_store
from maillage.graph.stores.neo4j import (
    ACQUIRE_WITHIN,
    BY_CLASS,
    BY_CODE,
    CONNECT_WITHIN,
    RETRY_WITHIN,
    Address,
    open_neo4j,
    translate,
)


def told(url: str) -> StoreError:
    with pytest.raises(StoreError) as error:
        open_store(url)
    for sentence in (error.value.text("fr"), error.value.text("en")):
        assert "{" not in sentence
        assert "Traceback" not in sentence
    return error.value


# ---------------------------------------------------------------------- every exception


def driver_exceptions() -> Iterator[type[Exception]]:
    """Those that the driver documents, and any that it derives from them elsewhere."""
    for _, class_ in inspect.getmembers(exceptions, inspect.isclass):
        if issubclass(class_, Exception):
            yield class_
            yield from descendants(class_)


def descendants(class_: type[Exception]) -> Iterator[type[Exception]]:
    for child in class_.__subclasses__():
        if child.__module__.startswith("neo4j"):
            yield child
            yield from descendants(child)


def test_every_exception_of_the_driver_has_its_meaning() -> None:
    known = set(driver_exceptions())
    assert len(known) >= 30, "the driver moved its exceptions: look where"
    assert known - BY_CLASS.keys() == set(), "the driver grew an exception: say what it means"
    assert BY_CLASS.keys() - known == set()


@pytest.mark.parametrize("meaning", sorted({*BY_CLASS.values(), *BY_CODE.values()}, key=str))
def test_every_meaning_can_be_said(meaning: tuple[type[StoreError], str]) -> None:
    kind, sentence = meaning
    error = kind(sentence, path="bolt://host:7687", detail="why", found="4.4")
    assert "bolt://host:7687" in error.text("fr")
    assert "bolt://host:7687" in error.text("en")


def test_an_exception_of_tomorrow_is_still_a_sentence() -> None:
    class Tomorrow(exceptions.ServiceUnavailable):
        pass

    class Wholly(exceptions.GqlError):
        pass

    assert translate(Tomorrow("?"), "here").code == "neo4j_down"
    assert translate(Wholly("?"), "here").code == "neo4j_failed"
    assert translate(ConnectionResetError("?"), "here").code == "neo4j_down"


# ---------------------------------------------------------------------- addresses


@pytest.mark.parametrize(
    "url",
    [
        "bolt://",
        "bolt://host:port",
        "neo4j://host:99999",
        "bolt://[::1",
        "ftp://host",
        "neo4j:host",
    ],
)
def test_an_address_that_cannot_be_one(url: str) -> None:
    assert isinstance(told(url), StoreUrlError)


def test_an_address_with_its_credentials(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MAILLAGE_NEO4J_USER", "ada")
    monkeypatch.setenv("MAILLAGE_NEO4J_PASSWORD", "of the environment")
    here = Address.parse("neo4j+s://bob:p%40ss%2Fword@db.example:7688/reseau?policy=eu")
    assert here == Address(
        "neo4j+s://db.example:7688?policy=eu",
        "neo4j+s://db.example:7688/reseau",
        "reseau",
        "bob",
        "p@ss/word",
    )
    there = Address.parse("bolt://[::1]")
    assert there == Address(
        "bolt://[::1]:7687", "bolt://[::1]:7687", None, "ada", "of the environment"
    )


def test_a_wrong_address_is_not_repeated_with_its_password() -> None:
    assert "secret" not in str(told("bolt://ada:secret@host:port"))


# ---------------------------------------------------------------------- servers


def test_the_user_waits_seconds_not_minutes() -> None:
    assert CONNECT_WITHIN < ACQUIRE_WITHIN <= RETRY_WITHIN <= 6


@pytest.mark.parametrize("scheme", ["bolt", "neo4j", "bolt+s", "neo4j+ssc"])
def test_a_server_that_is_down(scheme: str) -> None:
    error = told(f"{scheme}://127.0.0.1:{closed_port()}")
    assert isinstance(error, StoreUnavailable)
    assert error.code == "neo4j_down"


@pytest.mark.timeout(60)
@pytest.mark.parametrize(
    ("scheme", "code"),
    # A routing driver asks for the way first, and only says that nobody told it.
    [("bolt", "neo4j_slow"), ("neo4j", "neo4j_down")],
)
def test_a_server_that_never_answers(scheme: str, code: str) -> None:
    with silent_server() as port:
        error = told(f"{scheme}://127.0.0.1:{port}")
    assert isinstance(error, StoreUnavailable)
    assert error.code == code


def test_a_host_that_does_not_exist() -> None:
    assert told("bolt://no-such-host.invalid").code == "neo4j_down"


def test_a_port_where_something_else_speaks() -> None:
    with rude_server() as port:
        error = told(f"bolt://127.0.0.1:{port}")
    assert isinstance(error, StoreUnavailable)


@pytest.mark.parametrize("agent", ["Neo4j/4.4.12", "Neo4j/5.25.1", "Memgraph/2.0", "Neo4j/x"])
def test_a_server_of_another_version(agent: str) -> None:
    with BoltStub(agent) as stub:
        error = told(f"bolt://127.0.0.1:{stub.port}")
    assert isinstance(error, StoreVersionError)
    assert "5.26" in error.text("fr")


@pytest.mark.parametrize("agent", ["Neo4j/5.26.0", "Neo4j/5.27-aura", "Neo4j/2025.06.2"])
def test_a_server_recent_enough_is_asked_further(agent: str) -> None:
    with BoltStub(agent, "Neo.ClientError.Security.Forbidden", "not you") as stub:
        error = told(f"bolt://127.0.0.1:{stub.port}")
    assert error.code == "neo4j_forbidden"


FAILURES = [
    # As a real 5.26 on a full disk said it.
    (
        "Neo.DatabaseError.Transaction.TransactionLogError",
        "Could not append transaction: Transaction #45 {} to log.",
        StoreFull,
        "neo4j_full",
    ),
    (
        "Neo.DatabaseError.Transaction.TransactionStartFailed",
        "The database has encountered a critical error, and needs to be restarted.",
        StoreUnavailable,
        "neo4j_restart",
    ),
    (
        "Neo.DatabaseError.General.UnknownError",
        "java.io.IOException: No space left on device",
        StoreFull,
        "store_full",
    ),
    (
        "Neo.ClientError.Transaction.TransactionTimedOut",
        "too long",
        StoreUnavailable,
        "neo4j_slow",
    ),
    (
        "Neo.ClientError.Database.DatabaseNotFound",
        "Database reseau not found",
        StoreCorrupt,
        "neo4j_failed",
    ),
    ("Neo.ClientError.Security.TokenExpired", "", StoreRefused, "neo4j_refused"),
    ("Neo.ClientError.Statement.SyntaxError", "first line\nsecond", StoreCorrupt, "neo4j_failed"),
    ("Something.New", "that nobody foresaw", StoreUnavailable, "neo4j_failed"),
]


@pytest.mark.parametrize(("code", "message", "kind", "sentence"), FAILURES)
def test_a_server_that_fails(
    code: str, message: str, kind: type[StoreError], sentence: str
) -> None:
    with BoltStub("Neo4j/5.26.0", code, message) as stub:
        error = told(f"bolt://127.0.0.1:{stub.port}")
    assert (type(error), error.code) == (kind, sentence)
    assert "\n" not in error.text("fr")


@pytest.mark.timeout(60)
def test_a_server_that_is_busy_is_asked_again_then_given_up() -> None:
    code = "Neo.TransientError.Transaction.DeadlockDetected"
    with BoltStub("Neo4j/5.26.0", code, "deadlock") as stub:
        error = told(f"bolt://127.0.0.1:{stub.port}")
    assert (type(error), error.code) == (StoreUnavailable, "store_locked")


# ---------------------------------------------------------------------- the real one


@pytest.fixture
def url(neo4j_server: RunningNeo4j) -> Iterator[str]:
    neo4j_server.empty()
    yield neo4j_server.url_with_credentials
    neo4j_server.empty()


@pytest.mark.neo4j
def test_a_wrong_password(neo4j_server: RunningNeo4j, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MAILLAGE_NEO4J_PASSWORD", "wrong")
    for url in (neo4j_server.url, neo4j_server.url.replace("//", "//neo4j:wrong@")):
        error = told(url)
        assert isinstance(error, StoreRefused)
        assert "MAILLAGE_NEO4J_PASSWORD" in error.text("fr")
        assert "wrong" not in error.text("fr")
    monkeypatch.delenv("MAILLAGE_NEO4J_PASSWORD")
    assert told(neo4j_server.url).code == "neo4j_refused"


@pytest.mark.neo4j
def test_the_password_of_the_environment_opens(
    neo4j_server: RunningNeo4j, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MAILLAGE_NEO4J_USER", neo4j_server.user)
    monkeypatch.setenv("MAILLAGE_NEO4J_PASSWORD", neo4j_server.password)
    store = open_store(neo4j_server.url.replace("bolt://", "neo4j://"))
    assert store.commit(Change(), expected=0) == store.revision() == 1
    store.close()


@pytest.mark.neo4j
def test_a_database_that_is_not_there(url: str) -> None:
    assert told(f"{url}/no-such-database").code == "neo4j_failed"


@pytest.mark.neo4j
def test_somebody_elses_database(neo4j_server: RunningNeo4j, url: str) -> None:
    with neo4j_server.driver() as driver:
        driver.execute_query("CREATE (:Actor {name: 'Keanu Reeves'})-[:ACTED_IN]->(:Movie)")
    error = told(url)
    assert (type(error), error.code) == (StoreCorrupt, "store_not_ours")


@pytest.mark.neo4j
def test_a_store_of_a_newer_maillage(neo4j_server: RunningNeo4j, url: str) -> None:
    store = open_neo4j(url)
    store.commit(Change(), expected=0)
    store.close()
    with neo4j_server.driver() as driver:
        driver.execute_query("MATCH (m:Meta) SET m.format = 99")
    error = told(url)
    assert isinstance(error, StoreVersionError)
    assert "99" in error.text("fr")


@pytest.mark.neo4j
def test_an_id_longer_than_an_index_key_is_refused_whole(url: str) -> None:
    store = open_neo4j(url)
    actor = Actor(id="é" * 1001, kind="other", name="x")
    change = Change(actors={actor.id: actor})
    with pytest.raises(Exception, match="1000"):
        store.commit(change, expected=0)
    assert store.revision() == 0
    longest = Actor(id="é" * 1000, kind="other", name="y" * 100_000)
    store.commit(Change(actors={longest.id: longest}), expected=0)
    assert store.actor(longest.id) == longest
    store.close()
