"""Headers that every answer carries: nothing is framed, sniffed, or fetched from elsewhere."""

from __future__ import annotations

from maillage.api.edge.at_start import Start

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


def add_headers(start: Start) -> None:
    """Those that the route has not set itself."""
    said = start.message["headers"]
    own = {name.lower() for name, _ in said}
    missing = [(name, value) for name, value in _HEADERS.items() if name not in own]
    start.message["headers"] = [*said, *missing]
