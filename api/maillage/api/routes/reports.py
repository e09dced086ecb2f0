from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Response

from maillage.api.access.auth import TheEyes
from maillage.api.access.eyes import Eyes
from maillage.api.deps import TheDateTold, TheState
from maillage.api.edge.caching import papers_kept
from maillage.api.questions.report import ReportAsked, ReportPage
from maillage.api.work.answering import JobRef, TheAnswer
from maillage.graph.languages import Language
from maillage.graph.papers import Shelf

router = APIRouter(prefix="/reports", tags=["pictures"])

# The page carries its own policy, by hash; the API's would stop its style.
SANDBOX = "sandbox allow-modals; frame-ancestors 'none'"
ANSWERS: dict[int | str, dict[str, Any]] = {
    200: {"content": {"text/html": {"schema": {"type": "string"}}}},
    202: {"model": JobRef, "description": "it takes long: ask the job, then ask again"},
}


async def eyes_in(eyes: TheEyes, lang: Language | None = None) -> Eyes:
    """`lang`, for a link that somebody opens whatever her browser speaks."""
    return Eyes(eyes.persons, lang or eyes.language)


TheEyesIn = Annotated[Eyes, Depends(eyes_in)]


@router.get("", response_class=Response, responses=ANSWERS)
async def of_network(
    state: TheState, at: TheDateTold, eyes: TheEyesIn, answer: TheAnswer
) -> Response:
    """The state of the network as one page to read and print."""
    acts = await papers_kept(state, Shelf.INTRODUCTIONS)
    return await answer(ReportAsked(pole=None, at=at, acts=acts, eyes=eyes), _page)


@router.get("/{pole:path}", response_class=Response, responses=ANSWERS)
async def of_pole(
    pole: str, state: TheState, at: TheDateTold, eyes: TheEyesIn, answer: TheAnswer
) -> Response:
    """The state of a pole as one page to read and print: what is not known, its picture, then
    reliance, dependence, décloisonnement, article 9, isolation, economy, types and suggestions,
    each sentence with what it rests upon, and the documents cited."""
    acts = await papers_kept(state, Shelf.INTRODUCTIONS)
    return await answer(ReportAsked(pole=pole, at=at, acts=acts, eyes=eyes), _page)


def _page(answer: bytes) -> Response:
    html = ReportPage.model_validate_json(answer).html
    return Response(html, media_type="text/html", headers={"Content-Security-Policy": SANDBOX})
