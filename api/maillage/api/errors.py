"""Errors as RFC 9457 problem documents, in the reader's language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from starlette.exceptions import HTTPException

from maillage.api.deps import language_of
from maillage.graph import errors

MEDIA_TYPE = "application/problem+json"

_STATUS: Sequence[tuple[type[errors.MaillageError], int]] = (
    (errors.NotFound, 404),
    (errors.StoreConflict, 409),
    (errors.Refused, 409),
    (errors.InvalidInput, 422),
    (errors.TooCostly, 422),
    (errors.StoreError, 503),
    (errors.MaillageError, 400),
)

_TITLES: Mapping[int, tuple[str, str]] = {
    400: ("Demande incorrecte", "Bad request"),
    404: ("Introuvable", "Not found"),
    405: ("Méthode impossible ici", "Method not allowed"),
    409: ("Contradiction", "Conflict"),
    413: ("Trop grand", "Too large"),
    422: ("Demande incomprise", "Not understood"),
    503: ("Base indisponible", "Store unavailable"),
}


def install(app: FastAPI) -> None:
    @app.exception_handler(errors.MaillageError)
    async def of_ours(request: Request, error: errors.MaillageError) -> JSONResponse:
        status = next(status for kind, status in _STATUS if isinstance(error, kind))
        return problem(request, status, error.text(language_of(request)), kind=error.code)

    @app.exception_handler(HTTPException)
    async def of_http(request: Request, error: HTTPException) -> Response:
        if error.status_code < 400:  # « not modified » is no error and has no body
            return Response(status_code=error.status_code, headers=error.headers)
        return problem(request, error.status_code, str(error.detail), headers=error.headers)

    @app.exception_handler(RequestValidationError)
    async def of_fields(request: Request, error: RequestValidationError) -> JSONResponse:
        fields = [
            {"field": ".".join(map(str, item["loc"])), "message": item["msg"]}
            for item in error.errors()
        ]
        french = language_of(request) == "fr"
        detail = "Des paramètres ne conviennent pas." if french else "Some parameters do not fit."
        return problem(request, 422, detail, kind="fields", fields=fields)


def problem(
    request: Request,
    status: int,
    detail: str,
    *,
    kind: str = "about:blank",
    fields: Sequence[Mapping[str, str]] = (),
    headers: Mapping[str, str] | None = None,
) -> JSONResponse:
    french, english = _TITLES.get(status, ("Erreur", "Error"))
    body: dict[str, Any] = {
        "type": kind if kind == "about:blank" else f"urn:maillage:problem:{kind}",
        "title": french if language_of(request) == "fr" else english,
        "status": status,
        "detail": detail,
        "instance": request.url.path,
    }
    if fields:
        body["errors"] = list(fields)
    return JSONResponse(body, status, dict(headers or {}), MEDIA_TYPE)
