"""What is turned away before any route: foreign host names, foreign pages, bodies too large.

A page of another site can make a browser send requests here, and a name that such a site owns can
be made to point here: so a name that is not ours is not answered, and nothing is changed for a
page that is not ours. Programs other than browsers send neither `Origin` nor `Sec-Fetch-Site`.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from maillage.api.errors import say

LOOPBACK_NAMES = frozenset({"127.0.0.1", "localhost", "::1"})
SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
# A file of half a million lines; a cut of a million ids.
LARGEST_UPLOAD = 128 << 20
LARGEST_BODY = 16 << 20

_HOST = re.compile(r"([a-z0-9.-]+|\[[0-9a-f:.]+\])(?::[0-9]*)?")


class Guard:
    """`hosts`: the names by which this server may be called; None lets any through."""

    def __init__(
        self,
        app: ASGIApp,
        *,
        hosts: Collection[str] | None = LOOPBACK_NAMES,
        largest_body: int = LARGEST_BODY,
        largest_upload: int = LARGEST_UPLOAD,
    ) -> None:
        self.app, self.hosts = app, hosts
        self.largest_body, self.largest_upload = largest_body, largest_upload

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        limit = self._limit(headers)
        if reason := self._refusal(scope["method"], headers, limit):
            await say(Request(scope), *reason)(scope, receive, send)
            return
        await self.app(scope, _counted(receive, limit), send)

    def _limit(self, headers: Headers) -> int:
        upload = headers.get("content-type", "").lower().startswith("multipart/form-data")
        return self.largest_upload if upload else self.largest_body

    def _refusal(self, method: str, headers: Headers, limit: int) -> tuple[int, str] | None:
        if not self._our_name(headers):
            return 421, "foreign_host"
        if method not in SAFE_METHODS and not _our_page(headers):
            return 403, "foreign_page"
        announced = headers.get("content-length", "0")
        if not announced.isascii() or not announced.isdigit():
            return 400, "bad_request"
        return (413, "too_large") if int(announced[:19]) > limit else None

    def _our_name(self, headers: Headers) -> bool:
        if self.hosts is None:
            return True
        named = headers.getlist("host")
        return len(named) == 1 and _name(named[0]) in self.hosts


def _our_page(headers: Headers) -> bool:
    """Whether the page that sends this, if it is a page, came from here."""
    site = headers.get("sec-fetch-site")
    if site is not None and site not in ("same-origin", "none"):
        return False
    origin = headers.get("origin")
    return origin is None or urlsplit(origin).netloc.lower() == headers.get("host", "").lower()


def _name(host: str) -> str:
    """`localhost:8000` → `localhost`; nothing for what is no host."""
    match = _HOST.fullmatch(host.lower())
    return match[1].strip("[]") if match else ""


def _counted(receive: Receive, limit: int) -> Receive:
    """The body as it comes, cut off where it grows beyond what was or was not announced."""
    seen = 0

    async def receive_some() -> Message:
        nonlocal seen
        message = await receive()
        seen += len(message.get("body", b""))
        if seen > limit:
            raise HTTPException(413)
        return message

    return receive_some
