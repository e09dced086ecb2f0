"""The documentation of the API at `/docs`: the OpenAPI document as a page, without a script.

Nothing is fetched from elsewhere, so that the page is there where the API is, and the policy of
headers holds for it as for the rest.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from importlib.resources import files
from typing import Any

from fastapi import APIRouter, FastAPI, Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, StrictUndefined
from starlette.responses import Response

from maillage.api.deps import TheLanguage
from maillage.api.manual.document import ROLE
from maillage.api.words import MANUAL, MANUAL_ROLES

router = APIRouter(include_in_schema=False)

_REF = "#/components/schemas/"
_JSON = "application/json"
_FORM = "multipart/form-data"

Document = Mapping[str, Any]
Told = dict[str, Any]


def install(app: FastAPI) -> None:
    app.include_router(router)


@router.get("/docs")
def manual(request: Request, language: TheLanguage) -> HTMLResponse:
    document: Document = request.app.openapi()
    words: Told = {name: label.text(language) for name, label in MANUAL.items()}
    words["roles"] = {name: label.text(language) for name, label in MANUAL_ROLES.items()}
    page = _template().render(
        language=language,
        words=words,
        info=document["info"],
        address=str(request.base_url),
        tags=_by_tag(document),
        shapes=list(_shapes(document)),
    )
    return HTMLResponse(page, headers={"Vary": "Accept-Language"})


@router.get("/docs.css")
def style() -> Response:
    kept = {"Cache-Control": "max-age=3600"}
    return Response(_file("page.css"), media_type="text/css", headers=kept)


def _template() -> Any:
    return Environment(autoescape=True, undefined=StrictUndefined).from_string(_file("page.html"))


def _file(name: str) -> str:
    return (files("maillage.api.manual") / name).read_text(encoding="utf-8")


def _by_tag(document: Document) -> Mapping[str, list[Told]]:
    found: dict[str, list[Told]] = defaultdict(list)
    for path, methods in document["paths"].items():
        for method, said in methods.items():
            found[said["tags"][0]].append(
                {
                    "method": method.upper(),
                    "path": path,
                    "role": said[ROLE],
                    "said": said.get("description", said["summary"]),
                    "parameters": [*_parameters(said), *_body(document, said)],
                    "answers": list(_answers(said)),
                }
            )
    return dict(sorted(found.items()))


def _parameters(said: Document) -> Iterator[Told]:
    for one in said.get("parameters", []):
        yield _field(one["name"], one["schema"], one, place=one["in"])


def _body(document: Document, said: Document) -> Iterator[Told]:
    for media, content in said.get("requestBody", {}).get("content", {}).items():
        name = content["schema"].get("$ref", "").removeprefix(_REF)
        place = {_JSON: "body", _FORM: "form"}.get(media, media)
        for field in _fields(document["components"]["schemas"].get(name, {})):
            yield {**field, "place": place}


def _answers(said: Document) -> Iterator[Told]:
    for status, answer in said["responses"].items():
        content = answer.get("content", {})
        schema = content.get(_JSON, {}).get("schema", {})
        schema = schema.get("items", schema)
        yield {
            "status": status,
            "shape": schema.get("$ref", "").removeprefix(_REF),
            "type": next(iter(content), ""),
            "said": answer["description"],
        }


def _shapes(document: Document) -> Iterator[Told]:
    for name, schema in document["components"]["schemas"].items():
        example = next(iter(schema.get("examples", [])), None)
        yield {
            "name": name,
            "said": schema.get("description", ""),
            "fields": list(_fields(schema)),
            "example": json.dumps(example, ensure_ascii=False, indent=2) if example else "",
        }


def _fields(schema: Document) -> Iterator[Told]:
    needed = schema.get("required", [])
    for name, inner in schema.get("properties", {}).items():
        yield _field(name, inner, {**inner, "required": name in needed})


def _field(name: str, schema: Document, said: Document, place: str = "") -> Told:
    return {
        "name": name,
        "type": _type(schema),
        "required": said.get("required", False),
        "said": said.get("description", ""),
        "place": place,
    }


def _type(schema: Document) -> str:
    """A few words: `integer ≥ 1`, `list of Item`, `text or null`."""
    if "$ref" in schema:
        return str(schema["$ref"]).removeprefix(_REF)
    if several := schema.get("anyOf", schema.get("oneOf")):
        return " | ".join(dict.fromkeys(map(_type, several)))
    if "enum" in schema or "const" in schema:
        return " | ".join(map(str, schema.get("enum", [schema.get("const")])))
    if schema.get("type") == "array":
        return f"[{_type(schema.get('items', {}))}]"
    if schema.get("type") == "object" and isinstance(schema.get("additionalProperties"), dict):
        return f"{{name: {_type(schema['additionalProperties'])}}}"
    return str(schema.get("type", "any"))
