"""Names of a request that its route does not take are refused.

A parameter misspelled is not one left out: who asked would take the answer for another.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, get_args, get_origin

from fastapi import Request, params
from fastapi.dependencies.models import Dependant
from fastapi.exceptions import RequestValidationError
from fastapi.routing import APIRoute

from maillage.graph.folding import near_names

# The types of such errors, beside those of pydantic.
UNKNOWN, NONE, TWICE = "unknown_parameter", "no_parameter", "told_twice"
_LONGEST_SHOWN = 100


@dataclass(frozen=True, slots=True)
class Declared:
    """What a route takes, by name, and whether it takes several of it."""

    query: dict[str, bool] = field(default_factory=dict)
    form: dict[str, bool] = field(default_factory=dict)

    @classmethod
    def of(cls, route: APIRoute) -> Declared:
        found = cls()
        for part in _parts(route.dependant):
            for one in part.query_params:
                found.query[one.alias] = _takes_several(one.field_info.annotation)
            for one in part.body_params:
                if isinstance(one.field_info, params.Form):
                    found.form[one.alias] = _takes_several(one.field_info.annotation)
        return found


class OnlyDeclared:
    """A dependency of every route: 422 for parameters and fields of forms that it does not take,
    or takes once and is given twice."""

    def __init__(self) -> None:
        self._declared: dict[Callable[..., Any], Declared] = {}

    async def __call__(self, request: Request) -> None:
        declared = self._of(request.scope["route"])
        wrong: list[dict[str, object]] = []
        if request.scope["query_string"]:
            wrong += _misfits("query", request.query_params.multi_items(), declared.query)
        if declared.form:
            wrong += _misfits("body", (await request.form()).multi_items(), declared.form)
        if wrong:
            raise RequestValidationError(wrong)

    def _of(self, route: APIRoute) -> Declared:
        if route.endpoint not in self._declared:
            self._declared[route.endpoint] = Declared.of(route)
        return self._declared[route.endpoint]


def _parts(dependant: Dependant) -> Iterator[Dependant]:
    yield dependant
    for part in dependant.dependencies:
        yield from _parts(part)


def _takes_several(annotation: object) -> bool:
    """`list[…]`, or `list[…] | None`."""
    return list in {get_origin(one) for one in (annotation, *get_args(annotation))}


def _misfits(
    place: str, given: Iterable[tuple[str, object]], declared: Mapping[str, bool]
) -> Iterator[dict[str, object]]:
    seen = set()
    for name, _ in given:
        where = (place, name[:_LONGEST_SHOWN])
        if name not in declared:
            known = ", ".join(near_names(where[1], declared) or declared)
            yield {"type": UNKNOWN if known else NONE, "loc": where, "ctx": {"known": known}}
        elif name in seen and not declared[name]:
            yield {"type": TWICE, "loc": where}
        seen.add(name)
