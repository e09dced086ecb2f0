from __future__ import annotations

from fastapi import APIRouter, Response
from pydantic import BaseModel

from maillage.api.access.auth import TheEyes, TheReader
from maillage.api.answers.results import ProvenanceOut
from maillage.api.answers.schemas import ActorBrief, ActorOut
from maillage.api.deps import TheDate, TheDateTold, TheLanguage, TheState
from maillage.api.questions.readouts import Profile, ProfileAsked
from maillage.api.requests.pages import Listing, ThePage
from maillage.api.work.answering import TheAnswer, answers
from maillage.graph.port import ActorQuery
from maillage.graph.views import Lens

router = APIRouter(prefix="/poles", tags=["poles"])


class PoleLink(BaseModel):
    """`weight`: what the two share, each thing counting for less the more poles share it, and
    one for a tie between them."""

    source: str
    target: str
    weight: float


class PoleGraph(BaseModel):
    poles: list[ActorBrief]
    links: list[PoleLink]
    provenance: ProvenanceOut


@router.get("")
def poles(
    reader: TheReader,
    language: TheLanguage,
    paging: ThePage,
) -> Listing[ActorOut]:
    """Poles in the order of their ids."""
    page = reader.actors(ActorQuery(kinds=("pole",), after=paging.after, limit=paging.limit))
    return paging.listing(page, [ActorOut.of(pole, language) for pole in page.items])


@router.get("/graph")
def graph(state: TheState, eyes: TheEyes, at: TheDate) -> PoleGraph:
    """Poles and what ties them: the view `poles`. What too many share ties nobody, and is named
    in `provenance.notes`."""
    network = state.held.network(Lens(view="poles", at=at), eyes)
    columns = state.held.reader(eyes).columns()
    rows = {id_: row for row, id_ in enumerate(columns.actors.ids)}
    ties = network.ties
    return PoleGraph(
        poles=[ActorBrief.row(columns, rows[id_], eyes.language) for id_ in network.ids],
        links=[
            PoleLink(source=network.ids[source], target=network.ids[target], weight=weight)
            for source, target, weight in zip(
                ties.source.tolist(), ties.target.tolist(), ties.weight.tolist(), strict=True
            )
        ],
        provenance=ProvenanceOut.of(network.provenance),
    )


@router.get("/{id:path}", responses=answers(Profile))
async def profile(id: str, at: TheDateTold, eyes: TheEyes, answer: TheAnswer) -> Response:
    """A pole in words: its members and ties, reliance, dependence, article 9, isolation."""
    return await answer(ProfileAsked(pole=id, at=at, eyes=eyes))
