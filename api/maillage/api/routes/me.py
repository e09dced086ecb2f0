from __future__ import annotations

from fastapi import APIRouter
from pydantic import BaseModel

from maillage.api.access.auth import ThePerson
from maillage.api.access.tokens import ROLE_NAMES, RoleName

router = APIRouter(prefix="/me", tags=["health"])


class Me(BaseModel):
    """`pole`: an editor of that pole alone."""

    role: RoleName
    name: str
    pole: str | None


@router.get("")
def me(person: ThePerson) -> Me:
    """Who you are here, and what that lets you do."""
    return Me(role=ROLE_NAMES[person.role - 1], name=person.name, pole=person.pole)
