from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, HTTPException, Query, Request, Response, UploadFile
from pydantic import BaseModel

from maillage.api.access.auth import TheEditor, TheEyes, ThePerson
from maillage.api.access.eyes import ALL, Eyes
from maillage.api.access.person import Person
from maillage.api.access.tokens import Role
from maillage.api.answers.downloads import XLSX, attachment
from maillage.api.answers.reports import ReportOut
from maillage.api.deps import TheLanguage, TheState
from maillage.api.files import importing
from maillage.api.files.import_form import TheForm
from maillage.api.requests.pages import Cursor, Listing, paging
from maillage.api.requests.preferring import AskedPatience
from maillage.api.work.answering import USUAL, Awaited, JobRef, accepted
from maillage.api.work.writing import TheWriting
from maillage.graph import ledger
from maillage.graph.errors import NotFound
from maillage.graph.model import Import, ImportState
from maillage.graph.vocabulary import Label
from maillage.ingest.list_labels import list_label
from maillage.ingest.lists.registry import LISTS
from maillage.ingest.loading.again import load_again
from maillage.ingest.loading.marked import marked_copy

router = APIRouter(prefix="/imports", tags=["imports"])

MOST_SHOWN = 1_000
MARKED_SUFFIX = Label("-à-regarder", "-to-look-at")


class ImportOut(BaseModel):
    """One file loaded, or one act done; whether it counts, or which import took its place. A mended
    copy has the title of the file that it `replaces`."""

    id: str
    title: str
    file: str
    list: str
    list_label: Label
    loaded_at: datetime
    author: str
    rows: int
    live: bool
    state: ImportState
    replaces: str | None
    replaced_by: str | None
    complete_on: str | None
    undoable: bool

    @classmethod
    def of(cls, item: Import) -> ImportOut:
        return cls(
            id=item.id,
            title=item.title,
            file=item.options.get("file", item.title),
            list=item.list,
            list_label=list_label(item.list),
            loaded_at=item.loaded_at,
            author=item.author,
            rows=item.rows,
            live=item.live,
            state=item.state,
            replaces=item.replaces or None,
            replaced_by=item.replaced_by or None,
            complete_on=item.complete_on.text if item.complete_on else None,
            undoable=item.state != "undone",
        )


class ImportWithReport(ImportOut):
    """`report`: what was said of the file, for a while after, to who sent it."""

    report: ReportOut | None = None


class ListOut(BaseModel):
    """A kind of list that can be loaded; `GET /templates/{name}` is a spreadsheet to fill in."""

    name: str
    label: Label
    hint: Label


class Undone(BaseModel):
    revision: int
    undone: str


@router.get("")
def imports(
    request: Request,
    state: TheState,
    eyes: TheEyes,
    cursor: Cursor = "",
    limit: Annotated[int, Query(ge=1, le=MOST_SHOWN)] = MOST_SHOWN,
) -> Listing[ImportOut]:
    """Everything loaded, newest first; what was undone stays in the list."""
    asked, found = paging(request, cursor, limit), state.imports(eyes)
    page = asked.among({id_: found[id_] for id_ in reversed(list(found))})
    return asked.listing(page, map(ImportOut.of, page.items))


@router.post(
    "",
    responses={
        200: {"model": ReportOut},
        202: {"model": JobRef, "description": "the file is large: ask the job"},
    },
)
def send(
    state: TheState,
    write: TheWriting,
    language: TheLanguage,
    person: TheEditor,
    asked_patience: AskedPatience,
    file: UploadFile,
    form: TheForm,
) -> Response:
    """Load a file, or (`dry_run`) say what loading it would do.

    Without `as`, a workbook two of whose sheets are called after lists is read list by list, each
    as an import of its own (`others`); of another file, a dry run guesses the list from the
    headings. `sheet`, as often as needed, names the sheets to read. `group` says of which employer
    group its list is; of a `pole` that nobody knows, `new_network` says that it is none, and
    `new_pole=false` that it must be mistyped: the near ones are told. `map` is `{heading: field}`,
    an empty field leaving the column out; `corrections` are laid over the cells before they are
    read.
    """
    state.uploads.check(person.name)
    state.uploads.count(person.name)
    later = write.later()
    job, size = importing.submit(state, file, form, later)
    if size > importing.LARGE_FILE:
        return accepted(job)

    def shown(read: importing.Read) -> Response:
        said = ReportOut.of_all(read.reports, language, guessed=read.guessed)
        return Response(said.model_dump_json(), 200, later.told, media_type="application/json")

    return Awaited(job, shown, patience=asked_patience or USUAL)


@router.get("/lists")
def lists() -> Listing[ListOut]:
    """The kinds of list that can be loaded."""
    return Listing.whole(
        ListOut(name=spec.name, label=spec.label, hint=spec.purpose) for spec in LISTS.values()
    )


@router.get("/{id}")
def one(
    id: str, state: TheState, eyes: TheEyes, language: TheLanguage, person: ThePerson
) -> ImportWithReport:
    """One import: when, by whom, from which file."""
    found = _import(state, id, eyes)
    own = eyes.persons and (person.role == Role.ADMIN or found.author == person.name)
    filed = state.desk.get(id) if own else None
    report = ReportOut.of(filed.report, language) if filed else None
    return ImportWithReport(**dict(ImportOut.of(found)), report=report)


@router.get("/{id}/report.xlsx", response_class=Response)
def marked(id: str, state: TheState, language: TheLanguage, person: TheEditor) -> Response:
    """The file that was sent, its cells to look at marked and commented, for a while after."""
    _check_own(person, state.imports().get(id))
    filed = state.desk.get(id)
    if filed is None:
        _import(state, id)
        raise HTTPException(410)
    content = marked_copy(filed.path, filed.reports, language, "page")
    name = f"{Path(filed.report.file).stem}{MARKED_SUFFIX.text(language)}.xlsx"
    return Response(content, media_type=XLSX, headers=attachment(name))


@router.post("/{id}/redo")
def redo(
    id: str, state: TheState, write: TheWriting, language: TheLanguage, person: TheEditor
) -> ReportOut:
    """The undo taken back: the lines count again."""
    _check_own(person, _import(state, id))
    return ReportOut.of(load_again(write.store, id, turn=write.turn()), language)


@router.delete("/{id}")
def undo(id: str, state: TheState, write: TheWriting, person: TheEditor) -> Undone:
    """As if it had never been loaded; those loaded since stay."""
    _check_own(person, _import(state, id))
    outcome = write(lambda store: ledger.undo(store, id))
    return Undone(revision=outcome.revision, undone=id)


def _check_own(person: Person, item: Import | None) -> None:
    """An editor of one pole takes back what she loaded, and nothing else."""
    if person.pole is not None and (item is None or item.author != person.name):
        raise HTTPException(403)


def _import(state: TheState, id: str, eyes: Eyes = ALL) -> Import:
    try:
        return state.imports(eyes)[id]
    except KeyError:
        raise NotFound("not_found", what="import", id=id) from None
