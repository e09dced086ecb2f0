"""Logging in by OpenID Connect: a provider says who it is, our settings say what she may do.

The code flow with PKCE. Whoever comes back must bring the state that her browser was given; the
token is believed if the provider signed it, for us, now, and for this very try (`nonce`).
"""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit

import requests
from authlib.common.errors import AuthlibBaseError
from authlib.integrations.requests_client import OAuth2Session
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

from maillage.api.access.person import Person
from maillage.api.access.sessions import NotBelieved, Way
from maillage.api.access.tokens import LONGEST_NAME, Role
from maillage.api.running.settings import OidcSettings

SCOPE = "openid profile"
# Signatures with a public key: one with our own secret could be made by whoever knows it.
ALGORITHMS = ["RS256", "ES256", "PS256"]
WAIT_SECONDS = 10
LEEWAY_SECONDS = 30
EVERYBODY = "*"


class Provider:
    def __init__(self, settings: OidcSettings) -> None:
        self._settings = settings
        self._callback = f"{settings.public_url.rstrip('/')}/login/oidc/callback"

    @property
    def name(self) -> str:
        return urlsplit(self._settings.issuer).hostname or ""

    @property
    def is_secure(self) -> bool:
        """Whether people come to us over TLS, whatever stands between."""
        return self._callback.startswith("https://")

    def way(self) -> tuple[str, Way]:
        """Where to send a browser, and what to remember until it comes back."""
        started = Way(*(secrets.token_urlsafe(32) for _ in "abc"))
        with self._client() as client:
            address, _ = client.create_authorization_url(
                self._document()["authorization_endpoint"],
                state=started.state,
                nonce=started.nonce,
                code_verifier=started.verifier,
            )
        return str(address), started

    def person(self, started: Way, query: Mapping[str, str]) -> Person | None:
        """Who came back; None if our settings know no role for her."""
        if not hmac.compare_digest(query.get("state", "").encode(), started.state.encode()):
            raise NotBelieved("state")
        claims = self._claims(started, query.get("code", ""))
        name = str(claims.get(self._settings.name_claim) or claims["sub"])
        shown = f"{name}@{self.name}"
        if len(shown) > LONGEST_NAME or not shown.isprintable():
            raise NotBelieved("name")
        granted = self._granted(claims.get(self._settings.roles_claim))
        return Person(granted[0], shown, granted[1]) if granted else None

    def _claims(self, started: Way, code: str) -> Mapping[str, Any]:
        document = self._document()
        try:
            with self._client() as client:
                answer = client.fetch_token(
                    document["token_endpoint"],
                    code=code,
                    code_verifier=started.verifier,
                    timeout=WAIT_SECONDS,
                )
            keys = KeySet.import_key_set(_fetched(document["jwks_uri"]))
            token = jwt.decode(str(answer["id_token"]), keys, algorithms=ALGORITHMS)
            self._registry(started.nonce).validate(token.claims)
        except (AuthlibBaseError, JoseError, requests.RequestException, KeyError, ValueError) as no:
            raise NotBelieved(type(no).__name__) from None
        claims: Mapping[str, Any] = token.claims
        return claims

    def _registry(self, nonce: str) -> jwt.JWTClaimsRegistry:
        return jwt.JWTClaimsRegistry(
            leeway=LEEWAY_SECONDS,
            iss={"essential": True, "value": self._settings.issuer},
            aud={"essential": True, "value": self._settings.client_id},
            exp={"essential": True},
            sub={"essential": True},
            nonce={"essential": True, "value": nonce},
        )

    def _document(self) -> Mapping[str, Any]:
        """What the provider says of itself; another's word for it is not taken."""
        address = f"{self._settings.issuer.rstrip('/')}/.well-known/openid-configuration"
        document = _fetched(address)
        if document.get("issuer") != self._settings.issuer:
            raise NotBelieved("issuer")
        known: Mapping[str, Any] = document
        return known

    def _client(self) -> Any:
        return OAuth2Session(
            self._settings.client_id,
            self._settings.client_secret,
            scope=SCOPE,
            redirect_uri=self._callback,
            code_challenge_method="S256",
        )

    def _granted(self, said: object) -> tuple[Role, str | None] | None:
        """The highest role that one of her groups has."""
        groups: Sequence[object] = said if isinstance(said, list) else [said]
        known = [
            granted
            for group, granted in self._settings.roles.items()
            if group == EVERYBODY or group in groups
        ]
        return max(known, key=lambda granted: granted[0], default=None)


def _fetched(address: str) -> Any:
    try:
        answer = requests.get(address, timeout=WAIT_SECONDS, allow_redirects=False)
        answer.raise_for_status()
        return answer.json()
    except (requests.RequestException, ValueError) as error:
        raise NotBelieved(type(error).__name__) from None
