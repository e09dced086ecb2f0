"""Errors as RFC 9457 problem documents, in the reader's language. Nothing of the inside leaks."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from pydantic import BaseModel
from starlette.exceptions import HTTPException

from maillage.api.requests.asked import TOLD
from maillage.api.requests.language import language_of
from maillage.api.words import FIELD_MESSAGES, PROBLEMS, TITLES
from maillage.graph import errors
from maillage.graph.languages import Language
from maillage.graph.wording import french_spaces

MEDIA_TYPE = "application/problem+json"
MOST_FIELDS = 50
NO_BODY = frozenset({204, 304})
# Parts of the place of a field of an actor or a tie, in a body: `body`, `fields`, its name.
_FIELD_OF_ENTRY = 3

log = logging.getLogger("maillage.api")

_STATUS: Sequence[tuple[type[errors.MaillageError], int]] = (
    (errors.NotFound, 404),
    (errors.StoreConflict, 409),
    (errors.NotShown, 403),
    (errors.Outdated, 412),
    (errors.Refused, 409),
    (errors.InvalidInput, 422),
    (errors.TooCostly, 422),
    (errors.StoreError, 503),
    (errors.MaillageError, 400),
)


class Problem(BaseModel):
    """RFC 9457: what went wrong, for people (`detail`) and for programs (`type`)."""

    type: str
    title: str
    status: int
    detail: str
    instance: str
    errors: list[dict[str, str]] | None = None


PROBLEM_CONTENT = {MEDIA_TYPE: {"schema": Problem.model_json_schema()}}
# What any route may answer instead of what was asked for.
RESPONSES: dict[int | str, dict[str, Any]] = {
    "4XX": {"description": "A problem that who asks can solve", "content": PROBLEM_CONTENT},
    "5XX": {"description": "A problem of the server or its store", "content": PROBLEM_CONTENT},
}


def install(app: FastAPI) -> None:
    @app.exception_handler(errors.MaillageError)
    async def of_ours(request: Request, error: errors.MaillageError) -> Response:
        said = sentence(error, language_of(request))
        fields = [{"field": name, "message": said}] if (name := _field_of(error)) else []
        return problem(request, status_of(error), said, kind=error.code, fields=fields)

    @app.exception_handler(HTTPException)
    async def of_http(request: Request, error: HTTPException) -> Response:
        if error.status_code in NO_BODY:
            return Response(status_code=error.status_code, headers=dict(error.headers or {}))
        return say(request, error.status_code, _KINDS.get(error.status_code), error.headers)

    @app.exception_handler(RequestValidationError)
    async def of_fields(request: Request, error: RequestValidationError) -> Response:
        language = language_of(request)
        fields = [_field(item, language) for item in _nearest(error.errors())[:MOST_FIELDS]]
        faults = [item["ctx"]["fault"] for item in error.errors() if item["type"] == TOLD]
        if len(fields) != 1 or not faults:
            return say(request, 422, "fields", fields=fields)
        detail = sentence(faults[0], language)
        return problem(request, status_of(faults[0]), detail, kind=faults[0].code, fields=fields)

    @app.exception_handler(Exception)
    async def of_nobody(request: Request, error: Exception) -> Response:
        # The trace is for whoever keeps the server; the reader is told that it is not her fault.
        log.error("unexpected", exc_info=error)
        return say(request, 500, "internal")


_KINDS: Mapping[int, str] = {
    400: "bad_request",
    401: "not_known",
    403: "forbidden",
    404: "no_such_page",
    405: "no_such_act",
    410: "gone",
    413: "too_large",
    421: "foreign_host",
    429: "too_often",
}


# Parameters that are not called as the thing is that they name.
_FIELDS: Mapping[str, str] = {
    "partition": "by",
    "measure": "name",
    "list": "as",
    "field": "fields",
}

_FIELDS_OF_CODES: Mapping[str, str] = {
    "end_before_start": "end",
    "state_after_end": "status",
    "date_to_come": "on",
    "list_date_to_come": "date",
    "not_an_end": "by",
    "dates_backwards": "to",
    "list_needed": "as",
    "entry_name": "fields.name",
}


def status_of(error: errors.MaillageError) -> int:
    return next(status for kind, status in _STATUS if isinstance(error, kind))


def sentence(error: errors.MaillageError, language: Language) -> str:
    text = error.text(language)
    return french_spaces(text) if language == "fr" else text


def say(
    request: Request,
    status: int,
    kind: str | None,
    headers: Mapping[str, str] | None = None,
    *,
    fields: Sequence[Mapping[str, str]] = (),
) -> Response:
    """A problem of our own words."""
    language = language_of(request)
    detail = PROBLEMS[kind or "bad_request"].text(language)
    return problem(request, status, detail, kind=kind, fields=fields, headers=headers)


def problem(
    request: Request,
    status: int,
    detail: str,
    *,
    kind: str | None = None,
    fields: Sequence[Mapping[str, str]] = (),
    headers: Mapping[str, str] | None = None,
) -> JSONResponse:
    body = document(status, detail, language_of(request), kind, request.url.path)
    if fields:
        body["errors"] = list(fields)
    return JSONResponse(body, status, dict(headers or {}), MEDIA_TYPE)


def document(
    status: int, detail: str, language: Language, kind: str | None, instance: str
) -> dict[str, Any]:
    return {
        "type": f"urn:maillage:problem:{kind}" if kind else "about:blank",
        "title": TITLES.get(status, TITLES[500]).text(language),
        "status": status,
        "detail": detail,
        "instance": instance,
    }


def _nearest(found: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """One finding of each value that may be of several types, and all others."""
    said: dict[object, list[Mapping[str, Any]]] = {}
    for number, item in enumerate(found):
        said.setdefault(_place(item) if _may_be_of_types(item) else number, []).append(item)
    return [_nearest_of(tries) for tries in said.values()]


def _nearest_of(tries: Sequence[Mapping[str, Any]]) -> Mapping[str, Any]:
    """What is said by the type that the value is of, if it is of one."""
    near = [item for item in tries if not item["type"].endswith("_type")]
    if near or len(tries) == 1:
        return (near or tries)[0]
    return {**tries[0], "type": "field"}


def _may_be_of_types(item: Mapping[str, Any]) -> bool:
    """Pydantic adds the type that it tried to the place of a value."""
    loc = item["loc"]
    return len(loc) > _FIELD_OF_ENTRY and loc[:2] == ("body", "fields")


def _place(item: Mapping[str, Any]) -> str:
    """The name that who asks has given: not the place in a parameter that is said several times."""
    loc = item["loc"]
    if loc[0] == "query":
        return str(loc[1])
    known = loc[:_FIELD_OF_ENTRY] if _may_be_of_types(item) else loc
    return ".".join(map(str, known[1:] or known))


def _field(item: Mapping[str, Any], language: Language) -> dict[str, str]:
    """What does not fit, without quoting it back: it may be long, or hostile."""
    return {"field": _place(item), "message": _message(item, language)}


def _message(item: Mapping[str, Any], language: Language) -> str:
    if item["type"] == TOLD:
        return sentence(item["ctx"]["fault"], language)
    known = FIELD_MESSAGES.get(item["type"], PROBLEMS["field"])
    values = {name: str(value) for name, value in item.get("ctx", {}).items()}
    if "expected" in values:
        values["expected"] = _listed(values["expected"], language)
    try:
        return known.text(language).format(**values)
    except KeyError:
        return PROBLEMS["field"].text(language)


def _listed(expected: str, language: Language) -> str:
    """As pydantic lists what it knows, in English: « 'a', 'b' or 'c' »."""
    return expected.replace("' or '", "' ou '") if language == "fr" else expected


def _field_of(error: errors.MaillageError) -> str | None:
    """The parameter whose value is not understood, where it was not looked at before."""
    if error.code in _FIELDS_OF_CODES:
        return _FIELDS_OF_CODES[error.code]
    if not isinstance(error, errors.InvalidInput):
        return None
    what = str(error.values.get("what", ""))
    return _FIELDS.get(what, what) or None
