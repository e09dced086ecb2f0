from __future__ import annotations

from typing import Literal

from fastapi import APIRouter
from pydantic import BaseModel

from maillage.api.auth import ThePerson

router = APIRouter(prefix="/me", tags=["health"])


class Me(BaseModel):
    role: Literal["reader", "editor", "admin"]
    name: str


@router.get("")
def me(person: ThePerson) -> Me:
    """Who you are here, and what that lets you do."""
    return Me.model_validate({"role": person.role.name.lower(), "name": person.name})
