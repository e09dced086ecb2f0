from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel, ConfigDict, Field

from maillage.api.access.auth import TheEditor, TheEyes, TheReader, check_actors
from maillage.api.answers.schemas import FieldValue, TieOut, refuse, values_said
from maillage.api.deps import API, TheLanguage, TheState
from maillage.api.requests.asked import (
    LINE,
    Date,
    StandingName,
    StatusName,
    TieKindName,
    Title,
)
from maillage.api.requests.pages import Listing, ThePage
from maillage.api.work.writing import TheWriting
from maillage.graph.dates import DateSpan
from maillage.graph.edits import Act, Saying, answer
from maillage.graph.entries import Hand, add_tie
from maillage.graph.model import ActorClaim, Import, Record, Ref, TieClaim
from maillage.graph.port import TieQuery
from maillage.graph.vocabulary import Status
from maillage.ingest.by_hand import read_text, read_tie
from maillage.ingest.lists.to_come import planned_if_to_come

router = APIRouter(prefix="/ties", tags=["ties"])


class RecordOut(BaseModel):
    """A row that says so, with the title of its list and who loaded it."""

    id: str
    import_id: str
    sheet: str
    line: int
    source: str
    locator: str
    voice: str
    declared_by: Ref | None
    observed_on: DateSpan | None
    cells: Mapping[str, str]
    corrected: Mapping[str, str]
    actors: tuple[ActorClaim, ...]
    ties: tuple[TieClaim, ...]
    import_title: str
    author: str | None

    @classmethod
    def of(cls, record: Record, item: Import) -> RecordOut:
        own = {name: getattr(record, name) for name in cls.model_fields if hasattr(record, name)}
        own["author"] = record.author or item.author or None
        return cls(**own, import_title=item.title)


class TieWithRecords(TieOut):
    """A tie with the rows that say so."""

    records: list[RecordOut]


class Said(BaseModel):
    model_config = ConfigDict(extra="forbid")

    by: Annotated[str, Field(min_length=1, max_length=200, description="an end of the tie")]
    on: Annotated[Date | None, Field(description="when it ended, or the day spoken of")] = None


class AnswerOut(BaseModel):
    """The tie as it now stands; `DELETE` on `undo` takes the act back."""

    tie: TieOut
    undo: str


class TieIn(BaseModel):
    """A tie between two known actors, as a reviewer knows it. Without a status, one that has yet to
    begin is planned."""

    model_config = ConfigDict(extra="forbid")

    source: Annotated[str, Field(min_length=1, max_length=200)]
    target: Annotated[str, Field(min_length=1, max_length=200)]
    kind: TieKindName
    subtype: Annotated[str, Field(max_length=200), LINE] = ""
    status: Status | None = None
    start: Date | None = None
    end: Date | None = None
    fields: Annotated[dict[Title, FieldValue], Field(max_length=50)] = {}

    def claim(self) -> TieClaim:
        written = read_tie(values_said(self.fields), start=self.start, end=self.end)
        refuse(written.refused)
        claim = TieClaim(
            source=Ref(ids=(self.source,)),
            target=Ref(ids=(self.target,)),
            kind=self.kind,
            subtype=read_text(self.subtype),
            status=self.status,
            start=DateSpan.parse(self.start) if self.start else None,
            end=DateSpan.parse(self.end) if self.end else None,
            attributes=written.values,
        )
        return planned_if_to_come(claim, datetime.now(UTC).date())


@router.post("", status_code=201)
def enter(
    said: TieIn, state: TheState, write: TheWriting, language: TheLanguage, person: TheEditor
) -> AnswerOut:
    """A tie written by hand: a reviewer's record, with its author."""
    claim = said.claim()
    ends = [state.store.actor(end).id for end in (said.source, said.target)]
    if person.pole not in ends:
        check_actors(person, state, ends)
    hand = Hand(author=person.name)
    entered = write(lambda store: add_tie(store, claim, hand))
    write.made("ties", entered.id)
    tie = state.store.tie(entered.id)
    return AnswerOut(tie=TieOut.of(tie, language), undo=f"{API}/imports/{entered.import_id}")


@router.get("")
def ties(
    reader: TheReader,
    language: TheLanguage,
    paging: ThePage,
    actor: Annotated[str | None, Query(max_length=200)] = None,
    kind: Annotated[list[TieKindName] | None, Query()] = None,
    status: Annotated[list[StatusName] | None, Query()] = None,
    standing: Annotated[list[StandingName] | None, Query()] = None,
) -> Listing[TieOut]:
    """Ties in the order of their ids."""
    page = reader.ties(
        TieQuery(
            actor=actor,
            kinds=tuple(kind or ()),
            statuses=tuple(status or ()),
            standings=tuple(standing or ()),
            after=paging.after,
            limit=paging.limit,
        )
    )
    return paging.listing(page, [TieOut.of(tie, language) for tie in page.items])


@router.get("/{id}")
def tie(
    id: str, state: TheState, reader: TheReader, language: TheLanguage, eyes: TheEyes
) -> TieWithRecords:
    """One tie and the records it rests upon."""
    found = reader.tie(id)
    imports = state.imports(eyes)
    records = [
        RecordOut.of(record, imports[record.import_id]) for record in reader.records(found.records)
    ]
    return TieWithRecords(**dict(TieOut.of(found, language)), records=records)


@router.post("/{id}/{act}")
def say(
    id: str,
    act: Act,
    said: Said,
    state: TheState,
    write: TheWriting,
    language: TheLanguage,
    person: TheEditor,
) -> AnswerOut:
    """What an end of the tie says of it: a record with its author, that can be undone."""
    on = DateSpan.parse(said.on) if said.on else None
    check_actors(person, state, [state.store.actor(said.by).id])
    found = write(
        lambda store: answer(store, id, Saying(act=act, by=said.by, on=on, author=person.name))
    )
    return AnswerOut(tie=TieOut.of(found.tie, language), undo=f"{API}/imports/{found.import_id}")
