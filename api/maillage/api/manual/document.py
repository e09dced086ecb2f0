"""The OpenAPI document, and what else is told of each route: the least role that it answers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from fastapi import FastAPI
from fastapi.dependencies.models import Dependant
from fastapi.openapi.utils import get_openapi
from fastapi.routing import APIRoute, RouteContext, iter_route_contexts

from maillage.api.access.auth import an_admin, an_editor, person_of
from maillage.api.access.tokens import ROLE_NAMES, RoleName

ROLE = "x-role"
SCHEME = "token"
Least = RoleName | Literal["anybody"]

_ROLE_OF = {person_of: ROLE_NAMES[0], an_editor: ROLE_NAMES[1], an_admin: ROLE_NAMES[2]}


@dataclass(frozen=True, slots=True)
class Operation:
    method: str
    path: str
    role: Least
    summary: str


class Documented(FastAPI):
    """An application whose document tells all of this."""

    def openapi(self) -> dict[str, Any]:
        if self.openapi_schema is None:
            self.openapi_schema = _document(self)
        return self.openapi_schema


def operations(app: FastAPI) -> list[Operation]:
    """Every route of the document with its least role, in the order of addresses."""
    found = [
        Operation(method, route.path_format or "", least_role(route), _summary(route))
        for route in iter_route_contexts(app.routes)
        if isinstance(route.original_route, APIRoute) and route.include_in_schema
        for method in sorted(route.methods or ())
    ]
    return sorted(found, key=lambda one: (one.path, one.method))


def least_role(route: RouteContext) -> Least:
    """What its dependencies ask for."""
    needed = [_ROLE_OF[call] for call in _calls(route.dependant) if call in _ROLE_OF]
    return max(needed, key=ROLE_NAMES.index, default="anybody")


def _calls(dependant: Dependant) -> Iterator[Any]:
    for part in dependant.dependencies:
        yield part.call
        yield from _calls(part)


def _document(app: FastAPI) -> dict[str, Any]:
    document = get_openapi(
        title=app.title,
        version=app.version,
        summary=app.summary,
        description="Errors are problem documents (RFC 9457). Words follow `Accept-Language`.",
        routes=app.routes,
    )
    parts = document.setdefault("components", {})
    parts["securitySchemes"] = {SCHEME: {"type": "http", "scheme": "bearer"}}
    for one in operations(app):
        said = document["paths"][one.path][one.method.lower()]
        said[ROLE] = one.role
        said["security"] = [] if one.role == "anybody" else [{SCHEME: []}]
    return document


def _summary(route: RouteContext) -> str:
    return " ".join((route.description or "").split("\n\n", 1)[0].split())
