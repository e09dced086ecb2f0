"""Tokens: told once, kept as digests, ended by their day or by hand."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from fastapi import HTTPException

from maillage.api.access.limits import Limit
from maillage.api.access.tokens import Tokens
from maillage.graph.errors import NotFound, Refused
from maillage.graph.papers import Shelf
from maillage.graph.port import ActorQuery, Store
from maillage.graph.stores import open_store
from maillage.ingest.loading.load import load


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    found = open_store(f"sqlite:///{tmp_path / 'tokens.db'}")
    yield found
    found.close()


def test_what_is_kept_does_not_tell_the_token(store: Store) -> None:
    secret = Tokens(store).add("anne", "editor")
    kept = store.papers(Shelf.TOKENS)["anne"]
    assert secret not in kept
    assert secret.removeprefix("mlg_") not in kept
    found = Tokens(store).known(secret)
    assert found is not None
    assert (found.name, found.role) == ("anne", "editor")
    assert Tokens(store).known(secret + "x") is None
    assert Tokens(store).known("") is None


def test_a_token_ends_after_its_last_day(store: Store) -> None:
    today = datetime.now(UTC)
    secret = Tokens(store).add("anne", "reader", expires=today.date().isoformat())
    assert Tokens(store).known(secret) is not None
    tomorrow = Tokens(store, now=lambda: today + timedelta(days=1))
    assert tomorrow.known(secret) is None
    assert tomorrow.living() == []
    assert [one.name for one in tomorrow.all()] == ["anne"]


def test_a_revoked_token_is_nobodys(store: Store) -> None:
    tokens = Tokens(store)
    first, second = tokens.add("anne", "reader"), tokens.add("bob", "reader")
    tokens.revoke("anne")
    assert tokens.known(first) is None
    assert tokens.known(second) is not None
    with pytest.raises(NotFound):
        tokens.revoke("anne")


@pytest.mark.parametrize(
    ("name", "options", "code"),
    [
        ("", {}, "token_name"),
        ("a\nb", {}, "token_name"),
        ("x" * 101, {}, "token_name"),
        ("anne", {"expires": "2001-01-01"}, "token_past"),
        ("anne", {"pole": "p"}, "token_pole_role"),
    ],
)
def test_tokens_that_make_no_sense_are_refused(
    store: Store, name: str, options: dict[str, str], code: str
) -> None:
    with pytest.raises(Refused) as refused:
        Tokens(store).add(name, "reader", **options)
    assert refused.value.code == code
    assert store.papers(Shelf.TOKENS) == {}


def test_a_pole_is_named_as_people_name_it(store: Store) -> None:
    load(store, b"nom;nature\nP\xc3\xb4le de Redon;pole\nFournil;\n", "actors", name="a.csv")
    tokens = Tokens(store)
    tokens.add("anne", "editor", pole="pole de redon")
    (kept,) = tokens.all()
    assert kept.pole == store.actors(ActorQuery(kinds=("pole",))).items[0].id
    with pytest.raises(NotFound, match="Redon"):
        tokens.add("paul", "editor", pole="Pôle de Redonn")
    with pytest.raises(Refused, match="not a pole"):
        tokens.add("paul", "editor", pole="Fournil")
    assert [one.name for one in tokens.all()] == ["anne"]


def test_a_name_is_borne_once(store: Store) -> None:
    secret = Tokens(store).add("anne", "reader")
    with pytest.raises(Refused, match="already called"):
        Tokens(store).add("anne", "admin")
    assert Tokens(store).known(secret) is not None


def test_a_limit_counts_each_asker_apart_and_forgets() -> None:
    clock = [0.0]
    limit = Limit(2, 60, now=lambda: clock[0])
    for _ in range(2):
        limit.check("a")
        limit.count("a")
    limit.check("b")
    clock[0] = 10.0
    with pytest.raises(HTTPException) as refused:
        limit.check("a")
    assert refused.value.status_code == 429
    assert refused.value.headers == {"Retry-After": "50"}
    clock[0] = 60.0
    limit.check("a")
