from __future__ import annotations

import secrets
from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, HTTPException
from pydantic import BaseModel, ConfigDict, Field

from maillage.api.access.auth import TheEditor, TheReader
from maillage.api.access.tokens import Role
from maillage.api.deps import TheState
from maillage.api.requests.asked import Title, Words
from maillage.api.requests.pages import Listing
from maillage.graph.errors import NotFound, Refused
from maillage.graph.papers import Shelf
from maillage.graph.port import Reader

router = APIRouter(prefix="/views", tags=["views"])

MOST_VIEWS = 1_000
MOST_STEPS = 50
Address = Annotated[
    str, Field(max_length=4_000, description="what follows `?` in the explorer's address",
               examples=["at=2014&by=sector"])
]  # fmt: skip


class Step(BaseModel):
    """A picture of a story, and what is said of it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    title: Title
    text: Words = ""
    address: Address


class ViewAsked(BaseModel):
    """A picture that somebody keeps; with `steps`, a story told one picture after another."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    title: Title
    text: Words = ""
    address: Address
    steps: Annotated[tuple[Step, ...], Field(max_length=MOST_STEPS)] = ()


class View(ViewAsked):
    # As it was saved, which may be before titles were looked at.
    title: str
    id: str
    author: str
    saved_at: datetime


class ViewGone(BaseModel):
    deleted: str


@router.get("")
def views(reader: TheReader) -> Listing[View]:
    """Views and stories that were saved, the latest first."""
    found = _all(reader).values()
    return Listing.whole(sorted(found, key=lambda view: view.saved_at, reverse=True))


@router.get("/{id}")
def view(id: str, reader: TheReader) -> View:
    """One of them."""
    return _found(reader, id)


@router.post("", status_code=201)
def save(asked: ViewAsked, state: TheState, person: TheEditor) -> View:
    """Keep a view, or a story: it is told in this store's own explorer."""
    if len(_all(state.store)) >= MOST_VIEWS:
        raise Refused("too_many_views", most=MOST_VIEWS)
    made = View(
        **dict(asked),
        id=secrets.token_urlsafe(9),
        author=person.name,
        saved_at=datetime.now(UTC),
    )
    state.store.put_paper(Shelf.VIEWS, made.id, made.model_dump_json())
    return made


@router.delete("/{id}")
def delete(id: str, state: TheState, person: TheEditor) -> ViewGone:
    """By who saved it, or by who keeps the server."""
    if _found(state.store, id).author != person.name and person.role < Role.ADMIN:
        raise HTTPException(403)
    state.store.drop_paper(Shelf.VIEWS, id)
    return ViewGone(deleted=id)


def _all(reader: Reader) -> dict[str, View]:
    papers = reader.papers(Shelf.VIEWS)
    return {id_: View.model_validate_json(text) for id_, text in papers.items()}


def _found(reader: Reader, id: str) -> View:
    try:
        return _all(reader)[id]
    except KeyError:
        raise NotFound("not_found", what="view", id=id) from None
