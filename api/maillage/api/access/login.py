"""The door of the pages: a token is typed once, and kept in a cookie that no script can read."""

from __future__ import annotations

import logging
from html import escape
from typing import Annotated

from fastapi import APIRouter, FastAPI, Form, HTTPException, Request
from fastapi.responses import HTMLResponse, RedirectResponse
from starlette.responses import Response

from maillage.api.access.auth import COOKIE, slow_down
from maillage.api.access.sessions import NotBelieved
from maillage.api.deps import TheLanguage, TheState
from maillage.api.running.logs import EVENT
from maillage.api.state import SESSION_SECONDS, WAY_SECONDS, State
from maillage.api.words import LOGIN
from maillage.graph.languages import Language

LONGEST_TOKEN = 200

router = APIRouter(include_in_schema=False)
log = logging.getLogger("maillage.api")

_PAGE = """<!doctype html>
<html lang="{language}"><head><meta charset="utf-8"><title>{title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="/login.css"></head>
<body><main><h1>{title}</h1>{told}
<form method="post" action="/login"><label for="token">{label}</label>
<input id="token" name="token" type="password" autocomplete="current-password" required
 maxlength="{longest}" autofocus aria-describedby="hint"><p id="hint">{hint}</p>
<button>{button}</button></form>{other}</main></body></html>
"""
_STYLE = """:root{color-scheme:light dark}body{font:1rem/1.5 system-ui,sans-serif;margin:0;
display:grid;min-height:100vh;place-items:center;background:Canvas;color:CanvasText}
main{width:min(22rem,calc(100vw - 2rem))}h1{font-size:1.5rem;margin:0 0 1rem}
.or a{display:block;padding:.75rem 0;color:LinkText}
label{display:block;font-weight:600}input,button{font:inherit;width:100%;box-sizing:border-box;
min-height:2.75rem;padding:.5rem .75rem;margin:.25rem 0}
#hint{margin:.25rem 0 1rem;font-size:.875rem}
[role=alert]{border-inline-start:.25rem solid #b3261e;padding-inline-start:.75rem}
:focus-visible{outline:3px solid Highlight;outline-offset:2px}"""


# Which way a browser was sent: it comes back from another site, so no stricter cookie is sent.
WAY, WAY_PATH = "maillage-way", "/login/oidc"
_ENTERED = (
    '<!doctype html><html lang="{language}"><head><meta charset="utf-8"><title>Maillage</title>'
    '<meta http-equiv="refresh" content="0;url=/"></head><body></body></html>'
)


def install(app: FastAPI) -> None:
    app.include_router(router)


@router.get("/login")
def door(state: TheState, language: TheLanguage) -> HTMLResponse:
    return _page(state, language)


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
    if state.tokens.known(token.strip()) is None:
        try:
            slow_down(request, state)
        except HTTPException as error:
            return _page(state, language, "too_often", 429, error.headers)
        return _page(state, language, "unknown", 401)
    answer = RedirectResponse("/", 303)
    _keep(answer, token.strip(), request, state)
    return answer


@router.get(WAY_PATH)
def away(request: Request, state: TheState, language: TheLanguage) -> Response:
    """To the provider, if there is one."""
    if state.provider is None:
        raise HTTPException(404)
    try:
        address, way = state.provider.way()
    except NotBelieved:
        return _page(state, language, "not_believed", 502)
    answer = RedirectResponse(address, 303)
    answer.set_cookie(
        WAY,
        state.ways.open(way),
        max_age=WAY_SECONDS,
        path=WAY_PATH,
        httponly=True,
        samesite="lax",
        secure=_is_secure(request, state),
    )
    return answer


@router.get(f"{WAY_PATH}/callback")
def back(request: Request, state: TheState, language: TheLanguage) -> Response:
    """From the provider: a session, if it is believed and our settings know a role."""
    way = state.ways.close(request.cookies.get(WAY, ""))
    if state.provider is None or way is None:
        return _page(state, language, "not_believed", 401)
    try:
        person = state.provider.person(way, request.query_params)
    except NotBelieved as error:
        log.warning("not believed", extra={EVENT: {"why": str(error)}})
        return _page(state, language, "not_believed", 401)
    if person is None:
        return _page(state, language, "no_role", 403)
    # Not a redirect: the browser would still be on its way from the other site, and keep the
    # cookie to itself.
    answer = HTMLResponse(_ENTERED.format(language=language), headers={"Cache-Control": "no-store"})
    _keep(answer, state.sessions.open(person), request, state)
    return answer


@router.post("/logout")
def leave(request: Request, state: TheState) -> Response:
    state.sessions.close(request.cookies.get(COOKIE, ""))
    answer = RedirectResponse("/login", 303)
    answer.delete_cookie(COOKIE, httponly=True, samesite="strict")
    return answer


def _keep(answer: Response, secret: str, request: Request, state: State) -> None:
    answer.set_cookie(
        COOKIE,
        secret,
        max_age=SESSION_SECONDS,
        httponly=True,
        samesite="strict",
        secure=_is_secure(request, state),
    )


def _is_secure(request: Request, state: State) -> bool:
    """Whether the page came over TLS, from us or from what stands before us."""
    provider = state.provider
    return request.url.scheme == "https" or (provider is not None and provider.is_secure)


def _page(
    state: State,
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
        other=_other_door(state, language),
        longest=LONGEST_TOKEN,
    )
    kept = {"Cache-Control": "no-store", **(headers if isinstance(headers, dict) else {})}
    return HTMLResponse(page, status, kept)


def _other_door(state: State, language: Language) -> str:
    if state.provider is None:
        return ""
    text = LOGIN["provider"].text(language).format(name=state.provider.name)
    return f'<p class="or"><a href="{WAY_PATH}">{escape(text)}</a></p>'
