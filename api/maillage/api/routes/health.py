from __future__ import annotations

from importlib.metadata import version

from fastapi import APIRouter

from maillage.api.deps import TheStore
from maillage.api.schemas import Health

router = APIRouter(tags=["health"])


@router.get("/health")
def health(store: TheStore) -> Health:
    """Live and ready: the store answers."""
    return Health(status="ok", version=version("maillage"), revision=store.revision())
