from __future__ import annotations

from collections import Counter
from importlib.metadata import version

from fastapi import APIRouter, Request, Response

from maillage.api.deps import TheState
from maillage.api.running.metrics import MEDIA_TYPE, Requests, gauge

router = APIRouter(prefix="/metrics", tags=["health"])


@router.get("", response_class=Response)
def metrics(request: Request, state: TheState) -> Response:
    """Figures of the server, for Prometheus: a scraper bears a reader's token."""
    requests: Requests = request.app.state.requests
    jobs = Counter(job.state for job in state.jobs.all())
    kept = {name: memory.weight for name, memory in state.kept.items()}
    lines = [
        *requests.lines(),
        *gauge("revision", "Revision of the store.", [((), state.store.revision())]),
        *gauge("jobs", "Jobs known.", [((("state", name),), n) for name, n in jobs.items()]),
        *gauge(
            "kept_weight",
            "What is kept of this revision: numbers, bytes or marks.",
            [((("what", name),), weight) for name, weight in kept.items()],
        ),
        *gauge("info", "Version.", [((("version", version("maillage")),), 1)]),
    ]
    return Response("\n".join(lines) + "\n", media_type=MEDIA_TYPE)
