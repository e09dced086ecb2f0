from __future__ import annotations

from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel

from maillage.api.auth import TheEditor
from maillage.api.caching import by_revision
from maillage.api.deps import TheState
from maillage.api.schemas import text
from maillage.graph import ledger
from maillage.graph.edits import EDITS, EDITS_LABEL
from maillage.graph.errors import NotFound
from maillage.graph.model import Import
from maillage.graph.vocabulary import Label
from maillage.ingest.lists.registry import LISTS
from maillage.viz.scene_model import Text

router = APIRouter(prefix="/imports", tags=["imports"])

MOST_SHOWN = 1_000


class ImportOut(BaseModel):
    """One file loaded, or one act done."""

    id: str
    title: str
    file: str
    list: str
    list_label: Text
    loaded_at: datetime
    author: str
    rows: int
    live: bool
    complete_on: str | None
    undoable: bool

    @classmethod
    def of(cls, item: Import) -> ImportOut:
        return cls(
            id=item.id,
            title=item.title,
            file=item.options.get("file", item.title),
            list=item.list,
            list_label=text(list_label(item.list)),
            loaded_at=item.loaded_at,
            author=item.author,
            rows=item.rows,
            live=item.live,
            complete_on=item.complete_on.text if item.complete_on else None,
            undoable=item.live,
        )


class Imports(BaseModel):
    items: list[ImportOut]
    total: int


class ListOut(BaseModel):
    """A kind of list that can be loaded; `template`: whether a spreadsheet to fill in exists."""

    name: str
    label: Text
    hint: Text
    template: bool


class Undone(BaseModel):
    revision: int
    undone: str


@router.get("", dependencies=[by_revision])
def imports(
    state: TheState, limit: Annotated[int, Query(ge=1, le=MOST_SHOWN)] = MOST_SHOWN
) -> Imports:
    """Everything loaded, newest first; what was undone stays in the list."""
    found = list(state.imports().values())
    return Imports(items=[ImportOut.of(item) for item in found[::-1][:limit]], total=len(found))


@router.get("/lists")
def lists() -> list[ListOut]:
    """The kinds of list that can be loaded."""
    return [
        ListOut(name=spec.name, label=text(spec.label), hint=text(spec.purpose), template=True)
        for spec in LISTS.values()
    ]


@router.get("/{id}", dependencies=[by_revision])
def one(id: str, state: TheState) -> ImportOut:
    return ImportOut.of(_import(state, id))


@router.delete("/{id}")
def undo(id: str, state: TheState, person: TheEditor) -> Undone:
    """As if it had never been loaded; those loaded since stay."""
    del person
    outcome = state.write(lambda: ledger.undo(state.store, id))
    return Undone(revision=outcome.revision, undone=id)


def list_label(name: str) -> Label:
    if name in LISTS:
        return LISTS[name].label
    return EDITS_LABEL if name == EDITS else Label(name, name)


def _import(state: TheState, id: str) -> Import:
    try:
        return state.imports()[id]
    except KeyError:
        raise NotFound("not_found", what="import", id=id) from None
