"""Who changed what, and who was turned away: one line each, without what was sent.

What is written to the network bears its author in the store itself; this log tells the rest:
tokens, refused tries, acts that failed. It names the route, never its values.
"""

from __future__ import annotations

import logging

from starlette.requests import Request

from maillage.api.edge.at_start import Start
from maillage.api.edge.guard import SAFE_METHODS
from maillage.api.running.logs import EVENT
from maillage.api.running.metrics import route_of

log = logging.getLogger("maillage.audit")

TURNED_AWAY = frozenset({401, 403, 429})


def note_change(start: Start) -> None:
    scope, status = start.scope, start.message["status"]
    if scope["method"] in SAFE_METHODS and status not in TURNED_AWAY:
        return
    person = getattr(Request(scope).state, "person", None)
    event = {
        "by": person.name if person else None,
        "act": f"{scope['method']} {route_of(scope)}",
        "status": status,
    }
    log.info("audit", extra={EVENT: event})
