"""The door of the pages: a token is typed once, and kept in a cookie that no script can read."""

from __future__ import annotations

from html import escape
from typing import Annotated

from fastapi import APIRouter, FastAPI, Form, HTTPException, Request
from fastapi.responses import HTMLResponse, RedirectResponse
from starlette.responses import Response

from maillage.api.auth import COOKIE
from maillage.api.deps import TheLanguage, TheState
from maillage.api.words import LOGIN
from maillage.graph.errors import Language

KEPT_SECONDS = 12 * 3600
LONGEST_TOKEN = 200

router = APIRouter(include_in_schema=False)

_PAGE = """<!doctype html>
<html lang="{language}"><head><meta charset="utf-8"><title>{title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="/login.css"></head>
<body><main><h1>{title}</h1>{told}
<form method="post" action="/login"><label for="token">{label}</label>
<input id="token" name="token" type="password" autocomplete="current-password" required
 maxlength="{longest}" autofocus aria-describedby="hint"><p id="hint">{hint}</p>
<button>{button}</button></form></main></body></html>
"""
_STYLE = """:root{color-scheme:light dark}body{font:1rem/1.5 system-ui,sans-serif;margin:0;
display:grid;min-height:100vh;place-items:center;background:Canvas;color:CanvasText}
main{width:min(22rem,calc(100vw - 2rem))}h1{font-size:1.5rem;margin:0 0 1rem}
label{display:block;font-weight:600}input,button{font:inherit;width:100%;box-sizing:border-box;
min-height:2.75rem;padding:.5rem .75rem;margin:.25rem 0}
#hint{margin:.25rem 0 1rem;font-size:.875rem}
[role=alert]{border-inline-start:.25rem solid #b3261e;padding-inline-start:.75rem}
:focus-visible{outline:3px solid Highlight;outline-offset:2px}"""


def install(app: FastAPI) -> None:
    app.include_router(router)


@router.get("/login")
def door(language: TheLanguage) -> HTMLResponse:
    return _page(language)


@router.get("/login.css")
def style() -> Response:
    return Response(_STYLE, media_type="text/css", headers={"Cache-Control": "max-age=3600"})


@router.post("/login")
def enter(
    request: Request,
    state: TheState,
    language: TheLanguage,
    token: Annotated[str, Form(max_length=LONGEST_TOKEN)],
) -> Response:
    """The cookie, if the token is known; the door again if it is not."""
    asker = request.client.host if request.client else "-"
    try:
        state.tries.check(asker)
    except HTTPException as error:
        return _page(language, "too_often", 429, error.headers)
    if state.tokens.known(token.strip()) is None:
        state.tries.count(asker)
        return _page(language, "unknown", 401)
    answer = RedirectResponse("/", 303)
    answer.set_cookie(
        COOKIE,
        token.strip(),
        max_age=KEPT_SECONDS,
        httponly=True,
        samesite="strict",
        secure=request.url.scheme == "https",
    )
    return answer


@router.post("/logout")
def leave() -> Response:
    answer = RedirectResponse("/login", 303)
    answer.delete_cookie(COOKIE, httponly=True, samesite="strict")
    return answer


def _page(
    language: Language,
    told: str = "",
    status: int = 200,
    headers: object = None,
) -> HTMLResponse:
    words = {name: escape(label.text(language)) for name, label in LOGIN.items()}
    said = f'<p role="alert">{words[told]}</p>' if told else ""
    page = _PAGE.format(
        language=language,
        title=words["title"],
        told=said,
        label=words["label"],
        hint=words["hint"],
        button=words["button"],
        longest=LONGEST_TOKEN,
    )
    kept = {"Cache-Control": "no-store", **(headers if isinstance(headers, dict) else {})}
    return HTMLResponse(page, status, kept)
