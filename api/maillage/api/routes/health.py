from __future__ import annotations

from importlib.metadata import version

from fastapi import APIRouter

from maillage.api.answers.schemas import Health
from maillage.api.deps import TheState, read_of

router = APIRouter(tags=["health"])

VERSION = version("maillage")


@router.get("/health")
async def health(state: TheState) -> Health:
    """Live and ready: the store answers."""
    return Health(status="ok", version=VERSION, revision=await read_of(state, state.store.revision))
