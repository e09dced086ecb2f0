from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.responses import StreamingResponse
from pydantic import BaseModel

from maillage.api import errors
from maillage.api.auth import TheEditor
from maillage.api.deps import API, TheLanguage, TheState
from maillage.api.importing import Read
from maillage.api.jobs import ENDED, Job, JobState
from maillage.api.reports import ReportOut
from maillage.api.words import PROBLEMS
from maillage.graph.errors import Language, MaillageError

router = APIRouter(prefix="/jobs", tags=["imports"])

LOOKS_EVERY_SECONDS = 0.2
# Proxies close what is silent.
SPEAKS_EVERY_SECONDS = 15.0


class JobOut(BaseModel):
    """How far the work is; its report once it is done, its problem if it failed."""

    state: JobState
    done: int
    total: int | None = None
    report: ReportOut | None = None
    problem: dict[str, Any] | None = None

    @classmethod
    def of(cls, job: Job[object], language: Language) -> JobOut:
        # The state is read first: what it promises is there.
        state, read = job.state, job.result
        report = (
            ReportOut.of(read.report, language, guessed=read.guessed)
            if state == "done" and isinstance(read, Read)
            else None
        )
        problem = _problem(job, language) if state == "failed" else None
        return cls(state=state, done=job.done, total=job.total, report=report, problem=problem)


class Progress(BaseModel):
    state: JobState
    done: int
    total: int | None


@router.get("/{id}")
def job(id: str, state: TheState, language: TheLanguage, person: TheEditor) -> JobOut:
    del person
    return JobOut.of(state.jobs.get(id), language)


@router.delete("/{id}")
def cancel(id: str, state: TheState, language: TheLanguage, person: TheEditor) -> JobOut:
    """Give it up at its next step; what is being written is finished."""
    del person
    return JobOut.of(state.jobs.cancel(id), language)


@router.get("/{id}/events", response_class=Response)
async def events(id: str, state: TheState, request: Request, person: TheEditor) -> Response:
    """Server-sent events: `progress` as the work advances, `end` when it has ended."""
    del person
    told = _told(state.jobs.get(id), request)
    return StreamingResponse(told, media_type="text/event-stream")


async def _told(job: Job[object], request: Request) -> AsyncIterator[str]:
    last, silent = "", 0.0
    while not await request.is_disconnected():
        state = job.state
        now = Progress(state=state, done=job.done, total=job.total).model_dump_json()
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


def _problem(job: Job[object], language: Language) -> dict[str, Any]:
    where, error = f"{API}/jobs/{job.id}", job.error
    if isinstance(error, MaillageError):
        detail = errors.sentence(error, language)
        return errors.document(errors.status_of(error), detail, language, error.code, where)
    return errors.document(500, PROBLEMS["internal"].text(language), language, "internal", where)
