from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, Request, Response
from fastapi.responses import StreamingResponse
from pydantic import BaseModel

from maillage.api import errors
from maillage.api.access.auth import ThePerson
from maillage.api.access.tokens import Role
from maillage.api.answers.reports import ReportOut
from maillage.api.deps import API, TheLanguage, TheState
from maillage.api.files.importing import Read
from maillage.api.requests.pages import Listing
from maillage.api.words import PROBLEMS
from maillage.api.work.jobs import ENDED, Job, JobKind, JobState
from maillage.graph.languages import Language

router = APIRouter(prefix="/jobs", tags=["jobs"])

LOOKS_EVERY_SECONDS = 0.2
# Proxies close what is silent.
SPEAKS_EVERY_SECONDS = 15.0


class JobOut(BaseModel):
    """How far the work is. `lasted`: seconds since its turn came; `where`: the address of what came
    of it; `report`: of a file, as long as the server that read it runs; `problem`: why it failed.
    """

    id: str
    kind: JobKind
    owner: str
    asked_at: datetime
    state: JobState
    done: int
    total: int | None = None
    lasted: int
    where: str = ""
    report: ReportOut | None = None
    problem: errors.Problem | None = None

    @classmethod
    def of(cls, job: Job[object], language: Language, *, report: bool = True) -> JobOut:
        # The state is read first: what it promises is there.
        state, read = job.state, job.result
        shown = report and state == "done" and isinstance(read, Read)
        return cls(
            id=job.id,
            kind=job.kind,
            owner=job.owner,
            asked_at=job.asked_at,
            state=state,
            done=job.done,
            total=job.total,
            lasted=job.lasted,
            where=job.where if state == "done" else "",
            report=ReportOut.of_all(read.reports, language, guessed=read.guessed)
            if shown and isinstance(read, Read)
            else None,
            problem=_problem(job, language) if state == "failed" else None,
        )


class Progress(BaseModel):
    state: JobState
    done: int
    total: int | None
    lasted: int


def own_job(id: str, state: TheState, person: ThePerson) -> Job[object]:
    """What somebody asked is hers; who keeps the server sees all."""
    job = state.jobs.get(id)
    if person.role < Role.ADMIN and job.owner != person.name:
        raise HTTPException(403)
    return job


OwnJob = Annotated[Job[object], Depends(own_job)]


@router.get("")
def jobs(state: TheState, language: TheLanguage, person: ThePerson) -> Listing[JobOut]:
    """Your jobs, the latest first; everybody's if you keep the server."""
    return Listing.whole(
        JobOut.of(job, language, report=False)
        for job in state.jobs.all()
        if person.role >= Role.ADMIN or job.owner == person.name
    )


@router.get("/{id}")
def job(job: OwnJob, language: TheLanguage) -> JobOut:
    """How far it is, and what came of it."""
    return JobOut.of(job, language)


@router.delete("/{id}")
def cancel(job: OwnJob, state: TheState, language: TheLanguage) -> JobOut:
    """Give it up: a question at once, a file at its next step; what is being written is
    finished."""
    return JobOut.of(state.jobs.cancel(job.id), language)


@router.get("/{id}/events", response_class=Response)
async def events(job: OwnJob, request: Request) -> Response:
    """Server-sent events: `progress` as the work advances, `end` when it has ended."""
    return StreamingResponse(_told(job, request), media_type="text/event-stream")


async def _told(job: Job[object], request: Request) -> AsyncIterator[str]:
    last, silent = "", 0.0
    while not await request.is_disconnected():
        state = job.state
        now = Progress(
            state=state, done=job.done, total=job.total, lasted=job.lasted
        ).model_dump_json()
        if state in ENDED:
            yield f"event: end\ndata: {now}\n\n"
            return
        if now != last:
            yield f"event: progress\ndata: {now}\n\n"
            last, silent = now, 0.0
        elif silent >= SPEAKS_EVERY_SECONDS:
            yield ": still here\n\n"
            silent = 0.0
        await asyncio.sleep(LOOKS_EVERY_SECONDS)
        silent += LOOKS_EVERY_SECONDS


def _problem(job: Job[object], language: Language) -> errors.Problem:
    where, error = f"{API}/jobs/{job.id}", job.fault.error() if job.fault else None
    if error is None:
        detail, status, code = PROBLEMS["internal"].text(language), 500, "internal"
    else:
        detail, status = errors.sentence(error, language), errors.status_of(error)
        code = error.code
    return errors.Problem(**errors.document(status, detail, language, code, where))
