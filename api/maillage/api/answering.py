"""Questions answered: from what is kept of this revision, by this process, or by the other one."""

from __future__ import annotations

from typing import Annotated, Any, cast

from fastapi import Depends, Request, Response
from pydantic import BaseModel

from maillage.api.auth import ThePerson
from maillage.api.deps import API, TheState
from maillage.api.jobs import Job
from maillage.api.questions.question import Question
from maillage.api.state import State
from maillage.graph.errors import Refused

# Longer than this the answer is a job.
PATIENCE_SECONDS = 20.0


class JobRef(BaseModel):
    """`GET /jobs/{job}` tells how far it is."""

    job: str


class Answering:
    """What a route is given to have a question answered."""

    def __init__(self, state: State, owner: str, where: str) -> None:
        self._state, self._owner, self._where = state, owner, where

    def __call__(self, question: Question) -> Response:
        held, kept = self._state.held, self._state.answers
        key = f"{held.sight(question.eyes)} {question!r}"
        answer = cast("bytes | None", kept.find(key))
        if answer is None and question.is_heavy(held):
            job = self._job(question, key)
            if not job.ended.wait(PATIENCE_SECONDS):
                return accepted(job)
            answer = job.result
            if answer is None:
                raise what_failed(job)
        elif answer is None:
            answer = kept.get(key, lambda: _json(question.answer(held)), len)
        return Response(answer, media_type="application/json")

    def _job(self, question: Question, key: str) -> Job[bytes]:
        state = self._state

        def work(job: Job[bytes]) -> bytes:
            return state.answers.get(key, lambda: state.worker.answer(question, job.step), len)

        return state.jobs.submit(work, owner=self._owner, kind="question", where=self._where)


async def answering_of(request: Request, state: TheState, person: ThePerson) -> Answering:
    query = request.url.query
    return Answering(state, person.name, request.url.path + (f"?{query}" if query else ""))


TheAnswer = Annotated[Answering, Depends(answering_of)]


def accepted(job: Job[Any]) -> Response:
    where = {"Location": f"{API}/jobs/{job.id}"}
    body = JobRef(job=job.id).model_dump_json()
    return Response(body, 202, where, media_type="application/json")


def answers(model: type[BaseModel]) -> dict[int | str, dict[str, Any]]:
    """What a route that asks a question says of itself."""
    return {
        200: {"model": model},
        202: {"model": JobRef, "description": "it takes long: ask the job, then ask again"},
    }


def _json(answer: BaseModel) -> bytes:
    return answer.model_dump_json(exclude_unset=True).encode()


def what_failed(job: Job[Any]) -> Exception:
    """Why a job that has ended has no result."""
    if job.fault is None:
        return Refused("job_cancelled")
    return job.fault.error() or RuntimeError(f"job {job.id}")
