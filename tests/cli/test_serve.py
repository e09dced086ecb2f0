"""`maillage serve`: a real server on loopback, a real client, and a clean end."""

from __future__ import annotations

import socket
import urllib.error
import urllib.request
from contextlib import closing
from pathlib import Path

import pytest
from commands import in_a_process, maillage
from real_server import real_server

from maillage.cli.server import address_of
from maillage.graph.stores import open_store


@pytest.fixture
def store(tmp_path: Path) -> str:
    """The address of an empty store that exists."""
    url = f"sqlite:///{tmp_path / 's.db'}"
    open_store(url).close()
    return url


def test_it_answers_and_stops_when_asked(store: str) -> None:
    with real_server(store) as server:
        for path, found in (("api/v1/health", b'"status":"ok"'), ("", b"<html")):
            with urllib.request.urlopen(f"{server.address}/{path}", timeout=10) as answer:
                assert found in answer.read()
        assert server.stop() in (0, 130)
        assert "Traceback" not in server.said
        assert server.address in server.said


def test_an_address_of_ipv6_stands_in_brackets() -> None:
    assert address_of("127.0.0.1", 8000) == "http://127.0.0.1:8000/"
    assert address_of("::1", 8743) == "http://[::1]:8743/"


def test_other_machines_are_answered_with_a_token(store: str) -> None:
    secret = maillage("token", "add", "anne", "--role", "reader", "--store", store).out.strip()
    with real_server(store, "--host", "0.0.0.0", "--name", "maillage.example") as server:
        for headers, status in (
            ({}, 401),
            ({"Authorization": f"Bearer {secret}"}, 200),
            ({"Authorization": f"Bearer {secret}", "Host": "maillage.example"}, 200),
            ({"Authorization": f"Bearer {secret}", "Host": "other.example"}, 421),
        ):
            asked = urllib.request.Request(f"{server.address}/api/v1/me", headers=headers)
            try:
                found = urllib.request.urlopen(asked, timeout=10).status
            except urllib.error.HTTPError as error:
                found = error.code
            assert found == status, headers


def test_a_setting_that_does_not_fit_is_said_before_it_starts(
    store: str,
) -> None:
    ran = in_a_process("serve", "--store", store, MAILLAGE_JOB_SECONDS="mlg_secret")
    assert ran.code == 1
    assert "MAILLAGE_JOB_SECONDS=600" in ran.err
    assert "mlg_secret" not in ran.err


def test_a_port_that_is_taken_is_said(store: str) -> None:
    with closing(socket.socket()) as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        ran = in_a_process("serve", "--port", str(port), "--store", store)
    assert ran.code == 1
    assert f"Le port {port} ne peut pas servir" in ran.err
    assert "Traceback" not in ran.err


def test_other_machines_are_not_answered_without_a_token(store: str) -> None:
    ran = in_a_process("serve", "--host", "0.0.0.0", "--store", store)
    assert ran.code == 1
    assert "jeton" in ran.err
