"""Who asks, and what that lets them do.

On this machine without tokens there is one person, who may do everything.
"""

from __future__ import annotations

from enum import IntEnum
from typing import Annotated, Any

from fastapi import Depends, HTTPException, Request
from pydantic import BaseModel

from maillage.ingest.loading.author import user_of_this_machine


class Role(IntEnum):
    """Each may do what those before it may."""

    READER = 1
    EDITOR = 2
    ADMIN = 3


class Person(BaseModel):
    role: Role
    name: str


def person_of(request: Request) -> Person:
    del request
    return Person(role=Role.ADMIN, name=user_of_this_machine())


def at_least(role: Role) -> Any:
    """The dependency of a route that needs this role."""

    def check(person: ThePerson) -> Person:
        if person.role < role:
            raise HTTPException(403)
        return person

    return Depends(check)


ThePerson = Annotated[Person, Depends(person_of)]
TheEditor = Annotated[Person, at_least(Role.EDITOR)]

__all__ = ["Person", "Role", "TheEditor", "ThePerson", "at_least", "person_of"]
