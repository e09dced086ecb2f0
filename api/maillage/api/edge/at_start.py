"""What is done when an answer begins, by one layer: each more would cost every request."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import NamedTuple

from starlette.types import ASGIApp, Message, Receive, Scope, Send


class Start(NamedTuple):
    """What was asked, how the answer begins, and how many seconds that took."""

    scope: Scope
    message: Message
    seconds: float


Told = Callable[[Start], None]


class AtStart:
    def __init__(self, app: ASGIApp, *, told: Sequence[Told]) -> None:
        self.app, self.told = app, told

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        began = time.perf_counter()

        async def seen(message: Message) -> None:
            if message["type"] == "http.response.start":
                start = Start(scope, message, time.perf_counter() - began)
                for tell in self.told:
                    tell(start)
            await send(message)

        await self.app(scope, receive, seen)
