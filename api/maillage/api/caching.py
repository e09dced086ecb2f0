"""Answers about the graph carry its revision: who has it already is told so, without a body.

Whoever sees less has tags of her own, so that no answer is taken for another's.
"""

from __future__ import annotations

from fastapi import Depends, HTTPException, Request, Response

from maillage.api.auth import TheEyes
from maillage.api.deps import read_of, state_in


async def same_revision(request: Request, response: Response, eyes: TheEyes) -> None:
    seen, state = "" if eyes.persons else "r", state_in(request)
    tag = f'W/"{await read_of(state, state.store.revision)}{seen}"'
    if tag in [item.strip() for item in request.headers.get("if-none-match", "").split(",")]:
        raise HTTPException(304, headers={"ETag": tag})
    response.headers["ETag"] = tag
    response.headers["Cache-Control"] = "private, no-cache"


by_revision = Depends(same_revision)
