"""HEAD of whatever GET answers: the same status and headers, and nothing of the body.

FastAPI answers 405 unless each route lists the method, which would write every route twice into
the document.
"""

from __future__ import annotations

from contextlib import suppress

from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Message, Receive, Scope, Send


class _Enough(OSError):
    """As a connection that is closed: the body is not worked out."""


class Heads:
    def __init__(self, app: ASGIApp, *, under: str) -> None:
        self.app, self.under = app, under

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        asked = scope["type"] == "http" and scope["method"] == "HEAD"
        if not asked or not scope["path"].startswith(self.under):
            await self.app(scope, receive, send)
            return

        async def start_only(message: Message) -> None:
            await send(message)
            await send({"type": "http.response.body", "body": b"", "more_body": False})
            raise _Enough

        # What is streamed says in its own way that nobody listens.
        with suppress(_Enough, ClientDisconnect):
            await self.app({**scope, "method": "GET"}, receive, start_only)
