from __future__ import annotations

from datetime import date, datetime
from typing import Annotated

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field

from maillage.api.access.auth import TheAdmin
from maillage.api.access.tokens import LONGEST_NAME, RoleName, Token
from maillage.api.deps import TheState
from maillage.api.requests.asked import Date
from maillage.api.requests.pages import Listing

router = APIRouter(prefix="/tokens", tags=["tokens"])


class TokenOut(BaseModel):
    """What is known of a token; the token itself is told once, when it is made."""

    name: str
    role: RoleName
    pole: str | None
    created_at: datetime
    expires_on: date | None

    @classmethod
    def of(cls, token: Token) -> TokenOut:
        return cls(**token.model_dump(exclude={"digest"}))


class TokenAsked(BaseModel):
    model_config = ConfigDict(extra="forbid")

    name: Annotated[str, Field(min_length=1, max_length=LONGEST_NAME)]
    role: RoleName
    pole: Annotated[str | None, Field(max_length=200, description="an editor of it alone")] = None
    expires: Annotated[Date | None, Field(description="the last day")] = None


class TokenMade(BaseModel):
    name: str
    token: str


class TokenGone(BaseModel):
    revoked: str


@router.get("")
def tokens(state: TheState, person: TheAdmin) -> Listing[TokenOut]:
    """Every token, without the secret, which nobody keeps."""
    del person
    return Listing.whole(TokenOut.of(token) for token in state.tokens.all())


@router.post("", status_code=201)
def add(asked: TokenAsked, state: TheState, person: TheAdmin) -> TokenMade:
    """A new token, told this once."""
    del person
    made = state.tokens.add(asked.name, asked.role, pole=asked.pole, expires=asked.expires)
    return TokenMade(name=asked.name, token=made)


@router.delete("/{name:path}")
def revoke(name: str, state: TheState, person: TheAdmin) -> TokenGone:
    """It is not known from now on."""
    del person
    state.tokens.revoke(name)
    return TokenGone(revoked=name)
