"""Who changed what, and who was turned away: one line each, without what was sent.

What is written to the network bears its author in the store itself; this log tells the rest:
tokens, refused tries, acts that failed. It names the route, never its values.
"""

from __future__ import annotations

import logging

from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from maillage.api.guard import SAFE_METHODS
from maillage.api.logs import EVENT
from maillage.api.metrics import route_of

log = logging.getLogger("maillage.audit")

TURNED_AWAY = frozenset({401, 403, 429})


class Audit:
    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def seen(message: Message) -> None:
            if message["type"] == "http.response.start":
                self._note(scope, message["status"])
            await send(message)

        await self.app(scope, receive, seen)

    def _note(self, scope: Scope, status: int) -> None:
        if scope["method"] in SAFE_METHODS and status not in TURNED_AWAY:
            return
        request = Request(scope)
        person = getattr(request.state, "person", None)
        event = {
            "by": person.name if person else None,
            "act": f"{scope['method']} {route_of(scope)}",
            "status": status,
        }
        log.info("audit", extra={EVENT: event})
