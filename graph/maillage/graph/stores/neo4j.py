"""Neo4j over Bolt: the connection, and its errors in our words. Only this file knows the driver.

What is stored is in `neo4j_rows`, `neo4j_lines` and `tie_parts`, the statements in `neo4j_cypher`
and `neo4j_writes`; `neo4j_parts` cuts a change into batches, `neo4j_columns` packs each of them,
`neo4j_load`, `neo4j_large` and `neo4j_batches` write them safely, `neo4j_store` reads it all back.
"""

from __future__ import annotations

import logging
import os
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, TypeVar
from urllib.parse import unquote, urlsplit

from neo4j import (
    Driver,
    GraphDatabase,
    ManagedTransaction,
    NotificationMinimumSeverity,
    Session,
    exceptions,
)

from maillage.graph.errors import (
    StoreCorrupt,
    StoreError,
    StoreFull,
    StoreRefused,
    StoreUnavailable,
    StoreUrlError,
    StoreVersionError,
)
from maillage.graph.stores.addresses import without_password
from maillage.graph.stores.neo4j_link import Limits, Progress, Run, silent
from maillage.graph.stores.neo4j_store import Neo4jStore

Thing = TypeVar("Thing")

OLDEST = (5, 26)
USER_VARIABLE = "MAILLAGE_NEO4J_USER"
PASSWORD_VARIABLE = "MAILLAGE_NEO4J_PASSWORD"

# Seconds. A server that is down or silent is told to the user while he still looks at the screen.
CONNECT_WITHIN = 4.0
ACQUIRE_WITHIN = 5.0
RETRY_WITHIN = 5.0


def open_neo4j(
    url: str, *, limits: Limits | None = None, progress: Progress = silent
) -> Neo4jStore:
    """`neo4j://host:7687`, a cluster's routing address, or `bolt://` for one server.

    `+s` asks for TLS; a path names the database. User and password come from the address, else
    from MAILLAGE_NEO4J_USER and MAILLAGE_NEO4J_PASSWORD. `progress` is told of each batch of a
    large change.
    """
    address = Address.parse(url)
    link = DriverLink(address)
    try:
        link.check_version()
        return Neo4jStore(address.shown, link, limits or Limits(), progress)
    except BaseException:
        link.close()
        raise


@dataclass(frozen=True, slots=True)
class Address:
    """An address taken apart; `shown` is what may be printed."""

    server: str
    shown: str
    database: str | None
    user: str
    password: str

    @classmethod
    def parse(cls, url: str) -> Address:
        try:
            parts = urlsplit(url)
            host, port = parts.hostname, parts.port
        except ValueError:
            raise _unknown(url) from None
        if not host:
            raise _unknown(url)
        host = f"[{host}]" if ":" in host else host
        server = f"{parts.scheme}://{host}:{port or 7687}"
        return cls(
            f"{server}?{parts.query}" if parts.query else server,
            f"{server}{parts.path.rstrip('/')}",
            unquote(parts.path.strip("/")) or None,
            unquote(parts.username or os.environ.get(USER_VARIABLE, "")),
            unquote(parts.password or os.environ.get(PASSWORD_VARIABLE, "")),
        )


class DriverLink:
    """`neo4j_link.Link` by the official driver."""

    def __init__(self, address: Address) -> None:
        self.path = address.shown
        self._database = address.database
        # Its own warnings (a transaction that is tried again) are not for the user's terminal.
        logging.getLogger("neo4j").addHandler(logging.NullHandler())
        with translated(self.path):
            self._driver: Driver = GraphDatabase.driver(
                address.server,
                auth=(address.user or "neo4j", address.password) if address.password else None,
                connection_timeout=CONNECT_WITHIN,
                connection_acquisition_timeout=ACQUIRE_WITHIN,
                max_transaction_retry_time=RETRY_WITHIN,
                max_connection_lifetime=3600,
                liveness_check_timeout=60,
                notifications_min_severity=NotificationMinimumSeverity.OFF,
                telemetry_disabled=True,
                user_agent="maillage",
            )
        # Whoever reads after a write sees it, on whatever member of a cluster the reading lands.
        self._bookmarks = GraphDatabase.bookmark_manager()

    def check_version(self) -> None:
        with translated(self.path):
            agent = self._driver.get_server_info().agent
        if _version(agent) < OLDEST:
            raise StoreVersionError("neo4j_version", path=self.path, found=agent)

    def read(self, work: Callable[[Run], Thing]) -> Thing:
        with translated(self.path), self._session() as session:
            return session.execute_read(lambda transaction: work(_Statements(transaction)))

    def write(self, work: Callable[[Run], Thing]) -> Thing:
        with translated(self.path), self._session() as session:
            return session.execute_write(lambda transaction: work(_Statements(transaction)))

    def close(self) -> None:
        self._driver.close()

    def _session(self) -> Session:
        return self._driver.session(database=self._database, bookmark_manager=self._bookmarks)


@dataclass(frozen=True, slots=True)
class _Statements:
    """`neo4j_link.Run` within one transaction of the driver."""

    transaction: ManagedTransaction

    def __call__(self, statement: str, /, **parameters: object) -> list[tuple[Any, ...]]:
        # The text is one of `neo4j_cypher`: no value of a user's ever enters it.
        return [tuple(record) for record in self.transaction.run(statement, parameters)]


def _unknown(url: str) -> StoreUrlError:
    return StoreUrlError("store_scheme", url=without_password(url))


def _version(agent: str) -> tuple[int, ...]:
    """`Neo4j/5.26.16`; (0,) for what is not Neo4j."""
    product, _, text = agent.partition("/")
    numbers = re.match(r"(\d+)\.(\d+)", text) if product == "Neo4j" else None
    return tuple(map(int, numbers.groups())) if numbers else (0,)


# ---------------------------------------------------------------------- errors

Meaning = tuple[type[StoreError], str]

_DOWN: Meaning = (StoreUnavailable, "neo4j_down")
_SLOW: Meaning = (StoreUnavailable, "neo4j_slow")
_UNSURE: Meaning = (StoreUnavailable, "neo4j_unsure")
_BUSY: Meaning = (StoreUnavailable, "store_locked")
_AGAIN: Meaning = (StoreUnavailable, "neo4j_failed")
_WRONG: Meaning = (StoreCorrupt, "neo4j_failed")
_PASSWORD: Meaning = (StoreRefused, "neo4j_refused")
_RIGHTS: Meaning = (StoreRefused, "neo4j_forbidden")
_ADDRESS: Meaning = (StoreUrlError, "neo4j_failed")

# Every exception the driver can raise, by name: a test fails when it grows another.
BY_CLASS: Mapping[type[Exception], Meaning] = {
    exceptions.AuthConfigurationError: _ADDRESS,
    exceptions.AuthError: _PASSWORD,
    exceptions.BrokenRecordError: _WRONG,
    exceptions.CertificateConfigurationError: _ADDRESS,
    exceptions.ClientError: _WRONG,
    exceptions.ConfigurationError: _ADDRESS,
    exceptions.ConnectionAcquisitionTimeoutError: _SLOW,
    exceptions.ConnectionPoolError: _SLOW,
    exceptions.ConstraintError: _WRONG,
    exceptions.CypherSyntaxError: _WRONG,
    exceptions.CypherTypeError: _WRONG,
    exceptions.DatabaseError: _AGAIN,
    exceptions.DatabaseUnavailable: _AGAIN,
    exceptions.DriverError: _AGAIN,
    exceptions.Forbidden: _RIGHTS,
    exceptions.ForbiddenOnReadOnlyDatabase: _RIGHTS,
    exceptions.GqlError: _AGAIN,
    exceptions.IncompleteCommit: _UNSURE,
    exceptions.Neo4jError: _AGAIN,
    exceptions.NotALeader: _AGAIN,
    exceptions.ReadServiceUnavailable: _DOWN,
    exceptions.ResultConsumedError: _WRONG,
    exceptions.ResultError: _WRONG,
    exceptions.ResultFailedError: _WRONG,
    exceptions.ResultNotSingleError: _WRONG,
    exceptions.RoutingServiceUnavailable: _DOWN,
    exceptions.ServiceUnavailable: _DOWN,
    exceptions.SessionError: _WRONG,
    exceptions.SessionExpired: _DOWN,
    exceptions.TokenExpired: _PASSWORD,
    exceptions.TransactionError: _WRONG,
    exceptions.TransactionNestingError: _WRONG,
    exceptions.TransientError: _AGAIN,
    exceptions.UnsupportedServerProduct: (StoreVersionError, "neo4j_version"),
    exceptions.WriteServiceUnavailable: _DOWN,
}
# Where the server's code says more than the class. The last two are what a real server answered
# when its disk was full: first once, then to everything until it was restarted.
BY_CODE: Mapping[str, Meaning] = {
    "Neo.ClientError.Security.AuthenticationRateLimit": _PASSWORD,
    "Neo.ClientError.Security.CredentialsExpired": _PASSWORD,
    "Neo.ClientError.Transaction.TransactionTimedOut": _SLOW,
    "Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration": _SLOW,
    "Neo.ClientError.Transaction.LockClientStopped": _BUSY,
    "Neo.TransientError.Transaction.DeadlockDetected": _BUSY,
    "Neo.TransientError.Transaction.LockAcquisitionTimeout": _BUSY,
    "Neo.TransientError.Transaction.LockClientStopped": _BUSY,
    "Neo.DatabaseError.Transaction.TransactionLogError": (StoreFull, "neo4j_full"),
    "Neo.DatabaseError.Transaction.TransactionStartFailed": (StoreUnavailable, "neo4j_restart"),
}
_NO_ROOM = ("no space left on device", "not enough space")


@contextmanager
def translated(path: str) -> Iterator[None]:
    """The driver's exceptions become ours here, and nowhere else."""
    try:
        yield
    except (exceptions.GqlError, OSError) as error:
        raise translate(error, path) from error


def translate(error: Exception, path: str) -> StoreError:
    kind, sentence = _meaning(error)
    detail = str(getattr(error, "message", None) or error).strip().partition("\n")[0].rstrip(". ")
    return kind(sentence, path=path, detail=detail, found="?")


def _meaning(error: Exception) -> Meaning:
    causes = tuple(_causes(error))
    if any(text in str(cause).lower() for cause in causes for text in _NO_ROOM):
        return StoreFull, "store_full"
    by_code = BY_CODE.get(getattr(error, "code", None) or "")
    if by_code:
        return by_code
    meaning = next(
        (BY_CLASS[class_] for class_ in type(error).__mro__ if class_ in BY_CLASS), _DOWN
    )
    silent_ = meaning is _DOWN and any(isinstance(cause, TimeoutError) for cause in causes)
    return _SLOW if silent_ else meaning


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__
