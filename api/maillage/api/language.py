"""In which language to answer."""

from __future__ import annotations

from fastapi import Request

from maillage.graph.languages import Language


def language_of(request: Request) -> Language:
    """The first language that the reader accepts and we speak; French first."""
    for part in request.headers.get("accept-language", "").split(","):
        tag = part.partition(";")[0].strip().lower()[:2]
        if tag in ("fr", "en"):
            return "fr" if tag == "fr" else "en"
    return "fr"
