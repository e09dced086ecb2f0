"""Answers of which only the head is sent: to HEAD, and to who wants nothing of what there is
(`If-None-Match: *`).

HEAD is answered the status and headers of GET: FastAPI answers 405 unless each route lists the
method, which would write every route twice into the document.
"""

from __future__ import annotations

from contextlib import suppress

from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from maillage.api.edge.caching import tag_in

_IF_NOTHING = (b"if-none-match", b"*")


class _Enough(OSError):
    """As a connection that is closed: the body is not worked out."""


class Heads:
    def __init__(self, app: ASGIApp, *, under: str) -> None:
        self.app, self.under = app, under

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        ours = scope["type"] == "http" and scope["path"].startswith(self.under)
        head = ours and scope["method"] == "HEAD"
        if_nothing = ours and scope["method"] in ("HEAD", "GET") and _IF_NOTHING in scope["headers"]
        if not head and not if_nothing:
            await self.app(scope, receive, send)
            return
        asked = {**scope, "method": "GET"}

        async def start_only(message: Message) -> None:
            known = if_nothing and tag_in(asked) and message.get("status") == 200
            if known:
                message = {**message, "status": 304, "headers": []}
            await send(message)
            if known or head:
                await send({"type": "http.response.body", "body": b"", "more_body": False})
                raise _Enough

        # What is streamed says in its own way that nobody listens.
        with suppress(_Enough, ClientDisconnect):
            await self.app(asked, receive, start_only)
