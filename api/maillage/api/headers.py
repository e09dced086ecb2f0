"""Headers that every answer carries: nothing is framed, sniffed, or fetched from elsewhere."""

from __future__ import annotations

from starlette.types import Message, Scope

CONTENT_POLICY = (
    "default-src 'self'; img-src 'self' data: blob:; object-src 'none'; base-uri 'none'; "
    "form-action 'self'; frame-ancestors 'none'"
)
_HEADERS = {
    b"x-content-type-options": b"nosniff",
    b"referrer-policy": b"no-referrer",
    b"cross-origin-opener-policy": b"same-origin",
    b"cross-origin-resource-policy": b"same-origin",
    b"content-security-policy": CONTENT_POLICY.encode(),
}


def add_headers(scope: Scope, message: Message, seconds: float) -> None:
    """Those that the route has not set itself."""
    del scope, seconds
    own = {name.lower() for name, _ in message["headers"]}
    missing = [(name, value) for name, value in _HEADERS.items() if name not in own]
    message["headers"] = [*message["headers"], *missing]
