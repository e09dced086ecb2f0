"""A server that speaks just enough Bolt to say what we want to hear: a version, a failure.

For what a healthy Neo4j of the right version cannot show: another version, a full disk. Real
sockets and the real driver; only the far end is ours.
"""

from __future__ import annotations

import socket
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Self

BOLT_5_4 = bytes((0, 0, 4, 5))
HELLO, RUN = 0x01, 0x10
SUCCESS, FAILURE, IGNORED = 0x70, 0x7F, 0x7E
RESET, GOODBYE = 0x0F, 0x02


class BoltStub:
    """Greets as `agent`; every statement fails with `code` and `message`."""

    def __init__(self, agent: str, code: str = "", message: str = "") -> None:
        self._agent, self._code, self._message = agent, code, message
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._thread = threading.Thread(target=self._serve, daemon=True)

    @property
    def port(self) -> int:
        port: int = self._listener.getsockname()[1]
        return port

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._thread.join()

    def _serve(self) -> None:
        with suppress(OSError):
            while True:
                connection, _ = self._listener.accept()
                with connection, suppress(OSError, EOFError):
                    self._talk(connection)

    def _talk(self, connection: socket.socket) -> None:
        _exactly(connection, 20)
        connection.sendall(BOLT_5_4)
        failed = False
        while (message := _message(connection)) != GOODBYE:
            if message == RUN:
                failed = True
                answer = _packed(FAILURE, {"code": self._code, "message": self._message})
            elif message == HELLO:
                answer = _packed(SUCCESS, {"server": self._agent, "connection_id": "stub-1"})
            elif failed and message != RESET:
                answer = _packed(IGNORED)
            else:
                failed = False
                answer = _packed(SUCCESS, {})
            connection.sendall(struct.pack(">H", len(answer)) + answer + b"\0\0")


@contextmanager
def silent_server() -> Iterator[int]:
    """A port that accepts and never says a word."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        yield listener.getsockname()[1]


@contextmanager
def rude_server() -> Iterator[int]:
    """A port that answers Bolt with something else."""

    def speak() -> None:
        with suppress(OSError):
            connection, _ = listener.accept()
            with connection:
                connection.recv(1000)
                connection.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")

    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=speak, daemon=True)
        thread.start()
        yield listener.getsockname()[1]
    thread.join()


def closed_port() -> int:
    """A port on which nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
        return port


def _message(connection: socket.socket) -> int:
    """The kind of the next message; what it says does not matter here."""
    body = b""
    while size := struct.unpack(">H", _exactly(connection, 2))[0]:
        body += _exactly(connection, size)
    return body[1]


def _exactly(connection: socket.socket, size: int) -> bytes:
    data = b""
    while len(data) < size:
        part = connection.recv(size - len(data))
        if not part:
            raise EOFError
        data += part
    return data


def _packed(kind: int, fields: dict[str, str] | None = None) -> bytes:
    """PackStream: a structure of one small map of texts, or of nothing."""
    if fields is None:
        return bytes((0xB0, kind))
    body = b"".join(_text(text) for pair in fields.items() for text in pair)
    return bytes((0xB1, kind, 0xA0 + len(fields))) + body


def _text(text: str) -> bytes:
    data = text.encode()
    return b"\xd1" + struct.pack(">H", len(data)) + data
