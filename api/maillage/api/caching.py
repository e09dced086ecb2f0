"""Answers about the graph carry its revision: who has it already is told so, without a body."""

from __future__ import annotations

from fastapi import Depends, HTTPException, Request, Response

from maillage.api.deps import TheStore


def same_revision(request: Request, response: Response, store: TheStore) -> None:
    tag = f'W/"{store.revision()}"'
    if tag in [item.strip() for item in request.headers.get("if-none-match", "").split(",")]:
        raise HTTPException(304, headers={"ETag": tag})
    response.headers["ETag"] = tag
    response.headers["Cache-Control"] = "no-cache"


by_revision = Depends(same_revision)
