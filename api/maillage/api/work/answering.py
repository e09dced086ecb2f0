"""Questions answered: from what is kept of this revision, by this process, or by the other one."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from hashlib import blake2s
from typing import Annotated, Any, Generic, TypeVar, cast

from fastapi import Depends, Request, Response
from fastapi.concurrency import run_in_threadpool
from pydantic import BaseModel
from starlette.types import Receive, Scope, Send

from maillage.api.access.auth import ThePerson
from maillage.api.deps import API, read_of, state_in
from maillage.api.questions.question import Question, answer_json
from maillage.api.requests.preferring import AskedPatience, Patience
from maillage.api.state import State
from maillage.api.work.jobs import Job
from maillage.graph.errors import Refused

T = TypeVar("T")

# Longer than this the answer is a job, unless who asks prefers otherwise.
USUAL = Patience(20.0)


class JobRef(BaseModel):
    """`GET /jobs/{job}` tells how far it is."""

    job: str


class Awaited(Response, Generic[T]):
    """The answer of a job, or where to ask for it: no thread waits for it, so that however many
    wait, others are answered."""

    def __init__(
        self,
        job: Job[T],
        shown: Callable[[T], Response],
        *,
        patience: Patience,
        when_left: Callable[[], object] = lambda: None,
    ) -> None:
        super().__init__()
        # What the route adds is the answer's.
        self.raw_headers = []
        if patience.applied:
            self.headers["Preference-Applied"] = patience.applied
        self._job, self._shown, self._patience = job, shown, patience
        self._when_left = when_left

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if await self._is_left(receive):
            self._when_left()
            return
        answer = self._answer()
        answer.raw_headers.extend(self.raw_headers)
        await answer(scope, receive, send)

    async def _is_left(self, receive: Receive) -> bool:
        """Waits for the end of the job; whether who asked has gone meanwhile."""
        ended = asyncio.wrap_future(self._job.ended)
        gone = asyncio.ensure_future(_disconnected(receive))
        try:
            await asyncio.wait(
                {ended, gone}, timeout=self._patience.seconds, return_when=asyncio.FIRST_COMPLETED
            )
            return gone.done() and not ended.done()
        finally:
            gone.cancel()

    def _answer(self) -> Response:
        if not self._job.ended.done():
            return accepted(self._job)
        if self._job.result is None:
            raise what_failed(self._job)
        return self._shown(self._job.result)


class Answering:
    """What a route is given to have a question answered."""

    def __init__(
        self, state: State, owner: str, where: str, asked_patience: Patience | None
    ) -> None:
        self._state, self._owner, self._where = state, owner, where
        self._asked_patience = asked_patience

    async def __call__(
        self,
        question: Question,
        shown: Callable[[bytes], Response] | None = None,
        *,
        patience: Patience = USUAL,
    ) -> Response:
        """`shown`: the answer as it is sent, if not as JSON. `patience`: if none is asked for."""
        show = shown or _as_json
        answer = await read_of(self._state, lambda: self._at_hand(question))
        if answer is not None:
            return show(answer)
        allowed = self._asked_patience or patience
        return await run_in_threadpool(self._worked_out, question, show, allowed)

    def _at_hand(self, question: Question) -> bytes | None:
        """What is kept, where telling so is quick: a body may ask with a million ids."""
        if not self._where or self._state.held.at_hand(question.eyes) is None:
            return None
        return self._kept(self._key(question))

    def _worked_out(
        self, question: Question, show: Callable[[bytes], Response], patience: Patience
    ) -> Response:
        state, key = self._state, self._key(question)
        answer = self._kept(key)
        if answer is None and question.is_heavy(state.held):
            job = self._job(question, key)
            return Awaited(job, show, patience=patience, when_left=lambda: state.jobs.leave(job.id))
        if answer is None:
            answer = state.answers.get(key, lambda: answer_json(question, state.held), len)
        return show(answer)

    def _key(self, question: Question) -> bytes:
        asked = f"{self._state.held.sight(question.eyes)} {question!r}"
        return blake2s(asked.encode()).digest()

    def _kept(self, key: bytes) -> bytes | None:
        return cast("bytes | None", self._state.answers.find(key))

    def _job(self, question: Question, key: bytes) -> Job[bytes]:
        state = self._state

        def work(job: Job[bytes]) -> bytes:
            return state.answers.get(key, lambda: state.worker.answer(question, job.step), len)

        return state.jobs.submit(work, owner=self._owner, kind="question", where=self._where)


async def answering_of(request: Request, person: ThePerson, patience: AskedPatience) -> Answering:
    """What was asked by its body alone has no address."""
    query, path = request.url.query, request.url.path if request.method == "GET" else ""
    where = path + (f"?{query}" if query else "")
    return Answering(state_in(request), person.name, where, patience)


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


async def _disconnected(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


def _as_json(answer: bytes) -> Response:
    return Response(answer, media_type="application/json")


def what_failed(job: Job[Any]) -> Exception:
    """Why a job that has ended has no result."""
    if job.fault is None:
        return Refused("job_cancelled")
    return job.fault.error() or RuntimeError(f"job {job.id}")
