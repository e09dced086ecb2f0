"""Logging in by OpenID Connect, against a real provider on loopback: who comes in, as what, and who
does not."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator

import httpx2 as httpx
import pytest
from fastapi.testclient import TestClient
from identity_provider import CLIENT, SECRET, IdentityProvider, identity_provider
from joserfc.jwk import RSAKey

from maillage.api.app import create_app
from maillage.api.running.settings import Settings
from maillage.graph.errors import Refused

HERE = "http://127.0.0.1"
BACK = f"{HERE}/login/oidc/callback"
ANNE: dict[str, object] = {"preferred_username": "anne", "groups": ["anim"]}


@pytest.fixture
def provider() -> Iterator[IdentityProvider]:
    with identity_provider() as found:
        yield found


@pytest.fixture
def client(provider: IdentityProvider, demonstration: str) -> Iterator[TestClient]:
    settings = Settings.of_environment(
        {
            "MAILLAGE_PUBLIC_URL": HERE,
            "MAILLAGE_OIDC_ISSUER": provider.issuer,
            "MAILLAGE_OIDC_CLIENT_ID": CLIENT,
            "MAILLAGE_OIDC_CLIENT_SECRET": SECRET,
            "MAILLAGE_OIDC_ROLES": "chefs=admin, anim=editor:ptce-realis, *=reader",
        }
    )
    app = create_app(demonstration, settings=settings)
    with TestClient(app, base_url=HERE, follow_redirects=False) as found:
        yield found


def way_back(client: TestClient) -> str:
    """To the provider and where it sends us back to."""
    away = client.get("/login/oidc")
    assert away.status_code == 303
    assert "SameSite=lax" in away.headers["set-cookie"]
    return httpx.get(away.headers["location"]).headers["location"]


@pytest.mark.parametrize(
    ("groups", "role", "pole"),
    [
        (["anim"], "editor", "ptce-realis"),
        (["anim", "chefs"], "admin", None),
        ([], "reader", None),
        ("chefs", "admin", None),
        (None, "reader", None),
    ],
)
def test_who_comes_back_has_the_role_of_her_groups(
    client: TestClient, provider: IdentityProvider, groups: object, role: str, pole: str | None
) -> None:
    """Nobody is at home where a provider is set up, even on this machine."""
    assert client.get("/api/v1/me").status_code == 401
    door = client.get("/login", headers={"Accept-Language": "fr"}).text
    assert '<a href="/login/oidc">Entrer avec 127.0.0.1</a>' in door
    provider.claims = {"preferred_username": "anne", "groups": groups}
    back = way_back(client)
    entered = client.get(back)
    assert entered.status_code == 200
    assert 'content="0;url=/"' in entered.text
    assert "SameSite=strict" in entered.headers["set-cookie"]
    me = client.get("/api/v1/me").json()
    assert me == {"role": role, "name": "anne@127.0.0.1", "pole": pole}
    assert client.get(back).status_code == 401, "one way, one time"
    assert client.get("/api/v1/me").status_code == 200
    client.post("/logout")
    assert client.get("/api/v1/me").status_code == 401


LIES: dict[str, dict[str, object]] = {
    "another issuer": {"iss": "https://evil.example"},
    "for somebody else": {"aud": "another-client"},
    "over": {"exp": int(time.time()) - 3600},
    "of another try": {"nonce": "seen-before"},
    "nobody": {"sub": None},
    "no name to show": {"preferred_username": "x\n\u202e"},
}


@pytest.mark.parametrize("lie", LIES)
def test_what_does_not_hold_is_not_believed(
    client: TestClient, provider: IdentityProvider, lie: str
) -> None:
    provider.claims = ANNE | LIES[lie]
    refused = client.get(way_back(client), headers={"Accept-Language": "fr"})
    assert refused.status_code == 401
    assert "n’a pas pu dire qui vous êtes" in refused.text
    assert client.get("/api/v1/me").status_code == 401


def test_a_token_that_another_key_signed_is_not_believed(
    client: TestClient, provider: IdentityProvider
) -> None:
    provider.shown = RSAKey.generate_key(2048)
    assert client.get(way_back(client)).status_code == 401


@pytest.mark.parametrize(
    "query", ["", "?code=x", "?state=x&code=x", "?error=access_denied&state=x", "?code=%00&state=é"]
)
def test_who_was_not_sent_is_not_let_in(client: TestClient, query: str) -> None:
    """Without a way of her own, and with one but not what must come back with it."""
    assert client.get(BACK + query).status_code == 401
    client.get("/login/oidc")
    assert client.get(BACK + query).status_code == 401


def test_another_browser_cannot_come_back_for_her(
    client: TestClient, provider: IdentityProvider, demonstration: str
) -> None:
    back = way_back(client)
    client.cookies.clear()
    assert client.get(back).status_code == 401


def test_a_provider_that_is_gone_or_somebody_else_is_said(
    client: TestClient, provider: IdentityProvider
) -> None:
    provider.issuer = "https://evil.example"
    gone = client.get("/login/oidc", headers={"Accept-Language": "en"})
    assert gone.status_code == 502
    assert "could not say who you are" in gone.text


def test_without_its_extra_the_server_says_what_is_missing(
    monkeypatch: pytest.MonkeyPatch, demonstration: str
) -> None:
    monkeypatch.setitem(sys.modules, "maillage.api.access.oidc", None)
    settings = Settings(oidc_issuer="https://id.example")
    with pytest.raises(Refused, match="oidc"):
        create_app(demonstration, settings=settings)


def test_without_a_provider_there_is_no_such_door(demonstration: str) -> None:
    with TestClient(create_app(demonstration), base_url=HERE) as client:
        assert client.get("/login/oidc").status_code == 404
        assert "oidc" not in client.get("/login").text
